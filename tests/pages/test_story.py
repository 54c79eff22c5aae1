"""A story's page: what is known of it, its coverage, and the way to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from measures.health import heat
from tests.corpora import entry, story, write_corpus

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.pages.conftest import Open

LEAD: Final = "Story lead"


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One story with all there can be to it, and others around it.

    `lead` ran at 12:00; `early` an hour before, filed; a copy at MSN three hours
    after, filed; `seen` known from its list only; `far` five days later.
    """
    day = "2021-03-0{}T{:02}:00:00Z".format
    return write_corpus(
        tmp_path_factory.mktemp("paper") / "paper",
        [
            story("before", published_at=day(1, 1), provider="Else"),
            story("early", published_at=day(2, 11), provider="Early Bird"),
            story(
                "lead",
                published_at=day(2, 12),
                provider="The Paper",
                excerpt="What it is about.",
                topics=["AI", "Chips"],
                images=["https://pictures.example/1.png"],
                related=[
                    "early",
                    "copy",
                    entry("seen", published_at=day(2, 14), provider="Seen Only"),
                    entry("far", published_at=day(7, 12), provider="Far Away"),
                    entry("evil", url="javascript:alert(1)", title=None),
                    entry("timeless", published_at=None, provider="No Clock"),
                ],
            ),
            story(
                "copy",
                published_at=day(2, 15),
                provider="The Paper on MSN",
                domain="msn.com",
            ),
            story("video", kind="video", published_at=day(8, 1), provider="Else"),
            story("lonely", published_at=None, provider=None, published=None),
        ],
    )


def test_no_story_is_chosen(visit: Open, paper: Path) -> None:
    """Without a story in the link, the page asks for one and lists them all."""
    view = visit(paper, "story")
    assert view.says("Choose a story")
    assert len(view.table("choose-")) == 6
    assert view.faults() == []


@pytest.mark.parametrize("unknown", ["nothing", "LEAD", "../lead", "lead.md", "7"])
def test_an_unknown_story_is_said(visit: Open, paper: Path, unknown: str) -> None:
    """A story that is not there is named, and the others are offered."""
    view = visit(paper, "story", query={"story": unknown})
    assert view.says(f"This corpus has no story “{unknown}”.")
    assert len(view.table("choose-")) == 6
    assert view.faults() == []


def test_a_story_says_what_is_known(visit: Open, paper: Path) -> None:
    """Headline, provider, time, state, excerpt, scores, and every field of its file."""
    view = visit(paper, "story", query={"story": "lead"})
    assert view.faults() == []
    assert [title.value for title in view.at.title] == [LEAD]
    assert view.says("The Paper · 2 Mar 2021, 12:00 UTC · article · published")
    assert view.says("What it is about.")
    facts = view.facts()
    assert facts["Topics"] == "AI; Chips"
    assert facts["File"] == "_news/lead.md"
    assert facts["Entries dropped from its list"] == (
        "1 without an address, a title or a time"
    )
    metrics = view.metrics()
    assert metrics["Quality"] == "50"
    assert metrics["Heat"] == "170"
    assert metrics["Related links"] == "5"
    assert metrics["Breadth"] == "3 providers"
    assert metrics["After the earliest"] == "1 h"


def test_a_bare_story_says_what_is_not_known(visit: Open, paper: Path) -> None:
    """Without time, provider, state or coverage the page says so, and stands."""
    view = visit(paper, "story", query={"story": "lonely"})
    assert view.faults() == []
    assert view.says("no provider · no time · article · unknown")
    assert view.says("No related coverage of this story is known in this corpus.")
    assert view.nonsense() == []


def test_coverage_stands_in_order_of_time(visit: Open, paper: Path) -> None:
    """Each report with its part in the news; what has no time comes last."""
    view = visit(paper, "story", query={"story": "lead"})
    rows = view.table("members-")
    assert [
        (row.title, row.standing, row.filed) for row in rows.itertuples(index=False)
    ] == [
        ("Story early", "first report", "filed"),
        ("Story seen", "after", "seen only"),
        ("Story copy", "carried copy", "filed"),
        ("Story far", "after", "seen only"),
        ("Story timeless", "order unknown", "seen only"),
    ]
    assert view.says("Paler: 1 story more than 72 hours away, outside the window.")
    assert view.says("1 story without a time.")


@pytest.mark.parametrize("alone", [False, True], ids=["dashboard", "alone"])
def test_a_filed_report_opens_here(visit: Open, paper: Path, alone: bool) -> None:
    """A row that has a file of its own opens that story; the filters stay."""
    query = {"story": "lead", "topic": "AI"}
    view = visit(paper, "story", alone=alone, query=query).row("members-", 0)
    assert view.faults() == []
    assert view.query() == {"story": ["early"], "topic": ["AI"]}
    assert [title.value for title in view.at.title] == ["Story early"]


