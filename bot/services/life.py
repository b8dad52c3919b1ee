"""The life of a proposal: the only place where its state changes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.commitments import CommitmentId
from bot.domain.letters import check_length
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import (
    REASONED,
    ChangedBy,
    ChangeId,
    ChangeImpossible,
    Proposal,
    ProposalChange,
    ProposalId,
    ProposalState,
    ProposalUnknown,
    ReasonMissing,
)
from bot.services.mergers import check_merger
from bot.services.questions import Secretariat
from storage import Database, UnitOfWork, View

#: What the author alone does: an answer to a question, contesting a refusal, taking back.
_AUTHORS = frozenset(
    {
        (ProposalState.CLARIFICATION, ProposalState.UNDER_REVIEW),
        (ProposalState.DECLINED, ProposalState.UNDER_REVIEW),
        *((state, ProposalState.WITHDRAWN) for state in ProposalState),
    }
)
#: Of these the secretariat may do one too: go on without an answer.
_OF_BOTH = (ProposalState.CLARIFICATION, ProposalState.UNDER_REVIEW)

Deadline = Callable[[datetime], datetime]
Adopted = Callable[[UnitOfWork, ProposalChange], Awaitable[None]]
Known = Callable[[str], CommitmentId]


@dataclass(frozen=True)
class Turn:
    """What trying to change a proposal came to.

    Attributes:
        proposal: as it is now.
        change: what was done now, or before by the same person; where somebody else was first, their change.
        is_done: whether the change is the one that was wanted.
    """

    proposal: Proposal
    change: ProposalChange | None
    is_done: bool


class LifeService:
    """Verbs on submitted proposals.

    Args:
        database: where they are kept.
        clock: the time.
        staff: whom to tell of what an author does.
        deadline: until when the secretariat is to respond to what comes at a moment; None where nobody says.
        adopted: tells those who support a proposal what it has become.
        known: the id of the commitment that is called so.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        staff: Secretariat,
        deadline: Deadline | None = None,
        adopted: Adopted | None = None,
        known: Known = CommitmentId,
    ) -> None:
        self._database = database
        self._clock = clock
        self._staff = staff
        self._deadline = deadline
        self._adopted = adopted
        self._known = known

    async def change(
        self,
        unit: UnitOfWork,
        proposal: Proposal,
        became: ProposalState,
        *,
        actor: Actor,
        side: ChangedBy = ChangedBy.STAFF,
        reason: str = "",
        letter_id: int | None = None,
        other: tuple[str, str] = ("", ""),
        into: Proposal | None = None,
        commitment: CommitmentId | None = None,
    ) -> ProposalChange:
        """Let a proposal go over into a state, remember it, and queue the notices, in the caller's transaction.

        Args:
            unit: the transaction, in which the proposal was read.
            proposal: as it is now.
            became: the state wanted.
            actor: who does it.
            side: as whom: an officer may also be an author.
            reason: what the other side reads.
            letter_id: the letter with the reason; the key against repeats.
            other: the reason in another language, and which that is.
            into: for a merger, the proposal that carries this one on.
            commitment: for the plan, what it becomes.

        Raises:
            NotAllowed: the actor is no officer.
            ProposalUnknown: the actor is not its author.
            ChangeImpossible: the table of states does not have it, or not from this side.
            ReasonMissing: the other side must read why.
            MergeImpossible: the other proposal cannot carry it on.
        """
        await _check_right(unit, proposal, actor, side)
        proposal.require(became)
        if not _is_theirs(side, (proposal.state, became)):
            raise ChangeImpossible(state=proposal.state, wanted=became)
        is_words = became in REASONED or (side is ChangedBy.AUTHOR and became is ProposalState.UNDER_REVIEW)
        if is_words and not reason.strip():
            raise ReasonMissing
        if became is ProposalState.MERGED:
            await check_merger(unit, proposal, into)
        now = self._clock.now()
        after = self._after(proposal, became, now, actor=actor, reason=reason)
        if into is not None:
            after = after.model_copy(update={"merged_into": into.id})
        if became is ProposalState.IN_PLAN:
            assert commitment
            after = after.model_copy(update={"commitment": commitment})
        await unit.proposals.save(after)
        if became is ProposalState.WITHDRAWN:
            await unit.proposals.wipe(proposal.id)
        change = await unit.changes.add(
            ProposalChange(
                id=ChangeId(0),
                proposal_id=proposal.id,
                was=proposal.state,
                became=became,
                actor=side,
                actor_id=actor.person_id,
                letter_id=letter_id,
                reason=reason.strip(),
                other=other[0].strip(),
                other_language=other[1],
                changed_at=now,
            )
        )
        if side is ChangedBy.STAFF or proposal.is_on_paper:
            await unit.audit.add(
                actor,
                Verb.CHANGED,
                Noun.PROPOSAL,
                proposal.reference,
                now=now,
                was=proposal.state.value,
                became=became.value,
            )
        await self._tell(unit, after, change, into)
        unit.came_to("change", change.id)
        return change

    async def take_up(self, proposal_id: ProposalId, by: Actor) -> Turn:
        """Take a proposal under review.

        Raises:
            NotAllowed: the actor is no officer.
        """
        return await self._try(proposal_id, ProposalState.UNDER_REVIEW, by)

    async def adopt(self, proposal_id: ProposalId, commitment: str, by: Actor) -> Turn:
        """Say which commitment of a plan a proposal has become, by its id or code.

        Raises:
            NotAllowed: the actor is no officer.
            CommitmentUnknown: the content has no such one.
        """
        by.require(Role.OFFICER)
        return await self._try(proposal_id, ProposalState.IN_PLAN, by, commitment=self._known(commitment))

    async def implement(self, proposal_id: ProposalId, by: Actor) -> Turn:
        """Say that what a proposal has become is done.

        Raises:
            NotAllowed: the actor is no officer.
        """
        return await self._try(proposal_id, ProposalState.IMPLEMENTED, by)

    async def withdraw(self, proposal_id: ProposalId, by: Actor) -> Turn:
        """Take back one's own proposal: its texts are wiped, a marker stays. An officer does so for one on paper.

        Raises:
            ProposalUnknown: it is not theirs.
        """
        return await self._try(proposal_id, ProposalState.WITHDRAWN, by, side=ChangedBy.AUTHOR)

    async def answer(
        self,
        proposal_id: ProposalId,
        became: ProposalState,
        by: Actor,
        *,
        reason: str,
        into: ProposalId | None = None,
    ) -> Turn:
        """Decide, or ask the author, with the reason at hand: for the command line.

        A proposal that nobody has taken up yet is taken up with it.

        Raises:
            NotAllowed: the actor is no officer.
            ReasonMissing: there is none.
            TextTooLong: it is longer than a letter may be.
            MergeImpossible: the other proposal cannot carry it on.
        """
        check_length(reason)
        async with self._database.unit() as unit:
            proposal = await unit.proposals.get(proposal_id)
            await _check_right(unit, proposal, by, ChangedBy.STAFF)
            review = ProposalState.UNDER_REVIEW
            if (
                became.is_decision
                and became not in proposal.state.following
                and review in (proposal.state.following if proposal.state.awaits_response else ())
            ):
                await self.change(unit, proposal, review, actor=by)
                proposal = await unit.proposals.get(proposal_id)
            target = None if into is None else await unit.proposals.get(into)
            change = await self.change(unit, proposal, became, actor=by, reason=reason, into=target)
            return Turn(await unit.proposals.get(proposal_id), change, is_done=True)

    async def tell_staff(self, unit: UnitOfWork, kind: NoticeKind, subject_id: int, *, now: datetime) -> None:
        """Queue a notice to the secretariat, in the caller's transaction."""
        await self._staff.tell(unit, kind, subject_id, now=now)

    async def _try(
        self,
        proposal_id: ProposalId,
        became: ProposalState,
        by: Actor,
        *,
        side: ChangedBy = ChangedBy.STAFF,
        **more: Any,
    ) -> Turn:
        """Change it; where its state does not allow that any more, say what somebody has done before."""
        async with self._database.unit() as unit:
            proposal = await unit.proposals.get(proposal_id)
            await _check_right(unit, proposal, by, side)
            try:
                change = await self.change(unit, proposal, became, actor=by, side=side, **more)
            except ChangeImpossible:
                return await turned_before(unit, proposal, became, by)
            return Turn(await unit.proposals.get(proposal_id), change, is_done=True)

    def _after(
        self, proposal: Proposal, became: ProposalState, now: datetime, *, actor: Actor, reason: str
    ) -> Proposal:
        update: dict[str, object] = {"state": became, "updated_at": now}
        if became.is_decision:
            update |= {"response": reason.strip(), "responded_at": now, "responded_by": actor.person_id}
        if proposal.state is ProposalState.DECLINED:
            update |= {"has_appealed": True, "response": "", "responded_at": None, "responded_by": None}
            if self._deadline is not None:
                update |= {"reply_by": self._deadline(now), "late_since": None}
        waited = proposal.state is ProposalState.CLARIFICATION and became is ProposalState.UNDER_REVIEW
        if (
            waited
            and self._deadline is not None
            and proposal.reply_by is not None
            and proposal.reply_by < now
        ):
            update["reply_by"] = self._deadline(now)  # it has passed while the author was waited for
        after = proposal.model_copy(update=update)
        return after.wiped if became is ProposalState.WITHDRAWN else after

    async def _tell(
        self, unit: UnitOfWork, proposal: Proposal, change: ProposalChange, into: Proposal | None
    ) -> None:
        now = change.changed_at
        if change.actor is ChangedBy.STAFF:
            if proposal.author_id is not None:
                author = [proposal.author_id]
                await unit.notices.add(NoticeKind.PROPOSAL_CHANGED, change.id, to=author, now=now)
            if into is not None and into.author_id not in {None, proposal.author_id}:
                other = [PersonId(into.author_id)] if into.author_id else []
                await unit.notices.add(NoticeKind.PROPOSAL_JOINED, change.id, to=other, now=now)
            await self._staff.tell_topic(unit, NoticeKind.PROPOSAL_HANDLED, change.id, now=now)
        elif change.became is not ProposalState.WITHDRAWN:
            await self.tell_staff(unit, NoticeKind.PROPOSAL_ANSWERED, change.id, now=now)
        if change.became is ProposalState.WITHDRAWN:
            await _tell_left(unit, proposal, now)
        if change.became is ProposalState.IN_PLAN and self._adopted is not None:
            await self._adopted(unit, change)


