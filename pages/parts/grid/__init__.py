"""The grid: rows on a page, sorted over all of a table, each of which may open."""
