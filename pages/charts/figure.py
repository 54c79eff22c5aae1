"""The figure: a chart with what it counts, how, and which rows stand behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, Final

import altair as alt

from measures.filters import EVERYTHING, Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    import pandas as pd

    from pages.charts.wording import Sentence

ROWS = alt.NamedData(name="rows")
"""What every chart is drawn from: Streamlit puts the figure's frame under it."""

PICK = "pick"
"""The name of a chart's point selection."""
BRUSH = "brush"
"""The name of a chart's selection of a range of time."""
STORY: Final = ("story", "stories")
"""What most figures count."""


@dataclass(frozen=True, eq=False)
class Figure:
    """A chart, and all that is needed to trust it.

    Every mark stands for rows: `mark` gives the filters whose stories it counts, and
    where no filters can tell its rows, `names` name it and `stories` or `opens` give
    them. So a click, "show the rows", the CSV and a shared link all hold the same rows;
    `pages.charts.rows` says which.
    """

    key: str
    """Names the figure; unique on a page, and the same in every run."""
    title: Sentence
    """What is seen, as a headline: plain text, escaped when it is shown."""
    counts: str
    """The unit and the denominator: plain text."""
    frame: pd.DataFrame
    """What is drawn: only the columns that the chart reads."""
    spec: Mapping[str, Any]
    """The compiled chart, without data; empty where the rows are the figure."""
    rows: Filters = EVERYTHING
    """The stories that are chosen: the filters, and what the figure itself asks for.

    A figure may draw more, so that what was not chosen stays in sight beside it.
    """
    listing: pd.DataFrame | None = None
    """The rows themselves, where the figure counts something other than stories."""
    unit: tuple[str, ...] = STORY
    """What a row of `listing` is: its noun, and the plural where an s does not make it."""
    value: str = "story_count"
    """The column of `frame` that holds a mark's number of rows; empty: they have none."""
    mark: Callable[[Mapping[str, Any]], Filters] | None = None
    """From the picked fields of a mark to the filters of its rows."""
    fields: tuple[str, ...] = ()
    """The fields of `Filters` that a mark sets: clicking it again clears them."""
    brush: Callable[[float, float], Filters] | None = None
    """From the two ends of a brushed range, in ms since 1970 UTC, to filters."""
    names: tuple[str, ...] = ()
    """The picked fields that name a mark whose rows no filters can tell; see `stories`."""
    stories: Callable[[tuple[str, ...]], np.ndarray] | None = None
    """From the values of `names` to the positions of the stories that a mark counts.

    Such a mark is kept in the address as `mark`, and a click on it lists its stories.
    """
    opens: Callable[[tuple[str, ...]], pd.DataFrame] | None = None
    """The same for a mark that counts something else, as a rate counts coverages.

    Where neither is set, a named mark stands for the rows of `listing` in which the
    columns `names` hold its values.
    """
    opens_unit: tuple[str, ...] = STORY
    """What a row is that `opens` gives."""
    listing_columns: Mapping[str, Any] = field(default_factory=dict)
    """How the columns of `listing`, and of what `opens` gives, are called."""
    left_out: str = ""
    """What is not in the picture, and why: plain text."""
    method: str = ""
    """How it is computed: plain text, in whole sentences."""
    empty: str = ""
    """What to say in place of the chart; where it is set, there is none."""
    summary: str = ""
    """The main point for readers who do not see the chart; else the title."""
    notes: tuple[str, ...] = field(default=())
    """Short remarks under the chart: plain text."""


class Names(tuple[str, ...]):
    """Names that a chart has in its specification, as an order or as a domain.

    They are of the corpus and change with the filters. `compiled` builds a chart once
    for their number, and puts the names in afterwards: it must not read them.
    """

    __slots__ = ()


def compiled(
    draw: Callable[..., alt.TopLevelMixin],
) -> Callable[..., dict[str, Any]]:
    """The chart of a drawing function as a specification, compiled at its first use.

    Altair takes 17 to 30 ms a chart and holds a lock that all readers share, so a
    chart is built once for each set of (hashable) options, and for each number of
    `Names`. The chart must be drawn from ROWS. What comes back is shared: copy it
    before changing it.
    """

    @lru_cache(maxsize=256)
    def template(*args: Any, **options: Any) -> dict[str, Any]:  # noqa: ANN401
        spec: dict[str, Any] = draw(*args, **options).to_dict()
        for name in ("data", "datasets", "$schema", "config"):
            spec.pop(name, None)
        _describe(spec)
        return spec

    @wraps(draw)
    def specification(*args: Any, **options: Any) -> dict[str, Any]:  # noqa: ANN401
        names: dict[str, str] = {}
        places = [_placeholders(value, str(at), names) for at, value in enumerate(args)]
        spec = template(*places, **options)
        return _filled(spec, names) if names else spec

    return specification


def _describe(part: Any) -> None:  # noqa: ANN401 - any JSON
    """Let a screen reader say of each mark what its tooltip says, and no more.

    By itself Vega-Lite says every column that a mark is drawn by, under its own name.
    """
    if isinstance(part, list):
        for one in part:
            _describe(one)
    elif isinstance(part, dict):
        for one in part.values():
            _describe(one)
        encoding = part.get("encoding", {})
        if isinstance(encoding.get("tooltip"), list):
            said = " + '; ' + ".join(_said(tip) for tip in encoding["tooltip"])
            encoding["description"] = {"value": {"expr": said}}


def _said(tip: Mapping[str, Any]) -> str:
    """A line of a tooltip as an expression, such as `Stories: 1,204`."""
    value = f"datum[{tip['field']!r}]"
    if "format" in tip:
        how = "utcFormat" if tip["type"] == "temporal" else "format"
        value = f"(isValid({value}) ? {how}({value}, {tip['format']!r}) : '–')"
    return f"{tip.get('title', tip['field']) + ': '!r} + {value}"


def _placeholders(value: Any, place: str, names: dict[str, str]) -> Any:  # noqa: ANN401
    """What stands in for `Names`, noted with the name it stands for; else the value."""
    if not isinstance(value, Names):
        return value
    held = tuple(f"\ue000{place}.{number}" for number in range(len(value)))
    names.update(zip(held, value, strict=True))
    return held


def _filled(part: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - any JSON
    """A part of a specification with the names where their placeholders stand."""
    if isinstance(part, dict):
        return {key: _filled(value, names) for key, value in part.items()}
    if isinstance(part, list):
        return [_filled(value, names) for value in part]
    return names.get(part, part) if isinstance(part, str) else part
