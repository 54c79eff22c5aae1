"""The benchmarks run from end to end, on sizes at which their figures mean nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests import hosting
from tests.benchmarks.__main__ import main
from tests.benchmarks.acts import PAGES
from tests.benchmarks.rows import ABOVE, BELOW, Row, lines

if TYPE_CHECKING:
    from pathlib import Path

MET: Final = [
    (None, ABOVE, None),
    (5.9, ABOVE, False),
    (6.0, ABOVE, True),
    (6.1, ABOVE, True),
    (5.9, BELOW, True),
    (6.0, BELOW, True),
    (6.1, BELOW, False),
]


@pytest.mark.parametrize(("figure", "side", "expected"), MET)
def test_a_figure_is_held_against_its_aim(
    figure: float | None,
    side: str,
    expected: bool | None,
) -> None:
    """At the limit it is met, from either side; what was not measured is neither."""
    assert Row("loading", figure, "times", 6, side).is_met is expected


def test_rows_are_printed_with_their_aims() -> None:
    """A figure stands between what it is and what it should be; none says why not."""
    rows = [
        Row("loading", 7.234, "times", 6, ABOVE),
        Row("bytes", 1234.5, "kB", 150, note="a page"),
        Row("the other", None, "times", 1, ABOVE, "it is not installed"),
    ]
    assert lines(rows) == [
        "met  what       figure                 aim",
        "yes  loading    7.23 times             at least 6",
        "NO   bytes      1,234 kB (a page)      at most 150",
        "-    the other  (it is not installed)  at least 1",
    ]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the benchmarks write for a handful of stories."""
    work: Path = tmp_path_factory.mktemp("benchmarks")
    out = work / "bench.json"
    sizes = ("--small", "80", "--stories", "160", "--repeats", "1", "--readers", "2")
    assert main([*sizes, "--work", str(work), "--out", str(out)]) == 0
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_every_row_has_a_figure_or_says_why_not(written: dict[str, Any]) -> None:
    """Each row names what was measured, in which unit, and its aim."""
    assert len(written["rows"]) >= 12
    for row in written["rows"]:
        assert row["what"]
        assert row["unit"]
        assert row["aim"].startswith(("at least ", "at most "))
        assert (row["figure"] is None) == (row["is_met"] is None)
        assert row["figure"] is not None or row["note"].endswith("is not installed")


def test_every_page_is_loaded_and_filtered(written: dict[str, Any]) -> None:
    """Each page, and each kind of click, has its seconds, ratios and bytes."""
    found = written["interactions"]
    assert {kind.split(":")[0] for kind in found} == set(PAGES)
    assert {"overview: new filter", "stories: words", "story: next story"} <= set(found)
    for one in found.values():
        assert min(one["seconds"], one["times_trivial"], one["growth"]) > 0
        assert one["most_bytes"] > 0


def test_no_reader_meets_an_error(written: dict[str, Any]) -> None:
    """Neither alone nor among others."""
    assert [
        one["errors"] for one in written["interactions"].values() if one["errors"]
    ] == []
    ways = 2 if hosting.is_possible() else 1
    crowds = written["crowds"].values()
    assert [crowd["errors"] for crowd in crowds] == [[], [], []] * ways


def test_the_machine_and_its_load_are_told(written: dict[str, Any]) -> None:
    """Without them no figure can be compared with another day's."""
    machine = written["machine"]
    assert set(machine) >= {"cores", "python", "load_before", "load_after", "seconds"}
