"""A shade that judges is the same for the same number, whatever else is in sight."""

from __future__ import annotations

from functools import cache, partial
from math import log
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
import pytest

from measures.filters import EVERYTHING, Filters
from measures.statistics import evidence
from pages.charts import theme
from pages.charts.related import cocoverage
from pages.charts.related.closeness import MEASURES
from tests.charts.sixteen import sixteen
from tests.charts.what.trends import trends
from tests.guards.figures import MAKERS, nodes
from tests.measures.ninety import ninety

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from loaders.corpus import Corpus
    from pages.charts.figure import Figure

SHADED: Final[Mapping[str, Callable[[Corpus, Filters], Figure]]] = {
    **MAKERS,
    **{
        f"cocoverage.matrix, {name}": partial(cocoverage.matrix, measure=name)
        for name in MEASURES
    },
}
JUDGING: Final = {
    "residuals.by_provider",
    "precedence.matrix",
    "cocoverage.matrix, lift",
    "cocoverage.matrix, npmi",
}


def colours(spec: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The channels of colour that are scaled by a number."""
    for node in nodes(spec):
        for name in ("color", "fill", "stroke"):
            channel = node.get(name)
            if isinstance(channel, dict) and channel.get("type") == "quantitative":
                yield channel


@cache
def rising() -> Corpus:
    """A corpus with a topic that rises and one that falls."""
    return trends({"A": 9, "B": 1})


@cache
def figures(name: str) -> list[Figure]:
    """A figure over several corpora, and over a part of one."""
    asked = (
        (ninety(), EVERYTHING),
        (ninety(), Filters(type=("article",))),
        (sixteen(), EVERYTHING),
        (rising(), EVERYTHING),
    )
    return [SHADED[name](corpus, chosen) for corpus, chosen in asked]


def test_the_figures_that_judge_are_found() -> None:
    """Those with a scale of two directions are these, and no other."""
    found = {
        name
        for name in SHADED
        for channel in colours(figures(name)[0].spec)
        if "domainMid" in channel.get("scale", {})
    }
    assert found == JUDGING


@pytest.mark.parametrize("name", sorted(JUDGING))
def test_a_scale_of_two_directions_is_fixed_and_even(name: str) -> None:
    """Its ends are equally far from its middle, and stand whatever the data are."""
    scales = [
        channel["scale"]
        for figure in figures(name)
        for channel in colours(figure.spec)
        if "domainMid" in channel.get("scale", {})
    ]
    assert scales
    for scale in scales:
        assert scale == scales[0]
        assert scale["clamp"]
        (least, most), middle = scale["domain"], scale["domainMid"]
        if scale["type"] == "log":
            least, middle, most = log(least), log(middle), log(most)
        assert middle - least == pytest.approx(most - middle)


@pytest.mark.parametrize("name", sorted(JUDGING))
def test_its_legend_says_in_words_what_it_means(name: str) -> None:
    """At both ends and in the middle; a number alone would say nothing to most."""
    (channel,) = [
        channel
        for channel in colours(figures(name)[0].spec)
        if "domainMid" in channel.get("scale", {})
    ]
    legend = channel["legend"]
    assert len(legend["values"]) == 3
    assert legend["labelExpr"].count("'") == 6
    assert legend["title"]


def test_a_number_that_may_be_negative_has_a_scale_of_two_directions() -> None:
    """One direction would make the lowest of them look like nothing."""
    wrong = [
        f"{name}: {channel['field']}"
        for name in SHADED
        for figure in figures(name)
        for channel in colours(figure.spec)
        if (figure.frame.get(channel["field"], pd.Series()) < 0).any()
        and "domainMid" not in channel["scale"]
    ]
    assert wrong == []


def strength(score: float) -> float:
    """How strong the shade of a score is, from 0 to 1, as Vega computes it."""
    channel: Any = theme.judged("x", "", ("", "", "")).to_dict()
    scale = channel["scale"]
    part = min(abs(score) / scale["domain"][1], 1)
    return float(part ** scale["exponent"])


def test_what_may_be_chance_stays_pale() -> None:
    """Just remarkable is a quarter of the strongest; +1.7 is half as strong as -2.5."""
    assert strength(evidence.REMARKABLE_SCORE) == 0.25
    assert strength(1.7) < strength(-2.5) / 2
    assert strength(2.24) < strength(7.1) / 3  # five of five, and fifty of fifty
    assert strength(-9) == strength(9) == 1


def test_a_number_is_written_as_its_shade_needs_it() -> None:
    """Light on strong shades of either side, dark on pale ones and on none."""
    scores = np.array([0, 2.9, -2.9, 3, -3, 9, np.nan])
    assert theme.on_shade(scores).tolist() == [
        *([theme.PALE] * 3),
        *([theme.STRONG] * 3),
        theme.PALE,
    ]
