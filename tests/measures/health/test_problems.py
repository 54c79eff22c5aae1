"""What is wrong in files, field by field, and why files are passed over."""

from __future__ import annotations

from measures.health import problems
from tests.corpora import corpus_of, entry, story


def test_nothing_is_wrong_and_nothing_passed_over() -> None:
    """Then there are no rows, with all columns."""
    corpus = corpus_of(story("a"))
    assert problems.by_field(corpus).to_dict("list") == {
        "field": [],
        "problem_count": [],
        "file_count": [],
    }
    assert problems.by_reason(corpus).to_dict("list") == {
        "reason": [],
        "file_count": [],
    }


def test_places_in_lists_are_taken_together() -> None:
    """Most problems first, then by name; the file itself is a field, too."""
    corpus = corpus_of(
        story(
            "a", quality=-1, related=[entry("x", quality=-1), entry("y", quality=-1)]
        ),
        story("b", quality=-2, heat=None),
        files={"_news/c.md": "---\n"},
    )
    assert problems.by_field(corpus).to_dict("list") == {
        "field": ["quality", "related[].quality", "whole file"],
        "problem_count": [2, 2, 1],
        "file_count": [2, 1, 1],
    }


def test_what_is_passed_over_is_counted_by_reason() -> None:
    """Most files first, then by reason."""
    corpus = corpus_of(
        story("a"),
        files={
            "_news/b.md": "x",
            "_news/c.md": "y",
            "_news/d.mdx": "z",
            "_news/e.md": "---\ncategory: game\n---\n",
        },
    )
    assert problems.by_reason(corpus).to_dict("list") == {
        "reason": [
            "no front matter",
            'category "game"',
            "the suffix .mdx instead of .md",
        ],
        "file_count": [2, 1, 1],
    }
