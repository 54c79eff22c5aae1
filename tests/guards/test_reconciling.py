"""Figures reconcile: every mark counts exactly the rows that it opens."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loaders
from measures import stories
from measures.filters import EVERYTHING, GRAINS, IDENTITIES, Filters
from pages.charts import columns, rows
from pages.charts.figure import BRUSH
from pages.parts import export, tables
from tests.guards.figures import ALL, MAKERS, columns_drawn, nodes, picked
from tests.measures import crowd as crowd_asks
from tests.measures.asking import asked
from tests.measures.crowd import BURST, crowd
from tests.measures.ninety import DAYS, WORDS, long, ninety
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from loaders.corpus import Corpus
    from pages.charts.figure import Figure
    from pages.charts.rows import Rows
    from tests.guards.figures import Maker

    Click = dict[str, Any]

MOST_MARKS: Final = 2000
USUAL: Final = EVERYTHING.window

EXPECTED: Final = {
    "attention.timeline",
    "attention.detail",
    "provider.leaderboard",
    "voice.shares",
    "topic.leaderboard",
    "topic.shares",
    "calendar.calendar",
    "rhythm.weekly",
    "health.complete",
}


def test_all_figures_are_found() -> None:
    """The search for figures sees those there are, and whatever is added to them."""
    assert set(MAKERS) >= EXPECTED


def test_drawn_columns_are_found() -> None:
    """In channels, lists, conditions, filters and layers; calculated ones are none."""
    spec = {
        "layer": [
            {"encoding": {"x": {"field": "a"}, "tooltip": [{"field": "b"}]}},
            {"encoding": {"y": {"condition": {"test": "datum.c && datum['d e']"}}}},
        ],
        "transform": [{"filter": "datum.f > 1"}, {"calculate": "datum.g", "as": "a"}],
    }
    assert columns_drawn(spec) == {"b", "c", "d e", "f", "g"}


def clicks(figure: Figure) -> list[Click]:
    """What a click on each mark sends: the picked columns, as JSON has them."""
    if figure.mark is None and not figure.names:
        return []
    fields = picked(figure)
    assert fields
    sent: list[Click] = json.loads(figure.frame[fields].to_json(orient="records"))
    return sent


def opened(figure: Figure, corpus: Corpus, click: Click) -> int:
    """How many rows a click on a mark opens."""
    if figure.mark is not None:
        return len(figure.mark(click).positions(corpus))
    held = rows.behind(corpus, figure, named(figure, click))
    assert held is not None
    return held.count


def named(figure: Figure, click: Click) -> tuple[str, ...]:
    """What names the mark in the address."""
    return tuple(str(click[name]) for name in figure.names)


def reconciles(figure: Figure, corpus: Corpus) -> None:
    """Compare the value of each mark with the number of rows that it opens.

    A figure without a value counts no rows: its marks only choose, as identities do.
    """
    if not figure.value or not (marks := clicks(figure)):
        return
    wrong = []
    for click, value in zip(marks, figure.frame[figure.value], strict=True):
        count = opened(figure, corpus, click)
        if count != value:
            wrong.append(f"{click} says {value}, opens {count}")
    assert wrong == []


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("grain", GRAINS)
@pytest.mark.parametrize("by", IDENTITIES)
def test_every_mark_counts_the_rows_it_opens(name: str, grain: str, by: str) -> None:
    """Over everything, in each grain and under each identity."""
    for corpus in (ninety(), crowd()):
        reconciles(ALL[name](corpus, Filters(grain=grain, by=by)), corpus)


@pytest.mark.parametrize("name", ALL)
@settings(max_examples=20)
@given(st.data())
def test_every_mark_reconciles_under_any_filters(
    name: str, data: st.DataObject
) -> None:
    """Whatever is asked for, a mark's number is the number of its rows."""
    corpus = ninety()
    chosen = data.draw(asked(corpus, DAYS, WORDS))
    reconciles(ALL[name](corpus, chosen), corpus)


VIEWS: Final = [
    EVERYTHING,
    Filters(provider=("One",)),
    Filters(first=BURST, last=BURST),
    Filters(first=date(2021, 3, 1), last=date(2021, 3, 31)),
]
"""Between them, views in which each figure that can be clicked has marks."""

