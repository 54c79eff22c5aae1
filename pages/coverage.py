"""Who is first, who follows: leads, lags, spread, and who meets in related coverage."""

from __future__ import annotations

import streamlit as st

from measures.related.coverage import why_nothing
from pages.charts.related import (
    blindspots,
    breakers,
    carriers,
    cocoverage,
    lags,
    leads,
    originality,
    precedence,
    scoops,
    speed,
    spread,
)
from pages.parts import chapters, figure, measuring, page

corpus, chosen = page.open("Coverage", question="Who is first, who follows?")

if why_nothing(corpus):
    measuring.unrelated(chosen)
    st.stop()

chapter = chapters.choose("coverage")
measuring.window(chosen)
if chapter == "first":
    figure.show(corpus, chosen, scoops.ledger(corpus, chosen))
    figure.show(corpus, chosen, breakers.leading(corpus, chosen))
    left, right = st.columns(2, gap="large")
    with left:
        figure.show(corpus, chosen, leads.rates(corpus, chosen))
    with right:
        figure.show(corpus, chosen, lags.behind_first(corpus, chosen))
    figure.show(corpus, chosen, precedence.matrix(corpus, chosen))
elif chapter == "spread":
    left, right = st.columns(2, gap="large")
    with left:
        figure.show(corpus, chosen, spread.curves(corpus, chosen))
    with right:
        figure.show(corpus, chosen, speed.halves(corpus, chosen))
    figure.show(corpus, chosen, carriers.copies(corpus, chosen))
else:
    figure.show(corpus, chosen, originality.mix(corpus, chosen))
    measure = measuring.measure()
    figure.show(corpus, chosen, cocoverage.matrix(corpus, chosen, measure))
    figure.show(corpus, chosen, blindspots.absent(corpus, chosen))
