"""Every sentence says what is so: its numbers are recounted under random filters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loaders
from measures.filters import EVERYTHING, GRAINS, IDENTITIES, Filters
from pages.charts import brief
from pages.charts.sentences.sentence import Sentence
from pages.charts.sentences.templates import TEMPLATES
from tests.guards.figures import MAKERS
from tests.guards.recount import PLAIN, RECOUNTS
from tests.guards.recount.view import View
from tests.measures.asking import asked
from tests.measures.ninety import DAYS, WORDS, ninety
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.corpus import Corpus

VIEWS: Final = [
    EVERYTHING,
    *(Filters(grain=grain, by=by) for grain in GRAINS for by in IDENTITIES),
    Filters(words="nothing"),
    Filters(topic=("Law",)),
    Filters(provider=("One", "Nobody")),
    Filters(first=date(2021, 1, 3), last=date(2021, 1, 20), grain="month"),
]


def test_every_kind_of_sentence_is_recounted() -> None:
    """What has numbers has a recount; nothing is both, and nothing is recounted in vain."""
    assert set(RECOUNTS) | PLAIN == set(TEMPLATES)
    assert not set(RECOUNTS) & PLAIN


def recounted(corpus: Corpus, chosen: Filters, name: str) -> None:
    """Recount the title of a figure."""
    title = MAKERS[name](corpus, chosen).title
    if isinstance(title, Sentence) and title.kind not in PLAIN:
        RECOUNTS[title.kind](View(corpus, chosen), title.facts)


def brief_recounted(corpus: Corpus, chosen: Filters) -> None:
    """Recount all that is said in brief."""
    for finding in brief.findings(corpus, chosen):
        for sentence in (finding.sentence, finding.aside):
            if sentence is not None and sentence.kind not in PLAIN:
                RECOUNTS[sentence.kind](View(corpus, chosen), sentence.facts)


@settings(max_examples=60)
@given(st.data())
def test_what_is_said_in_brief_is_so_under_any_filters(data: st.DataObject) -> None:
    """Each number of a finding is that of the view it speaks of."""
    brief_recounted(ninety(), data.draw(asked(ninety(), DAYS, WORDS)))


@pytest.mark.parametrize("name", MAKERS)
def test_a_headline_counts_its_own_stories(name: str) -> None:
    """Over corpora to count by hand, whole and narrowed."""
    for corpus in (ninety(), six(), timeless()):
        for chosen in VIEWS:
            recounted(corpus, chosen, name)


@pytest.mark.parametrize("name", MAKERS)
@settings(max_examples=15)
@given(st.data())
def test_a_headline_counts_its_own_stories_under_any_filters(
    name: str, data: st.DataObject
) -> None:
    """Whatever is asked for, each number of a headline is that of the view."""
    recounted(ninety(), data.draw(asked(ninety(), DAYS, WORDS)), name)


def test_headlines_of_real_corpora_count_their_own_stories(real_corpus: Path) -> None:
    """Over everything, and over a range that begins and ends inside months."""
    corpus = loaders.load(real_corpus)
    for chosen in (EVERYTHING, Filters(first=date(2020, 6, 9), last=date(2021, 3, 11))):
        brief_recounted(corpus, chosen)
        for name in MAKERS:
            recounted(corpus, chosen, name)
