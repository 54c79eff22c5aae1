"""What every test starts from: nothing cached, no corpus chosen, no arguments given."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

from loaders.live import store
from measures import memory

# How long an example takes says more of the machine than of the program.
settings.register_profile("broadsheet", settings.get_profile("default"), deadline=None)
settings.load_profile("broadsheet")

ROOT = Path(__file__).parents[1]
REAL = sorted(path for path in (ROOT / "../shared/corpora").glob("*") if path.is_dir())
NO_REAL = "there are no real corpora in ../shared/corpora"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `real_corpus` once on each of them, or skip it."""
    if "real_corpus" in metafunc.fixturenames:
        none = [pytest.param(None, marks=pytest.mark.skip(NO_REAL))]
        metafunc.parametrize("real_corpus", REAL or none, ids=lambda path: path.name)


@pytest.fixture
def corpora() -> list[Path]:
    """The folders of the real corpora; the test is skipped where there are none."""
    if not REAL:
        pytest.skip(NO_REAL)
    return REAL


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
