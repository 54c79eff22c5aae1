"""Filtering: the filters beside a page, and those that are set above it."""

from __future__ import annotations
