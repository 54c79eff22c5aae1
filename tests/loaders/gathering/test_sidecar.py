"""What `_data` says of topics and carriers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.assembly.carriers import Carrier
from loaders.gathering import sidecar
from loaders.gathering.sidecar import Sidecar, Topic
from loaders.parsing import yaml_reference

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path, **texts: str) -> Path:
    """The folder, with files of `_data`: `topics_a` is `_data/topics/a.yaml`."""
    for name, text in texts.items():
        path = root / "_data" / f"{name.replace('_', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def read(root: Path) -> Sidecar:
    """What a folder's `_data` says."""
    return sidecar.read(sidecar.find(root).files)


def problems(root: Path) -> list[tuple[str, int | None, str, str]]:
    """Path, line, field and finding of each problem."""
    return [(path, p.line, p.field, p.found) for path, p in read(root).problems]


def test_nothing(tmp_path: Path) -> None:
    """A corpus without `_data` has neither, and no problem."""
    assert read(tmp_path)[:3] == ([], [], [])


@pytest.mark.parametrize("text", ["", "- a", "text"])
def test_a_topic_is_a_mapping(tmp_path: Path, text: str) -> None:
    """Anything else is a problem of its file, and the others are kept."""
    root = write(tmp_path, topics_a=text, topics_b="name: B")
    assert read(root).topics == [Topic("B", None, None)]
    assert [path for path, *_ in problems(root)] == ["_data/topics/a.yaml"]


def test_topics_in_order_of_their_files(tmp_path: Path) -> None:
    """Name, parent and keywords are read; other fields are left alone."""
    root = write(
        tmp_path,
        topics_b="name: Chips\nparent: Computers\nkeywords: [cpu, ' gpu', cpu]\n_id: c",
        topics_a="name: Computers",
        topics_c="name: Chips\nparent: Another",
        other="name: Not a topic",
    )
    assert read(root).topics == [
        Topic("Computers", None, None),
        Topic("Chips", "Computers", "cpu, gpu"),
    ]
    assert problems(root) == []


def test_wrong_fields_are_problems(tmp_path: Path) -> None:
    """Each with its line; a topic needs its name only."""
    root = write(
        tmp_path, topics_a="name: 7", topics_b="name: B\nkeywords: x", topics_c="["
    )
    assert read(root).topics == [Topic("B", None, None)]
    assert problems(root)[:2] == [
        ("_data/topics/a.yaml", 1, "name", "7"),
        ("_data/topics/b.yaml", 2, "keywords", '"x"'),
    ]
    assert len(problems(root)) == 3


def test_carriers(tmp_path: Path) -> None:
    """Without suffixes they are the name and the domain."""
    root = write(
        tmp_path,
        carriers="- name: Wire\n  domain: Wire.Example\n"
        "- {name: Post, domain: post.example, suffixes: ['Post*']}\n"
        "- {name: Half}\n"
        "- text",
    )
    assert read(root).carriers == [
        Carrier("Wire", "wire.example", ("Wire", "Wire.Example")),
        Carrier("Post", "post.example", ("Post*",)),
    ]
    assert problems(root) == [
        ("_data/carriers.yaml", 4, "[2].domain", "nothing"),
        ("_data/carriers.yaml", 5, "[3]", '"text"'),
    ]


def test_carriers_are_a_list(tmp_path: Path) -> None:
    """A mapping is a problem of the whole file."""
    root = write(tmp_path, carriers="name: Wire\ndomain: wire.example")
    assert problems(root) == [("_data/carriers.yaml", 1, "", "a mapping of 2 fields")]


def test_what_it_says_is_in_its_digest(tmp_path: Path) -> None:
    """A changed topic makes another version of the corpus."""
    before = read(tmp_path).digest
    assert read(write(tmp_path, topics_a="name: A")).digest != before


def test_a_link_that_leads_out_is_not_read(tmp_path: Path) -> None:
    """Nothing outside the folder is read."""
    (tmp_path / "secret.yaml").write_text("name: Secret", encoding="utf-8")
    root = write(tmp_path / "corpus", topics_b="name: B")
    (root / "_data/topics/a.yaml").symlink_to("../../../secret.yaml")
    assert read(root).topics == [Topic("B", None, None)]


def astray(root: Path) -> list[tuple[str, str]]:
    """Path and finding of what is not followed."""
    return [(path, said) for path, _, said in sidecar.find(root).astray]


def test_links_that_are_not_followed_are_told(tmp_path: Path) -> None:
    """Those that lead out, nowhere, or to themselves; the others are read."""
    (tmp_path / "secret.yaml").write_text("name: Secret", encoding="utf-8")
    root = write(tmp_path / "corpus", topics_b="name: B")
    (root / "_data/carriers.yaml").symlink_to("missing.yaml")
    (root / "_data/topics/c.yaml").symlink_to("../../../secret.yaml")
    (root / "_data/topics/l.yaml").symlink_to("l.yaml")
    assert read(root).topics == [Topic("B", None, None)]
    assert astray(root) == [
        ("_data/carriers.yaml", "a link that leads nowhere"),
        ("_data/topics/c.yaml", "a link that leads out of it"),
        ("_data/topics/l.yaml", "a link that leads nowhere"),
    ]


@pytest.mark.parametrize("name", ["_data", "_data/topics"])
def test_a_linked_folder_is_told_once(tmp_path: Path, name: str) -> None:
    """Where it leads out, nothing is told of what is in it."""
    write(tmp_path / "other", topics_a="name: A", a="name: A")
    link = tmp_path / "corpus" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "other" / name)
    root = tmp_path / "corpus"
    assert sidecar.find(root).files == []
    assert astray(root) == [(name, "a link that leads out of it")]
    link.unlink()
    link.symlink_to(link.name)
    assert astray(root) == [(name, "a link that leads nowhere")]


def test_a_fault_in_one_file_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is that file's problem, whatever it was."""
    root = write(
        tmp_path, topics_a="name: A", topics_b="name: B", topics_c="name: !!int"
    )
    parse = yaml_reference.read

    def failing(text: str) -> object:
        if "A" in text:
            raise OverflowError("too much")
        return parse(text)

    monkeypatch.setattr(yaml_reference, "read", failing)
    assert read(root).topics == [Topic("B", None, None)]
    assert problems(root) == [
        ("_data/topics/a.yaml", None, "", "OverflowError: too much"),
        ("_data/topics/c.yaml", 1, "name", "nothing"),
    ]
