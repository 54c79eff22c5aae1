"""One reader's browser tab, without the browser: it clicks, and waits for the page.

It speaks what Streamlit's own front end speaks, over the same websocket, and keeps the
messages that the front end would keep, so that what it counts is what is sent.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any, Final, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import connect

from tests.serving import direct

PATIENCE_S: Final = 600

PRESSED: Final = {"trigger_value", "json_trigger_value"}
"""Values of one run alone."""


@dataclass
class Answer:
    """What came back for one action of a reader."""

    seconds: float = 0.0
    """From asking to the end of the run."""
    size: int = 0
    """Bytes that were sent."""
    sizes: Counter[str] = field(default_factory=Counter)
    """Bytes by kind of element."""
    errors: list[str] = field(default_factory=list)


class Reader:
    """A tab that is open at a server, from `async with` to its end.

    Args:
        url: The server's address.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.query = ""
        self.elements: dict[str, tuple[str, Any]] = {}
        """The widgets on the page by key: kind and message."""
        self._page = ""
        self._hashes: dict[str, str] = {}
        self._states: dict[str, WidgetState] = {}
        self._kept: dict[str, tuple[ForwardMsg, int]] = {}
        self._runs = 0
        self._age = 0

    async def __aenter__(self) -> Self:
        """Connect as a browser does, without asking for a view yet."""
        cookies = await asyncio.to_thread(_cookies, self.url)
        self._socket = await connect(
            f"ws{self.url.removeprefix('http')}/_stcore/stream",
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],  # type: ignore[list-item]
            origin=self.url,  # type: ignore[arg-type]
            additional_headers={"Cookie": cookies} if cookies else None,
            max_size=None,
            compression=None,
            proxy=None,
            open_timeout=PATIENCE_S,
            ping_interval=None,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the tab."""
        await self._socket.close()

    async def visit(self, page: str = "", query: str = "") -> Answer:
        """Open a page by its address: a new page drops the widgets of the one before."""
        self._states.clear()
        self.query = query
        self._page = self._hashes.get(page, "")
        return await self._run("" if self._page else page, [])

    async def rerun(self) -> Answer:
        """Run the page as it is."""
        return await self._run("", [])

    def named(self, prefix: str, *, kind: str = "") -> str:
        """The key of the first widget whose key begins so, of this kind if one is asked.

        Raises:
            LookupError: The page has no such widget.
        """
        for key, (its_kind, _) in self.elements.items():
            if key.startswith(prefix) and kind in {"", its_kind}:
                return key
        raise LookupError(
            f"no {prefix}… on the page; it has: {', '.join(self.elements)}"
        )

    async def set(self, **widgets: object) -> Answer:
        """Give widgets values, by key; True presses a button.

        Raises:
            LookupError: The page has no such widget.
        """
        changed = []
        for key, value in widgets.items():
            if key not in self.elements:
                raise LookupError(
                    f"no widget {key} on the page; it has: {', '.join(self.elements)}"
                )
            kind, element = self.elements[key]
            changed.append(_state(element.id, kind, value))
        return await self._run("", changed)

    async def _run(self, page: str, changed: list[WidgetState]) -> Answer:
        message = BackMsg()
        run = message.rerun_script
        run.page_name, run.page_script_hash = page, self._page
        run.query_string = self.query
        pressed = [state for state in changed if state.WhichOneof("value") in PRESSED]
        self._states |= {state.id: state for state in changed if state not in pressed}
        run.widget_states.widgets.extend([*self._states.values(), *pressed])
        run.cached_message_hashes.extend(self._kept)
        run.context_info.timezone = "UTC"
        run.context_info.locale = "en-US"
        run.context_info.url = self.url
        answer = Answer()
        started = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE_S):
            await self._receive(answer)
        answer.seconds = time.perf_counter() - started
        return answer

    async def _receive(self, answer: Answer) -> None:
        is_started = False
        async for frame in self._socket:
            message = ForwardMsg()
            message.ParseFromString(frame if isinstance(frame, bytes) else b"")
            answer.size += len(frame)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                is_started = True
                self.elements.clear()
                self._age = message.new_session.config.max_cached_message_age
                self._page = message.new_session.page_script_hash
            elif kind == "navigation":
                self._navigated(message)
            elif kind == "page_info_changed":
                self.query = message.page_info_changed.query_string
            elif kind in {"delta", "ref_hash"}:
                self._element(message, len(frame), answer)
            elif kind == "script_finished" and is_started:
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    answer.errors.append("compilation error")
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    self._finished()
                    return
        raise ConnectionError("the server closed the connection")

    def _navigated(self, message: ForwardMsg) -> None:
        self._hashes = {
            "" if page.is_default else page.url_pathname: page.page_script_hash
            for page in message.navigation.app_pages
        }
        self._page = message.navigation.page_script_hash

    def _finished(self) -> None:
        self._runs += 1
        oldest = self._runs - self._age
        self._kept = {
            name: held for name, held in self._kept.items() if held[1] >= oldest
        }

    def _element(self, message: ForwardMsg, size: int, answer: Answer) -> None:
        name = message.ref_hash or message.hash
        if message.ref_hash:
            message = self._kept[name][0]
        if message.metadata.cacheable:
            self._kept[name] = message, self._runs
        if message.delta.WhichOneof("type") != "new_element":
            return
        kind = message.delta.new_element.WhichOneof("type") or ""
        element = getattr(message.delta.new_element, kind)
        answer.sizes[kind] += size
        if kind == "exception":
            answer.errors.append(f"{element.type}: {element.message}")
        widget = getattr(element, "id", "")
        if widget:  # "$$ID-", a digest, "-", and the key
            self.elements[widget.split("-", 2)[-1]] = kind, element
            if getattr(element, "set_value", False):
                self._states.pop(widget, None)


def _state(widget: str, kind: str, value: object) -> WidgetState:
    """A value of a widget, as the front end says it for this kind of element."""
    state = WidgetState(id=widget)
    if kind == "bidi_component":
        state.id = f"$$STREAMLIT_INTERNAL_KEY_{widget}__events"
        state.json_trigger_value = _json([value])
    elif kind in {"button", "download_button"}:
        state.trigger_value = True
    elif kind == "checkbox":
        state.bool_value = bool(value)
    elif kind == "pagination":
        state.int_value = int(str(value))
    elif isinstance(value, list):
        state.string_array_value.data.extend(map(str, value))
    else:
        state.string_value = value if isinstance(value, str) else _json(value)
    return state


def _cookies(url: str) -> str:
    """What a browser sends with all further requests, once it has opened the page.

    A proxy keeps a reader with one process by them.
    """
    with direct().open(url, timeout=PATIENCE_S) as answer:
        given = SimpleCookie("\n".join(answer.headers.get_all("Set-Cookie", [])))
    return "; ".join(f"{name}={one.value}" for name, one in given.items())


def _json(value: object) -> str:
    return json.dumps(value)
