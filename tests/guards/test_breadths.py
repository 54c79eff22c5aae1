"""Every breadth that is shown is the one within the reader's window."""

from __future__ import annotations

import ast
import csv
import dataclasses
import io
import statistics
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import frames
from measures import breadths, stories
from measures.filters import Filters
from measures.related import blindspots, breadth, kinds, scoops, spread
from measures.related.story import reach
from measures.when import clusters
from measures.when.episodes import episodes
from measures.who import league
from pages.charts import brief
from pages.parts import export
from tests.corpora import corpus_of, entry, story
from tests.guards.figures import MAKERS
from tests.guards.modules import Module, below, modules
from tests.measures.clock import at
from tests.measures.ninety import ninety

if TYPE_CHECKING:
    from loaders.corpus import Corpus

WINDOWS: Final = (6, 24, frames.DEFAULT_WINDOW_HOURS, 168)
MEASURE: Final = "measures.breadths"


@dataclasses.dataclass(frozen=True)
class Run:
    """One report: by whom, and in which hour; either may be unknown."""

    provider: str | None
    hour: int | None
    is_filed: bool
    lists: tuple[int, ...] = ()
    """The reports in its list, by their places."""

    def told(self) -> dict[str, Any]:
        """It as `story` and `entry` take it."""
        carried = {"domain": "msn.com"} if self.provider == "One on MSN" else {}
        when = None if self.hour is None else at(self.hour)
        return {"provider": self.provider, "published_at": when, **carried}


@st.composite
def drawn(draw: st.DrawFn) -> list[Run]:
    """Some filed reports, then some that are only seen; the filed ones list any."""
    filed, seen = draw(st.integers(2, 6)), 5
    provider = st.sampled_from(["One", "Two", "Three", "Four", "One on MSN", None])
    hour = st.integers(0, 250) | st.integers(95, 110) | st.none()
    lists = st.lists(st.integers(0, filed + seen - 1), max_size=6).map(tuple)
    return [
        Run(
            draw(provider),
            draw(hour),
            place < filed,
            draw(lists) if place < filed else (),
        )
        for place in range(filed + seen)
    ]


def corpus_of_runs(runs: list[Run]) -> Corpus:
    """The corpus of these reports: `s0`, `s1` and so on are filed."""
    return corpus_of(
        *(
            story(
                f"s{place}",
                quality=place,
                related=[
                    f"s{other}"
                    if runs[other].is_filed
                    else entry(f"x{other}", **runs[other].told())
                    for other in run.lists
                ],
                **run.told(),
            )
            for place, run in enumerate(runs)
            if run.is_filed
        )
    )


def naive(runs: list[Run], window: int) -> list[int]:
    """The families that ran each filed report within the window, counted one by one."""
    found = []
    for run in runs:
        if not run.is_filed:
            continue
        families = {run.provider}
        for other in (runs[place] for place in run.lists):
            if run.hour is None or other.hour is None:
                continue
            if abs(run.hour - other.hour) <= window:
                families.add(other.provider)
        names = {"One" if name == "One on MSN" else name for name in families}
        found.append(len(names - {None}))
    return found


@settings(max_examples=60)
@given(drawn(), st.sampled_from(WINDOWS))
def test_every_place_that_shows_a_breadth_agrees(runs: list[Run], window: int) -> None:
    """Tables, orders, exports, medians, leads and sentences, whatever the window."""
    corpus, chosen = corpus_of_runs(runs), Filters(window=window)
    expected = naive(runs, window)
    everyone = np.arange(len(corpus))
    assert breadths.counts(corpus, window).tolist() == expected
    rows = stories.rows(corpus, everyone, window)
    assert rows["breadth_count"].tolist() == expected
    saved = csv.DictReader(io.StringIO(export.csv(corpus, everyone, window)))
    assert [int(row["breadth_count"]) for row in saved] == expected
    ordered = [expected[at] for at in stories.ordered(corpus, chosen, "widest")]
    assert all(one >= other for one, other in pairwise(ordered))
    widest = [expected[at] for at in breadth.widest(corpus, chosen, most=10)]
    assert widest == [count for count in ordered if count > 1]
    first = breadth.widest_first(corpus, window, everyone)
    assert [expected[at] for at in first] == ordered
    for position in everyone.tolist():
        assert reach(corpus, position, window).family_count == expected[position]
    _agree_in_measures(corpus, chosen, expected)
    _agree_in_words(corpus, chosen, expected)


def _agree_in_measures(corpus: Corpus, chosen: Filters, expected: list[int]) -> None:
    for result in (breadth.speed(corpus, chosen), scoops.ledger(corpus, chosen)):
        of_each = dict(result.frame[["story", "breadth_count"]].to_numpy().tolist())
        assert of_each == {at: expected[at] for at in of_each}
    lines = spread.curves(corpus, chosen).frame
    tops = lines.groupby("story")["breadth_count"].max().to_dict()
    assert list(tops.values()) == [expected[at] for at in map(int, map(str, tops))]
    kind = kinds.of(corpus, chosen)
    exclusive = np.flatnonzero(kind == kinds.KINDS.index("exclusive"))
    assert all(expected[position] <= 1 for position in exclusive)
    families = corpus.stories["provider_family"]
    table = league.table(corpus, chosen).set_index("provider")
    for name, median in table["breadth_median_count"].items():
        its = [expected[at] for at in np.flatnonzero(families == name)]
        assert median == statistics.median(its)
    dated = np.flatnonzero(corpus.days != frames.UNDATED)
    nobody = np.array([], dtype=np.int64)
    for lead in clusters.of(corpus, chosen, dated, nobody).lead[:1]:
        assert expected[lead] > 0 or families.isna()[lead]
    wide = blindspots.LEAST_BREADTH
    assert blindspots.of_providers(corpus, chosen).n == sum(
        count >= wide for at, count in enumerate(expected) if at in dated
    )


