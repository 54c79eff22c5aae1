"""Beyond this machine: corpora behind addresses, and clusters that read them."""

from __future__ import annotations
