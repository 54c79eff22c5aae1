"""What a figure lists, as a whole and behind a mark; and what names no mark."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from measures.filters import EVERYTHING, Filters
from pages.charts import rows
from pages.charts.figure import Figure
from pages.charts.sentences.sentence import say
from tests.measures.six import ids, six

PLAIN = Figure(
    key="plain",
    title=say("rhythm.plain"),
    counts="Stories.",
    frame=pd.DataFrame(),
    spec={},
    rows=Filters(topic=("AI",)),
)
LISTED = replace(
    PLAIN,
    listing=pd.DataFrame({"who": ["One", "Two", "One"], "n": [1, 2, 3]}),
    unit=("copy", "copies"),
    names=("who",),
)


def test_a_figure_without_names_has_no_named_mark() -> None:
    """And neither has one whose names are more or fewer than the values."""
    assert rows.behind(six(), PLAIN, ()) is None
    assert rows.behind(six(), PLAIN, ("One",)) is None
    assert rows.behind(six(), LISTED, ()) is None
    assert rows.behind(six(), LISTED, ("One", "Two")) is None
    assert rows.behind(six(), replace(LISTED, listing=None), ("One",)) is None


def test_a_figure_lists_its_stories() -> None:
    """Newest first, those without a time last; they are counted at once."""
    held = rows.of(six(), PLAIN)
    assert (held.count, held.unit) == (3, ("story", "stories"))
    assert ids(six(), held.positions(six())) == "cae"
    nothing = rows.of(six(), replace(PLAIN, rows=Filters(words="nothing")))
    assert nothing.count == len(nothing.positions(six())) == 0


def test_a_figure_lists_its_own_table() -> None:
    """In its own unit; it holds no stories."""
    held = rows.of(six(), LISTED)
    assert (held.count, held.unit) == (3, ("copy", "copies"))
    assert held.source is LISTED.listing
    with pytest.raises(TypeError, match="a table of copies holds no stories"):
        held.positions(six())


def test_a_mark_narrows_the_table_by_its_names() -> None:
    """Unless the figure says what it opens; unknown values give no rows."""
    held = rows.behind(six(), LISTED, ("One",))
    assert held is not None
    assert isinstance(held.source, pd.DataFrame)
    assert (held.count, held.source["n"].tolist()) == (2, [1, 3])
    unknown = rows.behind(six(), LISTED, ("Nobody",))
    assert unknown is not None
    assert unknown.count == 0


def test_a_mark_opens_a_table_of_its_own() -> None:
    """In a unit of its own."""
    opens = replace(
        LISTED,
        opens=lambda names: pd.DataFrame({"of": [*names, *names]}),
        opens_unit=("coverage",),
    )
    held = rows.behind(six(), opens, ("One",))
    assert held is not None
    assert (held.count, held.unit) == (2, ("coverage",))


def test_a_mark_lists_its_stories() -> None:
    """Each once and newest first, before whatever else the figure has."""
    figure = replace(LISTED, stories=lambda _: np.array([0, 2, 0]))
    held = rows.behind(six(), figure, ("One",))
    assert held is not None
    assert (held.count, held.unit) == (2, ("story", "stories"))
    assert ids(six(), held.positions(six())) == "ca"
    assert rows.of(six(), replace(PLAIN, rows=EVERYTHING)).count == 6
