"""The head of a story's page: its steps, its headline, its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st

from measures import dates, stories
from measures.health import heat
from measures.related import story
from pages.charts import wording
from pages.charts.sentences.story import A_MINUTE
from pages.parts import cells, ordering, state
from pages.parts.escape import escaped, safe_url

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from measures.filters import Filters


def missing(story_id: str) -> None:
    """Say that no story is chosen, or that the link's story is not in this corpus."""
    if story_id:
        st.warning(f"This corpus has no story “{escaped(story_id)}”. Choose one:")
    else:
        st.info("Choose a story: click its row.")


def steps(corpus: Corpus, chosen: Filters, position: int) -> None:
    """Previous and next in the same result, and where the story stands in it."""
    order = ordering.asked()
    before, after, place = stories.neighbours(
        corpus, chosen, order.order, position, order.seed, order.sort
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, icon, other in (
            ("Previous", "arrow_back", before),
            ("Next", "arrow_forward", after),
        ):
            st.button(
                label,
                key=f"step-{label}",
                icon=f":material/{icon}:",
                disabled=other is None,
                on_click=state.turn_to,
                args=(
                    corpus.texts["story_id"].iloc[other] if other is not None else "",
                ),
            )
        if place is None:
            st.caption("Not among the stories under the filters.")
        else:
            total = len(stories.ordered(corpus, chosen, *order))
            how = ordering.said(corpus, order)
            st.caption(f"{place + 1:,} of {total:,}, {how}")


def head(corpus: Corpus, position: int) -> None:
    """The headline, who ran it and when, and what it says."""
    facts, texts = corpus.stories.iloc[position], corpus.texts.iloc[position]
    parts = [
        escaped(cells.known(facts["provider_name"], "no provider")),
        dates.moment(facts["published_at"])
        if cells.has(facts["published_at"])
        else "no time",
        cells.known(facts["type"], "no type"),
        str(facts["state"]),
    ]
    st.title(escaped(texts["title"]), anchor=False)
    st.markdown(" · ".join(parts))
    if cells.has(texts["excerpt"]):
        st.markdown(escaped(texts["excerpt"]))
    with st.container(horizontal=True):
        url = safe_url(texts["web_url"]) or safe_url(texts["original_url"])
        if url:
            st.link_button(
                f"Read it at {escaped(urlsplit(url).netloc)}",
                url,
                icon=":material/open_in_new:",
            )
        video = safe_url(texts["video_url"])
        if video:
            st.link_button(
                f"Watch it at {escaped(urlsplit(video).netloc)}",
                video,
                icon=":material/play_circle:",
            )
        _picture(texts["image_url"])


def _picture(url: object) -> None:
    """The picture, only when asked for: loading it calls the provider's host."""
    address = safe_url(url) if cells.has(url) else None
    if address is None:
        return
    host = escaped(urlsplit(address).netloc)
    with st.popover("Picture", icon=":material/image:", on_change="rerun") as opened:
        st.caption(f"From {host}, which will see your address.")
        if opened.open and st.toggle("Load the picture"):
            st.image(address)


def numbers(corpus: Corpus, position: int, window: int) -> None:
    """Quality, heat in its parts, related links, breadth and lag, side by side."""
    facts = corpus.stories.iloc[position]
    reach = story.reach(corpus, position, window)
    with st.container(horizontal=True):
        st.metric("Quality", cells.number(facts["quality_score"]), border=True)
        st.metric(
            "Heat",
            "folded" if facts["is_folded"] else cells.number(facts["heat_score"]),
            help=f"Derived: quality + {heat.PER_RELATED} for each related story. It is no "
            "measure of popularity. Folded: it was made part of another story.",
            border=True,
        )
        st.metric(
            "Related links",
            f"{int(facts['related_count']):,}",
            help="After cleaning.",
            border=True,
        )
        st.metric(
            "Breadth",
            wording.count(reach.family_count, "provider"),
            help=f"Distinct families {wording.within(window)}, its own included.",
            border=True,
        )
        st.metric(
            "After the earliest",
            _place_in_time(reach),
            help="Of this story and those related to it in this corpus, within "
            f"{window} hours; carriers' copies aside: a copy may stand before it.",
            border=True,
        )


def _place_in_time(reach: story.Reach) -> str:
    """How long after the earliest of its coverage a story came, in words."""
    if reach.lag_hours is None:
        return "unknown"
    if abs(reach.lag_hours) < A_MINUTE:
        return "earliest"
    before = " before" if reach.lag_hours < 0 else ""
    return f"{wording.hours(reach.lag_hours)}{before}"
