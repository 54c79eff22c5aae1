"""Two views: how they differ, and what the difference is made of."""

from __future__ import annotations
