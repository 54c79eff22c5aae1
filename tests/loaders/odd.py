"""Files that are odd, each in its own way, and the three good ones that stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.corpora import entry, story, write_corpus

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from loaders import Corpus

SIX: Final = {
    "number": "quality: !!int",
    "truth": "published: !!bool maybe",
    "time": "publishedDateTime: !!timestamp soon",
    "reference": f'excerpt: "&#{"9" * 4_301};"',
    "score": f"quality: {2**31 - 1}\nheat: {2**31 - 1}\nrelated: [!!int x, {{}}, 7]",
    "slip": "excerpt: Flood: what we know",
}
"""Six odd files by what is odd in them: the lines that make each."""

EXTREMES: Final = {
    "most": f"quality: {2**31 - 1}\nheat: {2**31 - 1}\nrelated:\n"
    + "".join(
        f"  - {{title: T{n}, webUrl: 'https://r{n}.example/', quality: {2**31 - 1},"
        f" publishedDateTime: 2021-01-02T0{n}:00:00Z, type: article,"
        f" provider: {{name: R{n}, domain: r{n}.example}}}}\n"
        for n in range(9)
    ),
    "first": "publishedDateTime: 1678-01-01T00:00:00+14:00",
    "last": "publishedDateTime: 2261-12-31T23:59:59-14:00",
}
"""Stories whose values are allowed, and as large or far away as any that are."""

GOOD: Final = ("Anna", "Berta", "Clara")


def beside_three_good(folder: Path, *odd: str) -> Path:
    """The folder, with three good stories, and each odd text as a file among them.

    Args:
        folder: Where the corpus shall be.
        odd: Whole texts: `_news/b0.md`, `_news/b1.md` and so on.
    """
    first, second, third = GOOD
    return write_corpus(
        folder,
        [
            story("a", title=first, related=["c", entry("x")], topics=["Chips"]),
            story("c", title=second, provider="Comet", topics=["Chips", "AI"]),
            story("z", title=third, quality=7, published=False),
        ],
        {f"_news/b{n}.md": text for n, text in enumerate(odd)},
    )


def file_of(lines: str, name: str = "1") -> str:
    """A story that says what it must, and these lines; its address ends in the name."""
    said = {line.partition(":")[0] for line in lines.splitlines()}
    plain = {
        "category": "news",
        "title": "Odd",
        "publishedDateTime": "2021-01-02T05:00:00Z",
        "webUrl": f"https://odd.example/{name}",
        "type": "article",
        "provider": "{name: Odd, domain: odd.example}",
    }
    kept = [f"{name}: {value}" for name, value in plain.items() if name not in said]
    return "\n".join(["---", *kept, lines, "---", ""])


def texts(*lists: Mapping[str, str]) -> list[str]:
    """The files of some of the lists above."""
    return [file_of(lines, name) for found in lists for name, lines in found.items()]


def figures(corpus: Corpus) -> list[dict[str, object]]:
    """What a corpus says of the three good stories, in their order."""
    rows = corpus.texts.index[corpus.texts["title"].isin(GOOD)]
    told = corpus.stories.loc[
        rows,
        [
            *(
                "published_at",
                "provider_family",
                "state",
                "quality_score",
                "heat_score",
            ),
            *("related_count", "breadth_count"),
        ],
    ]
    topics = corpus.story_topics
    return [
        facts
        | {"title": corpus.texts["title"][row]}
        | {"topics": topics["topic"][topics["story"] == row].tolist()}
        for row, facts in zip(rows, told.to_dict("records"), strict=True)
    ]
