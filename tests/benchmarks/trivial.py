"""The page that the dashboard is measured against: one widget, and one line of text."""

from __future__ import annotations

import streamlit as st

st.title("A trivial page")
chosen = st.multiselect("Choose", ["one", "two", "three"], key="provider")
st.text(f"{len(chosen)} chosen")
