"""Statistics of plain numbers, that know nothing of stories."""

from __future__ import annotations
