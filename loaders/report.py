"""What `python -m loaders check` tells of a corpus."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from loaders import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.corpus import Corpus


FEW: Final = 5
"""Names told of each reason, reasons and fields told, where not all are asked for."""


class Stale(NamedTuple):
    """Why a report is of an earlier moment than its files."""

    as_of: dt.datetime
    why: str


def summary(corpus: Corpus, stale: Stale | None = None) -> dict[str, Any]:
    """The counts of a corpus, and its problems, ready for JSON.

    Args:
        corpus: The corpus.
        stale: Where it could not be read now, and this is what was known of it.

    Returns:
        All counts are over distinct filed stories; `related_links` are the entries of
        their lists after cleaning, `seen_only` the stories that only these name. Days
        are ISO dates in UTC, None where no story has a time. `not_stories` are among the
        `files`; `passed_over` has these and what was not looked at, all by name.
    """
    stories, related = corpus.stories, corpus.related
    first, last = corpus.span or (None, None)
    passed = corpus.passed_over
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
        "passed_over": [
            {"reason": reason, "paths": paths.tolist()}
            for reason, paths in passed.groupby("reason")["path"]
        ],
        "unknown_fields": dict(
            zip(
                corpus.unknown_fields["field"].tolist(),
                corpus.unknown_fields["file_count"].tolist(),
                strict=True,
            )
        ),
        "stale": stale
        and {"as_of": f"{stale.as_of:%Y-%m-%dT%H:%M:%SZ}", "why": stale.why},
    }


def lines(corpus: Corpus, stale: Stale | None = None) -> Iterator[str]:
    """The same for reading: a table of counts, then a line for each problem.

    Of what was passed over, the first few names stand for each reason.
    """
    counts = summary(corpus, stale)
    problems, passed = counts.pop("problems"), counts.pop("passed_over")
    unknown = [
        f"{name} {count:,}" for name, count in counts.pop("unknown_fields").items()
    ]
    del counts["stale"]
    rows = [(name.replace("_", " "), _cell(value)) for name, value in counts.items()]
    rows.append(("problems", _cell(len(problems))))
    rows.append(("passed over", _cell(sum(len(one["paths"]) for one in passed))))
    width = max(len(name) for name, _ in rows)
    yield wording.shown(corpus.name)
    if stale:
        yield f"  as of {stale.as_of:%Y-%m-%d %H:%M} UTC, and not renewed: {stale.why}"
    for name, cell in rows:
        yield f"  {name:<{width}}  {cell}"
    if unknown:
        yield wording.shown(f"  fields beyond the format: {_few(unknown)}")
    if problems:
        yield ""
    for problem in problems:
        line = "" if problem["line"] is None else f":{problem['line']}"
        field = f" {problem['field']}:" if problem["field"] else ""
        yield wording.shown(
            f"{problem['path']}{line}:{field} "
            f"expected {problem['expected']}, found {problem['found']}"
        )
    if passed:
        yield ""
        yield "Passed over (--json names all):"
    passed.sort(key=lambda one: -len(one["paths"]))
    for one in passed[:FEW]:
        paths = one["paths"]
        yield wording.shown(f"  {len(paths):,} {one['reason']}: {_few(paths)}")
    if len(passed) > FEW:
        count = sum(len(one["paths"]) for one in passed[FEW:])
        yield f"  {count:,} for {len(passed) - FEW:,} other reasons"


def _few(texts: Sequence[str]) -> str:
    """The first few of some texts, and how many more there are."""
    more = len(texts) - FEW
    return ", ".join(texts[:FEW]) + (f" and {more:,} more" if more > 0 else "")


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
