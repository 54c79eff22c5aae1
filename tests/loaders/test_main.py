"""`python -m loaders`: what it prints, and the code it exits with."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest

from loaders import __main__ as command
from loaders import loading
from tests.corpora import entry, story, write_corpus

ROOT = Path(__file__).parents[2]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three stories, one of them wrong in two fields."""
    return write_corpus(
        tmp_path / "paper",
        [
            story(
                "a",
                provider="GameRant on MSN",
                domain="msn.com",
                topics=["Chips", "AI"],
            ),
            story(
                "b", provider="GameRant", related=["a", entry("x"), entry("b", url="")]
            ),
            story("c", url="https://a.example/1", published=False, kind="video"),
            story("d", url="https://a.example/1", quality=-1, heat=7, kind="film"),
        ],
        {"_news/README.md": "# Read me"},
    )


@pytest.mark.parametrize("arguments", [[], ["--json"], ["--strict"], ["--no-index"]])
@pytest.mark.parametrize(
    ("name", "found"), [("missing", "nothing"), ("empty", "no Markdown file")]
)
def test_no_corpus_exits_2(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    name: str,
    found: str,
) -> None:
    """One line says why, and nothing is printed."""
    (tmp_path / "empty").mkdir()
    assert command.main(["check", str(tmp_path / name), *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith(str(tmp_path / name))
    assert printed.err.endswith(f"found {found}\n")


def test_problems_fail_only_when_strict(corpus: Path) -> None:
    """Wrong content is data; `--strict` makes it an error."""
    assert command.main(["check", str(corpus)]) == 0
    assert command.main(["check", str(corpus), "--strict"]) == 1
    (corpus / "_news/d.md").unlink()
    assert command.main(["check", str(corpus), "--strict"]) == 0


def test_json_holds_every_count(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One object with the counts over distinct filed stories, and the problems."""
    assert command.main(["check", str(corpus), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "files": 5,
        "stories": 3,
        "duplicates": 1,
        "not_stories": 1,
        "providers": {"name": 3, "family": 2, "domain": 3},
        "topics": 2,
        "related_links": 3,
        "seen_only": 2,
        "videos": 1,
        "unpublished": 1,
        "first_day": "2021-01-02",
        "last_day": "2021-01-02",
        "problems": [
            {
                "path": "_news/d.md",
                "line": 5,
                "field": "type",
                "expected": "article or video",
                "found": '"film"',
            },
            {
                "path": "_news/d.md",
                "line": 6,
                "field": "quality",
                "expected": "a whole number from 0 to 2147483647",
                "found": "-1",
            },
        ],
        "passed_over": [{"reason": "no front matter", "paths": ["_news/README.md"]}],
        "unknown_fields": {},
        "stale": None,
    }


def test_the_table_for_reading(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same counts, aligned, and a line for each problem."""
    command.main(["check", str(corpus)])
    assert capsys.readouterr().out.splitlines() == [
        "paper",
        "  files          5",
        "  stories        3",
        "  duplicates     1",
        "  not stories    1",
        "  providers      3 by name, 2 by family, 3 by domain",
        "  topics         2",
        "  related links  3",
        "  seen only      2",
        "  videos         1",
        "  unpublished    1",
        "  first day      2021-01-02",
        "  last day       2021-01-02",
        "  problems       2",
        "  passed over    1",
        "",
        '_news/d.md:5: type: expected article or video, found "film"',
        "_news/d.md:6: quality: expected a whole number from 0 to 2147483647, found -1",
        "",
        "Passed over (--json names all):",
        "  1 no front matter: _news/README.md",
    ]


BROKEN = {
    "_news/a.md": "---\ncategory: news\ntitle: Flood: what we know\n---\n",
    "_news/b.md": '---\ncategory: news\ntitle: "unclosed\n---\n',
    "_news/c.md": "---\ncategory: news\n",
}


def test_where_no_story_can_be_read_the_problems_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With file and line; the error says that there is no corpus, and it exits with 2."""
    folder = write_corpus(tmp_path / "paper", [], BROKEN)
    assert command.main(["check", str(folder)]) == 2
    printed = capsys.readouterr()
    assert printed.out.splitlines()[-3:] == [
        (
            '_news/a.md:3: expected YAML, found a text with ": " in it, which needs '
            "quotes around it"
        ),
        "_news/b.md:3: expected YAML, found a quotation mark that nothing closes",
        "_news/c.md:1: expected a line --- that ends the front matter, found none",
    ]
    assert printed.err.endswith("3 with problems, and none is a story\n")
    assert command.main(["check", str(folder), "--json"]) == 2
    printed = capsys.readouterr()
    assert len(json.loads(printed.out)["problems"]) == 3


def test_of_much_that_is_passed_over_the_first_few_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By reason, the most frequent first; `--json` names all."""
    files = {f"_news/{n}.md": "x" for n in range(1, 8)}
    files |= {f"_news/k{n}.md": f"---\ncategory: k{n}\n---\n" for n in range(1, 6)}
    files |= {"_news/x.mdx": "x", "_news/.y.md": "x", "_news/.z/a.md": "x"}
    folder = write_corpus(tmp_path / "paper", [story("a", fields={"extra": 1})], files)
    command.main(["check", str(folder)])
    printed = capsys.readouterr().out
    assert "\n  passed over    15\n" in printed
    assert "\n  fields beyond the format: extra 1\n" in printed
    assert printed.splitlines()[-7:] == [
        "Passed over (--json names all):",
        (
            "  7 no front matter: _news/1.md, _news/2.md, _news/3.md, _news/4.md, "
            "_news/5.md and 2 more"
        ),
        "  1 a hidden file: _news/.y.md",
        "  1 a hidden folder: _news/.z",
        '  1 category "k1": _news/k1.md',
        '  1 category "k2": _news/k2.md',
        "  4 for 4 other reasons",
    ]
    command.main(["check", str(folder), "--json"])
    passed = json.loads(capsys.readouterr().out)["passed_over"]
    assert sum(len(one["paths"]) for one in passed) == 15


def test_what_cannot_be_read_now_is_told_as_it_was(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the index, with its moment and why; without an index only why."""
    command.main(["index", str(corpus)])
    capsys.readouterr()

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error", "/somewhere/else")

    monkeypatch.setattr(loading, "load_scanned", fail)
    assert command.main(["check", str(corpus), "--json"]) == 2
    printed = capsys.readouterr()
    said = json.loads(printed.out)
    assert said["stories"] == 3
    assert said["stale"]["why"] == "OSError: Input/output error"
    as_of = dt.datetime.fromisoformat(said["stale"]["as_of"])
    assert dt.timedelta(0) <= dt.datetime.now(dt.UTC) - as_of < dt.timedelta(minutes=9)
    assert printed.err.endswith("paper: cannot be read: OSError: Input/output error\n")
    assert command.main(["check", str(corpus)]) == 2
    assert "UTC, and not renewed: OSError" in capsys.readouterr().out
    assert command.main(["check", str(corpus), "--no-index"]) == 2
    assert capsys.readouterr().out == ""


def test_a_problem_without_line_and_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is not known is left out; a story without a time has no days."""
    write_corpus(
        tmp_path, [story("a", published_at=None)], {"_news/b.md": "---\nx: \x00\n---\n"}
    )
    command.main(["check", str(tmp_path)])
    printed = capsys.readouterr().out
    assert "\n  first day      none\n" in printed
    assert "\n_news/b.md: expected YAML, found " in printed


def test_index_reads_ahead(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says how much there is."""
    assert command.main(["index", str(corpus)]) == 0
    assert capsys.readouterr().out == "3 stories of 5 files are indexed.\n"
    assert command.main(["index", str(corpus / "missing")]) == 2


def test_sample_writes_a_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it writes has as many stories as asked for, and no problem."""
    assert command.main(["sample", "12", str(tmp_path), "--seed", "3"]) == 0
    capsys.readouterr()
    assert command.main(["check", str(tmp_path), "--json", "--strict"]) == 0
    assert json.loads(capsys.readouterr().out)["stories"] == 12


@pytest.mark.parametrize("count", ["-1", "1.5", "many", ""])
def test_a_sample_of_no_whole_number_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], count: str
) -> None:
    """The line names the argument, and nothing is written."""
    with pytest.raises(SystemExit) as left:
        command.main(["sample", count, str(tmp_path / "made")])
    assert left.value.code == 2
    assert "argument N: expected a whole number, found" in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


def test_a_reader_that_has_seen_enough_ends_it_quietly(corpus: Path) -> None:
    """As `| head` does, which leaves before all is printed."""
    with subprocess.Popen(  # noqa: S603 - arguments written here
        [sys.executable, "-m", "loaders", "check", str(corpus)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_a_command_is_needed() -> None:
    """Without one, and with unknown ones, the usage is shown."""
    for arguments in ([], ["frobnicate"], ["check"]):
        with pytest.raises(SystemExit) as left:
            command.main(arguments)
        assert left.value.code == 2


def test_it_runs_as_a_program(corpus: Path) -> None:
    """Even where the terminal knows ASCII only."""
    write_corpus(corpus, [story("ä", kind="消息")])
    done = subprocess.run(  # noqa: S603 - arguments written here
        [sys.executable, "-m", "loaders", "check", str(corpus), "--strict"],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "ascii", "BROADSHEET_CACHE": str(corpus / ".cache")},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert (
        rb'_news/\xe4.md:5: type: expected article or video, found "\u6d88'
        in done.stdout
    )
