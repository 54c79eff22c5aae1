"""One corpus for all readers, as new as its files."""

from __future__ import annotations
