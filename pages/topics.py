"""What about: the topics, how they come and go together, and who writes about them."""

from __future__ import annotations

import streamlit as st

from pages.charts.what import cooccurrence, momentum, quadrant, residuals, topic
from pages.parts import figure, page

corpus, chosen = page.open("Topics", question="What are the stories about?")

figure.show(corpus, chosen, topic.leaderboard(corpus, chosen))
figure.show(corpus, chosen, topic.shares(corpus, chosen))
left, right = st.columns(2, gap="large")
with left:
    figure.show(corpus, chosen, momentum.bars(corpus, chosen))
with right:
    figure.show(corpus, chosen, quadrant.plane(corpus, chosen))
figure.show(corpus, chosen, cooccurrence.pairs(corpus, chosen))
figure.show(corpus, chosen, residuals.by_provider(corpus, chosen))
