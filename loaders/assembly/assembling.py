"""From the rows of many files to the frames of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from loaders import frames
from loaders.assembly import (
    coverage,
    filing,
    identities,
    naming,
    providers,
    remarks,
    states,
)
from loaders.assembly.carriers import Carriers
from loaders.assembly.columns import (
    choices,
    days,
    flags,
    framed,
    instants,
    texts,
    wholes,
)
from loaders.corpus import Corpus
from loaders.gathering.tables import arranged
from loaders.parsing.reading import Kind

if TYPE_CHECKING:
    from loaders.assembly.coverage import Entries
    from loaders.assembly.providers import Providers
    from loaders.gathering.files import Found
    from loaders.gathering.sidecar import Sidecar
    from loaders.gathering.tables import Tables


def corpus(name: str, tables: Tables, sidecar: Sidecar, found: Found) -> Corpus:
    """The corpus of some files.

    Args:
        name: What the masthead calls it.
        tables: What was kept of its Markdown files, in order of their paths.
        sidecar: What its `_data` says.
        found: What its folder holds, beside them.
    """
    carriers = Carriers(sidecar.carriers)
    meant = identities.of(tables.files, tables.related, carriers)
    filed = filing.filed(tables.files, meant)
    story = _titled(arranged(tables.files, filed.rows))
    entries = coverage.entries(tables.related, story, filed, meant.entry)
    known = providers.identify(
        providers.labels(_both(story, entries, "provider_name")),
        providers.labels(_both(story, entries, "provider_domain")),
        carriers,
    )
    kinds = tables.files["kind"].to_numpy()
    return Corpus(
        name=name,
        version=remarks.version(tables, sidecar, found),
        stories=_stories(story, entries, known),
        texts=_texts(story),
        story_topics=_story_topics(tables.topics, filed.position),
        related=_related(entries, known, len(story)),
        problems=remarks.problems(tables, sidecar, found),
        duplicates=filed.duplicates,
        topics=remarks.topics(sidecar),
        unknown_fields=remarks.unknown_fields(tables),
        passed_over=remarks.passed_over(tables.files, found),
        files_count=len(kinds),
        not_stories_count=int((kinds == Kind.NO_STORY).sum()),
    )


def _titled(story: pa.Table) -> pa.Table:
    """The stories, those without a title with their file's stem in its place."""
    missing = pc.is_null(story["title"]).combine_chunks()
    paths = story["path"].filter(missing).to_pylist()
    stems = pa.array([naming.stem(path) for path in paths], story["title"].type)
    titles = pc.replace_with_mask(story["title"].combine_chunks(), missing, stems)
    return story.set_column(story.column_names.index("title"), "title", [titles])


def _both(story: pa.Table, entries: Entries, column: str) -> pd.Series:
    """A text column of the stories, then of the related entries."""
    return pd.concat(
        [texts(story[column]), texts(entries.facts[column])], ignore_index=True
    )


def _stories(story: pa.Table, entries: Entries, known: Providers) -> pd.DataFrame:
    own = slice(None, len(story))
    state = states.states(story["is_published"])
    published_at = instants(story["published_at"])
    quality_score = wholes(story["quality_score"])
    is_folded = flags(story["is_folded"])
    return framed(
        {
            "published_at": published_at,
            "published_day": days(story["published_at"]),
            "provider_name": known.name.categorical(own),
            "provider_family": known.family.categorical(own),
            "provider_domain": known.domain.categorical(own),
            "carrier": known.carrier.categorical(own),
            "has_origin": known.has_origin[own],
            "type": choices(story["type"], frames.type_names),
            "state": state,
            "backlog_reason": states.backlog_reasons(
                state, is_folded, quality_score, published_at
            ),
            "quality_score": quality_score,
            "heat_score": wholes(story["heat_score"]),
            "is_folded": is_folded,
            "breadth_count": coverage.breadths(known.family, len(story), entries),
            "related_count": np.bincount(entries.story, minlength=len(story)),
            "repeat_count": entries.repeat_count,
            "self_count": entries.self_count,
            "unusable_count": story["unusable_count"].to_numpy(),
            "has_excerpt": pc.is_valid(story["excerpt"]).to_numpy(),
            "has_image": pc.is_valid(story["image_url"]).to_numpy(),
            "has_secured": flags(story["has_secured"]),
        },
        frames.STORIES,
    )


def _texts(story: pa.Table) -> pd.DataFrame:
    columns: dict[str, object] = {
        column: texts(story[column]) for column in frames.TEXTS if column != "story_id"
    }
    columns["story_id"] = texts(naming.story_ids(story["path"]))
    return framed(columns, frames.TEXTS)


def _story_topics(topics: pa.Table, position: np.ndarray) -> pd.DataFrame:
    story = position[topics["file"].to_numpy()]
    topic = providers.labels(texts(topics["topic"].filter(story >= 0)))
    return framed(
        {"story": story[story >= 0], "topic": topic.categorical(slice(None))},
        frames.STORY_TOPICS,
    )


def _related(entries: Entries, known: Providers, count: int) -> pd.DataFrame:
    listed = slice(count, None)
    return framed(
        {
            "story": entries.story,
            "target": entries.target,
            "seen": entries.seen,
            "has_address": entries.has_address,
            "key_url": texts(entries.facts["key_url"]),
            "title": texts(entries.facts["title"]),
            "excerpt": texts(entries.facts["excerpt"]),
            "provider_name": known.name.categorical(listed),
            "provider_family": known.family.categorical(listed),
            "provider_domain": known.domain.categorical(listed),
            "carrier": known.carrier.categorical(listed),
            "type": choices(entries.facts["type"], frames.type_names),
            "published_at": instants(entries.facts["published_at"]),
            "quality_score": wholes(entries.facts["quality_score"]),
            "gap_hours": entries.gap_hours,
            "listed_at": instants(entries.listed_at),
            "listed_quality_score": wholes(entries.listed_quality_score),
        },
        frames.RELATED,
    )
