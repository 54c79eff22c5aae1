"""A chart is compiled once for each set of options, and without data."""

from __future__ import annotations

import altair as alt
import pytest

from pages.charts.figure import ROWS, Names, compiled


def bars(name: str) -> alt.Chart:
    """A plain chart of one column."""
    return alt.Chart(ROWS).mark_bar().encode(x=alt.X(f"{name}:Q"))


def test_a_chart_that_cannot_be_drawn_is_refused() -> None:
    """Altair's own error comes through: nothing is swallowed."""
    with pytest.raises(ValueError, match="type"):
        compiled(bars)("a:no such type")


def test_a_specification_has_no_data() -> None:
    """The figure's frame is put under it when it is shown; colours are the theme's."""
    spec = compiled(bars)("a")
    assert spec["mark"] == {"type": "bar"}
    assert spec["encoding"]["x"]["field"] == "a"
    assert {"data", "datasets", "$schema", "config"}.isdisjoint(spec)


def test_a_chart_is_compiled_once_for_its_options() -> None:
    """The second reader gets the first one's specification."""
    drawn = []

    @compiled
    def draw(name: str) -> alt.Chart:
        drawn.append(name)
        return bars(name)

    assert draw("a") is draw("a")
    assert draw("b") is not draw("a")
    assert drawn == ["a", "b"]


def test_names_are_put_in_afterwards() -> None:
    """Filters change the names all the time: only their number compiles a chart anew."""
    drawn = []

    @compiled
    def draw(order: Names, title: str, domain: Names) -> alt.Chart:
        drawn.append(title)
        return (
            alt.Chart(ROWS)
            .mark_bar()
            .encode(
                y=alt.Y("name:N", sort=list(order), title=title),
                color=alt.Color("name:N", scale=alt.Scale(domain=list(domain))),
            )
        )

    for order, domain in ((("b", "a"), ("a", "b", "c")), (("d", "e"), ("x", "d", "e"))):
        encoding = draw(Names(order), "t", Names(domain))["encoding"]
        assert encoding["y"]["sort"] == list(order)
        assert encoding["y"]["title"] == "t"
        assert encoding["color"]["scale"]["domain"] == list(domain)
    assert draw(Names(), "t", Names("a"))["encoding"]["y"]["sort"] == []
    assert drawn == ["t", "t"]


def test_a_mark_is_said_as_its_tooltip_says_it() -> None:
    """In each layer, with its words and numbers; without a tooltip nothing is added."""

    @compiled
    def draw() -> alt.LayerChart | alt.FacetChart:
        tips = [
            alt.Tooltip("name:N", title="Provider's name"),
            alt.Tooltip("share:Q", title="Share", format=".0%"),
            alt.Tooltip("bin_at:T", title="From", format="%Y"),
        ]
        bars = alt.Chart(ROWS).mark_bar().encode(x="share:Q", tooltip=tips)
        return alt.layer(bars, alt.Chart(ROWS).mark_rule().encode(x="share:Q"))

    described, plain = (layer["encoding"] for layer in draw()["layer"])
    assert described["description"]["value"]["expr"] == (
        "\"Provider's name: \" + datum['name']"
        " + '; ' + 'Share: ' + "
        "(isValid(datum['share']) ? format(datum['share'], '.0%') : '–')"
        " + '; ' + 'From: ' + "
        "(isValid(datum['bin_at']) ? utcFormat(datum['bin_at'], '%Y') : '–')"
    )
    assert "description" not in plain
