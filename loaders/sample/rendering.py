"""Stories as files: front matter in the order and manner of real corpora."""

from __future__ import annotations

import html
import json
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.sample.dice import Dice
    from loaders.sample.stories import Story

_heat_per_related = 20
_encode = json.JSONEncoder(ensure_ascii=False).encode


def quoted(text: str) -> str:
    """The text as a double-quoted YAML scalar, on one line."""
    return _encode(text)


def story_file(story: Story, dice: Dice) -> str:
    """The whole file of a filed story."""
    return "".join(
        (
            "---\ncategory: news\n",
            _head(story, dice),
            _addresses(story, dice),
            f"type: {'video' if story.is_video else 'article'}\n",
            _scores(story),
            _featured(story),
            _provider(story, ""),
            "\ntopics:\n",
            *(f"  - {topic}\n" for topic in story.topics),
            _images(story, ""),
            _related(story, dice),
            "---\n",
        )
    )


def _head(story: Story, dice: Dice) -> str:
    title, excerpt = story.title, story.excerpt
    if dice.chance(0.15):
        title = html.escape(title).replace("&#x27;", "&#39;")
    return (
        f"title: {quoted(title)}\n"
        f"excerpt: {quoted(excerpt)}\n"
        f"publishedDateTime: {story.at:%Y-%m-%dT%H:%M:%SZ}\n"
    )


def _addresses(story: Story, dice: Dice) -> str:
    url = story.place.url
    if story.is_video:
        return f"originalUrl: {quoted(url)}\n"
    found_at = f"{url}?utm_source=feed" if dice.chance(0.05) else url
    return f"originalUrl: {quoted(found_at)}\n" + _web_addresses(story, "")


def _web_addresses(story: Story, indent: str) -> str:
    place = story.place
    text = f"{indent}webUrl: {quoted(place.url)}\n"
    if place.amp_url:
        text += (
            f"{indent}ampWebUrl: {quoted(place.amp_url)}\n"
            f"{indent}cdnAmpWebUrl: {quoted(place.cdn_amp_url)}\n"
        )
    return text


def _scores(story: Story) -> str:
    text = "" if story.quality is None else f"quality: {story.quality}\n"
    if story.published is not None:
        heat = (story.quality or 0) + _heat_per_related * len(story.related)
        slipped = heat + story.heat_slip
        heat = -1 if story.is_folded else slipped if slipped >= 0 else heat
        text += f"heat: {heat}\npublished: {'true' if story.published else 'false'}\n"
    return text


def _featured(story: Story) -> str:
    if not story.is_video:
        return ""
    frame = (
        f'<iframe width="800" height="500" frameborder="0" '
        f'src="https://{story.place.domain}/embed/{story.place.video_key}" '
        f'allow="encrypted-media; picture-in-picture" allowfullscreen></iframe>'
    )
    return f"\nfeaturedContent: {quoted(frame)}\n"


def _provider(story: Story, indent: str) -> str:
    gap = "" if indent else "\n"
    return (
        f"{gap}{indent}provider:\n"
        f"{indent}  name: {quoted(story.provider)}\n"
        f"{indent}  domain: {story.place.domain}\n"
    )


def _images(story: Story, indent: str) -> str:
    if not story.place.image_url:
        return ""
    width, height = story.place.image_size
    gap = "" if indent else "\n"
    return (
        f"{gap}{indent}images:\n"
        f"{indent}  - url: {quoted(story.place.image_url)}\n"
        f"{indent}    width: {width}\n"
        f"{indent}    height: {height}\n"
        f"{indent}    isCached: true\n"
    )


def _related(story: Story, dice: Dice) -> str:
    if not story.related:
        return ""
    return "\nrelated:\n" + "".join(_entry(other, dice) for other in story.related)


def _entry(story: Story, dice: Dice) -> str:
    """The story in another's list; a few copies differ from their file.

    A video has no address there, as in real corpora.
    """
    luck = dice.draw()
    if luck < 0.04:  # noqa: PLR2004 (share of copies that differ)
        minutes = dice.pick((-1440, -95, -30, 7, 45, 180)) if luck < 0.013 else 0  # noqa: PLR2004
        shift = dice.pick((-9, -4, -2, 3, 6, 14)) if luck > 0.01 else 0  # noqa: PLR2004
        return _entry_text(story, minutes, shift)
    if not story.entry_text:
        story.entry_text = _entry_text(story, 0, 0)
    return story.entry_text


def _entry_text(story: Story, minutes: int, quality_shift: int) -> str:
    at = story.at + timedelta(minutes=minutes)
    quality = max((story.quality or 40) + quality_shift, 11)
    return (
        f"  - title: {quoted(story.title)}\n"
        f"    excerpt: {quoted(story.excerpt)}\n"
        f"    publishedDateTime: {at:%Y-%m-%dT%H:%M:%SZ}\n"
        + ('    webUrl: ""\n' if story.is_video else _web_addresses(story, "    "))
        + f"    type: {'video' if story.is_video else 'article'}\n"
        + _provider(story, "    ")
        + f"    quality: {quality}\n"
        + _images(story, "    ")
    )
