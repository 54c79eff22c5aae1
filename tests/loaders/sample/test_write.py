"""A made-up corpus: as many stories as asked for, the same for the same seed."""

from __future__ import annotations

import json
import random
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final, cast

import pytest
import yaml

from loaders import sample
from loaders.sample import rendering

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.sample.stories import Story

ROUND: Final = 130
"""Stories after which one file repeats the address of another."""


def files(folder: Path) -> dict[str, str]:
    """The text of every file under a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def stories(folder: Path) -> list[dict[str, object]]:
    """The front matter of every story, in order of the paths."""
    return [
        yaml.load(text.split("---\n")[1], Loader=yaml.CSafeLoader)
        for path, text in files(folder).items()
        if path.startswith("_news/")
    ]


def test_fewer_than_none_is_refused(tmp_path: Path) -> None:
    """The message says what was asked for, and nothing is written."""
    with pytest.raises(ValueError, match="at least 0 stories, not -1"):
        sample.write(-1, tmp_path / "new", 0)
    assert not (tmp_path / "new").exists()


def test_no_stories(tmp_path: Path) -> None:
    """Topics and carriers stand ready even so."""
    sample.write(0, tmp_path, 0)
    made = files(tmp_path)
    assert len(made) == 14
    assert "_data/carriers.yaml" in made
    assert not [path for path in made if path.startswith("_news/")]


@pytest.mark.parametrize("n", [1, 2, 5, 29, 130, 261])
def test_exactly_as_many_as_asked_for(tmp_path: Path, n: int) -> None:
    """N addresses, and a file more for each full round of stories."""
    sample.write(n, tmp_path, 3)
    made = stories(tmp_path)
    assert len({str(one.get("webUrl") or one["originalUrl"]) for one in made}) == n
    assert len(made) == n + n // ROUND


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever else drew numbers before."""
    sample.write(60, tmp_path / "a", 7)
    random.seed(1)
    sample.write(60, tmp_path / "b", 7)
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_another_seed_gives_another_corpus(tmp_path: Path) -> None:
    """No story of one is a story of the other."""
    sample.write(60, tmp_path / "a", 7)
    sample.write(60, tmp_path / "b", 8)
    made, other = files(tmp_path / "a"), files(tmp_path / "b")
    common = made.keys() & other.keys()
    assert {path for path in common if path.startswith("_news/")} == set()


def test_a_folder_is_made_and_kept(tmp_path: Path) -> None:
    """What lies there already stays."""
    place = tmp_path / "deep" / "down"
    place.mkdir(parents=True)
    (place / "README.md").write_text("mine", encoding="utf-8")
    sample.write(3, place, 0)
    assert (place / "README.md").read_text(encoding="utf-8") == "mine"


def test_small_corpora_lie_in_one_folder(tmp_path: Path) -> None:
    """A file is named after its day and title, and lies in the folder of the stories."""
    sample.write(50, tmp_path, 1)
    name = re.compile(r"_news/202[01]-\d\d-\d\d-[a-z0-9-]+\.md")
    paths = [path for path in files(tmp_path) if path.startswith("_news/")]
    assert [path for path in paths if not name.fullmatch(path)] == []


def test_large_corpora_have_a_folder_for_each_month(tmp_path: Path) -> None:
    """The month of the folder is that of the file."""
    sample.write(2001, tmp_path, 1)
    paths = [path for path in files(tmp_path) if path.startswith("_news/")]
    assert len(paths) == 2001 + 2001 // ROUND
    months = {(path.split("/")[1], path.split("/")[2][:7]) for path in paths}
    assert len(months) >= 17
    assert all(folder == month for folder, month in months)


def test_times_lie_in_the_span(tmp_path: Path) -> None:
    """From July 2020 to the end of 2021, in UTC and with seconds."""
    sample.write(300, tmp_path, 2)
    times = [str(one["publishedDateTime"]) for one in stories(tmp_path)]
    assert min(times) >= "2020-06-30"
    assert max(times) < "2022-01-01"
    assert {time[19:] for time in times} == {"+00:00"}


def test_heat_is_derived(tmp_path: Path) -> None:
    """Quality and 20 for each entry, -1 where folded, and off by 20 or 40 now and then."""
    sample.write(400, tmp_path, 4)
    differing = 0
    for one in stories(tmp_path):
        assert ("heat" in one) == ("published" in one)
        if "heat" not in one or one["heat"] == -1:
            continue
        related = one.get("related", [])
        assert isinstance(related, list)
        heat, quality = one["heat"], one["quality"]
        assert isinstance(heat, int)
        assert isinstance(quality, int)
        slip = heat - quality - 20 * len(related)
        assert slip in {0, -40, -20, 20}
        differing += slip != 0
    assert 0 < differing < 10


def test_qualities_and_lists_keep_their_bounds(tmp_path: Path) -> None:
    """11 to 189, and at most 39 entries."""
    sample.write(1200, tmp_path, 5)
    made = stories(tmp_path)
    qualities = [q for one in made if isinstance(q := one.get("quality"), int)]
    assert min(qualities) >= 11
    assert max(qualities) <= 189
    lists = [r for one in made if isinstance(r := one.get("related"), list)]
    assert max(len(entries) for entries in lists) <= 39
    assert json.dumps(made, default=str).count("secured") == 0


def test_videos_in_lists_have_no_address(tmp_path: Path) -> None:
    """As real corpora have it; what else is listed has one."""
    sample.write(400, tmp_path, 7)
    lists = [
        r for one in stories(tmp_path) if isinstance(r := one.get("related"), list)
    ]
    entries = [entry for entries in lists for entry in entries]
    assert {entry["type"] for entry in entries} == {"article", "video"}
    assert [e for e in entries if (e["webUrl"] == "") != (e["type"] == "video")] == []


def test_a_story_of_many_has_four_related_ones(tmp_path: Path) -> None:
    """Real corpora of that size have 4.3, and up to 39 in one list."""
    sample.write(1600, tmp_path, 8)
    related = [one.get("related", []) for one in stories(tmp_path)]
    counts = [len(entries) for entries in related if isinstance(entries, list)]
    assert 3.5 < sum(counts) / 1600 < 5
    assert max(counts) > 15


@pytest.mark.parametrize(("slip", "heat"), [(-20, 11), (-10, 1), (20, 31)])
def test_a_heat_that_slipped_is_none_below_zero(slip: int, heat: int) -> None:
    """It would be no heat, or that of a folded story."""
    story = SimpleNamespace(
        quality=11, published=True, related=[], is_folded=False, heat_slip=slip
    )
    told = rendering._scores(cast("Story", story))
    assert told == f"quality: 11\nheat: {heat}\npublished: true\n"


def test_more_stories_bring_more_outlets(tmp_path: Path) -> None:
    """Fewer than in proportion: an outlet writes more, too."""
    found = {}
    for n in (400, 1200):
        sample.write(n, tmp_path / str(n), 6)
        providers = [one["provider"] for one in stories(tmp_path / str(n))]
        found[n] = len({p["domain"] for p in providers if isinstance(p, dict)})
    assert found[400] < found[1200] < found[400] * 3
