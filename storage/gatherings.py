"""Rows of gatherings, and which proposals were entered from which."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.gatherings import Gathering, GatheringId, GatheringUnknown
from bot.domain.proposals import ProposalId
from storage.rows import Connection, Row, moment_of, text_of

_SELECT = """
    SELECT g.id, g.name, g.held_on, g.letter_id, g.created_at,
        (SELECT count(*) FROM gathered AS d WHERE d.gathering_id = g.id) AS proposals
    FROM gatherings AS g
"""


@dataclass(frozen=True)
class Gatherings:
    """Meetings from which the secretariat enters proposals."""

    connection: Connection

    async def get(self, gathering_id: GatheringId) -> Gathering:
        """The gathering.

        Raises:
            GatheringUnknown: no such row.
        """
        row = await self.connection.one(f"{_SELECT} WHERE g.id = ?", (gathering_id,))
        if row is None:
            raise GatheringUnknown
        return _gathering(row)

    async def of(self, proposal_id: ProposalId) -> Gathering | None:
        """The gathering from which a proposal was entered, or None."""
        row = await self.connection.one(
            f"{_SELECT} JOIN gathered AS h ON h.gathering_id = g.id WHERE h.proposal_id = ?", (proposal_id,)
        )
        return None if row is None else _gathering(row)

    async def find_by_letter(self, letter_id: int) -> Gathering | None:
        """The gathering that this letter has named, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE g.letter_id = ?", (letter_id,))
        return None if row is None else _gathering(row)

    async def list(self, *, limit: int) -> Sequence[Gathering]:
        """The latest ones, by the day on which they were held."""
        rows = await self.connection.all(f"{_SELECT} ORDER BY g.held_on DESC, g.id DESC LIMIT ?", (limit,))
        return [_gathering(row) for row in rows]

    async def add(
        self, name: str, held_on: date, *, now: datetime, letter_id: int | None = None
    ) -> Gathering:
        """Keep a gathering; one of the same name and day is the same."""
        await self.connection.run(
            """
            INSERT INTO gatherings (name, held_on, letter_id, created_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (name, held_on) DO NOTHING
            """,
            (name, held_on.isoformat(), letter_id, text_of(now)),
        )
        row = await self.connection.one(
            f"{_SELECT} WHERE g.name = ? AND g.held_on = ?", (name, held_on.isoformat())
        )
        assert row is not None
        return _gathering(row)

    async def enter(
        self,
        proposal_id: ProposalId,
        gathering_id: GatheringId,
        *,
        consent_version: int,
        now: datetime,
        key: str | None = None,
    ) -> None:
        """Remember from which gathering a proposal was entered.

        Args:
            proposal_id: which.
            gathering_id: from which.
            consent_version: of the text that its author has signed.
            now: the moment.
            key: what the file that it came from calls it.
        """
        await self.connection.run(
            """
            INSERT INTO gathered (proposal_id, gathering_id, consent_version, key, entered_at)
            VALUES (?, ?, ?, ?, ?)
            """,
            (proposal_id, gathering_id, consent_version, key, text_of(now)),
        )

    async def entered_as(self, key: str) -> ProposalId | None:
        """The proposal that a file calls so, or None."""
        row = await self.connection.one("SELECT proposal_id FROM gathered WHERE key = ?", (key,))
        return None if row is None else ProposalId(row["proposal_id"])

    async def hand_over(self, proposal_id: ProposalId, person_id: int | None) -> None:
        """Let the files of an entered proposal be this person's; nobody's where there is none."""
        await self.connection.run(
            "UPDATE attachments SET person_id = ?, message_id = 0 WHERE proposal_id = ?",
            (person_id, proposal_id),
        )


def _gathering(row: Row) -> Gathering:
    return Gathering(
        id=GatheringId(row["id"]),
        name=row["name"],
        held_on=date.fromisoformat(row["held_on"]),
        letter_id=row["letter_id"],
        proposals=row["proposals"],
        created_at=moment_of(row["created_at"]),
    )
