"""Subscriptions' rows: what people, groups and channels want to hear of, and how often."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.consultations import Consultation, ConsultationId
from bot.domain.people import PersonId
from bot.domain.subscriptions import Pace, Subscription, SubscriptionId
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of
from storage.subscribers import OF_CONSULTATION, fits


@dataclass(frozen=True)
class Subscriptions:
    """What goes to whom; one row a chat."""

    connection: Connection

    async def find(self, chat_id: int) -> Subscription | None:
        """The subscription of a person, or of a group or channel, whose ids are negative; None where it has none."""
        row = await self.connection.one(
            f"""
            SELECT id, coalesce(person_id, group_id) AS chat_id, is_broad, topics, regions, consultations,
                commitments, all_commitments, pace, told_to, digest_at, paused_until, created_at
            FROM subscriptions WHERE {_column(chat_id)} = ?
            """,  # noqa: S608  (a name of ours)
            (chat_id,),
        )
        return None if row is None else _subscription(row)

    async def has(self, chat_id: int) -> bool:
        """Whether this chat is subscribed to anything."""
        return await self.find(chat_id) is not None

    async def add(self, person_id: PersonId, *, now: datetime) -> bool:
        """Subscribe to everything, at once; False where the person was subscribed already."""
        if await self.has(person_id):
            return False
        await self.save(
            Subscription(chat_id=person_id, told_to=await self.told_so_far(), created_at=now),
        )
        return True

    async def save(self, subscription: Subscription) -> None:
        """Store a subscription as it is now."""
        column = _column(subscription.chat_id)
        await self.connection.run(
            f"""
            INSERT INTO subscriptions ({column}, is_broad, topics, regions, consultations, commitments,
                all_commitments, pace, told_to, digest_at, paused_until, created_at)
            VALUES (:chat_id, :is_broad, :topics, :regions, :consultations, :commitments, :all_commitments, :pace,
                :told_to, :digest_at, :paused_until, :created_at)
            ON CONFLICT ({column}) DO UPDATE SET is_broad = excluded.is_broad, topics = excluded.topics,
                regions = excluded.regions, consultations = excluded.consultations,
                commitments = excluded.commitments, all_commitments = excluded.all_commitments,
                pace = excluded.pace, told_to = excluded.told_to, digest_at = excluded.digest_at,
                paused_until = excluded.paused_until
            """,  # noqa: S608  (names of ours)
            {
                "chat_id": subscription.chat_id,
                "is_broad": subscription.is_broad,
                "topics": _packed(subscription.topics),
                "regions": _packed(subscription.regions),
                "consultations": _packed(subscription.consultations),
                "commitments": _packed(subscription.commitments),
                "all_commitments": subscription.all_commitments,
                "pace": subscription.pace,
                "told_to": subscription.told_to,
                "digest_at": text_of(subscription.digest_at),
                "paused_until": text_of(subscription.paused_until),
                "created_at": text_of(subscription.created_at),
            },
        )

    async def delete(self, chat_id: int) -> bool:
        """Unsubscribe from everything; False where the chat was not subscribed."""
        deleted = await self.connection.run(
            f"DELETE FROM subscriptions WHERE {_column(chat_id)} = ?",  # noqa: S608  (a name of ours)
            (chat_id,),
        )
        return bool(deleted)

    async def told_so_far(self) -> int:
        """Row id of the last campaign before which every recipient has their notice; 0 before the first."""
        row = await self.connection.one(
            """
            SELECT coalesce(
                (SELECT min(id) - 1 FROM campaigns WHERE ended_at IS NULL AND expanded_to < until),
                (SELECT max(id) FROM campaigns),
                0
            ) AS last
            """
        )
        assert row is not None
        return int(row["last"])

    async def last_campaign(self) -> int:
        """Row id of the newest campaign; 0 before the first."""
        row = await self.connection.one("SELECT coalesce(max(id), 0) AS last FROM campaigns")
        assert row is not None
        return int(row["last"])

    async def take_back(self, chat_id: int, *, now: datetime) -> int | None:
        """Cancel what waits for a chat of its subscription.

        Returns:
            Row id of the oldest campaign of which something was taken back, or None.
        """
        column = _column(chat_id)
        waiting = f"""
            n.{column} = :chat AND n.state = 'pending' AND n.campaign_id IS NOT NULL AND n.kind IN
                ('consultation_opened', 'consultation_closing', 'consultation_changed', 'consultation_results',
                 'commitment_changed')
        """
        values = {"chat": chat_id, "now": text_of(now)}
        row = await self.connection.one(
            f"SELECT min(n.campaign_id) AS first FROM notices AS n WHERE {waiting}",  # noqa: S608  (names of ours)
            values,
        )
        assert row is not None
        if row["first"] is None:
            return None
        await self.connection.run(
            f"""
            UPDATE campaigns SET cancelled = cancelled + 1 WHERE id IN
                (SELECT n.campaign_id FROM notices AS n WHERE {waiting})
            """,  # noqa: S608  (names of ours)
            values,
        )
        await self.connection.run(
            f"UPDATE notices AS n SET state = 'cancelled', settled_at = :now WHERE {waiting}",  # noqa: S608
            values,
        )
        return int(row["first"])

    async def count(self, consultation_id: ConsultationId | None = None) -> int:
        """How many chats a notice can reach: all, or those whom a consultation concerns, by digest or at once.

        Args:
            consultation_id: which; all subscriptions to consultations where it is None.
        """
        concerns = "s.is_broad" if consultation_id is None else OF_CONSULTATION
        values = {} if consultation_id is None else {"consultation": consultation_id}
        return await self._count(concerns, values)

    async def count_for(self, consultation: Consultation) -> int:
        """How many a consultation would concern as it is said here, whether stored or not."""
        values: dict[str, int | str] = {
            "consultation": consultation.id,
            "topics": _packed(consultation.topics),
            "regions": _packed(consultation.regions),
        }
        return await self._count(fits(":consultation", ":topics", ":regions"), values)

    async def _count(self, concerns: str, values: Mapping[str, int | str]) -> int:
        row = await self.connection.one(
            f"""
            SELECT count(*) AS n FROM subscriptions AS s
            LEFT JOIN people AS p ON p.id = s.person_id LEFT JOIN groups AS g ON g.id = s.group_id
            WHERE coalesce(p.is_reachable, g.is_reachable) AND {concerns}
            """,  # noqa: S608  (conditions of ours)
            values,
        )
        assert row is not None
        return int(row["n"])


def _column(chat_id: int) -> str:
    return "group_id" if chat_id < 0 else "person_id"


def _packed(ids: tuple[str, ...] | tuple[int, ...]) -> str:
    return json.dumps(ids, separators=(",", ":"))


def _subscription(row: Row) -> Subscription:
    return Subscription(
        id=SubscriptionId(row["id"]),
        chat_id=row["chat_id"],
        is_broad=bool(row["is_broad"]),
        topics=tuple(json.loads(row["topics"])),
        regions=tuple(json.loads(row["regions"])),
        consultations=tuple(json.loads(row["consultations"])),
        commitments=tuple(json.loads(row["commitments"])),
        all_commitments=bool(row["all_commitments"]),
        pace=Pace(row["pace"]),
        told_to=row["told_to"],
        digest_at=maybe_moment_of(row["digest_at"]),
        paused_until=maybe_moment_of(row["paused_until"]),
        created_at=moment_of(row["created_at"]),
    )
