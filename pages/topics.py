"""What about: the topics, their share over time, and who writes about them."""

from __future__ import annotations

from pages.charts import topic
from pages.parts import figure, page

corpus, chosen = page.open("Topics", question="What are the stories about?")

figure.show(corpus, chosen, topic.leaderboard(corpus, chosen))
figure.show(corpus, chosen, topic.shares(corpus, chosen))
figure.show(corpus, chosen, topic.by_provider(corpus, chosen))
