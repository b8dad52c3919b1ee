"""Officers' work on consultations as a whole: begun, looked over, confirmed."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.consultation_answers import answers_of, consultation_of
from bot.domain.consultation_asks import Ask, ConsultationIncomplete, Intent
from bot.domain.consultation_differences import differences
from bot.domain.consultation_drafts import ConsultationDraft, ConsultationDraftId
from bot.domain.consultations import (
    Consultation,
    ConsultationChange,
    ConsultationChangeId,
    ConsultationEvent,
    ConsultationId,
    ConsultationState,
    NewConsultation,
    SlugTaken,
)
from bot.domain.people import Actor, Role
from bot.domain.slugs import slug_of
from bot.services.consultation_steps import check_answered
from bot.services.consultation_work import (
    EVENTS,
    Confirmed,
    Outcome,
    Work,
    check_state,
    consultation_of_work,
    event_of,
    hearers_of,
    own,
)
from bot.services.consultation_writing import ConsultationWriting
from bot.services.consultations import ConsultationsService
from bot.services.content.live import LiveContent
from storage import AttachmentFiles, Database, UnitOfWork, View


class ConsultationDraftsService(ConsultationWriting):
    """Verbs on officers' work on consultations.

    Args:
        database: where it is kept.
        clock: the time.
        content: the languages, and what there is to choose from.
        zone: the zone of the clock that officers read.
        files: where documents lie.
        consultations: what takes the steps.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        content: LiveContent,
        *,
        zone: ZoneInfo,
        files: AttachmentFiles,
        consultations: ConsultationsService,
    ) -> None:
        super().__init__(database, clock, content, zone=zone, files=files)
        self._consultations = consultations

    async def mine(self, by: Actor) -> Sequence[ConsultationDraft]:
        """What the officer has begun and not confirmed, what they worked on last first.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        if by.person_id is None:
            return []
        async with self._database.view() as view:
            return [one for one in await view.consultation_drafts.by(by.person_id) if one.is_begun]

    async def begin(self, by: Actor) -> ConsultationDraft:
        """Begin a new consultation; an empty one that is there is taken again.

        Raises:
            NotAllowed: the actor is not at least an officer.
        """
        assert by.person_id is not None
        now = self._clock.now()
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            begun = await unit.consultation_drafts.by(by.person_id)
            empty = next((one for one in begun if one.consultation_id is None and not one.is_begun), None)
            new = ConsultationDraft(
                id=ConsultationDraftId(0), person_id=by.person_id, created_at=now, updated_at=now
            )
            return await self.hold(unit, empty.at(Ask.KIND) if empty else new)

    async def take_up(self, consultation_id: ConsultationId, intent: Intent, by: Actor) -> ConsultationDraft:
        """Begin some work on a consultation that is there, or go on with it.

        Raises:
            NotAllowed: the actor is not at least an officer.
            ConsultationUnknown: no such consultation.
            ConsultationStateWrong: not in its present state.
            ResponsesMissing: its results are to be published, and proposals wait for a response.
        """
        assert by.person_id is not None
        now = self._clock.now()
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            consultation = await unit.consultations.get(consultation_id)
            check_state(consultation, intent)
            if intent is Intent.ANSWER:
                await check_answered(unit, consultation)
            begun = await unit.consultation_drafts.by(by.person_id)
            mine = next(
                (one for one in begun if (one.consultation_id, one.intent) == (consultation_id, intent)), None
            )
            if mine is None:
                is_whole = intent in {Intent.PREPARE, Intent.CORRECT}
                mine = ConsultationDraft(
                    id=ConsultationDraftId(0),
                    person_id=by.person_id,
                    intent=intent,
                    consultation_id=consultation_id,
                    step=Ask.PREVIEW if is_whole else Ask.NOTE,
                    created_at=now,
                    updated_at=now,
                )
            return await self.hold(unit, self._rebased(mine, consultation))

    async def work(self, draft: ConsultationDraft, *, is_news: bool = False) -> Work:
        """What the screens show of an officer's work.

        Args:
            draft: the work.
            is_news: whether to name a colleague's change, though the work is over it already.
        """
        async with self._database.view() as view:
            consultation = await consultation_of_work(view, draft)
            news = None
            if consultation is not None and (is_news or draft.sequence != consultation.sequence):
                changes = await view.consultation_changes.of(consultation.id)
                news = changes[-1] if changes else None
            tally = await view.consultations.tally(consultation.id) if consultation else {}
            becomes = await self._becoming(view, draft, consultation)
            if draft.intent is Intent.CLOSE and becomes is not None:
                becomes = becomes.model_copy(update={"closes_at": self._clock.now()})
            on = await view.consultation_drafts.on(consultation.id) if consultation else []
            if consultation is not None and consultation.state.is_public:
                hearers = await hearers_of(
                    view, consultation, EVENTS.get(draft.intent, ConsultationEvent.CHANGED)
                )
            else:
                is_prepared = becomes is not None and draft.intent is Intent.PREPARE
                hearers = await view.subscriptions.count_for(becomes) if becomes and is_prepared else 0
        return Work(
            draft=draft,
            consultation=consultation,
            becomes=becomes,
            fields=differences(consultation, becomes) if consultation and becomes else (),
            hearers=hearers,
            others=len({one.person_id for one in on if one.is_begun} - {draft.person_id}),
            unasked=self.unasked,
            languages=self.languages,
            tally=tally,
            news=news,
        )

    async def confirm(
        self, draft_id: ConsultationDraftId, outcome: Outcome, by: Actor, *, revision: str
    ) -> Confirmed | Work:
        """Do what has been looked over, once, however often the button is pressed.

        Args:
            draft_id: the work.
            outcome: what is to become of a prepared consultation; of no matter for other work.
            by: the officer.
            revision: of what the officer has seen.

        Returns:
            What it has come to; or the work anew, where it is no longer what was seen.

        Raises:
            CivicError: it cannot be done; everything that was written is kept.
        """
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            before = await unit.consultation_changes.of_draft(draft_id)
            if before is not None and before.actor_id == by.person_id:
                unit.came_to("consultation_change", before.id)
                return await self._confirmed(unit, before)
            draft = await own(unit, draft_id, by)
            consultation = await consultation_of_work(unit, draft)
            rebased = self._rebased(draft, consultation) if consultation else draft
            if rebased.revision != revision:
                seen = await self.hold(unit, rebased.at(Ask.PREVIEW))
            else:
                return await self._do(unit, rebased, consultation, outcome, by)
        return await self.work(seen, is_news=rebased.sequence != draft.sequence)

    async def again(self, change_id: ConsultationChangeId, by: Actor) -> Confirmed:
        """What a confirmation has come to, once more.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            return await self._confirmed(view, await view.consultation_changes.get(change_id))

    async def unschedule(self, consultation_id: ConsultationId, by: Actor) -> None:
        """Let it not open by itself; it is a draft again. Pressed again, it changes nothing more.

        Raises:
            NotAllowed: the actor is not at least an officer.
            ConsultationStateWrong: it does not wait for its time.
        """
        await self._turn(consultation_id, ConsultationEvent.UNSCHEDULED, by, unless=ConsultationState.DRAFT)

    async def plan(self, consultation_id: ConsultationId, by: Actor) -> None:
        """Let a draft open by itself at the time that was chosen for it. Pressed again, it changes nothing more.

        Raises:
            NotAllowed: the actor is not at least an officer.
            CivicError: it is no draft any more, or its times do not fit.
        """
        await self._turn(consultation_id, ConsultationEvent.SCHEDULED, by, unless=ConsultationState.SCHEDULED)

    async def others_on(self, consultation_id: ConsultationId, by: Actor) -> int:
        """How many colleagues are writing about a consultation."""
        async with self._database.view() as view:
            on = await view.consultation_drafts.on(consultation_id)
        return len({one.person_id for one in on if one.is_begun} - {by.person_id})

    async def _turn(
        self,
        consultation_id: ConsultationId,
        event: ConsultationEvent,
        by: Actor,
        *,
        unless: ConsultationState,
    ) -> None:
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            consultation = await unit.consultations.get(consultation_id)
            if consultation.state is not unless:
                await self._consultations.put(unit, consultation, event, by)
            unit.came_to("consultation_staff", consultation_id)

    async def _do(
        self,
        unit: UnitOfWork,
        draft: ConsultationDraft,
        consultation: Consultation | None,
        outcome: Outcome,
        by: Actor,
    ) -> Confirmed:
        if draft.missing or (draft.intent is Intent.CORRECT and not draft.own.keys() - {Ask.NOTE}):
            raise ConsultationIncomplete
        if consultation is not None:
            check_state(consultation, draft.intent)
        becomes = await self._becoming(unit, draft, consultation)
        assert becomes is not None
        if draft.intent is Intent.PREPARE:
            stored = await self._store(unit, becomes, consultation)
            now = self._clock.now()
            await unit.audit.add(by, Verb.PREPARED, Noun.CONSULTATION, stored.slug, now=now)
            event = event_of(stored, outcome)
            if event is None and stored.state is ConsultationState.SCHEDULED:
                self._consultations.check_times(stored, ConsultationEvent.SCHEDULED)
        else:
            assert consultation is not None
            stored, event = consultation, EVENTS[draft.intent]
        note = draft.answers.get(Ask.NOTE, "")
        await unit.consultation_drafts.delete(draft.id)
        if event is None:
            unit.came_to("consultation_staff", stored.id)
            return Confirmed(stored, None, 0)
        hearers = await hearers_of(unit, stored, event)
        change = await self._consultations.put(
            unit, stored, event, by, becomes=becomes, note=note, draft_id=draft.id
        )
        unit.came_to("consultation_change", change.id)
        return Confirmed(await unit.consultations.get(stored.id), change, hearers)

    async def _store(
        self, unit: UnitOfWork, becomes: Consultation, consultation: Consultation | None
    ) -> Consultation:
        same = await unit.consultations.find(becomes.slug)
        if same is not None and (consultation is None or same.id != consultation.id):
            raise SlugTaken(slug=becomes.slug)
        if consultation is None:
            stored_id = await unit.consultations.add(becomes, now=self._clock.now())
        else:
            stored_id = consultation.id
            await unit.consultations.change(stored_id, becomes)
        return await unit.consultations.get(stored_id)

    async def _becoming(
        self, view: View, draft: ConsultationDraft, consultation: Consultation | None
    ) -> Consultation | None:
        """The consultation as it will be; None while something is missing."""
        if draft.intent not in {Intent.PREPARE, Intent.CORRECT}:
            return consultation
        if draft.missing:
            return None
        slug = consultation.slug if consultation else slug_of(draft.title, await view.consultations.slugs())
        new = consultation_of(draft, self.languages, slug, consultation)
        if consultation is not None:
            return consultation.model_copy(
                update={name: getattr(new, name) for name in NewConsultation.model_fields}
            )
        return Consultation(
            **{name: getattr(new, name) for name in NewConsultation.model_fields},
            id=ConsultationId(0),
            state=ConsultationState.DRAFT,
            created_at=draft.created_at,
        )

    def _rebased(self, draft: ConsultationDraft, consultation: Consultation) -> ConsultationDraft:
        """The work over the consultation as it is now: what the officer has not touched follows it."""
        if draft.base and draft.sequence == consultation.sequence:
            return draft
        whole = draft.intent in {Intent.PREPARE, Intent.CORRECT}
        base = (
            answers_of(consultation, self.languages)
            if whole
            else {Ask.CLOSES: consultation.closes_at.isoformat()}
        )
        answers = {step: text for step, text in {**base, **draft.own}.items() if text}
        return draft.model_copy(update={"base": base, "answers": answers, "sequence": consultation.sequence})

    async def _confirmed(self, view: View, change: ConsultationChange) -> Confirmed:
        consultation = await view.consultations.get(change.consultation_id)
        return Confirmed(consultation, change, await hearers_of(view, consultation, change.event))
