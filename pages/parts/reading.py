"""The parts of a story's page: its head, its numbers, its coverage, its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from measures import dates, stories, story
from pages.charts import wording
from pages.parts.escape import escaped, safe_url

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters

RELATED_WEIGHT = 20


def missing(story_id: str) -> None:
    """Say that no story is chosen, or that the link's story is not in this corpus."""
    if story_id:
        st.warning(f"This corpus has no story “{escaped(story_id)}”. Choose one:")
    else:
        st.info("Choose a story: click its row.")


def steps(corpus: Corpus, chosen: Filters, position: int) -> None:
    """Previous and next in the same result, and where the story stands in it."""
    order = st.query_params.get("order", "newest")
    before, after, place = stories.neighbours(corpus, chosen, order, position)
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, icon, other in (
            ("Previous", "arrow_back", before),
            ("Next", "arrow_forward", after),
        ):
            st.button(
                label,
                key=f"step-{label}",
                icon=f":material/{icon}:",
                disabled=other is None,
                on_click=_step,
                args=(
                    corpus.texts["story_id"].iloc[other] if other is not None else "",
                ),
            )
        total = int(chosen.mask(corpus).sum())
        if place is None:
            st.caption("Not among the stories under the filters.")
        else:
            name = stories.ORDERS.get(order, stories.ORDERS["newest"]).lower()
            st.caption(f"{place + 1:,} of {total:,}, {name}")


def _step(story_id: str) -> None:
    st.query_params["story"] = story_id


def head(corpus: Corpus, position: int) -> None:
    """The headline, who ran it and when, and what it says."""
    facts, texts = corpus.stories.iloc[position], corpus.texts.iloc[position]
    parts = [
        escaped(_known(facts["provider_name"], "no provider")),
        dates.moment(facts["published_at"])
        if _has(facts["published_at"])
        else "no time",
        _known(facts["type"], "no type"),
        str(facts["state"]),
    ]
    st.title(escaped(texts["title"]), anchor=False)
    st.markdown(" · ".join(parts))
    if _has(texts["excerpt"]):
        st.markdown(escaped(texts["excerpt"]))
    with st.container(horizontal=True):
        url = safe_url(texts["web_url"]) or safe_url(texts["original_url"])
        if url:
            st.link_button(
                f"Read it at {escaped(urlsplit(url).netloc)}",
                url,
                icon=":material/open_in_new:",
            )
        video = safe_url(texts["video_url"])
        if video:
            st.link_button(
                f"Watch it at {escaped(urlsplit(video).netloc)}",
                video,
                icon=":material/play_circle:",
            )
        _picture(texts["image_url"])


def _picture(url: object) -> None:
    """The picture, only when asked for: loading it calls the provider's host."""
    address = safe_url(url) if _has(url) else None
    if address is None:
        return
    host = escaped(urlsplit(address).netloc)
    with st.popover("Picture", icon=":material/image:", on_change="rerun") as opened:
        st.caption(f"From {host}, which will see your address.")
        if opened.open and st.toggle("Load the picture"):
            st.image(address)


def numbers(corpus: Corpus, position: int, window: int) -> None:
    """Quality, heat in its parts, related links, breadth and lag, side by side."""
    facts = corpus.stories.iloc[position]
    reach = story.reach(corpus, position, window)
    with st.container(horizontal=True):
        st.metric("Quality", _number(facts["quality_score"]), border=True)
        st.metric(
            "Heat",
            "folded" if facts["is_folded"] else _number(facts["heat_score"]),
            help="Derived: quality + 20 for each related story. It is no measure of "
            "popularity. Folded: it was made part of another story.",
            border=True,
        )
        st.metric(
            "Related links",
            f"{int(facts['related_count']):,}",
            help="After cleaning.",
            border=True,
        )
        st.metric(
            "Breadth",
            wording.count(reach.family_count, "provider"),
            help=f"Distinct families within {window} hours, its own included.",
            border=True,
        )
        st.metric(
            "After the first report",
            "first"
            if reach.is_first
            else wording.hours(reach.lag_hours)
            if reach.lag_hours is not None
            else "unknown",
            help="Earliest in this corpus, carriers' copies aside.",
            border=True,
        )


