"""Drafts of proposals: what is asked, in which order, within which limits."""

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.consultations import ConsultationClosed, ConsultationId
from bot.domain.errors import CivicError
from bot.domain.people import PersonId

DraftId = NewType("DraftId", int)


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


class Mode(StrEnum):
    """Which steps a draft has: all of them, or the obligatory ones."""

    FULL = "full"
    QUICK = "quick"


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


class Part(BaseModel):
    """A message that went into an answer, so that editing it in Telegram changes the answer.

    Attributes:
        message_id: Telegram's.
        text: as typed.
    """

    model_config = ConfigDict(frozen=True)

    step: Step
    message_id: int
    text: str


class Draft(BaseModel):
    """A proposal being written, or one being corrected. A row, so that no restart loses it.

    Attributes:
        proposal_id: the row id of the submitted proposal that is being corrected; None for a new one.
        mode: whether all steps are shown or only the obligatory ones.
        step: the screen that the person is on.
        answers: what has been typed and chosen so far; an answer over its limit is kept too.
        parts: the messages that the typed answers were made of, in the order in which they came.
        is_open: whether the next text message is an answer to `step`; false once it has been put aside.
        returns: whether the person is correcting one answer and goes back to the preview after it.
        shown_id: Telegram's id of the message that shows the present step. A message with a lower id was
            sent before the person could see it, and belongs to the answer before.
        reminded_at: when the person was reminded of it; that happens once.
    """

    model_config = ConfigDict(frozen=True)

    id: DraftId
    person_id: PersonId
    consultation_id: ConsultationId | None = None
    proposal_id: int | None = None
    mode: Mode = Mode.FULL
    step: Step = Step.TITLE
    answers: Mapping[Step, str] = {}
    parts: tuple[Part, ...] = ()
    is_open: bool = True
    returns: bool = False
    shown_id: int | None = None
    reminded_at: datetime | None = None
    created_at: datetime
    updated_at: datetime

    def is_late(self, message_id: int) -> bool:
        """Whether a message was sent before the present step could be seen."""
        return self.shown_id is not None and message_id < self.shown_id and bool(self.parts)

    def takes(self, message_id: int) -> bool:
        """Whether a text message is an answer: to the present step, or a late part of the one before."""
        return self.is_open and (self.step.is_question or self.is_late(message_id))

    def has(self, message_id: int) -> bool:
        """Whether a message went into an answer."""
        return any(part.message_id == message_id for part in self.parts)

    def answered(self, message_id: int, text: str) -> "Draft":
        """The draft with a message taken into the answer that it belongs to.

        A message that was sent before the present step was shown goes on with the answer before; any other is
        the answer to the present step, in place of what was there.

        Args:
            message_id: Telegram's.
            text: as typed.

        Raises:
            AnswerEmpty: nothing readable in it.
            AnswerTooShort: too short to mean anything.
        """
        is_late = self.is_late(message_id)
        step = self.parts[-1].step if is_late else self.step
        kept = self.parts if is_late else tuple(part for part in self.parts if part.step is not step)
        return self._with(step, (*kept, Part(step=step, message_id=message_id, text=text)))

    def edited(self, message_id: int, text: str) -> "Draft":
        """The draft after the person has edited a message in Telegram; as it was where that is no part of it.

        Raises:
            AnswerEmpty: nothing readable is left.
            AnswerTooShort: too short to mean anything.
        """
        for place, part in enumerate(self.parts):
            if part.message_id == message_id:
                changed = part.model_copy(update={"text": text})
                return self._with(part.step, (*self.parts[:place], changed, *self.parts[place + 1 :]))
        return self

    def _with(self, step: Step, parts: tuple[Part, ...]) -> "Draft":
        whole = "\n".join(part.text for part in parts if part.step is step)
        answers = {**self.answers, step: cleaned(step, whole)}
        return self.model_copy(update={"answers": answers, "parts": parts})

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
