"""Health: whether a corpus can be trusted."""

from __future__ import annotations
