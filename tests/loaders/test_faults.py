"""What nobody foresaw is told in a line that names no place, and logged once."""

from __future__ import annotations

import logging

import pytest

from loaders import faults


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "MemoryError"),
        (KeyError("maybe"), "KeyError: 'maybe'"),
        (ValueError("two\n  lines \x1b[31m"), r"ValueError: two lines \x1b[31m"),
        (ValueError("x" * 900), f"ValueError: {'x' * faults.LONGEST}…"),
        (OSError(2, "No such file", "/srv/a/b.md"), "FileNotFoundError: No such file"),
        (ValueError("_news/a.md and/or b"), "ValueError: _news/a.md and/or b"),
        (ValueError("no '/srv/my news/b.md'"), "ValueError: no '…/b.md'"),
        (ValueError("no /srv/news/b.md: gone"), "ValueError: no …/b.md: gone"),
        (ValueError("no ~/news/b.md"), "ValueError: no …/b.md"),
        (ValueError(r"no C:\news\b.md"), "ValueError: no …/b.md"),
        (ValueError("s3://me:key@bucket/b.md: gone"), "ValueError: …/b.md: gone"),
    ],
)
def test_an_exception_is_told_in_a_line(error: Exception, said: str) -> None:
    """Its kind and what it says, but of folders and addresses only the last name."""
    assert faults.said(error) == said


def raised(text: str) -> Exception:
    """An exception as it is caught: with the line that raised it."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - whatever it says
        int(text)
    return caught.value


def test_each_kind_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    """With its trace; the same line with another text is of the same kind."""
    log = faults.Log()
    with caplog.at_level(logging.ERROR):
        for text in ("one", "two\x1b"):
            log.write("a.md cannot be read", raised(text))
        assert len(caplog.messages) == 1
        assert caplog.messages[0].startswith("a.md cannot be read; this is logged once")
        assert "int(text)" in caplog.messages[0]
        log.write("a.md cannot be read", KeyError("three"))
        log.forget()
        log.write("b.md\x1b cannot be read", raised("four\x1b"))
    assert len(caplog.messages) == 3
    assert "\x1b" not in caplog.text
