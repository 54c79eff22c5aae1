"""content/README.md promises what the loader does, field by field."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

import loaders
from loaders.assembly import carriers
from loaders.parsing import addresses, records
from loaders.parsing.contents import LARGEST
from tests.corpora import corpus_of, story

if TYPE_CHECKING:
    from loaders.corpus import Corpus

README: Final = (Path(__file__).parents[2] / "content/README.md").read_text("utf-8")


def section(heading: str) -> str:
    """What stands under a heading of the README."""
    return README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def table() -> dict[str, str]:
    """The rows of the table of fields: what its column "Required" says, by field."""
    rows = re.findall(
        r"^\| `([^`]+)` \| [^|]+ \| ([^|]+) \|", section("Fields"), re.MULTILINE
    )
    return dict(rows)


def example(heading: str) -> str:
    """The first block of YAML under a heading."""
    found = re.search(r"```yaml\n(.*?)```", section(heading), re.DOTALL)
    assert found is not None, f"no example under {heading}"
    return found[1]


FIELDS: Final = table()
OF_A_STORY: Final = [field for field in FIELDS if "." not in field]
REQUIRED: Final = [field for field in OF_A_STORY if FIELDS[field] == "yes"]
OPTIONAL: Final = [field for field in OF_A_STORY if FIELDS[field] == "no"]
ADDRESSES: Final = ["originalUrl", "webUrl"]

WRONG: Final[dict[str, tuple[Any, str]]] = {
    "category": (7, "category"),
    "title": (["a"], "title"),
    "excerpt": (7, "excerpt"),
    "publishedDateTime": ("31/01/26", "publishedDateTime"),
    "originalUrl": ("ftp://paper.example/a", "originalUrl"),
    "webUrl": ("javascript:alert(1)", "webUrl"),
    "ampWebUrl": ("paper.example/a", "ampWebUrl"),
    "type": ("podcast", "type"),
    "featuredContent": (7, "featuredContent"),
    "quality": ("high", "quality"),
    "heat": (-2, "heat"),
    "published": ("yes", "published"),
    "provider": ("The Paper", "provider"),
    "provider.name": ({"name": 7, "domain": "a.example"}, "provider.name"),
    "provider.domain": ({"name": "The Paper"}, "provider.domain"),
    "topics": ("AI", "topics"),
    "images": ("https://a.example/a.jpg", "images"),
    "images[].url": ([{"url": "a.jpg"}], "images[0].url"),
    "related": ({"title": "a"}, "related"),
}
"""A wrong value of each field, and the field that the problem names."""

NEVER_WRONG: Final = {
    "cdnAmpWebUrl": 7,
    "secured": [7],
    "provider.images": {"name": "A", "domain": "a.example", "images": 7},
    "images[].width": [{"url": "https://a.example/a.jpg", "width": "wide"}],
    "images[].height": [{"url": "https://a.example/a.jpg", "height": "high"}],
    "images[].isCached": [{"url": "https://a.example/a.jpg", "isCached": "no"}],
}
"""A strange value of each field that is not read."""


def with_field(field: str, value: object) -> Corpus:
    """One story whose field has this value; for `images[].url` that of `images`."""
    name = re.split(r"[.\[]", field)[0]
    return corpus_of(story("a", images=(), fields={name: value}))


def problem_fields(corpus: Corpus) -> list[str]:
    """The fields that the problems of a corpus name."""
    return corpus.problems["field"].tolist()


def test_the_table_names_every_field_and_no_other() -> None:
    """What the loader knows is explained, and what is explained is known."""
    assert set(OF_A_STORY) == records._known


def test_every_field_of_the_table_is_tried_out() -> None:
    """A field that is added to the table needs a wrong value here."""
    assert WRONG.keys() | NEVER_WRONG.keys() == FIELDS.keys()


@pytest.mark.parametrize("field", [name for name in REQUIRED if name != "category"])
def test_a_required_field_is_missed(field: str) -> None:
    """A story without it is kept, and a problem names the field."""
    corpus = corpus_of(story("a", fields={field: None}))
    assert len(corpus) == 1
    assert problem_fields(corpus) == [field]


@pytest.mark.parametrize("field", OPTIONAL)
def test_an_optional_field_is_not_missed(field: str) -> None:
    """A story without it has no problem."""
    assert problem_fields(corpus_of(story("a", fields={field: None}))) == []


def test_one_address_is_enough() -> None:
    """Either of the two makes a story known; without both it is a problem."""
    for field in ADDRESSES:
        assert problem_fields(corpus_of(story("a", fields={field: None}))) == []
    neither = corpus_of(story("a", fields=dict.fromkeys(ADDRESSES)))
    assert problem_fields(neither) == ["webUrl"]
    assert len(neither) == 1


def test_another_category_is_no_story() -> None:
    """It is counted as none, and is no problem."""
    corpus = corpus_of(story("a"), story("b", fields={"category": "game"}))
    assert (len(corpus), corpus.not_stories_count) == (1, 1)
    assert problem_fields(corpus) == []


@pytest.mark.parametrize("field", WRONG)
def test_a_wrong_value_is_a_problem(field: str) -> None:
    """The problem names the field, and the story stays."""
    value, named = WRONG[field]
    corpus = with_field(field, value)
    assert len(corpus) == 1
    assert problem_fields(corpus) == [named]


@pytest.mark.parametrize("field", NEVER_WRONG)
def test_what_is_not_read_is_never_wrong(field: str) -> None:
    """The table says so of these fields."""
    assert problem_fields(with_field(field, NEVER_WRONG[field])) == []


def test_an_entry_has_the_fields_that_are_named() -> None:
    """A wrong value of each is a problem of the entry; of any other field it is none."""
    listed = re.search(
        r"An entry of `related`.*?(`title`.*?)\. An entry", README, re.DOTALL
    )
    assert listed is not None
    named = set(re.findall(r"`(\w+)`", listed[1]))
    for field in OF_A_STORY:
        entry = {
            "title": "b",
            "publishedDateTime": "2021-01-02T03:04:05Z",
            "webUrl": "https://b.example/b",
            "type": "article",
            "provider": {"name": "B", "domain": "b.example"},
            field: WRONG[field][0] if field in WRONG else 7,
        }
        if field == "originalUrl":
            del entry["webUrl"]  # or the other one would not be looked at
        corpus = corpus_of(story("a", fields={"related": [entry]}))
        wanted = [f"related[0].{field}"] if field in named else []
        assert problem_fields(corpus) == wanted, field


def test_the_example_is_full_and_loads(tmp_path: Path) -> None:
    """Every field of a story stands in it, and nothing in it is a problem."""
    news, data = tmp_path / "_news", tmp_path / "_data"
    news.mkdir()
    (data / "topics").mkdir(parents=True)
    text = example("A full example")
    (news / "2021-03-18-taxis.md").write_text(text, encoding="utf-8")
    topic, carrier = example("Topics"), example("Carriers")
    (data / "topics/01.yaml").write_text(topic, encoding="utf-8")
    (data / "carriers.yaml").write_text(carrier, encoding="utf-8")
    front_matter = yaml.load(text.strip().strip("-"), Loader=yaml.CSafeLoader)
    corpus = loaders.load(tmp_path, use_index=False)
    assert set(front_matter) == set(OF_A_STORY)
    assert problem_fields(corpus) == []
    assert corpus.unknown_fields.empty
    only = corpus.stories.iloc[0]
    assert (only["provider_family"], only["carrier"]) == (
        "The Harbour Ledger",
        "Newswall",
    )
    assert only["related_count"] == 2
    assert corpus.texts["title"].tolist() == [
        "Driverless Taxis Stop Dead & Block the Old Harbour"
    ]
    assert corpus.texts["video_url"].notna().all()
    assert corpus.topics.to_dict("records") == [
        {
            "topic": "Computer Vision",
            "parent": "AI",
            "keywords": "facial recognition, image recognition",
        }
    ]


def test_constants_are_those_of_the_loader() -> None:
    """Video hosts, carriers and the largest file are named as they are in the code."""
    assert [host for host in addresses.VIDEO_HOSTS if host not in README] == []
    for carrier in carriers.KNOWN:
        assert f"{carrier.name} (`{carrier.domain}`)" in README
    assert LARGEST == 2**20
    assert "at most 1 MiB" in README
