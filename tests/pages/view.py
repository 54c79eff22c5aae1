"""A page as a reader has it before them, without a browser.

Streamlit's AppTest runs the script and keeps what it would send. What a reader does is
sent back as a browser would: clicks on charts and tables too, for which AppTest has no
words of its own.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import parse_qs

import pandas as pd
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from pages.charts.columns import MISSING
from pages.parts.chapters import OF_PAGES
from pages.parts.navigation import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Query = Mapping[str, str | Sequence[str]]

CHAPTERS: Final = [
    (page, chapter) for page, chapters in OF_PAGES.items() for chapter in chapters
]
"""Each chapter, with the page that it is of."""
ROOT: Final = Path(__file__).parents[2]
PATIENCE_S: Final = 60
"""The first run of all imports pandas, altair and the pages."""

NONSENSE: Final = re.compile(
    r"\b(nan|NaT|None|null)\b|<NA>|\[\]|\{\}|"
    r"\b1 (days|stories|providers|topics|links|reports|files|problems)\b|"
    r"\binf\b"
)
"""What a missing value or a count of one looks like where nobody thought of it."""

WORDS: Final = ("markdown", "caption", "title", "subheader", "info", "warning", "error")


class View:
    """One page of one reader.

    Args:
        page: One of PAGES.
        alone: Run the page's file by itself, not through dashboard.py.
        query: The parameters of the link by which it is opened.

    "More filters" is open from the start.

    Attributes:
        at: Streamlit's AppTest, for what is not said here.
    """

    def __init__(
        self,
        page: str = "overview",
        *,
        alone: bool = False,
        query: Query | None = None,
    ) -> None:
        script = f"pages/{page}.py" if alone else "dashboard.py"
        self.at = AppTest.from_file(str(ROOT / script), default_timeout=PATIENCE_S)
        self.at.session_state["more_filters"] = True
        self.follow(query or {})
        if not alone and page != "overview":
            self.go(page)

    def go(self, page: str) -> Self:
        """Open another page from the menu; the filters go along."""
        self.at.switch_page(f"pages/{page}.py").run()
        return self

    def follow(self, query: Query) -> Self:
        """Follow a link to this page with these parameters and no others."""
        self.at.query_params.clear()
        for name, value in query.items():
            self.at.query_params[name] = value if isinstance(value, str) else [*value]
        self.at.run()
        return self

    def query(self) -> dict[str, list[str]]:
        """The parameters in the address."""
        return {
            name: [value] if isinstance(value, str) else list(value)
            for name, value in self.at.query_params.items()
        }

    def parts(self, kind: str) -> list[Any]:
        """All elements of a kind on the page itself, without the sidebar."""
        return list(self.at.main.get(kind))

    def widget(self, key: str) -> Any:  # noqa: ANN401 - one of many kinds
        """The widget of the sidebar with this key."""
        kinds = ("multiselect", "button_group", "date_input", "text_input")
        found: list[Any] = [
            part
            for kind in (*kinds, "slider", "number_input")
            for part in self.at.sidebar.get(kind)
        ]
        (widget,) = [part for part in found if part.key == key]
        return widget

    def texts(self) -> list[str]:
        """Everything that is said on the page, as a reader reads it."""
        return [plain(e.value) for kind in WORDS for e in self.parts(kind)]

    def says(self, text: str) -> bool:
        """Whether the page says this somewhere, as a part of a longer text too."""
        return any(text in said for said in self.texts())

    def faults(self) -> list[str]:
        """Exceptions and error elements; a page without any is sound."""
        broken = [f"{e.message}\n{e.stack_trace}" for e in self.at.exception]
        return [*broken, *self.errors()]

    def errors(self) -> list[str]:
        """What the error elements say."""
        return [plain(element.value) for element in self.at.error]

    def nonsense(self) -> list[str]:
        """Texts that show what only a program says: `nan`, `None`, `<NA>`, `1 days`."""
        return [text for text in self.texts() if NONSENSE.search(text)]

    def metrics(self) -> dict[str, str]:
        """What each metric shows, by its label, in the order of the page."""
        return {metric.label: metric.value for metric in self.at.metric}

    def buttons(self) -> dict[str, str]:
        """The labels of the buttons, by key."""
        return {b.key: plain(b.label) for b in self.at.button if b.key is not None}

    def links(self) -> list[tuple[str, dict[str, list[str]]]]:
        """The address of each link to a page, and its parameters."""
        found = [link.proto for link in self.parts("page_link")]
        return [(link.page, parse_qs(link.query_string)) for link in found]

    def keys(self, kind: str) -> list[str]:
        """The keys of all charts (`vega_lite_chart`) or tables (`bidi_component`)."""
        return [_key(node.proto.id) for node in self.at.get(kind) if node.proto.id]

    def facts(self) -> dict[str, str]:
        """What a story's page lists of its file, by field."""
        known = self.table("facts-")
        return dict(zip(known["field"], known["value"], strict=True))

    def messages(self) -> Iterator[Any]:
        """Every message that the page sent to the browser, as protobuf has it."""
        for node in self.at._tree:
            message = getattr(node, "proto", None)
            if hasattr(message, "ListFields"):
                yield message

    def grids(self) -> dict[str, Any]:
        """What each table on the page shows, by its key, as the browser gets it."""
        found = self.at.get("bidi_component")
        return {_key(node.proto.id): json.loads(node.proto.json) for node in found}

    def grid(self, key: str) -> Any:  # noqa: ANN401 - JSON
        """What the table whose key begins so shows."""
        grids = self.grids()
        found = [grid for name, grid in grids.items() if name.startswith(key)]
        assert found, f"no table {key!r} among {list(grids)}"
        return found[0]

    @staticmethod
    def number(label: str) -> int:
        """The number that a label says: of `CSV of 1,204 stories` it is 1204."""
        found = re.search(r"[\d,]+", label)
        assert found, label
        return int(found[0].replace(",", ""))

    def figure(self, key: str) -> Any:  # noqa: ANN401 - AppTest's block
        """All that is shown of a figure."""
        (found,) = [
            node
            for node in self.at._tree
            if _key(getattr(getattr(node, "proto", None), "id", "")) == f"figure-{key}"
        ]
        return found

    def table(self, key: str) -> pd.DataFrame:
        """The rows of the table whose key begins so, by what they open.

        Columns have their names in the program; numbers and times are read again.
        """
        grid = self.grid(key)
        rows = grid["rows"]
        read = {
            column["name"]: _read([row["cells"][at] for row in rows], column)
            for at, column in enumerate(grid["columns"])
        }
        return pd.DataFrame(read).set_axis([row["id"] for row in rows])

    def pick(self, figure: str, **datum: Any) -> Self:  # noqa: ANN401 - JSON
        """Click the mark of a figure that stands for these values."""
        return self._select("vega_lite_chart", f"chart-{figure}-", {"pick": [datum]})

    def brush(self, figure: str, start_ms: float, end_ms: float) -> Self:
        """Drag over a range of time of a figure, in ms since 1970."""
        selected = {"brush": {"bin_at": [start_ms, end_ms]}, "pick": {}}
        return self._select("vega_lite_chart", f"chart-{figure}-", selected)

    def clear(self, figure: str) -> Self:
        """Click beside the marks of a figure."""
        selected: dict[str, object] = {"pick": {}, "brush": {}}
        return self._select("vega_lite_chart", f"chart-{figure}-", selected)

    def turn(self, key: str, page: int) -> Self:
        """Turn to a page of a table whose pagination's key begins so."""
        found = [p for p in self.parts("pagination") if str(p.key).startswith(key)]
        found[0].set_value(page).run()
        return self

    def row(self, key: str, number: int) -> Self:
        """Click a row of a table, counted from 0."""
        return self._tell(key, "open", self.grid(key)["rows"][number]["id"])

    def header(self, key: str, column: str) -> Self:
        """Click the header of a column of a table, by its name in the program."""
        return self._tell(key, "sort", column)

    def _tell(self, key: str, event: str, value: object) -> Self:
        self.grid(key)
        found = [node.proto.id for node in self.at.get("bidi_component")]
        (grid, *_) = [name for name in found if _key(name).startswith(key)]
        state = WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{grid}__events")
        state.json_trigger_value = json.dumps([{"event": event, "value": value}])
        return self._send(state)

    def _select(self, kind: str, key: str, selected: Mapping[str, object]) -> Self:
        nodes = [n for n in self.at.get(kind) if _key(n.proto.id).startswith(key)]
        assert nodes, f"no {key!r} among {self.keys(kind)}"
        state = WidgetState(id=nodes[0].proto.id)
        state.string_value = json.dumps({"selection": selected})
        return self._send(state)

    def _send(self, state: WidgetState) -> Self:
        widgets = self.at._tree.get_widget_states()
        widgets.widgets.append(state)
        self.at._run(widgets)
        return self


def _read(cells: list[Any], column: Mapping[str, str]) -> pd.Series:
    """The cells of a column as values; a dash is a missing one."""
    values = pd.Series([None if cell == MISSING else cell for cell in cells])
    if column["kind"] == "number":
        bare = values.str.replace(r"[,%+]| pp", "", regex=True)
        return pd.to_numeric(bare)
    if column["kind"] == "time":
        return pd.to_datetime(values, format="mixed", dayfirst=True)
    return values


def plain(markdown: str) -> str:
    """Markdown as it reads: what `escaped` put in is taken out again."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown.replace("\u2060", ""))


def _key(widget_id: str) -> str:
    """The key by which the program named a widget: `$$ID-<hash>-<key>`."""
    return widget_id.split("-", 2)[-1]


def title_of(page: str) -> str:
    """The name of a page, as its head has it."""
    return PAGES[page]


def strings(message: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any protobuf
    """Every text in a message to the browser, with the name of the field it is in."""
    for field, value in message.ListFields():
        values = value if field.is_repeated else [value]
        for one in values:
            if field.type == field.TYPE_STRING:
                yield f"{message.DESCRIPTOR.name}.{field.name}", one
            elif field.type == field.TYPE_MESSAGE:
                yield from strings(one)
