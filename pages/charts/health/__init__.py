"""Health: what is missing, what waits, and what does not agree."""

from __future__ import annotations
