"""Carriers republish, and say in the name whom they carry."""

from __future__ import annotations

import pytest

from loaders.assembly.carriers import Carrier, Carriers, Origin


@pytest.mark.parametrize(
    ("name", "domain", "origin"),
    [
        (None, None, Origin(None, None, has_origin=True)),
        ("Wired UK", "wired.co.uk", Origin("Wired UK", None, has_origin=True)),
        (None, "wired.co.uk", Origin("wired.co.uk", None, has_origin=True)),
        ("Wired UK", None, Origin("Wired UK", None, has_origin=True)),
        ("On MSFT", "onmsft.com", Origin("On MSFT", None, has_origin=True)),
        (
            "GameRant on MSN",
            "gamerant.com",
            Origin("GameRant on MSN", None, has_origin=True),
        ),
        ("A on MSN", "notmsn.com", Origin("A on MSN", None, has_origin=True)),
        ("MSN", "msn.com", Origin("MSN", "MSN", has_origin=False)),
        (None, "msn.com", Origin("msn.com", "MSN", has_origin=False)),
        ("on MSN", "msn.com", Origin("on MSN", "MSN", has_origin=False)),
        (
            "Yahoo Finance",
            "finance.yahoo.com",
            Origin("Yahoo Finance", "Yahoo", has_origin=False),
        ),
        (
            "Hands on MSN Money",
            "msn.com",
            Origin("Hands on MSN Money", "MSN", has_origin=False),
        ),
        (
            "Camera on Yahooligan",
            "yahoo.com",
            Origin("Camera on Yahooligan", "Yahoo", has_origin=False),
        ),
    ],
)
def test_names_that_stay_as_they_are(
    name: str | None, domain: str | None, origin: Origin
) -> None:
    """A suffix counts on a carrier's domain only, and needs a name before it."""
    assert Carriers().origin(name, domain) == origin


@pytest.mark.parametrize(
    ("name", "domain", "spelling", "carrier"),
    [
        ("GameRant on MSN", "msn.com", "GameRant", "MSN"),
        ("GameRant on MSN.com", "msn.com", "GameRant", "MSN"),
        ("GameRant  ON msn", "www.msn.com", "GameRant", "MSN"),
        ("A on B on MSN", "msn.com", "A on B", "MSN"),
        ("A on Yahoo", "yahoo.com", "A", "Yahoo"),
        ("A on Yahoo! News", "news.yahoo.com", "A", "Yahoo"),
        ("A on Yahoo Finance UK", "uk.finance.yahoo.com", "A", "Yahoo"),
    ],
)
def test_a_suffix_names_the_origin(
    name: str, domain: str, spelling: str, carrier: str
) -> None:
    """What stands before it is who wrote the story."""
    assert Carriers().origin(name, domain) == Origin(spelling, carrier, has_origin=True)


def test_a_corpus_adds_carriers() -> None:
    """Added ones are known beside the two, and one of the same domain replaces it."""
    carriers = Carriers(
        [
            Carrier("Wire", "wire.example", ("Wire", "Wire+")),
            Carrier("M", "msn.com", ("M",)),
        ]
    )
    assert carriers.origin("A on Wire+", "eu.wire.example")[:2] == ("A", "Wire")
    assert carriers.origin("A on M", "msn.com")[:2] == ("A", "M")
    assert carriers.origin("A on MSN", "msn.com")[:2] == ("A on MSN", "M")
    assert carriers.origin("A on Yahoo", "yahoo.com")[:2] == ("A", "Yahoo")


def test_a_run_of_blanks_is_passed_once() -> None:
    """A name of very many is looked through in no time, and its suffix is found."""
    blanks = " " * 200_000
    carriers = Carriers()
    for name in (f"A{blanks}B", f"A on{blanks}B", f"A on MSN{blanks}B"):
        assert not carriers.origin(name, "msn.com").has_origin
    assert carriers.origin(f"A{blanks}on{blanks}MSN{blanks}", "msn.com").spelling == "A"
