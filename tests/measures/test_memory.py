"""A result is computed once for a corpus and its arguments, and not kept for ever."""

from __future__ import annotations

import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from measures import memory
from measures.filters import EVERYTHING, Filters
from measures.result import Result
from tests.corpora import corpus_of, story
from tests.measures.six import six

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.corpus import Corpus


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    """Leave nothing behind in the memory that all measures share."""
    memory.forget()
    yield
    memory.forget()


def test_a_result_is_computed_once() -> None:
    """The second reader gets the very object that the first one got."""
    calls = []

    @memory.remembered
    def measure(corpus: Corpus, chosen: Filters) -> list[int]:
        calls.append(chosen)
        return [len(corpus)]

    first = measure(six(), EVERYTHING)
    assert measure(six(), Filters()) is first
    assert calls == [EVERYTHING]


def test_other_arguments_are_another_result() -> None:
    """Filters, further arguments and their names all belong to the key."""

    @memory.remembered
    def measure(corpus: Corpus, chosen: Filters, most: int = 1) -> tuple[int, str, int]:
        return len(corpus), chosen.words, most

    assert measure(six(), EVERYTHING) == (6, "", 1)
    assert measure(six(), Filters(words="x")) == (6, "x", 1)
    assert measure(six(), EVERYTHING, 2) == (6, "", 2)
    assert measure(six(), EVERYTHING, most=3) == (6, "", 3)


def test_another_version_is_another_result() -> None:
    """A corpus that changed does not show what was counted in the one before it."""

    @memory.remembered
    def measure(corpus: Corpus) -> int:
        return len(corpus)

    one, two = corpus_of(story("a")), corpus_of(story("a"), story("b"))
    assert one.version != two.version
    assert (measure(one), measure(two), measure(one)) == (1, 2, 1)


def test_equal_names_in_two_modules_do_not_meet() -> None:
    """`count` of one thing is not `count` of another."""

    def kept() -> object:
        @memory.remembered
        def count(corpus: Corpus) -> str:
            return f"{len(corpus)} here"

        return count(six())

    @memory.remembered
    def count(corpus: Corpus) -> int:
        return len(corpus)

    assert kept() == "6 here"
    assert count(six()) == 6


def test_the_oldest_results_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory is bounded, and what was asked for again stays longer."""
    monkeypatch.setattr(memory, "_results", memory._bounded(2 * memory.LEAST_BYTES))
    calls = []

    @memory.remembered
    def measure(corpus: Corpus, number: int) -> int:
        calls.append(number)
        return number + len(corpus)

    for number in (1, 2, 1, 3, 1, 2):
        assert measure(six(), number) == number + 6
    assert calls == [1, 2, 3, 2]


def test_large_results_leave_room_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory is bounded in bytes too, whatever holds them."""
    monkeypatch.setattr(memory, "LEAST_BYTES", 512)
    monkeypatch.setattr(memory, "_results", memory._bounded(12_000))
    calls = []

    @memory.remembered
    def measure(corpus: Corpus, number: int) -> Result:
        calls.append(number)
        frame = pd.DataFrame({"story": np.arange(number)})
        return Result(frame, len(corpus), "stories")

    for number in (1, 1000, 1, 1001, 1, 1000):
        assert len(measure(six(), number).frame) == number
    assert calls == [1, 1000, 1001, 1000]


