"""What every test starts from: nothing cached, no corpus chosen, no arguments given."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import settings

from loaders.live import store
from measures import memory
from tests import real

if TYPE_CHECKING:
    from pathlib import Path

# How long an example takes says more of the machine than of the program.
settings.register_profile("broadsheet", settings.get_profile("default"), deadline=None)
settings.load_profile("broadsheet")

_corpora: Final = pytest.StashKey[list["Path"]]()
_fixtures: Final = {"real_corpus", "counted_corpus"}
"""What a test takes that needs real corpora."""


def pytest_configure(config: pytest.Config) -> None:
    """Find the real corpora, or end with a line about the folder that is none."""
    try:
        config.stash[_corpora] = real.folders(os.environ)
    except real.NoCorpusError as error:
        raise pytest.UsageError(str(error)) from error


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `real_corpus` once on each of them, or skip it."""
    if "real_corpus" in metafunc.fixturenames:
        found = [
            pytest.param(path, id=path.name) for path in metafunc.config.stash[_corpora]
        ]
        none = pytest.param(None, id="none", marks=pytest.mark.skip(real.MISSING))
        metafunc.parametrize("real_corpus", found or [none])


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs real corpora, before the markers choose which tests run."""
    for item in items:
        if _fixtures.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.real)


@pytest.fixture
def counted_corpus(pytestconfig: pytest.Config) -> Path:
    """The real corpus that was counted by hand; the test is skipped without it."""
    corpora = pytestconfig.stash[_corpora]
    if not corpora:
        pytest.skip(real.MISSING)
    found = {path.name: path for path in corpora}
    if real.COUNTED not in found:
        pytest.skip(real.UNCOUNTED)
    return found[real.COUNTED]


@pytest.fixture(autouse=True)
def _alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Keep each test from what other tests, and the user's own settings, left."""
    monkeypatch.setenv("BROADSHEET_CACHE", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.delenv("BROADSHEET_CONTENT", raising=False)
    monkeypatch.setattr(sys, "argv", ["dashboard.py"])
    store.clear()
    memory.forget()
