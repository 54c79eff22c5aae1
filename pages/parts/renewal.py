"""How new the figures are: told on every page when they cannot be renewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from measures import dates
from pages.parts import source
from pages.parts.escape import escaped

if TYPE_CHECKING:
    from loaders.live.standing import Standing

LOOK_SECONDS = 3
"""How often an open page asks whether what it shows has changed."""


def banner() -> None:
    """Say since when and why what is shown is older than its files, if it is.

    Where nothing is shown, and the page says why, only since when.
    """
    now = source.standing()
    if now.state == "stale":
        st.warning(_older(now), icon=":material/history:")
    elif now.state == "none" and now.since is not None:
        st.caption(f"Tried again by itself since {dates.moment(now.since)}.")


@st.fragment(run_every=LOOK_SECONDS)
def line() -> None:
    """How new the figures are, in a line that keeps up; and whether the index is."""
    now = source.standing()
    if now.state == "stale":
        st.markdown(f"**Older than the files.** {_older(now)}")
    elif now.as_of is not None:
        st.caption(f"As new as the files on {dates.moment(now.as_of)}.")
    if now.index:
        st.caption(f"The next start reads all files anew: {escaped(now.index)}.")


def _older(now: Standing) -> str:
    """Why figures are older than their files, as Markdown on one line."""
    of = f"Figures of {dates.moment(now.as_of)}, not" if now.as_of else "Not"
    since = f" since {dates.moment(now.since)}" if now.since else ""
    return f"{of} renewed{since}: {escaped(now.why)}. It is tried again by itself."
