"""What is this story, and who else ran it?"""

from __future__ import annotations

import streamlit as st

from measures import stories
from pages.charts import story as charts
from pages.parts import figure, page, reading, tables

corpus, chosen = page.open("Story", narrows=False)
position = stories.find(corpus, st.query_params.get("story", ""))

if position is None:
    reading.missing(st.query_params.get("story", ""))
    tables.show(corpus, stories.ordered(corpus, chosen), "choose")
    st.stop()

reading.steps(corpus, chosen, position)
reading.head(corpus, position)
reading.numbers(corpus, position, chosen.window)
figure.show(corpus, charts.strip(corpus, position, chosen))
reading.coverage(corpus, position, chosen)
reading.facts(corpus, position)
