"""The words of every sentence on screen, by kind; a field in braces is a fact.

A template holds no number of its own: each comes from a fact, in the words that its form
gives (`sentence.FORMS`). tests/charts/sentences/golden.txt shows them all filled in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pages.charts.sentences.templates.brief import BRIEF
from pages.charts.sentences.templates.bursts import BURSTS
from pages.charts.sentences.templates.comparing import COMPARING
from pages.charts.sentences.templates.health import HEALTH
from pages.charts.sentences.templates.linked import LINKED
from pages.charts.sentences.templates.providers import PROVIDERS
from pages.charts.sentences.templates.ranking import RANKING
from pages.charts.sentences.templates.time import TIME
from pages.charts.sentences.templates.topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Mapping

TEMPLATES: Final[Mapping[str, str]] = {
    **TIME,
    **RANKING,
    **BURSTS,
    **BRIEF,
    **PROVIDERS,
    **TOPICS,
    **LINKED,
    **COMPARING,
    **HEALTH,
}
