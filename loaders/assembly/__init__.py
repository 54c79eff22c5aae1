"""From rows to frames: who wrote a story, who carries it, what covers the same."""

from __future__ import annotations
