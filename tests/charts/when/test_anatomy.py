"""A burst is taken apart by coverage, provider and topic; the parts add up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts import theme
from pages.charts.when import anatomy, outlets
from tests.corpora import Story, corpus_of, entry, story
from tests.measures.clock import MIDNIGHT, at

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from pages.charts.figure import Figure

DAY_28: Final = (MIDNIGHT + timedelta(days=28)).date()
BURST: Final = Filters(first=DAY_28, last=DAY_28)
OUTLETS: Final = ("One", "Two", "Three", "Four", "Five", "Six")


def before() -> list[Story]:
    """28 days with a story of One's on chips each."""
    return [
        story(
            f"b{day:02}", provider="One", topics=["Chips"], published_at=at(1, days=day)
        )
        for day in range(28)
    ]


def told(topics: list[str] | None, *, is_linked: bool = True) -> list[Story]:
    """Six stories of day 28, each by another; p lists q, r, s and t, and u is alone.

    Where they are not linked, each lists one elsewhere.
    """
    names = "pqrstu"
    return [
        story(
            name,
            title=f"Told by {name}",
            provider=outlet,
            topics=topics,
            published_at=at(place, days=28),
            related=(list("qrst") if name == "p" else [])
            if is_linked
            else [entry(name * 2)],
        )
        for place, (name, outlet) in enumerate(zip(names, OUTLETS, strict=True))
    ]


def one_story() -> Corpus:
    """The burst of one story in many outlets, on games and phones."""
    return corpus_of(*before(), *told(["Games", "Phones"]))


MAKERS: Final = [outlets.by_coverage, anatomy.by_provider, anatomy.by_topic]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize(
    "chosen", [EVERYTHING, Filters(first=DAY_28), BURST.with_(words="nothing")], ids=str
)
def test_what_is_no_burst_has_no_anatomy(make: object, chosen: Filters) -> None:
    """No range, an open one, and a day on which nothing is asked for."""
    figure: Figure = make(one_story(), chosen)  # type: ignore[operator] # a maker
    assert figure.empty == "The chosen dates are no burst."
    assert figure.frame.empty


@pytest.mark.parametrize("make", MAKERS)
def test_the_parts_add_up_and_it_is_said(make: object) -> None:
    """Six stories where one is usual: five beyond."""
    figure: Figure = make(one_story(), BURST)  # type: ignore[operator] # a maker
    assert figure.frame["excess_count"].sum() == pytest.approx(5)
    assert "6 stories less 1 that would have been usual" in figure.counts
    assert figure.counts.endswith("The parts add up to +5.")


def test_one_story_in_many_outlets() -> None:
    """The coverage of p makes all 5; u stands against the usual 1."""
    figure = outlets.by_coverage(one_story(), BURST)
    assert figure.title.kind == "outlets.one"
    assert figure.title.facts["name"] == "“Told by p”"
    assert (figure.title.facts["excess"], figure.title.facts["whole"]) == (5, 5)
    assert figure.frame["part"].tolist() == ["“Told by p”", outlets.ALONE]
    assert figure.frame["role"].tolist() == [theme.CHOSEN, theme.SHOWN]
    assert figure.frame["label"].tolist() == [
        "+5 · 5 stories by 5 providers",
        "0 · 1 story by 1 provider",
    ]


def test_a_coverage_lists_its_stories() -> None:
    """As many as its bar counts; a name that is none lists none."""
    corpus = one_story()
    figure = outlets.by_coverage(corpus, BURST)
    assert figure.stories is not None
    ids = [
        "".join(corpus.texts["story_id"].iloc[figure.stories((part,))])
        for part in figure.frame["part"]
    ]
    assert ids == ["pqrst", "u"]
    assert len(figure.stories(("“Another”",))) == 0


def test_coverages_of_one_title_are_told_apart() -> None:
    """By their number."""
    stories = [
        story(
            name,
            title="The same",
            provider=outlet,
            published_at=at(place, days=28),
            related={"p": ["q", "r"], "s": ["t", "u"]}.get(name, []),
        )
        for place, (name, outlet) in enumerate(zip("pqrstu", OUTLETS, strict=True))
    ]
    figure = outlets.by_coverage(corpus_of(*before(), *stories), BURST)
    named = figure.frame["part"].tolist()
    assert named[:2] == ["“The same”", "“The same” (2)"]


