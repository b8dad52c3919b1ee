"""Proposals and their drafts: what is asked, in which order, within which limits."""

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.consultations import ConsultationClosed, ConsultationId
from bot.domain.errors import CivicError
from bot.domain.people import PersonId

ProposalId = NewType("ProposalId", int)
DraftId = NewType("DraftId", int)

#: Which text on the processing of personal data the author has agreed to; raise it when that text changes.
CONSENT_VERSION = 1


class ProposalState(StrEnum):
    """Where a submitted proposal stands."""

    RECEIVED = "received"
    CLARIFICATION = "clarification"
    UNDER_REVIEW = "under_review"
    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly_accepted"
    DECLINED = "declined"
    MERGED = "merged"
    IN_PLAN = "in_plan"
    IMPLEMENTED = "implemented"
    WITHDRAWN = "withdrawn"

    @property
    def awaits_response(self) -> bool:
        """Whether the secretariat still owes the author a reasoned response."""
        return self in _AWAITING


_AWAITING = {ProposalState.RECEIVED, ProposalState.CLARIFICATION, ProposalState.UNDER_REVIEW}


class Step(StrEnum):
    """A screen of the guided submission, in the order in which they are shown."""

    TITLE = "title"
    PROBLEM = "problem"
    SOLUTION = "solution"
    CONTACT = "contact"
    PREVIEW = "preview"

    @property
    def is_question(self) -> bool:
        """Whether the step asks for a text."""
        return self is not Step.PREVIEW

    @property
    def number(self) -> int:
        """Which step it is, from 1."""
        return list(Step).index(self) + 1

    @property
    def previous(self) -> "Step | None":
        """The step before; None before the first."""
        return list(Step)[self.number - 2] if self.number > 1 else None

    @property
    def following(self) -> "Step":
        """The step after; the preview is followed by itself."""
        return list(Step)[min(self.number, len(Step) - 1)]


QUESTIONS = tuple(step for step in Step if step.is_question)


class Limit(BaseModel):
    """Length of an answer, in characters."""

    model_config = ConfigDict(frozen=True)

    least: int
    most: int
    is_required: bool = True


#: Together they fit, with their headings, one Telegram message of 4096 characters: the preview is one screen.
LIMITS: Mapping[Step, Limit] = {
    Step.TITLE: Limit(least=5, most=150),
    Step.PROBLEM: Limit(least=10, most=1700),
    Step.SOLUTION: Limit(least=10, most=1700),
    Step.CONTACT: Limit(least=3, most=150, is_required=False),
}


class AnswerEmpty(CivicError):
    """Nothing readable was sent."""

    message_id = "proposal-error-empty"


class AnswerTooShort(CivicError):
    """Fewer characters than make sense for this step."""

    message_id = "proposal-error-short"


class DraftIncomplete(CivicError):
    """An answer is missing or over its limit; the draft stays as it is."""

    message_id = "proposal-error-incomplete"


class DraftOutlived(ConsultationClosed):
    """The consultation has closed while the draft was being written; the draft is kept."""


class DraftUnknown(CivicError):
    """The draft was submitted, discarded, or never this person's."""

    message_id = "proposal-error-no-draft"


class ProposalUnknown(CivicError):
    """No such proposal, or not this person's."""

    message_id = "proposal-error-unknown"


class Draft(BaseModel):
    """A proposal being written. A row from its first answer on, so that no restart loses it.

    Attributes:
        step: the screen that the person is on.
        answers: what has been typed so far; an answer over its limit is kept too.
        is_open: whether the next text message is an answer to `step`; false once it has been put aside.
        returns: whether the person is correcting one answer and goes back to the preview after it.
        answered_at: when the last answer came (Telegram's own time of the message).
    """

    model_config = ConfigDict(frozen=True)

    id: DraftId
    person_id: PersonId
    consultation_id: ConsultationId | None = None
    step: Step = Step.TITLE
    answers: Mapping[Step, str] = {}
    is_open: bool = True
    returns: bool = False
    answered_at: datetime | None = None
    created_at: datetime
    updated_at: datetime

    def excess(self, step: Step) -> int:
        """By how many characters the answer is over its limit; 0 when it fits."""
        return max(0, len(self.answers.get(step, "")) - LIMITS[step].most)

    @property
    def missing(self) -> tuple[Step, ...]:
        """Steps that keep the draft from being submitted, in order."""
        return tuple(
            step
            for step in QUESTIONS
            if self.excess(step) or (LIMITS[step].is_required and not self.answers.get(step))
        )


class Proposal(BaseModel):
    """A submitted proposal.

    Attributes:
        reference: what people quote: `UA-2026-0042`.
        author_id: None once the author has erased their data.
        draft_id: the draft it came from; submitting is idempotent by it.
        contact: how the author wants to be reached besides Telegram.
        language: the language of the author's screens when it was submitted.
    """

    model_config = ConfigDict(frozen=True)

    id: ProposalId
    reference: str
    draft_id: DraftId
    author_id: PersonId | None
    consultation_id: ConsultationId | None
    consultation: str | None
    state: ProposalState
    title: str
    problem: str
    solution: str
    contact: str
    language: str
    consent_version: int
    submitted_at: datetime
    updated_at: datetime


def cleaned(step: Step, text: str) -> str:
    """An answer as it is kept: control and zero-width characters out, white space trimmed.

    Line breaks stay, except in a title, which is one line.

    Raises:
        AnswerEmpty: nothing readable is left, not one letter or digit.
        AnswerTooShort: fewer characters than `LIMITS` asks for.
    """
    spaced = "".join(" " if c.isspace() and c != "\n" else c for c in text)
    kept = "".join(c for c in spaced if c == "\n" or unicodedata.category(c) not in _UNSEEN or c in _JOINERS)
    lines = [" ".join(line.split()) for line in kept.split("\n")]
    answer = " ".join(filter(None, lines)) if step is Step.TITLE else "\n".join(lines).strip()
    if not any(c.isalnum() for c in answer):
        raise AnswerEmpty
    if len(answer) < LIMITS[step].least:
        raise AnswerTooShort(least=LIMITS[step].least, length=len(answer))
    return answer


#: Control, format (bidirectional marks, zero-width), surrogate and private-use characters.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
#: Zero-width joiners are a part of some letters and emoji.
_JOINERS = {"\u200c", "\u200d"}
