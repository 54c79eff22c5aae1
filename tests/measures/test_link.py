"""A link holds the filters, all of them and nothing else, and never breaks."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures import link
from measures.filters import DEFAULTS, EVERYTHING, Filters
from measures.link import Ignored
from tests.corpora import corpus_of, story
from tests.measures.asking import asked
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.corpus import Corpus

JAN_4: Final = date(2021, 1, 4)
JAN_5: Final = date(2021, 1, 5)

ODD_NAMES: Final = (
    "A&B=C+D",
    "100 % #1?",
    "x;y/z\\w",
    "Ärger in 日本",
    'it\'s "quoted"',
    "🗞️ News",
    "%41",
    "<b>bold</b>",
)


@cache
def odd() -> Corpus:
    """A corpus whose providers and topics have names that a URL must escape."""
    return corpus_of(
        *(
            story(f"s{i}", provider=name, domain=f"d{i}.example", topics=[name])
            for i, name in enumerate(ODD_NAMES)
        )
    )


WRITTEN: Final[list[tuple[Filters, str]]] = [
    (EVERYTHING, ""),
    (Filters(by="family", grain="", window=72, words=""), ""),
    (Filters(provider=("One", "Two")), "provider=One&provider=Two"),
    (Filters(first=JAN_4, last=JAN_5), "from=2021-01-04&to=2021-01-05"),
    (Filters(words="a b"), "q=a+b"),
    (Filters(words='"a&b" -c+d'), "q=%22a%26b%22+-c%2Bd"),
    (Filters(topic=("A&B=C+D",)), "topic=A%26B%3DC%2BD"),
    (Filters(provider=("Ärger",)), "provider=%C3%84rger"),
    (Filters(quality=(10, 20)), "quality=10&quality=20"),
    (Filters(hour=(0, 23)), "hour=0&hour=23"),
    (Filters(by="name", grain="week", window=24), "by=name&grain=week&window=24"),
]


@pytest.mark.parametrize(("chosen", "expected"), WRITTEN, ids=str)
def test_a_link_is_written_so(chosen: Filters, expected: str) -> None:
    """Defaults leave no trace, and names are percent-encoded."""
    assert link.query_string(chosen) == expected


def test_a_link_can_hold_more() -> None:
    """What belongs to a page, such as the story's id, stands behind the filters."""
    chosen = Filters(topic=("AI",))
    assert link.query_string(chosen, {"story": ["a&b"]}) == "topic=AI&story=a%26b"
    assert link.query_string(EVERYTHING, {"story": ["a"]}) == "story=a"


