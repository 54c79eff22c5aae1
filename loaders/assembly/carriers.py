"""Carriers: domains that republish what others wrote, and say so in the name.

`GameRant on MSN` at msn.com was written by GameRant and is carried by MSN. The two
carriers below are always known; `_data/carriers.yaml` of a corpus adds more, or replaces
one of the same domain:

```yaml
- name: MSN              # what the dashboard calls it
  domain: msn.com        # its sub-domains count as well
  suffixes: [MSN, MSN.com, Yahoo*]  # what follows " on "; * stands for anything more
```

Without `suffixes` they are the name and the domain.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Carrier(NamedTuple):
    """A domain that republishes, and what it appends to the names it carries."""

    name: str
    domain: str
    suffixes: tuple[str, ...]


KNOWN: Final = (
    Carrier("MSN", "msn.com", ("MSN", "MSN.com")),
    Carrier("Yahoo", "yahoo.com", ("Yahoo*",)),
)


class Origin(NamedTuple):
    """Who wrote a story, as far as its provider's name and domain tell."""

    spelling: str | None
    """The name without a carrier's suffix; the domain where there is no name."""
    carrier: str | None
    """The name of the carrier of a carrier copy."""
    has_origin: bool
    """False on a carrier's domain where no suffix names the origin."""


class Carriers:
    """A table of carriers, that finds the origin behind a provider."""

    def __init__(self, added: Iterable[Carrier] = ()) -> None:
        """The carriers that are always known, and some of a corpus."""
        table = {carrier.domain: carrier for carrier in (*KNOWN, *added)}
        self._by_domain = {
            domain: (carrier.name, _ending(carrier.suffixes))
            for domain, carrier in table.items()
        }

    def origin(self, name: str | None, domain: str | None) -> Origin:
        """Who wrote a story of a provider, and who carries it."""
        found = self._carrier(domain) if domain else None
        if found is None:
            return Origin(name or domain, None, has_origin=True)
        carrier, ending = found
        spelling = ending.sub("", name) if name else ""
        if not name or not spelling or spelling == name:
            return Origin(name or domain, carrier, has_origin=False)
        return Origin(spelling, carrier, has_origin=True)

    def _carrier(self, domain: str) -> tuple[str, re.Pattern[str]] | None:
        while domain:
            if domain in self._by_domain:
                return self._by_domain[domain]
            _, _, domain = domain.partition(".")
        return None


def _ending(suffixes: Iterable[str]) -> re.Pattern[str]:
    """What matches ` on ` and one of the suffixes at the end of a name."""
    # The longest first: "MSN" must not hide "MSN.com".
    wanted = "|".join(
        re.escape(suffix.removesuffix("*")) + (r"\b.*" if suffix.endswith("*") else "")
        for suffix in sorted(suffixes, key=len, reverse=True)
    )
    # From each run of blanks only once, or a run of a million takes hours.
    return re.compile(rf"(?<!\s)\s+on\s+(?:{wanted})\s*$", re.IGNORECASE | re.DOTALL)
