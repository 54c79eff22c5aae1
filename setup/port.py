"""Ports of this machine. Run as a program it says whether PORT at ADDRESS can be used."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import ExitStack
from typing import Final

HERE: Final = "127.0.0.1"


def main() -> int:
    """0 where one can listen there; 1 where not, with one line about it."""
    address, port = os.environ.get("ADDRESS", HERE), os.environ.get("PORT", "8501")
    if is_free(address, port):
        return 0
    print(
        f"Port {port} is taken, or is none to use. Try another one: PORT=8600",
        file=sys.stderr,
    )
    return 1


def is_free(address: str, port: str) -> bool:
    """Whether one can listen there."""
    try:
        number = int(port)
        if number not in range(1, 2**16):
            return False
        socket.create_server((address, number)).close()
    except (OSError, ValueError):
        return False
    return True


def free(count: int) -> list[int]:
    """Ports that nobody uses at the moment."""
    with ExitStack() as stack:
        held = [
            stack.enter_context(socket.create_server((HERE, 0))) for _ in range(count)
        ]
        return [one.getsockname()[1] for one in held]


if __name__ == "__main__":
    sys.exit(main())
