"""The entry of `streamlit run dashboard.py`: the pages, and what they share."""

from __future__ import annotations

import streamlit as st

from pages.parts import navigation, page

current = st.navigation(navigation.pages(), position="hidden")
st.set_page_config(
    page_title=f"{current.title} · Broadsheet",
    page_icon=str(navigation.ICON),
    layout="wide",
)
page.prepare()
current.run()
