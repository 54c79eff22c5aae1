"""Sentences remember their facts, and their words are pinned in one file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from pages.charts.sentences.sentence import FIELD, FORMS, say
from pages.charts.sentences.templates import TEMPLATES
from tests.charts.sentences.examples import EXAMPLES

GOLDEN: Final = Path(__file__).with_name("golden.txt")


def written() -> str:
    """Every kind of sentence, and its example in words."""
    return "".join(f"{kind}: {say(kind, **EXAMPLES[kind])}\n" for kind in TEMPLATES)


def test_every_kind_has_an_example() -> None:
    """Nothing is said that the golden file does not show."""
    assert set(EXAMPLES) == set(TEMPLATES)


def test_the_words_are_those_of_the_golden_file() -> None:
    """`python -m tests.charts.sentences` writes it anew after words were changed."""
    assert written() == GOLDEN.read_text(encoding="utf-8")


def test_a_template_holds_no_number() -> None:
    """Digits and number words come from facts, so that they are what was counted."""
    typed = [
        f"{kind}: {template}"
        for kind, template in TEMPLATES.items()
        if re.search(r"\d|\b(two|three|four|five|seven|ten)\b", FIELD.sub("", template))
    ]
    assert typed == []


def test_every_form_is_known() -> None:
    """A field says how its fact is written in a way that there is."""
    asked = {
        form.removesuffix("^").partition(" ")[0]
        for template in TEMPLATES.values()
        for _, form in FIELD.findall(template)
    }
    assert asked - {""} <= set(FORMS)


def test_a_sentence_is_a_text_that_remembers() -> None:
    """Its kind and its facts, also those that its words leave unsaid."""
    sentence = say("time.all", story_count=1, when=EXAMPLES["time.all"]["when"], more=7)
    assert sentence == "1 story on 3 Mar 2021"
    assert sentence.kind == "time.all"
    assert sentence.facts["more"] == 7


def test_a_missing_fact_is_named() -> None:
    """Rather an error than a sentence with a hole."""
    with pytest.raises(KeyError, match="story_count"):
        say("time.all", when=EXAMPLES["time.all"]["when"])
