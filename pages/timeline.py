"""When: attention over time, the calendar, and the rhythm of the week."""

from __future__ import annotations

import streamlit as st

from measures import stories
from measures.when import bins
from pages.charts.versus import period
from pages.charts.when import (
    anatomy,
    attention,
    bursts,
    calendar,
    episode,
    hours,
    outlets,
    rhythm,
)
from pages.parts import figure, page, tables

corpus, chosen = page.open(
    "Timeline", question="When did stories run, and what was unusual?"
)

figure.show(corpus, chosen, attention.timeline(corpus, chosen))
if bins.is_one_day(corpus, chosen):
    figure.show(corpus, chosen, hours.of_day(corpus, chosen))
elif chosen.first or chosen.last:
    figure.show(corpus, chosen, attention.detail(corpus, chosen))
    figure.show(corpus, chosen, period.before(corpus, chosen))
figure.show(corpus, chosen, bursts.ranked(corpus, chosen))
if episode.view(corpus, chosen):
    figure.show(corpus, chosen, outlets.by_coverage(corpus, chosen))
    left, right = st.columns(2, gap="large")
    with left:
        figure.show(corpus, chosen, anatomy.by_provider(corpus, chosen))
    with right:
        figure.show(corpus, chosen, anatomy.by_topic(corpus, chosen))
figure.show(corpus, chosen, calendar.calendar(corpus, chosen))
figure.show(corpus, chosen, rhythm.weekly(corpus, chosen))
with tables.section("The stories of this view", "in-view"):
    tables.show(corpus, chosen, stories.ordered(corpus, chosen), "view")
