"""Digests: what a subscription has not been told at once, put together when it is due."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.notices import CampaignId, NoticeKind
from bot.domain.occasions import DigestId
from storage.rows import Connection, moment_of, text_of
from storage.subscribers import fits, follows, has_taken_part

#: Events (`c`) of which the subscription (`s`) has not heard, after the one and up to the other; with what they
#: are about (`k` a consultation, `h` its change, `o` that it closes soon, `m` a commitment's status).
_NEWS = f"""
    campaigns AS c
    LEFT JOIN consultation_changes AS h ON c.kind = 'consultation_changed' AND h.id = c.subject_id
    LEFT JOIN occasions AS o ON c.kind = 'consultation_closing' AND o.id = c.subject_id
    LEFT JOIN commitment_changes AS m ON c.kind = 'commitment_changed' AND m.id = c.subject_id
    LEFT JOIN consultations AS k ON k.id = CASE
        WHEN c.kind IN ('consultation_opened', 'consultation_results') THEN c.subject_id
        WHEN c.kind = 'consultation_changed' THEN h.consultation_id
        ELSE o.consultation_id
    END
    WHERE c.id > {{after}} AND c.id <= {{until}}
        AND c.kind IN ('consultation_opened', 'consultation_closing', 'consultation_changed',
            'consultation_results', 'commitment_changed')
        AND CASE
            WHEN c.kind = 'commitment_changed' THEN m.id IS NOT NULL AND {follows("m.commitment")}
            ELSE k.id IS NOT NULL AND {fits("k.id", "k.topics", "k.regions")}
        END
        AND CASE c.kind
            WHEN 'consultation_opened' THEN k.state = 'open' AND k.closes_at > :now
            WHEN 'consultation_closing' THEN k.state = 'open' AND k.closes_at > :now AND k.closes_at = o.closes_at
                AND NOT {has_taken_part("s.person_id", "k.id")}
            WHEN 'consultation_changed' THEN (k.state = 'open' AND k.closes_at > :now)
                OR (h.event IN ('closed', 'withdrawn') AND EXISTS (
                    SELECT 1 FROM campaigns AS b
                    WHERE b.kind = 'consultation_opened' AND b.subject_id = k.id AND b.id <= {{after}}
                ))
            ELSE 1
        END
        AND NOT EXISTS (
            SELECT 1 FROM notices AS n WHERE n.campaign_id = c.id AND n.person_id = s.person_id
                AND n.state IN ('pending', 'claimed', 'sent')
        )
        AND NOT EXISTS (
            SELECT 1 FROM notices AS n WHERE n.campaign_id = c.id AND n.group_id = s.group_id
                AND n.state IN ('pending', 'claimed', 'sent')
        )
