"""The four totals are those of the files, under whatever link."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from tests.pages.counting import Asked, Files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.pages.conftest import Open

LABELS: Final = ["Stories", "Providers", "Topics", "Related coverage"]

LINKS: Final = [
    Asked(),
    Asked(providers=("Wired UK",)),
    Asked(providers=("The Harbour Ledger", "Civic Code")),
    Asked(topics=("Robotics",)),
    Asked(topics=("Robotics", "Regulation")),
    Asked(first=date(2021, 3, 1), last=date(2021, 9, 30)),
    Asked(first=date(2021, 11, 1)),
    Asked(last=date(2020, 12, 31)),
    Asked(words=("model",)),
    Asked(words=("the", "robot")),
    Asked(states=("published",)),
    Asked(states=("unpublished", "unknown")),
    Asked(
        providers=("The Harbour Ledger", "Civic Code"),
        topics=("Regulation",),
        first=date(2020, 9, 1),
        last=date(2021, 10, 31),
        words=("a",),
        states=("published",),
    ),
]

REAL_LINKS: Final = [
    Asked(),
    Asked(first=date(2021, 3, 1), last=date(2021, 9, 30)),
    Asked(words=("new",)),
    Asked(words=("the", "a")),
    Asked(states=("published",)),
    Asked(states=("unpublished", "unknown")),
]


@pytest.fixture(scope="module")
def shipped(folders: Mapping[str, Path]) -> Files:
    """The shipped stories, as the files tell them."""
    return Files(folders["shipped"])


def test_the_links_ask_for_something(shipped: Files) -> None:
    """Each of the links above finds stories, and all but the first not all of them."""
    counts = [int(shipped.totals(asked)["Stories"]) for asked in LINKS]
    assert counts[0] == max(counts)
    assert all(0 < count < counts[0] for count in counts[1:])


@pytest.mark.parametrize("asked", LINKS, ids=lambda asked: str(asked.query()))
def test_the_totals_are_those_of_the_files(
    visit: Open, folders: Mapping[str, Path], shipped: Files, asked: Asked
) -> None:
    """Stories, providers, topics and related links equal a count made without us."""
    view = visit(folders["shipped"], query=asked.query())
    assert view.faults() == []
    assert list(view.metrics()) == LABELS
    assert view.metrics() == shipped.totals(asked)


@pytest.mark.parametrize(
    "corpus",
    ["one story", "the seed story alone", "without times", "without topics"],
)
def test_the_totals_of_small_corpora(
    visit: Open, folders: Mapping[str, Path], corpus: str
) -> None:
    """Where next to nothing is there, the count is right as well."""
    totals = Files(folders[corpus]).totals(Asked())
    assert visit(folders[corpus]).metrics() == totals


def test_the_totals_of_real_stories(visit: Open, real_corpus: Path) -> None:
    """Real stories add up as well, under dates, words, states, a topic, two providers."""
    files = Files(real_corpus)
    view = visit(real_corpus)
    for asked in [*REAL_LINKS, *_common(files)]:
        view.follow(asked.query())
        assert view.faults() == []
        assert not view.at.warning
        shown = view.metrics() or dict.fromkeys(LABELS, "0")
        assert shown == files.totals(asked), asked


def _common(files: Files) -> list[Asked]:
    """Links for the most frequent topic and the two most frequent providers."""
    names: dict[str, int] = {}
    topics: dict[str, int] = {}
    for facts in files.stories.values():
        if not files.is_carried(facts):
            name = facts["provider"]["name"].strip()
            names[name] = names.get(name, 0) + 1
        for topic in {*facts["topics"]} - {None}:
            topics[topic] = topics.get(topic, 0) + 1
    two = tuple(sorted(names, key=lambda name: -names[name])[:2])
    most = tuple(sorted(topics, key=lambda topic: -topics[topic])[:1])
    both = Asked(providers=two, topics=most, first=date(2020, 1, 1), words=("e",))
    return [Asked(providers=two), Asked(topics=most), both]
