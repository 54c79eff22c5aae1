"""What `python -m loaders check` tells of a corpus."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from loaders import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.corpus import Corpus


def summary(corpus: Corpus) -> dict[str, Any]:
    """The counts of a corpus, and its problems, ready for JSON.

    Returns:
        All counts are over distinct filed stories; `related_links` are the entries of
        their lists after cleaning, `seen_only` the stories that only these name. Days
        are ISO dates in UTC, None where no story has a time.
    """
    stories, related = corpus.stories, corpus.related
    first, last = corpus.span or (None, None)
    return {
        "files": corpus.files_count,
        "stories": len(corpus),
        "duplicates": len(corpus.duplicates),
        "not_stories": corpus.not_stories_count,
        "providers": {
            name: int(stories[f"provider_{name}"].nunique())
            for name in ("name", "family", "domain")
        },
        "topics": len(corpus.topic_names),
        "related_links": len(related),
        "seen_only": int(related["seen"].max() + 1) if len(related) else 0,
        "videos": int((stories["type"] == "video").sum()),
        "unpublished": int((stories["state"] == "unpublished").sum()),
        "first_day": _date(first),
        "last_day": _date(last),
        "problems": [
            row | {"line": None if row["line"] is None else int(row["line"])}
            for row in corpus.problems.astype(object)
            .where(corpus.problems.notna(), None)
            .to_dict("records")
        ],
    }


def lines(corpus: Corpus) -> Iterator[str]:
    """The same for reading: a table of counts, then a line for each problem."""
    counts = summary(corpus)
    problems = counts.pop("problems")
    rows = [(name.replace("_", " "), _cell(value)) for name, value in counts.items()]
    rows.append(("problems", _cell(len(problems))))
    width = max(len(name) for name, _ in rows)
    yield wording.shown(corpus.name)
    for name, cell in rows:
        yield f"  {name:<{width}}  {cell}"
    if problems:
        yield ""
    for problem in problems:
        line = "" if problem["line"] is None else f":{problem['line']}"
        field = f" {problem['field']}:" if problem["field"] else ""
        yield wording.shown(
            f"{problem['path']}{line}:{field} "
            f"expected {problem['expected']}, found {problem['found']}"
        )


def _date(day: int | None) -> str | None:
    if day is None:
        return None
    return (dt.date(1970, 1, 1) + dt.timedelta(days=day)).isoformat()


def _cell(value: Any) -> str:  # noqa: ANN401 - any value of the summary
    if isinstance(value, dict):
        return ", ".join(f"{count:,} by {name}" for name, count in value.items())
    if isinstance(value, int):
        return f"{value:,}"
    return "none" if value is None else str(value)
