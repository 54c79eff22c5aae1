"""One file: from its bytes to a record and what is wrong with it."""

from __future__ import annotations