CLICKLESS: Final = {"audit.of_copies", "audit.of_folded", "audit.of_lists"}


@pytest.mark.parametrize("name", sorted(set(ALL) - CLICKLESS))
def test_every_figure_has_marks_to_try(name: str) -> None:
    """Else what follows would hold of nothing."""
    assert any(clicks(ALL[name](crowd(), chosen)) for chosen in VIEWS)


@pytest.mark.parametrize("name", ALL)
@settings(max_examples=15)
@given(st.data())
def test_rows_csv_and_numbers_are_one_set(name: str, data: st.DataObject) -> None:
    """Before a click, and after one on any mark: what is listed is counted and saved."""
    corpus, make = crowd(), ALL[name]
    some = asked(corpus, crowd_asks.DAYS, crowd_asks.WORDS)
    chosen = data.draw(st.sampled_from(VIEWS) | some)
    figure = make(corpus, chosen)
    before = rows.of(corpus, figure)
    assert saved(corpus, before) == before.count
    if name != "story.strip":  # the reports of a story are what it is about
        assert ids(corpus, before) <= ids(corpus, rows.Rows(chosen, 0))
    marks = clicks(figure)
    if not marks:
        return
    place = data.draw(st.integers(0, len(marks) - 1))
    after = clicked(make, corpus, chosen, figure, marks[place])
    assert saved(corpus, after) == after.count
    if figure.value:
        assert after.count == figure.frame[figure.value].iloc[place], marks[place]


def clicked(
    make: Maker, corpus: Corpus, chosen: Filters, figure: Figure, click: Click
) -> Rows:
    """What the figure lists after a click on a mark: in a new view, or in the same."""
    if figure.mark is None:
        held = rows.behind(corpus, figure, named(figure, click))
        assert held is not None
        return held
    mark = figure.mark(click)
    wanted = {field: getattr(mark, field) for field in figure.fields}
    return rows.of(corpus, make(corpus, chosen.with_(**wanted)))


def saved(corpus: Corpus, held: Rows) -> int:
    """How many rows the CSV has, read back; they stand in the order of the list."""
    if isinstance(held.source, pd.DataFrame):
        listed, text = held.source, export.text(held.source)
    else:
        places = held.positions(corpus)
        window = held.source.window if isinstance(held.source, Filters) else USUAL
        listed = stories.rows(corpus, places, window)
        text = export.csv(corpus, places, window)
        if isinstance(held.source, Filters):
            assert text == export.asked(corpus, held.source)
    lines = list(csv.reader(io.StringIO(text, newline="")))
    assert lines[0] == list(listed.columns)
    assert {len(line) for line in lines} == {len(lines[0])}
    if "story_id" in listed:
        place = lines[0].index("story_id")
        found = [line[place] for line in lines[1:]]
        assert found == listed["story_id"].fillna("").tolist()
    return len(lines) - 1


def ids(corpus: Corpus, held: Rows) -> set[str]:
    """The stories that rows are of, as far as they are of any."""
    if isinstance(held.source, pd.DataFrame):
        return set(held.source.get("story_id", ()))
    return set(stories.texts(corpus, held.positions(corpus), "story_id"))


RATES: Final[dict[str, tuple[str, Callable[[pd.DataFrame], float]]]] = {
    "leads.rates": ("lead_share", lambda of: of["lead_score"].mean()),
    "lags.behind_first": ("lag_median_hours", lambda of: of["lag_hours"].median()),
    "precedence.matrix": ("before_share", lambda of: (of["order"] == "before").mean()),
    "cocoverage.matrix, given": (
        "given_share",
        lambda of: (of["other_takes_part"] == "yes").mean(),
    ),
    "cocoverage.matrix, jaccard": (
        "jaccard_share",
        lambda of: (
            (of["provider_takes_part"] == "yes") & (of["other_takes_part"] == "yes")
        ).mean(),
    ),
    "speed.halves": (
        "half_breadth_hours",
        lambda of: of.loc[of["half"] == "yes", "hours"].max(),
    ),
    "carriers.copies": ("lag_median_hours", lambda of: of["lag_hours"].median()),
}
"""The rates and medians that are drawn, and each counted again from what it opens."""


