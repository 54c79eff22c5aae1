"""The command line of the loaders: check a corpus, index it, or write a made-up one."""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.corpus import Corpus


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code.

    Returns:
        0; 1 where `--strict` is asked for and there are problems; 2 where there is no
        corpus, with one line about it on the standard error.
    """
    chosen = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal in ASCII
    try:
        return int(chosen.run(chosen))
    except ContentError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser(
        "check", help="count what a corpus holds, name what is wrong"
    )
    check.add_argument("folder", metavar="DIR", help="the folder of the corpus")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.add_argument(
        "--strict", action="store_true", help="exit 1 if there are problems"
    )
    check.add_argument("--no-index", action="store_true", help="read every file anew")
    check.set_defaults(run=_check)

    index = commands.add_parser(
        "index", help="read a corpus ahead, so that it opens at once"
    )
    index.add_argument("folder", metavar="DIR", help="the folder of the corpus")
    index.set_defaults(run=_index)

    sample = commands.add_parser("sample", help="write a made-up corpus")
    sample.add_argument("count", metavar="N", type=int, help="how many stories")
    sample.add_argument("folder", metavar="DIR", type=Path, help="where to write them")
    sample.add_argument(
        "--seed", metavar="S", type=int, default=0, help="another one for each number"
    )
    sample.set_defaults(run=_sample)
    return parser


def _check(chosen: argparse.Namespace) -> int:
    from loaders import report  # noqa: PLC0415 - the other commands do without it

    corpus = _load(chosen.folder, use_index=not chosen.no_index)
    if chosen.json:
        print(json.dumps(report.summary(corpus), indent=2))
    else:
        print("\n".join(report.lines(corpus)))
    return 1 if chosen.strict and len(corpus.problems) else 0


def _index(chosen: argparse.Namespace) -> int:
    corpus = _load(chosen.folder, use_index=True)
    print(f"{len(corpus):,} stories of {corpus.files_count:,} files are indexed.")
    return 0


def _sample(chosen: argparse.Namespace) -> int:
    from loaders import sample  # noqa: PLC0415 - the other commands do without it

    sample.write(chosen.count, chosen.folder, chosen.seed)
    return 0


def _load(folder: str, *, use_index: bool) -> Corpus:
    from loaders import load  # noqa: PLC0415 - slow to import, and --help needs none

    shown = sys.stderr.isatty()

    def progress(done: int, total: int) -> None:
        end = "\n" if done == total else ""
        print(f"\r{done:,} of {total:,} files", end=end, file=sys.stderr, flush=True)

    return load(folder, progress=progress if shown else None, use_index=use_index)


if __name__ == "__main__":
    sys.exit(main())