def test_a_point_lists_its_report_until_another_story_opens(
    visit: Open, paper: Path
) -> None:
    """A click on a filed report lists it; the list goes with the story it was of."""
    view = visit(paper, "story", query={"story": "lead"})
    view.pick("coverage", story_id="early")
    assert view.query() == {"story": ["lead"], "mark": ["coverage", "early"]}
    assert view.table("mark-coverage")["title"].tolist() == ["Story early"]
    view.row("members-", 0)
    assert view.query() == {"story": ["early"]}
    assert view.faults() == []


def test_a_seen_report_opens_at_its_host(visit: Open, paper: Path) -> None:
    """A row that is only seen stays here on a click; its address leads to its host."""
    view = visit(paper, "story", query={"story": "lead"})
    rows = view.table("members-")
    assert rows["address"].tolist()[1] == "https://seenonly.example/seen"
    view.row("members-", 1)
    assert view.query() == {"story": ["lead"]}


def test_a_copy_names_its_carrier(visit: Open, paper: Path) -> None:
    """A story on a carrier's domain is a copy of its origin's."""
    view = visit(paper, "story", query={"story": "copy"})
    facts = view.facts()
    assert facts["Carrier"] == "MSN"
    assert facts["Family"] == "The Paper"
    assert facts["Provider as written"] == "The Paper on MSN"


def test_a_narrow_window_leaves_reports_out(visit: Open, paper: Path) -> None:
    """Reports beyond the window of the link do not count, but stay in sight."""
    view = visit(paper, "story", query={"story": "lead", "window": "1"})
    assert view.metrics()["Breadth"] == "2 providers"
    assert len(view.table("members-")) == 5


def test_steps_follow_the_order_of_the_link(visit: Open, paper: Path) -> None:
    """Previous and next go through the result as it was sorted, end to end."""
    query = {"story": "before", "order": "oldest", "type": "article"}
    view = visit(paper, "story", query=query)
    walked = [view.query()["story"][0]]
    assert view.at.button(key="step-Previous").disabled
    while not view.at.button(key="step-Next").disabled:
        view.at.button(key="step-Next").click().run()
        walked += view.query()["story"]
    assert walked == ["before", "early", "lead", "copy", "lonely"]
    assert view.says("5 of 5")
    view.at.button(key="step-Previous").click().run()
    assert view.query() == {
        "story": ["copy"],
        "order": ["oldest"],
        "type": ["article"],
    }


def test_a_story_outside_the_filters_still_opens(visit: Open, paper: Path) -> None:
    """A shared story opens under whatever filters, and says that it is not of them."""
    view = visit(paper, "story", query={"story": "video", "type": "article"})
    assert view.faults() == []
    assert view.says("Not among the stories under the filters.")
    assert view.at.button(key="step-Next").disabled


def test_only_safe_addresses_become_links(visit: Open, paper: Path) -> None:
    """A story leads to its own page; a picture waits until it is asked for."""
    view = visit(paper, "story", query={"story": "lead"})
    links = [link.proto.url for link in view.at.get("link_button")]
    assert links == ["https://thepaper.example/lead"]
    assert not view.at.get("imgs")


def test_every_shipped_story_opens(visit: Open, folders: Mapping[str, Path]) -> None:
    """Each twentieth story of the corpus that ships, one after the other."""
    names = sorted(path.stem for path in (folders["shipped"] / "_news").glob("*.md"))
    view = visit(folders["shipped"], "story")
    for name in names[::20]:
        view.follow({"story": name})
        assert view.faults() == [], name
        assert view.nonsense() == [], name


def test_a_copy_may_stand_before_the_first_report(visit: Open, tmp_path: Path) -> None:
    """Carriers' copies are never first reports: a copy before one is told as before."""
    folder = write_corpus(
        tmp_path / "paper",
        [
            story(
                "copy",
                published_at="2021-03-02T07:00:00Z",
                provider="Other on MSN",
                domain="msn.com",
                related=["own"],
            ),
            story("own", published_at="2021-03-02T12:00:00Z", provider="The Paper"),
        ],
    )
    view = visit(folder, "story", query={"story": "copy"})
    assert view.metrics()["After the earliest"] == "5 h before"


def test_the_helps_have_the_numbers_of_the_measures(
    visit: Open, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the window that the reader set, and of what heat is made of."""
    monkeypatch.setattr(heat, "PER_RELATED", 97)
    view = visit(paper, "story", query={"story": "lead", "window": "1"})
    helps = {metric.label: metric.help for metric in view.at.metric}
    assert "quality + 97 for each related story" in helps["Heat"]
    assert helps["Breadth"] == "Distinct families within 1 hour, its own included."
