"""What is kept of a file: one row for the story, and rows for its lists.

Rows are tuples in the order of the column names below; times are microseconds since
1970-01-01 UTC. Tables of such rows are what processes exchange and what the index keeps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from loaders import wording
from loaders.parsing import addresses
from loaders.parsing.fields import Fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.problems import Note, Place

type_names: Final = ("article", "video")

_known: Final = frozenset(
    {
        "category",
        "title",
        "excerpt",
        "publishedDateTime",
        "originalUrl",
        "webUrl",
        "ampWebUrl",
        "cdnAmpWebUrl",
        "type",
        "featuredContent",
        "quality",
        "heat",
        "published",
        "provider",
        "topics",
        "images",
        "related",
        "secured",
    }
)

MOST_UNKNOWN: Final = 100
"""Fields beyond the format of one file that are listed."""

MARKS: Final = ("category", "publishedDateTime", "webUrl")
"""A file without any of these fields is no story. Other collections of a repository have
addresses too, as `originalUrl`."""


class Story(NamedTuple):
    """The story of one file."""

    title: str | None
    excerpt: str | None
    key_url: str | None
    web_url: str | None
    original_url: str | None
    amp_url: str | None
    image_url: str | None
    video_url: str | None
    published_at: int | None
    provider_name: str | None
    provider_domain: str | None
    type: str | None
    is_published: bool | None
    quality_score: int | None
    heat_score: int | None
    is_folded: bool
    has_secured: bool
    unusable_count: int


class Listed(NamedTuple):
    """An entry of a story's related list.

    Without an address it has a title and a time, to be known by.
    """

    key_url: str | None
    title: str | None
    excerpt: str | None
    published_at: int | None
    provider_name: str | None
    provider_domain: str | None
    type: str | None
    quality_score: int | None


class Record(NamedTuple):
    """All that is kept of one file."""

    story: Story
    related: Sequence[Listed]
    topics: Sequence[str]
    unknown_fields: Sequence[str]


def is_story(values: dict[Any, Any], notes: list[Note]) -> bool:
    """Whether front matter is that of a story.

    Another category makes it none. Without a readable category it is one as soon as it
    has the time of a story, or the address where one is read, and the category is noted.
    """
    category = values.get("category")
    if isinstance(category, str) and category.strip():
        return category.strip().lower() == "news"
    if not values.keys() & set(MARKS[1:]):
        return False
    Fields(values, notes).wrong("category", "news")
    return True


def record(values: dict[Any, Any], notes: list[Note]) -> Record:
    """What is kept of a story's front matter; what is wrong in it goes into `notes`."""
    fields = Fields(values, notes)
    web, original = fields.address("webUrl"), fields.address("originalUrl")
    key = web or original
    if key is None and not _noted(notes, "webUrl", "originalUrl"):
        fields.wrong("webUrl", "an http or https address, here or as originalUrl")
    name, domain = _provider(fields)
    related, unusable = _related(fields)
    is_folded = values.get("heat") == -1 and type(values["heat"]) is int
    embed = fields.text("featuredContent")
    story = Story(
        title=fields.text("title", required=True),
        excerpt=fields.text("excerpt"),
        key_url=addresses.key_url(key) if key else None,
        web_url=web,
        original_url=original,
        amp_url=fields.address("ampWebUrl"),
        image_url=_image(fields),
        video_url=addresses.video_url(embed) if embed else None,
        published_at=fields.time("publishedDateTime"),
        provider_name=name,
        provider_domain=domain,
        type=fields.choice("type", type_names),
        is_published=fields.truth("published"),
        quality_score=fields.whole("quality"),
        heat_score=None if is_folded else fields.whole("heat"),
        is_folded=is_folded,
        has_secured=bool(values.get("secured")),
        unusable_count=unusable,
    )
    unknown = [name for name in values if name not in _known]
    names = [wording.name(name) for name in unknown[:MOST_UNKNOWN]]
    return Record(story, related, fields.names("topics"), names)


def texts(values: dict[Any, Any], record: Record) -> Iterator[object]:
    """The values that a record owes to their being text, for a parser in doubt."""
    yield from (values.get(name) for name in ("category", "featuredContent", "secured"))
    story = record.story
    yield story.title
    yield story.excerpt
    yield story.provider_name
    yield story.provider_domain
    for entry in record.related:
        yield entry.title
        yield entry.excerpt
        yield entry.provider_name
        yield entry.provider_domain
    yield from record.topics
    yield from (name for name in values if name not in _known)


def _noted(notes: list[Note], *names: str) -> bool:
    places: set[Place] = {(name,) for name in names}
    return any(note.place in places for note in notes)


def _provider(fields: Fields) -> tuple[str | None, str | None]:
    provider = fields.mapping("provider", required=True)
    if provider is None:
        return None, None
    domain = provider.name("domain")
    return provider.name("name"), domain.lower() if domain else None


def _image(fields: Fields) -> str | None:
    found = [image.address("url") for image in fields.mappings("images")]
    return next((address for address in found if address), None)


def _related(fields: Fields) -> tuple[list[Listed], int]:
    """The entries that tell which story they mean, in order, and how many do not."""
    found, unusable = [], 0
    for entry in fields.mappings("related"):
        before = len(entry.notes)
        address = entry.address("webUrl") or entry.address("originalUrl")
        is_noted = len(entry.notes) > before
        title = entry.text("title", required=True)
        published_at = entry.time("publishedDateTime")
        if address is None and (title is None or published_at is None):
            unusable += 1
            if not is_noted:
                entry.wrong("webUrl", "an http or https address, or a title and a time")
            continue
        name, domain = _provider(entry)
        found.append(
            Listed(
                key_url=addresses.key_url(address) if address else None,
                title=title,
                excerpt=entry.text("excerpt"),
                published_at=published_at,
                provider_name=name,
                provider_domain=domain,
                type=entry.choice("type", type_names),
                quality_score=entry.whole("quality"),
            )
        )
    return found, unusable
