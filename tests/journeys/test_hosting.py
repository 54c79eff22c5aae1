"""One dashboard served by two processes behind haproxy, as docs/scaling.md says."""

from __future__ import annotations

import csv
import io
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

import pytest

from tests import proxy
from tests.journeys import recipes
from tests.journeys.reader import Reader
from tests.journeys.server import Server
from tests.journeys.test_clicking import LEDGER, totals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

NAMES: Final = ("first", "second")
"""What the settings call the processes."""
GEARWRIGHT: Final = "Gearwright"

pytestmark = pytest.mark.skipif(
    proxy.find() is None, reason=f"{proxy.MISSING}: apt-get install haproxy"
)


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[proxy.Proxy]:
    """Two dashboards with one index, and the proxy before them."""
    with ExitStack() as stack:
        servers = [stack.enter_context(Server(None, tmp_path)) for _ in range(2)]
        yield stack.enter_context(proxy.Proxy(servers, tmp_path))


def test_each_reader_keeps_a_process(browser: Browser, hosted: proxy.Proxy) -> None:
    """Two readers are with two processes; what was clicked there is saved from there."""
    with Reader(browser, hosted) as one, Reader(browser, hosted) as other:
        for reader, name in ((one, LEDGER), (other, GEARWRIGHT)):
            reader.open("/")
            recipes.click_mark(reader, "figure-providers", name)
            assert reader.query() == {"provider": [name]}
        assert {_process(one), _process(other)} == {"first", "second"}
        for reader, name in ((one, LEDGER), (other, GEARWRIGHT)):
            text = recipes.save(reader, "csv-timeline")
            lines = list(csv.DictReader(io.StringIO(text)))
            assert {line["provider_family"] for line in lines} == {name}


def test_a_reader_outlives_a_process(browser: Browser, hosted: proxy.Proxy) -> None:
    """When a process ends, its reader is at the same view by another, untouched."""
    reader = Reader(browser, hosted)
    reader.open("/")
    recipes.click_mark(reader, "figure-providers", LEDGER)
    before = reader.query(), totals(reader)
    lost = hosted.servers[NAMES.index(_process(reader))]
    with reader.page.expect_websocket():
        lost.process.kill()
    reader.idle()
    assert (reader.query(), totals(reader)) == before
    recipes.back(reader)
    assert reader.query() == {}
    reader.context.close()  # without asking for its faults: a lost connection is one


def _process(reader: Reader) -> str:
    """The process that a reader is with, as the cookie of the proxy names it."""
    kept = {cookie["name"]: cookie["value"] for cookie in reader.context.cookies()}
    return str(kept["process"])
