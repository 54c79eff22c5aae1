"""Who: providers, how present they are, and how few make how much."""

from __future__ import annotations
