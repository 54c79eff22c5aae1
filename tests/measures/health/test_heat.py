"""Heat is quality and 20 for each related story, or it is something else."""

from __future__ import annotations

import pytest

from measures.filters import EVERYTHING, Filters
from measures.health import heat
from tests.corpora import corpus_of, entry, story

NEWS = (
    story("a", quality=50, heat=50),
    story("b", quality=50, heat=90, related=[entry("x"), entry("y")]),
    story("c", quality=50, heat=90, related=[entry("x"), entry("x")]),
    story("d", quality=50, heat=60),
    story("e", quality=50, heat=10, related=[entry("x")]),
    story("f", quality=50, heat=-1),
    story("g", quality=50, heat=None),
    story("h", quality=None, heat=70),
)


def test_kinds_of_heat_add_up() -> None:
    """a, b, c as derived (in c an entry stands twice, and counts twice); d, e differ."""
    whole = heat.audit(corpus_of(*NEWS), EVERYTHING)
    assert whole.n == 8
    assert dict(zip(whole.frame["kind"], whole.frame["story_count"], strict=True)) == {
        "as derived": 3,
        "differs": 2,
        "folded (-1)": 1,
        "missing": 1,
        "quality missing": 1,
    }
    assert whole.frame["story_share"].sum() == pytest.approx(1)


def test_the_stories_that_differ() -> None:
    """d: 60 - 50 = 10; e: 10 - (50 + 20) = -60, the greater of the two."""
    whole = heat.differing(corpus_of(*NEWS), EVERYTHING)
    assert whole.n == 5
    assert whole.frame["story"].tolist() == [4, 3]
    assert whole.frame["derived_score"].tolist() == [70, 50]
    assert whole.frame["difference_score"].tolist() == [-60, 10]
    assert [item.count for item in whole.left_out] == [1, 1, 1]


def test_no_story_has_no_heat() -> None:
    """Counts of 0, no shares, no rows."""
    nobody = Filters(provider=("Nobody",))
    frame = heat.audit(corpus_of(*NEWS), nobody).frame
    assert frame["story_count"].sum() == 0
    assert frame["story_share"].isna().all()
    assert heat.differing(corpus_of(*NEWS), nobody).frame.empty
