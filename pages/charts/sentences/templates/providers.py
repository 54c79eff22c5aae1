"""The words of what is said of providers beyond their ranking."""

from __future__ import annotations

from typing import Final

PROVIDERS: Final[dict[str, str]] = {
    "voice.plain": "Share of voice over {bin_count:count_bins}",
    "voice.leads": "{name} ran more than any other in {led_count:n} of {bin_count:count_bins}",
    "concentration.plain": "Concentration by {by}",
    "concentration.only": "{name} is the only provider",
    "concentration.equal": "{provider_count:n} providers by {by} are as concentrated as "
    "{effective:decimal} of equal size",
    "profile.plain": "What {name} writes about, in {story_count:stories}",
    "profile.alone": "There is nobody to compare {name} with",
    "profile.topic": "{share:percent} of the stories of {name} are about {topic}, "
    "{rest_share:percent} of the rest",
    "company.plain": "Whom {name} shares related coverage with",
    "company.most": "{name} shares most related coverages with {other}: {both_count:n} of "
    "its {own_count:n}",
}
