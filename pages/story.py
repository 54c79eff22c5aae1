"""What is this story, and who else ran it?"""

from __future__ import annotations

import streamlit as st

from measures import stories
from pages.charts.related import story as charts
from pages.parts import figure, page, tables
from pages.parts.story import facts, more, reading, reports

asked = st.query_params.get("story", "")
corpus, chosen = page.open("" if asked else "Story", narrows=False)
position = stories.find(corpus, asked)

if position is None:
    reading.missing(asked)
    tables.show(corpus, chosen, stories.ordered(corpus, chosen), "choose")
    st.stop()

reading.steps(corpus, chosen, position)
reading.head(corpus, position)
more.show(corpus, chosen, position)
reading.numbers(corpus, position, chosen.window)
figure.show(corpus, chosen, charts.strip(corpus, position, chosen))
reports.show(corpus, position, chosen)
facts.show(corpus, position)
