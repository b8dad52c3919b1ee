"""Commitments of the plans: the proposals they came from, how far they are carried out, and who hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.commitments import (
    CommitmentChange,
    CommitmentChangeId,
    CommitmentId,
    CommitmentStatus,
    CommitmentUnknown,
    parted,
)
from bot.domain.knowledge import Commitment, EntityId
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, Role
from bot.domain.proposals import Proposal, ProposalChange, ProposalId
from bot.services.content.live import LiveContent
from storage import Database, UnitOfWork

#: How many names that look alike are offered for an unknown one, and how alike they must be, in per cent.
NEAREST, ALIKE = 3, 60


@dataclass(frozen=True)
class Standing:
    """A commitment with what has become of it.

    Attributes:
        changes: its statuses, the first first.
        proposals: those that it came from and that anybody may read.
    """

    commitment: Commitment
    changes: Sequence[CommitmentChange]
    proposals: Sequence[Proposal]

    @property
    def latest(self) -> CommitmentChange | None:
        """The present status; None where nothing was stated."""
        return self.changes[-1] if self.changes else None


@dataclass(frozen=True)
class ToldStatus:
    """A status that somebody is told of.

    Attributes:
        commitment: None where the content does not know it any more.
        is_latest: whether nothing was stated since.
    """

    change: CommitmentChange
    commitment: Commitment | None
    is_latest: bool


class CommitmentsService:
    """Verbs on commitments.

    Args:
        database: where their statuses are kept.
        clock: the time.
        content: has the commitments themselves.
    """

    def __init__(self, database: Database, clock: Clock, content: LiveContent) -> None:
        self._database = database
        self._clock = clock
        self._content = content

    def find(self, name: str) -> Commitment:
        """The commitment with this id, or this code where but one has it; in any case of letters.

        Raises:
            CommitmentUnknown: the content has no such one; it names those that look alike.
        """
        every = self._content.knowledge.commitments
        if CommitmentId(name) in every:
            return every[CommitmentId(name)]
        plain = name.strip().casefold()
        for names in ([one.id for one in every.values()], [one.code for one in every.values()]):
            found = [one for one, own in zip(every.values(), names, strict=True) if own.casefold() == plain]
            if plain and len(found) == 1:
                return found[0]
        raise CommitmentUnknown(nearest=self._nearest(plain))

    def known(self, name: str) -> CommitmentId:
        """The id of the commitment that is called so.

        Raises:
            CommitmentUnknown: the content has no such one; it names those that look alike.
        """
        return self.find(name).id

    async def standing(self, name: str) -> Standing:
        """A commitment with its statuses and the proposals that it came from.

        Raises:
            CommitmentUnknown: the content has no such one.
        """
        commitment = self.find(name)
        async with self._database.view() as view:
            proposals = await view.proposals.of_commitment(commitment.id)
            changes = await view.commitments.of(commitment.id)
        return Standing(commitment, changes, [one for one in proposals if one.is_public])

    async def listed(
        self, plan: EntityId | None = None
    ) -> Sequence[tuple[Commitment, CommitmentChange | None]]:
        """The commitments of a plan (or of all), each with its present status."""
        async with self._database.view() as view:
            latest = await view.commitments.all_latest()
        knowledge = self._content.knowledge
        found = knowledge.commitments.values() if plan is None else knowledge.commitments_of(plan)
        return [(one, latest.get(one.id)) for one in found]

    async def latest(self, commitment_id: CommitmentId) -> CommitmentChange | None:
        """The present status; None where nothing was stated."""
        async with self._database.view() as view:
            return await view.commitments.latest(commitment_id)

    async def hearing(
        self, commitment_id: CommitmentId | None = None, *, proposal_id: ProposalId | None = None
    ) -> int:
        """How many chats would hear of a status of the commitment, or that the proposal became one."""
        async with self._database.view() as view:
            return await view.commitments.count_hearing(commitment_id, proposal_id=proposal_id)

    async def told(self, change_id: CommitmentChangeId) -> ToldStatus:
        """A status, for the notice of it and for who has stated it.

        Raises:
            CommitmentUnknown: no such row.
        """
        async with self._database.view() as view:
            change = await view.commitments.get(change_id)
            latest = await view.commitments.latest(change.commitment)
        commitment = self._content.knowledge.commitments.get(change.commitment)
        return ToldStatus(change, commitment, latest is None or latest.id == change.id)

    async def state(
        self, name: str, status: CommitmentStatus, by: Actor, *, note: str, link: str = ""
    ) -> ToldStatus:
        """State how far a commitment is carried out, with the words at hand: for the command line.

        Raises:
            NotAllowed: the actor is no officer.
            CommitmentUnknown: the content has no such one.
            CommitmentNoteMissing: there is nothing to read in the note.
        """
        commitment = self.find(name)
        text = f"{note}\n{link}" if link else note
        async with self._database.unit() as unit:
            change = await self.put(unit, commitment.id, status, by, text=text)
        return await self.told(change.id)

    async def put(
        self,
        unit: UnitOfWork,
        commitment_id: CommitmentId,
        status: CommitmentStatus,
        by: Actor,
        *,
        text: str,
        letter_id: int | None = None,
    ) -> CommitmentChange:
        """State how far a commitment is carried out, and queue the notices of it, in the caller's transaction.

        Args:
            unit: the transaction.
            commitment_id: one that the content has.
            status: how far.
            by: who states it.
            text: the note, and in its last line perhaps an address.
            letter_id: the letter in which it was written; the key against repeats.

        Raises:
            NotAllowed: the actor is no officer.
            CommitmentNoteMissing: there is nothing to read in the text.
        """
        await unit.staff.require(by, Role.OFFICER)
        note, link = parted(text)
        now = self._clock.now()
        change = await unit.commitments.add(
            CommitmentChange(
                commitment=commitment_id,
                status=status,
                note=note,
                link=link,
                changed_by=by.person_id,
                letter_id=letter_id,
                changed_at=now,
            )
        )
        await unit.audit.add(by, Verb.CHANGED, Noun.COMMITMENT, commitment_id, now=now, became=status.value)
        await unit.notices.begin_campaign(NoticeKind.COMMITMENT_CHANGED, change.id, now=now)
        unit.came_to("commitment_change", change.id)
        return change

    async def tell_adopted(self, unit: UnitOfWork, change: ProposalChange) -> None:
        """Let who supports a proposal, or whose own was merged into it, know that it is in a plan.

        Its author is told of every change anyway.
        """
        await unit.notices.begin_campaign(NoticeKind.PROPOSAL_ADOPTED, change.id, now=change.changed_at)

    def _nearest(self, name: str) -> str:
        """Ids that look like the name, or whose code or title does, as one line."""
        every = self._content.knowledge.commitments
        names = {
            (one.id, at): word.casefold()
            for one in every.values()
            for at, word in enumerate((one.id, one.code, *(text.title for text in one.texts.values())))
            if word
        }
        alike = (
            process.extract(name, names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None) if name else []
        )
        ids = list(dict.fromkeys(key[0] for _, _, key in alike))[:NEAREST]
        return ", ".join(f"{one} ({every[one].code})" if every[one].code else one for one in ids)