READ: Final[list[tuple[dict[str, list[str]], dict[str, Any], list[tuple[str, str]]]]] = [
    ({}, {}, []),
    ({"story": ["a"], "utm_source": ["x"], "order": ["widest"]}, {}, []),
    ({"provider": [""], "q": [""], "from": [""], "by": [""]}, {}, []),
    # Unknown values are named, and the others stay.
    ({"provider": ["Nobody"]}, {}, [("provider", "Nobody")]),
    (
        {"provider": ["Nobody", "One", "No one"]},
        {"provider": ("One",)},
        [("provider", "Nobody"), ("provider", "No one")],
    ),
    ({"provider": ["One on MSN"]}, {}, [("provider", "One on MSN")]),
    (
        {"provider": ["One on MSN"], "by": ["name"]},
        {"provider": ("One on MSN",), "by": "name"},
        [],
    ),
    (
        {"not_provider": ["msn.com", "One"], "by": ["domain"]},
        {"not_provider": ("msn.com",), "by": "domain"},
        [("not_provider", "One")],
    ),
    ({"provider": ["One", "One"]}, {"provider": ("One",)}, []),
    ({"topic": ["ai"]}, {}, [("topic", "ai")]),
    ({"not_topic": ["AI", "?"]}, {"not_topic": ("AI",)}, [("not_topic", "?")]),
    ({"carrier": ["MSN", "X"]}, {"carrier": ("MSN",)}, [("carrier", "X")]),
    ({"type": ["video", "film"]}, {"type": ("video",)}, [("type", "film")]),
    ({"state": ["draft"]}, {}, [("state", "draft")]),
    ({"reason": ["below gate"]}, {"reason": ("below gate",)}, []),
    ({"weekday": ["Monday", "1"]}, {"weekday": ("Monday",)}, [("weekday", "1")]),
    ({"lacks": ["a time", "time"]}, {"lacks": ("a time",)}, [("lacks", "time")]),
    ({"by": ["colour"]}, {}, [("by", "colour")]),
    ({"by": ["colour", "name"]}, {"by": "name"}, []),
    ({"grain": ["hour"]}, {}, [("grain", "hour")]),
    ({"grain": ["month"]}, {"grain": "month"}, []),
    # Dates.
    ({"from": ["2021-01-04"]}, {"first": JAN_4}, []),
    ({"to": ["2021-01-04"]}, {"last": JAN_4}, []),
    (
        {"from": ["2021-01-05"], "to": ["2021-01-04"]},
        {"first": JAN_4, "last": JAN_5},
        [],
    ),
    ({"from": ["yesterday"]}, {}, [("from", "yesterday")]),
    (
        {"from": ["2021-02-30"], "to": ["2021-01-04"]},
        {"last": JAN_4},
        [("from", "2021-02-30")],
    ),
    ({"to": ["0000-01-01"]}, {}, [("to", "0000-01-01")]),
    ({"to": ["99999-01-01"]}, {}, [("to", "99999-01-01")]),
    ({"to": ["9999-12-31"]}, {"last": date.max}, []),
    # Numbers.
    ({"quality": ["20", "10"]}, {"quality": (10, 20)}, []),
    ({"quality": ["0", "0"]}, {"quality": (0, 0)}, []),
    ({"quality": ["10"]}, {}, [("quality", "10")]),
    (
        {"quality": ["1", "2", "3"]},
        {},
        [("quality", "1"), ("quality", "2"), ("quality", "3")],
    ),
    ({"quality": ["x", "10"]}, {}, [("quality", "x"), ("quality", "10")]),
    ({"quality": ["1e3", "10"]}, {}, [("quality", "1e3"), ("quality", "10")]),
    (
        {"quality": ["9" * 30, "10"]},
        {},
        [("quality", "9" * 30), ("quality", "10")],
    ),
    ({"hour": ["9", "24", "-1", "x", "09"]}, {"hour": (9,)}, [
        ("hour", "24"),
        ("hour", "-1"),
        ("hour", "x"),
    ]),
    ({"hour": ["٣", "²", "1_0"]}, {}, [("hour", "٣"), ("hour", "²"), ("hour", "1_0")]),
    ({"window": ["24"]}, {"window": 24}, []),
    ({"window": ["0"]}, {}, [("window", "0")]),
    ({"window": ["-5"]}, {}, [("window", "-5")]),
    ({"window": ["1.5"]}, {}, [("window", "1.5")]),
    ({"window": ["NaN"]}, {}, [("window", "NaN")]),
    ({"window": ["8760"]}, {"window": 8760}, []),
    ({"window": ["8761"]}, {}, [("window", "8761")]),
    ({"window": ["9" * 5000]}, {}, [("window", "9" * 5000)]),
    # Words are never wrong.
    ({"q": ["-"]}, {"words": "-"}, []),
    ({"q": ["a", "b"]}, {"words": "b"}, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "fields", "lost"), READ, ids=lambda value: str(value)[:60]
)
def test_a_link_is_read_so(
    query: Mapping[str, list[str]],
    fields: dict[str, Any],
    lost: list[tuple[str, str]],
) -> None:
    """What means nothing here is left out and named; it takes nothing else with it."""
    chosen, ignored = link.from_query(query, six())
    assert chosen == Filters(**fields)
    assert ignored == tuple(Ignored(*pair) for pair in lost)


def test_a_corpus_without_names_knows_none() -> None:
    """A link from another corpus opens here, with everything it asked for named."""
    query = {"provider": ["One"], "topic": ["AI"], "carrier": ["MSN"]}
    chosen, ignored = link.from_query(query, timeless())
    assert chosen == EVERYTHING
    assert {found.parameter for found in ignored} == set(query)


def test_every_field_has_a_parameter() -> None:
    """No filter is lost from a link, and no two share a parameter."""
    assert set(link.PARAMETERS) == set(DEFAULTS)
    assert len(set(link.PARAMETERS.values())) == len(DEFAULTS)


@given(st.data())
def test_a_link_restores_its_filters(data: st.DataObject) -> None:
    """Written into a URL and read from it, any filters come back, and none is lost."""
    corpus = data.draw(st.sampled_from([six(), odd(), timeless()]))
    chosen = data.draw(asked(corpus, st.dates(), st.text(max_size=20)))
    query = parse_qs(link.query_string(chosen), keep_blank_values=True)
    assert link.from_query(query, corpus) == (chosen, ())


@given(
    st.dictionaries(
        st.sampled_from(sorted(link.PARAMETERS.values())) | st.text(max_size=5),
        st.lists(st.text(max_size=12), max_size=3),
        max_size=6,
    )
)
def test_no_link_breaks(query: dict[str, list[str]]) -> None:
    """Whatever stands in a link, filters come of it, which can be used and linked."""
    corpus = six()
    chosen, ignored = link.from_query(query, corpus)
    assert len(chosen.mask(corpus)) == len(corpus)
    assert isinstance(chosen.describe(), str)
    again = parse_qs(link.query_string(chosen), keep_blank_values=True)
    assert link.from_query(again, corpus) == (chosen, ())
    given_values = {(name, value) for name, values in query.items() for value in values}
    assert {(found.parameter, found.value) for found in ignored} <= given_values


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_odd_name_finds_its_story(name: str) -> None:
    """A name with signs that mean something in a URL still chooses its stories."""
    corpus = odd()
    for chosen in (Filters(provider=(name,)), Filters(topic=(name,))):
        query = link.query_string(chosen)
        assert query.isascii()
        restored, ignored = link.from_query(parse_qs(query), corpus)
        assert (restored, ignored) == (chosen, ())
        assert restored.positions(corpus).tolist() == [ODD_NAMES.index(name)]
