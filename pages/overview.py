"""What was covered, by whom, and about what: the whole in a few figures."""

from __future__ import annotations

import streamlit as st

from measures.related import breadth
from pages.charts.brief import findings
from pages.charts.what import topic
from pages.charts.when import attention
from pages.charts.who import provider
from pages.parts import brief, figure, page, tables, totals

corpus, chosen = page.open("Overview", question="What was covered, by whom, and when?")

totals.show(corpus, chosen)
brief.show(findings(corpus, chosen))
figure.show(corpus, chosen, attention.timeline(corpus, chosen))
left, right = st.columns(2, gap="large")
with left:
    figure.show(corpus, chosen, provider.leaderboard(corpus, chosen, most=10))
with right:
    figure.show(corpus, chosen, topic.leaderboard(corpus, chosen, most=10))
widest = breadth.widest(corpus, chosen, most=10)
if len(widest):
    with tables.section("The widest-covered stories", "widest-covered"):
        tables.show(corpus, chosen, widest, "widest", order="widest")