def test_many_stories() -> None:
    """Nobody lists another: all stand alone, and no part is remarkable."""
    corpus = corpus_of(*before(), *told(None, is_linked=False))
    figure = outlets.by_coverage(corpus, BURST)
    assert figure.title.kind == "outlets.apart"
    assert figure.title.facts["story_count"] == 6
    assert figure.frame["role"].tolist() == [theme.SHOWN]


def test_without_links_it_cannot_be_told() -> None:
    """And no chart pretends to."""
    unlinked = [
        story(name, provider=name, published_at=at(place, days=28))
        for place, name in enumerate("pqrstu")
    ]
    figure = outlets.by_coverage(corpus_of(*before(), *unlinked), BURST)
    assert figure.title.kind == "outlets.unlinked"
    assert figure.empty == outlets.UNTOLD


@pytest.mark.parametrize(
    ("make", "kind"), [(anatomy.by_provider, "provider"), (anatomy.by_topic, "topic")]
)
@pytest.mark.parametrize("topics", [None, ["Games"], ["Games", "Phones"]], ids=str)
def test_a_part_opens_what_it_says(
    make: object, kind: str, topics: list[str] | None
) -> None:
    """Its own stories within the burst, those without a topic too."""
    corpus = corpus_of(*before(), *told(topics))
    figure: Figure = make(corpus, BURST)  # type: ignore[operator] # a maker
    assert figure.mark is not None
    found = {}
    for name, count in zip(
        figure.frame[kind], figure.frame["opened_count"], strict=True
    ):
        opened = figure.mark({kind: name})
        assert int(opened.mask(corpus).sum()) == count
        found[name] = count
    assert sum(found.values()) == 6 * max(len(topics or [""]) * (kind == "topic"), 1)


def test_a_chosen_part_leaves_the_others_in_sight() -> None:
    """By provider all six stay; by topic only those of the chosen provider count."""
    corpus = one_story()
    chosen = BURST.with_(provider=("Three",))
    providers = anatomy.by_provider(corpus, chosen)
    held = providers.frame[providers.frame["role"] == theme.CHOSEN]
    assert held["provider"].tolist() == ["Three"]
    assert providers.frame["is_faint"].sum() == 5
    topics = anatomy.by_topic(corpus, chosen)
    assert topics.frame.set_index("topic")["excess_count"].to_dict() == {
        "Games": 0.5,
        "Phones": 0.5,
    }
    assert topics.frame["opened_count"].tolist() == [1, 1]


def test_a_chosen_part_that_does_not_lead_is_shown() -> None:
    """It takes the last place of ten, and what is not shown is summed up."""
    many = [
        story(f"p{i:02}", provider=f"P{i:02}", published_at=at(0, days=28))
        for i in range(14)
    ]
    corpus = corpus_of(*before(), *many)
    figure = anatomy.by_provider(corpus, BURST.with_(provider=("P13",)))
    assert len(figure.frame) == anatomy.MOST_PARTS
    assert figure.frame["provider"].iloc[-1] == "P13"
    assert figure.left_out == "5 more providers, together +3."
    assert figure.frame["excess_count"].sum() + 3 == pytest.approx(13)


def test_an_umbrella_topic_is_set_aside_and_marked() -> None:
    """All are on chips: the headline is of games, and the bar of chips is pale."""
    corpus = corpus_of(*before(), *told(["Chips", "Games"]))
    figure = anatomy.by_topic(corpus, BURST)
    assert figure.title.kind == "anatomy.plain"
    pale = figure.frame.set_index("topic")["is_faint"].to_dict()
    assert pale == {"Games": False, "Chips": True}
    assert figure.notes == ("Paler, and set aside: Chips, on nearly every story.",)
    chosen = anatomy.by_topic(corpus, BURST.with_(topic=("Chips",)))
    pale = chosen.frame.set_index("topic")["is_faint"].to_dict()
    assert pale == {"Games": True, "Chips": False}
    assert chosen.notes == ()
