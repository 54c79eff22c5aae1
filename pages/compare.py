"""How do two views differ: A and B side by side, and what the difference is made of."""

from __future__ import annotations

import streamlit as st

from pages.charts.versus import comparison, differences
from pages.parts import figure, page
from pages.parts.sides import comparing

corpus, chosen = page.open(
    "Compare", question="How do two views differ?", compares=False
)

found = comparing.choose(corpus, chosen)
if found.sides:
    comparing.sizes(corpus, *found.sides)
    as_count = comparing.as_count()
    course = comparison.over_time(
        corpus, *found.sides, aligned=found.is_before, as_count=as_count
    )
    figure.show(corpus, chosen, course)
    left, right = st.columns(2, gap="large")
    with left:
        by_provider = differences.by_provider(corpus, *found.sides, as_count=as_count)
        figure.show(corpus, chosen, by_provider)
    with right:
        by_topic = differences.by_topic(corpus, *found.sides, as_count=as_count)
        figure.show(corpus, chosen, by_topic)