@pytest.mark.parametrize("name", RATES)
@settings(max_examples=15)
@given(st.data())
def test_a_rate_is_that_of_the_rows_it_opens(name: str, data: st.DataObject) -> None:
    """They are its denominator, and a column says what is counted in it."""
    some = asked(crowd(), crowd_asks.DAYS, crowd_asks.WORDS)
    figure = ALL[name](crowd(), data.draw(st.sampled_from(VIEWS) | some))
    column, again = RATES[name]
    for click, rate in zip(clicks(figure), figure.frame[column], strict=True):
        if pd.notna(rate):
            held = rows.behind(crowd(), figure, named(figure, click))
            assert held is not None
            assert isinstance(held.source, pd.DataFrame)
            assert again(held.source) == pytest.approx(rate), click


WHOLE: Final = {
    "leads.rates": (("provider",), ("Two", "Three")),
    "lags.behind_first": (("provider",), ("Two", "Three")),
    "cooccurrence.pairs": (("topic", "other"), ("Law",)),
}
"""Lists of what is drawn under other filters: their columns, and what is chosen there."""


@pytest.mark.parametrize("name", WHOLE)
def test_a_list_holds_what_is_chosen_of_what_is_drawn(name: str) -> None:
    """The others stay in the picture, and come into no list and no file."""
    columns, values = WHOLE[name]
    chosen = EVERYTHING.with_(**{columns[0]: values})
    drawn = ALL[name](crowd(), EVERYTHING).listing
    listed = ALL[name](crowd(), chosen).listing
    assert drawn is not None
    assert listed is not None
    is_chosen = drawn[list(columns)].isin(values).any(axis=1)
    assert 0 < is_chosen.sum() < len(drawn)
    pd.testing.assert_frame_equal(listed, drawn[is_chosen])


def test_every_mark_reconciles_on_real_corpora(real_corpus: Path) -> None:
    """Over everything, and over a quarter of the providers in a year of their time."""
    corpus = loaders.load(real_corpus)
    some = tuple(corpus.names("provider_family")[::4])
    for chosen in (EVERYTHING, Filters(provider=some, first=date(2020, 6, 1))):
        for make in ALL.values():
            figure = make(corpus, chosen)
            reconciles(figure, corpus)
            held = rows.of(corpus, figure)
            assert saved(corpus, held) == held.count


NARROWED: Final = [
    EVERYTHING,
    Filters(words="nothing"),
    Filters(topic=("Law",)),
    Filters(provider=("One", "Nobody")),
    Filters(first=date(2021, 1, 1), last=date(2021, 1, 1)),
    Filters(first=date(2021, 1, 1), last=date(2021, 1, 20), grain="week"),
    Filters(first=date(2030, 1, 1)),
    Filters(state=("published",)),
]


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("chosen", NARROWED, ids=lambda chosen: chosen.describe())
def test_a_figure_is_whole(name: str, chosen: Filters) -> None:
    """It says what it counts and how, and draws only what its frame has."""
    for corpus in (ninety(), six(), timeless()):
        figure = MAKERS[name](corpus, chosen)
        assert figure.key
        assert figure.title
        assert figure.counts.endswith(".")
        assert figure.method.endswith(".")
        drawn = columns_drawn(figure.spec)
        # A figure without a chart is a table of its own, which it lists.
        assert bool(drawn) == bool(figure.spec)
        assert drawn or figure.listing is not None
        assert drawn <= set(figure.frame.columns)
        assert set(picked(figure)) <= set(figure.frame.columns)
        assert bool(figure.mark or figure.names) == bool(picked(figure))
        assert bool(figure.mark) <= bool(figure.fields)
        assert bool(figure.stories or figure.opens) <= bool(figure.names)
        assert set(figure.names) <= set(picked(figure))
        if not len(figure.frame):
            assert figure.empty


