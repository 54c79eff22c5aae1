"""Who covers how much: the providers, and their share of voice over time."""

from __future__ import annotations

from pages.charts import provider
from pages.parts import figure, page

corpus, chosen = page.open("Providers", question="Who covers how much, and of what?")

figure.show(corpus, chosen, provider.leaderboard(corpus, chosen))
figure.show(corpus, chosen, provider.share_of_voice(corpus, chosen))
