"""Every sentence says what is so: its numbers are recounted under random filters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loaders
from measures import link, totals
from measures.filters import EVERYTHING, GRAINS, IDENTITIES, Filters
from measures.versus.comparison import Side
from pages.charts import brief
from pages.charts.related import story
from pages.charts.sentences import comparing
from pages.charts.sentences.sentence import FIELD
from pages.charts.sentences.templates import TEMPLATES
from pages.charts.versus import comparison, differences
from pages.charts.wording import Sentence
from tests.guards.figures import MAKERS
from tests.guards.recount import PLAIN, RECOUNTS
from tests.guards.recount.view import View
from tests.measures.asking import asked
from tests.measures.ninety import DAYS, WORDS, ninety
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from loaders.corpus import Corpus
    from pages.charts.figure import Figure

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


def test_a_sentence_that_is_not_recounted_says_no_number() -> None:
    """It has names at most, which need no form."""
    formed = {kind for kind in PLAIN if any(form for _, form in _fields(kind))}
    assert formed == set()


def _fields(kind: str) -> list[tuple[str, str]]:
    return FIELD.findall(TEMPLATES[kind])


def recounted(corpus: Corpus, chosen: Filters, name: str) -> None:
    """Recount the title of a figure."""
    title = MAKERS[name](corpus, chosen).title
    assert isinstance(title, Sentence)
    if title.kind not in PLAIN:
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


@settings(max_examples=60)
@given(st.data())
def test_what_is_said_of_totals_is_so_under_any_filters(data: st.DataObject) -> None:
    """The change of the stories, beside their number and below the row."""
    corpus = ninety()
    chosen = data.draw(asked(corpus, DAYS, WORDS))
    found = totals.totals(corpus, chosen)[0].change
    for sentence in (comparing.delta(found, is_sum=True), comparing.against(found)):
        if sentence is not None:
            RECOUNTS[sentence.kind](View(corpus, chosen), sentence.facts)


COMPARED: Final = [
    comparison.over_time,
    differences.by_provider,
    differences.by_topic,
]


@pytest.mark.parametrize("make", COMPARED)
@pytest.mark.parametrize("as_count", [False, True])
@settings(max_examples=20)
@given(st.data())
def test_what_is_said_of_two_sides_is_so_under_any_filters(
    make: Callable[..., Figure], as_count: bool, data: st.DataObject
) -> None:
    """Of any two views, or of one and the rest."""
    corpus = ninety()
    left, right = (data.draw(asked(corpus, DAYS, WORDS)) for _ in "AB")
    sides = Side("A", left), Side("B", right.with_(by=left.by))
    if data.draw(st.booleans()):
        sides = sides[0], Side("B", left, is_rest=True)
    title = make(corpus, *sides, as_count=as_count).title
    if title.kind not in PLAIN:
        RECOUNTS[title.kind](View(corpus, left), title.facts)


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


@settings(max_examples=60)
@given(st.data())
def test_what_is_said_of_a_story_is_so(data: st.DataObject) -> None:
    """Who ran a related story before it, within any window."""
    for corpus in (ninety(), six(), timeless()):
        window = data.draw(st.integers(1, link.LONGEST_WINDOW_HOURS))
        position = data.draw(st.integers(0, len(corpus) - 1))
        chosen = Filters(window=window)
        title = story.strip(corpus, position, chosen).title
        RECOUNTS[title.kind](View(corpus, chosen), title.facts)


def test_headlines_of_real_corpora_count_their_own_stories(real_corpus: Path) -> None:
    """Over everything, and over a range that begins and ends inside months."""
    corpus = loaders.load(real_corpus)
    for chosen in (EVERYTHING, Filters(first=date(2020, 6, 9), last=date(2021, 3, 11))):
        brief_recounted(corpus, chosen)
        for name in MAKERS:
            recounted(corpus, chosen, name)
    for position in range(0, len(corpus), 10):
        title = story.strip(corpus, position, EVERYTHING).title
        RECOUNTS[title.kind](View(corpus, EVERYTHING), title.facts)
