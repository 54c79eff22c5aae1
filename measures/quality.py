"""What is wrong in the files, and why stories wait: the state of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from loaders import frames
from measures import attention, bins
from measures.memory import remembered

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


@remembered
def problems_by_field(corpus: Corpus) -> pd.DataFrame:
    """Count the problems of each field, places in lists taken together.

    Returns:
        One row per field: field (`related[].webUrl`; "whole file" for the file
        itself), problem_count, file_count. Most problems first, then by name.
    """
    found = corpus.problems
    names = found["field"].fillna("").str.replace(r"\[\d+\]", "[]", regex=True)
    counted = (
        found.assign(field=names.where(names != "", "whole file"))
        .groupby("field")
        .agg(problem_count=("path", "size"), file_count=("path", "nunique"))
        .reset_index()
    )
    return counted.sort_values(
        ["problem_count", "field"], ascending=[False, True], ignore_index=True
    )


@remembered
def backlog(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Count the unpublished stories of each bin by their reason.

    Returns:
        One row per bin and reason, 0 included: bin_at, bin_end_at, bin_day, bin_end_day,
        reason, story_count. The clause on reasons is skipped. Undated ones are left out.

    Source:
        "state", DATA.md section 3.
    """
    spans = bins.chosen_bins(corpus, chosen)
    held = chosen.without("reason").mask(corpus)
    reason = corpus.codes("backlog_reason")
    shown = held & (reason >= 0) & (corpus.days != frames.UNDATED)
    at = spans.of(corpus.days[shown])
    size = len(frames.reason_names)
    cell = (at * size + reason[shown])[at >= 0]
    grid = np.bincount(cell.astype(np.int64), minlength=len(spans) * size)
    return pd.DataFrame(
        {
            "bin_at": attention.at(np.repeat(spans.starts, size)),
            "bin_end_at": attention.at(np.repeat(spans.ends, size)),
            "bin_day": np.repeat(spans.starts, size),
            "bin_end_day": np.repeat(spans.ends, size),
            "reason": np.tile(np.array(frames.reason_names, object), len(spans)),
            "story_count": grid,
        }
    )


@remembered
def heat_audit(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Compare heat with what it is derived from, quality + 20 for each related link.

    Returns:
        One row per outcome, in this order: outcome ("as derived", "off", "folded (-1)",
        "missing"), story_count. "off" holds stories whose list was cleaned, too.

    Source:
        "heat audit", DATA.md section 4.
    """
    stories = corpus.stories[chosen.mask(corpus)]
    derived = stories["quality_score"] + 20 * (
        stories["related_count"]
        + stories["repeat_count"]
        + stories["self_count"]
        + stories["addressless_count"]
    )
    folded = stories["is_folded"]
    known = stories["heat_score"].notna() & derived.notna() & ~folded
    equal = known & (stories["heat_score"] == derived).fillna(value=False)
    counts = {
        "as derived": int(equal.sum()),
        "off": int((known & ~equal).sum()),
        "folded (-1)": int(folded.sum()),
        "missing": int((~known & ~folded).sum()),
    }
    return pd.DataFrame({"outcome": list(counts), "story_count": list(counts.values())})


@remembered
def related_lists(corpus: Corpus, chosen: Filters) -> pd.DataFrame:
    """Check the related lists of the stories under the filters.

    Returns:
        One row per check, in a fixed order: check, link_count (that it holds for),
        all_count (that it could hold for), link_share. The checks: mutual (among filed
        ones), same domain, repeated address, without an address, the story itself,
        beyond the window (among those with a time), time or quality differs from the
        file (among filed ones).

    Source:
        "related-graph health", DATA.md section 4.
    """
    held = chosen.mask(corpus)
    links = corpus.related[held[corpus.related["story"].to_numpy()]]
    filed = links["target"].to_numpy() >= 0
    story, target = links["story"].to_numpy(), links["target"].to_numpy()
    pairs = _pairs(corpus)
    mutual = np.isin(target[filed].astype(np.int64) * len(corpus) + story[filed], pairs)
    domain = links["provider_domain"].cat.codes.to_numpy()
    same = (domain == corpus.codes("provider_domain")[story]) & (domain >= 0)
    timed = links["gap_hours"].notna()
    beyond = links["gap_hours"].abs() > chosen.window
    dropped = corpus.stories.loc[
        held, ["repeat_count", "addressless_count", "self_count"]
    ].sum()
    entries = len(links) + int(dropped.sum())
    of_files = links[filed]
    differs = (of_files["listed_at"] != of_files["published_at"]) | (
        of_files["listed_quality_score"].fillna(-1)
        != of_files["quality_score"].fillna(-1)
    )
    rows = [
        ("linked both ways", int(mutual.sum()), int(filed.sum())),
        ("same domain as the story", int(same.sum()), len(links)),
        ("address repeated in the list", int(dropped["repeat_count"]), entries),
        ("without an address", int(dropped["addressless_count"]), entries),
        ("the story itself", int(dropped["self_count"]), entries),
        (f"beyond {chosen.window} hours", int(beyond.sum()), int(timed.sum())),
        ("differs from its file", int(differs.sum()), len(of_files)),
        ("known only from lists", int((~filed).sum()), len(links)),
    ]
    table = pd.DataFrame(rows, columns=["check", "link_count", "all_count"])
    return table.assign(
        link_share=table["link_count"]
        / table["all_count"].where(table["all_count"] > 0)
    )


@remembered
def _pairs(corpus: Corpus) -> np.ndarray:
    """Every filed link as one number: story × size + target."""
    links = corpus.related
    filed = links["target"].to_numpy() >= 0
    story = links["story"].to_numpy()[filed].astype(np.int64)
    return story * len(corpus) + links["target"].to_numpy()[filed]
