"""The words of what is said of topics beyond their ranking."""

from __future__ import annotations

from typing import Final

TOPICS: Final[dict[str, str]] = {
    "course.topics": "Topics over time",
    "course.topic_peak": "{name} peaked at {share:percent} of the stories {when:when}",
    "momentum.plain": "Momentum of topics",
    "momentum.rising": "{name} is rising: {story_count:stories} in {days:count day}, where "
    "{expected:usual} were expected",
    "momentum.falling": "{name} is falling: {story_count:stories} in {days:count day}, where "
    "{expected:usual} were expected",
    "quadrants.plain": "Share and momentum",
    "quadrants.named": "{names:names topic} {verb} {kind}",
    "cells.plain": "Who writes about what",
    "cells.more": "{name} writes about {topic} more than expected: {story_count:stories}, "
    "not {expected:usual}",
    "cells.less": "{name} writes about {topic} less than expected: {story_count:stories}, "
    "not {expected:usual}",
    "pairs.plain": "Topics that go together",
    "pairs.pair": "{name} and {other} go together {lift:decimal} times as often as by "
    "chance, in {story_count:stories}",
}