@pytest.mark.parametrize("name", MAKERS)
def test_a_specification_is_json_without_data(name: str) -> None:
    """What the browser gets holds no row of the corpus, and is the same each time."""
    figure = MAKERS[name](ninety(), EVERYTHING)
    json.dumps(figure.spec)
    assert {"data", "datasets", "config"}.isdisjoint(figure.spec)
    assert not any("values" in node for node in nodes(figure.spec) if "url" in node)
    assert MAKERS[name](ninety(), EVERYTHING).spec == figure.spec


@pytest.mark.parametrize("name", ALL)
def test_no_table_shows_a_bare_time(name: str) -> None:
    """Each column of instants is written as a date that people read, in UTC."""
    for chosen in VIEWS:
        figure = ALL[name](crowd(), chosen)
        for table in listed(figure):
            shown = columns.of(table, tables.LABELS | dict(figure.listing_columns))
            for time in table.select_dtypes(include=["datetime", "datetimetz"]):
                if time in shown:
                    assert shown[str(time)].shown in {columns.MOMENT, columns.DAY}
                    assert shown[str(time)].label.endswith("(UTC)"), time


@pytest.mark.parametrize("name", ALL)
def test_every_column_of_a_table_has_a_name(name: str) -> None:
    """What a figure lists, and what its marks open, is not called as the program does."""
    for chosen in VIEWS:
        figure = ALL[name](crowd(), chosen)
        labels = tables.LABELS | dict(figure.listing_columns)
        for table in listed(figure):
            unnamed = {name for name in map(str, table) if "_" in name} - set(labels)
            assert unnamed <= {"story_id"}


def listed(figure: Figure) -> Iterator[pd.DataFrame]:
    """The tables of a figure: its own, and that of its first mark."""
    if figure.listing is not None:
        yield figure.listing
    marks = clicks(figure)
    held = rows.behind(crowd(), figure, named(figure, marks[0])) if marks else None
    if held is not None and isinstance(held.source, pd.DataFrame):
        yield held.source


@pytest.mark.parametrize("name", MAKERS)
def test_no_tooltip_is_a_time(name: str) -> None:
    """A browser would write it in the reader's own zone: another day, west of UTC."""
    for node in nodes(MAKERS[name](ninety(), EVERYTHING).spec):
        said = node.get("tooltip", [])
        fields = said if isinstance(said, list) else [said]
        assert "temporal" not in [field.get("type") for field in fields]


@pytest.mark.parametrize("name", MAKERS)
def test_a_frame_holds_only_what_is_drawn_or_picked(name: str) -> None:
    """A column that no chart reads is bytes for nothing."""
    figure = MAKERS[name](ninety(), EVERYTHING)
    if not figure.spec:
        return
    used = columns_drawn(figure.spec) | set(picked(figure)) | {figure.value}
    assert set(figure.frame.columns) <= used


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("grain", ["", *GRAINS])
def test_a_figure_has_few_marks(name: str, grain: str) -> None:
    """Even over 11 years of 27,000 stories, day by day."""
    figure = MAKERS[name](long(), Filters(grain=grain))
    assert not figure.spec or len(figure.frame) <= MOST_MARKS


def test_keys_are_distinct() -> None:
    """A key names one figure: two on a page would share their widgets."""
    keys = Counter(make(six(), EVERYTHING).key for make in MAKERS.values())
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("name", MAKERS)
def test_a_brush_keeps_every_day_it_touches(name: str) -> None:
    """From the start of 4 January to within the 5th: both days, in either direction."""
    figure = MAKERS[name](six(), EVERYTHING)
    named = {node.get("name") for node in nodes(figure.spec)}
    assert bool(figure.brush) == (BRUSH in named)
    if figure.brush is not None:
        low, high = 1_609_718_400_000.0, 1_609_804_800_500.0 + 1000
        for ends in ((low, high), (high, low)):
            brushed = figure.brush(*ends)
            assert (brushed.first, brushed.last) == (date(2021, 1, 4), date(2021, 1, 5))
        whole_day = figure.brush(low, low + 86_400_000)
        assert (whole_day.first, whole_day.last) == (
            date(2021, 1, 4),
            date(2021, 1, 4),
        )
