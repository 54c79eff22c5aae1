"""One story: its text, its facts, and who else ran it."""

from __future__ import annotations
