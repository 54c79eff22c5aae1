"""Can I trust this corpus? Problems, completeness, the backlog, heat, related lists."""

from __future__ import annotations

from pages.charts.health import audit, health
from pages.parts import chapters, checks, figure, page, renewal

corpus, chosen = page.open("Health", question="Can I trust this corpus?")

chapter = chapters.choose("health")
if chapter == "state":
    renewal.line()
    checks.problems(corpus, chosen)
    checks.passed_over(corpus, chosen)
    figure.show(corpus, chosen, health.complete(corpus, chosen))
    figure.show(corpus, chosen, health.waiting(corpus, chosen))
elif chapter == "lists":
    figure.show(corpus, chosen, audit.of_heat(corpus, chosen))
    figure.show(corpus, chosen, audit.of_lists(corpus, chosen))
    figure.show(corpus, chosen, audit.of_copies(corpus, chosen))
else:
    figure.show(corpus, chosen, audit.of_folded(corpus, chosen))
    checks.duplicates(corpus, chosen)
    checks.unknown_fields(corpus)
