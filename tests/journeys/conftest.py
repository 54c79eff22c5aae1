"""Dashboards that run, and readers who visit them, for the tests of this folder."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys import browser as chromium
from tests.journeys.reader import Reader
from tests.journeys.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator


class Serve(Protocol):
    """Starts a dashboard."""

    def __call__(self, content: Path | None = None) -> Server:
        """The dashboard on this corpus, or on the one that ships."""


class Visit(Protocol):
    """Opens a new browser on a dashboard."""

    def __call__(
        self, server: Server | None = None, *, dark: bool = False, phone: bool = False
    ) -> Reader:
        """A reader of this dashboard, or of the shipped corpus; nothing is open yet."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, before the markers choose which tests run."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium; without one the tests are skipped, but fail where CI relies on them."""
    path = chromium.find()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("there is no Chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=chromium.flags()
        )
        yield started
        started.close()


@pytest.fixture(scope="package")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Starts dashboards, one for each corpus; none of them may report an error."""
    running: dict[Path | None, Server] = {}
    with ExitStack() as stack:

        def start(content: Path | None = None) -> Server:
            if content not in running:
                new = Server(content, tmp_path_factory.mktemp("server"))
                running[content] = stack.enter_context(new)
            return running[content]

        yield start
    said = [server.said() for server in running.values()]
    assert not [text for text in said if "Traceback" in text]


@pytest.fixture
def visit(browser: Browser, serve: Serve) -> Iterator[Visit]:
    """Opens readers that fail the test when a page broke, or asked another host."""
    with ExitStack() as stack:

        def new(
            server: Server | None = None, *, dark: bool = False, phone: bool = False
        ) -> Reader:
            at = server or serve()
            return stack.enter_context(Reader(browser, at, dark=dark, phone=phone))

        yield new


@pytest.fixture
def reader(visit: Visit) -> Reader:
    """One reader of the shipped corpus, on a wide light screen; nothing is open yet."""
    return visit()
