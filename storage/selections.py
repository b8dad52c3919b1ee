"""Which proposals are meant, as a condition of SQL; how many they are, and how much is attached to them."""

import json
from dataclasses import dataclass

from bot.domain.consultations import ConsultationId
from bot.domain.exports import Selection
from storage.proposal_rows import PUBLIC
from storage.rows import Connection, Value, text_of

_FROM = "proposals AS p LEFT JOIN consultations AS c ON c.id = p.consultation_id"


def fitting(selection: Selection) -> tuple[str, dict[str, Value]]:
    """The condition on proposals as `p` and their consultations as `c`, and its values."""
    values: dict[str, Value] = {"after": selection.after}
    parts = ["p.revision > :after"]
    if selection.states:
        parts.append("p.state IN (SELECT value FROM json_each(:states))")
        values["states"] = json.dumps(selection.states)
    if selection.consultation is not None:
        parts.append("c.slug = :consultation")
        values["consultation"] = selection.consultation
    if selection.since is not None:
        parts.append("p.updated_at >= :since")
        values["since"] = text_of(selection.since)
    if selection.is_public:
        parts.append(PUBLIC)
    return " AND ".join(parts), values


@dataclass(frozen=True)
class Selections:
    """Proposals, counted."""

    connection: Connection

    async def count(self, selection: Selection) -> int:
        """How many proposals are meant."""
        condition, values = fitting(selection)
        row = await self.connection.one(f"SELECT count(*) AS n FROM {_FROM} WHERE {condition}", values)  # noqa: S608  (constants)
        assert row is not None
        return int(row["n"])

    async def weigh(self, selection: Selection) -> tuple[int, int]:
        """How many files are attached to the proposals that are meant, and their bytes."""
        condition, values = fitting(selection)
        row = await self.connection.one(
            f"""
            SELECT count(*) AS files, coalesce(sum(a.size), 0) AS bytes
            FROM {_FROM} JOIN attachments AS a ON a.proposal_id = p.id WHERE {condition}
            """,  # noqa: S608  (constants)
            values,
        )
        assert row is not None
        return int(row["files"]), int(row["bytes"])

    async def count_by_consultation(self) -> dict[ConsultationId, int]:
        """How many proposals each consultation has, of those that have any."""
        rows = await self.connection.all(
            """
            SELECT consultation_id, count(*) AS n FROM proposals
            WHERE consultation_id IS NOT NULL GROUP BY consultation_id
            """
        )
        return {ConsultationId(row["consultation_id"]): row["n"] for row in rows}
