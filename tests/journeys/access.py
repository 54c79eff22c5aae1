"""What stands in the way of readers who cannot see, or not well: axe-core looks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from tests.journeys.reader import Reader

GRAVE: Final = {"serious", "critical"}

# Vega calls the group around a chart's marks a symbol, but tells what it shows on the
# marks themselves; an empty group, and the one that draws a brush, have nothing to tell.
VEGAS_OWN: Final = 'aria-roledescription="'


def obstacles(reader: Reader) -> list[str]:
    """What stands in the way on the page as it is, by rule and element."""
    found = Axe().run(reader.page).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} {_why(node)}"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
        if not (rule["id"] == "svg-img-alt" and VEGAS_OWN in node["html"])
    ]


def _why(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return str(checks[0]["message"]) if checks else ""
