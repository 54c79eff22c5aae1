"""Related coverage: who is first, who follows, and how far a story goes."""

from __future__ import annotations
