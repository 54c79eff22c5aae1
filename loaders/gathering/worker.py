"""One process of a crew: reads the files it is told to, until it is told no more.

A line on the standard input is a JSON list of files, each a path, a place and a size; the
line on the standard output that answers it holds their rows, as
`loaders.gathering.rows` has them. It imports no pandas, so that it has begun to work
before the others have loaded it.
"""

from __future__ import annotations

import gc
import json
import sys

from loaders.errors import UnreachableError
from loaders.gathering import portion


def main() -> None:
    """Answer every line of the standard input, as long as the files can be reached."""
    for line in sys.stdin.buffer:
        try:
            rows = portion.rows(json.loads(line))
        except UnreachableError:
            return  # the process that asked finds out why
        sys.stdout.buffer.write(json.dumps(vars(rows)).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    gc.disable()  # rows hold no cycles, and there are very many of them
    main()
