"""Bursts are named, listed, and known again from their dates alone."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest

import loaders
from measures import dates
from measures.filters import EVERYTHING, Filters
from measures.when.bursts import burst_days
from measures.when.episodes import episodes
from pages.charts import brief, headlines, theme, wording
from pages.charts.when import attention, burstmarks, bursts, episode
from tests.corpora import Story, corpus_of, story
from tests.measures.clock import DAY, MIDNIGHT, at
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.corpus import Corpus

FIRST: Final = MIDNIGHT.date()


def daily(counts: dict[int, int]) -> list[Story]:
    """So many stories on each of these days after the first, by two providers."""
    return [
        story(
            f"d{day:03}-{number}",
            title=f"Day {day}, story {number}",
            provider="One" if number % 2 else "Two",
            topics=["Chips"] if number % 2 else None,
            published_at=at(number, days=day),
        )
        for day, count in counts.items()
        for number in range(count)
    ]


def two_bursts() -> Corpus:
    """A story a day for 60 days; 6, 1 and 7 from day 28 on, and 9 on day 50."""
    return corpus_of(
        *daily(dict.fromkeys(range(60), 1) | {28: 6, 30: 7, 50: 9}),
    )


def on(first: int, last: int, **others: object) -> Filters:
    """From day to day after the first, ends included."""
    return Filters(
        first=FIRST + timedelta(days=first), last=FIRST + timedelta(days=last)
    ).with_(**others)


def test_too_little_data_is_said() -> None:
    """29 days of which one has a baseline; a corpus without times has none."""
    assert "28 days" in bursts.ranked(timeless(), EVERYTHING).empty
    assert bursts.ranked(six(), on(0, 5)).empty.startswith("Too little data")


def test_no_burst_is_said() -> None:
    """Where there are days enough, but none stands out."""
    figure = bursts.ranked(corpus_of(*daily(dict.fromkeys(range(40), 1))), EVERYTHING)
    assert figure.title.kind == "burst.none"
    assert figure.empty.startswith("No day here has 5 stories")


def test_the_episodes_are_listed_greatest_first() -> None:
    """14 stories in 3 days, usually 3: 11 beyond. 9 on day 50: the usual is 40/28."""
    figure = bursts.ranked(two_bursts(), EVERYTHING)
    assert figure.title.kind == "burst.several"
    assert figure.title.facts["burst_count"] == 2
    assert figure.title.facts["when"] == (date(2021, 2, 1), date(2021, 2, 3))
    assert figure.title.facts["story_count"] == 14
    assert figure.title.facts["expected"] == 3
    assert figure.frame["story_count"].tolist() == [14, 9]
    assert figure.frame["label"].tolist() == ["14 · usually 3", "9 · usually 1.4"]
    assert figure.listing is not None
    assert figure.listing["excess_count"].tolist() == [11, round(9 - 39 / 28, 2)]
    assert figure.listing["burst_day_count"].tolist() == [2, 1]


def test_a_click_chooses_the_days_of_a_burst() -> None:
    """And each bar counts the stories that it opens."""
    corpus = two_bursts()
    figure = bursts.ranked(corpus, EVERYTHING)
    assert figure.mark is not None
    for first, last, count in figure.frame[
        ["first_day", "last_day", "story_count"]
    ].itertuples(index=False):
        opened = figure.mark({"first_day": first, "last_day": last})
        assert int(opened.mask(corpus).sum()) == count
        assert episode.view(corpus, opened) == opened


def test_the_chosen_burst_stands_out_among_all() -> None:
    """The others stay in sight, pale; clicking it again takes the dates back."""
    figure = bursts.ranked(two_bursts(), on(50, 50))
    assert figure.frame["role"].tolist() == [theme.SHOWN, theme.CHOSEN]
    assert figure.frame["is_faint"].tolist() == [True, False]
    assert figure.fields == ("first", "last")


def test_of_a_chosen_burst_the_stories_are_listed() -> None:
    """As many as its bar counts; the list of all bursts would be of what is not chosen."""
    figure = bursts.ranked(two_bursts(), on(50, 50))
    assert figure.listing is None
    assert figure.rows == on(50, 50)
    assert int(figure.rows.mask(two_bursts()).sum()) == 9


VIEWS: Final = [
    (EVERYTHING, None),
    (on(28, 29), None),
    (on(28, 50), None),
    (on(28, 30), on(28, 30)),
    (on(30, 30), on(30, 30)),
    (on(50, 50, provider=("Two",)), on(50, 50, provider=("Two",))),
    (on(28, 28, provider=("One",)), on(28, 28)),
    (on(28, 28, provider=("One",), topic=("Chips",)), on(28, 28)),
    (on(28, 28, lacks=("a topic",)), on(28, 28)),
    (on(28, 28, provider=("One",), words="story"), on(28, 28, words="story")),
]


@pytest.mark.parametrize(("chosen", "expected"), VIEWS, ids=str)
def test_a_burst_is_known_from_its_dates(
    chosen: Filters, expected: Filters | None
) -> None:
    """Also where a provider or topic of it was chosen since; other filters count."""
    assert episode.view(two_bursts(), chosen) == expected


def test_another_burst_drops_what_was_chosen_in_this_one() -> None:
    """Day 28 by One is no burst of One's: the provider was chosen from its parts."""
    figure = bursts.ranked(two_bursts(), on(28, 28, provider=("One",)))
    assert figure.fields == ("first", "last", "provider")
    assert figure.mark is not None
    opened = figure.mark({"first_day": DAY + 50, "last_day": DAY + 50})
    assert opened == on(50, 50)


