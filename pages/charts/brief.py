"""In brief: what there is to see, as sentences that lead to their view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from measures import breadths, dates, stories
from measures.health import backlog
from measures.memory import remembered
from measures.what import topics
from measures.when import attention
from measures.when.episodes import episodes
from measures.who import providers
from pages.charts import headlines, standing, wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.corpus import Corpus
    from measures.filters import Filters

REMARKABLE_RATIO = 1.5
LEAST_STORIES = 5
LEAST_BREADTH = 3


@dataclass(frozen=True)
class Finding:
    """One sentence, and where it leads."""

    text: str
    """Plain text: it holds corpus text, so escape it."""
    page: str
    chosen: Filters
    story_id: str = ""


@remembered
def findings(corpus: Corpus, chosen: Filters) -> tuple[Finding, ...]:
    """Up to five findings about the stories under the filters, most telling first.

    A finding that the data do not bear is left out; fewer than LEAST_STORIES stories
    bear none.
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
    return tuple(finding for finding in made if finding is not None)


def _burst(corpus: Corpus, chosen: Filters) -> Finding:
    found = episodes(corpus, chosen).frame
    top = found.iloc[int(found["excess_count"].argmax())]
    first, last = dates.to_date(top["first_day"]), dates.to_date(top["last_day"])
    headline = headlines.of(corpus, int(top["peak_story"]))
    several = f"{wording.number(len(found)).capitalize()} bursts; the largest, "
    return Finding(
        f"{several if len(found) > 1 else 'One burst, '}{dates.span(first, last)}, was "
        f"{headline}.",
        "timeline",
        chosen.with_(first=first, last=last),
    )


def _peak(corpus: Corpus, chosen: Filters) -> Finding | None:
    table = attention.over_time(corpus, chosen)
    whole = table[~table["is_partial"]]
    usual = float(whole["story_count"].median()) if len(whole) else 0
    if len(whole) < LEAST_STORIES or usual == 0:
        usual = float(whole["story_count"].mean()) if len(whole) else 0
    if usual == 0:
        return None
    top = table.iloc[int(table["story_count"].argmax())]
    ratio = top["story_count"] / usual
    if ratio < REMARKABLE_RATIO:
        return None
    first = dates.to_date(top["bin_day"])
    last = dates.to_date(top["bin_end_day"] - 1)
    return Finding(
        f"Attention peaked with {wording.stories(int(top['story_count']))} "
        f"({dates.span(first, last)}), {ratio:.1f} times the usual.",
        "timeline",
        chosen.with_(first=first, last=last),
    )


def _widest(corpus: Corpus, chosen: Filters) -> Finding | None:
    whole = stories.ordered(corpus, chosen, "widest")
    position = int(whole[0])
    breadth = int(breadths.counts(corpus, chosen.window)[position])
    if breadth < LEAST_BREADTH:
        return None
    unpublished = corpus.stories["state"].iat[position] == "unpublished"
    return Finding(
        f"{headlines.of(corpus, position)}{', unpublished,' if unpublished else ''} had "
        "the widest coverage: "
        f"{wording.count(breadth, 'provider')} {wording.within(chosen.window)}.",
        "story",
        chosen,
        str(corpus.texts["story_id"].iat[position]),
    )


def _leader(corpus: Corpus, chosen: Filters) -> Finding | None:
    ranked = providers.shares(corpus, chosen)
    if ranked.empty:
        return None
    if chosen.provider:
        asked, total = int(chosen.mask(corpus).sum()), int(ranked["story_count"].sum())
        said = standing.of_chosen(ranked, "provider", chosen.provider, (asked, total))
        return Finding(f"{said}.", "providers", chosen)
    top = ranked.iloc[0]
    level = standing.level(ranked, "provider")
    if level or len(ranked) == 1:
        said = level or f"{top['provider']} is the only provider"
        return Finding(f"{said}.", "providers", chosen)
    return Finding(
        f"{top['provider']} ran most: {wording.stories(int(top['story_count']))}, "
        f"{wording.percent(float(top['story_share']))} of "
        f"{wording.count(len(ranked), 'provider')}’ output.",
        "providers",
        chosen.with_(provider=(str(top["provider"]),)),
    )


def _subject(corpus: Corpus, chosen: Filters) -> Finding | None:
    ranked = topics.ranking(corpus, chosen)
    held = ranked[~ranked["is_umbrella"] | ranked["is_chosen"]]
    total = int(chosen.without("topic").mask(corpus).sum())
    if chosen.topic:
        asked = int(chosen.mask(corpus).sum())
        said = standing.of_chosen(held, "topic", chosen.topic, (asked, total))
        return Finding(f"{said}.", "topics", chosen)
    if held.empty or int(held.iloc[0]["story_count"]) < LEAST_STORIES:
        return None
    top, level = held.iloc[0], standing.level(held, "topic")
    if level:
        return Finding(f"{level}.", "topics", chosen)
    second = f", ahead of {held.iloc[1]['topic']}" if len(held) > 1 else ""
    return Finding(
        f"{top['topic']} is the leading topic, on {int(top['story_count']):,} of "
        f"{wording.stories(total)}{second}.",
        "topics",
        chosen.with_(topic=(str(top["topic"]),)),
    )


def _backlog(corpus: Corpus, chosen: Filters) -> Finding | None:
    result = backlog.by_reason(corpus, chosen)
    waiting = result.n
    total = int(chosen.mask(corpus).sum())
    if not total or waiting / total < 0.05:  # noqa: PLR2004 - less is no news
        return None
    main = result.frame.iloc[int(result.frame["story_count"].argmax())]
    if waiting == 1:
        said = "is unpublished because it is"
    elif main["story_count"] == waiting:
        said = "are unpublished, all of them because they are"
    else:
        part = wording.percent(float(main["story_share"]))
        said = f"are unpublished; {part} of them because they are"
    return Finding(
        f"{wording.stories(waiting).capitalize()} {said} {_because(main['reason'])}.",
        "health",
        chosen.with_(state=("unpublished",)),
    )


def _because(reason: str) -> str:
    return {
        "folded": "folded into another story",
        "below gate": "below the quality of what was published that month",
        "other": "held back for another reason",
    }[reason]
