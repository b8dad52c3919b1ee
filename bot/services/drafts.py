"""Drafts: a proposal being written step by step, in rows that outlive any crash."""

import hashlib
import json
from dataclasses import dataclass

from bot.domain.clock import Clock
from bot.domain.consultations import Consultation, ConsultationClosed, ConsultationId
from bot.domain.drafts import (
    LIMITS,
    Draft,
    DraftId,
    DraftIncomplete,
    DraftOutlived,
    DraftUnknown,
    Step,
)
from bot.domain.people import PersonId
from bot.domain.questions import ATTENTION
from storage import Database, UnitOfWork, View


@dataclass(frozen=True)
class Changed:
    """What comes instead of consent or receipt: the draft is not what its author has checked.

    Attributes:
        draft: as it is now, back at its preview.
    """

    draft: Draft


class DraftsService:
    """Verbs on drafts.

    Args:
        database: where they are kept.
        clock: the time.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def draft_of(self, person_id: PersonId) -> Draft | None:
        """The proposal that the person is writing, or None."""
        async with self._database.view() as view:
            return await view.drafts.find(person_id)

    async def ready(self, person_id: PersonId, draft_id: DraftId, *, revision: str) -> Draft | Changed:
        """The person's draft, if it can be submitted as it is and is what they have checked.

        Args:
            person_id: whose.
            draft_id: which.
            revision: its `revision_of` at the preview; empty where that is not known.

        Raises:
            DraftUnknown: it was submitted, discarded, or never theirs.
            DraftIncomplete: an answer is missing or too long.
            DraftOutlived: the consultation has closed meanwhile; the draft is kept.
        """
        async with self._database.view() as view:
            draft = await theirs(view, person_id, draft_id)
            await self.consultation_of(view, draft)
        if revision_of(draft) == revision:
            return draft
        return Changed(await self.go_to(person_id, draft_id, Step.PREVIEW, returns=False))

    async def start(self, person_id: PersonId, consultation_id: ConsultationId | None = None) -> Draft:
        """Begin a draft, or take up the one that there is; what is in it stays.

        Args:
            person_id: whose.
            consultation_id: the consultation that it answers; None for "at any time". A draft that answers
                none yet is moved to this one.

        Returns:
            The open draft; or, as it was, the draft that answers another consultation: `move` moves it.

        Raises:
            ConsultationUnknown: no such consultation.
            ConsultationClosed: it takes nothing any more.
        """
        now = self._clock.now()
        async with self._database.unit() as unit:
            await self._check_open(unit, consultation_id)
            await unit.letters.put_aside(person_id)  # one thing is written at a time
            draft = await unit.drafts.find(person_id)
            if draft is None:
                draft = await unit.drafts.add(
                    Draft(
                        id=DraftId(0),
                        person_id=person_id,
                        consultation_id=consultation_id,
                        created_at=now,
                        updated_at=now,
                    )
                )
            elif consultation_id is None or draft.consultation_id in {None, consultation_id}:
                draft = draft.model_copy(
                    update={
                        "is_open": True,
                        "consultation_id": consultation_id or draft.consultation_id,
                        "updated_at": now,
                    }
                )
                await unit.drafts.save(draft)
            unit.came_to("draft")
        return draft

    async def move(
        self, person_id: PersonId, draft_id: DraftId, consultation_id: ConsultationId | None
    ) -> Draft:
        """Let the draft answer another consultation, or none: it is to be submitted "at any time".

        Raises:
            DraftUnknown: the draft is gone.
            ConsultationUnknown: no such consultation.
            ConsultationClosed: it takes nothing any more.
        """
        async with self._database.unit() as unit:
            draft = await theirs(unit, person_id, draft_id)
            await self._check_open(unit, consultation_id)
            return await self._save(unit, draft.model_copy(update={"consultation_id": consultation_id}))

    async def answer(self, person_id: PersonId, text: str, *, message_id: int) -> Draft:
        """Take a message as the answer to the draft's present step, and go on to the next.

        A message that was sent before the present step was shown goes on with the answer before. An answer over
        its limit is kept, and its step is shown again, so that the person can shorten it.

        Args:
            person_id: whose draft.
            text: the message as typed.
            message_id: Telegram's id of the message.

        Raises:
            DraftUnknown: there is no open draft.
            AnswerEmpty: nothing readable in it; the draft is as it was.
            AnswerTooShort: too short to mean anything; the draft is as it was.
        """
        async with self._database.unit() as unit:
            draft = await unit.drafts.get(person_id)
            if not draft.is_open or not draft.takes(message_id):
                raise DraftUnknown
            answered = draft.answered(message_id, text)
            step = answered.parts[-1].step
            if answered.excess(step):
                answered = answered.model_copy(update={"step": step})
            elif step is draft.step:
                answered = _past(answered)
            return await self._save(unit, answered)

    async def edit(self, person_id: PersonId, message_id: int, text: str) -> Draft | None:
        """Let an answer follow a message that the person has edited in Telegram.

        Returns:
            The draft with the answer as it is now; None where no draft of theirs has that message.

        Raises:
            AnswerEmpty: nothing readable is left; the answer is as it was.
            AnswerTooShort: too short to mean anything; the answer is as it was.
        """
        async with self._database.view() as view:
            drafts = await view.drafts.by(person_id)
        if not any(draft.has(message_id) for draft in drafts):
            return None
        async with self._database.unit() as unit:
            for draft in await unit.drafts.by(person_id):
                if draft.has(message_id):
                    edited = draft.edited(message_id, text).model_copy(
                        update={"updated_at": self._clock.now()}
                    )
                    await unit.drafts.save(edited)
                    unit.came_to("draft")
                    return edited
        return None

    async def shown(self, draft_id: DraftId, message_id: int) -> None:
        """Remember which message shows the draft's present step."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.drafts.shown(draft_id, message_id)

    async def skip(self, person_id: PersonId, draft_id: DraftId, step: Step) -> Draft:
        """Leave a step that may be left empty; what was in it is taken out.

        Raises:
            DraftUnknown: the draft is gone.
        """
        async with self._database.unit() as unit:
            draft = await theirs(unit, person_id, draft_id)
            if draft.step is step and step.is_question and not LIMITS[step].is_required:
                answers = {key: text for key, text in draft.answers.items() if key is not step}
                draft = _past(draft.model_copy(update={"answers": answers}))
            return await self._save(unit, draft)

    async def go_to(self, person_id: PersonId, draft_id: DraftId, step: Step, *, returns: bool) -> Draft:
        """Show another step of the draft.

        Args:
            person_id: whose.
            draft_id: which; a button of a draft that has been submitted finds nothing.
            step: the step to go to.
            returns: whether the next answer leads back to the preview.

        Raises:
            DraftUnknown: the draft is gone.
        """
        async with self._database.unit() as unit:
            draft = await theirs(unit, person_id, draft_id)
            return await self._save(unit, draft.model_copy(update={"step": step, "returns": returns}))

    async def set_aside(self, person_id: PersonId) -> Draft | None:
        """Leave the draft, or the letter, for now: what is typed next is a question again, on a new subject.

        Returns:
            The draft; None where there is none, or nothing was in it: an empty one is not kept.
        """
        draft = await self.draft_of(person_id)
        if (draft is None or not draft.is_open) and not await self._is_elsewhere(person_id):
            return draft
        async with self._database.unit() as unit:
            unit.came_to("menu")
            await unit.letters.put_aside(person_id)
            await unit.asked.turn_away(person_id)
            draft = await unit.drafts.find(person_id)
            if draft is None or not draft.is_open:
                return draft
            draft = draft.model_copy(update={"is_open": False})
            if not draft.answers:
                await unit.drafts.delete(draft.id)
                return None
            await unit.drafts.save(draft)
        return draft

    async def discard(self, person_id: PersonId, draft_id: DraftId) -> None:
        """Throw the draft away, for good; pressed again, there is nothing left to throw away.

        Raises:
            DraftUnknown: it is gone, and the person is writing another.
        """
        async with self._database.unit() as unit:
            if await unit.drafts.find(person_id) is not None:
                await unit.drafts.delete((await theirs(unit, person_id, draft_id)).id)
            unit.came_to("discarded")

    async def _is_elsewhere(self, person_id: PersonId) -> bool:
        """Whether a letter takes the next message, or an answer the next question."""
        async with self._database.view() as view:
            letter = await view.letters.in_hand(person_id)
            about = await view.asked.attention(person_id, since=self._clock.now() - ATTENTION)
        return letter is not None or about is not None

    async def _check_open(self, unit: UnitOfWork, consultation_id: ConsultationId | None) -> None:
        if consultation_id is not None:
            consultation = await unit.consultations.get(consultation_id)
            if not consultation.is_open(self._clock.now()):
                raise ConsultationClosed

    async def consultation_of(self, view: View, draft: Draft) -> Consultation | None:
        """What a draft that can be submitted is submitted to; None for "at any time".

        Raises:
            DraftIncomplete: an answer is missing or too long.
            DraftOutlived: the consultation has closed meanwhile.
        """
        if draft.missing:
            raise DraftIncomplete
        if draft.consultation_id is None:
            return None
        consultation = await view.consultations.get(draft.consultation_id)
        if not consultation.is_open(self._clock.now()):
            raise DraftOutlived
        return consultation

    async def _save(self, unit: UnitOfWork, draft: Draft) -> Draft:
        """Whoever works on a draft has it open: the next message belongs to it."""
        await unit.letters.put_aside(draft.person_id)
        saved = draft.model_copy(update={"is_open": True, "updated_at": self._clock.now()})
        await unit.drafts.save(saved)
        unit.came_to("draft")
        return saved


def revision_of(draft: Draft) -> str:
    """Eight hexadecimal digits that change with what the preview shows: the answers and the consultation."""
    shown = json.dumps([draft.consultation_id, sorted(draft.answers.items())])
    return hashlib.sha256(shown.encode()).hexdigest()[:8]


async def theirs(view: View, person_id: PersonId, draft_id: DraftId) -> Draft:
    """The person's draft, if it is still this one.

    Raises:
        DraftUnknown: it was submitted, discarded, or never theirs.
    """
    draft = await view.drafts.find(person_id)
    if draft is None or draft.id != draft_id:
        raise DraftUnknown
    return draft


def _past(draft: Draft) -> Draft:
    """The draft, one step on: to the next question, or back to the preview after a correction."""
    to_preview = draft.returns and draft.step is not Step.PREVIEW
    return draft.model_copy(
        update={"step": Step.PREVIEW if to_preview else draft.step.following, "returns": False}
    )
