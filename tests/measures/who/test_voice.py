"""Shares of voice over time, and who leads."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

from measures.filters import EVERYTHING, GRAINS, IDENTITIES, Filters
from measures.when import attention
from measures.who import voice
from tests.corpora import corpus_of, story
from tests.measures.clock import at
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus


@cache
def weeks() -> Corpus:
    """Four weeks: A ran 6, B 5, C 3, D 1; the second week has four, the third none."""
    runs = {"A": (1, 1, 1, 2, 4, 4), "B": (1, 1, 2, 2, 4), "C": (2, 4, 4), "D": (4,)}
    return corpus_of(
        *(
            story(
                f"{name}{i}",
                provider=name,
                published_at=f"2021-01-{7 * week - 3:02}T00:00:00Z",
            )
            for name, of_name in runs.items()
            for i, week in enumerate(of_name)
        ),
        story("z", provider=None, published_at="2021-01-25T00:00:00Z"),
        story("y", provider="A", published_at=None),
    )


def test_shares_of_voice_are_of_the_bin() -> None:
    """The two leaders stand by themselves, C and D together under an empty name."""
    table = voice.share_over_time(weeks(), Filters(grain="week"), 2)
    counts = table.pivot_table(
        index="bin_day", columns="order", values="story_count", observed=True
    )
    assert counts.to_numpy().tolist() == [[3, 2, 0], [1, 2, 1], [0, 0, 0], [2, 1, 3]]
    assert table["provider"].tolist() == ["A", "B", ""] * 4
    np.testing.assert_allclose(
        table["story_share"], [3 / 5, 2 / 5, 0, *[np.nan] * 6, 1 / 3, 1 / 6, 1 / 2]
    )


LEADING: Final = [
    (timeless(), EVERYTHING, {}, 0),
    (six(), Filters(grain="week"), {}, 0),
    (weeks(), Filters(grain="week"), {"A": 1}, 2),
    (weeks(), Filters(grain="month"), {"A": 1}, 1),
    (weeks(), Filters(grain="month", provider=("B", "C")), {"B": 1}, 1),
    (weeks(), Filters(grain="day", provider=("B", "C")), {}, 0),
]


@pytest.mark.parametrize(("corpus", "chosen", "led", "bins"), LEADING)
def test_a_bin_is_led_by_who_ran_most_of_all(
    corpus: Corpus, chosen: Filters, led: dict[str, int], bins: int
) -> None:
    """A leads the first week; the last is A's and C's, and so nobody's."""
    found = voice.leading(corpus, chosen)
    assert dict(found.frame.itertuples(index=False)) == led
    assert found.n == bins
    assert list(found.frame.columns) == ["provider", "led_count"]


def test_who_led_most_bins_is_first() -> None:
    """B leads two days and A, who ran most, one; C leads none and has no row."""
    runs = ["AAAAAAAB", "BBBAC", "BBBAC"]
    corpus = corpus_of(
        *(
            story(f"s{day}-{i}", provider=name, published_at=at(days=day))
            for day, names in enumerate(runs)
            for i, name in enumerate(names)
        )
    )
    found = voice.leading(corpus, Filters(grain="day"))
    assert list(found.frame.itertuples(index=False)) == [("B", 2), ("A", 1)]
    assert (found.n, found.unit) == (3, "days")


def test_those_that_are_drawn_together_compete_as_well() -> None:
    """C leads the second day, though only A stands by itself; A and C have one each."""
    corpus = corpus_of(
        *(story(f"a{i}", provider="A", published_at=at()) for i in range(5)),
        *(story(f"b{i}", provider="A", published_at=at(days=1)) for i in range(2)),
        *(story(f"c{i}", provider="C", published_at=at(days=1)) for i in range(3)),
    )
    found = voice.leading(corpus, Filters(grain="day"), 1)
    assert list(found.frame.itertuples(index=False)) == [("A", 1), ("C", 1)]
    assert found.n == 2


def test_nobody_has_no_share_of_voice() -> None:
    """Bins without a provider hold only the others, at 0 and without a share."""
    table = voice.share_over_time(six(), Filters(topic=("Robots",), grain="month"))
    assert table["provider"].tolist() == ["", ""]
    assert table["story_count"].tolist() == [0, 0]
    assert table["story_share"].isna().all()
    assert len(voice.share_over_time(timeless(), EVERYTHING)) == 0


@pytest.mark.parametrize("grain", GRAINS)
@pytest.mark.parametrize("most", [1, 2, 8])
@pytest.mark.parametrize("by", IDENTITIES)
def test_shares_of_voice_add_up_to_1(grain: str, most: int, by: str) -> None:
    """In each bin that has five stories of any provider; others have none at all."""
    for corpus in (six(), weeks()):
        chosen = Filters(grain=grain, by=by)
        table = voice.share_over_time(corpus, chosen, most)
        sums = table.groupby("bin_day")[["story_count", "story_share"]].sum(min_count=1)
        full = sums["story_count"] >= attention.LEAST_DENOMINATOR
        np.testing.assert_allclose(sums.loc[full, "story_share"], 1)
        assert sums.loc[~full, "story_share"].isna().all()
        assert full.any() or corpus is six()


def test_chosen_providers_are_the_compared_set() -> None:
    """With B and C chosen, their shares are of the two alone."""
    chosen = Filters(provider=("B", "C"), grain="month")
    table = voice.share_over_time(weeks(), chosen)
    assert table["provider"].tolist() == ["B", "C", ""]
    np.testing.assert_allclose(table["story_share"], [5 / 8, 3 / 8, 0])
    assert list(table.columns) == [
        "bin_at",
        "bin_end_at",
        "bin_day",
        "bin_end_day",
        "provider",
        "order",
        "story_count",
        "story_share",
    ]
