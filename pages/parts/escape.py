"""Corpus text made safe for the places that would read it as Markdown, and safe URLs."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

WORD_JOINER = "\u2060"


def escaped(text: object) -> str:
    """The text as Markdown that shows exactly the text, on one line.

    Links, pictures, HTML, formulas, emoji codes and coloured text all stay text:
    punctuation is escaped, and word joiners keep bare addresses and arrows from being
    recognised.
    """
    line = " ".join(str(text).split())
    line = re.sub(r"(?i)(www)\.", rf"\1{WORD_JOINER}.", line)
    line = re.sub(r"([:@<>=\-])", rf"\1{WORD_JOINER}", line)
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", line)


def safe_url(url: object) -> str | None:
    """The address if it may be opened: http or https with a host; else None."""
    try:
        parts = urlsplit(str(url).strip())
    except ValueError:
        return None
    if parts.scheme in ("http", "https") and parts.hostname:
        return parts.geturl()
    return None
