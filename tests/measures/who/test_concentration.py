"""Concentration under the three identities."""

from __future__ import annotations

import numpy as np
import pytest

from measures.filters import EVERYTHING, Filters
from measures.who import concentration
from tests.corpora import corpus_of, story


def test_three_identities_side_by_side() -> None:
    """Four stories and one without a provider.

    By family: One 3 (own site, MSN, MSN), Two 1: 0.75² + 0.25² = 0.625, 1.6 providers.
    By name: One 1, One on MSN 2, Two 1: 0.25² + 0.5² + 0.25² = 0.375.
    By domain: one.example 1, msn.com 3: 0.0625 + 0.5625 = 0.625.
    """
    corpus = corpus_of(
        story("a", provider="One", domain="one.example"),
        story("b", provider="One on MSN", domain="msn.com"),
        story("c", provider="One on MSN", domain="msn.com"),
        story("d", provider="Two on MSN", domain="msn.com"),
        story("e", provider=None),
    )
    whole = concentration.concentration(corpus, EVERYTHING)
    frame = whole.frame.set_index("identity")
    assert whole.n == 5
    assert frame["hhi_score"].to_dict() == {
        "family": 0.625,
        "name": 0.375,
        "domain": 0.625,
    }
    assert frame.loc["family", "effective_count"] == 1.6
    assert frame["provider_count"].to_dict() == {"family": 2, "name": 3, "domain": 2}
    assert frame["story_count"].tolist() == [4, 4, 4]
    assert frame["missing_count"].tolist() == [1, 1, 1]
    assert frame["top_provider"].tolist() == ["One", "One on MSN", "msn.com"]
    assert frame["top_share"].tolist() == [0.75, 0.5, 0.75]


def test_one_provider_is_all_concentrated() -> None:
    """HHI 1, and one effective provider."""
    frame = concentration.concentration(corpus_of(story()), EVERYTHING).frame
    assert frame["hhi_score"].tolist() == [1, 1, 1]
    assert frame["effective_count"].tolist() == [1, 1, 1]


@pytest.mark.parametrize("provider", ["The Paper", None])
def test_no_story_has_no_concentration(provider: str | None) -> None:
    """Missing, not 0: of nothing and of stories without a provider alike."""
    corpus = corpus_of(story(provider=provider))
    chosen = Filters(provider=("Nobody",)) if provider else EVERYTHING
    frame = concentration.concentration(corpus, chosen).frame
    assert np.isnan(frame[["hhi_score", "effective_count", "top_share"]]).all(axis=None)
    assert frame["story_count"].tolist() == [0, 0, 0]
