"""Rows of what was promised: which responses are late or will be, who was warned, and how many there are of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.consultations import ConsultationId
from bot.domain.proposals import Proposal
from bot.domain.responses import DueSoon, Lateness, LatenessId, Tally, WarningId
from bot.domain.staff import MemberId
from storage.proposal_rows import SELECT, proposal_of
from storage.rows import Connection, Row, moment_of, text_of

#: It is the secretariat's turn.
_ITS_TURN = "p.state IN ('received', 'under_review')"

_COUNTED = f"""
    count(*) FILTER (WHERE p.state NOT IN ('received', 'clarification', 'under_review')) AS answered,
    count(*) FILTER (WHERE p.state IN ('received', 'clarification', 'under_review')) AS pending,
    count(*) FILTER (WHERE {_ITS_TURN} AND coalesce(p.late_since, p.reply_by) < :now) AS late
"""


@dataclass(frozen=True)
class Responses:
    """Promised dates, and whether they are kept."""

    connection: Connection

    async def overdue(self, *, now: datetime, limit: int) -> Sequence[Proposal]:
        """Proposals whose present date has passed, the oldest date first."""
        rows = await self.connection.all(
            f"{SELECT} WHERE {_ITS_TURN} AND p.reply_by < ? ORDER BY p.reply_by, p.id LIMIT ?",
            (text_of(now), limit),
        )
        return [proposal_of(row) for row in rows]

    async def postpone(self, lateness: Lateness) -> LatenessId:
        """Remember that a date has passed, and promise the next; the first one stays with the proposal."""
        row = await self.connection.one(
            """
            INSERT INTO lateness (proposal_id, due_at, next_at, noticed_at) VALUES (?, ?, ?, ?) RETURNING id
            """,
            (
                lateness.proposal_id,
                text_of(lateness.due_at),
                text_of(lateness.next_at),
                text_of(lateness.noticed_at),
            ),
        )
        assert row is not None
        await self.connection.run(
            "UPDATE proposals SET late_since = coalesce(late_since, reply_by), reply_by = ? WHERE id = ?",
            (text_of(lateness.next_at), lateness.proposal_id),
        )
        return LatenessId(row["id"])

    async def lateness(self, lateness_id: LatenessId) -> Lateness | None:
        """That a date has passed, or None."""
        row = await self.connection.one(
            "SELECT id, proposal_id, due_at, next_at, noticed_at FROM lateness WHERE id = ?", (lateness_id,)
        )
        if row is None:
            return None
        return Lateness(
            id=LatenessId(row["id"]),
            proposal_id=row["proposal_id"],
            due_at=moment_of(row["due_at"]),
            next_at=moment_of(row["next_at"]),
            noticed_at=moment_of(row["noticed_at"]),
        )

    async def due_soon(self, *, now: datetime, until: datetime, limit: int) -> Sequence[DueSoon]:
        """What is due until then and was not warned of, the nearest date first, with whose it is."""
        rows = await self.connection.all(
            f"""
            SELECT p.id, p.reply_by, a.member_id, m.person_id FROM proposals AS p
            LEFT JOIN assignments AS a ON a.proposal_id = p.id AND a.ended_at IS NULL
            LEFT JOIN members AS m ON m.id = a.member_id
            WHERE {_ITS_TURN} AND p.reply_by >= :now AND p.reply_by <= :until AND NOT EXISTS (
                SELECT 1 FROM warned AS w WHERE w.proposal_id = p.id AND w.reply_by = p.reply_by
            )
            ORDER BY p.reply_by, p.id LIMIT :limit
            """,  # noqa: S608  (a constant of ours)
            {"now": text_of(now), "until": text_of(until), "limit": limit},
        )
        return [
            DueSoon(
                proposal_id=row["id"],
                reply_by=moment_of(row["reply_by"]),
                member=row["member_id"],
                person_id=row["person_id"],
            )
            for row in rows
        ]

    async def warn(
        self, member: MemberId | None, due: Sequence[DueSoon], *, day: date, now: datetime
    ) -> WarningId | None:
        """Remember that somebody is warned of these; None where they were warned that day already.

        Args:
            member: whom; None for everybody.
            due: of what.
            day: by the clock on the wall.
            now: the moment.
        """
        row = await self.connection.one(
            """
            INSERT INTO warnings (member_id, day, created_at) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING RETURNING id
            """,
            (member, day.isoformat(), text_of(now)),
        )
        if row is None:
            return None
        await self.connection.run_many(
            "INSERT INTO warned (proposal_id, reply_by, warning_id) VALUES (?, ?, ?)",
            [(one.proposal_id, text_of(one.reply_by), row["id"]) for one in due],
        )
        return WarningId(row["id"])

    async def warned_of(self, warning_id: WarningId) -> Sequence[Proposal]:
        """Of what somebody was warned, as far as it still waits, the nearest date first."""
        rows = await self.connection.all(
            f"""
            {SELECT} JOIN warned AS w ON w.proposal_id = p.id WHERE w.warning_id = ? AND {_ITS_TURN}
            ORDER BY p.reply_by, p.id
            """,
            (warning_id,),
        )
        return [proposal_of(row) for row in rows]

    async def tallies(self, *, now: datetime) -> Mapping[str, Tally]:
        """The same by consultation, of those to which there are proposals, by slug."""
        rows = await self.connection.all(
            f"""
            SELECT c.slug, {_COUNTED} FROM proposals AS p JOIN consultations AS c ON c.id = p.consultation_id
            WHERE p.state <> 'withdrawn' GROUP BY c.id ORDER BY c.id
            """,  # noqa: S608  (a constant of ours)
            {"now": text_of(now)},
        )
        return {row["slug"]: _tally(row) for row in rows}

    async def tally(self, consultation_id: ConsultationId | None = None, *, now: datetime) -> Tally:
        """How many are answered, wait, and are late: of a consultation, or of all; withdrawn ones do not count."""
        row = await self.connection.one(
            f"""
            SELECT {_COUNTED} FROM proposals AS p
            WHERE p.state <> 'withdrawn' {"AND p.consultation_id = :of" if consultation_id is not None else ""}
            """,  # noqa: S608  (constants of ours)
            {"now": text_of(now), "of": consultation_id},
        )
        assert row is not None
        return _tally(row)


def _tally(row: Row) -> Tally:
    return Tally(answered=row["answered"], pending=row["pending"], late=row["late"])
