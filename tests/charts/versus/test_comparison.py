"""Two sides on the same axes, and what their difference is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import pytest

from measures.filters import EVERYTHING, Filters
from measures.versus import comparison as sides
from measures.versus.comparison import Side
from pages.charts import theme
from pages.charts.versus import comparison, differences, opposites, period
from tests.corpora import corpus_of, story
from tests.guards.figures import columns_drawn, picked
from tests.measures.clock import DAY, MIDNIGHT, at
from tests.measures.ninety import long, ninety
from tests.measures.six import timeless

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.corpus import Corpus
    from pages.charts.figure import Figure

FIRST: Final = MIDNIGHT.date()


def days(first: int, last: int) -> Filters:
    """From day to day after the first, ends included."""
    return Filters(
        first=FIRST + timedelta(days=first), last=FIRST + timedelta(days=last)
    )


def news() -> Corpus:
    """Two stories on days 0 and 1, and three on days 2 and 3; and one of no day."""
    return corpus_of(
        story("a", provider="One", topics=["Chips"], published_at=at()),
        story("b", provider="One", topics=["Chips", "Games"], published_at=at(days=1)),
        story("c", provider="Two", topics=["Games"], published_at=at(days=2)),
        story("d", provider=None, published_at=at(days=3)),
        story("e", provider="One", topics=["Chips"], published_at=at(days=3)),
        story("f", provider="One", published_at=None),
    )


def pair(left: Filters, right: Filters) -> tuple[Side, Side]:
    """A and B of two sets of filters."""
    return Side("A", left), Side("B", right)


def rest(chosen: Filters) -> tuple[Side, Side]:
    """A, and the rest as B."""
    left, right = sides.with_rest(chosen)
    return replace(left, label="A"), replace(right, label="B")


AFTER_BEFORE: Final = pair(days(2, 3), days(0, 1))


def test_without_times_there_is_no_course() -> None:
    """It is said, and no line is drawn."""
    figure = comparison.over_time(timeless(), *pair(EVERYTHING, EVERYTHING))
    assert figure.empty == "No story here has a readable time."
    assert figure.frame.empty


def test_each_side_is_drawn_within_its_own_range() -> None:
    """On the calendar: A on days 2 and 3, B on days 0 and 1, each adding up to 1."""
    frame = comparison.over_time(news(), *AFTER_BEFORE).frame
    assert frame["side"].tolist() == ["A", "A", "B", "B"]
    assert frame["role"].tolist() == [theme.CHOSEN] * 2 + [opposites.AGAINST] * 2
    assert frame["story_count"].tolist() == [1, 2, 1, 1]
    assert frame["story_share"].tolist() == pytest.approx([1 / 3, 2 / 3, 1 / 2, 1 / 2])


def test_a_point_lists_its_stories() -> None:
    """Those of its side on its days; a point that is none lists none."""
    corpus = news()
    for aligned in (False, True):
        figure = comparison.over_time(corpus, *AFTER_BEFORE, aligned=aligned)
        assert figure.stories is not None
        for side, span, count in figure.frame[
            ["side", "span", "story_count"]
        ].itertuples(index=False):
            assert len(figure.stories((side, span))) == count
        assert len(figure.stories(("A", "4 Jan 2021"))) == 0


def busy() -> Corpus:
    """One and Two ran a story on each of twenty days, and nine more on day 6 and 15."""
    return corpus_of(
        *(
            story(f"{who}{i:02}", provider=who, published_at=at(days=day))
            for who, peak in (("One", 6), ("Two", 15))
            for i, day in enumerate([*range(20), *[peak] * 9])
        )
    )


def test_a_course_tells_the_peaks() -> None:
    """As shares of each side's own stories, or as stories; not of a few."""
    one, two = pair(Filters(provider=("One",)), Filters(provider=("Two",)))
    shares = comparison.over_time(busy(), one, two)
    assert shares.title.kind == "course.both"
    left, right = shares.title.facts["one"], shares.title.facts["other"]
    assert (left.facts["story_count"], right.facts["story_count"]) == (10, 10)
    assert left.facts["share"] == pytest.approx(10 / 29)
    assert right.facts["when"] == (days(15, 15).first, days(15, 15).last)
    counts = comparison.over_time(busy(), one, two, as_count=True)
    assert counts.title.facts["one"].kind == "course.peak"
    assert shares.spec != counts.spec
    assert comparison.over_time(news(), *AFTER_BEFORE).title.kind == "course.plain"


