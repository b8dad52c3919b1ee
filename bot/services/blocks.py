"""Blocks: by the secretariat, with a reason; contested once by the person; kept or lifted."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.audit import Noun, Verb
from bot.domain.blocks import AlreadyAppealed, Block, BlockId, BlockUnknown, NobodyToBlock
from bot.domain.clock import Clock
from bot.domain.letters import Letter, LetterId, Purpose, check_length
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import ProposalId, ReasonMissing
from bot.services.letters import About, Correspondence, Sent
from bot.services.questions import Secretariat
from storage import Database, UnitOfWork, View


@dataclass(frozen=True)
class Culprit:
    """Whom a letter is to block: the author of a proposal."""

    proposal_id: ProposalId
    reference: str


class BlocksService:
    """Verbs on blocks.

    Args:
        database: where they are kept.
        clock: the time.
        staff: the secretariat, whom nobody blocks, and who are told of what becomes of a contested block.
    """

    def __init__(self, database: Database, clock: Clock, *, staff: Secretariat) -> None:
        self._database = database
        self._clock = clock
        self._staff = staff

    async def of(self, person_id: PersonId) -> Block | None:
        """The person's own block, or None."""
        async with self._database.view() as view:
            return await view.blocks.find(person_id)

    async def find(self, block_id: BlockId) -> Block | None:
        """A block; None where it was lifted."""
        async with self._database.view() as view:
            return await view.blocks.find_by_id(block_id)

    async def list(self, by: Actor) -> Sequence[Block]:
        """Every block, those whose appeal waits first.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            return await view.blocks.list()

    async def count_contested(self, by: Actor) -> int:
        """How many appeals wait for a decision.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            return await view.blocks.count_contested()

    async def get(self, block_id: BlockId, by: Actor) -> Block:
        """A block, for the secretariat.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            BlockUnknown: it was lifted.
        """
        by.require(Role.OBSERVER)
        block = await self.find(block_id)
        if block is None:
            raise BlockUnknown
        return block

    async def block(self, person_id: PersonId, by: Actor, *, reason: str) -> Block:
        """Block a person, and tell them why; somebody who is blocked stays so, for the reason that they know.

        Raises:
            NotAllowed: the actor is no officer.
            ReasonMissing: the person must read why.
            TextTooLong: it is longer than a letter may be.
            NobodyToBlock: the bot does not know the person, or they are a member of the secretariat.
        """
        check_length(reason)
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            if await unit.people.find(person_id) is None:
                raise NobodyToBlock
            return await self.put(unit, person_id, by, reason=reason)

    async def put(
        self,
        unit: UnitOfWork,
        person_id: PersonId | None,
        by: Actor,
        *,
        reason: str,
        letter_id: LetterId | None = None,
    ) -> Block:
        """Block a person in the caller's transaction, as `block` does."""
        if person_id is None or person_id in await self._staff.members(unit):
            raise NobodyToBlock
        if not reason.strip():
            raise ReasonMissing
        earlier = await unit.blocks.find(person_id)
        if earlier is not None:
            return earlier
        now = self._clock.now()
        block = Block(
            person_id=person_id,
            reason=reason.strip(),
            blocked_by=by.person_id,
            blocked_at=now,
            letter_id=letter_id,
        )
        block = block.model_copy(update={"id": await unit.blocks.save(block)})
        await self._log(unit, Verb.BLOCKED, block, by)
        await unit.notices.add(NoticeKind.PERSON_BLOCKED, block.id, to=[person_id], now=now)
        return block

    async def lift(self, block_id: BlockId, by: Actor) -> None:
        """Lift a block, and tell the person; pressed again, nothing is left to lift.

        Raises:
            NotAllowed: the actor is no officer.
        """
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            unit.came_to("block_lifted", block_id)
            block = await unit.blocks.find_by_id(block_id)
            if block is not None:
                await unit.blocks.delete(block.person_id)
                await self._log(unit, Verb.UNBLOCKED, block, by)
                await self._tell(unit, NoticeKind.PERSON_UNBLOCKED, block)
                if block.appealed_at is not None:
                    await self._tell_colleagues(unit, block)

    async def keep(
        self, unit: UnitOfWork, block_id: BlockId, by: Actor, *, reason: str, letter_id: LetterId
    ) -> Block:
        """Let a contested block stand, and tell the person why, in the caller's transaction; once.

        Raises:
            NotAllowed: the actor is no officer.
            BlockUnknown: it was lifted.
        """
        await unit.staff.require(by, Role.OFFICER)
        unit.came_to("block", block_id)
        block = await unit.blocks.find_by_id(block_id)
        if block is None:
            raise BlockUnknown
        if block.awaits_decision:
            kept = {"kept_at": self._clock.now(), "keep_reason": reason, "keep_letter_id": letter_id}
            block = block.model_copy(update=kept)
            await unit.blocks.save(block)
            await self._log(unit, Verb.KEPT, block, by)
            await self._tell(unit, NoticeKind.BLOCK_KEPT, block)
            await self._tell_colleagues(unit, block)
        return block

    async def _log(self, unit: UnitOfWork, verb: Verb, block: Block, by: Actor) -> None:
        now = self._clock.now()
        await unit.audit.add(by, verb, Noun.BLOCK, str(block.id), now=now, person_id=block.person_id)

    async def _tell(self, unit: UnitOfWork, kind: NoticeKind, block: Block) -> None:
        await unit.notices.add(kind, block.id, to=[block.person_id], now=self._clock.now())

    async def _tell_colleagues(self, unit: UnitOfWork, block: Block) -> None:
        await self._staff.tell_topic(unit, NoticeKind.BLOCK_DECIDED, block.id, now=self._clock.now())


