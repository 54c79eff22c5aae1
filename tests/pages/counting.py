"""The four totals counted from the files themselves, in the plainest way.

It shares no code with the program: YAML, sets and loops, and the words of the contract.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml

from tests.loaders import plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    Facts = dict[str, Any]

STATES: Final = {True: "published", False: "unpublished", None: "unknown"}


@dataclass(frozen=True)
class Asked:
    """What is asked for; empty means everything."""

    providers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    words: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    def query(self) -> dict[str, list[str]]:
        """The link that asks for it."""
        days = {"from": self.first, "to": self.last}
        return {
            name: list(values)
            for name, values in (
                ("provider", self.providers),
                ("topic", self.topics),
                ("q", (" ".join(self.words),) if self.words else ()),
                ("state", self.states),
                *(
                    (name, (day.isoformat(),) if day else ())
                    for name, day in days.items()
                ),
            )
            if values
        }


class Files:
    """The stories of a folder, one for each address: the first path wins."""

    def __init__(self, folder: Path) -> None:
        paths = sorted(
            [*folder.glob("_news/**/*.md"), *folder.glob("_archive/_news/**/*.md")],
            key=lambda path: path.relative_to(folder).as_posix(),
        )
        self.stories: dict[str, Facts] = {}
        for path in paths:
            text = path.read_text(encoding="utf-8").split("---\n", 2)[1]
            facts = yaml.load(text, Loader=yaml.CSafeLoader)
            if facts.get("category") == "news":
                self.stories.setdefault(plain.key(facts), facts)
        more = folder / "_data/carriers.yaml"
        self.carriers: dict[str, str] = dict(plain.CARRIERS)
        if more.exists():
            for carrier in yaml.load(more.read_text("utf-8"), Loader=yaml.CSafeLoader):
                names = f"{carrier['name']}|{carrier['domain']}"
                self.carriers[carrier["domain"]] = rf" on ({names})$"

    def family(self, facts: Facts) -> str:
        """What the names of one provider's family have in common."""
        name = (facts.get("provider") or {}).get("name", "").strip()
        for suffix in self._suffixes(facts):
            name = re.sub(suffix, "", name, flags=re.IGNORECASE) or name
        return letters(name)

    def is_carried(self, facts: Facts) -> bool:
        """Whether a story lies at a carrier's."""
        return bool(self._suffixes(facts))

    def _suffixes(self, facts: Facts) -> list[str]:
        domain = (facts.get("provider") or {}).get("domain", "").lower()
        return [
            suffix
            for carrier, suffix in self.carriers.items()
            if domain == carrier or domain.endswith(f".{carrier}")
        ]

    def holds(self, facts: Facts, asked: Asked) -> bool:
        """Whether a story is asked for."""
        wanted = {letters(name) for name in asked.providers}
        at = facts.get("publishedDateTime")
        text = "\n".join(
            html.unescape(facts.get(k) or "") for k in ("title", "excerpt")
        )
        return (
            (not wanted or self.family(facts) in wanted)
            and (
                not asked.topics
                or bool({*asked.topics} & {*(facts.get("topics") or ())})
            )
            and (asked.first is None or (at is not None and at.date() >= asked.first))
            and (asked.last is None or (at is not None and at.date() <= asked.last))
            and all(word.lower() in text.lower() for word in asked.words)
            and (not asked.states or STATES[facts.get("published")] in asked.states)
        )

    def _meant(self, entry: dict[str, Any]) -> object:
        """The story that an entry means: its address, or that of the file that agrees."""
        if plain.key(entry):
            return plain.key(entry)
        known = {bare(facts): key for key, facts in reversed(self.stories.items())}
        return known.get(bare(entry), bare(entry))

    def totals(self, asked: Asked) -> dict[str, str]:
        """The four metrics as the overview is to show them."""
        held = {k: v for k, v in self.stories.items() if self.holds(v, asked)}
        counts = {
            "Stories": len(held),
            "Providers": len({self.family(f) for f in held.values()} - {""}),
            "Topics": len(
                {t for f in held.values() for t in f.get("topics") or () if t}
            ),
            "Related coverage": sum(
                len({self._meant(e) for e in f.get("related") or ()} - {None, key})
                for key, f in held.items()
            ),
        }
        return {name: f"{count:,}" for name, count in counts.items()}


def bare(facts: Mapping[str, Any]) -> tuple[str, str, str] | None:
    """What an entry without an address is known by; None where it lacks one of these."""
    name = (facts.get("provider") or {}).get("name") or ""
    title, at = facts.get("title"), facts.get("publishedDateTime")
    if not title or at is None:
        return None
    return letters(str(name)), " ".join(str(title).casefold().split()), f"{at}"[:16]


def letters(name: str) -> str:
    """What two spellings of one name share."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())