def test_the_period_before() -> None:
    """Three stories where two were before; both lines begin with day 1."""
    corpus = news()
    figure = period.before(corpus, days(2, 3))
    assert figure.title.kind == "change.more"
    assert figure.title.facts["difference"] == 1
    assert figure.title.facts["before_ends"] == (days(0, 1).first, days(0, 1).last)
    assert figure.frame["at"].tolist() == [1, 2, 1, 2]
    assert figure.frame["first_day"].tolist() == [DAY + 2, DAY + 3, DAY, DAY + 1]
    assert figure.rows == days(2, 3), "the days before are context, and not chosen"


PERIODS: Final = [
    (EVERYTHING, "Choose a range of dates, and it is held against the one before."),
    (days(0, 1), "The corpus has no story before this range."),
]


@pytest.mark.parametrize(("chosen", "said"), PERIODS, ids=str)
def test_no_period_before_is_said(chosen: Filters, said: str) -> None:
    """With what would have to be chosen."""
    assert period.before(news(), chosen).empty == said


CHANGES: Final = [
    (days(1, 1), "change.same", {}),
    (days(3, 3), "change.more", {"difference": 1}),
    (days(2, 3).with_(topic=("Chips",)), "change.fewer", {"difference": 1}),
    (days(2, 2).with_(topic=("Games",), provider=("Two",)), "change.new", {}),
    (days(1, 3), "change.per_day", {"per_day": 4 / 3, "before_days": 1}),
]


@pytest.mark.parametrize(("chosen", "kind", "facts"), CHANGES, ids=str)
def test_the_change_is_said(
    chosen: Filters, kind: str, facts: dict[str, object]
) -> None:
    """In stories where both periods are known, else per day; so few have no share."""
    title = period.before(news(), chosen).title
    assert title.kind == kind
    assert title.facts | facts == title.facts


def test_a_change_of_many_has_a_share() -> None:
    """15 stories of ten days after 14 of the ten before; ten against one of a day."""
    corpus = busy()
    one = Filters(provider=("One",))
    later = period.before(corpus, days(10, 19).with_(provider=("One", "Two")))
    assert later.title.kind == "change.same"
    fewer = period.before(corpus, days(10, 19).with_(provider=one.provider)).title
    assert fewer.kind == "change.fewer_share"
    assert (fewer.facts["difference"], fewer.facts["share"]) == (9, 9 / 19)
    more = period.before(corpus, days(10, 19).with_(provider=("Two",))).title
    assert more.kind == "change.more_share"
    more = period.before(corpus, days(14, 18).with_(provider=("Two",))).title
    assert (more.kind, more.facts["ratio"]) == ("change.times", 14 / 5)


def test_a_corpus_that_begins_within_the_period_before_says_so() -> None:
    """Days 1 to 3 against -2 to 0: of those only day 0 is known, and drawn."""
    figure = period.before(news(), days(1, 3))
    assert figure.notes[1] == "The corpus begins within it, on 4 Jan 2021."
    assert figure.frame["side"].tolist() == ["A", "A", "A", "B"]


def test_a_difference_by_provider() -> None:
    """After against before: One 1/3 - 1, Two and nobody 1/3 each."""
    figure = differences.by_provider(news(), *AFTER_BEFORE)
    assert figure.frame["provider"].tolist() == ["Two", "no provider", "One"]
    assert figure.frame["label"].tolist() == ["+33.3 pp", "+33.3 pp", "−66.7 pp"]
    assert figure.title.kind == "difference.plain"
    assert figure.counts.endswith("the differences add up to 0.")
    assert figure.notes == (
        "Few stories, so the shares say little: A has 3 and B has 2.",
    )


def test_a_difference_in_stories() -> None:
    """Three less two is one, and the parts say so."""
    figure = differences.by_provider(news(), *AFTER_BEFORE, as_count=True)
    assert figure.frame["left"].tolist() == [1, 1, 1]
    assert figure.frame["right"].tolist() == [0, 0, 2]
    assert figure.counts == (
        "The 3 stories of A and 2 of B, by provider; the differences add up to +1."
    )


def test_a_topic_is_told_as_what_a_provider_gives_it() -> None:
    """One: chips 2.5, games 0.5, none 1, of 4. Two: games. Nobody: no topic."""
    figure = differences.by_topic(news(), *rest(Filters(provider=("One",))))
    assert figure.title.kind == "difference.plain"
    assert figure.frame["label"].tolist() == ["+62.5 pp", "−25 pp", "−37.5 pp"]


