"""Showing the findings: a click on one opens its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.parts import navigation
from pages.parts.escape import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pages.charts.brief import Finding


def show(findings: Sequence[Finding]) -> None:
    """The findings, a line each; without any, nothing."""
    if not findings:
        return
    with st.container(key="in-brief", gap=None):
        st.subheader("In brief", anchor=False)
        for number, finding in enumerate(findings):
            st.button(
                escaped(finding.text),
                key=f"finding-{number}",
                type="tertiary",
                icon=":material/arrow_forward:",
                on_click=_follow,
                args=(finding,),
            )


def _follow(finding: Finding) -> None:
    query = {"story": finding.story_id} if finding.story_id else {}
    navigation.go(finding.page, finding.chosen, **query)
