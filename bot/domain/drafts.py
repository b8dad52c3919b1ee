"""Drafts of proposals: where one stands, which answers it has, and what an author can do to it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.consultations import ConsultationClosed, ConsultationId, ConsultationKind
from bot.domain.draft_steps import (
    ANONYMOUS,
    LEAST_OF_REMARK,
    LIMITS,
    OF_AUTHOR,
    OF_REMARK,
    OPTIONAL,
    QUESTIONS,
    WHOLE,
    AnswerEmpty,
    AnswerTooShort,
    Limit,
    Mode,
    Step,
    cleaned,
)
from bot.domain.errors import CivicError
from bot.domain.gatherings import GatheringId
from bot.domain.people import PersonId

DraftId = NewType("DraftId", int)

#: So many drafts of one person's are kept.
MOST_DRAFTS = 5
_ORDER = tuple(Step)


class DraftIncomplete(CivicError):
    """An answer is missing or over its limit; the draft stays as it is."""

    message_id = "proposal-error-incomplete"


class DraftOutlived(ConsultationClosed):
    """The consultation has closed while the draft was being written; the draft is kept."""

    def __init__(self, draft_id: DraftId) -> None:
        super().__init__()
        self.draft_id = draft_id


class DraftUnknown(CivicError):
    """The draft was submitted, discarded, or never this person's."""

    message_id = "proposal-error-no-draft"


class TooManyDrafts(CivicError):
    """The person keeps as many drafts as one may; each of them can be gone on with or thrown away."""

    message_id = "draft-error-many"


