"""Rows of claim codes, and how many wrong ones each person has tried today."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.claims import Claim, ClaimId
from bot.domain.people import PersonId
from bot.domain.proposals import ProposalId
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of

_SELECT = "SELECT id, proposal_id, digest, issued_at, used_at, revoked_at FROM claims"


@dataclass(frozen=True)
class Claims:
    """Codes by which proposals are taken over; one of a proposal's at the most can be used."""

    connection: Connection

    async def find(self, digest: str) -> Claim | None:
        """The claim whose code has this digest, used or not; or None."""
        row = await self.connection.one(f"{_SELECT} WHERE digest = ?", (digest,))
        return None if row is None else _claim(row)

    async def issue(self, proposal_id: ProposalId, digest: str, *, now: datetime) -> None:
        """Keep a new code's digest; the code before can be used no more."""
        await self.connection.run(
            """
            UPDATE claims SET revoked_at = ? WHERE proposal_id = ? AND used_at IS NULL AND revoked_at IS NULL
            """,
            (text_of(now), proposal_id),
        )
        await self.connection.run(
            "INSERT INTO claims (proposal_id, digest, issued_at) VALUES (?, ?, ?)",
            (proposal_id, digest, text_of(now)),
        )

    async def use(self, claim: Claim, person_id: PersonId, *, consent_version: int, now: datetime) -> None:
        """Make the person the author; the claim is open, and the transaction the caller's."""
        await self.connection.run("UPDATE claims SET used_at = ? WHERE id = ?", (text_of(now), claim.id))
        await self.connection.run(
            "UPDATE proposals SET author_id = ?, consent_version = ? WHERE id = ?",
            (person_id, consent_version, claim.proposal_id),
        )

    async def tries(self, person_id: PersonId, day: date) -> int:
        """How many wrong codes the person has tried on a day."""
        row = await self.connection.one(
            "SELECT tries FROM claim_tries WHERE person_id = ? AND day = ?", (person_id, day.isoformat())
        )
        return 0 if row is None else int(row["tries"])

    async def count_try(self, person_id: PersonId, day: date) -> int:
        """Count one more; how many it makes. Counts of earlier days go."""
        await self.connection.run("DELETE FROM claim_tries WHERE day < ?", (day.isoformat(),))
        row = await self.connection.one(
            """
            INSERT INTO claim_tries (person_id, day, tries) VALUES (:person, :day, 1)
            ON CONFLICT (person_id) DO UPDATE SET tries = iif(day = :day, tries + 1, 1), day = :day
            RETURNING tries
            """,
            {"person": person_id, "day": day.isoformat()},
        )
        assert row is not None
        return int(row["tries"])


def _claim(row: Row) -> Claim:
    return Claim(
        id=ClaimId(row["id"]),
        proposal_id=ProposalId(row["proposal_id"]),
        digest=row["digest"],
        issued_at=moment_of(row["issued_at"]),
        used_at=maybe_moment_of(row["used_at"]),
        revoked_at=maybe_moment_of(row["revoked_at"]),
    )
