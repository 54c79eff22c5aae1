"""Write golden.txt anew: python -m tests.charts.sentences."""

from __future__ import annotations

from tests.charts.sentences.test_sentences import GOLDEN, written

GOLDEN.write_text(written(), encoding="utf-8")
