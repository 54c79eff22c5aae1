"""Where two sides part: the difference by provider and by topic, in parts that add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from measures.memory import remembered
from measures.versus import difference
from measures.what import umbrella
from pages.charts import division, wording
from pages.charts.columns import POINTS, Column
from pages.charts.figure import Figure
from pages.charts.sentences import comparing
from pages.charts.versus import dumbbells, opposites
from pages.charts.when.episode import signed

if TYPE_CHECKING:
    import pandas as pd

    from loaders.corpus import Corpus
    from measures.versus.comparison import Side
    from pages.charts.wording import Sentence

MOST_PARTS: Final = 12
METHODS: Final = {
    "provider": "A story counts for its provider.",
    "topic": "A story gives its attention in equal parts to its topics, so that they add up.",
}
COLUMNS: Final = {
    "left_count": "Stories in A",
    "right_count": "Stories in B",
    "difference_count": "A less B",
    "left_share": "Share of A",
    "right_share": "Share of B",
    "difference_share": Column("Share of A less share of B", POINTS),
}


@remembered
def by_provider(
    corpus: Corpus, left: Side, right: Side, *, as_count: bool = False
) -> Figure:
    """The providers of A against those of B; a click chooses one in A."""
    return _divided(corpus, (left, right), "provider", as_count=as_count)


@remembered
def by_topic(
    corpus: Corpus, left: Side, right: Side, *, as_count: bool = False
) -> Figure:
    """The topics of A against those of B; a click chooses one in A."""
    return _divided(corpus, (left, right), "topic", as_count=as_count)


def _divided(
    corpus: Corpus, sides: tuple[Side, Side], kind: str, *, as_count: bool
) -> Figure:
    measure = difference.by_provider if kind == "provider" else difference.by_topic
    parts = measure(corpus, *sides).frame
    chosen = sides[0].filters
    unit = "count" if as_count else "share"
    shown = _greatest(parts, f"difference_{unit}")
    names = shown[kind].tolist()
    totals = [int(side.mask(corpus).sum()) for side in sides]
    return Figure(
        key=f"difference-{kind}",
        title=_title(corpus, parts, kind, sides, as_count=as_count),
        counts=_counts(kind, totals, as_count=as_count),
        frame=shown[[kind]].assign(
            left=shown[f"left_{unit}"],
            right=shown[f"right_{unit}"],
            label=[
                written(value, as_count=as_count)
                for value in shown[f"difference_{unit}"]
            ],
            opened_count=division.opened(corpus, chosen, kind, names),
        ),
        spec=dumbbells.rows(kind, as_count=as_count),
        rows=chosen,
        # Of a part that is chosen its stories are listed: what a click on it chooses.
        listing=None
        if division.has_choice(chosen, kind)
        else parts[[kind, *COLUMNS]].round(4),
        unit=(kind,),
        listing_columns={kind: kind.capitalize(), **COLUMNS},
        value="opened_count",
        mark=lambda datum: division.part(chosen, kind, str(datum[kind])),
        fields=division.fields(kind),
        left_out=_others(parts.drop(index=shown.index), kind, unit, as_count=as_count),
        notes=opposites.few(*totals),
        method=(
            f"{METHODS[kind]} The differences of all parts, those that are not shown too, "
            "add up to the difference of the two sides: in stories to that of their "
            "numbers, in shares to 0. A click chooses the part in A."
        ),
        empty=""
        if all(totals)
        else "One side has no story: there is nothing to hold against the other.",
    )


def written(value: float, *, as_count: bool) -> str:
    """A difference as it is written: `+7.9`, or in percentage points `+8 pp`."""
    return signed(value) if as_count else f"{signed(100 * value)} pp"


def _greatest(parts: pd.DataFrame, name: str) -> pd.DataFrame:
    """The parts that differ most, in the order of the difference."""
    size = parts[name].abs().sort_values(ascending=False, kind="stable")
    return parts.loc[sorted(size.index[:MOST_PARTS])]


def _others(behind: pd.DataFrame, kind: str, unit: str, *, as_count: bool) -> str:
    if behind.empty:
        return ""
    together = written(float(behind[f"difference_{unit}"].sum()), as_count=as_count)
    return f"{wording.count(len(behind), f'more {kind}')}, together {together}."


def _counts(kind: str, totals: list[int], *, as_count: bool) -> str:
    sizes = f"{wording.stories(totals[0])} of A and {totals[1]:,} of B"
    parts = ", a story in equal parts to its topics" if kind == "topic" else ""
    if as_count:
        whole = signed(totals[0] - totals[1])
        return f"The {sizes}, by {kind}{parts}; the differences add up to {whole}."
    what = "Shares of the attention" if kind == "topic" else "Shares"
    return f"{what} of the {sizes}, by {kind}{parts}; the differences add up to 0."


def _title(
    corpus: Corpus,
    parts: pd.DataFrame,
    kind: str,
    sides: tuple[Side, Side],
    *,
    as_count: bool,
) -> Sentence:
    """Where the sides part; umbrella topics and stories without one lead nothing."""
    named = [
        comparing.Named(side, name, int(side.mask(corpus).sum()))
        for side, name in zip(sides, opposites.names(*sides), strict=True)
    ]
    aside = umbrella.topics(corpus) if kind == "topic" else ()
    told = parts[~parts[kind].isin([*aside, division.NONE[kind]])]
    return comparing.chosen(sides, kind, named[0].name) or comparing.difference(
        told, kind, (named[0], named[1]), as_count=as_count
    )
