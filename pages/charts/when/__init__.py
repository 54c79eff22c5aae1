"""When: attention over time, its bursts, and its rhythm."""

from __future__ import annotations
