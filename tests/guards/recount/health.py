"""Recounts of what is said of what can be trusted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from loaders.corpus import Corpus
    from tests.guards.recount.view import Row, View

ENTRIES: Final = ("related", "repeat", "self", "unusable")
"""What the entries of a related list come to when it is cleaned."""


def _lacks(corpus: Corpus, row: Row) -> set[str]:
    """What this story does not have."""
    story = corpus.stories.iloc[row.position]
    has = {
        "a time": row.day is not None,
        "a provider": not pd.isna(story["provider_name"]),
        "a topic": bool(row.topics),
        "an excerpt": bool(story["has_excerpt"]),
        "a picture": bool(story["has_image"]),
        "a quality score": not pd.isna(story["quality_score"]),
        "a known state": row.state != "unknown",
        "related coverage": story["related_count"] > 0,
    }
    return {field for field in has if not has[field]}


def _fields(view: View, facts: Mapping[str, Any]) -> None:
    rows = view.rows("lacks")
    counts = Counter(field for row in rows for field in _lacks(view.corpus, row))
    assert facts["total_count"] == len(rows)
    assert facts["story_count"] == counts[facts["field"]] == max(counts.values())
    if "share" in facts:
        assert facts["share"] == pytest.approx(facts["story_count"] / len(rows))
        assert len(rows) >= 10


def _backlog(view: View, facts: Mapping[str, Any]) -> None:
    waiting = [row for row in view.rows("reason") if row.state == "unpublished"]
    counts = Counter(row.reason for row in waiting)
    part = counts.pop(facts["reason"])
    assert (facts["story_count"], facts["part_count"]) == (len(waiting), part)
    second = max(counts.values(), default=0)
    assert not second or (part - second) ** 2 >= 4 * (part + second)
    if "share" in facts:
        assert facts["share"] == pytest.approx(part / len(waiting))
        assert len(waiting) >= 10


def _heat(view: View, facts: Mapping[str, Any]) -> None:
    """Of stories whose file has heat and quality, and that are not folded."""
    stories = view.corpus.stories.iloc[[row.position for row in view.rows()]]
    checked = stories[~stories["is_folded"]].dropna(
        subset=["heat_score", "quality_score"]
    )
    derived = [
        story["heat_score"]
        == story["quality_score"]
        + facts["per_related"] * sum(story[f"{name}_count"] for name in ENTRIES)
        for _, story in checked.iterrows()
    ]
    assert facts["per_related"] == 20
    assert (facts["story_count"], facts["checked_count"]) == (
        sum(derived),
        len(checked),
    )


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
    "backlog.few": _backlog,
    "backlog.all": _backlog,
    "backlog.some": _backlog,
    "backlog.share": _backlog,
    "heat.checked": _heat,
    "lists.mutual": _lists,
    "lists.mutual_share": _lists,
    "copies.agree": _copies,
    "copies.differ": _copies,
    "folded.led": _leaderless,
    "folded.leaderless": _leaderless,
}
PLAIN: Final[set[str]] = {
    "fields.none",
    "backlog.none",
    "backlog.plain",
    "heat.none",
    "lists.none",
}
