"""The index: what was read, kept for the next start."""

from __future__ import annotations
