"""What an officer is writing about a consultation: a new one, a correction, its closing, its withdrawal, its results.

A row, so that no restart loses it. Like the draft of a proposal it is answered step by step.
"""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NewType

from pydantic import BaseModel, ConfigDict, TypeAdapter

from bot.domain.consultation_asks import (
    CORRECTED,
    LIMITS,
    NOW,
    PREPARED,
    REQUIRED,
    SECOND_TEXTS,
    YES,
    Ask,
    Intent,
    words_of,
)
from bot.domain.consultations import ConsultationId, ConsultationKind, Document
from bot.domain.people import PersonId

ConsultationDraftId = NewType("ConsultationDraftId", int)

_ORDER = tuple(Ask)
#: Documents as an answer.
DOCUMENTS = TypeAdapter(tuple[Document, ...])


class Typed(BaseModel):
    """A message that went into an answer, so that editing it in Telegram changes the answer."""

    model_config = ConfigDict(frozen=True)

    step: Ask
    message_id: int
    text: str


class ConsultationDraft(BaseModel):
    """An officer's work on a consultation.

    Attributes:
        consultation_id: which it is about; None for a new one.
        sequence: how far that consultation was when the answers were taken from it.
        base: the answers as they were taken from it; what differs from them is this officer's.
        answers: what has been typed and chosen so far; moments in ISO 8601, documents as JSON.
        parts: the messages that the typed answers were made of, in the order in which they came.
        is_open: whether the next message is an answer to `step`.
        returns: whether the officer is correcting one answer and goes back to the preview after it.
        shown_id: Telegram's id of the message that was the first to show the present step; a message with a
            lower id belongs to the answer before.
        screen_id: Telegram's id of the message that shows it now.
    """

    model_config = ConfigDict(frozen=True)

    id: ConsultationDraftId
    person_id: PersonId
    intent: Intent = Intent.PREPARE
    consultation_id: ConsultationId | None = None
    sequence: int = 0
    step: Ask = Ask.KIND
    base: Mapping[Ask, str] = {}
    answers: Mapping[Ask, str] = {}
    parts: tuple[Typed, ...] = ()
    is_open: bool = True
    returns: bool = False
    shown_id: int | None = None
    screen_id: int | None = None
    created_at: datetime
    updated_at: datetime

    @property
    def kind(self) -> ConsultationKind:
        """What is asked of people."""
        return ConsultationKind(self.answers.get(Ask.KIND, ConsultationKind.CALL))

    @property
    def documents(self) -> tuple[Document, ...]:
        """What goes with it."""
        return DOCUMENTS.validate_json(self.answers.get(Ask.DOCUMENTS, "[]"))

    @property
    def has_second(self) -> bool:
        """Whether it has texts in the second language."""
        return self.answers.get(Ask.SECOND) == YES

    @property
    def opens_at(self) -> datetime | None:
        """When it is to be opened by itself; None for "now"."""
        said = self.answers.get(Ask.OPENS, NOW)
        return None if said == NOW else datetime.fromisoformat(said)

    @property
    def closes_at(self) -> datetime | None:
        """Its deadline; None while that is not said."""
        said = self.answers.get(Ask.CLOSES)
        return datetime.fromisoformat(said) if said else None

    @property
    def title(self) -> str:
        """Its title; empty while there is none."""
        return self.answers.get(Ask.TITLE, "") or self.answers.get(Ask.SECOND_TITLE, "")

    @property
    def is_begun(self) -> bool:
        """Whether there is anything in it that would be lost."""
        return bool(self.own)

    @property
    def revision(self) -> str:
        """Eight hexadecimal digits that change with what the preview shows."""
        shown = json.dumps([self.sequence, sorted(self.answers.items())])
        return hashlib.sha256(shown.encode()).hexdigest()[:8]

    @property
    def own(self) -> Mapping[Ask, str]:
        """What this officer has changed: answers that are not as they were taken from the consultation."""
        steps = [step for step in Ask if self.answers.get(step, "") != self.base.get(step, "")]
        return {step: self.answers.get(step, "") for step in steps}

    def steps(self, without: Collection[Ask] = ()) -> tuple[Ask, ...]:
        """The questions that are asked one after another.

        Args:
            without: steps that the content has nothing to offer for.
        """
        if self.intent is Intent.CORRECT:
            asked: Sequence[Ask] = CORRECTED
        else:
            asked = PREPARED if self.intent is Intent.PREPARE else (Ask.NOTE,)
        hidden = {*without, *(() if self.has_second else SECOND_TEXTS)}
        return tuple(step for step in asked if step not in hidden)

    def is_required(self, step: Ask) -> bool:
        """Whether it cannot be confirmed without an answer to this."""
        if self.intent is Intent.WITHDRAW:
            return step is Ask.NOTE
        if self.intent not in {Intent.CORRECT, Intent.PREPARE} or step not in self.steps():
            return False
        if step in {Ask.TITLE, Ask.SUMMARY} and self.answers.get(Ask.SECOND_TITLE):
            # One that has come in the second language alone may stay so.
            return bool(self.answers.get(Ask.TITLE) or self.answers.get(Ask.SUMMARY))
        if step is Ask.DOCUMENTS:  # remarks are on something
            return self.intent is Intent.PREPARE and self.kind is ConsultationKind.REMARKS
        return step in REQUIRED or step in {Ask.SECOND_TITLE, Ask.SECOND_SUMMARY}

    @property
    def missing(self) -> tuple[Ask, ...]:
        """Steps that keep it from being confirmed, in order."""
        return tuple(
            step
            for step in Ask
            if self.excess(step) or (self.is_required(step) and not self.answers.get(step))
        )

    def excess(self, step: Ask) -> int:
        """By how many characters the answer is over its limit; 0 when it fits."""
        return max(0, len(self.answers.get(step, "")) - LIMITS[step].most) if step in LIMITS else 0

    def following(self, without: Collection[Ask] = ()) -> Ask:
        """The step after the present one; the preview after the last."""
        later = _ORDER[_ORDER.index(self.step) + 1 :]
        return next((step for step in later if step in self.steps(without)), Ask.PREVIEW)

    def previous(self, without: Collection[Ask] = ()) -> Ask | None:
        """The step before the present one; None before the first."""
        earlier = _ORDER[: _ORDER.index(self.step)]
        return next((step for step in reversed(earlier) if step in self.steps(without)), None)

    def past(self, without: Collection[Ask] = ()) -> "ConsultationDraft":
        """One step on: at the next question, or back at the preview after a correction."""
        goes_back = self.returns and not (self.step is Ask.SECOND and self.has_second and self.missing)
        step = Ask.PREVIEW if goes_back else self.following(without)
        return self.at(step)

    def at(self, step: Ask, *, returns: bool = False) -> "ConsultationDraft":
        """At another step."""
        return self.model_copy(update={"step": step, "returns": returns and step is not Ask.PREVIEW})

    def chosen(self, step: Ask, answer: str) -> "ConsultationDraft":
        """With an answer in place of what was there; an empty one is taken out."""
        answers = {key: text for key, text in self.answers.items() if key is not step}
        return self.model_copy(update={"answers": {**answers, step: answer} if answer else answers})

    def without(self, step: Ask) -> "ConsultationDraft":
        """Without what was answered to a step."""
        parts = tuple(part for part in self.parts if part.step is not step)
        return self.chosen(step, "").model_copy(update={"parts": parts})

    def with_documents(self, documents: Sequence[Document]) -> "ConsultationDraft":
        """With these documents."""
        if len(documents) > 0:
            return self.chosen(Ask.DOCUMENTS, DOCUMENTS.dump_json(tuple(documents)).decode())
        return self.chosen(Ask.DOCUMENTS, "")

    def is_late(self, message_id: int) -> bool:
        """Whether a message was sent before the present step could be seen."""
        is_before = self.shown_id is not None and message_id < self.shown_id
        return is_before and bool(self.parts) and self.parts[-1].step in LIMITS

    def part_of(self, message_id: int) -> Typed | None:
        """What a message went into; None for one that was no answer."""
        return next((part for part in self.parts if part.message_id == message_id), None)

    def taken(self, part: Typed, *, goes_on: bool) -> "ConsultationDraft":
        """With a message as the words of its step, or more words of it; edited, in place of what it said.

        Raises:
            AnswerEmpty: nothing readable in it.
            AnswerTooShort: too short to mean anything.
        """
        if self.part_of(part.message_id) is not None:
            parts = [part if one.message_id == part.message_id else one for one in self.parts]
        else:
            parts = [one for one in self.parts if goes_on or one.step is not part.step] + [part]
        whole = "\n".join(one.text for one in parts if one.step is part.step)
        answer = words_of(part.step, whole) if part.step in LIMITS else ""
        kept = self.model_copy(update={"parts": tuple(parts)})
        return kept.chosen(part.step, answer) if part.step in LIMITS else kept
