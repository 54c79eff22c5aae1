"""A corpus whose every text tries to be more than text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.corpora import entry, story, write_corpus

if TYPE_CHECKING:
    from pathlib import Path

RIGHT_TO_LEFT: Final = "\u202eevil\u202e \u2066evil \u200fevil"

PAYLOADS: Final = (
    "![evil](https://evil.example/pixel.gif)",
    "[evil](https://evil.example/)",
    "[evil](javascript:alert(1))",
    "<img src=https://evil.example/x onerror=alert(1)>",
    "<script>evil()</script>",
    "<iframe src='https://evil.example'></iframe>",
    "$\\evil{x}$",
    "$$evil$$",
    ":red[evil]",
    ":material/evil:",
    ":skull: evil",
    "https://evil.example/bare",
    "www.evil.example",
    "evil@evil.example",
    "`evil`",
    "# evil",
    "- evil",
    "1. evil",
    "| evil | evil |\n|---|---|\n| 1 | 2 |",
    "evil\n\n# evil\n\n    evil\n```\nevil\n```",
    "**evil** _evil_ ~~evil~~",
    "evil <-- evil --> evil",
    "&lt;b&gt;evil&lt;/b&gt; &#x3c;i&#x3e;",
    RIGHT_TO_LEFT,
    '=HYPERLINK("https://evil.example")',
    "evil'\"\\ {{evil}} ${evil} %s {0}",
    "evil" * 2500,
)
"""What each of them does where it is taken for Markdown, HTML, or a formula."""

ADDRESSES: Final = (
    "javascript:alert('evil')",
    "JaVaScRiPt:alert('evil')",
    "data:text/html,<script>evil()</script>",
    "vbscript:evil",
    "file:///etc/evil",
    "//evil.example/x",
    "/evil",
    "evil",
    "https://",
    "http://[evil",
    "https://evil.example/a b",
    "https://evil.example/[x](y)?a=<b>&c='d'",
    "https://user:evil@evil.example/",
)

FRAME: Final = '<iframe src="{}" onload="evil()"></iframe>'


def hostile_corpus(folder: Path) -> Path:
    """The folder, with a story for each payload and each address."""
    filed = [
        story(
            f"{number:02} {payload[:20]}".replace("/", "%").replace("\n", " "),
            title=payload,
            excerpt=f"{payload} {payload}",
            provider=payload[:300],
            domain="evil.example" if number % 2 else "msn.com",
            url=f"https://evil.example/{number}",
            topics=[payload[:300], "evil"],
            published_at=f"2021-01-{1 + number % 9:02}T03:04:05Z",
            published=(True, False, None)[number % 3],
            related=[
                entry(
                    f"r{number}",
                    title=payload,
                    excerpt=payload,
                    provider=PAYLOADS[-number][:300],
                    domain="evil.example",
                    published_at=f"2021-01-{1 + number % 8:02}T03:04:05Z",
                ),
                entry(f"s{number}", title=payload, kind=payload, quality=None),
                {"title": payload, "webUrl": f"javascript:{number}"},
            ],
            images=[f"https://evil.example/{number}.png"],
            fields={payload[:80]: payload, "secured": "ZXZpbA==;ZXZpbA=="},
        )
        for number, payload in enumerate(PAYLOADS)
    ]
    filed += [
        story(
            f"address-{number:02}",
            url=address,
            related=[entry(f"r{number}", url=address)],
            images=[address],
            fields={
                "ampWebUrl": address,
                "featuredContent": FRAME.format(address),
                "publishedDateTime": address,
                "type": address,
                "topics": address,
            },
        )
        for number, address in enumerate(ADDRESSES)
    ]
    names = "".join(
        f"- name: {payload[:100]!r}\n  domain: c{number}.example\n"
        for number, payload in enumerate(PAYLOADS)
        if "\n" not in payload and "'" not in payload
    )
    broken = {"_news/[broken](x) <b>.md": "---\ntitle: [evil\n"}
    return write_corpus(folder, filed, {"_data/carriers.yaml": names, **broken})
