"""The corpus that ships: whole, made up but for one story, and worth looking at."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

import loaders
from loaders import sample
from measures.filters import Filters
from measures.related import cocoverage, leads, scoops
from measures.what import cooccurrence, momentum
from measures.when import episodes

if TYPE_CHECKING:
    from loaders.corpus import Corpus

CONTENT: Final = Path(__file__).parents[2] / "content"
SEED: Final = "_news/2021-09-27-london-is-buying-heaps-of-facial-recognition-tech.md"
EVERYTHING: Final = Filters()

ADDRESS: Final = re.compile(r"https?://([^/\"\s?]+)")


def files(folder: Path) -> dict[str, bytes]:
    """The content of every file under a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The corpus that ships, read anew."""
    return loaders.load(CONTENT, use_index=False)


def test_nobody_edits_it_by_hand(tmp_path: Path) -> None:
    """It is what the command of its README writes, and the one real story."""
    readme = (CONTENT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"loaders sample (\d+) content --seed (\d+)", readme)
    assert command is not None
    sample.write(int(command[1]), tmp_path, int(command[2]))
    shipped, made = files(CONTENT), files(tmp_path)
    assert shipped.keys() - made.keys() == {"README.md", SEED}
    assert [
        path for path, content in made.items() if shipped.get(path) != content
    ] == []


def test_nothing_is_wrong_in_it(corpus: Corpus) -> None:
    """No problem, no unknown field; a few files repeat the address of another."""
    assert corpus.problems.empty
    assert corpus.unknown_fields.empty
    assert (len(corpus), len(corpus.duplicates)) == (401, 3)


def test_all_but_one_story_is_made_up() -> None:
    """Every address outside the real story lies where nobody can own it."""
    hosts = {
        host
        for path, content in files(CONTENT).items()
        if path not in {SEED, "README.md"}
        for host in ADDRESS.findall(content.decode())
    }
    assert {host for host in hosts if not host.endswith(".example")} == set()


def test_the_real_story_is_as_it_was(corpus: Corpus) -> None:
    """Its facts are those that were published."""
    at = corpus.texts["story_id"].tolist().index(Path(SEED).stem)
    text, facts = corpus.texts.iloc[at], corpus.stories.iloc[at]
    listed = corpus.related[corpus.related["story"] == at]
    assert text["title"] == "London is buying heaps of facial recognition tech"
    assert text["key_url"] == (
        "https://www.wired.co.uk/article/met-police-facial-recognition-new"
    )
    assert facts["provider_name"] == "Wired UK"
    assert facts["published_at"].isoformat() == "2021-09-27T05:00:00+00:00"
    assert (facts["quality_score"], facts["is_folded"]) == (39, True)
    assert not facts["has_secured"]
    assert listed["provider_name"].tolist() == [
        "Forbes",
        "7news",
        "Computer Weekly",
        "Stuff.co.nz",
        "Computing",
        "Biometric Companies",
    ]
    assert listed["quality_score"].tolist() == [89, 59, 44, 40, 39, 15]


def test_the_real_story_has_company(corpus: Corpus) -> None:
    """Made-up stories about the same topic lie around it."""
    at = corpus.texts["story_id"].tolist().index(Path(SEED).stem)
    near = abs(corpus.days - corpus.days[at]) <= 5
    story, topic = corpus.topic_pairs
    seeing = story[topic == corpus.topic_names.get_loc("Computer Vision")]
    assert near[seeing].sum() >= 5


def test_every_state_and_reason_occurs(corpus: Corpus) -> None:
    """Published, folded, below the gate, other and unknown; videos and carriers too."""
    stories = corpus.stories
    assert stories["state"].value_counts().min() >= 40
    assert set(stories["backlog_reason"].dropna()) == {"folded", "below gate", "other"}
    assert (stories["type"] == "video").sum() >= 20
    assert set(stories["carrier"].dropna()) == {"Newswall", "Dayboard"}
    assert not stories["has_origin"].all()
    assert stories["quality_score"].isna().sum() >= 20
    for count in ("repeat_count", "self_count"):
        assert stories[count].sum() > 0


def test_few_outlets_write_much_and_many_little(corpus: Corpus) -> None:
    """A long tail of families, some of them under two spellings."""
    families = corpus.stories["provider_family"].value_counts()
    assert 40 <= len(families) <= 60
    assert families.iloc[0] >= 20
    assert (families <= 2).sum() >= 10
    assert corpus.stories["provider_name"].nunique() > len(families) + 10


def test_an_umbrella_and_a_dozen_topics(corpus: Corpus) -> None:
    """One topic is on nearly every story, and twelve are of unequal size."""
    counts = corpus.story_topics["topic"].value_counts()
    assert len(counts) == len(corpus.topics) == 13
    assert counts.index[0] == "AI"
    assert counts.iloc[0] > 0.95 * len(corpus)
    assert counts.iloc[1] >= 3 * counts.iloc[-1]


def test_bursts_can_be_seen(corpus: Corpus) -> None:
    """As many episodes as a reader takes in at one glance."""
    assert 8 <= len(episodes.episodes(corpus, EVERYTHING).frame) <= 14


def test_coverage_can_be_compared(corpus: Corpus) -> None:
    """Leagues, credit gaps, pairs and momentum have enough to say something."""
    league = leads.league(corpus, EVERYTHING)
    gaps = scoops.ledger(corpus, EVERYTHING).frame
    moving = momentum.of_topics(corpus, EVERYTHING).frame["momentum_score"].dropna()
    together = cocoverage.of_providers(corpus, EVERYTHING).frame["npmi_score"]
    assert league.n >= 30
    assert (league.frame["coverage_count"] >= 10).sum() >= 8
    assert 0.15 <= len(gaps) / league.n <= 0.4
    assert together.notna().sum() >= 20
    assert len(cooccurrence.of_topics(corpus, EVERYTHING).frame) >= 20
    assert moving.min() < 0 < moving.max()


def test_lags_are_like_measured_ones(corpus: Corpus) -> None:
    """Most related stories follow within a day; some are a week away, before or after."""
    gaps = corpus.related["gap_hours"]
    low, middle, high = gaps.quantile([0.05, 0.5, 0.95])
    assert -100 < low < -40
    assert 3 < middle < 15
    assert 100 < high < 250
    assert 0.04 < (abs(gaps) > 7 * 24).mean() < 0.12
    seen_only = (corpus.related["target"] < 0).mean()
    assert 0.05 < seen_only < 0.3


def test_videos_are_linked_without_an_address(corpus: Corpus) -> None:
    """Most of them are filed, and found by provider, title and minute; some are seen."""
    related = corpus.related
    bare = related[~related["has_address"]]
    assert set(bare["type"]) == {"video"}
    assert (bare["target"] >= 0).sum() > 100
    assert (bare["target"] < 0).sum() > 10
    assert corpus.stories["unusable_count"].sum() == 0


def test_headlines_do_not_repeat(corpus: Corpus) -> None:
    """Only a carrier copy has the headline of another story, that of its origin."""
    texts = corpus.texts.assign(
        family=corpus.stories["provider_family"],
        is_copy=corpus.stories["carrier"].notna(),
    )
    again = texts[texts["title"].duplicated(keep=False)]
    for _, group in again.groupby("title"):
        assert group["is_copy"].sum() == len(group) - 1
    written = texts[~texts["is_copy"]]
    assert written["title"].is_unique
