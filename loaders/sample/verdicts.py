"""What the made-up editors decided: published, folded into another story, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.sample.dice import Dice
    from loaders.sample.stories import Story

_least_quality = 11

# Shares of published, folded, unknown, below the gate; what is left is unpublished for
# another reason.
_alone = (0.6, 0.11, 0.17, 0.08)
_follower = (0.27, 0.55, 0.13, 0.035)
_video = (0.3, 0.12, 0.5, 0.06)
_leader_published_share = 0.94
_first_leads_share = 0.6


def choose_leader(stories: Sequence[Story], dice: Dice) -> Story | None:
    """The story that the others are folded into; None where there is only one filed.

    A good one and an early one, but not always the first, and no copy where that can be.
    """
    filed = [story for story in stories if story.is_filed]
    if len(filed) < 2:  # noqa: PLR2004 (to lead takes two)
        return None
    early = filed[: max(2, len(filed) * 3 // 5)]
    own = [story for story in early if not story.carrier and not story.is_video]
    if dice.chance(_first_leads_share):
        return (own or early)[0]
    return max(own or early, key=lambda one: (one.quality or 0) + 40 * dice.draw())


def decide(stories: Sequence[Story], leader: Story | None, dice: Dice) -> None:
    """Set `published`, `is_folded`, and a quality that agrees with them."""
    for story in stories:
        if not story.is_filed:
            continue
        gate = 24 + (story.at.month * 7 + story.at.year) % 11
        if story is leader:
            shares = (_leader_published_share, 0.0, 1 - _leader_published_share, 0.0)
        else:
            shares = _video if story.is_video else _follower if leader else _alone
        _decide_one(story, shares, gate, dice)


def _decide_one(
    story: Story, shares: tuple[float, float, float, float], gate: int, dice: Dice
) -> None:
    published, folded, unknown, below = shares
    luck = dice.draw()
    if luck < published:
        story.published = True
        story.quality = max(story.quality or 0, gate + dice.between(0, 9))
        if dice.chance(0.012):
            story.heat_slip = dice.pick((-20, 20, 20, -40))
    elif luck < published + folded:
        story.published, story.is_folded = False, True
    elif luck < published + folded + unknown:
        if dice.chance(0.5):
            story.quality = None
    elif luck < published + folded + unknown + below:
        story.published = False
        story.quality = dice.between(_least_quality, gate - 1)
    else:
        story.published = False
        story.quality = max(story.quality or 0, gate + dice.between(0, 9))