class ChoiceUnknown(CivicError):
    """What was chosen is not on offer (any more); the draft is as it was."""

    message_id = "draft-error-choice"


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
        gathering_id: the meeting from which an officer enters it for somebody else; None for one's own.
        kind: what that consultation asks for; None for "at any time".
        mode: whether all steps are shown or only the obligatory ones.
        step: the screen that the person is on.
        answers: what has been typed and chosen so far; an answer over its limit is kept too.
        parts: the messages that the typed answers were made of, in the order in which they came.
        is_open: whether the next text message is an answer to `step`; false once it has been put aside.
        returns: whether the person is correcting one answer and goes back to the preview after it.
        shown_id: Telegram's id of the message that was the first to show the present step. A message with a
            lower id was sent before the person could see it, and belongs to the answer before. None until it is
            shown, and 0 where a crash has hidden which message that was.
        screen_id: Telegram's id of the message that shows the draft now.
        reminded_at: when the person was reminded of it; that happens once.
    """

    model_config = ConfigDict(frozen=True)

    id: DraftId
    person_id: PersonId
    consultation_id: ConsultationId | None = None
    proposal_id: int | None = None
    gathering_id: GatheringId | None = None
    kind: ConsultationKind | None = None
    mode: Mode = Mode.FULL
    step: Step = Step.TITLE
    answers: Mapping[Step, str] = {}
    parts: tuple[Part, ...] = ()
    is_open: bool = True
    returns: bool = False
    shown_id: int | None = None
    screen_id: int | None = None
    reminded_at: datetime | None = None
    created_at: datetime
    updated_at: datetime

    def is_late(self, message_id: int) -> bool:
        """Whether a message was sent before the present step could be seen."""
        return self.shown_id is not None and message_id < self.shown_id and bool(self.parts)

    def takes(self, message_id: int) -> bool:
        """Whether a text message is an answer: to the present step, or a late part of the one before."""
        return self.is_open and (self.step.is_typed or self.is_late(message_id))

    @property
    def is_for_other(self) -> bool:
        """Whether an officer writes down what somebody else has handed in on paper."""
        return self.gathering_id is not None

    @property
    def is_remark(self) -> bool:
        """Whether it is a remark on a published draft, and no proposal."""
        return self.kind is ConsultationKind.REMARKS

    @property
    def is_anonymous(self) -> bool:
        """Whether the author wants to stay unknown."""
        return self.answers.get(Step.IDENTITY) == ANONYMOUS

    def steps(self, without: Collection[Step] = ()) -> tuple[Step, ...]:
        """The questions that are asked one after another: those of the mode, and of an author who is named.

        Args:
            without: steps that have nothing to offer, in a content without regions or topics.
        """
        if self.is_remark:
            hidden = OF_AUTHOR if self.is_anonymous else frozenset[Step]()
            return tuple(step for step in OF_REMARK if step not in hidden)
        left_out = {
            *without,
            *(OPTIONAL if self.mode is Mode.QUICK else ()),
            *(OF_AUTHOR if self.is_anonymous else ()),
        }
        return tuple(step for step in QUESTIONS if step not in left_out)

    def following(self, without: Collection[Step] = ()) -> Step:
        """The step after the present one; the preview after the last, and after itself."""
        later = _ORDER[_ORDER.index(self.step) + 1 :]
        return next((step for step in later if step in self.steps(without)), Step.PREVIEW)

    def previous(self, without: Collection[Step] = ()) -> Step | None:
        """The step before the present one; None before the first."""
        earlier = _ORDER[: _ORDER.index(self.step)]
        return next((step for step in reversed(earlier) if step in self.steps(without)), None)

    def past(self, without: Collection[Step] = ()) -> "Draft":
        """The draft one step on: at the next question, or back at the preview after a correction."""
        to_name = self.step is Step.IDENTITY and not self.is_anonymous and not self.answers.get(Step.NAME)
        if self.returns and to_name:
            return self.model_copy(update={"step": Step.NAME})
        step = Step.PREVIEW if self.returns else self.following(without)
        return self.model_copy(update={"step": step, "returns": False})

    def at(self, step: Step, *, returns: bool = False, without: Collection[Step] = ()) -> "Draft":
        """The draft at another step; where that is not asked any more, at the one after it.

        Args:
            step: where to go.
            returns: whether an answer leads back to the preview; any step can be corrected so.
            without: as in `steps`.
        """
        there = self.model_copy(update={"step": step, "returns": returns and step.is_question})
        left_out = OF_AUTHOR if self.is_anonymous else frozenset[Step]()
        if not step.is_question or step in self.steps(without) or (returns and step not in left_out):
            return there
        return there.model_copy(update={"step": there.following(without), "returns": False})

    def chosen(self, step: Step, answer: str) -> "Draft":
        """The draft with an answer that was pressed, not written; an empty one is taken out."""
        answers = {key: text for key, text in self.answers.items() if key is not step}
        return self.model_copy(update={"answers": {**answers, step: answer} if answer else answers})

    def without(self, step: Step) -> "Draft":
        """The draft without what was answered to a step."""
        parts = tuple(part for part in self.parts if part.step is not step)
        return self.chosen(step, "").model_copy(update={"parts": parts})

    def step_of(self, message_id: int) -> Step | None:
        """The step that a message was an answer to; None for a message that was none."""
        return next((part.step for part in self.parts if part.message_id == message_id), None)

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
        least = LEAST_OF_REMARK.get(step) if self.is_remark else None
        answers = {**self.answers, step: cleaned(step, whole, least=least)}
        return self.model_copy(update={"answers": answers, "parts": parts})

    def excess(self, step: Step) -> int:
        """By how many characters the answer is over its limit; 0 when it fits."""
        return max(0, len(self.answers.get(step, "")) - LIMITS[step].most) if step in LIMITS else 0

    @property
    def missing(self) -> tuple[Step, ...]:
        """Steps that keep the draft from being submitted, in order."""
        questions = OF_REMARK if self.is_remark else QUESTIONS
        asked = (step for step in questions if not (self.is_anonymous and step in OF_AUTHOR))
        return tuple(
            step for step in asked if self.excess(step) or (step.is_required and not self.answers.get(step))
        )


__all__ = [
    "ANONYMOUS",
    "LIMITS",
    "MOST_DRAFTS",
    "OF_AUTHOR",
    "OPTIONAL",
    "QUESTIONS",
    "WHOLE",
    "AnswerEmpty",
    "AnswerTooShort",
    "ChoiceUnknown",
    "Draft",
    "DraftId",
    "DraftIncomplete",
    "DraftOutlived",
    "DraftUnknown",
    "Limit",
    "Mode",
    "Part",
    "Step",
    "TooManyDrafts",
    "cleaned",
]
