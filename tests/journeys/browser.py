"""The Chromium that the browser tests drive: `python -m tests.journeys.browser` finds it.

Exits 0 where there is one, 1 where there is none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

FLAGS: Final = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # What a page asks of another host fails at once, whatever the machine can reach.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def find() -> str | None:
    """The path of a Chromium that starts: on the PATH, else Playwright's own."""
    for path in filter(None, map(shutil.which, NAMES)):
        if _starts(path):
            return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() and _starts(path) else None


def flags() -> list[str]:
    """What Chromium is started with; its sandbox does not work for root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, *(["--no-sandbox"] if is_root else [])]


def _starts(path: str) -> bool:
    # Ubuntu's chromium-browser is there, but only says to install a snap.
    version = [path, "--version"]
    return subprocess.run(version, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(0 if find() else 1)
