"""Hidings: a proposal is taken out of public view by a published rule, contested once, kept so, or shown again."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.people import PersonId
from bot.domain.proposals import ProposalId

HidingId = NewType("HidingId", int)


class Rule(StrEnum):
    """Which of the published rules a proposal breaks."""

    INSULT = "insult"
    PRIVATE = "private"
    ADVERTISING = "advertising"
    REPEATED = "repeated"


class HidingStep(StrEnum):
    """What was done about a proposal's being public."""

    HIDDEN = "hidden"
    #: By the author; everything else is the secretariat's.
    CONTESTED = "contested"
    KEPT = "kept"
    SHOWN = "shown"

    @property
    def is_authors(self) -> bool:
        """Whether the author takes it; else the secretariat."""
        return self is HidingStep.CONTESTED


#: What may come next; None before the first. A hiding is contested once.
FOLLOWING: Mapping[HidingStep | None, frozenset[HidingStep]] = {
    None: frozenset({HidingStep.HIDDEN}),
    HidingStep.HIDDEN: frozenset({HidingStep.CONTESTED, HidingStep.SHOWN}),
    HidingStep.CONTESTED: frozenset({HidingStep.KEPT, HidingStep.SHOWN}),
    HidingStep.KEPT: frozenset({HidingStep.SHOWN}),
    HidingStep.SHOWN: frozenset({HidingStep.HIDDEN}),
}


class HidingImpossible(CivicError):
    """The proposal is hidden or shown already, contested before, or withdrawn; it is as it was."""

    message_id = "hiding-error-state"


class HidingUnknown(CivicError):
    """No such step, or no business of this person's."""

    message_id = "proposal-error-unknown"


class Hiding(BaseModel):
    """One step. Together they are the history of a proposal's being public.

    Attributes:
        rule: that of the hiding to which the step belongs; it is what others read.
        actor_id: Telegram's id of who did it; None for the operator, or once they have erased their data.
        letter_id: the letter with the reason; the key against repeats. None for the operator's.
        reason: what the other side reads.
    """

    model_config = ConfigDict(frozen=True)

    id: HidingId = HidingId(0)
    proposal_id: ProposalId
    step: HidingStep
    rule: Rule
    actor_id: PersonId | None = None
    letter_id: int | None = None
    reason: str = ""
    changed_at: datetime

    @property
    def is_in_force(self) -> bool:
        """Whether the proposal is out of public view."""
        return self.step is not HidingStep.SHOWN


def may_follow(latest: Hiding | None, step: HidingStep) -> bool:
    """Whether this step may be taken after the latest one."""
    return step in FOLLOWING[latest.step if latest else None]
