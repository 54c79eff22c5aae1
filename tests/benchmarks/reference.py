"""What a loader is usually made of: python-frontmatter and pandas, a row for each file.

Run as a program it prints, as JSON, the seconds that reading took once all was imported.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import frontmatter
import pandas as pd


def frame(folder: Path) -> pd.DataFrame:
    """The front matter of every file, a row each, with the columns that charts need."""
    posts = [frontmatter.load(str(path)) for path in sorted(folder.rglob("*.md"))]
    table = pd.json_normalize([post.metadata for post in posts])
    table["publishedDateTime"] = pd.to_datetime(table["publishedDateTime"], utc=True)
    lists = table["related"] if "related" in table else pd.Series(index=table.index)
    table["related_count"] = lists.str.len().fillna(0).astype("int64")
    for name in ("provider.name", "provider.domain", "type"):
        table[name] = table[name].astype("category")
    return table


if __name__ == "__main__":
    started = time.perf_counter()
    count = len(frame(Path(sys.argv[1])))
    json.dump({"seconds": time.perf_counter() - started, "files": count}, sys.stdout)
