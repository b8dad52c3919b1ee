"""Consultations' rows: their texts, their documents, and the history of their changes."""

import json
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
    Document,
    DocumentId,
    NewConsultation,
)
from bot.domain.proposals import ProposalState
from storage.hearers import count_told
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of

_SELECT = """
    SELECT id, slug, kind, state, opens_at, closes_at, url, topics, regions, sequence, created_at, published_at
    FROM consultations
"""
_TEXTS = tuple(ConsultationText.model_fields)


@dataclass(frozen=True)
class Consultations:
    """Consultations, with their texts and documents."""

    connection: Connection

    async def find(self, slug: str) -> Consultation | None:
        """The consultation with this slug, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE slug = ?", (slug,))
        return None if row is None else await self._consultation(row)

    async def get(self, consultation_id: ConsultationId) -> Consultation:
        """The consultation.

        Raises:
            ConsultationUnknown: no such row.
        """
        row = await self.connection.one(f"{_SELECT} WHERE id = ?", (consultation_id,))
        if row is None:
            raise ConsultationUnknown
        return await self._consultation(row)

    async def list(self, *, state: ConsultationState | None = None) -> Sequence[Consultation]:
        """All of them, or those in one state; the one that closes first comes first."""
        rows = await self.connection.all(
            f"{_SELECT} WHERE :state IS NULL OR state = :state ORDER BY closes_at, id", {"state": state}
        )
        return [await self._consultation(row) for row in rows]

    async def slugs(self) -> Sequence[str]:
        """Every short name that is taken."""
        return [row["slug"] for row in await self.connection.all("SELECT slug FROM consultations")]

    async def any_due(self, now: datetime) -> bool:
        """Whether one is to be opened by itself now, or has reached its deadline."""
        row = await self.connection.one(
            """
            SELECT EXISTS (SELECT 1 FROM consultations
                WHERE state = 'open' AND closes_at <= :now OR state = 'scheduled' AND opens_at <= :now) AS due
            """,
            {"now": text_of(now)},
        )
        assert row is not None
        return bool(row["due"])

    async def add(self, new: NewConsultation, *, now: datetime) -> ConsultationId:
        """Store it as a draft; its slug is nobody else's."""
        row = await self.connection.one(
            """
            INSERT INTO consultations (slug, kind, state, opens_at, closes_at, url, topics, regions, created_at)
            VALUES (:slug, :kind, 'draft', :opens_at, :closes_at, :url, :topics, :regions, :created_at)
            RETURNING id
            """,
            {**_values(new), "created_at": text_of(now)},
        )
        assert row is not None
        await self._write(row["id"], new)
        return ConsultationId(row["id"])

    async def save(self, new: NewConsultation, *, now: datetime) -> ConsultationId:
        """Add a consultation as a draft, or replace the one of the same slug."""
        known = await self.find(new.slug)
        if known is None:
            return await self.add(new, now=now)
        await self.change(known.id, new)
        return known.id

    async def change(self, consultation_id: ConsultationId, new: NewConsultation) -> None:
        """Store it as it is now, with its texts and documents; its state stays."""
        await self.connection.run(
            """
            UPDATE consultations SET slug = :slug, kind = :kind, opens_at = :opens_at, closes_at = :closes_at,
                url = :url, topics = :topics, regions = :regions, sequence = sequence + 1
            WHERE id = :id
            """,
            {**_values(new), "id": consultation_id},
        )
        await self._write(consultation_id, new)

    async def set_state(
        self,
        consultation_id: ConsultationId,
        state: ConsultationState,
        *,
        published_at: datetime | None = None,
        closes_at: datetime | None = None,
    ) -> None:
        """Move it to another state; the rules are the caller's.

        Args:
            consultation_id: which.
            state: the new one.
            published_at: when it was opened, where it is opened now.
            closes_at: the new deadline, where it is closed early.
        """
        await self.connection.run(
            """
            UPDATE consultations SET state = ?, published_at = coalesce(?, published_at),
                closes_at = coalesce(?, closes_at), sequence = sequence + 1
            WHERE id = ?
            """,
            (state, text_of(published_at), text_of(closes_at), consultation_id),
        )

    async def tally(self, consultation_id: ConsultationId) -> dict[ProposalState, int]:
        """How many of the proposals that were submitted to it are in each state."""
        rows = await self.connection.all(
            "SELECT state, count(*) AS n FROM proposals WHERE consultation_id = ? GROUP BY state",
            (consultation_id,),
        )
        return {ProposalState(row["state"]): row["n"] for row in rows}

    async def told(self, consultation_id: ConsultationId, *, is_under_way: bool = True) -> int:
        """How many who can be reached hear of a change of it, or else of its results."""
        return await count_told(self.connection, consultation_id, is_under_way=is_under_way)

    async def document(self, document_id: DocumentId) -> tuple[ConsultationId, Document] | None:
        """A document and whose it is, or None."""
        row = await self.connection.one(
            """
            SELECT consultation_id, id, title, url, name, mime, size, sha256, file_id
            FROM consultation_documents WHERE id = ?
            """,
            (document_id,),
        )
        return None if row is None else (ConsultationId(row["consultation_id"]), _document(row))

    async def remember_file(self, document_id: DocumentId, file_id: str) -> None:
        """Remember Telegram's id of a document that the bot has sent; empty where it is good no more."""
        await self.connection.run(
            "UPDATE consultation_documents SET file_id = ? WHERE id = ?", (file_id, document_id)
        )

    async def _write(self, consultation_id: int, new: NewConsultation) -> None:
        """Its texts anew; of its documents those that are new are added, and those that are gone deleted."""
        await self.connection.run(
            "DELETE FROM consultation_texts WHERE consultation_id = ?", (consultation_id,)
        )
        await self.connection.run_many(
            f"""
            INSERT INTO consultation_texts (consultation_id, position, language, {", ".join(_TEXTS)})
            VALUES (:consultation_id, :position, :language, {", ".join(f":{name}" for name in _TEXTS)})
            """,  # noqa: S608  (names of ours)
            [
                {
                    "consultation_id": consultation_id,
                    "position": position,
                    "language": language,
                    **text.model_dump(),
                }
                for position, (language, text) in enumerate(new.texts.items())
            ],
        )
        earlier = {one.key: one.id for one in await self._documents(consultation_id)}
        await self.connection.run(
            "DELETE FROM consultation_documents WHERE consultation_id = ?", (consultation_id,)
        )
        await self.connection.run_many(
            """
            INSERT INTO consultation_documents (id, consultation_id, position, title, url, name, mime, size,
                sha256, file_id)
            VALUES (:id, :consultation_id, :position, :title, :url, :name, :mime, :size, :sha256, :file_id)
            """,
            [
                {
                    **one.model_dump(),
                    "id": earlier.get(one.key),  # None is given the next one
                    "consultation_id": consultation_id,
                    "position": position,
                }
                for position, one in enumerate(new.documents)
            ],
        )

    async def _documents(self, consultation_id: int) -> Sequence[Document]:
        rows = await self.connection.all(
            """
            SELECT id, title, url, name, mime, size, sha256, file_id FROM consultation_documents
            WHERE consultation_id = ? ORDER BY position
            """,
            (consultation_id,),
        )
        return [_document(row) for row in rows]

    async def _consultation(self, row: Row) -> Consultation:
        texts = await self.connection.all(
            f"""
            SELECT language, {", ".join(_TEXTS)} FROM consultation_texts WHERE consultation_id = ?
            ORDER BY position
            """,  # noqa: S608  (names of ours)
            (row["id"],),
        )
        return Consultation(
            id=row["id"],
            slug=row["slug"],
            kind=ConsultationKind(row["kind"]),
            state=ConsultationState(row["state"]),
            opens_at=maybe_moment_of(row["opens_at"]),
            closes_at=moment_of(row["closes_at"]),
            url=row["url"],
            topics=tuple(json.loads(row["topics"])),
            regions=tuple(json.loads(row["regions"])),
            sequence=row["sequence"],
            created_at=moment_of(row["created_at"]),
            published_at=maybe_moment_of(row["published_at"]),
            documents=tuple(await self._documents(row["id"])),
            texts={
                text["language"]: ConsultationText(**{name: text[name] for name in _TEXTS}) for text in texts
            },
        )


def _values(new: NewConsultation) -> dict[str, str | None]:
    return {
        "slug": new.slug,
        "kind": new.kind,
        "opens_at": text_of(new.opens_at),
        "closes_at": text_of(new.closes_at),
        "url": new.url,
        "topics": json.dumps(new.topics),
        "regions": json.dumps(new.regions),
    }


def _document(row: Row) -> Document:
    return Document(
        id=row["id"],
        title=row["title"],
        url=row["url"],
        name=row["name"],
        mime=row["mime"],
        size=row["size"],
        sha256=row["sha256"],
        file_id=row["file_id"],
    )
