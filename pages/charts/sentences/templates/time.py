"""The words of what is said of when stories ran."""

from __future__ import annotations

from typing import Final

TIME: Final = {
    "time.none": "No stories in this range",
    "time.all": "{story_count:stories^} {when:when}",
    "time.even": "{story_count:stories^}{here}, never more than {most:word} in a {noun}",
    "time.peak": "Attention{here} peaked {when:when}, with {story_count:stories}",
    "time.peak_of_all": "Most ran {when:when}: {story_count:stories}, {share:percent} of all",
    "time.equal": "Attention{here} was highest {times:times}, with {story_count:stories} each",
    "time.equals": "Attention{here} peaked at {story_count:stories}, in {bin_count:word} "
    "{noun}s",
    "time.times_usual": "Attention peaked {when:when} with {story_count:stories}, "
    "{ratio:decimal} times the usual {noun}",
}
"""When stories ran."""
