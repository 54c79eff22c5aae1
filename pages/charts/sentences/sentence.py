"""A sentence on screen: a text that remembers what it says, and of what."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Any, Final

from measures import dates
from pages.charts import wording
from pages.charts.sentences.templates import TEMPLATES
from pages.charts.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date


def say(kind: str, /, **facts: Any) -> Sentence:  # noqa: ANN401 - names, numbers, dates
    """The sentence of this kind about these facts.

    Args:
        kind: The name of a template.
        facts: What it needs, each under the name that the template has for it. Further
            facts are kept, so that a test can recompute what the words leave unsaid.

    Raises:
        KeyError: There is no such template, or it needs a fact that is not given.
    """
    sentence = Sentence(_WORDS.vformat(TEMPLATES[kind], (), facts))
    sentence.kind = kind
    sentence.facts = facts
    return sentence


def parts(*sentences: Sentence | str) -> str:
    """Sentences one after the other, those that say nothing left out."""
    return " ".join(sentence for sentence in sentences if sentence)


class _Words(string.Formatter):
    """Puts facts into words: what stands behind the colon of a field says how.

    `{n:stories}` is `12 stories`, `{n:count coverage}` is `12 coverages`; see FORMS. A
    `^` at the end begins the word with a capital.
    """

    def get_value(
        self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> Any:  # noqa: ANN401 - any fact
        """The fact of this name; a KeyError names it where it is missing."""
        return kwargs[str(key)] if isinstance(key, str) else args[key]

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - any fact
        """The fact in words."""
        if not format_spec:
            return str(value)
        name, _, noun = format_spec.removesuffix("^").partition(" ")
        said = FORMS[name](value, noun) if noun else FORMS[name](value)
        return said[:1].upper() + said[1:] if format_spec.endswith("^") else said


def _count(value: int, noun: str) -> str:
    """A number with its noun, several words of which are joined by `_`."""
    return wording.count(value, noun.replace("_", " "))


def few_names(values: Sequence[str], noun: str) -> str:
    """A few names, or how many: `A and B`, `13 providers`."""
    if len(values) > MOST_NAMES:
        return wording.count(len(values), noun)
    return wording.joined(list(values))


def _when(ends: tuple[date, date]) -> str:
    return dates.when(*ends)


def _span(ends: tuple[date, date]) -> str:
    return dates.span(*ends)


def _times(several: Sequence[tuple[date, date]]) -> str:
    return wording.joined([dates.when(*ends) for ends in several])


def _counts(values: Sequence[int]) -> str:
    """Counts one after the other: `12`, `12 each`, `12, 11 and 9`."""
    if len(set(values)) == 1:
        return f"{values[0]:,}{' each' if len(values) > 1 else ''}"
    return wording.joined([f"{value:,}" for value in values])


def _story_in(share: float) -> str:
    """A share as people say it of stories: `one story in seven`."""
    return wording.one_in(share).replace("one in", "one story in", 1)


RATE_DIGITS: Final = 10
"""Smaller rates are said with two digits."""
MOST_NAMES: Final = 3
"""Of more than this only the number is said."""

FORMS: Final[Mapping[str, Callable[..., str]]] = {
    "n": lambda value: f"{value:,}",
    "word": wording.number,
    "stories": wording.stories,
    "count": _count,
    "count_bins": lambda bins: _count(*bins),
    "counts": _counts,
    "percent": wording.percent,
    "percents": lambda shares: wording.joined([wording.percent(s) for s in shares]),
    "part": wording.one_in,
    "story_in": _story_in,
    "usual": wording.usual,
    "usuals": lambda values: wording.joined([wording.usual(value) for value in values]),
    "decimal": wording.decimal,
    "rate": lambda value: (
        f"{value:,.2g}" if abs(value) < RATE_DIGITS else f"{value:,.0f}"
    ),
    "signed_percent": lambda share: f"{share:+.0%}".replace("-", "−"),
    "signed": lambda value: f"{value:+,}".replace("-", "−"),
    "hours": wording.hours,
    "and_others": lambda count: (
        f", and so did {wording.count(count, 'other')}" if count else ""
    ),
    "ordinal": wording.ordinal,
    "within": wording.within,
    "names": few_names,
    "either": lambda names: wording.joined(list(names), "or"),
    "span": _span,
    "when": _when,
    "times": _times,
    "date": dates.written,
    "on": lambda day: "" if day is None else f" on {dates.written(day)}",
    "clock": lambda hour: f"{hour:02}:00",
}
"""How a fact is said. `names` takes the noun that many of them are counted by."""

_WORDS: Final = _Words()

FIELD: Final = re.compile(r"\{(\w+)(?::([^}]*))?\}")
"""A field of a template: the name of the fact, and how it is said."""
