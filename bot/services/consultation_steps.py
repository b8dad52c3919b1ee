"""What is done with consultations: taken in, opened, corrected, closed, withdrawn, answered.

Every step goes through `put`, which asks the one table of states, writes the history and queues the notices.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.consultation_differences import differences
from bot.domain.consultations import (
    Consultation,
    ConsultationAlreadyPublished,
    ConsultationChange,
    ConsultationEvent,
    ConsultationOverdue,
    ConsultationState,
    ConsultationStateWrong,
    ConsultationUnknown,
    DeadlineTooEarly,
    FieldChange,
    NewConsultation,
    NothingToPublish,
    OpeningInThePast,
    WithdrawnWithoutReason,
)
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, Role
from bot.domain.proposals import AWAITING
from bot.domain.responses import ResponsesMissing
from bot.services.consultation_work import hearers_of
from storage import Database, UnitOfWork, View

_BECOMES: Mapping[ConsultationEvent, ConsultationState] = {
    ConsultationEvent.SCHEDULED: ConsultationState.SCHEDULED,
    ConsultationEvent.UNSCHEDULED: ConsultationState.DRAFT,
    ConsultationEvent.MISSED: ConsultationState.DRAFT,
    ConsultationEvent.OPENED: ConsultationState.OPEN,
    ConsultationEvent.CLOSED: ConsultationState.CLOSED,
    ConsultationEvent.WITHDRAWN: ConsultationState.WITHDRAWN,
    ConsultationEvent.ANSWERED: ConsultationState.ANSWERED,
}
#: What each step is in the log; what is missed, nobody does.
_VERBS: Mapping[ConsultationEvent, Verb] = {
    ConsultationEvent.SCHEDULED: Verb.SCHEDULED,
    ConsultationEvent.UNSCHEDULED: Verb.UNSCHEDULED,
    ConsultationEvent.OPENED: Verb.PUBLISHED,
    ConsultationEvent.CHANGED: Verb.CORRECTED,
    ConsultationEvent.CLOSED: Verb.CLOSED,
    ConsultationEvent.WITHDRAWN: Verb.WITHDREW,
    ConsultationEvent.ANSWERED: Verb.ANSWERED,
}
#: What everybody hears whom it concerns, by the consultation.
_ANNOUNCED: Mapping[ConsultationEvent, NoticeKind] = {
    ConsultationEvent.OPENED: NoticeKind.CONSULTATION_OPENED,
    ConsultationEvent.ANSWERED: NoticeKind.CONSULTATION_RESULTS,
}
#: Of these those hear who were told of the opening.
_TOLD = frozenset({ConsultationEvent.CHANGED, ConsultationEvent.WITHDRAWN})


class ConsultationSteps:
    """Verbs that change consultations."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def take_in(self, consultations: Sequence[NewConsultation], by: Actor) -> None:
        """Store consultations as drafts, all of them or none; a draft of the same slug is replaced.

        Raises:
            NotAllowed: the actor is not at least an officer.
            ConsultationAlreadyPublished: one of the slugs is no draft any more; `slug` names it.
        """
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            for new in consultations:
                known = await unit.consultations.find(new.slug)
                if known is not None and known.state is not ConsultationState.DRAFT:
                    raise ConsultationAlreadyPublished(slug=new.slug)
                now = self._clock.now()
                await unit.consultations.save(new, now=now)
                await unit.audit.add(by, Verb.PREPARED, Noun.CONSULTATION, new.slug, now=now)

    async def publish(self, slug: str, by: Actor) -> tuple[Consultation, int]:
        """Open a draft to people, and queue the alert to every subscriber in the same transaction.

        Returns:
            The consultation, and to how many people its alert goes.

        Raises:
            NotAllowed: the actor is not at least an officer.
            NothingToPublish: no such slug.
            ConsultationAlreadyPublished: it is no draft any more; nobody is told twice.
            ConsultationOverdue: its deadline has passed.
        """
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            draft = await self.unpublished(unit, slug)
            await self.put(unit, draft, ConsultationEvent.OPENED, by)
            recipients = await unit.subscriptions.count(draft.id)
            unit.came_to("published", draft.id)
        return await self._again(draft), recipients

    async def schedule(self, slug: str, opens_at: datetime, by: Actor) -> Consultation:
        """Let a draft open by itself at a time; the alert is queued then. One that waits is given another time.

        Raises:
            NotAllowed: the actor is not at least an officer.
            NothingToPublish: no such slug.
            ConsultationAlreadyPublished: it is open already, or over.
            OpeningInThePast: the moment is over.
            ConsultationOverdue: its deadline has passed.
            DeadlineTooEarly: it would close before it opens.
        """
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            draft = await self.unpublished(unit, slug)
            if draft.state is ConsultationState.SCHEDULED:
                await unit.consultations.set_state(draft.id, ConsultationState.DRAFT)
            await unit.consultations.change(draft.id, draft.model_copy(update={"opens_at": opens_at}))
            planned = await unit.consultations.get(draft.id)
            await self.put(unit, planned, ConsultationEvent.SCHEDULED, by)
        return await self._again(draft)

    async def unpublished(self, unit: UnitOfWork, slug: str) -> Consultation:
        """What can be published still.

        Raises:
            NothingToPublish: no such slug.
            ConsultationAlreadyPublished: it is no draft any more.
        """
        draft = await unit.consultations.find(slug)
        if draft is None:
            drafts = await unit.consultations.list(state=ConsultationState.DRAFT)
            slugs = ", ".join(one.slug for one in drafts)
            raise NothingToPublish(slug=slug, count=len(drafts), slugs=slugs)
        if draft.state.is_public:
            raise ConsultationAlreadyPublished(slug=slug)
        return draft

    async def step(
        self, slug: str, event: ConsultationEvent, by: Actor, *, note: str = ""
    ) -> tuple[Consultation, int]:
        """Close, withdraw, unschedule or answer one; for the command line.

        Returns:
            The consultation, and how many people hear of it.

        Raises:
            CivicError: as `put` says.
            ConsultationUnknown: no such slug.
        """
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            consultation = await unit.consultations.find(slug)
            if consultation is None:
                raise ConsultationUnknown
            hearers = await hearers_of(unit, consultation, event)
            await self.put(unit, consultation, event, by, note=note)
        return await self._again(consultation), hearers

    async def open_due(self) -> None:
        """Open those whose time has come, and close those whose deadline has passed.

        A deadline counts without it; this keeps the record true. What could not be opened before its deadline,
        for the bot was not running, is a draft again: somebody has to give it another.
        """
        now = self._clock.now()
        async with self._database.view() as view:
            if not await view.consultations.any_due(now):
                return
        nobody = Actor(role=Role.OFFICER, is_bot=True)
        async with self._database.unit(bookkeeping=True) as unit:
            for one in await unit.consultations.list():
                if one.is_due(now):
                    is_late = one.closes_at <= now
                    event = ConsultationEvent.MISSED if is_late else ConsultationEvent.OPENED
                    await self.put(unit, one, event, nobody)
                elif one.state is ConsultationState.OPEN and one.closes_at <= now:
                    await self.put(unit, one, ConsultationEvent.CLOSED, nobody)

    async def put(
        self,
        unit: UnitOfWork,
        consultation: Consultation,
        event: ConsultationEvent,
        by: Actor,
        *,
        becomes: NewConsultation | None = None,
        note: str = "",
        draft_id: int | None = None,
    ) -> ConsultationChange:
        """Take a step, remember it, and queue what people hear of it, in the caller's transaction.

        Args:
            unit: the transaction, in which the consultation was read.
            consultation: as it is.
            event: the step.
            by: who takes it; what comes by itself has no person.
            becomes: for a correction, the whole as it will be.
            note: why, for everybody to read.
            draft_id: the officer's work that it comes from.

        Raises:
            NotAllowed: the actor is not at least an officer.
            ConsultationStateWrong: not from its present state.
            ConsultationOverdue: it is to be opened after its deadline.
            OpeningInThePast: it is to be opened by itself, and that moment is over.
            DeadlineTooEarly: the new deadline has passed.
            WithdrawnWithoutReason: it is to be withdrawn, and nobody would know why.
            ResponsesMissing: it is to be answered, and proposals wait for a response; `count` of them.
        """
        await unit.staff.require(by, Role.OFFICER)
        now = self._clock.now()
        state = _BECOMES.get(event)
        is_possible = (
            consultation.state.takes_corrections if state is None else state in consultation.state.following
        )
        if not is_possible:
            raise ConsultationStateWrong(slug=consultation.slug, state=consultation.state)
        if event in {ConsultationEvent.OPENED, ConsultationEvent.SCHEDULED}:
            self.check_times(consultation, event)
        elif event is ConsultationEvent.ANSWERED:
            await check_answered(unit, consultation)
        elif event is ConsultationEvent.WITHDRAWN and not note:
            raise WithdrawnWithoutReason
        closes_early = event is ConsultationEvent.CLOSED and now < consultation.closes_at
        if state is None:
            assert becomes is not None
            fields = await self._correct(unit, consultation, becomes)
        else:
            fields = _ended_early(consultation, now) if closes_early else ()
            await unit.consultations.set_state(
                consultation.id,
                state,
                published_at=now if event is ConsultationEvent.OPENED else None,
                closes_at=now if closes_early else None,
            )
        change = await unit.consultation_changes.add(
            ConsultationChange(
                consultation_id=consultation.id,
                event=event,
                actor_id=by.person_id,
                draft_id=draft_id,
                note=note,
                fields=fields,
                changed_at=now,
            )
        )
        if not by.is_bot:
            await unit.audit.add(by, _VERBS[event], Noun.CONSULTATION, consultation.slug, now=now)
        heard = event in _TOLD or closes_early
        if event in _ANNOUNCED:
            await unit.notices.begin_campaign(_ANNOUNCED[event], consultation.id, now=now)
        elif consultation.state.is_public and heard:
            await unit.notices.begin_campaign(NoticeKind.CONSULTATION_CHANGED, change.id, now=now)
        return change

    def check_times(self, consultation: Consultation, event: ConsultationEvent) -> None:
        """Whether it can be opened, now or by itself, as it stands.

        Raises:
            ConsultationOverdue: its deadline has passed.
            OpeningInThePast: it is to be opened by itself, and that moment is over.
            DeadlineTooEarly: it would close before it opens.
        """
        now = self._clock.now()
        if consultation.closes_at <= now:
            raise ConsultationOverdue(slug=consultation.slug, closes=consultation.closes_at)
        if event is ConsultationEvent.SCHEDULED:
            if consultation.opens_at is None or consultation.opens_at <= now:
                raise OpeningInThePast
            if consultation.closes_at <= consultation.opens_at:
                raise DeadlineTooEarly(closes=consultation.closes_at)

    async def _again(self, consultation: Consultation) -> Consultation:
        async with self._database.view() as view:
            return await view.consultations.get(consultation.id)

    async def _correct(
        self, unit: UnitOfWork, consultation: Consultation, becomes: NewConsultation
    ) -> tuple[FieldChange, ...]:
        fields = differences(consultation, becomes)
        is_moved = becomes.closes_at != consultation.closes_at
        if is_moved and consultation.state is not ConsultationState.OPEN:
            raise ConsultationStateWrong(slug=consultation.slug, state=consultation.state)
        if is_moved and becomes.closes_at <= self._clock.now():
            raise DeadlineTooEarly(closes=becomes.closes_at)
        await unit.consultations.change(consultation.id, becomes)
        return fields


async def check_answered(view: View, consultation: Consultation) -> None:
    """Whether every proposal in it has its response.

    Raises:
        ResponsesMissing: `count` of them have none.
    """
    tally = await view.consultations.tally(consultation.id)
    if waiting := sum(n for state, n in tally.items() if state in AWAITING):
        raise ResponsesMissing(count=waiting, consultation_id=consultation.id)


def _ended_early(consultation: Consultation, now: datetime) -> tuple[FieldChange, ...]:
    was, became = consultation.closes_at.isoformat(), now.isoformat()
    return (FieldChange(field="closes_at", was=was, became=became),)
