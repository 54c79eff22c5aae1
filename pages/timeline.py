"""When: attention over time, the calendar, and the rhythm of the week."""

from __future__ import annotations

from measures import stories
from pages.charts import attention, calendar
from pages.parts import figure, page, tables

corpus, chosen = page.open(
    "Timeline", question="When did stories run, and what was unusual?"
)

figure.show(corpus, chosen, attention.timeline(corpus, chosen))
if chosen.first or chosen.last:
    figure.show(corpus, chosen, attention.detail(corpus, chosen))
figure.show(corpus, chosen, calendar.calendar(corpus, chosen))
figure.show(corpus, chosen, calendar.rhythm(corpus, chosen))
with tables.section("The stories of this view", "in-view"):
    tables.show(corpus, chosen, stories.ordered(corpus, chosen), "view")
