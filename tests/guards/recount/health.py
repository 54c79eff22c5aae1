"""Recounts of what is said of what can be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.guards.recount.view import View

LACKS: Final[dict[str, Callable[[View, int], bool]]] = {
    "a time": lambda view, at: pd.isna(view.corpus.stories["published_at"].iloc[at]),
    "a provider": lambda view, at: pd.isna(
        view.corpus.stories["provider_name"].iloc[at]
    ),
    "a quality": lambda view, at: pd.isna(
        view.corpus.stories["quality_score"].iloc[at]
    ),
    "an excerpt": lambda view, at: not view.corpus.stories["has_excerpt"].iloc[at],
    "an image": lambda view, at: not view.corpus.stories["has_image"].iloc[at],
    "a topic": lambda view, at: at not in set(view.corpus.story_topics["story"]),
}
"""Of a field whether a story lacks it; of others the number is only bounded."""


def _fields(view: View, facts: Mapping[str, Any]) -> None:
    rows = view.rows("lacks")
    total = len(rows)
    assert facts["total_count"] == total
    assert 0 < facts["story_count"] <= total
    if facts["field"] in LACKS:
        lacks = LACKS[facts["field"]]
        assert facts["story_count"] == sum(lacks(view, row.position) for row in rows)
    assert facts.get("share", facts["story_count"] / total) == pytest.approx(
        facts["story_count"] / total
    )


def _backlog(view: View, facts: Mapping[str, Any]) -> None:
    waiting = [row for row in view.rows("reason") if row.state == "unpublished"]
    part = sum(row.reason == facts["reason"] for row in waiting)
    assert (facts["story_count"], facts["part_count"]) == (len(waiting), part)
    assert facts.get("share", part / len(waiting)) == pytest.approx(part / len(waiting))


def _heat(view: View, facts: Mapping[str, Any]) -> None:
    """Of stories whose file has heat, quality and a list, and that are not folded."""
    assert facts["per_related"] == 20
    assert 0 <= facts["story_count"] <= facts["checked_count"] <= len(view.rows())


def _lists(view: View, facts: Mapping[str, Any]) -> None:
    held = {row.position for row in view.rows()}
    related = view.corpus.related
    links = [
        (story, target)
        for story, target in zip(related["story"], related["target"], strict=True)
        if target >= 0
    ]
    own = [link for link in links if link[0] in held]
    both = [link for link in own if (link[1], link[0]) in set(links)]
    assert (facts["of_count"], facts["link_count"]) == (len(own), len(both))


def _copies(view: View, facts: Mapping[str, Any]) -> None:
    held = {row.position for row in view.rows()}
    related, stories = view.corpus.related, view.corpus.stories
    differing = 0
    for at, (story, target) in enumerate(
        zip(related["story"], related["target"], strict=True)
    ):
        if target < 0 or story not in held:
            continue
        pairs = [
            (related[listed].iloc[at], stories[filed].iloc[target])
            for listed, filed in (
                ("listed_at", "published_at"),
                ("listed_quality_score", "quality_score"),
            )
        ]
        differing += any(
            not (pd.isna(listed) or pd.isna(filed)) and listed != filed
            for listed, filed in pairs
        )
    assert facts["copy_count"] == differing


def _leaderless(view: View, facts: Mapping[str, Any]) -> None:
    states = view.corpus.stories["state"].tolist()
    related = view.corpus.related
    led = {
        target
        for story, target in zip(related["story"], related["target"], strict=True)
        if states[story] == "published"
    }
    folded = view.corpus.stories["is_folded"].tolist()
    lost = [
        row for row in view.rows() if folded[row.position] and row.position not in led
    ]
    assert facts["story_count"] == len(lost)


RECOUNTS: Final[dict[str, Callable[[View, Mapping[str, Any]], None]]] = {
    "fields.all": _fields,
    "fields.some": _fields,
    "fields.share": _fields,
    "backlog.all": _backlog,
    "backlog.some": _backlog,
    "backlog.share": _backlog,
    "heat.checked": _heat,
    "lists.mutual": _lists,
    "lists.mutual_share": _lists,
    "copies.differ": _copies,
    "folded.leaderless": _leaderless,
}
PLAIN: Final[set[str]] = {"fields.none", "backlog.none", "heat.none", "lists.none"}
