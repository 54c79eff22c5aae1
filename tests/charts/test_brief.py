"""Findings say what their view shows, and nothing where there is too little."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.filters import EVERYTHING, Filters
from pages.charts import brief
from tests.measures.asking import asked
from tests.measures.ninety import DAYS, WORDS, ninety
from tests.measures.six import six, timeless

if TYPE_CHECKING:
    from loaders.corpus import Corpus

STORIES = re.compile(r"([\d,]+) stor(?:y|ies)")
PERCENT = re.compile(r"(\d+)%")


def test_too_little_has_no_findings() -> None:
    """Fewer than five stories bear none."""
    assert brief.findings(timeless(), EVERYTHING) == []
    assert brief.findings(six(), Filters(words="nothing")) == []
    assert brief.findings(six(), Filters(topic=("AI",))) == []


def agree(corpus: Corpus, chosen: Filters) -> None:
    """Compare the number of stories that a finding names with its view's."""
    for finding in brief.findings(corpus, chosen):
        assert finding.text.endswith(".")
        count = int(finding.chosen.mask(corpus).sum())
        assert count > 0, finding.text
        if finding.page == "story":
            assert finding.story_id in corpus.positions_by_id
            continue
        named = STORIES.search(finding.text)
        if named:
            assert int(named[1].replace(",", "")) == count, finding.text
        for share in PERCENT.findall(finding.text):
            assert int(share) <= 100, finding.text


@pytest.mark.parametrize("reason", ["folded", "below gate", "other"])
def test_under_a_reason_the_backlog_is_of_that_reason(reason: str) -> None:
    """No share of the unpublished stories is over 100%."""
    agree(ninety(), Filters(reason=(reason,)))


def test_findings_lead_to_what_they_say() -> None:
    """Over everything each maker has something to say here but the widest."""
    pages = {finding.page for finding in brief.findings(ninety(), EVERYTHING)}
    assert pages >= {"timeline", "providers", "topics", "health"}
    agree(ninety(), EVERYTHING)


@settings(max_examples=60)
@given(st.data())
def test_findings_agree_under_any_filters(data: st.DataObject) -> None:
    """Whatever is asked for, a finding and its view say the same number."""
    agree(ninety(), data.draw(asked(ninety(), DAYS, WORDS)))
