"""Which addresses open, which story they name, and which video they show."""

from __future__ import annotations

import pytest

from loaders.parsing import addresses


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a.example",
        "//a.example/x",
        "ftp://a.example/x",
        "javascript:alert(1)",
        "data:text/html,hello",
        "http://",
        "https:///x",
        "https://?x=1",
        "https:a.example",
        "https:\\\\a.example\\x",
        "https://a.example/a b",
        "https://a.example/a\nb",
        "https://a.example/\u202egpj.exe",
        "https://a.example/<script>",
        'https://a.example/"onclick="x',
        "https://a.example:port/",
        "https://[::1",
        "https://user@",
    ],
)
def test_what_is_no_web_address_does_not_open(address: str) -> None:
    """Anything but http and https with a host is refused, and so is what hides."""
    assert not addresses.is_web(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example",
        "HTTPS://A.Example/x",
        "https://a.example:8080/x?y=1#z",
        "https://a.example/ä|{}'^",
        "https://bücher.example/",
        "https://[2001:db8::1]/x",
    ],
)
def test_web_addresses_open(address: str) -> None:
    """What a browser would open over the web is taken."""
    assert addresses.is_web(address)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("https://a.example", "https://a.example"),
        ("https://a.example/", "https://a.example"),
        ("https://a.example/x/", "https://a.example/x"),
        ("https://a.example/x//", "https://a.example/x"),
        ("HTTPS://A.Example/X/Y", "https://a.example/X/Y"),
        ("https://a.example/x#part", "https://a.example/x"),
        ("https://a.example/x#a?utm_source=b", "https://a.example/x"),
        ("https://a.example/x?", "https://a.example/x"),
        ("https://a.example/x?id=1", "https://a.example/x?id=1"),
        ("https://a.example/x/?id=1", "https://a.example/x/?id=1"),
        ("https://a.example/x?utm_source=b", "https://a.example/x"),
        ("https://a.example/x/?utm_source=b", "https://a.example/x"),
        ("https://a.example/x?UTM_Source=b&id=1", "https://a.example/x?id=1"),
        ("https://a.example/x?id=1&utm_id=2&n=3", "https://a.example/x?id=1&n=3"),
        ("https://a.example/x?my_utm_=1", "https://a.example/x?my_utm_=1"),
        ("https://a.example?id=A", "https://a.example?id=A"),
        ("https://A.example?utm_id=A", "https://a.example"),
        ("https://User@A.example/x", "https://User@a.example/x"),
        ("http://a.example:80/x", "http://a.example:80/x"),
    ],
)
def test_a_story_is_known_by_its_key_url(address: str, key: str) -> None:
    """Case, fragment, campaign and last slash make no other story; all else does."""
    assert addresses.key_url(address) == key


@pytest.mark.parametrize(
    "embed",
    [
        "",
        "<p>no video</p>",
        '<iframe src="http://www.youtube.com/embed/a"></iframe>',
        '<iframe src="https://video.example/embed/a"></iframe>',
        '<iframe src="https://youtube.com.video.example/a"></iframe>',
        '<iframe src="https://notyoutube.com/a"></iframe>',
        '<iframe src="https://youtube.com@video.example/a"></iframe>',
        '<iframe src="https://a:b@youtube.com/a"></iframe>',
        '<iframe src="https://youtube.com:8443/a"></iframe>',
        '<iframe src="https://youtube.com:99999/a"></iframe>',
        '<iframe src="javascript:alert(1)"></iframe>',
        "<script>alert(1)</script>",
    ],
)
def test_other_embeds_show_no_video(embed: str) -> None:
    """Only https addresses of known video hosts leave an embed."""
    assert addresses.video_url(embed) is None


@pytest.mark.parametrize(
    ("embed", "address"),
    [
        (
            '<iframe width="8" src="https://www.youtube.com/embed/a" allow="x"></iframe>',
            "https://www.youtube.com/embed/a",
        ),
        ("<IFRAME SRC='https://youtu.be/a'>", "https://youtu.be/a"),
        (
            "<iframe src=https://player.vimeo.com/video/1>",
            "https://player.vimeo.com/video/1",
        ),
        ("https://www.twitch.tv/videos/1", "https://www.twitch.tv/videos/1"),
    ],
)
def test_a_known_player_gives_its_address(embed: str, address: str) -> None:
    """The address of the player is taken out of the HTML, and nothing else."""
    assert addresses.video_url(embed) == address
