"""The desk as each member of the secretariat has left it."""

from dataclasses import dataclass

from bot.domain.desk import DeskView, Filters
from bot.domain.people import PersonId
from storage.rows import Connection, maybe_moment_of, text_of


@dataclass(frozen=True)
class DeskViews:
    """One row a member who has narrowed anything down."""

    connection: Connection

    async def get(self, person_id: PersonId) -> DeskView:
        """How they have left it; as it is at first where they have left nothing."""
        row = await self.connection.one(
            "SELECT filters, page, asked_at FROM desk_views WHERE person_id = ?", (person_id,)
        )
        if row is None:
            return DeskView(person_id=person_id)
        return DeskView(
            person_id=person_id,
            filters=Filters.model_validate_json(row["filters"]),
            page=row["page"],
            asked_at=maybe_moment_of(row["asked_at"]),
        )

    async def save(self, view: DeskView) -> None:
        """Remember how they leave it."""
        await self.connection.run(
            """
            INSERT INTO desk_views (person_id, filters, page, asked_at)
            VALUES (:person_id, :filters, :page, :asked_at)
            ON CONFLICT (person_id) DO UPDATE SET filters = excluded.filters, page = excluded.page,
                asked_at = excluded.asked_at
            """,
            {
                "person_id": view.person_id,
                "filters": view.filters.model_dump_json(exclude_defaults=True),
                "page": view.page,
                "asked_at": text_of(view.asked_at),
            },
        )
