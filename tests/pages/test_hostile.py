"""Corpus text stays text on every page, whatever it tries to be."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pytest

import loaders
from pages.charts.columns import LINK
from pages.parts.navigation import PAGES
from tests.guards.figures import nodes
from tests.pages.hostile import ADDRESSES, PAYLOADS, RIGHT_TO_LEFT, hostile_corpus
from tests.pages.view import CHAPTERS, strings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.pages.conftest import Open
    from tests.pages.view import View

LITERAL: Final = {
    "LinkButton.url",
    "BidiComponent.json",  # its script makes text of it: test_safety looks at that
    "Code.code_text",
    "MultiSelect.options",
    "MultiSelect.raw_values",
    "PageLink.query_string",
    "TextInput.value",
    "VegaLiteChart.alt",
    "VegaLiteChart.spec",  # its expressions are looked at by themselves
}
"""Where Streamlit shows a text as it is: seen in a browser."""

EXPRESSIONS: Final = ("test", "filter", "calculate", "expr", "labelExpr")
"""Where a specification holds a little program."""

UNESCAPED: Final = [
    re.compile(rf"(?<!\\){re.escape(' '.join(text.split())[:200])}", re.IGNORECASE)
    for text in (*PAYLOADS[:-1], *ADDRESSES[:6])
]
"""Each payload where nothing escaped it; the last one is long, and nothing else."""


def read_as_markup(view: View) -> list[str]:
    """The texts of a page that hold a payload where Markdown is read."""
    return [
        f"{field}: {text[:200]}"
        for message in view.messages()
        for field, text in strings(message)
        if field not in LITERAL
        and any(payload.search(" ".join(text.split())) for payload in UNESCAPED)
    ]


def addresses(view: View) -> Iterator[str]:
    """Every address of a page that a click would open, in links and in tables."""
    for message in view.messages():
        for field, text in strings(message):
            if field in {"LinkButton.url", "Image.url"}:
                yield text
    for grid in view.grids().values():
        for at, column in enumerate(grid["columns"]):
            if column["kind"] == LINK:
                yield from filter(None, (row["cells"][at] for row in grid["rows"]))


def programs(view: View) -> Iterator[str]:
    """Every expression in a chart of a page."""
    for chart in view.at.get("vega_lite_chart"):
        for node in nodes(json.loads(chart.proto.spec)):
            for key in EXPRESSIONS:
                if isinstance(node.get(key), str):
                    yield node[key]


def assert_harmless(view: View) -> None:
    """The page stands, and nothing of the corpus is more than text on it."""
    assert view.faults() == []
    assert read_as_markup(view) == []
    assert {urlsplit(url).scheme for url in addresses(view)} <= {"http", "https"}
    assert [text for text in programs(view) if "evil" in text] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_text(
    visit: Open, folders: Mapping[str, Path], page: str
) -> None:
    """No title, name, topic, file or problem of the corpus is taken for markup."""
    assert_harmless(visit(folders["hostile"], page))


@pytest.mark.parametrize(("page", "chapter"), CHAPTERS)
def test_every_chapter_shows_text(
    visit: Open, folders: Mapping[str, Path], page: str, chapter: str
) -> None:
    """No more than the pages themselves."""
    assert_harmless(visit(folders["hostile"], page, query={"part": chapter}))


def test_the_masthead_shows_text(visit: Open, tmp_path: Path) -> None:
    """The name of a folder is corpus text as well."""
    name = "![evil](x) <b>$evil$"
    view = visit(hostile_corpus(tmp_path / name), "stories")
    assert view.says(name)
    assert name not in [element.value for element in view.at.markdown]
    assert view.faults() == []


@pytest.mark.parametrize(
    "field",
    ["provider", "not_provider", "topic", "not_topic"],
)
def test_a_filter_shows_text(
    visit: Open, folders: Mapping[str, Path], field: str
) -> None:
    """Chips, facets, findings and titles show a name that is asked for as text."""
    names = [
        " ".join(payload.split()) for payload in PAYLOADS if len(payload.split()) < 3
    ]
    view = visit(folders["hostile"], query={field: names[:8]})
    for page in PAGES:
        assert_harmless(view.go(page))


@pytest.mark.parametrize("field", ["q", "provider", "story", "from", "order", "grain"])
def test_a_link_shows_text(
    visit: Open, folders: Mapping[str, Path], field: str
) -> None:
    """What a link says is shown as text as well, known or not."""
    for payload in PAYLOADS[:9]:
        page = "story" if field == "story" else "overview"
        assert_harmless(visit(folders["shipped"], page, query={field: payload}))


def test_every_story_shows_text(visit: Open, folders: Mapping[str, Path]) -> None:
    """Each hostile story opens, its related stories and its facts too."""
    names = loaders.load(folders["hostile"]).texts["story_id"]
    assert len(names) > len(PAYLOADS)
    view = visit(folders["hostile"], "story")
    for name in names:
        assert_harmless(view.follow({"story": name}))
        assert view.facts()["File"] == f"_news/{name}.md"


def test_a_title_is_whole(visit: Open, folders: Mapping[str, Path]) -> None:
    """A title is shown to its last letter; entities and marks of direction are read."""
    titles = set(visit(folders["hostile"], "stories").table("stories-")["title"])
    read = {"&lt;b&gt;evil&lt;/b&gt; &#x3c;i&#x3e;": "<b>evil</b> <i>"}
    read[RIGHT_TO_LEFT] = "evil evil \u200fevil"
    whole = {" ".join(read.get(text, text).split()) for text in PAYLOADS}
    assert whole <= {" ".join(title.split()) for title in titles}


def test_a_picture_waits(visit: Open, folders: Mapping[str, Path]) -> None:
    """No picture of another host is on a story's page before the reader asks."""
    story = sorted(p.stem for p in (folders["hostile"] / "_news").iterdir())[3]
    view = visit(folders["hostile"], "story", query={"story": story})
    assert "Picture" in _popovers(view)
    assert not view.at.get("imgs")


def _popovers(view: View) -> list[str]:
    return [
        message.popover.label
        for message in view.messages()
        if message.DESCRIPTOR.name == "Block" and message.HasField("popover")
    ]
