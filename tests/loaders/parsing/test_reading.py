"""One file: whether it is a story, what is kept of it, and what is wrong where."""

from __future__ import annotations

import pytest

from loaders.parsing import reading
from loaders.parsing.reading import Aside, Kind

WHOLE = """\
---
category: news
title: "Heat &amp; pumps"
excerpt: "Two\\n lines"
publishedDateTime: 2021-01-02T03:04:05Z
originalUrl: "https://a.example/1?utm_source=x"
webUrl: "https://A.example/1/"
ampWebUrl: "https://a.example/1/amp"
type: video
featuredContent: '<iframe src="https://www.youtube.com/embed/a"></iframe>'
quality: 39
heat: 59
published: false
provider:
  name: " The Paper on MSN "
  domain: MSN.com
topics:
  - Chips
  -
images:
  - url: "https://pictures.example/1.jpg"
    width: 10
related:
  - title: "Other"
    publishedDateTime: 2021-01-02T09:00:00+02:00
    webUrl: "https://b.example/2#top"
    type: article
    provider: {name: B, domain: b.example}
    quality: 7
secured: "x;y"
note: mine
---
"""


def wrong(text: str) -> list[tuple[int | None, str, str]]:
    """Line, field and finding of each problem of a file."""
    read = reading.parse(text.encode())
    return [(p.line, p.field, p.found) for p in read.problems]


@pytest.mark.parametrize(
    ("text", "reason", "fields"),
    [
        ("", "no front matter", ()),
        ("# Read me", "no front matter", ()),
        ('+++\ntitle = "A"\n+++\n', "front matter in TOML", ()),
        ('\ufeff\n{"title": "A"}\n', "front matter in JSON", ()),
        ("---\n---\n", "empty front matter", ()),
        (
            "---\ncategory: learning\ntitle: 7\n---\n",
            'category "learning"',
            ("category", "title"),
        ),
        (
            "---\ncategory: people\nwebUrl: https://a.example/1\n---\n",
            'category "people"',
            ("category", "webUrl"),
        ),
        (
            "---\nlayout: page\n2: x\nyes: y\n---\n",
            "no category, publishedDateTime or webUrl",
            ("layout", "2", "true"),
        ),
        (
            "---\ncategory:\noriginalUrl: https://a.example/1\n---\n",
            "no category, publishedDateTime or webUrl",
            ("category", "originalUrl"),
        ),
        (
            "---\ncategory: !!bool game\n---\n",
            'category "game"',
            ("category",),
        ),
    ],
)
def test_what_is_no_story_is_no_problem(
    text: str, reason: str, fields: tuple[str, ...]
) -> None:
    """Pages, other collections and plain Markdown are told by why they are none."""
    read = reading.parse(text.encode())
    assert read.kind is Kind.NO_STORY
    assert (read.record, read.problems) == (None, [])
    assert read.aside == Aside(reason, fields)


def test_a_whole_story() -> None:
    """Everything that a file can say comes out, translated."""
    read = reading.parse(WHOLE.encode())
    assert read.problems == []
    assert read.record is not None
    story = read.record.story
    assert story._asdict() == {
        "title": "Heat & pumps",
        "excerpt": "Two lines",
        "key_url": "https://a.example/1",
        "web_url": "https://A.example/1/",
        "original_url": "https://a.example/1?utm_source=x",
        "amp_url": "https://a.example/1/amp",
        "image_url": "https://pictures.example/1.jpg",
        "video_url": "https://www.youtube.com/embed/a",
        "published_at": 1_609_556_645_000_000,
        "provider_name": "The Paper on MSN",
        "provider_domain": "msn.com",
        "type": "video",
        "is_published": False,
        "quality_score": 39,
        "heat_score": 59,
        "is_folded": False,
        "has_secured": True,
        "unusable_count": 0,
    }
    assert [entry._asdict() for entry in read.record.related] == [
        {
            "key_url": "https://b.example/2",
            "title": "Other",
            "excerpt": None,
            "published_at": 1_609_570_800_000_000,
            "provider_name": "B",
            "provider_domain": "b.example",
            "type": "article",
            "quality_score": 7,
        }
    ]
    assert list(read.record.topics) == ["Chips"]
    assert list(read.record.unknown_fields) == ["note"]