def test_the_timeline_marks_and_names_its_bursts() -> None:
    """A triangle each over the bar of its peak; its days are the whole episode."""
    corpus = two_bursts()
    frame = attention.timeline(corpus, EVERYTHING).frame
    marked = frame[frame["tier"].notna()]
    assert len(frame) - len(marked) == 60
    assert marked["story_count"].tolist() == [14, 9]
    assert marked["peak_count"].tolist() == [7, 9]
    assert marked["bin_end_day"].tolist() == [DAY + 31, DAY + 51]
    assert marked["name"].tolist() == ["“Day 28, story 0”", "“Day 50, story 0”"]
    assert marked["tier"].tolist() == [0, 0]


def test_names_stand_clear_of_each_other() -> None:
    """Two on a line are a fifth of the width apart, and there are at most six."""
    weekly = dict.fromkeys(range(35, 400, 7), 6)
    corpus = corpus_of(*daily({0: 1} | weekly | {399: 1}))
    frame = attention.timeline(corpus, Filters(grain="day")).frame
    named = frame[frame["tier"] >= 0]
    assert 2 < len(named) <= burstmarks.MOST_NAMES
    for _, line in named.groupby("tier"):
        places = sorted(line["name_at"])
        gaps = [b - a for a, b in itertools.pairwise(places)]
        assert all(gap >= timedelta(days=400 / 5) for gap in gaps)


def test_a_timeline_without_bursts_has_no_marks() -> None:
    """No column for them, and no remark."""
    figure = attention.timeline(six(), EVERYTHING)
    assert "tier" not in figure.frame
    assert figure.notes == ()


TITLES: Final = [
    ("  Robots \n are  back ", 20, "“Robots are back”"),
    ("Robots are back in town", 15, "“Robots are …”"),
    ("Robots", 6, "“Robots”"),
]


@pytest.mark.parametrize(("title", "most", "expected"), TITLES, ids=repr)
def test_a_headline_is_cut_after_a_word(title: str, most: int, expected: str) -> None:
    """In quotes and on one line; a title that fits stays whole."""
    assert headlines.of(corpus_of(story(title=title)), 0, most) == expected


NUMBERS: Final = [
    (0, "0", "0"),
    (0.02, "under 0.1", "about 0"),
    (0.3, "0.3", "+0.3"),
    (12, "12", "+12"),
    (99.94, "99.9", "+99.9"),
    (1234.56, "1,235", "+1,234.6"),
]


@pytest.mark.parametrize(("value", "plain", "signed"), NUMBERS)
def test_parts_of_stories_are_written(value: float, plain: str, signed: str) -> None:
    """With a decimal where it tells something, or where parts add up; with a true minus."""
    assert wording.usual(value) == plain
    assert episode.signed(value) == signed
    assert episode.signed(-value) == signed.replace("+", "−")


def test_the_brief_names_the_largest_burst() -> None:
    """In place of the peak, in the words of the figure; it leads to the burst's days."""
    corpus = two_bursts()
    finding = brief.findings(corpus, EVERYTHING)[0]
    assert finding.sentence == bursts.ranked(corpus, EVERYTHING).title
    assert finding.chosen == on(28, 30)
    assert brief.findings(corpus, on(40, 59))[0].sentence.kind == "burst.one"


def test_bursts_of_a_real_corpus(real_corpus: Path) -> None:
    """Counted independently: 13 burst days in 7 episodes in its last 365 days."""
    if real_corpus.name != "diablo4-to-2021":
        pytest.skip("the count is of another corpus")
    corpus = loaders.load(real_corpus)
    assert corpus.span is not None
    last = dates.to_date(corpus.span[1])
    year = Filters(first=date(last.year - 1, last.month, last.day + 1), last=last)
    assert len(burst_days(corpus, year).frame) == 13
    assert len(episodes(corpus, year).frame) == 7
    assert bursts.ranked(corpus, year).title.facts["burst_count"] == 7
