"""Can I trust this corpus? Problems, completeness, the backlog, heat, related lists."""

from __future__ import annotations

from pages.charts import health
from pages.parts import checks, figure, page

corpus, chosen = page.open("Health", question="Can I trust this corpus?")

checks.problems(corpus, chosen)
figure.show(corpus, chosen, health.complete(corpus, chosen))
figure.show(corpus, chosen, health.backlog(corpus, chosen))
checks.heat(corpus, chosen)
checks.related(corpus, chosen)
checks.duplicates(corpus, chosen)
checks.unknown_fields(corpus)
