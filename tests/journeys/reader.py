"""One reader: a browser of their own, and what it complained about."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import TimeoutError as PlaywrightTimeout

if TYPE_CHECKING:
    from playwright.sync_api import (
        Browser,
        ConsoleMessage,
        Page,
        Response,
        ViewportSize,
    )

    from tests.serving import Dashboard

BUSY: Final = Path(__file__).with_name("busy.js").read_text(encoding="utf-8")

PATIENCE_MS: Final = 90_000
"""Enough for a machine that is busy with something else."""
QUIET_MS: Final = 300
"""Longer than the front end waits before it sends what was chosen (150 ms)."""

# On a deep link Streamlit's front end looks for the server below the page's path first.
HARMLESS: Final = re.compile(
    r"^http://127\.0\.0\.1:\d+/.+/_stcore/(health|host-config)$"
)

WIDE: Final[ViewportSize] = {"width": 1440, "height": 900}
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}


class Reader:
    """A page in a browser context that shares nothing with other readers.

    Attributes:
        page: Playwright's page, for what the recipes do not say.
        server: The dashboard it visits.
        is_phone: It has a touch screen, and no mouse.
        faults: What went wrong so far: errors in the console, answers of 400 and more,
            and requests to any other host.
    """

    def __init__(
        self,
        browser: Browser,
        server: Dashboard,
        *,
        dark: bool = False,
        phone: bool = False,
    ) -> None:
        self.server = server
        self.is_phone = phone
        self.faults: list[str] = []
        self.context = browser.new_context(
            viewport=PHONE if phone else WIDE,
            is_mobile=phone,
            has_touch=phone,
            color_scheme="dark" if dark else "light",
            locale="en-US",
            timezone_id="America/New_York",  # far from UTC, which every page shows
        )
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.context.add_init_script(BUSY)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("response", self._receive)
        self.page.on("request", lambda request: self._leave(request.url))
        self.page.on("websocket", lambda socket: self._leave(socket.url))

    def open(self, address: str = "/") -> Self:
        """Go to a path of the dashboard, or to a whole link, and wait until it stands."""
        whole = address.startswith("http")
        self.page.goto(
            address if whole else self.server.url + address, wait_until="commit"
        )
        return self.idle()

    def idle(self) -> Self:
        """Wait until the page has answered everything and moves no more.

        Raises:
            AssertionError: The page shows an exception, which the server explains; or
                it is still busy after a minute and a half, and this says with what.
        """
        ready = "quiet => window.__busy && window.__busy(quiet).length === 0"
        try:
            self.page.wait_for_function(ready, arg=QUIET_MS, polling=30)
        except PlaywrightTimeout as error:
            doing = self.page.evaluate("quiet => window.__busy(quiet)", QUIET_MS)
            message = f"{self.page.url} is still busy: {', '.join(doing)}"
            raise AssertionError(message) from error
        broken = self.page.get_by_test_id("stException").count()
        assert not broken, f"{self.page.url} broke: {self.server.said()}"
        return self

    def query(self) -> dict[str, list[str]]:
        """The parameters of the link in the address bar, by name."""
        return parse_qs(urlsplit(self.page.url).query, keep_blank_values=True)

    def metric(self, label: str) -> str:
        """What the metric of this label shows."""
        named = self.page.get_by_test_id("stMetricLabel").get_by_text(label, exact=True)
        metric = self.page.get_by_test_id("stMetric").filter(has=named)
        return metric.get_by_test_id("stMetricValue").inner_text()

    def __enter__(self) -> Self:
        """Begin; nothing is open yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave, and fail the test when anything went wrong on the way.

        Raises:
            AssertionError: There were faults; lists them.
        """
        self.context.close()
        assert not self.faults, "\n".join(dict.fromkeys(self.faults))

    def sideways(self) -> int:
        """By how many pixels the page is wider than the screen."""
        wider: int = self.page.get_by_test_id("stMain").evaluate(
            "e => Math.max(0, e.scrollWidth - e.clientWidth)"
        )
        return wider

    def _hear(self, message: ConsoleMessage) -> None:
        place = str(message.location.get("url", ""))
        if message.type == "error" and not HARMLESS.match(place):
            self.faults.append(f"console: {message.text} ({place})")

    def _receive(self, response: Response) -> None:
        if response.status >= 400 and not HARMLESS.match(response.url):
            self.faults.append(f"answer {response.status}: {response.url}")

    def _leave(self, url: str) -> None:
        parts = urlsplit(url)
        is_network = parts.scheme in {"http", "https", "ws", "wss"}
        if is_network and parts.hostname != "127.0.0.1":
            self.faults.append(f"another host: {url}")
