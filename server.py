"""The dashboard with addresses of its own beside the pages: what `make run` starts.

`streamlit run server.py -- --content DIR` serves it; `streamlit run dashboard.py` serves
the pages alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from starlette.responses import JSONResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from starlette.requests import Request


def health(request: Request) -> JSONResponse:
    """How what readers see stands to the files: 200 while there is something to see.

    It asks the store, and loads nothing: who watches a server must not be its first
    reader.
    """
    del request
    from pages.parts import source  # noqa: PLC0415 - the server is up before pandas is

    now = source.standing()
    return JSONResponse(
        now.facts(),
        status_code=503 if now.stories is None else 200,
        headers={"Cache-Control": "no-store"},
    )


ROUTES = [
    Route("/health.json", health),
]
"""All addresses beside the pages and what Streamlit itself serves."""

app = st.App("dashboard.py", routes=ROUTES)
