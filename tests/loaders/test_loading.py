"""From a folder to the frames of a corpus."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders import ContentError, frames, load
from loaders.assembly import refusing
from tests.corpora import corpus_of, entry, story, write_corpus

if TYPE_CHECKING:
    from pathlib import Path


def found(what: str) -> str:
    """How a message begins that says why so many files are no corpus."""
    return f"expected stories, found {what}, and none is a story"


NO_MARKDOWN: Final = "expected stories, found no Markdown file"
FOREIGN: Final = "---\ntitle: A\ndate: 2024-01-02\n---\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, NO_MARKDOWN),
        ({"a.txt": "x"}, NO_MARKDOWN),
        (
            {"a.mdx": "x"},
            f"{NO_MARKDOWN}; passed over: the suffix .mdx instead of .md (1)",
        ),
        (
            {"README.md": "x"},
            f"{found('1 Markdown file')}: no front matter (1). {refusing.ADVICE}",
        ),
        ({"a.md": "---\n"}, found("1 Markdown file, 1 with problems")),
        (
            {"a.md": "---\n", "b.md": FOREIGN, "c.md": FOREIGN, "d.mdx": "x"},
            (
                f"{found('3 Markdown files, 1 with problems')}: no category, "
                "publishedDateTime or webUrl (2), the suffix .mdx instead of .md (1). "
                f"Instead there are the fields date (2), title (2). {refusing.ADVICE}"
            ),
        ),
    ],
)
def test_a_folder_without_a_story(
    tmp_path: Path, files: dict[str, str], said: str
) -> None:
    """It is no corpus, and why is said on one line."""
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load(tmp_path)
    assert str(refused.value) == f"{tmp_path}: {said}"


def test_a_missing_folder(tmp_path: Path) -> None:
    """It is told apart from an empty one."""
    with pytest.raises(
        ContentError, match="expected a folder of stories, found nothing"
    ):
        load(tmp_path / "missing")


def declared(corpus: object) -> None:
    """Every frame has exactly the declared columns, of the declared types."""
    for name, columns in frames.FRAMES.items():
        frame = getattr(corpus, name)
        assert list(frame.columns) == list(columns), name
        assert list(frame.index) == list(range(len(frame))), name
        for column, kind in columns.items():
            assert str(frame[column].dtype) == kind, (name, column)
        for column in frames.FIXED_CATEGORIES.keys() & columns.keys():
            assert (
                tuple(frame[column].cat.categories) == frames.FIXED_CATEGORIES[column]
            )


def test_one_bare_story() -> None:
    """All frames are there with their types when nearly all is missing."""
    corpus = corpus_of(files={"_news/a.md": "---\ncategory: news\n---\n"})
    declared(corpus)
    assert len(corpus) == 1
    row = corpus.stories.iloc[0]
    assert row["published_day"] == frames.UNDATED
    assert row["state"] == "unknown"
    assert bool(row["has_origin"])
    assert corpus.texts["title"].tolist() == ["a"]
    assert corpus.span is None


def test_a_whole_corpus() -> None:
    """Everything at once: identities, lists, topics, problems, counts."""
    corpus = corpus_of(
        story(
            "b",
            provider="GameRant on MSN",
            domain="msn.com",
            topics=["b", "A", None, "A"],
        ),
        story(
            "a", provider="Game Rant", related=["b", entry("x", provider="GameRant")]
        ),
        story(
            "c", kind="video", published=False, heat=-1, fields={"odd": 1, "other": 2}
        ),
        story("d", quality=None, heat=None, published=None, fields={"odd": 1}),
        files={
            "_news/README.md": "# Read me",
            "_news/x.md": "---\ncategory: people\n---\n",
            "_news/broken.md": "---\ntitle: [\n---\n",
            "_data/topics/a.yaml": "name: A\nparent: All",
            "README.md": "not looked at",
        },
    )
    declared(corpus)
    assert corpus.name == "corpus"
    assert (len(corpus), corpus.files_count, corpus.not_stories_count) == (4, 7, 2)
    assert corpus.stories["provider_family"].tolist()[:2] == ["GameRant", "GameRant"]
    assert corpus.names("provider_name").tolist() == [
        "Game Rant",
        "GameRant",
        "GameRant on MSN",
        "The Paper",
    ]
    assert corpus.stories["state"].tolist()[2:] == ["unpublished", "unknown"]
    assert corpus.stories["is_folded"].tolist() == [False, False, True, False]
    assert corpus.story_topics["story"].tolist() == [1, 1]
    assert corpus.story_topics["topic"].tolist() == ["b", "A"]
    assert corpus.topic_names.tolist() == ["A", "b"]
    assert corpus.related["target"].tolist() == [1, -1]
    assert corpus.problems["path"].tolist() == ["_news/broken.md"]
    assert corpus.problems["line"].tolist() == [3]
    assert corpus.topics.to_dict("records")[0]["parent"] == "All"
    assert corpus.unknown_fields.to_dict("records") == [
        {"field": "odd", "file_count": 2},
        {"field": "other", "file_count": 1},
    ]


def test_days_are_utc_days() -> None:
    """A day before 1970 is negative, and an offset may change the day."""
    corpus = corpus_of(
        story("a", published_at="1969-12-31T23:59:59Z"),
        story("b", published_at="1970-01-02T00:30:00+01:00"),
        story("c", published_at="1970-01-02T00:00:00Z"),
    )
    assert corpus.stories["published_day"].tolist() == [-1, 0, 1]
    assert corpus.stories["published_at"].dt.tz is not None


def test_names_are_shared_between_stories_and_lists() -> None:
    """Codes of one frame can be compared with codes of the other."""
    corpus = corpus_of(
        story("a", provider="Z", related=[entry("x", provider="m")]),
        story("b", provider="K"),
    )
    for column in ("provider_name", "provider_family", "provider_domain", "carrier"):
        assert corpus.names(column) is corpus.related[column].cat.categories
    assert corpus.names("provider_name").tolist() == ["K", "m", "Z"]


def test_problems_stand_in_order() -> None:
    """By path, then line; files of `_data` and links among them."""
    corpus = corpus_of(
        story("b", kind="x", published_at="never"),
        story("a", quality=-5, heat=None),
        files={"_data/topics/t.yaml": "- x"},
    )
    assert list(
        zip(corpus.problems["path"], corpus.problems["field"], strict=True)
    ) == [
        ("_data/topics/t.yaml", ""),
        ("_news/a.md", "quality"),
        ("_news/b.md", "publishedDateTime"),
        ("_news/b.md", "type"),
    ]


def test_a_carrier_of_the_corpus() -> None:
    """`_data/carriers.yaml` extends the table."""
    corpus = corpus_of(
        story("a", provider="A on Wire", domain="wire.example"),
        files={"_data/carriers.yaml": "- {name: Wire, domain: wire.example}"},
    )
    assert corpus.stories["carrier"].tolist() == ["Wire"]
    assert corpus.stories["provider_family"].tolist() == ["A"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("_news/a.md", None),
        ("_news/b.md", None),
        ("_news/z.md", "---\n"),
        ("_data/carriers.yaml", "[]"),
        ("_data/topics/a.yaml", "name: A"),
    ],
)
def test_any_change_makes_another_version(
    tmp_path: Path, path: str, text: str | None
) -> None:
    """What can be shown differs, so the version does."""
    write_corpus(tmp_path, [story("a"), story("b", excerpt="x")])
    before = load(tmp_path)
    assert load(tmp_path, use_index=False).version == before.version
    place = tmp_path / path
    place.parent.mkdir(parents=True, exist_ok=True)
    old = place.read_text(encoding="utf-8") if place.exists() else ""
    place.write_text(
        old.replace("Story", "Storz") if text is None else text, encoding="utf-8"
    )
    assert load(tmp_path).version != before.version


def test_a_refused_topic_makes_another_version(tmp_path: Path) -> None:
    """Nothing of it is kept but the problem, which can be shown."""
    write_corpus(tmp_path, [story("a")], {"_data/topics/a.yaml": "name: A"})
    (tmp_path / "_data/topics/a.yaml").unlink()
    versions = {load(tmp_path, use_index=False).version}
    for size in (2**20 + 1, 2**20 + 2):
        (tmp_path / "_data/topics/a.yaml").write_bytes(b" " * size)
        corpus = load(tmp_path, use_index=False)
        assert corpus.problems["found"].tolist() == [f"{size:,} bytes"]
        versions.add(corpus.version)
    assert len(versions) == 3


def test_links_in_data_that_are_not_followed_are_problems(tmp_path: Path) -> None:
    """Even one that means itself."""
    write_corpus(tmp_path, [story("a")], {"_data/topics/a.yaml": "name: A"})
    (tmp_path / "_data/topics/l.yaml").symlink_to("l.yaml")
    corpus = load(tmp_path)
    assert corpus.problems["path"].tolist() == ["_data/topics/l.yaml"]
    assert corpus.topics["topic"].tolist() == ["A"]


def test_names_that_spell_an_escape_are_loaded_again(tmp_path: Path) -> None:
    """After a change as well, which looks each file up by its path."""
    write_corpus(tmp_path, [story("a"), story("b"), story("c")])
    (tmp_path / "_news/a.md").rename(tmp_path / "_news/x\a.md")
    (tmp_path / "_news/b.md").rename(tmp_path / r"_news/x\x07.md")
    assert len(load(tmp_path)) == 3
    (tmp_path / "_news/c.md").unlink()
    assert load(tmp_path).texts["title"].tolist() == ["Story b", "Story a"]


def test_progress_is_told(tmp_path: Path) -> None:
    """From nothing to all, never backwards."""
    write_corpus(tmp_path, [story(f"s{n}") for n in range(130)])
    told: list[tuple[int, int]] = []
    load(tmp_path, progress=lambda done, total: told.append((done, total)))
    assert told[0] == (0, 130)
    assert told[-1] == (130, 130)
    assert told == sorted(told)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    st.lists(st.binary(max_size=60) | st.just(b"\ncategory: news\n"), max_size=5),
    st.booleans(),
)
def test_no_folder_is_too_strange(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes], framed: bool
) -> None:
    """Whatever the files hold, there is a corpus or there is none."""
    folder = tmp_path_factory.mktemp("strange")
    for number, content in enumerate(contents):
        whole = b"---\n" + content + b"\n---\n" if framed else content
        (folder / f"{number}.md").write_bytes(whole)
    try:
        corpus = load(folder, use_index=False)
    except ContentError:
        return
    declared(corpus)
    assert len(corpus) > 0


def test_real_corpora_hold_what_their_files_say(real_corpus: Path) -> None:
    """Counts made from the files in the plainest way equal those of the frames."""
    from tests.loaders.plain import count  # noqa: PLC0415 - only where there are some

    corpus = load(real_corpus, use_index=False)
    declared(corpus)
    stories = corpus.stories
    assert count(real_corpus) == {
        "files": corpus.files_count,
        "stories": len(corpus),
        "duplicates": len(corpus.duplicates),
        "not_stories": corpus.not_stories_count,
        "names": stories["provider_name"].nunique(),
        "domains": stories["provider_domain"].nunique(),
        "families": stories["provider_family"].nunique(),
        "topics": len(corpus.topic_names),
        "related": len(corpus.related),
        "without_address": int((~corpus.related["has_address"]).sum()),
        "unusable": int(stories["unusable_count"].sum()),
        "seen_only": corpus.related.loc[corpus.related["target"] < 0, "seen"].nunique(),
        "videos": int((stories["type"] == "video").sum()),
        "unpublished": int((stories["state"] == "unpublished").sum()),
        "first_day": dt.date(1970, 1, 1)
        + dt.timedelta(days=(corpus.span or (0, 0))[0]),
        "last_day": dt.date(1970, 1, 1) + dt.timedelta(days=(corpus.span or (0, 0))[1]),
        "breadth": int(stories["breadth_count"].sum()),
        "below_gate": int((stories["backlog_reason"] == "below gate").sum()),
    }
