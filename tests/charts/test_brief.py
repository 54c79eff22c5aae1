"""Findings say what their view shows, and nothing where there is too little."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.filters import EVERYTHING, Filters
from pages.charts import brief
from tests.corpora import corpus_of, entry, story
from tests.measures.asking import asked
from tests.measures.ninety import DAYS, WORDS, ninety
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus

STORIES = re.compile(r"([\d,]+) (?:of [\d,]+ )?stor(?:y|ies)(?! each)")
PERCENT = re.compile(r"(\d+)%")


def test_too_little_has_no_findings() -> None:
    """Fewer than five stories bear none."""
    assert brief.findings(timeless(), EVERYTHING) == ()
    assert brief.findings(six(), Filters(words="nothing")) == ()
    assert brief.findings(six(), Filters(topic=("AI",))) == ()


def agree(corpus: Corpus, chosen: Filters) -> None:
    """Compare the number of stories that a finding names with its view's."""
    for finding in brief.findings(corpus, chosen):
        assert finding.text.endswith(".")
        count = int(finding.chosen.mask(corpus).sum())
        assert count > 0, finding.text
        if finding.page == "story":
            assert finding.story_id in corpus.positions_by_id
            continue
        named = STORIES.search(finding.text)
        if named:
            assert int(named[1].replace(",", "")) == count, finding.text
        for share in PERCENT.findall(finding.text):
            assert int(share) <= 100, finding.text


@pytest.mark.parametrize("reason", ["folded", "below gate", "other"])
def test_under_a_reason_the_backlog_is_of_that_reason(reason: str) -> None:
    """No share of the unpublished stories is over 100%."""
    agree(ninety(), Filters(reason=(reason,)))


def test_findings_lead_to_what_they_say() -> None:
    """Over everything each maker has something to say here but the widest."""
    pages = {finding.page for finding in brief.findings(ninety(), EVERYTHING)}
    assert pages >= {"timeline", "providers", "topics", "health"}
    agree(ninety(), EVERYTHING)


def running(**providers: int) -> Corpus:
    """So many stories of each provider, about a topic of its name and an umbrella."""
    return corpus_of(
        *(
            story(f"{name}{i}", provider=name, topics=["All", f"On {name}"])
            for name, count in providers.items()
            for i in range(count)
        )
    )


SAID: Final = [
    (
        running(A=6, B=5, C=1),
        EVERYTHING,
        "A ran most: 6 stories, 50% of 3 providers’ output.",
        "On A is the leading topic, on 6 of 12 stories, ahead of On B.",
    ),
    (
        running(A=5, B=5, C=1),
        EVERYTHING,
        "A and B ran most: 5 stories each.",
        "On A and On B lead: 5 stories each.",
    ),
    (
        running(A=6, B=5, C=1),
        Filters(provider=("B",)),
        "B ran 5 of 12 stories, second of 3 providers.",
        "On B is the leading topic, on 5 of 5 stories.",
    ),
    (
        running(A=6, B=5, C=1),
        Filters(topic=("On B",)),
        "B is the only provider.",
        "On B is on 5 of 12 stories, second of 3 topics.",
    ),
]


@pytest.mark.parametrize(("corpus", "chosen", "who", "what"), SAID)
def test_who_leads_is_said_of_all_and_a_choice_by_its_place(
    corpus: Corpus, chosen: Filters, who: str, what: str
) -> None:
    """What is chosen did not win by being chosen; and of equals none is ahead."""
    texts = [finding.text for finding in brief.findings(corpus, chosen)]
    assert texts == [who, what]


def test_providers_that_are_all_level_are_counted() -> None:
    """Five ran one story each: nobody ran most."""
    corpus = running(**dict.fromkeys("ABCDE", 1))
    assert brief.findings(corpus, EVERYTHING)[0].text == "5 providers ran 1 story each."


@settings(max_examples=60)
@given(st.data())
def test_findings_agree_under_any_filters(data: st.DataObject) -> None:
    """Whatever is asked for, a finding and its view say the same number."""
    agree(ninety(), data.draw(asked(ninety(), DAYS, WORDS)))


def test_the_widest_story_is_said_to_be_unpublished() -> None:
    """Coverages are mostly counted of published ones, and there another is widest."""
    related = [entry(f"x{i}", provider=f"P{i}") for i in range(3)]
    corpus = corpus_of(
        story("a", provider="A", published=False, related=related),
        *(story(f"b{i}", provider="B") for i in range(4)),
    )
    assert brief.findings(corpus, EVERYTHING)[0].text == (
        "“Story a”, unpublished, had the widest coverage: 4 providers within 72 hours."
    )


def waiting(folded: int, gated: int) -> Corpus:
    """Ten stories in a month, of which so many wait for each reason."""
    ran = 10 - folded - gated
    return corpus_of(
        *(story(f"f{i}", published=False, heat=-1, quality=50) for i in range(folded)),
        *(story(f"g{i}", published=False, heat=5, quality=5) for i in range(gated)),
        *(story(f"r{i}", published=True, heat=50, quality=50) for i in range(ran)),
    )


FOLDED: Final = "folded into another story."
GATED: Final = "below the quality of what was published that month."
WAITING: Final = [
    (1, 0, f"1 story is unpublished because it is {FOLDED}"),
    (0, 2, f"2 stories are unpublished, all of them because they are {GATED}"),
    (3, 1, f"4 stories are unpublished; 75% of them because they are {FOLDED}"),
]


@pytest.mark.parametrize(("folded", "gated", "expected"), WAITING)
def test_what_waits_is_said_with_its_reason(
    folded: int, gated: int, expected: str
) -> None:
    """All of them is no 100%."""
    said = brief.findings(waiting(folded, gated), EVERYTHING)
    assert [finding.text for finding in said if finding.page == "health"] == [expected]
