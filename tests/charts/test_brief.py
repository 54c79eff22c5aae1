"""Findings say what their view shows, and nothing where there is too little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.filters import EVERYTHING, Filters
from pages.charts import brief
from pages.charts.what import topic
from pages.charts.who import provider
from tests.corpora import corpus_of, entry, story
from tests.measures.asking import asked
from tests.measures.ninety import DAYS, WORDS, ninety
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus


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
        facts = finding.sentence.facts
        if finding.page == "story":
            assert finding.query["story"] in corpus.positions_by_id
        elif "story_count" in facts and "burst_count" not in facts:
            assert finding.page == "stories" or facts["story_count"] == count


@pytest.mark.parametrize("reason", ["folded", "below gate", "other"])
def test_under_a_reason_the_backlog_is_of_that_reason(reason: str) -> None:
    """No share of the unpublished stories is over 100%."""
    agree(ninety(), Filters(reason=(reason,)))


def test_findings_lead_to_what_they_say() -> None:
    """Over everything most makers have something to say here."""
    pages = {finding.page for finding in brief.findings(ninety(), EVERYTHING)}
    assert pages >= {"topics", "health"}
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
    (running(A=40, B=9, C=1), EVERYTHING, "provider.leads_share", "topic.leads_share"),
    (running(A=6, B=5, C=1), EVERYTHING, "provider.level", "topic.level"),
    (
        running(A=6, B=5, C=1),
        Filters(provider=("B",)),
        "provider.placed",
        "ranking.only",
    ),
    (
        running(A=6, B=5, C=1),
        Filters(topic=("On B",)),
        "ranking.only",
        "topic.placed",
    ),
]


@pytest.mark.parametrize(("corpus", "chosen", "who", "what"), SAID)
def test_who_leads_is_said_of_all_and_a_choice_by_its_place(
    corpus: Corpus, chosen: Filters, who: str, what: str
) -> None:
    """What is chosen did not win by being chosen; and of equals none is ahead."""
    found = brief.findings(corpus, chosen)
    assert [finding.sentence.kind for finding in found] == [who, what]
    assert all(
        finding.sentence.facts["name"]
        in (*finding.chosen.provider, *finding.chosen.topic)
        for finding in found
        if "name" in finding.sentence.facts
    )


def test_what_is_said_in_brief_is_what_heads_the_figure() -> None:
    """One statement has one rule: the words of the brief are those of the figures."""
    corpus = ninety()
    said = {
        finding.page: finding.sentence for finding in brief.findings(corpus, EVERYTHING)
    }
    assert said["providers"] == provider.leaderboard(corpus, EVERYTHING).title
    assert said["topics"] == topic.leaderboard(corpus, EVERYTHING).title


def test_umbrella_topics_are_said_to_be_set_aside() -> None:
    """They are on all stories, and lead nothing."""
    found = brief.findings(running(A=40, B=9, C=1), EVERYTHING)
    aside = found[-1].aside
    assert aside is not None
    assert aside.facts["names"] == ("All",)
    assert str(aside) in found[-1].text


def test_providers_that_are_all_level_are_no_finding() -> None:
    """Five ran one story each: nobody ran most."""
    assert brief.findings(running(**dict.fromkeys("ABCDE", 1)), EVERYTHING) == ()


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
    finding = brief.findings(corpus, EVERYTHING)[0]
    assert finding.sentence.kind == "brief.widest"
    assert finding.sentence.facts["name"] == "“Story a”"
    assert finding.sentence.facts["breadth"] == 4
    assert "unpublished" in finding.text
    assert finding.query == {"story": "a"}


def test_stories_of_equal_breadth_are_counted() -> None:
    """None of them is preferred: the list of all opens, the widest first."""
    related = [entry(f"x{i}", provider=f"P{i}") for i in range(3)]
    corpus = corpus_of(
        story("a", provider="A", related=related),
        story("b", provider="B", related=related),
        *(story(f"c{i}", provider="B") for i in range(4)),
    )
    finding = brief.findings(corpus, EVERYTHING)[0]
    assert finding.sentence.kind == "brief.widest_equal"
    assert finding.sentence.facts["story_count"] == 2
    assert (finding.page, finding.query) == ("stories", {"order": "widest"})


def waiting(folded: int, gated: int) -> Corpus:
    """Ten stories in a month, of which so many wait for each reason."""
    ran = 10 - folded - gated
    return corpus_of(
        *(story(f"f{i}", published=False, heat=-1, quality=50) for i in range(folded)),
        *(story(f"g{i}", published=False, heat=5, quality=5) for i in range(gated)),
        *(story(f"r{i}", published=True, heat=50, quality=50) for i in range(ran)),
    )


WAITING: Final = [
    (1, 0, "brief.waiting", {"story_count": 1, "reason": "folded"}),
    (0, 2, "brief.waiting", {"story_count": 2, "reason": "below gate"}),
    (3, 1, "brief.waiting_part", {"story_count": 4, "part_count": 3}),
]


@pytest.mark.parametrize(("folded", "gated", "kind", "facts"), WAITING)
def test_what_waits_is_said_with_its_reason(
    folded: int, gated: int, kind: str, facts: dict[str, object]
) -> None:
    """All of them is no 100%, and of fewer than ten there is no share."""
    said = brief.findings(waiting(folded, gated), EVERYTHING)
    (sentence,) = [finding.sentence for finding in said if finding.page == "health"]
    assert sentence.kind == kind
    assert sentence.facts | facts == sentence.facts
