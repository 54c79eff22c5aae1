"""What providers bear beyond their ranking: voice, concentration, a profile, company."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from measures.statistics import evidence
from measures.statistics.association import LEAST_SUPPORT
from pages.charts.sentences.sentence import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from pages.charts.sentences.sentence import Sentence

LEAST_BINS: Final = 5
"""Bins over which leading is a finding."""
LEAST_FOR_CONCENTRATION: Final = 20
"""Stories that a concentration is said of."""


def voice(leaders: Sequence[str], led: int, bins: int, noun: str) -> Sentence:
    """Who ran more than any other in most bins, where one did in more than half of them.

    Args:
        leaders: The providers that led in most bins.
        led: In how many.
        bins: Of how many.
        noun: What a bin is.
    """
    facts = {"bin_count": (bins, noun), "led_count": led}
    if bins < LEAST_BINS or len(leaders) != 1 or 2 * led <= bins:
        return say("voice.plain", **facts)
    return say("voice.leads", **facts, name=leaders[0])


def concentration(table: pd.DataFrame, by: str) -> Sentence:
    """How many providers of equal size would be as concentrated, under one identity.

    Args:
        table: Rows of `concentration.concentration` that have stories.
        by: The identity that the pages count by.
    """
    held = table[table["identity"] == by]
    if held.empty:
        return say("concentration.plain", by=by)
    row = held.iloc[0]
    if row["provider_count"] == 1:
        return say("concentration.only", name=str(row["top_provider"]), by=by)
    if row["story_count"] < LEAST_FOR_CONCENTRATION:
        return say("concentration.plain", by=by)
    return say(
        "concentration.equal",
        by=by,
        provider_count=int(row["provider_count"]),
        effective=float(row["effective_count"]),
    )


def profile(name: str, topics: pd.DataFrame, stories: int) -> Sentence:
    """The topic that sets a provider apart from the rest, by more than chance.

    Args:
        name: The provider.
        topics: Rows of `profile.topics`, all of them: each competes.
        stories: How many stories it has.
    """
    facts = {"name": name, "story_count": stories}
    if topics.empty or not name:
        return say("profile.plain", **facts)
    if topics["difference_share"].isna().all():
        return say("profile.alone", **facts)
    own, rest = topics["story_count"].to_numpy(), topics["rest_share"].to_numpy()
    p = evidence.binomial_test(own, np.full(len(own), stories), rest)
    sure = evidence.holds(p) & (own >= evidence.LEAST_FOR_PEAK)
    if stories < evidence.LEAST_FOR_SHARE or not sure.any():
        return say("profile.plain", **facts)
    difference = topics["difference_share"].to_numpy()
    top = topics.iloc[int(np.where(sure, difference, -np.inf).argmax())]
    return say(
        "profile.topic",
        **facts,
        topic=str(top["topic"]),
        share=float(top["story_share"]),
        rest_share=float(top["rest_share"]),
    )


def company(name: str, shown: pd.DataFrame) -> Sentence:
    """With whom a provider shares most related coverages, where one leads.

    Args:
        name: The provider.
        shown: Rows of `cocoverage.of_provider`, most shared first.
    """
    if shown.empty or not name:
        return say("company.plain", name=name)
    counts = shown["both_count"].to_numpy()
    if evidence.leaders(counts) != 1 or counts[0] < LEAST_SUPPORT:
        return say("company.plain", name=name)
    top = shown.iloc[0]
    return say(
        "company.most",
        name=name,
        other=str(top["other"]),
        both_count=int(top["both_count"]),
        own_count=int(top["provider_count"]),
    )