def _agree_in_words(corpus: Corpus, chosen: Filters, expected: list[int]) -> None:
    for finding in brief.findings(corpus, chosen):
        facts = finding.sentence.facts
        if finding.sentence.kind == "brief.widest":
            position = corpus.positions_by_id[finding.query["story"]]
            assert facts["breadth"] == expected[position] == max(expected)
        if finding.sentence.kind.startswith("brief.widest"):
            assert facts["breadth"] == max(expected)
            assert facts["window"] == chosen.window == finding.chosen.window


def test_a_burst_is_named_by_what_is_widest_in_the_window() -> None:
    """Within 24 hours b has two families and a one; within three days a has four."""
    quiet = [story(f"q{day:02}", published_at=at(days=day)) for day in range(0, 40, 2)]
    busy = [story(f"r{i}", published_at=at(i, days=60)) for i in range(8)]
    late = [
        entry(f"x{n}", provider=n, published_at=at(48, days=60))
        for n in ("Two", "Three", "Four")
    ]
    soon = [entry("y", provider="Two", published_at=at(3, days=60))]
    corpus = corpus_of(
        *quiet,
        *busy,
        story("a", published_at=at(1, days=60), related=late),
        story("b", published_at=at(1, days=60), related=soon),
        story("z", published_at=at(days=70)),
    )
    named = {
        window: corpus.texts["story_id"]
        .iloc[episodes(corpus, Filters(window=window)).frame["peak_story"]]
        .tolist()
        for window in (24, 72)
    }
    assert named == {24: ["b"], 72: ["a"]}


POISON: Final = 777


@pytest.fixture(scope="module")
def poisoned() -> Corpus:
    """The ninety with a breadth in their frame that no story has."""
    whole = ninety()
    return dataclasses.replace(
        whole,
        version="poisoned",
        stories=whole.stories.assign(breadth_count=np.int32(POISON)),
    )


@pytest.mark.parametrize("name", MAKERS)
def test_no_figure_shows_what_the_corpus_keeps(name: str, poisoned: Corpus) -> None:
    """Under another window nothing is left of the breadths of the default one."""
    chosen = Filters(window=24)
    found, right = MAKERS[name](poisoned, chosen), MAKERS[name](ninety(), chosen)
    for one in ("title", "counts", "left_out", "method", "notes", "empty"):
        assert getattr(found, one) == getattr(right, one)
    assert found.frame.equals(right.frame)
    assert (found.listing is None) == (right.listing is None)
    if found.listing is not None and right.listing is not None:
        assert found.listing.equals(right.listing)


def test_no_list_shows_what_the_corpus_keeps(poisoned: Corpus) -> None:
    """Nor do the tables, the orders, the exports and the sentences."""
    chosen, everyone = Filters(window=24), np.arange(len(poisoned))
    ask = (
        lambda corpus: stories.rows(corpus, everyone, 24).to_csv(),
        lambda corpus: export.csv(corpus, everyone, 24),
        lambda corpus: stories.ordered(corpus, chosen, "widest").tolist(),
        lambda corpus: stories.ordered(corpus, chosen, sort="breadth_count").tolist(),
        lambda corpus: league.table(corpus, chosen).to_csv(),
        lambda corpus: brief.findings(corpus, chosen),
        lambda corpus: breadth.widest(corpus, chosen, 10).tolist(),
    )
    for answer in ask:
        assert answer(poisoned) == answer(ninety())


def kept_breadths(module: Module) -> list[int]:
    """The lines that read the breadths which the corpus keeps of the default window."""
    return [
        node.lineno
        for node in ast.walk(module.tree)
        if (
            isinstance(node, ast.Attribute)
            and node.attr == "breadths"
            and ast.unparse(node.value).endswith("corpus")
        )
        or (
            isinstance(node, ast.Subscript)
            and "stories" in ast.unparse(node.value)
            and "'breadth_count'" in ast.unparse(node.slice)
        )
    ]


def test_readings_of_kept_breadths_are_found() -> None:
    """By the property, and by the column alone or among others; not of another frame."""
    text = (
        "self._corpus.breadths\n"
        "corpus.stories['breadth_count']\n"
        "stories[['published_at', 'breadth_count']]\n"
        "result.frame['breadth_count']\n"
        "breadths.counts(corpus, 24)\n"
        "measuring.breadths(chosen)\n"
    )
    assert kept_breadths(Module("x.py", text)) == [1, 2, 3]


def test_one_measure_alone_reads_the_breadths_that_the_corpus_keeps() -> None:
    """Any other would show those of the default window, whatever the reader set."""
    wrong = [
        f"{module.path}:{line}: take measures.breadths.counts"
        for module in modules()
        if not below(module.name, {"loaders", MEASURE})
        for line in kept_breadths(module)
    ]
    assert wrong == []
    (own,) = [module for module in modules() if module.name == MEASURE]
    assert len(kept_breadths(own)) == 1
