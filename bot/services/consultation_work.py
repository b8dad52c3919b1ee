"""An officer's work on a consultation as screens are drawn from it, and whose it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import structlog

from bot.domain.consultation_asks import Ask, ConsultationDraftUnknown, Intent
from bot.domain.consultation_drafts import ConsultationDraft, ConsultationDraftId
from bot.domain.consultations import (
    Consultation,
    ConsultationChange,
    ConsultationEvent,
    ConsultationState,
    ConsultationStateWrong,
    FieldChange,
)
from bot.domain.people import Actor, Role
from bot.domain.proposals import ProposalState
from storage import View

_log = structlog.get_logger(__name__)


_UNPUBLISHED = frozenset({ConsultationState.DRAFT, ConsultationState.SCHEDULED})
#: From which states each work can begin.
_FROM: Mapping[Intent, frozenset[ConsultationState]] = {
    Intent.PREPARE: _UNPUBLISHED,
    Intent.CORRECT: frozenset(state for state in ConsultationState if state.takes_corrections),
    Intent.CLOSE: frozenset({ConsultationState.OPEN}),
    Intent.WITHDRAW: frozenset(
        state for state in ConsultationState if ConsultationState.WITHDRAWN in state.following
    ),
    Intent.ANSWER: frozenset({ConsultationState.CLOSED}),
}
#: What each work comes to; that of preparing is chosen.
EVENTS: Mapping[Intent, ConsultationEvent] = {
    Intent.CORRECT: ConsultationEvent.CHANGED,
    Intent.CLOSE: ConsultationEvent.CLOSED,
    Intent.WITHDRAW: ConsultationEvent.WITHDRAWN,
    Intent.ANSWER: ConsultationEvent.ANSWERED,
}


@dataclass(frozen=True)
class Took:
    """What a message has become.

    Attributes:
        draft: as it is now.
        step: whose answer the message went into.
        is_late: whether it went on with an answer that was there; the step in hand is another one.
    """

    draft: ConsultationDraft
    step: Ask
    is_late: bool = False


class Outcome(StrEnum):
    """What is to become of a prepared consultation."""

    KEEP = "k"
    PLAN = "p"
    OPEN = "o"


@dataclass(frozen=True)
class Work:
    """What the screens of an officer's work are drawn from.

    Attributes:
        consultation: which it is about; None for a new one.
        becomes: the consultation as it will be; None while something is missing.
        fields: what will be another then.
        hearers: how many people and groups hear of it when it is confirmed.
        others: how many colleagues work on the same consultation.
        tally: how many proposals in it are in each state.
        news: the change that a colleague made while this was being written.
    """

    draft: ConsultationDraft
    consultation: Consultation | None
    becomes: Consultation | None
    fields: Sequence[FieldChange]
    hearers: int
    others: int
    unasked: frozenset[Ask]
    languages: Sequence[str]
    tally: Mapping[ProposalState, int]
    news: ConsultationChange | None = None


@dataclass(frozen=True)
class Confirmed:
    """What a confirmation has come to.

    Attributes:
        consultation: as it is now.
        change: the row of its history; None where it is only kept for later.
        hearers: how many people and groups hear of it.
    """

    consultation: Consultation
    change: ConsultationChange | None
    hearers: int


async def own(view: View, draft_id: ConsultationDraftId, by: Actor) -> ConsultationDraft:
    """The officer's own work; a try at a colleague's is logged.

    Raises:
        NotAllowed: the actor is no officer (any more).
        ConsultationDraftUnknown: it is gone, or somebody else's.
    """
    await view.staff.require(by, Role.OFFICER)
    draft = await view.consultation_drafts.find(draft_id)
    if draft is not None and draft.person_id != by.person_id:
        _log.warning("not-theirs", noun="consultation_draft", id=draft_id, person=by.person_id)
        raise ConsultationDraftUnknown
    if draft is None:
        raise ConsultationDraftUnknown
    return draft


async def held(view: View, by: Actor) -> ConsultationDraft:
    """What the officer has in hand.

    Raises:
        NotAllowed: the actor is no officer (any more).
        ConsultationDraftUnknown: nothing is.
    """
    await view.staff.require(by, Role.OFFICER)
    draft = await view.consultation_drafts.in_hand(by.person_id) if by.person_id is not None else None
    if draft is None:
        raise ConsultationDraftUnknown
    return draft


async def consultation_of_work(view: View, draft: ConsultationDraft) -> Consultation | None:
    """The consultation that some work is about; None for a new one."""
    return await view.consultations.get(draft.consultation_id) if draft.consultation_id else None


async def hearers_of(view: View, consultation: Consultation, event: ConsultationEvent) -> int:
    """How many people and groups hear of a step."""
    if event in {ConsultationEvent.SCHEDULED, ConsultationEvent.OPENED}:
        return await view.subscriptions.count(consultation.id)
    if not consultation.published_at:
        return 0
    is_under_way = event is not ConsultationEvent.ANSWERED
    return await view.consultations.told(consultation.id, is_under_way=is_under_way)


def check_state(consultation: Consultation, intent: Intent) -> None:
    """Whether such work can be done in its present state.

    Raises:
        ConsultationStateWrong: it cannot.
    """
    if consultation.state not in _FROM[intent]:
        raise ConsultationStateWrong(slug=consultation.slug, state=consultation.state)


def event_of(consultation: Consultation, outcome: Outcome) -> ConsultationEvent | None:
    """What happens to a prepared consultation; None where it is only kept."""
    is_waiting = consultation.state is ConsultationState.SCHEDULED
    match outcome:
        case Outcome.OPEN:
            return ConsultationEvent.OPENED
        case Outcome.PLAN:
            return None if is_waiting else ConsultationEvent.SCHEDULED
        case Outcome.KEEP:
            return ConsultationEvent.UNSCHEDULED if is_waiting else None
