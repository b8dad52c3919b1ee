"""In whose hands cases are, and were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.cases import Assignment, AssignmentId, CaseKind, CaseRef
from bot.domain.staff import MemberId
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of

_SELECT = """
    SELECT a.id, a.proposal_id, a.question_id, a.member_id, m.person_id, m.name, a.given_by, a.since, a.ended_at
    FROM assignments AS a JOIN members AS m ON m.id = a.member_id
"""
#: The column of each kind of case.
COLUMNS: Mapping[CaseKind, str] = {CaseKind.PROPOSAL: "proposal_id", CaseKind.QUESTION: "question_id"}


@dataclass(frozen=True)
class Assignments:
    """One case is in one pair of hands."""

    connection: Connection

    async def get(self, assignment_id: AssignmentId) -> Assignment | None:
        """One of them, over or not; None where there is no such row."""
        row = await self.connection.one(f"{_SELECT} WHERE a.id = ?", (assignment_id,))
        return None if row is None else _assignment(row)

    async def find(self, case: CaseRef) -> Assignment | None:
        """Who has the case; None where nobody has it, or who had it has erased their data."""
        row = await self.connection.one(
            f"{_SELECT} WHERE a.{COLUMNS[case.kind]} = ? AND a.ended_at IS NULL AND m.person_id IS NOT NULL",
            (case.row,),
        )
        return None if row is None else _assignment(row)

    async def of_all(self, cases: Sequence[CaseRef]) -> Sequence[Assignment]:
        """Who has each of these cases, as far as somebody has."""
        found = [await self.find(case) for case in cases]
        return [one for one in found if one is not None]

    async def give(self, assignment: Assignment) -> Assignment:
        """Put a case into somebody's hands, out of whosever it was in."""
        await self.release(assignment.case, now=assignment.since)
        row = await self.connection.one(
            f"""
            INSERT INTO assignments ({COLUMNS[assignment.case.kind]}, member_id, given_by, since)
            VALUES (?, ?, ?, ?) RETURNING id
            """,  # noqa: S608  (a name of ours)
            (assignment.case.row, assignment.member, assignment.given_by, text_of(assignment.since)),
        )
        assert row is not None
        return assignment.model_copy(update={"id": AssignmentId(row["id"])})

    async def release(self, case: CaseRef, *, now: datetime) -> bool:
        """Take a case out of whosever hands it is in; False where it was in nobody's."""
        return bool(
            await self.connection.run(
                f"""
                UPDATE assignments SET ended_at = ? WHERE {COLUMNS[case.kind]} = ? AND ended_at IS NULL
                """,  # noqa: S608  (a name of ours)
                (text_of(now), case.row),
            )
        )

    async def release_all_of(self, member: MemberId, *, now: datetime) -> int:
        """Take every case out of the hands of a member who goes; how many that were."""
        return await self.connection.run(
            "UPDATE assignments SET ended_at = ? WHERE member_id = ? AND ended_at IS NULL",
            (text_of(now), member),
        )


def _assignment(row: Row) -> Assignment:
    is_proposal = row["proposal_id"] is not None
    kind = CaseKind.PROPOSAL if is_proposal else CaseKind.QUESTION
    return Assignment(
        id=AssignmentId(row["id"]),
        case=CaseRef(kind=kind, row=row[COLUMNS[kind]]),
        member=row["member_id"],
        person_id=row["person_id"],
        name=row["name"],
        given_by=row["given_by"],
        since=moment_of(row["since"]),
        ended_at=maybe_moment_of(row["ended_at"]),
    )
