"""Many files: which there are, which changed, and the rows of all of them."""

from __future__ import annotations
