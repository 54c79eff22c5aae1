"""Where stories and their pictures lie: only hosts that nobody can own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.sample.grammar import slug

if TYPE_CHECKING:
    from datetime import datetime

    from loaders.sample.dice import Dice
    from loaders.sample.outlets import Outlet

_letters = "0123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ"
_sizes = ((1200, 675), (1200, 800), (1280, 720), (1600, 900), (960, 620), (800, 450))


@dataclass(frozen=True)
class Place:
    """The addresses of one story; empty where it has none."""

    domain: str
    stem: str
    """The name of its file, without `.md`; no two stories share one."""
    url: str
    amp_url: str = ""
    cdn_amp_url: str = ""
    video_key: str = ""
    image_url: str = ""
    image_size: tuple[int, int] = (0, 0)


class Addresses:
    """Gives every story addresses of its own."""

    def __init__(self, dice: Dice, video_host: str) -> None:
        """Nothing is taken yet."""
        self._dice, self._video_host = dice, video_host
        self._stems: set[str] = set()
        self._serial = 0

    def of(self, outlet: Outlet, title: str, at: datetime) -> Place:
        """The place of a story on its outlet's own site, or on the video host."""
        stem = self._stem(title, at, outlet.slug)
        if outlet.video:
            key = self._key(11)
            return Place(
                domain=self._video_host,
                stem=stem,
                url=f"https://{self._video_host}/watch?v={key}",
                video_key=key,
                image_url=f"https://thumbs.{self._video_host}/{key}/large.jpg",
                image_size=(1280, 720),
            )
        url = f"https://{outlet.domain}{self._path(outlet, stem)}"
        host = outlet.domain.replace("-", "--").replace(".", "-")
        amp = outlet.amp and self._dice.chance(0.85)
        image_url, image_size = self._image(outlet.domain, stem)
        return Place(
            domain=outlet.domain,
            stem=stem,
            url=url,
            amp_url=f"{url.rstrip('/')}/amp" if amp else "",
            cdn_amp_url=f"https://{host}.ampcache.example/c/s/{url[8:].rstrip('/')}/amp"
            if amp
            else "",
            image_url=image_url,
            image_size=image_size,
        )

    def carried(self, domain: str, title: str, at: datetime) -> Place:
        """The place of a carrier's copy."""
        stem = self._stem(title, at, "carried")
        image_url, image_size = self._image(domain, stem)
        return Place(
            domain=domain,
            stem=stem,
            url=f"https://www.{domain}/en/news/{stem[11:]}/ar-{self._key(8)}",
            image_url=image_url,
            image_size=image_size,
        )

    def _path(self, outlet: Outlet, stem: str) -> str:
        """A path in the outlet's own manner, which never changes."""
        year, month, name = stem[:4], stem[5:7], stem[11:]
        self._serial += 1
        match sum(outlet.domain.encode()) % 4:
            case 0:
                return f"/{year}/{month}/{stem[8:10]}/{name}/"
            case 1:
                return f"/news/{name}-{40_000 + self._serial}"
            case 2:
                return f"/{year}/{month}/{name}-{7_000_000 + self._serial}.html"
            case _:
                return f"/articles/{700_000 + self._serial}/{name}"

    def _image(self, domain: str, stem: str) -> tuple[str, tuple[int, int]]:
        if self._dice.chance(0.08):
            return "", (0, 0)
        size = self._dice.pick(_sizes)
        name = f"{stem[11:43].rstrip('-')}-{self._key(4)}"
        return f"https://images.{domain}/{stem[:4]}/{name}_{size[0]}.jpg", size

    def _stem(self, title: str, at: datetime, fallback: str) -> str:
        wanted = f"{at:%Y-%m-%d}-{slug(title) or fallback}"
        stem, number = wanted, 1
        while stem in self._stems:
            number += 1
            stem = f"{wanted}-{number}"
        self._stems.add(stem)
        return stem

    def _key(self, length: int) -> str:
        return "".join(self._dice.pick(_letters) for _ in range(length))
