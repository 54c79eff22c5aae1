"""When the files of a corpus are looked at again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from loaders.live import pace
from loaders.live.bell import Bell
from loaders.live.shelf import Shelf
from tests.corpora import untouched

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

AT_ONCE = 1e9
"""A share of the time that lets nobody wait, however long a look took."""


def test_a_folder_that_takes_long_is_looked_at_less_often(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But once a minute, however long it takes, where nothing tells of changes."""
    monkeypatch.setattr(Bell, "listen", lambda _: False)
    place = Shelf(str(folder))
    monkeypatch.setattr(pace, "SHARE", 1e-9)
    place.current()
    assert not place.is_due()
    monkeypatch.setattr(pace, "LONGEST", 0.0)
    place.refresh()
    assert place.is_due()


def test_where_changes_are_told_nobody_looks_until_one_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or until the longest time is over, in case that one was not told."""
    heard = [False]
    monkeypatch.setattr(Bell, "listen", lambda _: True)
    monkeypatch.setattr(Bell, "has_rung", lambda _: heard[0])
    monkeypatch.setattr(pace, "SHARE", AT_ONCE)
    untouched(folder)
    place = Shelf(str(folder))
    assert place.is_due()
    place.current()
    assert not place.is_due()
    heard[0] = True
    assert place.is_due()
    monkeypatch.setattr(pace, "SHARE", 1e-9)
    place.refresh()
    assert not place.is_due()  # one change after another takes its share only
    heard[0] = False
    monkeypatch.setattr(pace, "SHARE", AT_ONCE)
    monkeypatch.setattr(pace, "LONGEST_TOLD", 0.0)
    place.refresh()
    assert place.is_due()


def test_what_changed_just_before_is_due_again_without_being_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a further change would show."""
    monkeypatch.setattr(Bell, "listen", lambda _: True)
    monkeypatch.setattr(Bell, "has_rung", lambda _: False)
    monkeypatch.setattr(pace, "SHARE", AT_ONCE)
    clock = [time.time_ns()]
    monkeypatch.setattr(time, "time_ns", lambda: clock[0])
    place = Shelf(str(folder))
    place.current()
    assert not place.is_due()
    clock[0] += 3 * 10**9
    assert place.is_due()
    place.refresh()
    assert not place.is_due()
