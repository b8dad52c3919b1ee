"""A proposal with everything that belongs to it: as its author reads it, and as the secretariat works on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.attachments import Attachment
from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.desk import Filters, Tray
from bot.domain.drafts import Draft
from bot.domain.letters import Purpose
from bot.domain.paging import Page
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import (
    ChangedBy,
    ChangeId,
    Identity,
    Proposal,
    ProposalChange,
    ProposalId,
    ProposalState,
    ProposalUnknown,
    ProposalVersion,
)
from storage import Database, Looking, View

#: Proposals on one page of a list.
PAGE = 5
_STAFFS = (Purpose.CLARIFY, Purpose.DECIDE)


@dataclass(frozen=True)
class Story:
    """A proposal and its history.

    Attributes:
        changes: the first first.
        versions: what its author has written, the first first.
        into: the proposal that carries it on.
        joined: the proposals that it carries on.
    """

    proposal: Proposal
    changes: Sequence[ProposalChange]
    attachments: Sequence[Attachment] = ()
    into: Proposal | None = None
    joined: Sequence[Proposal] = ()
    versions: Sequence[ProposalVersion] = ()

    @property
    def is_left(self) -> bool:
        """Whether it was merged into one that its author has taken back."""
        return _is_left(self.into)


@dataclass(frozen=True)
class Case:
    """A proposal as a member of the secretariat sees it.

    Attributes:
        others: how many colleagues are writing about it.
        is_reachable: whether the author can be reached.
    """

    story: Story
    others: int
    is_reachable: bool


@dataclass(frozen=True)
class Listed:
    """A page of proposals.

    Attributes:
        total: how many there are.
        drafts: on one's own first page, what one is writing.
        left: of one's own, those merged into one that was taken back.
    """

    proposals: Sequence[Proposal]
    total: int
    page: Page
    drafts: Sequence[Draft] = ()
    left: frozenset[ProposalId] = frozenset()


@dataclass(frozen=True)
class Told:
    """A change that somebody is told of, with the proposal as it is now."""

    change: ProposalChange
    proposal: Proposal
    into: Proposal | None


class DeskService:
    """Reading proposals with their history.

    Args:
        database: where they are kept.
        clock: the time.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def counts(self, by: Actor) -> Mapping[Tray, int]:
        """How many proposals lie in each tray.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        looking = Looking(by.person_id, self._clock.now())
        async with self._database.view() as view:
            return {tray: await view.desk.count(Filters(tray=tray), looking) for tray in Tray}

    async def case(self, proposal_id: ProposalId, by: Actor) -> Case:
        """One proposal, whatever its state.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            ProposalUnknown: no such proposal.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            story = await story_of(view, proposal_id)
            author_id = story.proposal.author_id
            author = None if author_id is None else await view.people.find(author_id)
            others = await view.letters.others_about(_STAFFS, proposal_id, by.person_id)
        return Case(story, others, author is not None and author.is_reachable)

    async def look(self, proposal_id: ProposalId, by: Actor) -> Case:
        """The same for who reads it; where its author is named, the log says who has.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            ProposalUnknown: no such proposal.
        """
        case = await self.case(proposal_id, by)
        await log_look(self._database, case.story.proposal, by, now=self._clock.now())
        return case

    async def mine(self, person_id: PersonId, page: int = 0) -> Listed:
        """One's own proposals, newest first, and before them what one is writing."""
        async with self._database.view() as view:
            proposals = await view.proposals.by(person_id)
            drafts = await view.drafts.by(person_id)
            shown = Page.of(page, len(proposals), PAGE)
            listed = shown.cut(proposals)
            left = [one.id for one in listed if _is_left(await _into(view, one))]
        return Listed(listed, len(proposals), shown, () if shown.at else drafts, frozenset(left))

    async def own(self, person_id: PersonId, proposal_id: ProposalId) -> Story:
        """One of one's own proposals, with its history.

        Raises:
            ProposalUnknown: no such proposal, or somebody else's.
        """
        async with self._database.view() as view:
            story = await story_of(view, proposal_id)
        if story.proposal.author_id != person_id:
            raise ProposalUnknown
        return story

    async def received(self, proposal_id: ProposalId) -> Proposal:
        """A proposal, for the notice that it has come.

        Raises:
            ProposalUnknown: no such proposal.
        """
        async with self._database.view() as view:
            return await view.proposals.get(proposal_id)

    async def told(self, change_id: ChangeId) -> Told:
        """A change, for the notice of it.

        Raises:
            ProposalUnknown: no such change.
        """
        async with self._database.view() as view:
            change = await view.changes.get(change_id)
            proposal = await view.proposals.get(change.proposal_id)
            return Told(change, proposal, await _into(view, proposal))

    async def turn(self, change_id: ChangeId, by: Actor) -> Told:
        """A change, for whoever has made it, or has tried to make another.

        Raises:
            ProposalUnknown: it is no business of theirs.
        """
        told = await self.told(change_id)
        if told.proposal.author_id != by.person_id and not by.may(Role.OBSERVER):
            raise ProposalUnknown
        return told


async def log_look(
    database: Database, proposal: Proposal, by: Actor, *, now: datetime, **details: str | int
) -> None:
    """Write down that a member of the secretariat has looked at what names an author.

    Args:
        database: where the log is.
        proposal: which they have looked at.
        by: who.
        now: when.
        **details: at what else of it.
    """
    is_named = proposal.identity is not Identity.ANONYMOUS and (proposal.author_name or proposal.contact)
    sees_author = is_named and by.may(Role.OFFICER)
    is_own = by.person_id is not None and proposal.author_id == by.person_id
    if is_own or not (sees_author or details):
        return
    async with database.unit(bookkeeping=True) as unit:
        await unit.audit.add(
            by,
            Verb.LOOKED,
            Noun.PROPOSAL,
            proposal.reference,
            now=now,
            person_id=proposal.author_id,
            **details,
        )


async def story_of(view: View, proposal_id: ProposalId) -> Story:
    """A proposal with everything that belongs to it.

    Raises:
        ProposalUnknown: no such proposal.
    """
    proposal = await view.proposals.get(proposal_id)
    return Story(
        proposal,
        await view.changes.of(proposal_id),
        await view.attachments.of_proposal(proposal_id),
        await _into(view, proposal),
        await view.proposals.merged_into(proposal_id),
        await view.changes.versions(proposal_id),
    )


async def _into(view: View, proposal: Proposal) -> Proposal | None:
    return None if proposal.merged_into is None else await view.proposals.get(proposal.merged_into)


def _is_left(into: Proposal | None) -> bool:
    return into is not None and into.state is ProposalState.WITHDRAWN


def side_of(told: Told, by: Actor) -> ChangedBy:
    """As whom somebody looks at a change: an officer may also be an author."""
    is_author = told.proposal.author_id == by.person_id
    if told.change.actor_id == by.person_id:
        return told.change.actor
    return ChangedBy.AUTHOR if is_author else ChangedBy.STAFF
