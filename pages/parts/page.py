"""Opening a page: the corpus, the filters, and the head that all pages share."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from loaders import ContentError
from measures import dates
from measures.filters import EVERYTHING, Filters
from measures.who import providers
from pages.charts import wording
from pages.parts import asked, checks, navigation, renewal, source, state
from pages.parts.escape import escaped
from pages.parts.filtering import chips, sidebar

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.delta_generator import DeltaGenerator

    from loaders.corpus import Corpus

_prepared: ContextVar[tuple[Corpus, Filters] | None] = ContextVar(
    "prepared", default=None
)

EARLY = "is_early"
"""Whether this reader sees the first few files of a corpus that is still being read."""

STYLE = navigation.FOLDER / "parts" / "style.css"


def prepare() -> None:
    """Load the corpus and draw what surrounds every page: masthead and filters.

    dashboard.py calls it before a page runs; a page that runs alone calls it itself.
    Where there is no corpus, it says so and ends the run.
    """
    st.html(STYLE)
    corpus = _corpus()
    chosen, ignored = state.read(corpus)
    navigation.menu(chosen)
    _masthead(corpus)
    asked.ignored(ignored)
    sidebar.show(corpus, chosen)
    _live(corpus.version, corpus.files_count if corpus.is_early else 0)
    _prepared.set((corpus, chosen))


def open(  # noqa: A001 - page.open(...) reads as a sentence
    title: str, *, question: str = "", narrows: bool = True, compares: bool = True
) -> tuple[Corpus, Filters]:
    """The corpus and the filters of this run, under the page's head.

    Args:
        title: The page's name, as in the menu; empty where the page has its own.
        question: What it answers, in a line.
        narrows: The page shows the stories under the filters: with none left it says
            which filter to relax, and the run ends.
        compares: Its head offers to compare the view.
    """
    if _prepared.get() is None:
        _alone(title)
    prepared = _prepared.get()
    _prepared.set(None)
    if prepared is None:
        st.stop()
    corpus, chosen = prepared
    if title:
        with st.container(
            horizontal=True, vertical_alignment="bottom", key="page-head"
        ):
            st.title(title, anchor=False, width="content")
            st.caption(question, width="content")
    chips.show(chosen, compares=compares)
    if narrows and not chosen.mask(corpus).any():
        nothing(corpus, chosen)
        st.stop()
    return corpus, chosen


def _alone(title: str) -> None:
    """Run without dashboard.py: in a test, or as a server's very first visit.

    Until `st.navigation` was called once, Streamlit answers the address of a page with
    its file alone. Then name the pages and begin again, now through dashboard.py.
    """
    context = get_script_run_ctx()
    if context is not None and context.pages_manager.main_script_path.endswith(
        "dashboard.py"
    ):
        st.navigation(navigation.pages(), position="hidden")
        st.rerun()
    st.set_page_config(
        page_title=f"{title} · Broadsheet",
        page_icon=str(navigation.ICON),
        layout="wide",
    )
    prepare()


def _corpus() -> Corpus:
    place = st.empty()
    try:
        # A link may ask for what the first few files do not hold; a click cannot.
        is_early_enough = st.session_state.get(EARLY, not state.address())
        corpus = source.current(_teller(place), is_early_enough=is_early_enough)
    except ContentError as error:
        st.title("Broadsheet", anchor=False)
        st.error(escaped(error), icon=":material/folder_off:")
        st.markdown(
            "Broadsheet reads a folder of Markdown files with YAML front matter. Point it "
            "at one with `make run CONTENT=DIR`, with "
            "`streamlit run dashboard.py -- --content DIR`, or with the environment "
            "variable `BROADSHEET_CONTENT`. What a story looks like stands in "
            "`content/README.md`."
        )
        _live("")  # begins anew as soon as there is one
        if error.corpus is not None:
            checks.problems(error.corpus, EVERYTHING)
            checks.passed_over(error.corpus, EVERYTHING)
        st.stop()
    place.empty()
    st.session_state[EARLY] = corpus.is_early
    return corpus


def _teller(place: DeltaGenerator) -> Callable[[int, int], None]:
    """Shows how many of how many files are read, while they are."""

    def tell(done: int, total: int) -> None:
        place.progress(*_told(done, total))

    return tell


def _told(done: int, total: int) -> tuple[float, str]:
    """A share of 1 and the line for a progress bar."""
    if done == total:
        return 1.0, f"All {total:,} files are read, and now put together"
    return done / total, f"{done:,} of {total:,} files read"


@st.fragment(run_every=renewal.LOOK_SECONDS)
def _live(version: str, early_count: int = 0) -> None:
    """Begin the page anew when the corpus on disk is not of this version any more.

    Args:
        version: What the page shows; empty where there is no corpus.
        early_count: The files that it shows before all are read, if so.
    """
    renewal.banner()
    if early_count and (so_far := source.reading()) is not None:
        share, line = _told(*so_far)
        st.progress(
            share,
            f"{line}. Until that is done, every figure is of the last {early_count:,} "
            "by name alone.",
        )
    try:
        now = source.current(is_early_enough=bool(early_count)).version
    except ContentError:
        now = ""  # the page begun anew says what is wrong
    if now != version:
        st.rerun()


def _masthead(corpus: Corpus) -> None:
    who = providers.count(corpus, EVERYTHING)
    span = corpus.span
    when = (
        dates.span(dates.to_date(span[0]), dates.to_date(span[1]))
        if span
        else "no dates"
    )
    with st.container(horizontal=True, key="masthead", vertical_alignment="bottom"):
        st.markdown("**Broadsheet**", width="content")
        st.markdown(
            f"{escaped(source.name(corpus))}\u2002·\u2002{when}\u2002·\u2002"
            f"{wording.stories(len(corpus))} from {wording.count(who, 'provider')}",
            width="content",
        )


def nothing(corpus: Corpus, chosen: Filters) -> None:
    """Say that no story is left, and offer to relax the filters one by one."""
    st.subheader("No story matches all of this", anchor=False)
    clauses = list(chosen.clauses())
    if not clauses:
        st.write("The corpus holds no story.")
        return
    st.write("Drop a filter to see more:")
    for clause in clauses:
        relaxed = chosen.without(*clause.fields)
        count = int(relaxed.mask(corpus).sum())
        st.button(
            f"Drop **{escaped(clause.says(chosen))}**: {wording.stories(count)}",
            key=f"relax_{clause.fields[0]}",
            on_click=state.setter(relaxed),
            disabled=not count,
        )
