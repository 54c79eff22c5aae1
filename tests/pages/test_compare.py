"""Two views are set against each other, and the page says how to go on without two."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.pages.conftest import Open


def test_all_stories_begin_with_examples(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """Where nothing is chosen there is no rest; each example opens a comparison."""
    view = visit(folders["shipped"], "compare")
    assert view.says("This view, A, is all stories.")
    assert "compare-swap" not in view.buttons()
    examples = [key for key in view.buttons() if key.startswith("compare-example-")]
    assert [view.buttons()[key] for key in examples] == [
        "The Harbour Ledger with the rest",
        "December 2021 with the period before",
    ]
    queries = []
    for key in examples:
        view.at.button(key=key).click().run()
        assert view.faults() == []
        assert set(view.metrics()) >= {"Stories in A", "Stories in B"}
        queries.append(view.query())
        view.follow({})
    assert queries == [
        {"provider": ["The Harbour Ledger"], "against": ["rest"]},
        {"from": ["2021-12-01"], "to": ["2021-12-31"], "against": ["before"]},
    ]


def test_a_view_that_is_kept_waits_for_another(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """A equals B until a filter changes: then there is something to compare."""
    view = visit(folders["shipped"], "compare", query={"type": "video"})
    view.at.button(key="compare-keep").click().run()
    assert view.query() == {"type": ["video"], "against": ["type=video"]}
    assert view.says("B is kept. Now change the filters: A follows.")
    assert not view.keys("vega_lite_chart")
    view.follow({"type": "article", "against": "type=video"})
    assert view.faults() == []
    assert view.keys("vega_lite_chart")
    view.at.button(key="compare-none").click().run()
    assert view.query() == {"type": ["article"]}


def test_the_head_offers_no_second_comparison(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """The page's own buttons do what the links of other heads do."""
    view = visit(folders["shipped"], "compare", query={"type": "video"})
    assert not [
        at for at in view.parts("page_link") if "Compare with" in at.proto.label
    ]
