"""Stories as literals: the fields of one file each, with plain defaults.

`tests.corpora` writes them and tells how they are used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Fields = dict[str, Any]

AT: Final = "2021-01-02T03:04:05Z"
"""When a story was published that does not say: a Saturday, day 18629."""

QUALITY: Final = 50
HEAT_OF_RELATED: Final = 20


@dataclass(frozen=True)
class Story:
    """One file to be: its stem, and its front matter in the file's own words."""

    name: str
    fields: Fields
    related: tuple[str | Fields, ...] = ()

    @property
    def url(self) -> str:
        """The address that other lists would know it by."""
        return str(self.fields.get("webUrl") or self.fields["originalUrl"])


def story(  # noqa: PLR0913 - a file has that many fields, and all have defaults
    name: str = "a",
    *,
    title: str | None = "",
    excerpt: str | None = None,
    published_at: str | None = AT,
    provider: str | None = "The Paper",
    domain: str | None = None,
    url: str | None = "",
    kind: str | None = "article",
    quality: int | None = QUALITY,
    heat: int | Literal["derived"] | None = "derived",
    published: bool | None = True,
    topics: Sequence[str | None] | None = None,
    related: Sequence[str | Story | Fields] = (),
    images: Sequence[str] = (),
    fields: Mapping[str, Any] | None = None,
) -> Story:
    """A story whose file is `<name>.md`, with what is not said filled in.

    Args:
        name: The file's stem, which is the story's id.
        title: "Story <name>" unless given.
        excerpt: Left out unless given.
        published_at: ISO 8601, or any other text to have it refused.
        provider: The provider's name; None leaves the whole provider out.
        domain: The letters and digits of `provider`, in lower case, and `.example`.
        url: Both `originalUrl` and `webUrl`; `https://<domain>/<name>` unless given. A
            video gets no `webUrl`, as in the real corpora.
        kind: The field `type`.
        quality: The field `quality`.
        heat: quality + 20 for each related story unless given; -1 means folded.
        published: None leaves it out: the state is then unknown.
        topics: Left out unless given.
        related: Names of stories of the same corpus, stories, or `entry(...)`.
        images: Addresses of pictures, each 1200 by 800.
        fields: More fields as the file names them; they win over all the others.
    """
    facts = entry(
        name,
        title=title,
        excerpt=excerpt,
        published_at=published_at,
        provider=provider,
        domain=domain,
        url=url,
        kind=kind,
        quality=quality,
        images=images,
    )
    address = facts.pop("webUrl", None)
    if address is not None:
        facts["originalUrl"] = address
        if kind != "video":
            facts["webUrl"] = address
    if heat == "derived":
        heat = None if quality is None else quality + HEAT_OF_RELATED * len(related)
    own = {"heat": heat, "published": published, "topics": topics and list(topics)}
    facts = {"category": "news"} | facts | _present(own) | dict(fields or {})
    lists = tuple(listed(item) if isinstance(item, Story) else item for item in related)
    return Story(name, facts, lists)


def entry(  # noqa: PLR0913 - as for a story
    name: str,
    *,
    title: str | None = "",
    excerpt: str | None = None,
    published_at: str | None = AT,
    provider: str | None = "The Paper",
    domain: str | None = None,
    url: str | None = "",
    kind: str | None = "article",
    quality: int | None = QUALITY,
    images: Sequence[str] = (),
    fields: Mapping[str, Any] | None = None,
) -> Fields:
    """An entry of a related list, for a story that is only seen; defaults as `story`."""
    letters = "".join(c for c in (provider or "nowhere").lower() if c.isalnum())
    domain = f"{letters}.example" if domain is None else domain
    facts = {
        "title": f"Story {name}" if title == "" else title,
        "excerpt": excerpt,
        "publishedDateTime": published_at,
        "webUrl": f"https://{domain}/{name}" if url == "" else url,
        "type": kind,
        "quality": quality,
        "provider": provider and {"name": provider, "domain": domain},
        "images": [{"url": i, "width": 1200, "height": 800} for i in images] or None,
    }
    return _present(facts) | dict(fields or {})


def listed(filed: Story, **changes: Any) -> Fields:  # noqa: ANN401 - any YAML value
    """The entry that a related list holds for a filed story.

    Args:
        filed: The story; title, time, address, provider and quality are its own.
        changes: Fields as the file names them, where the copy is to differ.
    """
    kept = ("title", "excerpt", "publishedDateTime", "type", "provider", "quality")
    facts = {key: filed.fields[key] for key in kept if key in filed.fields}
    return facts | {"webUrl": filed.url} | changes


def _present(facts: Fields) -> Fields:
    return {key: value for key, value in facts.items() if value is not None}
