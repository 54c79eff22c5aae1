"""Two views: how they differ, and where."""

from __future__ import annotations
