"""What providers bear beyond their ranking: voice, concentration, a profile, company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from measures.statistics import evidence
from pages.charts import wording
from pages.charts.sentences.sentence import say

if TYPE_CHECKING:
    import pandas as pd

    from pages.charts.wording import Sentence


def voice(led: pd.DataFrame, bins: int, noun: str) -> Sentence:
    """Who ran more than any other most often, where that is by more than chance.

    Args:
        led: Rows of `voice.leading`.
        bins: How many bins there are.
        noun: What a bin is.
    """
    counts = led["led_count"].to_numpy()
    if evidence.leaders(counts) != 1 or counts[0] < evidence.LEAST_LED:
        return say("voice.plain")
    return say(
        "voice.leads",
        name=str(led["provider"].iloc[0]),
        led_count=int(counts[0]),
        bin_count=(bins, noun),
    )


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
    stories, providers = int(row["story_count"]), int(row["provider_count"])
    if providers == 1:
        name = str(row["top_provider"])
        return say("concentration.only", name=name, by=by, story_count=stories)
    if stories < evidence.LEAST_FOR_CONCENTRATION:
        return say("concentration.plain", by=by)
    effective = float(row["effective_count"])
    is_even = wording.decimal(effective) == wording.decimal(providers)
    return say(
        "concentration.even" if is_even else "concentration.equal",
        by=by,
        provider_count=providers,
        effective=effective,
    )


def profile(
    name: str, topics: pd.DataFrame, sizes: tuple[int, int], most: int
) -> Sentence:
    """The topic that sets a provider apart from the rest, by more than chance.

    Args:
        name: The provider.
        topics: Rows of `profile.topics`, all of them: each competes.
        sizes: How many stories it has, and how many the rest.
        most: So many of the topics are shown; one of them is named.
    """
    stories, rest = sizes
    facts = {"name": name, "story_count": stories}
    if topics.empty or not name:
        return say("profile.plain", **facts)
    if topics["difference_share"].isna().all():
        return say("profile.alone", **facts)
    own, theirs = topics["story_count"].to_numpy(), topics["rest_count"].to_numpy()
    p = evidence.rate_test(own, stories, theirs, rest)
    sure = evidence.holds(p) & (own >= evidence.LEAST_FOR_PEAK)
    sure[most:] = False
    if min(sizes) < evidence.LEAST_FOR_SHARE or not sure.any():
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


def company(name: str, others: pd.DataFrame) -> Sentence:
    """With whom a provider shares most related coverages, where one leads.

    Args:
        name: The provider.
        others: Rows of `cocoverage.of_provider`, most shared first; those that share too
            few for a figure too: one may be ahead of them by a single coverage.
    """
    counts = others["both_count"].to_numpy()
    if evidence.leaders(counts) != 1 or np.isnan(others["given_share"].iloc[0]):
        return say("company.plain", name=name)
    top = others.iloc[0]
    return say(
        "company.most",
        name=name,
        other=str(top["other"]),
        both_count=int(top["both_count"]),
        own_count=int(top["provider_count"]),
    )
