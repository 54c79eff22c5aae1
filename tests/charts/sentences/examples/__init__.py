"""One example of every kind of sentence: the facts that golden.txt shows in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.charts.sentences.examples import (
    brief,
    bursts,
    comparing,
    health,
    linked,
    providers,
    ranking,
    time,
    topics,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAMPLES: Final[Mapping[str, Mapping[str, Any]]] = {
    **time.EXAMPLES,
    **ranking.EXAMPLES,
    **bursts.EXAMPLES,
    **brief.EXAMPLES,
    **providers.EXAMPLES,
    **topics.EXAMPLES,
    **linked.EXAMPLES,
    **comparing.EXAMPLES,
    **health.EXAMPLES,
}