def test_a_result_that_is_too_large_leaves_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is handed over and computed anew each time; what is kept stays."""
    monkeypatch.setattr(memory, "LEAST_BYTES", 512)
    monkeypatch.setattr(memory, "_results", memory._bounded(12_000))
    calls = []

    @memory.remembered
    def measure(corpus: Corpus, number: int) -> np.ndarray:
        calls.append((len(corpus), number))
        return np.zeros(number, dtype=np.uint8)

    for number in (1, 2, 20_000, 20_000, 1, 2):
        assert len(measure(six(), number)) == number
    assert [number for _, number in calls] == [1, 2, 20_000, 20_000]


def test_a_newer_version_takes_the_place_of_the_older() -> None:
    """What was counted in a corpus that is gone would only keep it in memory."""
    held = []

    @memory.remembered
    def measure(corpus: Corpus) -> np.ndarray:
        result = np.zeros(len(corpus))
        held.append(weakref.ref(result))
        return result

    one, two = corpus_of(story("a")), corpus_of(story("a"), story("b"))
    measure(one)
    assert held[0]() is not None
    measure(two)
    assert [kept() is None for kept in held] == [True, False]


def test_a_reader_of_the_older_version_takes_nothing_from_the_newer() -> None:
    """What is newer stays, and the older goes again when the newer is asked about."""
    calls = []

    @memory.remembered
    def measure(corpus: Corpus, number: int) -> int:
        calls.append((len(corpus), number))
        return number

    one, two = corpus_of(story("a")), corpus_of(story("a"), story("b"))
    for corpus, number in ((one, 0), (two, 0), (one, 0), (two, 0), (one, 0)):
        measure(corpus, number)
    assert calls == [(1, 0), (2, 0), (1, 0)]
    measure(two, 1)
    measure(one, 0)
    assert calls == [(1, 0), (2, 0), (1, 0), (2, 1), (1, 0)]


def test_the_order_of_few_versions_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that runs for years does not list every version that it has seen."""
    monkeypatch.setattr(memory, "MOST_VERSIONS", 2)
    held = []

    @memory.remembered
    def measure(corpus: Corpus) -> np.ndarray:
        result = np.zeros(len(corpus))
        held.append(weakref.ref(result))
        return result

    for count in range(1, 5):
        corpus = corpus_of(*(story(str(number)) for number in range(count)))
        measure(corpus)
    assert [kept() is None for kept in held] == [True, True, True, False]
    assert [len(known) for known in memory._versions.values()] == [2]


def test_an_error_is_not_kept() -> None:
    """What fails once may succeed later."""
    answers = iter([None, 7])

    @memory.remembered
    def measure(_: Corpus) -> int:
        answer = next(answers)
        if answer is None:
            raise ValueError("not yet")
        return answer

    with pytest.raises(ValueError, match="not yet"):
        measure(six())
    assert measure(six()) == 7


def test_of_many_who_ask_at_once_one_computes() -> None:
    """The others wait for it, and get the very same; another question waits for nobody."""
    calls = []
    asked = threading.Barrier(4)

    @memory.remembered
    def measure(corpus: Corpus, chosen: Filters) -> list[int]:
        calls.append(chosen)
        if chosen == EVERYTHING:
            assert measure(corpus, Filters(words="x")) == [6]
            time.sleep(0.05)  # the others have come by then
        return [len(corpus)]

    def ask() -> list[int]:
        asked.wait(20)
        return measure(six(), EVERYTHING)

    with ThreadPoolExecutor(4) as readers:
        pending = [readers.submit(ask) for _ in range(4)]
        answers = [one.result(20) for one in pending]
    assert calls == [EVERYTHING, Filters(words="x")]
    assert all(answer is answers[0] for answer in answers)


def test_where_one_fails_the_next_one_tries() -> None:
    """An error is for who met it: those who waited compute it themselves."""
    calls = []
    asked = threading.Barrier(2)

    @memory.remembered
    def measure(corpus: Corpus) -> int:
        calls.append(corpus)
        time.sleep(0.05)
        if len(calls) == 1:
            raise RuntimeError
        return len(corpus)

    def ask() -> int | None:
        asked.wait(20)
        try:
            return measure(six())
        except RuntimeError:
            return None

    with ThreadPoolExecutor(2) as readers:
        pending = [readers.submit(ask) for _ in range(2)]
        answers = [one.result(20) for one in pending]
    assert sorted(answers, key=str) == [6, None]
