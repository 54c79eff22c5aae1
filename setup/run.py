"""Run the dashboard as `streamlit run server.py` does, and be ready for its first reader.

Streamlit runs the script when somebody comes, who would wait for all imports, and for the
corpus. Here both are begun as soon as the server is up. Arguments are those of
`streamlit run`, without the script.
"""

from __future__ import annotations

import pkgutil
import sys
import threading
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final

from streamlit import runtime
from streamlit.web import cli

ROOT: Final = Path(__file__).resolve().parents[1]
ROUND_S: Final = 0.02


def main() -> None:
    """Serve until told to end."""
    threading.Thread(target=_prepare, name="preparing", daemon=True).start()
    sys.argv = ["streamlit", "run", str(ROOT / "server.py"), *sys.argv[1:]]
    cli.main()


def _prepare() -> None:
    """Import what pages need, and load the corpus, once the server is up."""
    while not runtime.exists():
        time.sleep(ROUND_S)
    from loaders import ContentError  # noqa: PLC0415 - as late as possible
    from pages.parts import source  # noqa: PLC0415

    with suppress(ContentError):  # each page says so
        source.current(is_early_enough=True)
    for folder in ("charts", "parts"):
        inner = pkgutil.walk_packages(
            [str(ROOT / "pages" / folder)], f"pages.{folder}."
        )
        for module in inner:
            import_module(module.name)


if __name__ == "__main__":
    main()
