"""Sentences on screen: when something may be said, in which words, with which numbers."""

from __future__ import annotations
