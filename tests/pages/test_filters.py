"""What a reader sets in the sidebar, in chips and in facets is in the address."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.pages.counting import Asked, Files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.pages.conftest import Open

WIDGETS: Final = [
    ("words", "robot", {"q": ["robot"]}),
    ("first", date(2021, 3, 1), {"from": ["2021-03-01"]}),
    ("last", date(2021, 3, 1), {"to": ["2021-03-01"]}),
    ("provider", ["Civic Code"], {"provider": ["Civic Code"]}),
    ("not_provider", ["Civic Code"], {"not_provider": ["Civic Code"]}),
    (
        "topic",
        ["Robotics", "Regulation"],
        {"topic": ["Robotics", "Regulation"]},
    ),
    ("not_topic", ["Robotics"], {"not_topic": ["Robotics"]}),
    ("type", ["video"], {"type": ["video"]}),
    ("state", ["unknown"], {"state": ["unknown"]}),
    ("reason", ["folded"], {"reason": ["folded"]}),
    ("carrier", ["Newswall"], {"carrier": ["Newswall"]}),
    ("quality", (40, 80), {"quality": ["40", "80"]}),
    ("weekday", ["Sunday"], {"weekday": ["Sunday"]}),
    ("hour", [9, 14], {"hour": ["9", "14"]}),
    ("lacks", ["a picture"], {"lacks": ["a picture"]}),
    ("by", "domain", {"by": ["domain"]}),
    ("grain", "month", {"grain": ["month"]}),
    ("window", 24, {"window": ["24"]}),
]


@pytest.mark.parametrize(("key", "value", "query"), WIDGETS)
def test_a_widget_writes_the_address(
    visit: Open,
    folders: Mapping[str, Path],
    key: str,
    value: Any,  # noqa: ANN401 - as the widget has it
    query: dict[str, list[str]],
) -> None:
    """What is chosen is in the address at once, and stays chosen on the next page."""
    view = visit(folders["shipped"], "stories")
    before, start = view.widget(key).value, view.query()
    view.widget(key).set_value(value).run()
    assert view.faults() == []
    assert (start, view.query()) == ({}, query)
    view.go("providers")
    assert view.widget(key).value == value
    view.widget(key).set_value(before).run()
    assert view.query() == {}


def test_a_second_filter_keeps_the_first(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """Filters add up, and parameters of the page itself stay."""
    query = {"topic": "Robotics", "order": "oldest", "junk": "1"}
    view = visit(folders["shipped"], "stories", query=query)
    view.at.sidebar.multiselect(key="provider").set_value(["Civic Code"]).run()
    assert view.query() == {
        "topic": ["Robotics"],
        "provider": ["Civic Code"],
        "order": ["oldest"],
        "junk": ["1"],
    }


@pytest.mark.parametrize(
    ("chip", "said", "left"),
    [
        ("chip_provider", "by Civic Code or Wired UK", {"topic", "from", "to", "q"}),
        ("chip_topic", "about AI", {"provider", "from", "to", "q"}),
        (
            "chip_first",
            "from September 2020 to October 2021",
            {"provider", "topic", "q"},
        ),
        (
            "chip_words",
            "with “a” in title or excerpt",
            {"provider", "topic", "from", "to"},
        ),
    ],
)
def test_a_chip_clears_its_filter(
    visit: Open, folders: Mapping[str, Path], chip: str, said: str, left: set[str]
) -> None:
    """A chip says its filter in words; a click takes it, and only it, away."""
    asked = Asked(
        providers=("Civic Code", "Wired UK"),
        topics=("AI",),
        first=date(2020, 9, 1),
        last=date(2021, 10, 31),
        words=("a",),
    )
    view = visit(folders["shipped"], query=asked.query())
    assert view.buttons()[chip].startswith(said)
    view.at.button(key=chip).click().run()
    assert set(view.query()) == left
    assert chip not in view.buttons()


def test_clear_all_clears_all_filters(visit: Open, folders: Mapping[str, Path]) -> None:
    """How is counted stays as the reader chose it; what is counted is everything."""
    query = {"provider": ["civiccode.example"], "type": ["article"], "by": ["domain"]}
    view = visit(folders["shipped"], query=query)
    assert "clear_all" in view.buttons()
    view.at.button(key="clear_all").click().run()
    assert view.query() == {"by": ["domain"]}
    assert not [k for k in view.buttons() if k.startswith(("chip_", "clear_all"))]


def test_facets_count_what_choosing_would_show(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """Each provider and topic beside its number; pressing it shows that many stories."""
    view = visit(folders["shipped"], query={"type": "video"})
    for field in ("provider", "topic"):
        options = _facet(view.at, field)
        assert 1 <= len(options) <= 6
        name, count = options[0]
        chosen = view.at.sidebar.button_group(key=f"facet_{field}").set_value([name])
        chosen.run()
        assert view.query() == {"type": ["video"], field: [name]}
        assert view.metrics()["Stories"] == count
        view.at.sidebar.button_group(key=f"facet_{field}").set_value([]).run()
        assert view.query() == {"type": ["video"]}


def test_a_facet_keeps_what_it_does_not_show(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """A provider chosen elsewhere stays when another is pressed in the facet."""
    view = visit(folders["shipped"], query={"provider": ["Wired UK"]})
    leading = next(
        name for name, _ in _facet(view.at, "provider") if name != "Wired UK"
    )
    facet = view.at.sidebar.button_group(key="facet_provider")
    assert facet.value == ["Wired UK"]
    facet.set_value(["Wired UK", leading]).run()
    assert view.query() == {"provider": ["Wired UK", leading]}


def test_an_empty_view_offers_to_relax(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """It says how many stories each filter hides, and a click drops that filter."""
    asked = Asked(providers=("Wired UK",), topics=("Robotics",))
    files = Files(folders["shipped"])
    robotics = files.totals(Asked(topics=("Robotics",)))
    assert files.totals(asked)["Stories"] == "0"
    view = visit(folders["shipped"], query=asked.query())
    for page in ("overview", "providers", "topics", "timeline", "stories", "health"):
        view.go(page)
        assert view.faults() == []
        assert view.says("No story matches all of this")
        offers = {k: v for k, v in view.buttons().items() if k.startswith("relax_")}
        assert offers == {
            "relax_provider": f"Drop **by Wired UK**: {robotics['Stories']} stories",
            "relax_topic": "Drop **about Robotics**: 1 story",
        }
    view.at.button(key="relax_topic").click().run()
    assert view.query() == {"provider": ["Wired UK"]}
    assert not view.says("No story matches all of this")


def test_the_link_to_copy_is_the_address(
    visit: Open, folders: Mapping[str, Path]
) -> None:
    """The popover holds every filter, and what belongs to the page."""
    query = {"topic": ["AI Ethics"], "order": ["oldest"], "state": ["published"]}
    view = visit(folders["shipped"], "stories", query=query)
    (code,) = view.at.code
    assert code.value.endswith("?topic=AI+Ethics&state=published&order=oldest")


def _facet(at: Any, field: str) -> list[tuple[str, str]]:  # noqa: ANN401 - an AppTest
    """The names of a facet with their counts as shown."""
    group = at.sidebar.button_group(key=f"facet_{field}")
    labels = [option.content for option in group.proto.options]
    pairs = [label.rpartition(" \u2009") for label in labels]
    return [(name.replace("\\", "").replace("\u2060", ""), n) for name, _, n in pairs]


BEYOND_WIDGETS: Final = [
    {"from": ["1500-01-01"], "to": ["2500-12-31"]},
    {"quality": ["0", "999"]},
]


@pytest.mark.parametrize("query", BEYOND_WIDGETS)
def test_another_filter_keeps_what_no_widget_can_show(
    visit: Open, folders: Mapping[str, Path], query: dict[str, list[str]]
) -> None:
    """A link may hold days and scores that a widget has no room for."""
    view = visit(folders["shipped"], "stories", query=query)
    assert view.faults() == []
    view.widget("words").set_value("robot").run()
    assert view.query() == {**query, "q": ["robot"]}