@dataclass(frozen=True)
class BlockLetters(Correspondence):
    """A letter with the reason for which the author of a proposal is blocked; an officer writes it."""

    blocks: BlocksService

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:
        """There must be somebody to block."""
        await view.staff.require(by, Role.OFFICER)
        if (await view.proposals.get(ProposalId(letter.subject_id))).author_id is None:
            raise NobodyToBlock
        return letter

    async def about(self, view: View, letter: Letter) -> About:
        """Whom it is to block."""
        proposal = await view.proposals.get(ProposalId(letter.subject_id))
        author = proposal.author_id
        block = None if author is None else await view.blocks.find(author)
        culprit = Culprit(proposal.id, proposal.reference)
        return About(
            culprit, author is not None and block is None, outcome=("block", block.id if block else 0)
        )

    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent:  # noqa: ARG002
        """Block the author; where a colleague was first, that block stands."""
        await unit.staff.require(by, Role.OFFICER)
        proposal = await unit.proposals.get(ProposalId(letter.subject_id))
        block = await self.blocks.put(unit, proposal.author_id, by, reason=letter.text, letter_id=letter.id)
        unit.came_to("block", block.id)
        return Sent(Purpose.BLOCK, block, block.letter_id == letter.id)

    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """The block that the letter became."""
        block = await unit.blocks.find_by_letter(letter_id)
        if block is None or block.letter_id != letter_id or block.blocked_by != by.person_id:
            return None
        unit.came_to("block", block.id)
        return Sent(Purpose.BLOCK, block)


@dataclass(frozen=True)
class AppealLetters(Correspondence):
    """A letter in which somebody contests their block, once."""

    clock: Clock
    secretariat: Secretariat

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:
        """It is their own block, and not contested yet."""
        await _own(view, letter, by)
        return letter

    async def about(self, view: View, letter: Letter) -> About:
        """The block."""
        block = await view.blocks.find_by_id(BlockId(letter.subject_id))
        is_open = block is not None and block.can_be_contested
        return About(block, is_open, outcome=("own_block", letter.subject_id))

    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent:  # noqa: ARG002
        """Lay it before the secretariat."""
        block = await _own(unit, letter, by)
        now = self.clock.now()
        contested = block.model_copy(
            update={"appeal": letter.text, "appealed_at": now, "appeal_letter_id": letter.id}
        )
        await unit.blocks.save(contested)
        await self.secretariat.tell(unit, NoticeKind.BLOCK_CONTESTED, block.id, now=now)
        unit.came_to("own_block", block.id)
        return Sent(Purpose.BLOCK_APPEAL, contested)

    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """The block that the letter contested."""
        block = await unit.blocks.find_by_letter(letter_id)
        if block is None or block.appeal_letter_id != letter_id or block.person_id != by.person_id:
            return None
        unit.came_to("own_block", block.id)
        return Sent(Purpose.BLOCK_APPEAL, block)


@dataclass(frozen=True)
class KeepLetters(Correspondence):
    """A letter with the reason for which a contested block stands; an officer writes it."""

    blocks: BlocksService

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:
        """There must be a block."""
        await view.staff.require(by, Role.OFFICER)
        if await view.blocks.find_by_id(BlockId(letter.subject_id)) is None:
            raise BlockUnknown
        return letter

    async def about(self, view: View, letter: Letter) -> About:
        """The block, with its appeal."""
        block = await view.blocks.find_by_id(BlockId(letter.subject_id))
        is_open = block is not None and block.awaits_decision
        return About(block, is_open, outcome=("block", letter.subject_id))

    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent:  # noqa: ARG002
        """Let the block stand; where a colleague was first, it stands for the reason that they gave."""
        block = await self.blocks.keep(
            unit, BlockId(letter.subject_id), by, reason=letter.text, letter_id=letter.id
        )
        is_mine = block.keep_letter_id == letter.id
        return Sent(Purpose.BLOCK_KEEP, block, is_mine, text="" if is_mine else letter.text)

    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """The block that the letter has let stand."""
        block = await unit.blocks.find_by_letter(letter_id)
        if block is None or block.keep_letter_id != letter_id or not by.may(Role.OFFICER):
            return None
        unit.came_to("block", block.id)
        return Sent(Purpose.BLOCK_KEEP, block)


async def _own(view: View, letter: Letter, by: Actor) -> Block:
    block = await view.blocks.find_by_id(BlockId(letter.subject_id))
    if block is None or block.person_id != by.person_id:
        raise BlockUnknown
    if not block.can_be_contested:
        raise AlreadyAppealed
    return block
