"""In brief: what there is to see, as sentences that lead to their view."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from measures import breadths, stories
from measures.health import backlog
from measures.memory import remembered
from measures.what import topics, umbrella
from measures.when import attention, bins
from measures.when.episodes import episodes
from measures.who import providers
from pages.charts import headlines
from pages.charts.sentences import brief, bursts, ranking, time
from pages.charts.sentences.sentence import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from loaders.corpus import Corpus
    from measures.filters import Filters
    from pages.charts.wording import Sentence

REMARKABLE_RATIO = 1.5
LEAST_STORIES = 5
LEAST_BREADTH = 3
LEAST_WAITING_SHARE = 0.05
"""Fewer unpublished stories are no news."""
NO_FINDINGS = {"ranking.none", "ranking.plain", "burst.none"}
"""Kinds of sentences that say nothing of note."""


@dataclass(frozen=True)
class Finding:
    """One sentence, and where it leads."""

    sentence: Sentence
    page: str
    chosen: Filters
    query: Mapping[str, str] = field(default_factory=dict)
    """What the page reads beside the filters: the story that it opens, or an order."""
    aside: Sentence | None = None
    """What the sentence sets aside, where that has to be said."""

    @property
    def text(self) -> str:
        """The whole as plain text: it holds corpus text, so escape it."""
        return f"{self.sentence}{f'; {self.aside}' if self.aside else ''}."


@remembered
def findings(corpus: Corpus, chosen: Filters) -> tuple[Finding, ...]:
    """Up to five findings about the stories under the filters, most telling first.

    Each is the very sentence that heads its figure. A finding that the data do not bear is
    left out; fewer than LEAST_STORIES stories bear none.
    """
    if int(chosen.mask(corpus).sum()) < LEAST_STORIES:
        return ()
    makers: tuple[Callable[[Corpus, Filters], Finding | None], ...] = (
        _burst if len(episodes(corpus, chosen).frame) else _peak,
        _widest,
        _leader,
        _subject,
        _backlog,
    )
    made = (maker(corpus, chosen) for maker in makers)
    return tuple(
        finding
        for finding in made
        if finding is not None and finding.sentence.kind not in NO_FINDINGS
    )


def _burst(corpus: Corpus, chosen: Filters) -> Finding:
    found = episodes(corpus, chosen).frame.sort_values(
        ["excess_count", "first_day"], ascending=[False, True], ignore_index=True
    )
    sentence = bursts.greatest(found, chosen)
    first, last = sentence.facts["when"]
    return Finding(sentence, "timeline", chosen.with_(first=first, last=last))


def _peak(corpus: Corpus, chosen: Filters) -> Finding | None:
    table = attention.around(corpus, chosen)
    shown = table[table["is_inside"]]
    sentence = time.times_usual(
        shown, bins.noun_of(table), attention.usual(shown), REMARKABLE_RATIO
    )
    if sentence is None:
        return None
    first, last = sentence.facts["when"]
    return Finding(sentence, "timeline", chosen.with_(first=first, last=last))


def _widest(corpus: Corpus, chosen: Filters) -> Finding | None:
    whole = stories.ordered(corpus, chosen, "widest")
    counts = breadths.counts(corpus, chosen.window)[whole].tolist()
    if counts[0] < LEAST_BREADTH:
        return None
    position = int(whole[0])
    sentence = brief.widest(
        headlines.of(corpus, position),
        counts,
        chosen.window,
        is_unpublished=bool(corpus.stories["state"].iat[position] == "unpublished"),
    )
    if sentence.kind == "brief.widest_equal":
        return Finding(sentence, "stories", chosen, {"order": "widest"})
    story_id = str(corpus.texts["story_id"].iat[position])
    return Finding(sentence, "story", chosen, {"story": story_id})


def _leader(corpus: Corpus, chosen: Filters) -> Finding:
    ranked = providers.shares(corpus, chosen)
    total = int(ranked["story_count"].sum())
    held = int(ranked.loc[ranked["is_chosen"], "story_count"].sum())
    sentence = ranking.leader(ranked, "provider", chosen.provider, (held, total))
    return Finding(sentence, "providers", _narrowed(chosen, "provider", sentence))


def _subject(corpus: Corpus, chosen: Filters) -> Finding:
    ranked = topics.ranking(corpus, chosen)
    held = ranked[~ranked["is_umbrella"] | ranked["is_chosen"]].reset_index(drop=True)
    total = int(chosen.without("topic").mask(corpus).sum())
    asked = int(chosen.mask(corpus).sum())
    sentence = ranking.leader(held, "topic", chosen.topic, (asked, total))
    aside = umbrella.topics(corpus)
    umbrellas = say("brief.umbrellas", names=tuple(aside)) if aside else None
    return Finding(
        sentence,
        "topics",
        _narrowed(chosen, "topic", sentence),
        aside=None if chosen.topic else umbrellas,
    )


def _narrowed(chosen: Filters, noun: str, sentence: Sentence) -> Filters:
    """The view of a sentence that speaks of one provider or topic alone."""
    is_of_one = "name" in sentence.facts and not getattr(chosen, noun)
    return chosen.with_(**{noun: (sentence.facts["name"],)}) if is_of_one else chosen


def _backlog(corpus: Corpus, chosen: Filters) -> Finding | None:
    result = backlog.by_reason(corpus, chosen)
    total = int(chosen.mask(corpus).sum())
    if not result.n or result.n / total < LEAST_WAITING_SHARE:
        return None
    return Finding(
        brief.waiting(result.frame), "health", chosen.with_(state=("unpublished",))
    )
