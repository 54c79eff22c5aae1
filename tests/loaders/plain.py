"""A corpus counted in the plainest way, to compare the loaders with.

It shares no code with them: one loop over the files, Python's own parsers and sets.
"""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import frontmatter

if TYPE_CHECKING:
    from pathlib import Path

CARRIERS = {"msn.com": r" on MSN(\.com)?$", "yahoo.com": r" on Yahoo.*$"}


def key(story: dict[str, Any]) -> str:
    """The key URL of a story; empty where it has none."""
    url = story.get("webUrl") or story.get("originalUrl") or ""
    parts = urlsplit(url)
    query = parts.query
    if "utm_" in query:
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([pair for pair in pairs if not pair[0].startswith("utm_")])
    clean = (parts.scheme.lower(), parts.netloc.lower(), parts.path, query, "")
    return urlunsplit(clean).rstrip("/")


def means(story: dict[str, Any]) -> str:
    """What tells a story without an address: provider, title and minute."""
    title = " ".join(unescape(story["title"]).split()).casefold()
    return f"{family(story)} {title} {story['publishedDateTime']:%Y-%m-%d %H:%M}"


def family(story: dict[str, Any]) -> str:
    """What the names of one provider's family have in common."""
    name, domain = (
        story["provider"]["name"].strip(),
        story["provider"]["domain"].lower(),
    )
    for carrier, suffix in CARRIERS.items():
        if domain == carrier or domain.endswith(f".{carrier}"):
            name = re.sub(suffix, "", name, flags=re.IGNORECASE) or name
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def count(corpus: Path) -> dict[str, object]:
    """The counts of a corpus whose files are all well formed, by name."""
    files = sorted((corpus / "_news").rglob("*.md"))
    read: list[dict[str, Any]]
    read = [dict(frontmatter.load(str(path)).metadata) for path in files]
    stories: dict[str, dict[str, Any]] = {}
    for story in read:
        if story.get("category") == "news":
            stories.setdefault(key(story), story)
    told: dict[str, str] = {}
    for url, story in stories.items():
        told.setdefault(means(story), url)
    names, lists, bare, unusable = set(stories), [], 0, 0
    for url, story in stories.items():
        listed: dict[str, dict[str, Any]] = {}
        for entry in story.get("related") or []:
            if not key(entry) and not (entry["title"] and entry["publishedDateTime"]):
                unusable += 1
                continue
            name = key(entry) or told.get(means(entry)) or means(entry)
            if name != url:
                bare += name not in listed and not key(entry)
                listed.setdefault(name, stories.get(name, entry))
        lists.append((story, listed))
    filed = list(stories.values())
    days = [story["publishedDateTime"].date() for story in filed]
    no_story = sum(story.get("category") != "news" for story in read)
    return {
        "files": len(files),
        "stories": len(filed),
        "duplicates": len(files) - no_story - len(filed),
        "not_stories": no_story,
        "names": len({story["provider"]["name"].strip() for story in filed}),
        "domains": len({story["provider"]["domain"].lower() for story in filed}),
        "families": len({family(story) for story in filed}),
        "topics": len({t for story in filed for t in story["topics"] if t}),
        "related": sum(len(listed) for _, listed in lists),
        "without_address": bare,
        "unusable": unusable,
        "seen_only": len({url for _, listed in lists for url in listed} - names),
        "videos": sum(story["type"] == "video" for story in filed),
        "unpublished": sum(story.get("published") is False for story in filed),
        "first_day": min(days),
        "last_day": max(days),
        "breadth": sum(breadth(story, listed) for story, listed in lists),
        "below_gate": below_gate(filed),
    }


def breadth(story: dict[str, Any], listed: dict[str, dict[str, Any]]) -> int:
    """The families that covered a story within 72 hours of it, its own included."""
    window = dt.timedelta(hours=72)
    at = story["publishedDateTime"]
    near = [e for e in listed.values() if abs(e["publishedDateTime"] - at) <= window]
    return len({family(one) for one in [story, *near]})


def below_gate(filed: list[dict[str, Any]]) -> int:
    """Unpublished stories under the lowest published quality of their month."""
    gates: dict[str, int] = {}
    for story in filed:
        month = f"{story['publishedDateTime']:%Y-%m}"
        if story.get("published") is True and "quality" in story:
            gates[month] = min(gates.get(month, 10**6), story["quality"])
    return sum(
        story.get("published") is False
        and story.get("heat") != -1
        and story.get("quality", 10**6)
        < gates.get(f"{story['publishedDateTime']:%Y-%m}", 0)
        for story in filed
    )
