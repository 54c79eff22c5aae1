"""Days that the examples are about."""

from __future__ import annotations

from datetime import date
from typing import Final

DAY: Final = date(2021, 3, 3), date(2021, 3, 3)
WEEK: Final = date(2021, 3, 1), date(2021, 3, 7)
MONTH: Final = date(2021, 3, 1), date(2021, 3, 31)