def coverage(corpus: Corpus, position: int, chosen: Filters) -> None:
    """All reports of the news as a table: a filed one opens here, another at its host."""
    members = story.coverage(corpus, position, chosen.window, chosen.by)
    others = members[~members["is_self"]].reset_index(drop=True)
    if others.empty:
        return
    st.subheader("Headlines side by side", anchor=False)
    ids = tuple(others["story_id"])
    table = f"members-{position}-{chosen.window}-{chosen.by}"
    st.dataframe(
        _members(others),
        key=table,
        hide_index=True,
        on_select=lambda: _open(table, ids),
        selection_mode=["single-row", "single-cell"],
        column_config={
            "title": st.column_config.TextColumn("Headline", width=330),
            "provider": st.column_config.TextColumn("Provider", width=130),
            "published_at": st.column_config.DatetimeColumn(
                "Published (UTC)",
                format="D MMM YYYY, HH:mm",
                timezone="UTC",
                width=135,
            ),
            "gap_hours": st.column_config.NumberColumn(
                "Hours", help="From this story", format="%+.1f", width=65
            ),
            "standing": st.column_config.TextColumn("Standing", width=95),
            "quality_score": st.column_config.NumberColumn("Quality", width=65),
            "filed": st.column_config.TextColumn("Here", width=75),
            "address": st.column_config.LinkColumn(
                "Address", display_text="Open", width=75
            ),
        },
    )
    seen = int((~others["is_filed"]).sum())
    st.caption(
        "Click a row to open the story here"
        + (
            f"; {wording.count(seen, 'report')} known only from lists "
            f"{'opens' if seen == 1 else 'open'} at the provider."
            if seen
            else "."
        )
    )


def _members(others: pd.DataFrame) -> pd.DataFrame:
    table = others[
        ["title", "provider", "published_at", "gap_hours", "standing", "quality_score"]
    ].copy()
    table["filed"] = ["filed" if at else "seen only" for at in others["is_filed"]]
    table["address"] = [
        safe_url(url) if _has(url) else None for url in others["key_url"]
    ]
    return table


def _open(table: str, ids: tuple[str | None, ...]) -> None:
    selection = st.session_state[table]["selection"]
    rows = [*selection["rows"], *(cell[0] for cell in selection["cells"])]
    if rows and rows[0] < len(ids) and ids[rows[0]]:
        st.query_params["story"] = str(ids[rows[0]])


def facts(corpus: Corpus, position: int) -> None:
    """Everything else that is known of the story, name by name."""
    row, texts = corpus.stories.iloc[position], corpus.texts.iloc[position]
    known = {
        "Provider as written": row["provider_name"],
        "Family": row["provider_family"],
        "Domain": row["provider_domain"],
        "Carrier": row["carrier"],
        "Topics": stories.topics_of(corpus, [position])[0] or None,
        "Type": row["type"],
        "State": row["state"],
        "Reason for not publishing": row["backlog_reason"],
        "Quality": row["quality_score"],
        "Heat": row["heat_score"],
        "Web address": texts["web_url"],
        "Original address": texts["original_url"],
        "AMP address": texts["amp_url"],
        "Entries dropped from its list": _dropped(row),
        "Encrypted body": "yes, never shown" if row["has_secured"] else None,
        "File": texts["path"],
    }
    st.subheader("Everything known of this story", anchor=False)
    st.dataframe(
        {
            "Field": list(known),
            "Value": [str(v) if _has(v) else "–" for v in known.values()],
        },
        key="facts",
        hide_index=True,
        height="content",
    )


def _dropped(row: pd.Series) -> str | None:
    parts = [
        f"{row[name]} {label}"
        for name, label in (
            ("repeat_count", "repeated"),
            ("self_count", "of the story itself"),
            ("addressless_count", "without an address"),
        )
        if row[name]
    ]
    return ", ".join(parts) or None


def _has(value: Any) -> bool:  # noqa: ANN401 - any cell of a frame
    return value is not None and not pd.isna(value)


def _known(value: Any, otherwise: str) -> str:  # noqa: ANN401 - any cell of a frame
    return str(value) if _has(value) else otherwise


def _number(value: Any) -> str:  # noqa: ANN401 - a nullable integer
    return f"{int(value):,}" if _has(value) else "–"
