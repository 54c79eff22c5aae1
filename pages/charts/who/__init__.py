"""Who: providers, their shares, and the profile of one."""

from __future__ import annotations
