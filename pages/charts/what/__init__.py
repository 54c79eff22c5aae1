"""What about: topics, their course, and what goes together."""

from __future__ import annotations
