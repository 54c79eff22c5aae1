"""Chance that falls the same way everywhere, for the same seed."""

from __future__ import annotations

import random
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Dice:
    """Draws that depend on nothing but the seed and the draws before.

    Everything is made from `random()`, the one method of which Python promises that it
    gives the same sequence in every version, and plain arithmetic.
    """

    def __init__(self, seed: int) -> None:
        """Dice that begin the same sequence for the same seed."""
        # A made-up corpus needs repeatable chance, not secrets.
        self.draw = random.Random(seed).random  # noqa: S311

    def chance(self, share: float) -> bool:
        """True in `share` (0 to 1) of the draws."""
        return self.draw() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.draw() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """One of the items, all equally likely."""
        return items[int(self.draw() * len(items))]

    def weighted(self, cumulative: Sequence[float]) -> int:
        """A position, as likely as its step in the running total of weights."""
        return bisect_right(cumulative, self.draw() * cumulative[-1])

    def quantile(self, table: Sequence[tuple[float, float]]) -> float:
        """A number whose distribution is `table`: (share at or below, number), rising.

        The table begins at share 0, ends at 1, and is read with straight lines between.
        """
        share = self.draw()
        for (low, start), (high, end) in pairwise(table):
            if share <= high:
                return start + (end - start) * (share - low) / (high - low)
        return table[-1][1]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in a new order, all orders equally likely."""
        order = list(items)
        for last in range(len(order) - 1, 0, -1):
            other = int(self.draw() * (last + 1))
            order[last], order[other] = order[other], order[last]
        return order
