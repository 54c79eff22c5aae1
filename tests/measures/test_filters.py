"""Filters keep the stories they say, and say what they keep."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from measures.filters import DEFAULTS, EVERYTHING, Filters
from tests.measures.six import ids, six, timeless

JAN_4: Final = date(2021, 1, 4)
JAN_5: Final = date(2021, 1, 5)

KEPT: Final = [
    # Unknown values match nothing, and what they are kept out of is everything.
    (Filters(provider=("Nobody",)), ""),
    (Filters(topic=("Nothing",)), ""),
    (Filters(carrier=("Nobody",)), ""),
    (Filters(type=("podcast",)), ""),
    (Filters(state=("draft",)), ""),
    (Filters(reason=("bored",)), ""),
    (Filters(weekday=("Funday",)), ""),
    (Filters(hour=(24,)), ""),
    (Filters(lacks=("a soul",)), ""),
    (Filters(not_provider=("Nobody",)), "abcdef"),
    (Filters(not_topic=("Nothing",)), "abcdef"),
    (Filters(provider=("Nobody", "Two")), "be"),
    # Each clause alone.
    (EVERYTHING, "abcdef"),
    (Filters(provider=("One",)), "ac"),
    (Filters(provider=("One", "Three")), "acd"),
    (Filters(provider=("One",), by="name"), "a"),
    (Filters(provider=("One on MSN",), by="name"), "c"),
    (Filters(provider=("one.example",), by="domain"), "a"),
    (Filters(provider=("msn.com",), by="domain"), "c"),
    (Filters(provider=("One",), by="domain"), ""),
    (Filters(not_provider=("One",)), "bdef"),
    (Filters(not_provider=("One", "Two")), "df"),
    (Filters(not_provider=("One",), by="name"), "bcdef"),
    (Filters(topic=("AI",)), "ace"),
    (Filters(topic=("AI", "Chips")), "abce"),
    (Filters(not_topic=("AI",)), "bdf"),
    (Filters(not_topic=("AI", "Robots")), "bd"),
    (Filters(carrier=("MSN",)), "c"),
    (Filters(type=("video",)), "b"),
    (Filters(type=("video", "article")), "abcdef"),
    (Filters(state=("published",)), "abe"),
    (Filters(state=("unpublished",)), "cf"),
    (Filters(state=("unknown",)), "d"),
    (Filters(state=("unknown", "published")), "abde"),
    (Filters(reason=("folded",)), "c"),
    (Filters(reason=("other",)), "f"),
    (Filters(reason=("below gate",)), ""),
    (Filters(quality=(10, 20)), "ab"),
    (Filters(quality=(11, 19)), ""),
    (Filters(quality=(0, 1000)), "abcef"),
    (Filters(quality=(0, 0)), ""),
    (Filters(first=JAN_5), "cdf"),
    (Filters(last=JAN_4), "ab"),
    (Filters(first=JAN_4, last=JAN_4), "ab"),
    (Filters(first=JAN_5, last=JAN_5), "c"),
    (Filters(first=date(2021, 1, 6), last=date(2021, 1, 9)), ""),
    (Filters(first=JAN_5, last=JAN_4), ""),
    (Filters(first=date.min, last=date.max), "abcdf"),
    (Filters(weekday=("Monday",)), "abf"),
    (Filters(weekday=("Sunday", "Tuesday")), "cd"),
    (Filters(hour=(0,)), "c"),
    (Filters(hour=(9, 12)), "adf"),
    (Filters(lacks=("a time",)), "e"),
    (Filters(lacks=("a provider",)), "f"),
    (Filters(lacks=("a topic",)), "d"),
    (Filters(lacks=("a quality score",)), "d"),
    (Filters(lacks=("a known state",)), "d"),
    (Filters(lacks=("an excerpt",)), "bcdef"),
    (Filters(lacks=("a picture",)), "bcdef"),
    (Filters(lacks=("related coverage",)), "bdef"),
    (Filters(lacks=("a time", "a topic")), "de"),
    (Filters(words="chips"), "a"),
    (Filters(words="story -d"), "bcef"),
    # What counts in how stories are read keeps them all.
    (Filters(grain="month", window=1, by="domain"), "abcdef"),
    # Together they narrow.
    (Filters(provider=("One",), topic=("Chips",)), "a"),
    (Filters(provider=("One", "Two"), not_provider=("Two",)), "ac"),
    (Filters(topic=("AI",), not_topic=("Chips",), state=("published",)), "e"),
    (Filters(topic=("AI",), first=JAN_4), "ac"),
    (Filters(weekday=("Monday",), hour=(9,), last=JAN_5), "a"),
    (Filters(lacks=("a time",), first=JAN_4), ""),
    (Filters(quality=(10, 50), type=("article",), carrier=("MSN",)), "c"),
]


@pytest.mark.parametrize(("chosen", "expected"), KEPT, ids=str)
def test_filters_keep_these_stories(chosen: Filters, expected: str) -> None:
    """The mask holds exactly the stories that were found by hand."""
    corpus = six()
    assert ids(corpus, chosen.positions(corpus)) == expected
    assert len(chosen.mask(corpus)) == len(corpus)
    assert int(chosen.mask(corpus).sum()) == len(expected)


@pytest.mark.parametrize(
    "chosen",
    [
        Filters(provider=("One",)),
        Filters(topic=("AI",)),
        Filters(carrier=("MSN",)),
        Filters(first=date.min),
        Filters(quality=(0, 1000)),
        Filters(hour=tuple(range(24))),
    ],
    ids=str,
)
def test_what_a_corpus_does_not_have_matches_nothing(chosen: Filters) -> None:
    """A corpus without providers, topics, carriers and times can be asked for them."""
    corpus = timeless()
    with_score = chosen.quality is not None
    assert chosen.mask(corpus).tolist() == [with_score]


SAID: Final = [
    (EVERYTHING, ""),
    (Filters(grain="week", window=24, by="name"), ""),
    (Filters(provider=("One",)), "by One"),
    (Filters(provider=("One", "Two")), "by One or Two"),
    (Filters(provider=("One", "Two", "Three")), "by One, Two or Three"),
    (Filters(not_provider=("One", "Two")), "not by One or Two"),
    (Filters(topic=("AI",)), "about AI"),
    (Filters(not_topic=("AI",)), "not about AI"),
    (Filters(type=("video",)), "of type video"),
    (Filters(state=("published", "unknown")), "published or unknown"),
    (Filters(reason=("folded",)), "unpublished because folded"),
    (Filters(carrier=("MSN",)), "carried by MSN"),
    (Filters(quality=(10, 20)), "of quality 10 to 20"),
    (Filters(quality=(0, 0)), "of quality 0 to 0"),
    (Filters(first=JAN_4), "since 4 Jan 2021"),
    (Filters(last=JAN_4), "up to 4 Jan 2021"),
    (Filters(last=date.max), "up to 31 Dec 9999"),
    (Filters(first=JAN_4, last=JAN_4), "on 4 Jan 2021"),
    (Filters(first=JAN_4, last=JAN_5), "from 4 to 5 Jan 2021"),
    (Filters(weekday=("Monday", "Sunday")), "on a Monday or Sunday"),
    (Filters(hour=(0,)), "at 00:00 UTC"),
    (Filters(hour=(9, 17)), "at 09:00 or 17:00 UTC"),
    (Filters(lacks=("a time",)), "lacking a time"),
    (Filters(words="Chips"), "with “chips” in title or excerpt"),
    (
        Filters(words='chips "open source" -gpu -"old news"'),
        (
            "with “chips” and “open source” and without “gpu” or “old news” "
            "in title or excerpt"
        ),
    ),
    (Filters(words="-gpu"), "without “gpu” in title or excerpt"),
    (Filters(words=" - "), "with any words"),
    (
        Filters(provider=("IGN",), topic=("Druid",), first=date(2021, 1, 1)),
        "by IGN, about Druid, since 1 Jan 2021",
    ),
]


@pytest.mark.parametrize(
    ("chosen", "expected"), SAID, ids=lambda value: str(value)[:60]
)
def test_filters_say_what_they_ask_for(chosen: Filters, expected: str) -> None:
    """Every clause has its English, and what asks for nothing is silent."""
    assert chosen.describe() == expected


def test_a_mask_cannot_be_changed() -> None:
    """A mask is shared by all readers, so writing into it fails."""
    mask = Filters(provider=("One",)).mask(six())
    with pytest.raises(ValueError, match="read-only"):
        mask[0] = False


def test_how_stories_are_read_does_not_change_the_mask() -> None:
    """Grain and window are no clauses: the very same mask serves them."""
    corpus = six()
    chosen = Filters(topic=("AI",))
    assert chosen.with_(grain="month", window=1).mask(corpus) is chosen.mask(corpus)
    assert chosen.with_(by="domain").mask(corpus) is chosen.mask(corpus)


def test_identity_changes_the_mask_where_providers_are_chosen() -> None:
    """One is a family and a name, and the two have different stories."""
    corpus = six()
    chosen = Filters(provider=("One",))
    family, name = chosen.mask(corpus), chosen.with_(by="name").mask(corpus)
    assert family.tolist() != name.tolist()


@pytest.mark.parametrize("name", DEFAULTS)
def test_without_a_field_is_its_default(name: str) -> None:
    """`without` clears any field, and leaves what is at its default as it was."""
    assert EVERYTHING.without(name) == EVERYTHING
    full = Filters(
        first=JAN_4,
        last=JAN_5,
        quality=(1, 2),
        words="x",
        hour=(1,),
        by="name",
        grain="day",
        window=1,
        **dict.fromkeys(TUPLES, ("x",)),
    )
    cleared = full.without(name)
    assert getattr(cleared, name) == DEFAULTS[name]
    assert cleared.with_(**{name: getattr(full, name)}) == full


TUPLES: Final = (
    "provider",
    "topic",
    "type",
    "state",
    "reason",
    "carrier",
    "not_provider",
    "not_topic",
    "weekday",
    "lacks",
)


def test_without_a_name_that_is_no_field_is_refused() -> None:
    """A slip in a field's name is an error, not a filter that does nothing."""
    with pytest.raises(KeyError, match="providers"):
        EVERYTHING.without("providers")


def test_clauses_come_in_the_order_in_which_they_are_said() -> None:
    """Both dates are one clause, and a clause that does not act is not among them."""
    chosen = Filters(words="x", first=JAN_4, last=JAN_5, provider=("One",), by="name")
    assert [clause.fields for clause in chosen.clauses()] == [
        ("provider",),
        ("first", "last"),
        ("words",),
    ]
