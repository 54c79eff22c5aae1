"""Filters as anybody might ask for them: drawn at random, from what a corpus has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from loaders import frames
from measures import completeness, link
from measures.clauses import WEEKDAYS, provider_column
from measures.filters import GRAINS, IDENTITIES, Filters

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from loaders.corpus import Corpus


def some(names: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of these names, each at most once, in any order; often none."""
    if not names:
        return st.just(())
    few = st.lists(st.sampled_from(names), max_size=3, unique=True).map(tuple)
    return st.just(()) | few


@st.composite
def asked(
    draw: st.DrawFn,
    corpus: Corpus,
    days: st.SearchStrategy[date],
    words: st.SearchStrategy[str],
) -> Filters:
    """Filters that make sense in a corpus: any values that it has, in any field.

    Args:
        draw: Hypothesis gives it.
        corpus: Where names of providers, topics and carriers come from.
        days: Ends of a range; they are put in order.
        words: What is searched for.
    """
    by = draw(st.sampled_from(IDENTITIES))
    providers = list(corpus.names(provider_column(by)))
    topics = list(corpus.topic_names)
    ends = sorted((draw(days), draw(days)))
    scores = st.integers(-999_999_999, 999_999_999) | st.integers(0, 100)
    return Filters(
        first=draw(st.sampled_from([None, ends[0]])),
        last=draw(st.sampled_from([None, ends[1]])),
        provider=draw(some(providers)),
        topic=draw(some(topics)),
        type=draw(some(frames.type_names)),
        state=draw(some(frames.state_names)),
        reason=draw(some(frames.reason_names)),
        carrier=draw(some(list(corpus.names("carrier")))),
        quality=draw(
            st.none()
            | st.tuples(scores, scores).map(lambda pair: (min(pair), max(pair)))
        ),
        words=draw(words),
        not_provider=draw(some(providers)),
        not_topic=draw(some(topics)),
        weekday=draw(some(WEEKDAYS)),
        hour=draw(st.lists(st.integers(0, 23), max_size=3, unique=True).map(tuple)),
        lacks=draw(some(list(completeness.FIELDS))),
        by=by,
        grain=draw(st.sampled_from(["", *GRAINS])),
        window=draw(st.integers(1, link.LONGEST_WINDOW_HOURS)),
    )