def test_line_ends_and_marks_change_nothing_but_the_digest() -> None:
    """A file from another system says the same."""
    other = "\ufeff" + WHOLE.replace("\n", "\r\n")
    assert reading.parse(other.encode())[2:] == reading.parse(WHOLE.encode())[2:]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("category: news", "category: [news]", (2, "category", "a list of 1 value")),
        ('title: "Heat &amp; pumps"', "title: 2022", (3, "title", "2022")),
        (
            "2021-01-02T03:04:05Z",
            "2021-02-30T03:04:05Z",
            (5, "publishedDateTime", '"2021-02-30T03:04:05Z"'),
        ),
        ("type: video", "type: podcast", (9, "type", '"podcast"')),
        ("quality: 39", 'quality: "39"', (11, "quality", '"39"')),
        ("heat: 59", "heat: -2", (12, "heat", "-2")),
        ("published: false", "published: maybe", (13, "published", '"maybe"')),
        (
            '  name: " The Paper on MSN "',
            "  label: x",
            (14, "provider.name", "nothing"),
        ),
        (
            "  domain: MSN.com",
            "  domain: [a]",
            (16, "provider.domain", "a list of 1 value"),
        ),
        ("  - Chips", "  - 7", (18, "topics[0]", "7")),
        (
            '  - url: "https://p',
            '  - url: "ftp://p',
            (21, "images[0].url", '"ftp://pictures.example/1.jpg"'),
        ),
        (
            '"https://A.example/1/"',
            '"javascript:alert(1)"',
            (7, "webUrl", '"javascript:alert(1)"'),
        ),
        (
            "T09:00:00+02:00",
            "T99",
            (25, "related[0].publishedDateTime", '"2021-01-02T99"'),
        ),
        ("    quality: 7", "    quality: x", (29, "related[0].quality", '"x"')),
        ("{name: B, domain: b.example}", "B", (28, "related[0].provider", '"B"')),
        (
            '"https://b.example/2#top"',
            "b.example",
            (26, "related[0].webUrl", '"b.example"'),
        ),
        ("note: mine", "title: Twice", (31, "title", "2 values")),
        ("featuredContent: ", "featuredContent: 7 #", (10, "featuredContent", "7")),
    ],
)
def test_one_wrong_field_is_one_problem(
    old: str, new: str, problem: tuple[int, str, str]
) -> None:
    """It is told with its line, and the story keeps the rest."""
    assert WHOLE.count(old) == 1
    text = WHOLE.replace(old, new)
    assert wrong(text) == [problem]
    read = reading.parse(text.encode())
    assert read.record is not None
    assert read.record.story.excerpt == "Two lines"


def test_all_that_a_story_must_have() -> None:
    """A bare category is a story of which everything is missing."""
    assert wrong("---\ncategory: news\n---\n") == [
        (2, field, "nothing")
        for field in ("webUrl", "provider", "title", "publishedDateTime", "type")
    ]


@pytest.mark.parametrize(
    "line", ["webUrl: https://a.example/1", "publishedDateTime: 2021-01-02T03:04:05Z"]
)
def test_a_story_without_a_category_is_one(line: str) -> None:
    """A forgotten category is told; it does not make a story vanish."""
    read = reading.parse(f"---\n{line}\n---\n".encode())
    assert read.kind is Kind.STORY
    assert read.problems[0][1:] == ("category", "news", "nothing")


def test_original_url_stands_in_for_a_missing_web_url() -> None:
    """A video has no webUrl; a wrong one is noted, and the other is taken."""
    for web in ("", 'webUrl: ""', "webUrl: nowhere"):
        text = f"---\ncategory: news\noriginalUrl: https://a.example/1/\n{web}\n---\n"
        record = reading.parse(text.encode()).record
        assert record is not None
        assert record.story.key_url == "https://a.example/1"
        assert ("webUrl" in {field for _, field, _ in wrong(text)}) == (
            "nowhere" in web
        )


def test_heat_of_minus_one_means_folded() -> None:
    """The sentinel goes no further than here."""
    record = reading.parse(WHOLE.replace("heat: 59", "heat: -1").encode()).record
    assert record is not None
    assert (record.story.heat_score, record.story.is_folded) == (None, True)


@pytest.mark.parametrize("url", ['""', "", "b.example"])
def test_an_entry_without_an_address_is_kept(url: str) -> None:
    """Its title and time tell which story it means; only a wrong address is told."""
    text = WHOLE.replace('"https://b.example/2#top"', url)
    record = reading.parse(text.encode()).record
    assert record is not None
    assert [(entry.key_url, entry.title) for entry in record.related] == [
        (None, "Other")
    ]
    assert record.story.unusable_count == 0
    assert bool(wrong(text)) == (url == "b.example")


@pytest.mark.parametrize(
    ("lacking", "told"),
    [
        ('title: "Other"', "related[0].title"),
        (
            "publishedDateTime: 2021-01-02T09:00:00+02:00",
            "related[0].publishedDateTime",
        ),
    ],
)
def test_an_entry_that_tells_too_little_is_dropped_and_counted(
    lacking: str, told: str
) -> None:
    """Without an address, and without a title or a time, it could mean any story."""
    text = WHOLE.replace('"https://b.example/2#top"', '""')
    assert text.count(lacking) == 1
    text = text.replace(lacking, "note: x")
    read = reading.parse(text.encode())
    assert read.record is not None
    assert read.record.related == []
    assert read.record.story.unusable_count == 1
    assert {(one.field, one.expected) for one in read.problems} == {
        ("related[0].webUrl", "an http or https address, or a title and a time"),
        (
            told,
            "text" if "title" in told else "a UTC time such as 2026-01-31T09:00:00Z",
        ),
    }


def test_broken_bytes_leave_the_story_readable() -> None:
    """One byte of another encoding costs one character, and is told."""
    content = WHOLE.encode().replace(b"Two", b"Tw\xf6")
    read = reading.parse(content)
    assert read.record is not None
    assert read.record.story.excerpt == "Tw\ufffd lines"
    assert [(p.line, p.found) for p in read.problems] == [(4, "the byte 0xf6")]