async def _tell_left(unit: UnitOfWork, proposal: Proposal, now: datetime) -> None:
    """The authors of what was merged into a proposal that is taken back: nobody carries theirs on any more."""
    for left in await unit.proposals.merged_into(proposal.id):
        merger = (await unit.changes.of(left.id))[-1]
        if left.author_id not in {None, proposal.author_id}:
            author = [PersonId(left.author_id)] if left.author_id else []
            await unit.notices.add(NoticeKind.PROPOSAL_LEFT, merger.id, to=author, now=now)


async def turned_before(unit: UnitOfWork, proposal: Proposal, wanted: ProposalState, by: Actor) -> Turn:
    """A change that cannot be made (any more): because this person has made it, or because somebody was first."""
    changes = await unit.changes.of(proposal.id)
    latest = changes[-1] if changes else None
    is_mine = latest is not None and latest.became is wanted and latest.actor_id == by.person_id
    if latest is not None:
        unit.came_to("change", latest.id)
    return Turn(proposal, latest, is_done=is_mine)


def _is_theirs(side: ChangedBy, step: tuple[ProposalState, ProposalState]) -> bool:
    """Whether this step is one that this side takes."""
    return step in _AUTHORS if side is ChangedBy.AUTHOR else step not in _AUTHORS or step == _OF_BOTH


async def _check_right(view: View, proposal: Proposal, actor: Actor, side: ChangedBy) -> None:
    if side is ChangedBy.STAFF or proposal.is_on_paper:  # at the word of who is not in the chat
        await view.staff.require(actor, Role.OFFICER)
    elif actor.person_id is None or proposal.author_id != actor.person_id:
        raise ProposalUnknown
