"""Two views: how a second one is chosen, and shown beside the first."""

from __future__ import annotations
