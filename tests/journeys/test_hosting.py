"""One dashboard served by two processes behind haproxy, as `make serve` does it."""

from __future__ import annotations

import csv
import io
import os
import signal
import time
from typing import TYPE_CHECKING, Final

import pytest

from tests import hosting
from tests.journeys import recipes
from tests.journeys.reader import PATIENCE_MS, Reader
from tests.journeys.test_clicking import LEDGER, totals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

GEARWRIGHT: Final = "Gearwright"

pytestmark = pytest.mark.skipif(
    not hosting.is_possible(), reason=f"{hosting.MISSING}: apt-get install haproxy"
)


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[hosting.Hosted]:
    """Two processes of the dashboard, and the proxy before them."""
    with hosting.Hosted(None, tmp_path, tmp_path / "cache") as place:
        yield place


def test_each_reader_keeps_a_process(browser: Browser, hosted: hosting.Hosted) -> None:
    """Two readers are with two processes; what was clicked there is saved from there."""
    with Reader(browser, hosted) as one, Reader(browser, hosted) as other:
        for reader, name in ((one, LEDGER), (other, GEARWRIGHT)):
            reader.open("/")
            recipes.click_mark(reader, "figure-providers", name)
            assert reader.query() == {"provider": [name]}
        assert {_process(one), _process(other)} == hosted.pids().keys()
        for reader, name in ((one, LEDGER), (other, GEARWRIGHT)):
            text = recipes.save(reader, "csv-timeline")
            lines = list(csv.DictReader(io.StringIO(text)))
            assert {line["provider_family"] for line in lines} == {name}


def test_a_reader_outlives_a_process(browser: Browser, hosted: hosting.Hosted) -> None:
    """When a process ends, its reader is at the same view by another, untouched.

    It is started again for further readers.
    """
    reader = Reader(browser, hosted)
    reader.open("/")
    recipes.click_mark(reader, "figure-providers", LEDGER)
    before = reader.query(), totals(reader)
    name = _process(reader)
    lost = hosted.pids()[name]
    with reader.page.expect_websocket():
        os.kill(lost, signal.SIGKILL)
    reader.idle()
    assert (reader.query(), totals(reader)) == before
    recipes.back(reader)
    assert reader.query() == {}
    end = time.monotonic() + PATIENCE_MS / 1000
    while hosted.pids()[name] == lost:
        assert time.monotonic() < end, "it was not started again"
        time.sleep(0.1)
    reader.context.close()  # without asking for its faults: a lost connection is one


def _process(reader: Reader) -> str:
    """The process that a reader is with, as the cookie of the proxy names it."""
    kept = {cookie["name"]: cookie["value"] for cookie in reader.context.cookies()}
    return str(kept["process"])
