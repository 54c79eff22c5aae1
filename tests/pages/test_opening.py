"""Every page opens on every corpus, alone and through dashboard.py, and makes sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from pages.parts.chapters import COVERAGE
from pages.parts.navigation import PAGES
from tests.pages.counting import Asked, Files
from tests.pages.view import CHAPTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.pages.conftest import Open
    from tests.pages.view import View

WAYS: Final = pytest.mark.parametrize(
    "alone", [False, True], ids=["through the dashboard", "alone"]
)

NO_CORPUS: Final = {
    "empty": "expected stories, found no Markdown file",
    "missing": "expected a folder of stories, found nothing",
}

CORPORA: Final = (
    "shipped",
    "one story",
    "the seed story alone",
    "without times",
    "without providers",
    "without topics",
    "with one provider",
    "without anything",
    "hostile",
)

SAID: Final = {
    ("one story", "overview"): (
        "1 story on 2 Jan 2021",
        "The Paper is the only provider",
        "No story here has a topic.",
    ),
    ("one story", "topics"): ("No story here has a topic.",),
    ("one story", "timeline"): ("1 story, on Saturday at 03:00 UTC",),
    ("one story", "health"): (
        "No file has a problem",
        "No story here is unpublished.",
    ),
    ("the seed story alone", "overview"): ("Wired UK is the only provider",),
    ("the seed story alone", "health"): ("1 unpublished story",),
    ("without times", "timeline"): (
        "No story here has a readable time.",
        "Not shown: 3 stories without a readable time.",
        "Rows 1 to 3 of 3.",
    ),
    ("without times", "health"): ("No story has a time",),
    ("without providers", "providers"): (
        "No story here names a provider.",
        "No story here has both a provider and a time.",
    ),
    ("without topics", "topics"): ("No story here has a topic.",),
    ("with one provider", "overview"): (
        "The Paper is the only provider",
        "1 umbrella topic (on more than 80% of all stories: AI).",
    ),
    ("without anything", "overview"): (
        "No story here has a readable time.",
        "No story here names a provider.",
        "No story here has a topic.",
    ),
}


def every_page(visit: Open, folder: Path, *, alone: bool) -> Iterator[View]:
    """Each of PAGES in turn: a file by itself, or one after the other by the menu."""
    if alone:
        yield from (visit(folder, page, alone=True) for page in PAGES)
    else:
        view = visit(folder)
        yield from (view.go(page) for page in PAGES)


@WAYS
@pytest.mark.parametrize("corpus", NO_CORPUS)
def test_no_corpus_is_said(
    visit: Open, folders: Mapping[str, Path], tmp_path: Path, corpus: str, alone: bool
) -> None:
    """Where there is nothing to show, every page says so, and how to point elsewhere."""
    for view in every_page(visit, folders.get(corpus, tmp_path / "none"), alone=alone):
        assert not view.at.exception
        assert [NO_CORPUS[corpus] in text for text in view.errors()] == [True]
        assert view.says("make run CONTENT=DIR")
        assert not view.keys("vega_lite_chart")


@WAYS
@pytest.mark.parametrize("corpus", CORPORA)
def test_every_page_opens(
    visit: Open, folders: Mapping[str, Path], corpus: str, alone: bool
) -> None:
    """No exception, no error, its own name, and nothing that a program would say."""
    views = every_page(visit, folders[corpus], alone=alone)
    for page, view in zip(PAGES, views, strict=True):
        assert view.faults() == []
        assert [title.value for title in view.at.title] == [PAGES[page]]
        assert not view.at.warning
        assert view.nonsense() == []


@pytest.mark.parametrize(("page", "chapter"), CHAPTERS)
@pytest.mark.parametrize("corpus", CORPORA)
def test_every_chapter_opens(
    visit: Open, folders: Mapping[str, Path], corpus: str, page: str, chapter: str
) -> None:
    """By its link, and with as little fault as the page itself."""
    view = visit(folders[corpus], page, query={"part": chapter})
    assert view.faults() == []
    assert not view.at.warning
    assert view.nonsense() == []


def test_a_chapter_is_in_the_address(visit: Open, folders: Mapping[str, Path]) -> None:
    """Each shows other figures; the filters stay, and the first needs no name."""
    view = visit(folders["shipped"], "coverage", query={"state": "published"})
    charts = [set(view.keys("vega_lite_chart"))]
    names = list(COVERAGE)
    for name in [*names[1:], names[0]]:
        (switch,) = [b for b in view.parts("button_group") if b.key == "chapter"]
        switch.set_value(name).run()
        part = {} if name == names[0] else {"part": [name]}
        assert view.query() == {"state": ["published"], **part}
        charts.append(set(view.keys("vega_lite_chart")))
    assert charts[0] == charts[-1]
    assert all(charts)
    assert not set.intersection(*charts)
    assert visit(folders["shipped"], "coverage", query={"part": "none"}).faults() == []


@pytest.mark.parametrize(("corpus", "page"), SAID)
def test_what_is_missing_is_said(
    visit: Open, folders: Mapping[str, Path], corpus: str, page: str
) -> None:
    """A page with little to show says what it lacks, in place of an empty chart."""
    view = visit(folders[corpus], page)
    texts = SAID[corpus, page]
    assert [text for text in texts if not view.says(text)] == []


def test_the_filters_come_along(visit: Open, folders: Mapping[str, Path]) -> None:
    """From any page every other one opens, and the filters stay as they are."""
    view = visit(folders["shipped"], query={"state": "published"})
    for page in (*PAGES, *reversed(PAGES)):
        assert view.go(page).faults() == []
        assert view.query() == {"state": ["published"]}
        assert "chip_state" in view.buttons()


@WAYS
def test_every_page_opens_on_real_stories(
    visit: Open, real_corpus: Path, alone: bool
) -> None:
    """Real stories, with all that is odd about them, open on every page as well."""
    for view in every_page(visit, real_corpus, alone=alone):
        assert view.faults() == []
        assert view.nonsense() == []


@pytest.mark.parametrize("corpus", ["shipped", "one story", "the seed story alone"])
def test_the_masthead_counts_the_corpus(
    visit: Open, folders: Mapping[str, Path], corpus: str
) -> None:
    """The masthead says how many stories of how many providers there are."""
    totals = Files(folders[corpus]).totals(Asked())
    stories, providers = totals["Stories"], totals["Providers"]
    nouns = ["story" if stories == "1" else "stories"]
    nouns += ["provider" if providers == "1" else "providers"]
    view = visit(folders[corpus], "health")
    assert view.says(f"{stories} {nouns[0]} from {providers} {nouns[1]}")
