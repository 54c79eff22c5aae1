"""When: attention over time, the calendar, and the rhythm of the week."""

from __future__ import annotations

from measures import stories
from pages.charts import attention, calendar
from pages.parts import figure, page, tables

corpus, chosen = page.open(
    "Timeline", question="When did stories run, and what was unusual?"
)

figure.show(corpus, attention.timeline(corpus, chosen))
if chosen.first or chosen.last:
    figure.show(corpus, attention.detail(corpus, chosen))
figure.show(corpus, calendar.calendar(corpus, chosen))
figure.show(corpus, calendar.rhythm(corpus, chosen))
tables.headed(
    corpus,
    "The stories of this view",
    stories.ordered(corpus, chosen),
    key="view",
    order="newest",
)
