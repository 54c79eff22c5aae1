"""Figures reconcile: every mark counts exactly the rows that it opens."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loaders
from measures.filters import EVERYTHING, GRAINS, IDENTITIES, Filters
from pages.charts import columns
from pages.charts.figure import BRUSH
from pages.parts import tables
from tests.guards.figures import MAKERS, columns_drawn, nodes, picked
from tests.measures.asking import asked
from tests.measures.ninety import DAYS, WORDS, long, ninety
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import numpy as np

    from loaders.corpus import Corpus
    from pages.charts.figure import Figure

MOST_MARKS: Final = 2000

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


def opened(figure: Figure, corpus: Corpus, click: Mapping[str, Any]) -> np.ndarray:
    """The positions of the stories that a click on a mark lists."""
    if figure.mark is not None:
        return figure.mark(click).positions(corpus)
    assert figure.stories is not None
    return figure.stories(tuple(str(click[name]) for name in figure.names))


def reconciles(figure: Figure, corpus: Corpus) -> None:
    """Compare the value of each mark with the number of stories that it opens.

    A figure without a value counts no rows: its marks only choose, as identities do.
    A mark is known by what a click sends: the picked columns, as JSON has them.
    """
    if (figure.mark is None and figure.stories is None) or not figure.value:
        return
    fields = picked(figure)
    assert fields
    clicks = json.loads(figure.frame[fields].to_json(orient="records"))
    wrong = []
    for click, value in zip(clicks, figure.frame[figure.value], strict=True):
        count = len(set(opened(figure, corpus, click).tolist()))
        if count != value:
            wrong.append(f"{click} says {value}, opens {count}")
    assert wrong == []


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("grain", GRAINS)
@pytest.mark.parametrize("by", IDENTITIES)
def test_every_mark_counts_the_rows_it_opens(name: str, grain: str, by: str) -> None:
    """Over everything, in each grain and under each identity."""
    corpus = ninety()
    reconciles(MAKERS[name](corpus, Filters(grain=grain, by=by)), corpus)


@pytest.mark.parametrize("name", MAKERS)
@settings(max_examples=20)
@given(st.data())
def test_every_mark_reconciles_under_any_filters(
    name: str, data: st.DataObject
) -> None:
    """Whatever is asked for, a mark's number is the number of its stories."""
    corpus = ninety()
    chosen = data.draw(asked(corpus, DAYS, WORDS))
    reconciles(MAKERS[name](corpus, chosen), corpus)


def test_every_mark_reconciles_on_real_corpora(real_corpus: Path) -> None:
    """Over everything, and over a quarter of the providers in a year of their time."""
    corpus = loaders.load(real_corpus)
    some = tuple(corpus.names("provider_family")[::4])
    for chosen in (EVERYTHING, Filters(provider=some, first=date(2020, 6, 1))):
        for make in MAKERS.values():
            reconciles(make(corpus, chosen), corpus)


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
        assert bool(figure.mark or figure.stories) == bool(picked(figure))
        assert bool(figure.mark) <= bool(figure.fields)
        assert bool(figure.stories) <= bool(figure.names)
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


@pytest.mark.parametrize("name", MAKERS)
def test_no_table_shows_a_bare_time(name: str) -> None:
    """Each column of instants is written as a date that people read, in UTC."""
    figure = MAKERS[name](ninety(), EVERYTHING)
    listing = pd.DataFrame() if figure.listing is None else figure.listing
    shown = columns.of(listing, tables.LABELS | dict(figure.listing_columns))
    for column in map(str, listing.select_dtypes(include=["datetime", "datetimetz"])):
        if column in shown:
            assert shown[column].shown in {columns.MOMENT, columns.DAY}
            assert shown[column].label.endswith("(UTC)")


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


@pytest.mark.parametrize("name", MAKERS)
def test_keys_are_distinct(name: str) -> None:
    """A key names one figure: two on a page would share their widgets."""
    key = MAKERS[name](six(), EVERYTHING).key
    others = [make(six(), EVERYTHING).key for make in MAKERS.values()]
    assert others.count(key) == 1


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
