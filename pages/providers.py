"""Who covers how much: the providers, their share of voice, and the profile of one."""

from __future__ import annotations

from pages.charts.when import rhythm
from pages.charts.who import concentration, profile, provider, voice
from pages.parts import figure, league, page, tables

corpus, chosen = page.open("Providers", question="Who covers how much, and of what?")

if len(chosen.provider) == 1:
    figure.show(corpus, chosen, profile.topics(corpus, chosen))
    figure.show(corpus, chosen, profile.company(corpus, chosen))
    figure.show(corpus, chosen, rhythm.weekly(corpus, chosen))
figure.show(corpus, chosen, provider.leaderboard(corpus, chosen))
figure.show(corpus, chosen, voice.shares(corpus, chosen))
with tables.section("All providers", "league"):
    league.show(corpus, chosen)
figure.show(corpus, chosen, concentration.identities(corpus, chosen))
