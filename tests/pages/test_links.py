"""A link restores its view on every page; what it cannot mean is left out, and said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from measures.link import PARAMETERS
from pages.parts.filtering import labels
from pages.parts.navigation import PAGES
from tests.pages.counting import STATES, Files, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.pages.conftest import Open
    from tests.pages.counting import Facts
    from tests.pages.view import View


@dataclass(frozen=True)
class Case:
    """One parameter: the values of a link, what its widget then shows, which stories."""

    field: str
    values: list[str]
    shown: Any
    holds: Callable[[Files, Facts], bool] = lambda _files, _facts: True


MARCH: Final = date(2021, 3, 1)


def _day(facts: Facts) -> date:
    day: date = facts["publishedDateTime"].date()
    return day


CASES: Final = {
    case.field: case
    for case in (
        Case("first", ["2021-03-01"], date(2021, 3, 1), lambda _, f: _day(f) >= MARCH),
        Case("last", ["2021-03-01"], date(2021, 3, 1), lambda _, f: _day(f) <= MARCH),
        Case(
            "words",
            ['the -robot "of the"'],
            'the -robot "of the"',
            lambda _, f: _found(f, ["the", "of the"], ["robot"]),
        ),
        Case(
            "provider",
            ["Civic Code", "Wired UK"],
            ["Civic Code", "Wired UK"],
            lambda files, f: files.family(f) in {"civiccode", "wireduk"},
        ),
        Case(
            "not_provider",
            ["Civic Code"],
            ["Civic Code"],
            lambda files, f: files.family(f) != letters("Civic Code"),
        ),
        Case(
            "topic", ["Robotics"], ["Robotics"], lambda _, f: "Robotics" in f["topics"]
        ),
        Case(
            "not_topic",
            ["Robotics", "Regulation"],
            ["Robotics", "Regulation"],
            lambda _, f: not {"Robotics", "Regulation"} & {*f["topics"]},
        ),
        Case("type", ["video"], ["video"], lambda _, f: f["type"] == "video"),
        Case(
            "state",
            ["unpublished", "unknown"],
            ["unpublished", "unknown"],
            lambda _, f: STATES[f.get("published")] != "published",
        ),
        Case("reason", ["folded"], ["folded"], lambda _, f: _is_folded(f)),
        Case(
            "carrier",
            ["Newswall"],
            ["Newswall"],
            lambda _, f: f["provider"]["domain"] == "newswall.example",
        ),
        Case(
            "quality",
            ["40", "80"],
            (40, 80),
            lambda _, f: 40 <= f.get("quality", -1) <= 80,
        ),
        Case(
            "weekday", ["Tuesday"], ["Tuesday"], lambda _, f: _day(f).isoweekday() == 2
        ),
        Case(
            "hour",
            ["9", "14"],
            [9, 14],
            lambda _, f: f["publishedDateTime"].hour in {9, 14},
        ),
        Case(
            "lacks",
            ["related coverage"],
            ["related coverage"],
            lambda _, f: not f.get("related"),
        ),
        Case("by", ["domain"], "domain"),
        Case("grain", ["month"], "month"),
        Case("window", ["24"], 24),
    )
}
NO_CHIP: Final = {"by", "grain", "window"}
"""They change how is counted, not what."""

MEANINGLESS: Final = [
    ("from", "yesterday"),
    ("to", "2021-02-30"),
    ("provider", "Nobody at All"),
    ("not_provider", "Nobody at All"),
    ("topic", "robotics"),
    ("not_topic", "No Such Topic"),
    ("type", "podcast"),
    ("state", "gone"),
    ("reason", "boredom"),
    ("carrier", "Pigeon"),
    ("quality", "40"),
    ("quality", "good"),
    ("weekday", "Doomsday"),
    ("hour", "24"),
    ("lacks", "a soul"),
    ("by", "moon"),
    ("grain", "decade"),
    ("window", "0"),
    ("window", "1e9"),
]

COUNTS: Final = {
    "stories": re.compile(r"CSV of ([\d,]+|no) stor"),
    "story": re.compile(r"Rows [\d,]+ to [\d,]+ of ([\d,]+)\."),
    "timeline": re.compile(r"Rows [\d,]+ to [\d,]+ of ([\d,]+)\."),
}
"""Where pages besides the overview say how many stories they show."""


def shown_count(view: View, page: str) -> int:
    """How many stories a page says that it shows."""
    if page == "overview":
        return int(view.metrics()["Stories"].replace(",", ""))
    said = [*view.texts(), *(b.label for b in view.parts("download_button"))]
    counts = [found.group(1) for text in said if (found := COUNTS[page].search(text))]
    return int(counts[-1].replace(",", ""))


@pytest.fixture(scope="module")
def shipped(folders: Mapping[str, Path]) -> Files:
    """The shipped stories, as the files tell them."""
    return Files(folders["shipped"])


def test_every_parameter_is_tried() -> None:
    """A parameter that is added to the link belongs into the table above."""
    assert set(CASES) == set(PARAMETERS)


@pytest.mark.parametrize("alone", [False, True], ids=["dashboard", "alone"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_link_restores_its_view(
    visit: Open,
    folders: Mapping[str, Path],
    shipped: Files,
    case: Case,
    alone: bool,
) -> None:
    """On every page the widget shows the parameter, and the numbers follow it."""
    expected = sum(case.holds(shipped, facts) for facts in shipped.stories.values())
    query = {PARAMETERS[case.field]: case.values}
    view = visit(folders["shipped"], "stories", alone=alone, query=query)
    for page in ["stories"] if alone else PAGES:
        view = view if alone else view.go(page)
        assert view.faults() == []
        assert not view.at.warning
        assert view.widget(case.field).value == case.shown
        assert view.query() == query
        chip = "chip_first" if case.field == "last" else f"chip_{case.field}"
        assert (chip in view.buttons()) == (case.field not in NO_CHIP)
        if page == "overview" or page in COUNTS:
            assert shown_count(view, page) == expected


@pytest.mark.parametrize(("parameter", "value"), MEANINGLESS)
def test_what_means_nothing_is_left_out(
    visit: Open, folders: Mapping[str, Path], parameter: str, value: str
) -> None:
    """The page opens without it, under the other filters, and says which it was."""
    view = visit(folders["shipped"], query={parameter: value, "q": "the"})
    without = visit(folders["shipped"], query={"q": "the"})
    assert view.faults() == []
    assert view.says(f"left out: {labels.OF[parameter]} “{value}”.")
    assert view.metrics() == without.metrics()
    assert [key for key in view.buttons() if key.startswith("chip_")] == ["chip_words"]


def test_what_means_something_is_kept(visit: Open, folders: Mapping[str, Path]) -> None:
    """Of several values the known ones count, and only the others are named."""
    query = {
        "provider": ["Civic Code", "Nobody at All", "Wired UK"],
        "hour": ["9", "x"],
    }
    view = visit(folders["shipped"], query=query)
    assert view.says("left out: Provider “Nobody at All”, Hour (UTC) “x”.")
    assert view.widget("provider").value == ["Civic Code", "Wired UK"]
    assert view.widget("hour").value == [9]


def test_reversed_dates_are_put_in_order(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """From after to is a slip, not an empty view."""
    query = {"from": "2021-06-30", "to": "2021-06-01"}
    view = visit(folders["shipped"], query=query)
    ordered = visit(
        folders["shipped"], query={"from": query["to"], "to": query["from"]}
    )
    assert view.metrics() == ordered.metrics()
    assert not view.at.warning


def test_parameters_of_others_are_let_be(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """What another site appends to a link is neither read nor complained of."""
    view = visit(folders["shipped"], query={"utm_source": "mail", "fbclid": "1"})
    assert not view.at.warning
    assert view.metrics() == visit(folders["shipped"]).metrics()


def test_identities_have_names_of_their_own(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """By domain a provider is a domain, and a family's name means nothing."""
    by_domain = {"by": "domain", "provider": ["newswall.example"]}
    view = visit(folders["shipped"], query=by_domain)
    assert not view.at.warning
    assert view.metrics()["Providers"] == "1"
    view = visit(folders["shipped"], query={"by": "domain", "provider": "Civic Code"})
    assert view.says("left out: Provider “Civic Code”.")


