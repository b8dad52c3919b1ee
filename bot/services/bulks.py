"""Many proposals at once: marked, looked over, changed in one transaction; what has moved meanwhile is left out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.audit import Noun, Verb
from bot.domain.bulks import (
    MOST,
    STEPS,
    Bulk,
    BulkId,
    BulkItem,
    BulkOutcome,
    BulkUnknown,
    NothingMarked,
    TooManyMarked,
)
from bot.domain.clock import Clock
from bot.domain.letters import Letter, LetterId, LetterState, Purpose, check_length
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import (
    ChangeId,
    ChangeImpossible,
    MergeImpossible,
    Proposal,
    ProposalId,
    ProposalState,
    ProposalUnknown,
)
from bot.domain.reasons import check_filled
from bot.services.content.live import LiveContent
from bot.services.correspondence import About, Correspondence, Sent
from bot.services.life import LifeService
from bot.services.proposal_letters import reads_of
from storage import Database, UnitOfWork, View


@dataclass(frozen=True)
class Batch:
    """A step with many proposals, and what is to be known of it.

    Attributes:
        proposals: as they are now, in the order of receipt.
        into: for a merger, the proposal that carries them on; None while it is not chosen.
        readers: language → how many of their authors read it; who cannot be told is not counted.
    """

    bulk: Bulk
    proposals: Sequence[Proposal]
    into: Proposal | None
    readers: Mapping[str, int]


@dataclass(frozen=True)
class Wanted:
    """What is to be done with each: the reason, and the proposal that carries them on."""

    reason: str = ""
    other: tuple[str, str] = ("", "")
    into: Proposal | None = None
    letter_id: int | None = None


class BulksService:
    """Verbs on many proposals.

    Args:
        database: where they are kept.
        clock: the time.
        life: changes each of them.
        content: the languages on offer.
    """

    def __init__(self, database: Database, clock: Clock, life: LifeService, content: LiveContent) -> None:
        self._database = database
        self._clock = clock
        self._life = life
        self._content = content

    async def marked(self, by: Actor) -> Sequence[Proposal]:
        """What a member has marked.

        Raises:
            NotAllowed: the actor is no officer.
        """
        by.require(Role.OFFICER)
        assert by.person_id is not None
        async with self._database.view() as view:
            return [await view.proposals.get(one) for one in await view.bulks.marked(by.person_id)]

    async def mark(self, by: Actor, proposals: Sequence[ProposalId]) -> None:
        """Mark proposals; done twice it comes to the same.

        Raises:
            NotAllowed: the actor is no officer.
            ProposalUnknown: there is no such one.
            TooManyMarked: more than can be changed at once; none of them is marked.
        """
        by.require(Role.OFFICER)
        assert by.person_id is not None
        async with self._database.unit(bookkeeping=True) as unit:
            for one in proposals:
                await unit.proposals.get(one)
            await unit.bulks.mark(by.person_id, proposals)
            if len(await unit.bulks.marked(by.person_id)) > MOST:
                raise TooManyMarked(most=MOST)

    async def unmark(self, by: Actor, proposal: ProposalId | None = None) -> None:
        """Take a mark away, or all of them.

        Raises:
            NotAllowed: the actor is no officer.
        """
        by.require(Role.OFFICER)
        assert by.person_id is not None
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.bulks.unmark(by.person_id, proposal)

    async def begin(self, by: Actor, became: ProposalState) -> Batch:
        """Prepare a step with what is marked, as far as it waits for one; as it is now, so will it be changed.

        Raises:
            NotAllowed: the actor is no officer.
            NothingMarked: nothing of it waits.
        """
        by.require(Role.OFFICER)
        assert by.person_id is not None
        if became not in STEPS:
            raise BulkUnknown
        # No change of its own: nothing has happened yet, and the letter with the reason is begun after it.
        async with self._database.unit(bookkeeping=True) as unit:
            rows = await unit.bulks.marked(by.person_id)
            return await self.batch(unit, await self._prepare(unit, by, became, rows))

    async def look(self, bulk_id: BulkId, by: Actor) -> Batch:
        """A step that this member prepares, or has taken.

        Raises:
            BulkUnknown: it was given up, or never theirs.
        """
        async with self._database.view() as view:
            bulk = await view.bulks.get(bulk_id)
            if bulk.person_id != by.person_id:
                raise BulkUnknown
            return await self.batch(view, bulk)

    async def send(self, bulk_id: BulkId, by: Actor) -> Batch:
        """Take a step that needs no reason, once, however often the button is pressed.

        Raises:
            NotAllowed: the actor is no officer (any more).
            BulkUnknown: it was given up, is not theirs, or needs a reason.
        """
        by.require(Role.OFFICER)
        async with self._database.unit() as unit:
            bulk = await unit.bulks.get(bulk_id)
            if bulk.person_id != by.person_id or bulk.became is not ProposalState.UNDER_REVIEW:
                raise BulkUnknown
            if bulk.sent_at is None:
                bulk = await self.carry_out(unit, bulk, by, Wanted())
            unit.came_to("bulk", bulk.id)
            return await self.batch(unit, bulk)

    async def answer(
        self,
        rows: Sequence[ProposalId],
        became: ProposalState,
        by: Actor,
        *,
        reason: str,
        into: ProposalId | None = None,
    ) -> Batch:
        """Decide on many at once, with the reason at hand: for the command line.

        Raises:
            NotAllowed: the actor is no officer.
            NothingMarked: nothing of it waits.
            TooManyMarked: more than can be changed at once.
            ReasonMissing: there is no reason.
            TextTooLong: it is longer than a letter may be.
        """
        by.require(Role.OFFICER)
        if len(rows) > MOST:
            raise TooManyMarked(most=MOST)
        check_length(reason)
        async with self._database.unit() as unit:
            target = None if into is None else await unit.proposals.get(into)
            bulk = await self._prepare(unit, by, became, rows)
            bulk = await self.carry_out(unit, bulk, by, Wanted(reason, into=target))
            return await self.batch(unit, bulk)

    async def carry_out(self, unit: UnitOfWork, bulk: Bulk, by: Actor, wanted: Wanted) -> Bulk:
        """Change each of them in the caller's transaction, but for those with which something has happened.

        Raises:
            NotAllowed: the actor is no officer (any more).
            ReasonMissing: the authors must read why.
        """
        await unit.staff.require(by, Role.OFFICER)
        now = self._clock.now()
        items = [
            one.model_copy(update={"outcome": await self._change(unit, one, bulk.became, by, wanted)})
            for one in bulk.items
        ]
        bulk = bulk.model_copy(update={"items": items, "letter_id": wanted.letter_id, "sent_at": now})
        await unit.bulks.settle(bulk, now=now)
        if by.person_id is not None:
            await unit.bulks.unmark(by.person_id)
        done = sum(one.outcome is BulkOutcome.DONE for one in items)
        await unit.audit.add(
            by,
            Verb.CHANGED_MANY,
            Noun.PROPOSAL,
            f"{done}/{len(items)}",
            now=now,
            became=bulk.became,
        )
        unit.came_to("bulk", bulk.id)
        return bulk

    async def batch(self, view: View, bulk: Bulk, into: ProposalId | None = None) -> Batch:
        """A step with what is to be known of it."""
        proposals = [await view.proposals.get(one.proposal_id) for one in bulk.items]
        authors = {one.author_id: one for one in proposals if one.author_id is not None}
        readers: Counter[str] = Counter()
        for author_id, proposal in authors.items():
            author = await view.people.find(PersonId(author_id))
            if author is not None and author.is_reachable:
                readers[await reads_of(view, proposal, self._content.texts)] += 1
        target = None if into is None else await view.proposals.get(into)
        return Batch(bulk, proposals, target, dict(readers.most_common()))

    async def _prepare(
        self, unit: UnitOfWork, by: Actor, became: ProposalState, rows: Sequence[ProposalId]
    ) -> Bulk:
        items = []
        for row in rows:
            proposal = await unit.proposals.get(row)
            if proposal.state.awaits_response:
                changes = await unit.changes.of(row)
                seen = changes[-1].id if changes else ChangeId(0)
                items.append(BulkItem(proposal_id=row, seen=seen, version=proposal.version))
        if not items:
            raise NothingMarked
        now = self._clock.now()
        return await unit.bulks.add(Bulk(person_id=by.person_id, became=became, created_at=now, items=items))

    async def _change(
        self, unit: UnitOfWork, item: BulkItem, became: ProposalState, by: Actor, wanted: Wanted
    ) -> BulkOutcome:
        proposal = await unit.proposals.get(item.proposal_id)
        if proposal.state is ProposalState.WITHDRAWN:
            return BulkOutcome.WITHDRAWN
        changes = await unit.changes.of(proposal.id)
        if (changes and changes[-1].id != item.seen) or proposal.version != item.version:
            return BulkOutcome.CHANGED if proposal.state.awaits_response else BulkOutcome.DECIDED
        if proposal.state is became:
            return BulkOutcome.CHANGED
        try:
            if became.is_decision and proposal.state is not ProposalState.UNDER_REVIEW:
                await self._life.change(unit, proposal, ProposalState.UNDER_REVIEW, actor=by)
                proposal = await unit.proposals.get(proposal.id)
            await self._life.change(
                unit, proposal, became, actor=by, reason=wanted.reason, other=wanted.other, into=wanted.into
            )
        except MergeImpossible:
            return BulkOutcome.UNFIT
        except ChangeImpossible:
            return BulkOutcome.CHANGED
        return BulkOutcome.DONE


@dataclass(frozen=True)
class BulkLetters(Correspondence):
    """A letter with the reason of a decision on many; `choice` has the row of the one that carries them on."""

    bulks: BulksService
    content: LiveContent

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:
        """It must be theirs, and not be sent."""
        by.require(Role.OFFICER)
        await self._own(view, letter)
        return letter

    async def about(self, view: View, letter: Letter) -> About:
        """The step, with whom it reaches."""
        bulk = await self._own(view, letter)
        into = ProposalId(int(letter.choice)) if letter.choice else None
        batch = await self.bulks.batch(view, bulk, into)
        return About(
            batch,
            is_open=bulk.sent_at is None,
            asks=bulk.became is ProposalState.MERGED and into is None,
            outcome=("bulk", bulk.id),
            reads=next(iter(batch.readers), self.content.texts.languages[0]),
            others=self.content.texts.languages,
            fits=bulk.became,
        )

    async def take(self, view: View, letter: Letter, text: str, sent_at: datetime) -> Letter:
        """Every message is its text; but for a merger the first one says into what."""
        bulk = await self._own(view, letter)
        if bulk.became is not ProposalState.MERGED or letter.choice:
            return await super().take(view, letter, text, sent_at)
        into = await view.proposals.find(text.strip().removeprefix("#")[:60])
        if into is None:
            raise ProposalUnknown
        if into.state is ProposalState.WITHDRAWN:
            raise MergeImpossible
        return letter.model_copy(update={"choice": str(into.id), "state": LetterState.ASKS, "typed_at": None})

    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent:  # noqa: ARG002
        """Decide on each; those with which something has happened meanwhile are left out, and named."""
        bulk = await self._own(unit, letter)
        into = await unit.proposals.get(ProposalId(int(letter.choice))) if letter.choice else None
        if bulk.became is ProposalState.MERGED and into is None:
            raise MergeImpossible
        check_filled(letter, self.content.knowledge.reasons.values())
        other = (letter.other, letter.other_language)
        wanted = Wanted(letter.text, other, into, letter.id)
        bulk = await self.bulks.carry_out(unit, bulk, by, wanted)
        return Sent(Purpose.BULK, await self.bulks.batch(unit, bulk))

    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """The step that the letter was the reason of."""
        bulk = await unit.bulks.find_by_letter(letter_id)
        if bulk is None or bulk.person_id != by.person_id:
            return None
        unit.came_to("bulk", bulk.id)
        return Sent(Purpose.BULK, await self.bulks.batch(unit, bulk))

    async def _own(self, view: View, letter: Letter) -> Bulk:
        bulk = await view.bulks.get(BulkId(letter.subject_id))
        if bulk.person_id != letter.person_id:
            raise BulkUnknown
        return bulk
