"""One file is one file: whatever is in it, and whatever is raised, the others are shown."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import loaders
from loaders import report
from loaders.assembly import assembling, coverage, states
from loaders.assembly.carriers import Carriers
from loaders.gathering import crew, files, stamps, tables
from loaders.gathering.rows import Rows
from loaders.live.shelf import Shelf
from loaders.parsing import contents, reading, records
from tests.loaders.conftest import zipped
from tests.loaders.odd import GOOD, SIX, beside_three_good, figures, file_of, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from loaders import Corpus
    from loaders.parsing.reading import Read

    Plant = Callable[[pytest.MonkeyPatch], None]

ODD: Final = "_news/b0.md"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """What the three good stories say where nothing odd is among them."""
    folder = beside_three_good(tmp_path_factory.mktemp("alone"))
    return figures(loaders.load(folder, use_index=False))


def is_told(corpus: Corpus, path: str = ODD) -> bool:
    """Whether a file is a story, a problem, or named among what is passed over."""
    frames = (corpus.texts, corpus.problems, corpus.passed_over, corpus.duplicates)
    return any(path in set(frame["path"]) for frame in frames)


# What stands in a field of an odd file, as YAML.
tags = st.sampled_from([
    "!!int", "!!float", "!!bool", "!!null", "!!timestamp", "!!str", "!!binary", "!x",
    "!!set", "!!omap", "!!pairs", "!!seq", "!!map", "!!value", "!!merge", "!<>", "!",
    "!!python/name:os.system", "!<tag:yaml.org,2002:int>",
])  # fmt: skip
plain = st.sampled_from([
    "", "x", "maybe", "soon", "-", "+", "0x", "0b2", "1_0", "1:99", "=", "<<", "~", "No",
    ".inf", "-.inf", ".nan", "1e999", "2147483648", "-2147483649", str(2**64), "007",
    "9" * 400, "9" * 5_000, "0x" + "f" * 2_000, "1" + ":59" * 900, "1.0e+99999",
    "0001-01-01", "9999-12-31T23:59:59Z", "2021-02-30", "1677-09-21", "2262-04-12",
    "2021-01-01T00:00:00+99:00", "2021-01-01T00:00:00 -14:00", "12:61:61",
    '"&#' + "9" * 4_301 + ';"', '"&#xD800;"', '"&#0;"', '"&#x110000;"', '"&nope;"',
    '"\\0"', '"\\ud800"', '"\\U0001F600"', '"\\u202e"', '"\\x85"', '"a\\tb"', "'it's'",
    "{}", "[]", "[[]]", "{a: b}", "[~, ~]", "[1, x, {}]", "&a [*a]", "*a", "? x", "|",
    "http://", "https://[::1", "https://a.example:99999999/", "https://ä.example/ x",
    "{name: !!int, domain: !!bool x}", "[{url: !!timestamp x}]", "- a", "x: y",
])  # fmt: skip
written = st.tuples(st.sampled_from(["", " "]), tags, plain)
values = plain | written.map(lambda parts: f"{parts[1]}{parts[0]}{parts[2]}".strip())
names = st.sampled_from([
    "category", "title", "excerpt", "publishedDateTime", "originalUrl", "webUrl",
    "ampWebUrl", "type", "featuredContent", "quality", "heat", "published",
    "provider", "topics", "images", "related", "secured", "!!bool x", "? a", "<<",
])  # fmt: skip
entries = st.lists(
    st.dictionaries(
        st.sampled_from(["title", "publishedDateTime", "webUrl", "type", "provider"])
        | st.sampled_from(["quality", "excerpt", "related"]),
        values.filter(lambda value: "\n" not in value),
        max_size=4,
    ),
    max_size=3,
)


def listed(related: Sequence[dict[str, str]]) -> str:
    """Entries of a related list as lines."""
    lines = ["related:"]
    for fields in related:
        facts = [f"{name}: {value}" for name, value in fields.items()] or ["{}"]
        lines += [f"  - {facts[0]}", *(f"    {fact}" for fact in facts[1:])]
    return "\n".join(lines)


fields = st.dictionaries(names, values, max_size=4).map(
    lambda found: "\n".join(f"{name}: {value}" for name, value in found.items())
)
fronts = st.tuples(fields, entries).map(
    lambda parts: "\n".join([parts[0], *([listed(parts[1])] if parts[1] else [])])
)


@settings(max_examples=150)
@given(fronts)
@example("quality: !!int")
@example("published: !!bool maybe\npublishedDateTime: !!timestamp soon")
@example("related:\n  - quality: !!float\n    publishedDateTime: !!timestamp x")
def test_an_odd_file_costs_no_other(alone: list[dict[str, object]], front: str) -> None:
    """The three good ones keep their figures, and the odd one is told."""
    with tempfile.TemporaryDirectory() as parent:
        folder = beside_three_good(Path(parent) / "corpus", file_of(front))
        corpus = loaders.load(folder, use_index=False)
    assert figures(corpus) == alone
    assert is_told(corpus)
    assert report.summary(corpus)["files"] == 4
    assert list(report.lines(corpus))


class Planted(Exception):  # noqa: N818 - it is no error of the program
    """What is raised in the middle of something."""


def at(stage: str, is_odd: Callable[..., bool]) -> Plant:
    """Has a stage fail at the odd file.

    Args:
        stage: A function of the loaders, by its name in PLANTS.
        is_odd: Of the arguments of that function, whether they are of that file.
    """
    owner, name = PLANTS[stage]

    def plant(patch: pytest.MonkeyPatch) -> None:
        work = getattr(owner, name)

        def failing(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - as given
            if is_odd(*args, **options):
                raise Planted("in the middle of it")
            return work(*args, **options)

        patch.setattr(owner, name, failing)

    return plant


PLANTS: Final[dict[str, tuple[object, str]]] = {
    "read": (os, "open"),
    "parse": (reading, "parse"),
    "record": (records, "record"),
    "row": (Rows, "add"),
    "table": (tables, "_table"),
    "place: providers": (Carriers, "origin"),
    "place: stories": (assembling, "_texts"),
    "count: coverage": (coverage, "entries"),
    "count: states": (states, "backlog_reasons"),
}


def _is_odd_origin(_: Carriers, name: str | None, __: str | None) -> bool:
    return name == "Odd"


def _is_odd_row(_: Rows, path: str, read: Read) -> bool:
    return path == ODD and read.record is not None


def _is_odd_table(name: str, rows: Sequence[Sequence[object]]) -> bool:
    return name == "files" and any(row[4] == "Odd" for row in rows)


STAGES: Final[dict[str, tuple[Plant, str]]] = {
    "read": (
        at("read", lambda path, *_: str(path).endswith("b0.md")),
        contents.READABLE,
    ),
    "parse": (
        at("parse", lambda content: b"Odd" in content),
        "a file that can be parsed",
    ),
    "record": (
        at("record", lambda values, _: values["title"] == "Odd"),
        "a file that can be parsed",
    ),
    "row": (at("row", _is_odd_row), "values that can be kept"),
    "table": (at("table", _is_odd_table), "values that can be kept"),
    "place: providers": (
        at("place: providers", _is_odd_origin),
        "a story that can be placed and counted",
    ),
    "place: stories": (
        at("place: stories", lambda story: "Odd" in story["title"].to_pylist()),
        "a story that can be placed and counted",
    ),
    "count: coverage": (
        at(
            "count: coverage",
            lambda _, story, *__: "Odd" in story["title"].to_pylist(),
        ),
        "a story that can be placed and counted",
    ),
    "count: states": (
        at("count: states", lambda _, __, quality, ___: 77 in quality.to_list()),
        "a story that can be placed and counted",
    ),
}
"""Each stage, how it is made to fail at the odd file, and what was expected of that."""


@pytest.fixture(params=STAGES)
def planted(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """A stage that fails at the odd file; what is expected of the file there."""
    plant, expected = STAGES[request.param]
    with monkeypatch.context() as patch:
        plant(patch)
        yield expected


def check(corpus: Corpus, alone: object, expected: str) -> None:
    """The three good stories are shown; of the odd file it is told what was raised."""
    assert figures(corpus) == alone
    assert set(corpus.texts["title"]) == set(GOOD)
    told = corpus.problems.set_index("path").loc[[ODD]].to_dict("records")
    assert [(row["expected"], row["found"]) for row in told] == [
        (expected, "Planted: in the middle of it")
    ]
    assert corpus.files_count == 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three good files, and the odd one."""
    return beside_three_good(tmp_path / "corpus", file_of("quality: 77"))


