"""Links that lead from any page to the comparison of its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.parts import navigation
from pages.parts.sides import against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from measures.filters import Filters


def links(chosen: Filters) -> None:
    """The comparisons that have sense for a view, a click each."""
    for name, other, why_not in ways(chosen):
        if not why_not:
            navigation.link(
                f"Compare with {other}",
                "compare",
                chosen,
                icon=":material/compare_arrows:",
                **{against.PARAMETER: name},
            )


def ways(chosen: Filters) -> Iterator[tuple[str, str, str]]:
    """What a view can be compared with: its name, how it is said, and why it cannot."""
    yield against.REST, "the rest", against.why_no_rest(chosen)
    yield against.BEFORE, "the period before", against.why_no_before(chosen)
