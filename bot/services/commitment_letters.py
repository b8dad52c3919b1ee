"""Letters with the word on a commitment's status.

A letter remembers which status its writer has seen: what a colleague states meanwhile is shown before it goes.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from bot.domain.commitments import (
    CommitmentChange,
    CommitmentId,
    CommitmentStatus,
    CommitmentUnknown,
    parted,
)
from bot.domain.knowledge import Commitment
from bot.domain.letters import Letter, LetterId, Purpose
from bot.domain.people import Actor, Role
from bot.services.commitments import CommitmentsService, ToldStatus
from bot.services.letters import About, Correspondence, Sent
from storage import UnitOfWork, View


@dataclass(frozen=True)
class StatusChoice:
    """What is kept in a letter's `choice`, packed as `limited@57:night-paths`.

    Attributes:
        seen: row id of the latest status that the writer has seen; 0 where there was none.
    """

    status: CommitmentStatus
    commitment: CommitmentId
    seen: int = 0

    @classmethod
    def of(cls, letter: Letter) -> Self:
        """As the letter remembers it."""
        chosen, _, commitment = letter.choice.partition(":")
        status, _, seen = chosen.partition("@")
        return cls(CommitmentStatus(status), CommitmentId(commitment), int(seen or 0))

    @property
    def number(self) -> int:
        """By which letters on different commitments are told apart: content has no row ids."""
        return int.from_bytes(hashlib.sha256(self.commitment.encode()).digest()[:7], "big")

    def __str__(self) -> str:
        return f"{self.status}@{self.seen}:{self.commitment}"


@dataclass(frozen=True)
class StatusAim:
    """What a letter on a commitment is to state.

    Attributes:
        latest: the present status; None where nothing was stated.
        hearing: how many people and groups will hear of it.
        others: how many colleagues are writing about the same commitment.
    """

    commitment: Commitment
    status: CommitmentStatus
    latest: CommitmentChange | None
    hearing: int
    others: int


@dataclass(frozen=True)
class CommitmentLetters(Correspondence):
    """A letter with the word on a status, and in its last line perhaps an address; an officer writes it."""

    commitments: CommitmentsService

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:
        """Check the right and the commitment, and remember what has been seen."""
        await view.staff.require(by, Role.OFFICER)
        choice = StatusChoice.of(letter)
        latest = await view.commitments.latest(self.commitments.known(choice.commitment))
        return _seeing(letter, latest)

    async def about(self, view: View, letter: Letter) -> About:
        """The commitment, and what is to be stated of it; nothing where the content has lost it."""
        choice = StatusChoice.of(letter)
        try:
            commitment = self.commitments.find(choice.commitment)
        except CommitmentUnknown:
            return About(is_open=False)
        return About(
            StatusAim(
                commitment,
                choice.status,
                await view.commitments.latest(commitment.id),
                await view.commitments.count_hearing(commitment.id),
                await view.letters.others_about((letter.purpose,), letter.subject_id, letter.person_id),
            )
        )

    async def take(self, view: View, letter: Letter, text: str, sent_at: datetime) -> Letter:
        """Every message is the word on the status; an address alone is none."""
        taken = await super().take(view, letter, text, sent_at)
        parted(taken.text)
        return taken

    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent | Letter:  # noqa: ARG002
        """State it; what a colleague has stated meanwhile is read before."""
        await unit.staff.require(by, Role.OFFICER)
        choice = StatusChoice.of(letter)
        commitment = self.commitments.find(choice.commitment)
        latest = await unit.commitments.latest(commitment.id)
        if latest is not None and latest.id != choice.seen:
            return _seeing(letter, latest)
        change = await self.commitments.put(
            unit, commitment.id, choice.status, by, text=letter.text, letter_id=letter.id
        )
        return Sent(letter.purpose, ToldStatus(change, commitment, is_latest=True))

    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """The status that the letter has stated."""
        change = await unit.commitments.find_by_letter(letter_id)
        if change is None or change.changed_by != by.person_id:
            return None
        unit.came_to("commitment_change", change.id)
        latest = await unit.commitments.latest(change.commitment)
        is_latest = latest is None or latest.id == change.id
        return Sent(
            Purpose.COMMITMENT, ToldStatus(change, self.commitments.find(change.commitment), is_latest)
        )


def _seeing(letter: Letter, latest: CommitmentChange | None) -> Letter:
    choice = replace(StatusChoice.of(letter), seen=latest.id if latest else 0)
    return letter.model_copy(update={"choice": str(choice)})
