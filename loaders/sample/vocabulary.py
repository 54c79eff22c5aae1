"""The words of the made-up world, read from the YAML files of this package."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_here = resources.files(__package__ or "loaders.sample")


@dataclass(frozen=True)
class Plot:
    """Something that can happen, and the ways to tell it."""

    id: str
    short: str
    """What it is about, as words that fit into a sentence."""
    titles: Sequence[str]
    excerpts: Sequence[str]
    also: Sequence[str] = ()
    """Other topics that its stories often have."""
    slots: Mapping[str, str] = field(default_factory=dict)
    who: str = "company"
    """The slot that names who did it."""
    big: bool = False
    """Happens only when the plan says so."""


@dataclass(frozen=True)
class Topic:
    """A topic, who is in its news, and what can happen there."""

    name: str
    id: str
    keywords: Sequence[str]
    umbrella: bool = False
    """Stands on nearly every story."""
    interest: Sequence[float] = ()
    """How much is written about it, at even steps through the span."""
    companies: Mapping[str, str] = field(default_factory=dict)
    """Who is in its news, and the product that each is known for."""
    things: Sequence[str] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    """What it is called in other languages."""
    plots: Sequence[Plot] = ()


@dataclass(frozen=True)
class Vocabulary:
    """All that the generator knows about its world."""

    topics: Sequence[Topic]
    """The umbrella topic first, then the others."""
    gathering: Plot
    """What happens where everybody shows something else."""
    words: Mapping[str, Any]
    outlets: Mapping[str, Any]
    plan: Mapping[str, Any]

    @property
    def subjects(self) -> Sequence[Topic]:
        """The topics without the umbrella."""
        return [topic for topic in self.topics if not topic.umbrella]

    def plot(self, plot_id: str) -> tuple[Topic, Plot]:
        """The plot of that id, and its topic.

        Raises:
            KeyError: No topic has such a plot.
        """
        for topic in self.topics:
            for plot in topic.plots:
                if plot.id == plot_id:
                    return topic, plot
        raise KeyError(plot_id)


def _yaml(name: str) -> dict[str, Any]:
    text = _here.joinpath(name).read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


def _topic(name: str) -> Topic:
    facts = _yaml(f"topics/{name}")
    plots = [Plot(**plot) for plot in facts.pop("plots", [])]
    return Topic(**facts, plots=plots)


def read() -> Vocabulary:
    """The vocabulary, topics in the order of their file names."""
    names = sorted(path.name for path in _here.joinpath("topics").iterdir())
    words = _yaml("words.yaml")
    return Vocabulary(
        topics=[_topic(name) for name in names if name.endswith(".yaml")],
        gathering=Plot(**words.pop("gathering")),
        words=words,
        outlets=_yaml("outlets.yaml"),
        plan=_yaml("plan.yaml"),
    )