def test_attention_is_said_to_be_divided() -> None:
    """In the title and in what is counted, in shares and in stories."""
    sides = rest(Filters(provider=("One",)))
    assert differences.by_topic(news(), *sides).counts == (
        "Shares of the attention of the 4 stories of A and 2 of B, by topic, a story in "
        "equal parts to its topics; the differences add up to 0."
    )
    counted = differences.by_topic(news(), *sides, as_count=True)
    assert counted.title.kind == "difference.plain"


def test_an_umbrella_topic_is_no_difference() -> None:
    """All stories have it, and nothing else can be told."""
    corpus = corpus_of(
        story("a", provider="One", topics=["All"]),
        story("b", provider="Two", topics=["All", "All"]),
    )
    sides = rest(Filters(provider=("One",)))
    assert differences.by_topic(corpus, *sides).title.kind == "difference.none"


def test_what_differs_by_choice_is_no_finding() -> None:
    """The rest of One's stories is by others: that is no news."""
    figure = differences.by_provider(news(), *rest(Filters(provider=("One",))))
    assert figure.title.kind == "difference.chosen"
    same = pair(
        days(2, 3).with_(provider=("One",)), days(0, 1).with_(provider=("One",))
    )
    assert differences.by_provider(news(), *same).title.kind == "difference.plain"


def test_a_difference_is_said_where_it_is_no_chance() -> None:
    """Chips are on 20 of One's 22 stories and on two of Two's: in shares and stories."""
    corpus = corpus_of(
        *(
            story(f"{who}{i:02}", provider=who, topics=["Chips"] if i < n else ["Law"])
            for who, n in (("One", 20), ("Two", 2))
            for i in range(22)
        )
    )
    sides = pair(Filters(provider=("One",)), Filters(provider=("Two",)))
    title = differences.by_topic(corpus, *sides).title
    assert title.kind == "difference.topic"
    assert title.facts["name"] == "Chips"
    assert (title.facts["left"], title.facts["right"]) == (20 / 22, 2 / 22)
    counted = differences.by_topic(corpus, *sides, as_count=True).title
    assert counted.kind == "difference.topic_count"
    assert (counted.facts["left"], counted.facts["right"]) == (20, 2)


def test_a_side_without_stories_is_said() -> None:
    """There is nothing to hold against the other."""
    nobody = Filters(provider=("Nobody",))
    assert differences.by_topic(news(), *pair(EVERYTHING, nobody)).empty
    assert comparison.over_time(news(), *pair(EVERYTHING, nobody)).frame[
        "story_count"
    ].tolist() == [1, 1, 1, 2, 0, 0, 0, 0]


DIFFERENCES: Final = [differences.by_provider, differences.by_topic]
VIEWS: Final = [
    EVERYTHING,
    Filters(provider=("One", "Two")),
    Filters(topic=("Law",)),
    Filters(first=FIRST, lacks=("a provider",)),
    Filters(by="domain", words="robots"),
]


@pytest.mark.parametrize("make", DIFFERENCES)
@pytest.mark.parametrize("chosen", VIEWS, ids=lambda chosen: chosen.describe())
def test_a_part_opens_what_it_says(
    make: Callable[..., Figure], chosen: Filters
) -> None:
    """A click chooses it in A, and the number of stories is said beforehand."""
    corpus = ninety()
    figure = make(corpus, *pair(chosen, EVERYTHING))
    assert figure.mark is not None
    kind = picked(figure)[0]
    for name, count in zip(
        figure.frame[kind], figure.frame["opened_count"], strict=True
    ):
        assert int(figure.mark({kind: name}).mask(corpus).sum()) == count


@pytest.mark.parametrize("as_count", [False, True])
@pytest.mark.parametrize("make", [comparison.over_time, *DIFFERENCES])
def test_a_chart_draws_what_its_frame_has(
    make: Callable[..., Figure], as_count: bool
) -> None:
    """All that it names is there, and nothing is there for nothing."""
    figure = make(ninety(), *rest(Filters(topic=("Law",))), as_count=as_count)
    columns = set(figure.frame.columns)
    assert columns_drawn(figure.spec) <= columns
    assert columns <= columns_drawn(figure.spec) | set(picked(figure))


@pytest.mark.parametrize("grain", ["", "day", "week", "month"])
@pytest.mark.parametrize("aligned", [False, True])
def test_there_are_at_most_2000_points(grain: str, aligned: bool) -> None:
    """Over 11 years, where a day each would be 8,000."""
    figure = comparison.over_time(
        long(), *pair(Filters(grain=grain), EVERYTHING), aligned=aligned
    )
    assert 0 < len(figure.frame) <= 2000
