"""Consultations: taken from files, published, found."""

from collections.abc import Sequence

from bot.domain.clock import Clock
from bot.domain.consultations import (
    Consultation,
    ConsultationAlreadyPublished,
    ConsultationId,
    ConsultationOverdue,
    ConsultationState,
    ConsultationUnknown,
    NewConsultation,
    NothingToPublish,
)
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, Role
from storage import Database


class ConsultationsService:
    """Verbs on consultations."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def take_in(self, consultations: Sequence[NewConsultation], by: Actor) -> None:
        """Store consultations as drafts, all of them or none; a draft of the same slug is replaced.

        Raises:
            NotAllowed: the actor is not at least an officer.
            ConsultationAlreadyPublished: one of the slugs is no draft any more; `slug` names it.
        """
        by.require(Role.OFFICER)
        async with self._database.unit() as unit:
            for new in consultations:
                known = await unit.consultations.find(new.slug)
                if known is not None and known.state is not ConsultationState.DRAFT:
                    raise ConsultationAlreadyPublished(slug=new.slug)
                await unit.consultations.save(new, now=self._clock.now())

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
        by.require(Role.OFFICER)
        now = self._clock.now()
        async with self._database.unit() as unit:
            draft = await unit.consultations.find(slug)
            if draft is None:
                drafts = await unit.consultations.list(state=ConsultationState.DRAFT)
                slugs = ", ".join(one.slug for one in drafts)
                raise NothingToPublish(slug=slug, count=len(drafts), slugs=slugs)
            if draft.state is not ConsultationState.DRAFT:
                raise ConsultationAlreadyPublished(slug=slug)
            if draft.closes_at <= now:
                raise ConsultationOverdue(slug=slug, closes=draft.closes_at)
            await unit.consultations.set_state(draft.id, ConsultationState.OPEN, published_at=now)
            await unit.notices.begin_campaign(NoticeKind.CONSULTATION_OPENED, draft.id, now=now)
            recipients = await unit.subscriptions.count()
            unit.came_to("published", draft.id)
        return await self.get(draft.id), recipients

    async def get(self, consultation_id: ConsultationId) -> Consultation:
        """One of them, in any state.

        Raises:
            ConsultationUnknown: no such row.
        """
        async with self._database.view() as view:
            return await view.consultations.get(consultation_id)

    async def find(self, slug: str) -> Consultation:
        """One of them by its slug, in any state.

        Raises:
            ConsultationUnknown: no such slug.
        """
        async with self._database.view() as view:
            found = await view.consultations.find(slug)
        if found is None:
            raise ConsultationUnknown
        return found

    async def open_now(self) -> Sequence[Consultation]:
        """Those in which people can take part at this moment, the one that closes first before the others."""
        now = self._clock.now()
        async with self._database.view() as view:
            listed = await view.consultations.list(state=ConsultationState.OPEN)
        return [consultation for consultation in listed if consultation.is_open(now)]

    async def drafts(self, by: Actor) -> Sequence[Consultation]:
        """Those that wait to be published.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            return await view.consultations.list(state=ConsultationState.DRAFT)

    async def list(self, by: Actor) -> Sequence[Consultation]:
        """All of them.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            return await view.consultations.list()

    async def close_due(self) -> None:
        """Close those whose deadline has passed. A deadline counts without it; this keeps the record true."""
        async with self._database.view() as view:
            listed = await view.consultations.list(state=ConsultationState.OPEN)
        if any(not consultation.is_open(self._clock.now()) for consultation in listed):
            async with self._database.unit(bookkeeping=True) as unit:
                await unit.consultations.close_due(self._clock.now())

    async def recipients(self) -> int:
        """How many people an alert would reach now."""
        async with self._database.view() as view:
            return await view.subscriptions.count()
