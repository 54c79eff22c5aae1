"""Which stories exactly: search, sort, sample, export; a row opens the story."""

from __future__ import annotations

from measures import stories
from pages.parts import ordering, page, tables

corpus, chosen = page.open("Stories", question="Which stories exactly?")

order = ordering.show(corpus)
listed = stories.ordered(corpus, chosen, *order)
ordering.export(corpus, chosen, listed)
tables.show(corpus, chosen, listed, "stories", order=order.order, sort=order.sort)
