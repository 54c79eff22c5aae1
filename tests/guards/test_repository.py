"""The repository itself: what it pins, what it must not name, and its front door."""

from __future__ import annotations

import re
import subprocess
import tomllib
from typing import Final

import pytest
from packaging.requirements import Requirement

from tests.guards.modules import ROOT

PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CLUSTER: Final = PROJECT["optional-dependencies"]["cluster"]
DEV: Final = PROJECT["optional-dependencies"]["dev"]

LOCK: Final = re.compile(
    r"(^|/)((uv|poetry|pdm)\.lock|Pipfile(\.lock)?|package-lock\.json|yarn\.lock"
    r"|pnpm-lock\.yaml)$"
)
# A letter in brackets keeps this file from naming what it looks for.
REGISTRY: Final = re.compile(
    r"index-ur[l]|extra-inde[x]|find-link[s]|files\.pythonhoste[d]|/simpl[e]/"
    r"|\.npmj[s]\.|\.yarnpk[g]\."
)
MACHINE: Final = re.compile(r"""(?:^|[\s"'`=(:,])/(?:home|Users|root|work|farm)/\w""")
PIN: Final = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?")


def tracked() -> list[str]:
    """The paths that are in the repository, or about to be."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for path in done.stdout.splitlines() if (ROOT / path).is_file()]


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Every line of the repository's text that the pattern is found in, with its place."""
    found = []
    for path in tracked():
        content = (ROOT / path).read_bytes()
        if b"\0" in content:
            continue
        lines = content.decode("utf-8", "replace").splitlines()
        places = enumerate(lines, start=1)
        found += [f"{path}:{n}: {line}" for n, line in places if pattern.search(line)]
    return found


def pins(name: str) -> dict[str, list[Requirement]]:
    """What a file of pins holds, by the name of the package."""
    found: dict[str, list[Requirement]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        assert PIN.fullmatch(line), f"{name}: {line}"
        pin = Requirement(line)
        found.setdefault(pin.name, []).append(pin)
    return found


def test_no_lock_file() -> None:
    """A lock file names where packages came from; pins do not."""
    assert [path for path in tracked() if LOCK.search(path)] == []


def test_no_registry() -> None:
    """Where packages come from is the business of whoever installs them."""
    assert lines_with(REGISTRY) == []


def test_no_path_of_a_machine() -> None:
    """Nothing points into a folder that only one machine has."""
    assert lines_with(MACHINE) == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("requirements.txt", PROJECT["dependencies"]),
        ("requirements-cluster.txt", PROJECT["dependencies"] + CLUSTER),
        ("requirements-dev.txt", PROJECT["dependencies"] + CLUSTER + DEV),
    ],
)
def test_pins_are_within_bounds(name: str, wanted: list[str]) -> None:
    """Every dependency is pinned to a version that pyproject.toml allows."""
    pinned = pins(name)
    for requirement in map(Requirement, wanted):
        found = pinned.get(requirement.name)
        assert found, f"{name} does not pin {requirement.name}: make pins"
        for pin in found:
            version = str(pin.specifier).removeprefix("==")
            assert requirement.specifier.contains(version), f"{name}: {pin}"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-cluster.txt"])
def test_all_files_pin_alike(name: str) -> None:
    """Tests run with the very versions that the dashboard runs with."""
    running, working = pins(name), pins("requirements-dev.txt")
    differing = {name for name in running if working.get(name) != running[name]}
    assert differing == set()


def test_every_dependency_is_bounded() -> None:
    """A new major version comes in by a decision, not by a date."""
    for requirement in map(Requirement, PROJECT["dependencies"] + CLUSTER + DEV):
        operators = {part.operator for part in requirement.specifier}
        assert operators == {">=", "<"}, str(requirement)


def test_every_target_says_what_it_does() -> None:
    """`make help` names every target of the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    targets = re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)
    explained = re.findall(r"^([a-z-]+):.*  ## \w", makefile, re.MULTILINE)
    assert phony is not None
    assert targets == explained == phony[1].split()


def test_the_readme_begins_with_the_two_commands() -> None:
    """Whoever has only the README can run the dashboard and its tests."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert 0 <= readme.find("make run") < readme.find("make test")
