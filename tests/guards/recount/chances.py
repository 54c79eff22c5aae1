"""How likely counts are by chance, and which hold among many, by the formulas themselves."""

from __future__ import annotations

import math


def chance(hits: int, of: int, share: float) -> float:
    """How likely at least so many hits are."""
    return sum(
        math.comb(of, k) * share**k * (1 - share) ** (of - k)
        for k in range(hits, of + 1)
    )


def is_held(p: float, others: list[float]) -> bool:
    """Whether a chance holds among all others, itself included (Benjamini-Hochberg)."""
    ordered = sorted(others)
    passed = [
        each
        for rank, each in enumerate(ordered, 1)
        if each <= 0.05 * rank / len(ordered) + 1e-12
    ]
    return bool(passed) and p <= max(passed) + 1e-12
