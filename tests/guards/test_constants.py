"""A number in a method, a note or a help is the constant that the measure uses.

It is written down once: whoever changes a constant changes all that speaks of it.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pytest

from measures import memory
from measures.filters import EVERYTHING
from measures.health import heat
from measures.related import (
    blindspots,
    breadth,
    carriers,
    cocoverage,
    leads,
    originality,
    precedence,
    reports,
)
from measures.statistics import association, evidence
from measures.versus import course
from measures.what import cooccurrence, momentum, residuals, umbrella
from measures.when import anatomy, attention, bursts
from pages.charts.related import story
from pages.charts.what import topic
from pages.charts.when import burstmarks, calendar
from tests.charts.sixteen import sixteen
from tests.guards.figures import MAKERS
from tests.guards.modules import Module, below, modules
from tests.measures.ninety import ninety
from tests.measures.six import six

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pages.charts.figure import Figure


@dataclass(frozen=True)
class Said:
    """A constant, another value for it, and the figures that say it."""

    owner: Any
    name: str
    changed: Any
    words: str
    """How it is said, its value in brackets: `[28] days before`."""
    figures: str
    """By their names, with blanks between."""
    now: str = "97"
    """How the changed value is written."""

    def __str__(self) -> str:
        """For the name of a test."""
        return f"{self.owner.__name__.rpartition('.')[2]}.{self.name}, {self.words}"

    @property
    def before(self) -> str:
        """What is said as the constant is."""
        return re.sub(r"[\[\]]", "", self.words)

    @property
    def after(self) -> str:
        """What is said once it is changed."""
        return re.sub(r"\[.*\]", self.now, self.words)


CONSTANTS: Final = [
    Said(
        bursts,
        "BASELINE_DAYS",
        97,
        "[28] days before",
        "bursts.ranked outlets.by_coverage anatomy.by_provider anatomy.by_topic",
    ),
    Said(bursts, "LEAST_STORIES", 97, "has [5] stories at least", "bursts.ranked"),
    Said(bursts, "LEAST_Z", 97.5, "[3.5] spreads or more", "bursts.ranked", "97.5"),
    Said(bursts, "MOST_APART_DAYS", 97, "at most [2] apart", "bursts.ranked"),
    Said(bursts, "MAD_TO_DEVIATION", 97, "[1.4826] times the median", "bursts.ranked"),
    Said(
        anatomy,
        "ONE_STORY_SHARE",
        0.97,
        "makes [half] of the excess",
        "outlets.by_coverage",
        "97%",
    ),
    Said(
        attention,
        "LEAST_DENOMINATOR",
        97,
        "are fewer than [5]",
        "attention.timeline attention.detail",
    ),
    Said(
        attention,
        "LEAST_DENOMINATOR",
        97,
        "fewer than [five]",
        "voice.shares topic.shares",
    ),
    Said(attention, "LEAST_DENOMINATOR", 97, "have [five] stories", "topic.shares"),
    Said(topic, "LEAST_BINS", 97, "fewer than [three] months", "topic.shares"),
    Said(calendar, "MOST_DAYS", 97 * 7, "last [53] weeks", "calendar.calendar"),
    Said(momentum, "RECENT_DAYS", 97, "last [7] days", "momentum.bars quadrant.plane"),
    Said(
        momentum,
        "BASELINE_DAYS",
        97,
        "[28] days before",
        "momentum.bars quadrant.plane",
    ),
    Said(
        momentum,
        "LEAST_EXPECTED",
        97,
        "where E is at least [5]",
        "momentum.bars quadrant.plane",
    ),
    Said(
        residuals, "LEAST_EXPECTED", 97, "where E is below [5]", "residuals.by_provider"
    ),
    Said(
        evidence,
        "REMARKABLE_SCORE",
        97,
        "±[2]",
        "momentum.bars quadrant.plane residuals.by_provider precedence.matrix",
    ),
    Said(
        evidence,
        "CONFIDENCE_SHARE",
        0.97,
        "[95%] interval",
        "leads.rates cocoverage.matrix",
        "97%",
    ),
    Said(evidence, "CONFIDENCE_SHARE", 0.97, "Wilson's at [95%]", "leads.rates", "97%"),
    Said(umbrella, "SHARE", 0.97, "on more than [80%]", "topic.leaderboard", "97%"),
    Said(cooccurrence, "LEAST_TOPICS", 97, "needs [6] topics", "cooccurrence.pairs"),
    Said(
        association,
        "LEAST_SUPPORT",
        97,
        "support is at least [5]",
        "cooccurrence.pairs",
    ),
    Said(
        association,
        "LEAST_SUPPORT",
        97,
        "[5] shared coverages",
        "cocoverage.matrix profile.company",
    ),
    Said(
        cocoverage, "LEAST_OF_ONE", 97, "and [10] of each provider", "cocoverage.matrix"
    ),
    Said(cocoverage, "LEAST_OF_ONE", 97, "needs [10] coverages", "profile.company"),
    Said(precedence, "LEAST_MEETINGS", 97, "[5] shared coverages", "precedence.matrix"),
    Said(
        reports,
        "SHARED_MINUTES",
        97,
        "[5] minutes",
        "scoops.ledger breakers.leading precedence.matrix",
    ),
    Said(
        leads,
        "LEAST_COVERAGES",
        97,
        "[10] coverages or more",
        "leads.rates lags.behind_first",
    ),
    Said(carriers, "LEAST_PAIRS", 97, "[10] or more", "carriers.copies"),
    Said(originality, "LEAST_STORIES", 97, "with [10] or more", "originality.mix"),
    Said(blindspots, "LEAST_BREADTH", 97, "[5] providers or more", "blindspots.absent"),
    Said(
        breadth, "WITHIN_HOURS", (67,), "In [72] h;", "speed.halves spread.curves", "67"
    ),
    Said(heat, "PER_RELATED", 97, "quality and [20] for each", "audit.of_heat"),
    Said(heat, "PER_RELATED", 97, "quality + [20] ×", "audit.of_heat"),
    Said(course, "WEEK_DAYS", 97, "single days or [seven] of them", "period.before"),
]


def texts(figure: Figure) -> str:
    """All that a figure says beside its chart."""
    columns = [
        column["label"] if isinstance(column, dict) else column
        for column in figure.listing_columns.values()
    ]
    said = (figure.title, figure.counts, figure.left_out, figure.method, figure.empty)
    return " ".join([*said, *figure.notes, *(f"{column};" for column in columns)])


def of_figures(names: str) -> list[str]:
    """What each of these figures says, over three corpora, computed anew."""
    memory.forget()
    return [
        " ".join(
            texts(MAKERS[name](corpus, EVERYTHING))
            for corpus in (ninety(), sixteen(), six())
        )
        for name in names.split()
    ]


@pytest.mark.parametrize("said", CONSTANTS, ids=str)
def test_a_changed_constant_changes_what_is_said(
    said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every figure that speaks of it has the new number, and none has the old one."""
    assert [said.before in text for text in of_figures(said.figures)].count(False) == 0
    monkeypatch.setattr(said.owner, said.name, said.changed)
    changed = of_figures(said.figures)
    assert [said.after in text for text in changed].count(False) == 0
    old = rf"(?<![\d.]){re.escape(said.before)}"  # "15 days" are not "5 days"
    assert [text for text in changed if re.search(old, text)] == []


