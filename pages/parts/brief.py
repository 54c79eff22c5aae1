"""Showing the findings: each is a link to its view."""

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
    with st.container(key="in-brief", gap="xsmall"):
        st.subheader("In brief", anchor=False)
        for finding in findings:
            navigation.link(
                escaped(finding.text),
                finding.page,
                finding.chosen,
                icon=":material/arrow_forward:",
                **finding.query,
            )