OWN: Final = [
    ("coverage", "part", "banana", {}),
    ("coverage", "measure", "zzz", {"part": "together"}),
    ("stories", "order", "banana", {}),
    ("stories", "seed", "x", {"order": "sample"}),
    ("compare", "as", "song", {"type": "video", "against": "rest"}),
    ("compare", "against", "me", {}),
]


@pytest.mark.parametrize(("page", "parameter", "value", "more"), OWN)
def test_a_page_says_what_it_cannot_mean(  # noqa: PLR0913, PLR0917 - a row
    visit: Open,
    folders: Mapping[str, Path],
    page: str,
    parameter: str,
    value: str,
    more: dict[str, str],
) -> None:
    """Parameters of one page alone are named as filters are, by what their widgets say."""
    view = visit(folders["shipped"], page, query={parameter: value, **more})
    assert view.faults() == []
    assert view.says(f"left out: {labels.OF[parameter]} “{value}”.")


def test_every_filter_has_a_label() -> None:
    """What is spoken of has a name that a reader has seen."""
    assert set(PARAMETERS.values()) <= set(labels.OF)


def _found(facts: Facts, held: list[str], kept_out: list[str]) -> bool:
    text = f"{facts['title']}\n{facts.get('excerpt') or ''}".lower()
    return all(w in text for w in held) and not any(w in text for w in kept_out)


def _is_folded(facts: Facts) -> bool:
    return facts.get("published") is False and facts.get("heat") == -1
