"""The command line of the loaders: check a corpus, index it, or write a made-up one."""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.errors import ContentError, FaultError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.corpus import Corpus
    from loaders.gathering.crew import Progress
    from loaders.report import Stale


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code.

    Returns:
        0; 1 where `--strict` is asked for and there are problems, or no index can be
        written; 2 where there is no corpus, or what it needs cannot be reached or read,
        with one line about it on the standard error. `check` then tells what is known of
        its files: what is wrong in them, or what they held when they were last read.
    """
    chosen = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal in ASCII
    try:
        code = int(chosen.run(chosen))
        sys.stdout.flush()
    except ContentError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read the output, as `head`, has seen enough: no more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    where = "the folder of the corpus, or an address: s3://bucket/stories"
    check = commands.add_parser(
        "check", help="count what a corpus holds, name what is wrong"
    )
    check.add_argument("folder", metavar="DIR", help=where)
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.add_argument(
        "--strict", action="store_true", help="exit 1 if there are problems"
    )
    check.add_argument("--no-index", action="store_true", help="read every file anew")
    check.set_defaults(run=_check)

    index = commands.add_parser(
        "index", help="read a corpus ahead, so that it opens at once"
    )
    index.add_argument("folder", metavar="DIR", help=where)
    index.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="let the workers of this Dask scheduler read the files",
    )
    index.set_defaults(run=_index)

    sample = commands.add_parser("sample", help="write a made-up corpus")
    sample.add_argument("count", metavar="N", type=_count, help="how many stories")
    sample.add_argument("folder", metavar="DIR", type=Path, help="where to write them")
    sample.add_argument(
        "--seed", metavar="S", type=int, default=0, help="another one for each number"
    )
    sample.set_defaults(run=_sample)
    return parser


def _count(text: str) -> int:
    """A number of stories, as an argument has it."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"expected a whole number, found {text!r}")
    return int(text)


def _check(chosen: argparse.Namespace) -> int:
    try:
        corpus = _load(chosen.folder, use_index=not chosen.no_index)
    except ContentError as error:
        if error.corpus is not None and len(_beyond(error.corpus)):
            _print(error.corpus, chosen)
        elif not chosen.no_index and isinstance(error, (UnreachableError, FaultError)):
            _print_last(chosen, error)
        raise
    _print(corpus, chosen)
    return 1 if chosen.strict and len(corpus.problems) else 0


def _beyond(corpus: Corpus) -> list[str]:
    """The files and folders of which there is something to tell, though no figures."""
    return [*corpus.problems["path"], *corpus.passed_over["path"]]


def _print_last(chosen: argparse.Namespace, error: ContentError) -> None:
    """What the index knows of a corpus that cannot be read now, if anything."""
    from loaders import faults, loading, report  # noqa: PLC0415 - see above

    with suppress(ContentError):
        made = loading.last(chosen.folder)
        if made is not None:
            as_of = dt.datetime.fromtimestamp(made.looked_at_ns / 1e9, dt.UTC)
            why = faults.said(error.__cause__ or error)
            _print(made.corpus, chosen, report.Stale(as_of, why))


def _print(
    corpus: Corpus, chosen: argparse.Namespace, stale: Stale | None = None
) -> None:
    from loaders import report  # noqa: PLC0415 - the other commands do without it

    if chosen.json:
        print(json.dumps(report.summary(corpus, stale), indent=2))
    else:
        print("\n".join(report.lines(corpus, stale)))


def _index(chosen: argparse.Namespace) -> int:
    from loaders import loading  # noqa: PLC0415 - slow to import, and --help needs none

    corpus, is_kept = loading.indexed(
        chosen.folder, progress=_progress(), scheduler=chosen.scheduler
    )
    counted = f"{len(corpus):,} stories of {corpus.files_count:,} files"
    if not is_kept:
        print(f"{counted} are read, but no index can be written.", file=sys.stderr)
        return 1
    print(f"{counted} are indexed.")
    return 0


def _sample(chosen: argparse.Namespace) -> int:
    from loaders import sample  # noqa: PLC0415 - the other commands do without it

    sample.write(chosen.count, chosen.folder, chosen.seed)
    return 0


def _load(folder: str, *, use_index: bool) -> Corpus:
    from loaders import load  # noqa: PLC0415 - slow to import, and --help needs none

    return load(folder, progress=_progress(), use_index=use_index)


def _progress() -> Progress | None:
    """Shows on a terminal how many files are read."""

    def tell(done: int, total: int) -> None:
        end = "\n" if done == total else ""
        print(f"\r{done:,} of {total:,} files", end=end, file=sys.stderr, flush=True)

    return tell if sys.stderr.isatty() else None


if __name__ == "__main__":
    sys.exit(main())
