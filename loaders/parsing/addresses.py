"""Addresses: which ones open, which story they name, which video they show."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_web = re.compile(
    r"[Hh][Tt][Tt][Pp][Ss]?://(?:[^\s/?#@]*@)?"
    r"(?:[^\s/?#@:\[\]]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?(?:[/?#].*)?"
)
# Blanks, controls, brackets of HTML, and the marks that turn the writing direction:
# none belongs into an address, and each makes a link look like what it is not.
_forbidden = re.compile(
    r"[\x00-\x20\x7f-\xa0<>\"\\\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
# Nearly all addresses; what it takes, the two above would take as well.
_common = re.compile(r"https?://[a-z0-9.-]+(?:/[!#-;=?-\[\]-~]*)?")
_source = re.compile(r"""\bsrc\s*=\s*["']?\s*(https://[^"'\s<>]+)""", re.IGNORECASE)

VIDEO_HOSTS: Final = (
    "youtube.com",
    "youtube-nocookie.com",
    "youtu.be",
    "vimeo.com",
    "dailymotion.com",
    "dai.ly",
    "twitch.tv",
    "streamable.com",
)
"""Hosts whose address in `featuredContent` becomes a link; sub-domains count as well."""


def is_web(address: str) -> bool:
    """Whether an address can be opened: http or https, a host, and nothing hidden."""
    return _common.fullmatch(address) is not None or (
        _web.fullmatch(address) is not None and _forbidden.search(address) is None
    )


def key_url(address: str) -> str:
    """The address by which a story is known, for one that `is_web`.

    Scheme and host in lower case, no fragment, no `utm_*` parameters, no trailing slash.

    Source:
        content/README.md, "Identities": "key URL".
    """
    if "?" not in address and "#" not in address and _common.fullmatch(address):
        return address.rstrip("/")
    address, _, _ = address.partition("#")
    address, _, query = address.partition("?")
    scheme, _, rest = address.partition("://")
    authority, slash, path = rest.partition("/")
    user, at, host = authority.rpartition("@")
    kept = "&".join(part for part in query.split("&") if part[:4].lower() != "utm_")
    address = f"{scheme.lower()}://{user}{at}{host.lower()}{slash}{path}"
    return (f"{address}?{kept}" if kept else address).rstrip("/")


def video_url(embed: str) -> str | None:
    """The address that an embedded player shows; None unless a known host's over https.

    Args:
        embed: `featuredContent`: an iframe as text, or a bare address; its entities
            are resolved already.

    The HTML itself goes no further than here.
    """
    found = _source.search(embed)
    address = found[1] if found else embed
    if not is_web(address) or not address.lower().startswith("https://"):
        return None
    try:
        parts = urlsplit(address)
        host, user, port = parts.hostname or "", parts.username, parts.port
    except ValueError:
        return None
    known = any(host == known or host.endswith("." + known) for known in VIDEO_HOSTS)
    return address if known and user is None and port in {None, 443} else None
