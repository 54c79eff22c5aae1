"""The four figures equal a count made from the files, without loaders and measures."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

import loaders
from measures import totals
from measures.filters import EVERYTHING, Filters
from measures.when.periods import Change
from tests.corpora import corpus_of, entry, story
from tests.measures.six import SIX, six, timeless

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from loaders.corpus import Corpus

Front = dict[str, Any]


def counted(corpus: Corpus, chosen: Filters) -> dict[str, int]:
    """The four figures by their names."""
    return {total.name: total.change.now for total in totals.totals(corpus, chosen)}


def test_nothing_is_counted_as_0() -> None:
    """The four are there all the same, in their order."""
    found = totals.totals(six(), Filters(words="nothing"))
    assert [total.name for total in found] == [
        "Stories",
        "Providers",
        "Topics",
        "Related coverage",
    ]
    assert [total.change for total in found] == [Change(0)] * 4
    assert {sum(total.course) for total in found} == {0}


def test_a_corpus_without_times_has_no_course() -> None:
    """Its stories are counted; there is no line to draw."""
    found = totals.totals(timeless(), EVERYTHING)
    assert [total.change.now for total in found] == [1, 0, 0, 0]
    assert [total.course for total in found] == [()] * 4


def test_six_are_counted() -> None:
    """Six stories by three families, about three topics, with three related links."""
    assert list(counted(six(), EVERYTHING).values()) == [6, 3, 3, 3]
    assert list(counted(six(), Filters(by="domain")).values()) == [6, 4, 3, 3]
    assert list(counted(six(), Filters(topic=("AI",))).values()) == [3, 2, 2, 3]


def test_a_course_counts_in_equal_parts() -> None:
    """Three days in three parts; providers and topics are distinct in each part."""
    chosen = Filters(first=date(2021, 1, 4), last=date(2021, 1, 6))
    assert {total.name: total.course for total in totals.totals(six(), chosen)} == {
        "Stories": (2, 1, 0),
        "Providers": (2, 1, 0),
        "Topics": (2, 1, 0),
        "Related coverage": (2, 1, 0),
    }


def test_a_course_is_bounded_and_holds_every_dated_story() -> None:
    """Parts of a long range hold many days."""
    corpus = corpus_of(
        *(
            story(f"s{year}", published_at=f"{year}-01-01")
            for year in range(1990, 2021)
        ),
        story("z", published_at=None),
    )
    stories = totals.totals(corpus, EVERYTHING)[0]
    assert stories.change.now == 32
    assert len(stories.course) == totals.SPARK_BINS
    assert sum(stories.course) == 31


def test_each_figure_is_compared_with_the_period_before() -> None:
    """Tuesday's story after Monday's two."""
    chosen = Filters(first=date(2021, 1, 5), last=date(2021, 1, 5))
    found = totals.totals(six(), chosen)
    assert [total.change.now for total in found] == [1, 1, 1, 1]
    assert [total.change.before for total in found] == [2, 2, 2, 2]
    assert [total.is_sum for total in found] == [True, False, False, True]


# What follows reads the files as anybody would who has only content/README.md.


def fronts(folder: Path) -> list[Front]:
    """The front matter of each story, the first of those that share an address."""
    found: dict[str, Front] = {}
    for path in sorted(folder.rglob("*.md"), key=lambda file: file.as_posix()):
        text = path.read_text(encoding="utf-8")
        front = yaml.load(text.split("\n---", 1)[0], Loader=yaml.CSafeLoader)
        if isinstance(front, dict) and front.get("category") == "news":
            found.setdefault(address(front), front)
    return list(found.values())


def address(front: Front) -> str:
    """The key URL, empty where there is none; no parameters of a campaign are known."""
    url = str(front.get("webUrl") or front.get("originalUrl") or "").split("#")[0]
    return re.sub(r"^\w+://[^/]+", lambda found: found[0].lower(), url).rstrip("/")


def moment(front: Front) -> datetime | None:
    """The time of publication, which YAML takes for UTC where it names no zone."""
    at = front.get("publishedDateTime")
    if not isinstance(at, datetime):
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def name(front: Front) -> str:
    """The provider's name as written."""
    return str(front["provider"]["name"]).strip() if front.get("provider") else ""


def bare(front: Front) -> tuple[str, str, str] | None:
    """What an entry without an address is known by; None where it lacks one of these."""
    title, at = front.get("title"), front.get("publishedDateTime")
    if not title or at is None:
        return None
    who = (front.get("provider") or {}).get("name") or ""
    return str(who).strip(), " ".join(str(title).casefold().split()), f"{at}"[:16]


def by_hand(stories: list[Front], wanted: Callable[[Front], bool]) -> dict[str, int]:
    """The four figures over the stories that are wanted, providers by their names."""
    held = [front for front in stories if wanted(front)]
    links = 0
    known = {bare(front): address(front) for front in reversed(stories)}
    for front in held:
        listed = {
            address(item) or known.get(bare(item), bare(item))
            for item in front.get("related") or []
        }
        links += len(listed - {address(front), None})
    topics = {topic for front in held for topic in front.get("topics") or [] if topic}
    return {
        "Stories": len(held),
        "Providers": len({name(front) for front in held} - {""}),
        "Topics": len(topics),
        "Related coverage": links,
    }