"""  # noqa: S608  (conditions of ours)


@dataclass(frozen=True)
class NewsRow:
    """An event of a digest.

    Attributes:
        kind: what happened.
        subject_id: row id of what the event is about, as in the campaign.
        consultation_id: the consultation that it is about; None for a commitment.
    """

    campaign_id: CampaignId
    kind: NoticeKind
    subject_id: int
    consultation_id: int | None
    at: datetime


@dataclass(frozen=True)
class DigestRow:
    """A digest: to whom, and of which campaigns."""

    chat_id: int
    after: int
    until: int


@dataclass(frozen=True)
class Digests:
    """Digests that were queued."""

    connection: Connection

    async def get(self, digest_id: DigestId) -> DigestRow | None:
        """The digest, or None."""
        row = await self.connection.one(
            "SELECT coalesce(person_id, group_id) AS chat_id, after, until FROM digests WHERE id = ?",
            (digest_id,),
        )
        return None if row is None else DigestRow(row["chat_id"], row["after"], row["until"])

    async def news(self, chat_id: int, *, after: int, until: int, now: datetime) -> Sequence[NewsRow]:
        """What a subscription has not heard of and is so still, the newest first.

        Args:
            chat_id: whose.
            after: row id of the campaign after which it begins.
            until: row id of the last campaign of it.
            now: what has closed by then is left out.
        """
        rows = await self.connection.all(
            f"""
            SELECT c.id, c.kind, c.subject_id, k.id AS consultation_id, c.created_at
            FROM subscriptions AS s CROSS JOIN {_NEWS.format(after=":after", until=":until")}
                AND coalesce(s.person_id, s.group_id) = :chat
                AND s.{"group_id" if chat_id < 0 else "person_id"} = :chat
            ORDER BY c.id DESC
            """,  # noqa: S608  (conditions of ours)
            {"chat": chat_id, "after": after, "until": until, "now": text_of(now)},
        )
        return [
            NewsRow(
                campaign_id=CampaignId(row["id"]),
                kind=NoticeKind(row["kind"]),
                subject_id=row["subject_id"],
                consultation_id=row["consultation_id"],
                at=moment_of(row["created_at"]),
            )
            for row in rows
        ]

    async def any_due(self, *, now: datetime) -> bool:
        """Whether a digest is due, or a pause over."""
        row = await self.connection.one(
            "SELECT 1 FROM subscriptions WHERE digest_at <= ? LIMIT 1", (text_of(now),)
        )
        return row is not None

    async def queue_due(
        self, *, now: datetime, daily: datetime | None, weekly: datetime | None, limit: int
    ) -> int:
        """Queue the digests that are due, and set down when the next ones are; those with nothing in them not.

        Args:
            now: the moment.
            daily: when the next daily ones are due.
            weekly: when the next weekly ones are.
            limit: how many subscriptions to look at.

        Returns:
            How many were looked at; fewer than the limit where none is left.
        """
        due = await self.connection.all(
            "SELECT id FROM subscriptions WHERE digest_at <= ? ORDER BY digest_at, id LIMIT ?",
            (text_of(now), limit),
        )
        if due:
            ids = json.dumps([row["id"] for row in due])
            await self._queue(ids, now)
            await self.connection.run(
                """
                UPDATE subscriptions SET told_to = (SELECT coalesce(max(id), 0) FROM campaigns),
                    paused_until = NULL,
                    digest_at = CASE pace WHEN 'daily' THEN :daily WHEN 'weekly' THEN :weekly END
                WHERE id IN (SELECT value FROM json_each(:ids))
                """,
                {"ids": ids, "daily": text_of(daily), "weekly": text_of(weekly)},
            )
        return len(due)

    async def queue_now(self, chat_id: int, *, now: datetime) -> None:
        """Queue what a subscription has not heard of so far, where there is anything; its cursor is the caller's."""
        column = "group_id" if chat_id < 0 else "person_id"
        row = await self.connection.one(
            f"SELECT id FROM subscriptions WHERE {column} = ?",  # noqa: S608  (a name of ours)
            (chat_id,),
        )
        if row is not None:
            await self._queue(json.dumps([row["id"]]), now)

    async def _queue(self, ids: str, now: datetime) -> None:
        values = {"ids": ids, "now": text_of(now)}
        first = await self.connection.one("SELECT coalesce(max(id), 0) AS last FROM digests")
        assert first is not None
        news = _NEWS.format(after="s.told_to", until="9223372036854775807")
        await self.connection.run(
            f"""
            INSERT INTO digests (person_id, group_id, after, until, created_at)
            SELECT s.person_id, s.group_id, s.told_to, (SELECT max(id) FROM campaigns), :now
            FROM subscriptions AS s
            LEFT JOIN people AS p ON p.id = s.person_id LEFT JOIN groups AS g ON g.id = s.group_id
            WHERE s.id IN (SELECT value FROM json_each(:ids)) AND coalesce(p.is_reachable, g.is_reachable)
                AND EXISTS (SELECT 1 FROM {news})
            """,  # noqa: S608  (conditions of ours)
            values,
        )
        await self.connection.run(
            """
            INSERT INTO notices (person_id, group_id, kind, subject_id, state, not_before, created_at)
            SELECT person_id, group_id, 'digest', id, 'pending', :now, :now FROM digests WHERE id > :first
            """,
            {"now": text_of(now), "first": first["last"]},
        )
