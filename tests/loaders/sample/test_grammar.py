"""Templates become sentences, headlines and slugs."""

from __future__ import annotations

import pytest

from loaders.sample import grammar, vocabulary
from loaders.sample.dice import Dice

SLOTS = {"city": "Three Weirs", "who": "the court", "shop": "Barrow's", "n": "40"}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("", ""),
        ("no slot", "No slot"),
        ("in 8 minutes [Part 1]", "In 8 minutes [Part 1]"),
        ("{who} rules", "The court rules"),
        ("why {who} rules. {who} rules", "Why the court rules. The court rules"),
        ("{n} cars", "40 cars"),
        ("ask {Who}", "Ask The court"),
        ("{city}'s trams", "Three Weirs' trams"),
        ("{shop}'s doors", "Barrow's doors"),
        ("[{n} cars|{n} cars] stop", "40 cars stop"),
    ],
)
def test_fill(template: str, text: str) -> None:
    """Slots are filled, sentences begin with a capital, an s takes no second s."""
    assert grammar.fill(template, SLOTS, Dice(0)) == text


def test_every_choice_is_made() -> None:
    """Each of the words comes, and nothing else."""
    dice = Dice(1)
    texts = {grammar.fill("[one|two|three]", {}, dice) for _ in range(60)}
    assert texts == {"One", "Two", "Three"}


def test_a_slot_that_is_not_there() -> None:
    """It is a mistake in the vocabulary, and says its name."""
    with pytest.raises(KeyError, match="mayor"):
        grammar.fill("{mayor}", SLOTS, Dice(0))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", ""),
        ("the end of the line", "The End of the Line"),
        ("'we saw it': staff react", "'We Saw It': Staff React"),
        ("inside: the search", "Inside: The Search"),
        ("who taught it to", "Who Taught It To"),
        ("480 km by night in the 1990s", "480 km by Night in the 1990s"),
        ("McFee keeps iTunes", "McFee Keeps ITunes"),
    ],
)
def test_title_case(text: str, title: str) -> None:
    """Small words stay small, except at either end and after a colon."""
    assert grammar.title_case(text) == title


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("", ""),
        ("顔認識", ""),
        ("Halvmåne's 8 trams!", "halvmanes-8-trams"),
        ("a-b  c", "a-b-c"),
        ("one two three", "one-two"),
    ],
)
def test_slug(text: str, slug: str) -> None:
    """Letters, digits and hyphens of ASCII, cut between words."""
    assert grammar.slug(text, limit=12 if text == "one two three" else 72) == slug


def test_the_vocabulary_is_whole() -> None:
    """Every template of every plot can be filled, in every topic."""
    words = vocabulary.read()
    general = {
        "city", "city2", "company", "rival", "product", "thing", "agency",
        "institute", "person", "short", "who", "forum", "word",
    }  # fmt: skip
    for topic in words.subjects:
        names = {name for one in words.subjects for name in [one.name]}
        assert len(topic.interest) == 7
        assert len(topic.plots) >= 4
        assert topic.words.keys() == words.words["foreign"].keys()
        for plot in (*topic.plots, words.gathering):
            known = general | plot.slots.keys()
            assert plot.who in known
            assert set(plot.also) <= names - {topic.name}
            for template in (*plot.titles, *plot.excerpts, plot.short):
                used = {
                    part.name
                    for choice in _all(template)
                    for part in grammar._parts(choice)
                    if isinstance(part, grammar._Slot)
                }
                assert used <= known, f"{plot.id}: {template}"


def test_the_plan_names_what_there_is() -> None:
    """Its plots, forums and days exist; the plots of bursts happen nowhere else."""
    words = vocabulary.read()
    for happening in (*words.plan["bursts"], *words.plan["fixtures"]):
        assert words.plan["first"] <= happening["day"] <= words.plan["last"]
        if "plot" in happening:
            _, plot = words.plot(happening["plot"])
            assert plot.big == (happening in words.plan["bursts"])
        else:
            assert happening["forum"] in words.words["forums"]
    with pytest.raises(KeyError, match="no-such-plot"):
        words.plot("no-such-plot")


def _all(template: str) -> list[str]:
    """The template, and each of its choices as one of its own."""
    parts = grammar._parts(template)
    return [
        template,
        *(text for part in parts if isinstance(part, list) for text in part),
    ]