def test_a_fault_at_any_stage_is_that_files_problem(
    folder: Path, alone: object, planted: str
) -> None:
    """With the kind of error; the rest goes on, and so it does from the index."""
    for _ in range(2):
        check(loaders.load(folder), alone, planted)


def test_a_fault_in_a_running_dashboard_is_that_files_problem(
    folder: Path, alone: object, planted: str
) -> None:
    """As the file comes, and as it goes."""
    odd = folder / ODD
    text = odd.read_text(encoding="utf-8")
    odd.unlink()
    place = Shelf(str(folder))
    before = place.current()
    assert figures(before) == alone
    odd.write_text(text, encoding="utf-8")
    assert place.refresh()
    check(place.current(), alone, planted)
    assert place.standing().state == "ok"
    odd.unlink()
    assert place.refresh()
    assert place.current().version == before.version


def test_a_fault_behind_an_address_is_that_files_problem(
    folder: Path, alone: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An archive, in which one file is read otherwise than it was written."""
    pytest.importorskip("fsspec", reason="what `make cluster` installs is not there")
    address = zipped(folder, tmp_path / "corpus.zip")
    for stage in STAGES.keys() - {"read"}:
        plant, expected = STAGES[stage]
        with monkeypatch.context() as patch:
            plant(patch)
            check(loaders.load(address, use_index=False), alone, expected)


def test_six_odd_files_beside_three_good_ones(
    tmp_path: Path, alone: list[dict[str, object]]
) -> None:
    """All at once, read by one process and by three, from the files and the index."""
    folder = beside_three_good(tmp_path / "corpus", *texts(SIX))
    corpus = loaders.load(folder)
    assert figures(corpus) == alone
    assert [is_told(corpus, f"_news/b{n}.md") for n in range(6)] == [True] * 6
    assert set(corpus.problems["path"]) == {f"_news/b{n}.md" for n in range(6)}
    assert loaders.load(folder).version == corpus.version
    found = files.find(folder).files
    together = crew.read(found, processes=3)
    one = crew.read(found, processes=1)
    assert [list(row) for row in together.problems] == [
        list(row) for row in one.problems
    ]


def test_no_table_holds_such_a_value(
    folder: Path, alone: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers of more bits, text of halves of characters, and a list where text goes."""
    make = records.record
    for change in ({"quality_score": 2**40}, {"title": "\ud800"}, {"amp_url": ["x"]}):

        def made(values: Any, notes: Any, change: Any = change) -> Any:  # noqa: ANN401 - as given
            record = make(values, notes)
            if values["title"] != "Odd":
                return record
            return record._replace(story=record.story._replace(**change))

        monkeypatch.setattr(records, "record", made)
        corpus = loaders.load(folder, use_index=False)
        assert figures(corpus) == alone
        told = corpus.problems.to_dict("records")
        assert [(row["path"], row["expected"]) for row in told] == [
            (ODD, "values that can be kept")
        ]


def test_a_clock_that_went_wrong_by_centuries(tmp_path: Path, alone: object) -> None:
    """The time of a file that no table holds is no reason to read none."""
    folder = beside_three_good(tmp_path / "corpus", file_of("quality: 1"))
    found = files.find(folder).files
    odd = [file._replace(mtime_ns=2**64) for file in found[:1]] + found[1:]
    shown = stamps.table(odd, 10**18)
    assert shown["mtime_ns"].to_pylist()[0] == -1  # it may have changed just now
    assert figures(loaders.load(folder)) == alone
