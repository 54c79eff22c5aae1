"""The words of what is said of linked stories.

A link says that two stories are related, not that they report the same: so nobody "had"
or "broke" anything here, and what is earlier is a related story.
"""

from __future__ import annotations

from typing import Final

LINKED: Final[dict[str, str]] = {
    "around.none": "No related story by another provider {window:within}",
    "around.before": "{before:befores}",
    "around.some": "{other_count:count other_provider} ran a related story",
    "around.first": "{other_count:count other_provider} ran a related story, none before "
    "this one",
    "earlier.plain": "Earlier related stories",
    "earlier.none": "No published story has an earlier related one by another provider",
    "earlier.some": "For {gap_count:n} of {whole_count:count published_story} another "
    "provider ran a related story earlier",
    "earlier.share": "For {gap_count:n} of {whole_count:count published_story} "
    "({share:percent}) another provider ran a related story earlier",
    "earlier.plain_by": "Who ran related stories earlier",
    "earlier.leader": "{name} ran an earlier related story most often: for "
    "{story_count:count published_story} of others",
    "earlier.level": "{names:names provider} ran an earlier related story most often: for "
    "{counts:counts} published stories of others",
    "leads.plain": "Who is first among related stories",
    "leads.unranked": "{name} is in {coverage_count:count coverage}, too few to be ranked",
    "leads.none_ranked": "The chosen providers are in too few coverages to be ranked",
    "leads.highest": "{name} has the highest rate of first reports: {share:percent} of "
    "{coverage_count:count coverage}",
    "leads.chosen": "{name} was first in {share:percent} of {coverage_count:count coverage}, "
    "between {low:percent} and {high:percent}",
    "lags.plain": "How long after the first related report each provider comes",
    "lags.quickest": "{name} follows quickest: {median_hours:hours} behind the first "
    "related report, on the median of {coverage_count:count coverage}",
    "lags.chosen": "{name} is {median_hours:hours} behind the first related report, on the "
    "median of {coverage_count:count coverage}",
    "precedence.plain": "Who comes before whom",
    "precedence.pair": "{name} came before {other} in {before_count:n} of "
    "{both_count:count shared_coverage}",
    "spread.plain": "How related coverage grows",
    "spread.widest": "{name} {went} {breadth:count provider}",
    "spread.widest_half": "{name} {went} {breadth:count provider}, half of them within "
    "{half_hours:hours} of the first",
    "spread.equal": "{story_count:word^} stories went widest{among}: {breadth:count provider} "
    "each",
    "speed.plain": "How fast related coverage spreads",
    "speed.median": "Half of the providers of a widely run story come within "
    "{half_hours:hours}, on the median of {story_count:stories}",
    "carriers.plain": "Carriers and their origins",
    "carriers.median": "{name}’s copy comes {median_hours:hours} {way} the origin, on the "
    "median of {pair_count:count pair} of one headline",
    "originality.plain": "How original the stories are",
    "originality.counts": "Of {whose}{total_count:stories}, {exclusive_count:n} have no "
    "other report in this corpus, {first_count:n} are first among related ones",
    "originality.shares": "{exclusive_share:percent} of {whose}{total_count:stories} have no "
    "other report in this corpus, {first_share:percent} are first among related ones",
    "cocoverage.plain": "Who is in the same related coverage",
    "cocoverage.pair": "{around}{name} and {other} meet more than chance would have them: "
    "in {both_count:count coverage}, where {expected:usual} would be chance",
    "cocoverage.most": "{around}{name} and {other} meet most: in {both_count:count coverage}",
    "blindspots.plain": "Widely run stories that large providers are not linked to",
    "blindspots.absent": "{name} is in fewer widely run stories than its size would have it: "
    "in {wide_count:n} of {total_count:n}, where {expected:usual} would be usual",
}
