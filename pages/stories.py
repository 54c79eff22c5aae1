"""Which stories exactly: search, sort, sample, export; a row opens the story."""

from __future__ import annotations

from measures import stories
from pages.parts import ordering, page, tables

corpus, chosen = page.open("Stories", question="Which stories exactly?")

order, seed = ordering.show()
listed = stories.ordered(corpus, chosen, order, seed)
ordering.export(corpus, chosen, listed)
tables.show(corpus, chosen, listed, "stories", order=order)