def test_what_is_said_outside_of_figures_changes_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Below the timeline, and on the page of a story."""
    assert "the 28 days before" in burstmarks.note()
    monkeypatch.setattr(bursts, "BASELINE_DAYS", 97)
    assert "the 97 days before" in burstmarks.note()
    monkeypatch.setattr(reports, "SHARED_MINUTES", 97)
    memory.forget()
    strip = story.strip(sixteen(), 0, EVERYTHING)
    assert "within 97 minutes of it" in strip.method


NUMBERS: Final = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "twenty", "thirty", "hundred", "thousand", "million"),
    *("dozen", "half", "halves", "thirds?", "quarters?", "twice", "thrice", "double"),
    *("fortnight", "years?", "decades?"),
)
NUMBER: Final = re.compile(rf"\d|\b(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)

ALLOWED: Final = {
    r"\btwo\b": "what is of a pair takes two, and one alone is compared with nobody",
    r"from 0 to 1\b|[-−]1 to 1\b|\b0 is chance": "a scale has these ends by definition",
    r"\b100%": "the whole",
    r"in shares to 0\b|add up to 0\b": "differences of shares cancel out",
    r"count 0\b|counts at 0\b|about 0\b": "nothing",
    r"\bcounts 1\b|\b1/k\b": "one report, whole or shared by k",
    r"\(1 - ": "a formula's own",
    r"\bday 1\b": "days are counted from one",
    r"heat (of|is) -1|\(-1\)": "how the files themselves mark a folded story",
    r"half-breadth|half of (a story's|the) families|half within|half of them within|middle half": "what the "
    "measure is called after",
}
"""Numbers in texts that no constant could change, and why."""

SENTENCES: Final = {
    *("pages.charts.brief", "pages.charts.sentences", "pages.charts.standing"),
    *("pages.charts.wording", "pages.charts.when.peaks"),
}
"""What is found in the stories, not how: those numbers are recounted by other tests."""
EXPRESSION: Final = re.compile(r"\bdatum\b|\bwidth\b")
"""What Vega computes is no text."""


def said_in(node: ast.AST) -> Iterator[tuple[int, str]]:
    """The line of each text, and the text with `{}` where a value is put into it.

    Documentation is none, and what a function makes titles of is found, not stated.
    """
    is_title = isinstance(node, ast.FunctionDef) and "title" in node.name
    if is_title or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ):
        return
    if isinstance(node, ast.JoinedStr):
        yield (
            node.lineno,
            "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}"
                for part in node.values
            ),
        )
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from said_in(part.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from said_in(child)


def typed(module: Module) -> list[tuple[int, str]]:
    """The texts of a module in which a number is typed that none of ALLOWED explains."""
    found = []
    for line, text in said_in(module.tree):
        is_prose = " " in text.strip() or re.fullmatch(r"\d+ ?%", text)
        if not is_prose or EXPRESSION.search(text):
            continue
        rest = re.sub("|".join(ALLOWED), "", text, flags=re.IGNORECASE)
        if NUMBER.search(rest):
            found.append((line, text))
    return found


def speaking() -> list[Module]:
    """The modules whose texts reach the screen and state how something is counted."""
    return [
        module
        for module in modules()
        if not below(module.name, {"loaders"}) and not below(module.name, SENTENCES)
    ]


def test_typed_numbers_are_found() -> None:
    """In figures and in words, in plain texts and between values; not in documentation."""
    text = (
        '"""The 28 days before."""\n'
        'a = "the 28 days before"\n'
        'b = f"{n} days, five of them"\n'
        'c = f"{x:.1f} to {BASELINE_DAYS} days"\n'
        'd = "two providers, from 0 to 1"\n'
        'e = "95%"\n'
        'f = "datum.value > 7 ? 1 : 0"\n'
        'def _title():\n    return "three stories"\n'
    )
    assert [line for line, _ in typed(Module("x.py", text))] == [2, 3, 6]


def test_no_text_has_a_typed_number() -> None:
    """It would go on saying what was true before somebody changed a constant."""
    wrong = [
        f"{module.path}:{line}: {text}"
        for module in speaking()
        for line, text in typed(module)
    ]
    assert wrong == []


def test_every_allowance_is_made_use_of() -> None:
    """What nothing needs any more would let the next typed number pass."""
    every = "\n".join(text for module in speaking() for _, text in said_in(module.tree))
    assert [
        phrase for phrase in ALLOWED if not re.search(phrase, every, re.IGNORECASE)
    ] == []