def in_days(front: Front, first: date, last: date) -> bool:
    """The UTC day of publication lies in a range, ends included."""
    at = moment(front)
    return at is not None and first <= at.date() <= last


def has_word(front: Front, word: str) -> bool:
    """The word occurs in title or excerpt, case aside."""
    texts = [str(front.get(key) or "").lower() for key in ("title", "excerpt")]
    return any(word in text for text in texts)


@cache
def forty() -> Corpus:
    """Forty stories, three of which share an address with an earlier one."""
    return corpus_of(*FORTY)


TOPICS: Final[tuple[tuple[str | None, ...] | None, ...]] = (
    ("AI",),
    ("AI", "Chips", None),
    (),
    None,
    ("Robots", "AI"),
)

FORTY: Final = [
    story(
        f"s{i:02}",
        title=f"Robots and chips {i}" if i % 3 else f"Chips alone {i}",
        excerpt="Prices RISE again" if i % 4 == 0 else None,
        provider=["One", "Two", "Two on MSN", "Three", None][i % 5],
        domain="msn.com" if i % 5 == 2 else None,
        url=f"https://shared.example/{i // 8}" if i % 8 < 2 and i > 20 else "",
        topics=TOPICS[i % 5],
        published_at=f"2021-0{1 + i % 6}-{1 + i % 28:02}T{i % 24:02}:30:00Z"
        if i % 11
        else None,
        published=[True, False, None][i % 3],
        kind="video" if i % 7 == 0 else "article",
        related=[
            *(entry(f"x{j}", provider=f"Seen {j}") for j in range(i % 4)),
            *([entry("x0", provider="Seen 0")] if i % 6 == 0 else []),
            *(["s01"] if i % 5 == 1 else []),
        ],
    )
    for i in range(40)
]

SPRING: Final = (date(2021, 2, 10), date(2021, 5, 20))

ASKED: Final[list[tuple[Filters, Callable[[Front], bool]]]] = [
    (EVERYTHING, lambda _: True),
    (Filters(provider=("One", "Three")), lambda front: name(front) in {"One", "Three"}),
    (Filters(topic=("Chips",)), lambda front: "Chips" in (front.get("topics") or [])),
    (Filters(first=SPRING[0], last=SPRING[1]), lambda front: in_days(front, *SPRING)),
    (Filters(words="rise"), lambda front: has_word(front, "rise")),
    (
        Filters(words="Chips -robots"),
        lambda front: has_word(front, "chips") and not has_word(front, "robots"),
    ),
    (Filters(state=("published",)), lambda front: front.get("published") is True),
    (Filters(state=("unknown",)), lambda front: front.get("published") is None),
    (
        Filters(
            provider=("One", "Two"),
            topic=("AI",),
            first=SPRING[0],
            last=SPRING[1],
            words="chips",
            state=("published", "unpublished"),
        ),
        lambda front: (
            name(front) in {"One", "Two"}
            and "AI" in (front.get("topics") or [])
            and in_days(front, *SPRING)
            and has_word(front, "chips")
            and front.get("published") is not None
        ),
    ),
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The forty stories as files."""
    from tests.corpora import write_corpus  # noqa: PLC0415 - only this test needs files

    return write_corpus(tmp_path_factory.mktemp("forty"), FORTY)


@pytest.mark.parametrize(
    ("chosen", "wanted"), ASKED, ids=[chosen.describe() for chosen, _ in ASKED]
)
def test_totals_equal_a_count_from_the_files(
    written: Path, chosen: Filters, wanted: Callable[[Front], bool]
) -> None:
    """Two providers, a topic, a range, words, a state, and all of them at once."""
    expected = by_hand(fronts(written), wanted)
    assert expected["Stories"] > 0
    assert counted(forty(), chosen.with_(by="name")) == expected


def test_copies_are_counted_once(written: Path) -> None:
    """Three of the forty files repeat an address, so there are fewer stories."""
    assert len(list(written.rglob("*.md"))) == 40
    assert len(forty()) == len(fronts(written)) < 40


def test_a_count_by_hand_counts() -> None:
    """The count above is one: on the six stories it says what their table says."""
    fields = [filed.fields for filed in SIX]
    assert by_hand(fields, lambda _: True)["Providers"] == 4
    assert by_hand(fields, lambda front: "AI" in (front.get("topics") or [])) == {
        "Stories": 3,
        "Providers": 3,
        "Topics": 2,
        "Related coverage": 0,
    }


def test_totals_of_a_real_corpus_equal_a_count_from_its_files(
    real_corpus: Path,
) -> None:
    """Hundreds of real files, under a word that some of them hold and a state."""
    stories = fronts(real_corpus / "_news") or fronts(real_corpus)
    corpus = loaders.load(real_corpus)
    for chosen, wanted in (
        (EVERYTHING, lambda _: True),
        (Filters(words="new"), lambda front: has_word(front, "new")),
        (Filters(state=("published",)), lambda front: front.get("published") is True),
    ):
        assert counted(corpus, chosen.with_(by="name")) == by_hand(stories, wanted)
