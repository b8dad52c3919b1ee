"""Consultations' rows and their texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.consultations import (
    Consultation,
    ConsultationId,
    ConsultationKind,
    ConsultationState,
    ConsultationText,
    ConsultationUnknown,
    NewConsultation,
)
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of

_COLUMNS = "id, slug, kind, state, closes_at, url, created_at, published_at"


@dataclass(frozen=True)
class Consultations:
    """Consultations and their texts."""

    connection: Connection

    async def find(self, slug: str) -> Consultation | None:
        """The consultation with this slug, or None."""
        row = await self.connection.one(
            f"SELECT {_COLUMNS} FROM consultations WHERE slug = ?",  # noqa: S608  (a constant)
            (slug,),
        )
        return None if row is None else await self._consultation(row)

    async def get(self, consultation_id: ConsultationId) -> Consultation:
        """The consultation.

        Raises:
            ConsultationUnknown: no such row.
        """
        row = await self.connection.one(
            f"SELECT {_COLUMNS} FROM consultations WHERE id = ?",  # noqa: S608  (a constant)
            (consultation_id,),
        )
        if row is None:
            raise ConsultationUnknown
        return await self._consultation(row)

    async def list(self, *, state: ConsultationState | None = None) -> Sequence[Consultation]:
        """All of them, or those in one state; the one that closes first comes first."""
        rows = await self.connection.all(
            f"""
            SELECT {_COLUMNS} FROM consultations WHERE :state IS NULL OR state = :state
            ORDER BY closes_at, id
            """,  # noqa: S608  (a constant)
            {"state": state},
        )
        return [await self._consultation(row) for row in rows]

    async def save(self, new: NewConsultation, *, now: datetime) -> None:
        """Add a consultation as a draft, or replace the draft of the same slug."""
        row = await self.connection.one(
            """
            INSERT INTO consultations (slug, kind, state, closes_at, url, created_at)
            VALUES (:slug, :kind, 'draft', :closes_at, :url, :created_at)
            ON CONFLICT (slug) DO UPDATE SET kind = excluded.kind, closes_at = excluded.closes_at,
                url = excluded.url
            RETURNING id
            """,
            {
                "slug": new.slug,
                "kind": new.kind,
                "closes_at": text_of(new.closes_at),
                "url": new.url,
                "created_at": text_of(now),
            },
        )
        assert row is not None
        await self.connection.run("DELETE FROM consultation_texts WHERE consultation_id = ?", (row["id"],))
        await self.connection.run_many(
            """
            INSERT INTO consultation_texts (consultation_id, position, language, title, summary)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                (row["id"], position, language, text.title, text.summary)
                for position, (language, text) in enumerate(new.texts.items())
            ],
        )

    async def set_state(
        self, consultation_id: ConsultationId, state: ConsultationState, *, published_at: datetime | None
    ) -> None:
        """Move it to another state; the rules are the caller's."""
        await self.connection.run(
            "UPDATE consultations SET state = ?, published_at = ? WHERE id = ?",
            (state, text_of(published_at), consultation_id),
        )

    async def close_due(self, now: datetime) -> int:
        """Move the open ones whose deadline has passed to closed; how many."""
        return await self.connection.run(
            "UPDATE consultations SET state = 'closed' WHERE state = 'open' AND closes_at <= ?",
            (text_of(now),),
        )

    async def _consultation(self, row: Row) -> Consultation:
        texts = await self.connection.all(
            """
            SELECT language, title, summary FROM consultation_texts WHERE consultation_id = ?
            ORDER BY position
            """,
            (row["id"],),
        )
        return Consultation(
            id=row["id"],
            slug=row["slug"],
            kind=ConsultationKind(row["kind"]),
            state=ConsultationState(row["state"]),
            closes_at=moment_of(row["closes_at"]),
            url=row["url"],
            created_at=moment_of(row["created_at"]),
            published_at=maybe_moment_of(row["published_at"]),
            texts={
                text["language"]: ConsultationText(title=text["title"], summary=text["summary"])
                for text in texts
            },
        )
