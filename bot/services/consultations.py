"""Consultations as they are read: one of them, lists of them, and their history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.consultations import (
    Consultation,
    ConsultationChange,
    ConsultationChangeId,
    ConsultationId,
    ConsultationKind,
    ConsultationState,
    ConsultationUnknown,
    Document,
    DocumentId,
    DocumentUnknown,
)
from bot.domain.paging import Page
from bot.domain.people import Actor, Role
from bot.domain.proposals import AWAITING, ProposalState
from bot.services.consultation_steps import ConsultationSteps

#: Consultations on one page of a list.
PAGE = 6


@dataclass(frozen=True)
class Wanted:
    """Which consultations to list.

    Attributes:
        topic: id of the content; "" for any.
        region: likewise.
        kind: None for both.
        is_past: those that are over instead of the open ones.
    """

    topic: str = ""
    region: str = ""
    kind: ConsultationKind | None = None
    is_past: bool = False

    def fits(self, consultation: Consultation) -> bool:
        """Whether it is about this; one of no topic is about all of them, and one of no region is everywhere."""
        return (
            (not self.topic or not consultation.topics or self.topic in consultation.topics)
            and (not self.region or not consultation.regions or self.region in consultation.regions)
            and (self.kind is None or consultation.kind is self.kind)
        )


@dataclass(frozen=True)
class Found:
    """A page of consultations.

    Attributes:
        total: how many there are on all pages.
        others: how many there are without the filters of topic, region and kind.
    """

    consultations: Sequence[Consultation]
    page: Page
    total: int
    others: int


@dataclass(frozen=True)
class Record:
    """A consultation with what has happened to it.

    Attributes:
        changes: the first first.
        tally: how many proposals in it are in each state.
    """

    consultation: Consultation
    changes: Sequence[ConsultationChange]
    tally: Mapping[ProposalState, int]

    @property
    def unanswered(self) -> int:
        """How many proposals wait for a response."""
        return sum(n for state, n in self.tally.items() if state in AWAITING)

    @property
    def proposals(self) -> int:
        """How many there are that were not taken back."""
        return sum(n for state, n in self.tally.items() if state is not ProposalState.WITHDRAWN)


class ConsultationsService(ConsultationSteps):
    """Verbs on consultations."""

    async def get(self, consultation_id: ConsultationId) -> Consultation:
        """One of them, in any state.

        Raises:
            ConsultationUnknown: no such row.
        """
        await self.open_due()
        async with self._database.view() as view:
            return await view.consultations.get(consultation_id)

    async def find(self, slug: str) -> Consultation:
        """One of them by its slug, in any state.

        Raises:
            ConsultationUnknown: no such slug.
        """
        await self.open_due()
        async with self._database.view() as view:
            found = await view.consultations.find(slug)
        if found is None:
            raise ConsultationUnknown
        return found

    async def record(self, consultation_id: ConsultationId) -> Record:
        """One of them with its history and what has come of it.

        Raises:
            ConsultationUnknown: no such row.
        """
        async with self._database.view() as view:
            consultation = await view.consultations.get(consultation_id)
            return Record(
                consultation,
                await view.consultation_changes.of(consultation_id),
                await view.consultations.tally(consultation_id),
            )

    async def change(self, change_id: ConsultationChangeId) -> tuple[Consultation, ConsultationChange]:
        """A change, with the consultation as it is now.

        Raises:
            ConsultationUnknown: no such row.
        """
        async with self._database.view() as view:
            change = await view.consultation_changes.get(change_id)
            return await view.consultations.get(change.consultation_id), change

    async def document(self, document_id: DocumentId) -> tuple[Consultation, Document]:
        """A document and whose it is.

        Raises:
            DocumentUnknown: it was taken out.
        """
        async with self._database.view() as view:
            found = await view.consultations.document(document_id)
            if found is None:
                raise DocumentUnknown
            return await view.consultations.get(found[0]), found[1]

    async def remember_file(self, document_id: DocumentId, file_id: str) -> None:
        """Remember by what name Telegram has a document that was sent."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.consultations.remember_file(document_id, file_id)

    async def open_now(self) -> Sequence[Consultation]:
        """Those in which people can take part at this moment, the one that closes first before the others."""
        await self.open_due()
        now = self._clock.now()
        async with self._database.view() as view:
            listed = await view.consultations.list(state=ConsultationState.OPEN)
        return [consultation for consultation in listed if consultation.is_open(now)]

    async def browse(self, wanted: Wanted, *, page: int = 0) -> Found:
        """What anybody may read: the open ones, nearest deadline first, or those that are over, newest first.

        Args:
            wanted: the filters.
            page: from 0.
        """
        now = self._clock.now()
        if wanted.is_past:
            async with self._database.view() as view:
                everything = await view.consultations.list()
            of = [one for one in everything if one.state.is_public and not one.is_open(now)]
            of.reverse()
        else:
            of = [*await self.open_now()]
        fitting = [one for one in of if wanted.fits(one)]
        shown = Page.of(page, len(fitting), PAGE)
        return Found(shown.cut(fitting), shown, len(fitting), len(of))

    async def at_work(self, by: Actor) -> Sequence[Consultation]:
        """What the secretariat works on: all but those that are answered or withdrawn, drafts first.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        await self.open_due()
        async with self._database.view() as view:
            listed = await view.consultations.list()
        return sorted(
            (one for one in listed if one.state.following),
            key=lambda one: list(ConsultationState).index(one.state),
        )

    async def drafts(self, by: Actor) -> Sequence[Consultation]:
        """Those that wait to be published.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            listed = await view.consultations.list()
        waiting = {ConsultationState.DRAFT, ConsultationState.SCHEDULED}
        return [one for one in listed if one.state in waiting]

    async def list(self, by: Actor) -> Sequence[Consultation]:
        """All of them.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            return await view.consultations.list()

    async def recipients(self, consultation_id: ConsultationId | None = None) -> int:
        """How many an alert would reach now: all who hear of consultations, or those whom this one concerns."""
        async with self._database.view() as view:
            return await view.subscriptions.count(consultation_id)

    async def told(self, consultation_id: ConsultationId) -> int:
        """How many people and groups would hear of a change now."""
        async with self._database.view() as view:
            return await view.consultations.told(consultation_id)
