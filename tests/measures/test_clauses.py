"""Every field of the filters belongs to one clause, or says how stories are read."""

from __future__ import annotations

from typing import Final

import pytest

from measures.clauses import CLAUSES, WEEKDAYS, Clause, provider_column
from measures.filters import DEFAULTS, IDENTITIES, Filters
from tests.measures.six import six

READING: Final = {"by", "grain", "window"}


def test_every_field_belongs_to_one_clause() -> None:
    """No field is forgotten, and none is asked for twice."""
    owned = [field for clause in CLAUSES for field in clause.fields]
    assert sorted(owned) == sorted(set(DEFAULTS) - READING)


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.fields[0])
def test_a_mask_is_a_new_array_of_truths(clause: Clause) -> None:
    """What a clause gives may be narrowed further: it shares nothing with the corpus."""
    corpus = six()
    chosen = Filters(quality=(10, 20))
    first = clause.mask(corpus, chosen)
    assert first.dtype == bool
    assert first.shape == (len(corpus),)
    before = first.copy()
    first[:] = ~first
    assert clause.mask(corpus, chosen).tolist() == before.tolist()


@pytest.mark.parametrize("by", IDENTITIES)
def test_an_identity_is_a_column(by: str) -> None:
    """Each identity of a provider names a column that the corpus has."""
    assert provider_column(by) in six().stories


def test_the_week_begins_on_monday() -> None:
    """Weekdays stand in the order of their numbers in `Corpus.weekdays`."""
    assert [WEEKDAYS[day] for day in six().weekdays if day >= 0] == [
        "Monday",
        "Monday",
        "Tuesday",
        "Sunday",
        "Monday",
    ]
