"""The outbox's rows: campaigns, and the notices that they are expanded into."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.domain.forum import Topic
from bot.domain.notices import Campaign, CampaignId, Notice, NoticeId, NoticeKind, NoticeState
from bot.domain.people import PersonId
from storage import audiences
from storage.broadcasts import Broadcasts
from storage.people import quiet_hours_of
from storage.rows import Connection, Row, moment_of, text_of
from storage.subscribers import has_taken_part

#: Whether the recipient of a notice (`n`) that a consultation closes soon has no need of it any more.
_HAS_TAKEN_PART = has_taken_part(
    "n.person_id", "(SELECT o.consultation_id FROM occasions AS o WHERE o.id = n.subject_id)"
)

#: Until when a notice waits whose topic is not there yet: whoever makes the topic lets it go.
HELD = text_of(datetime(9999, 12, 31, tzinfo=UTC))


@dataclass(frozen=True)
class Notices:
    """Messages that are to go, and campaigns."""

    connection: Connection

    async def begin_campaign(
        self, kind: NoticeKind, subject_id: int, *, now: datetime, is_broad: bool = True
    ) -> CampaignId | None:
        """Queue one message to everybody whom this kind concerns now; once a kind and subject.

        Groups and channels have their notices at once, for they are few.

        Args:
            kind: what it says.
            subject_id: row id of what it is about.
            now: the moment.
            is_broad: whether it goes to its audience; else only to whom the caller tells.

        Returns:
            The campaign's id; None where it has begun before.
        """
        until = await audiences.end_of(self.connection, kind) if is_broad else 0
        row = await self.connection.one(
            """
            INSERT INTO campaigns (kind, subject_id, until, created_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (kind, subject_id) DO NOTHING RETURNING id
            """,
            (kind, subject_id, until, text_of(now)),
        )
        if row is None:
            return None
        if is_broad:
            groups = await audiences.tell_groups(self.connection, row["id"], kind, subject_id)
            await self.add_queued(row["id"], groups)
        return CampaignId(row["id"])

    async def add_queued(self, campaign_id: CampaignId, count: int) -> None:
        """Count notices that a campaign was given besides its audience's."""
        if count:
            await self.connection.run(
                "UPDATE campaigns SET queued = queued + ? WHERE id = ?", (count, campaign_id)
            )

    async def unexpanded(self, *, turn: int = 0) -> Campaign | None:
        """A campaign under way that has recipients without a notice, or None.

        Args:
            turn: each of those gets its turn as this goes up; the oldest at 0.
        """
        rows = await self.connection.all(
            """
            SELECT id, kind, subject_id, expanded_to, until, created_at FROM campaigns
            WHERE ended_at IS NULL AND state = 'running' AND expanded_to < until ORDER BY id
            """
        )
        if not rows:
            return None
        row = rows[turn % len(rows)]
        return Campaign(
            id=row["id"],
            kind=NoticeKind(row["kind"]),
            subject_id=row["subject_id"],
            expanded_to=row["expanded_to"],
            until=row["until"],
            created_at=moment_of(row["created_at"]),
        )

    async def expand(self, campaign: Campaign, *, limit: int, now: datetime) -> None:
        """Give the next recipients of a campaign their notices.

        Args:
            campaign: as `unexpanded` has returned it.
            limit: how many recipients to look at.
            now: time of creation.
        """
        piece = await audiences.piece_of(self.connection, campaign, limit)
        queued = await self.connection.run(
            """
            INSERT INTO notices (campaign_id, person_id, kind, subject_id, state, not_before, created_at)
            SELECT :campaign, p.id, :kind, :subject, 'pending', :now, :now
            FROM json_each(:people) AS j JOIN people AS p ON p.id = j.value
            WHERE p.is_reachable
            ON CONFLICT (campaign_id, person_id) DO NOTHING
            """,
            {
                "campaign": campaign.id,
                "kind": campaign.kind,
                "subject": campaign.subject_id,
                "people": json.dumps(piece.people),
                "now": text_of(now),
            },
        )
        await self.connection.run(
            "UPDATE campaigns SET expanded_to = ?, queued = queued + ? WHERE id = ?",
            (piece.last, queued, campaign.id),
        )

    async def add(self, kind: NoticeKind, subject_id: int, *, to: Iterable[PersonId], now: datetime) -> None:
        """Queue a message about this to each of these people, once; to nobody who has never written."""
        await self.connection.run_many(
            """
            INSERT INTO notices (person_id, kind, subject_id, state, not_before, created_at)
            SELECT id, :kind, :subject, 'pending', :now, :now FROM people WHERE id = :person
            ON CONFLICT DO NOTHING
            """,
            [{"kind": kind, "subject": subject_id, "person": person, "now": text_of(now)} for person in to],
        )

    async def add_to_group(
        self, kind: NoticeKind, subject_id: int, group_id: int, *, now: datetime, topic: Topic | None = None
    ) -> None:
        """Queue a message about this to a group, once; into a topic of it, it waits until the topic is there."""
        is_held = topic is not None and topic.thread_id is None
        await self.connection.run(
            """
            INSERT INTO notices (group_id, topic_id, kind, subject_id, state, not_before, created_at)
            VALUES (:group, :topic, :kind, :subject, 'pending', :due, :now) ON CONFLICT DO NOTHING
            """,
            {
                "group": group_id,
                "topic": topic.id if topic else None,
                "kind": kind,
                "subject": subject_id,
                "due": HELD if is_held else text_of(now),
                "now": text_of(now),
            },
        )

    async def any_due(self, *, now: datetime) -> bool:
        """Whether anything can be done: a notice is due, or a campaign has recipients without one or is cancelled."""
        row = await self.connection.one(
            """
            SELECT EXISTS
                (SELECT 1 FROM notices WHERE campaign_id IS NULL AND state = 'pending' AND not_before <= :now)
            OR EXISTS (
                SELECT 1 FROM campaigns AS c WHERE c.ended_at IS NULL AND (
                    c.state = 'cancelled' OR (c.state = 'running' AND (c.expanded_to < c.until OR EXISTS (
                        SELECT 1 FROM notices AS n
                        WHERE n.campaign_id = c.id AND n.state = 'pending' AND n.not_before <= :now
                    )))
                )
            ) AS due
            """,
            {"now": text_of(now)},
        )
        assert row is not None
        return bool(row["due"])

    async def claim(
        self,
        limit: int,
        *,
        now: datetime,
        zone: ZoneInfo | None = None,
        turn: int = 0,
        lost: list[NoticeId] | None = None,
    ) -> Sequence[Notice]:
        """Take the notices that are due, oldest first, for sending: those to one before those to many.

        A notice of a campaign whose recipient has unsubscribed meanwhile is cancelled instead, and nobody is
        written to who has blocked the bot meanwhile. Where it is quiet for the recipient, the notice waits.

        Args:
            limit: how many at the most.
            now: the moment.
            zone: the zone of people's quiet hours.
            turn: campaigns that go on at once get their turns as this goes up; the oldest is first at 0.
            lost: takes the ids of those that go to one person who cannot be written to.
        """
        due = await self._due(None, limit, now)
        if len(due) < limit:
            running = await self.connection.all(
                "SELECT id FROM campaigns WHERE ended_at IS NULL AND state = 'running' ORDER BY id"
            )
            first = turn % len(running) if running else 0
            for row in (*running[first:], *running[:first]):
                due += await self._due(row["id"], limit - len(due), now)
                if len(due) >= limit:
                    break
        if not due:
            return []
        held = {row["id"]: until for row in due if (until := _held_until(row, now, zone)) is not None}
        if held:
            await self.connection.run_many(
                "UPDATE notices SET not_before = ? WHERE id = ?",
                [(text_of(until), notice_id) for notice_id, until in held.items()],
            )
            due = [row for row in due if row["id"] not in held]
        dropped = [row for row in due if row["becomes"] != NoticeState.CLAIMED]
        await self.connection.run_many(
            "UPDATE notices SET state = 'claimed' WHERE id = ?",
            [(row["id"],) for row in due if row["becomes"] == NoticeState.CLAIMED],
        )
        if dropped:
            await self.connection.run_many(
                "UPDATE notices SET state = ?, settled_at = ? WHERE id = ?",
                [(row["becomes"], text_of(now), row["id"]) for row in dropped],
            )
            counted = Counter((row["campaign_id"], row["becomes"]) for row in dropped)
            if lost is not None:
                alone = [row for row in dropped if row["campaign_id"] is None]
                lost += [row["id"] for row in alone if row["becomes"] == NoticeState.UNREACHABLE]
            for campaign in {row["campaign_id"] for row in dropped} - {None}:
                ended = {state: n for (of, state), n in counted.items() if of == campaign}
                await Broadcasts(self.connection).tally(campaign, ended)
        return [
            Notice(
                id=row["id"],
                campaign_id=row["campaign_id"],
                person_id=row["person_id"],
                group_id=row["group_id"],
                topic_id=row["topic_id"],
                thread_id=row["thread_id"],
                kind=NoticeKind(row["kind"]),
                subject_id=row["subject_id"],
                attempts=row["attempts"],
                language=row["language"],
                language_code=row["language_code"],
            )
            for row in due
            if row["becomes"] == NoticeState.CLAIMED
        ]

    async def _due(self, campaign_id: CampaignId | None, limit: int, now: datetime) -> list[Row]:
        """What is due of a campaign, or of what goes to one alone, with what becomes of it."""
        subscribed = ", ".join(f"'{kind}'" for kind in audiences.SUBSCRIBED)
        return await self.connection.all(
            f"""
            SELECT n.id, n.campaign_id, n.person_id, n.group_id, n.kind, n.subject_id, n.attempts,
                n.topic_id, (SELECT t.thread_id FROM topics AS t WHERE t.id = n.topic_id) AS thread_id,
                coalesce(p.language, g.language) AS language, p.language_code, p.quiet_from, p.quiet_until,
                CASE
                    WHEN n.campaign_id IS NOT NULL AND n.kind IN ({subscribed})
                        AND NOT EXISTS (SELECT 1 FROM subscriptions AS s WHERE s.person_id = n.person_id)
                        AND NOT EXISTS (SELECT 1 FROM subscriptions AS s WHERE s.group_id = n.group_id)
                        THEN 'cancelled'
                    WHEN n.kind = '{NoticeKind.CONSULTATION_CLOSING}' AND {_HAS_TAKEN_PART} THEN 'cancelled'
                    WHEN NOT coalesce(p.is_reachable, g.is_reachable, 1) THEN 'unreachable'
                    ELSE 'claimed'
                END AS becomes
            FROM notices AS n LEFT JOIN people AS p ON p.id = n.person_id
                LEFT JOIN groups AS g ON g.id = n.group_id
            WHERE n.campaign_id IS ? AND n.state = 'pending' AND n.not_before <= ?
            ORDER BY n.not_before, n.id LIMIT ?
            """,  # noqa: S608  (constants of ours)
            (campaign_id, text_of(now), limit),
        )

    async def settle(
        self, settled: Iterable[tuple[NoticeId, NoticeState, str | None]], *, now: datetime
    ) -> None:
        """Record how sending ended.

        Args:
            settled: id, end state, and a short word on the problem (never a text of the message).
            now: when.
        """
        await self.connection.run_many(
            "UPDATE notices SET state = ?, problem = ?, settled_at = ? WHERE id = ?",
            [(state, problem, text_of(now), notice_id) for notice_id, state, problem in settled],
        )

    async def postpone(self, notice_id: NoticeId, *, until: datetime, problem: str, is_attempt: bool) -> None:
        """Try it again later.

        Args:
            notice_id: which.
            until: not before this moment.
            problem: a short word for the operator.
            is_attempt: whether Telegram may have seen it.
        """
        await self.connection.run(
            """
            UPDATE notices SET state = 'pending', attempts = attempts + ?, not_before = ?, problem = ?
            WHERE id = ?
            """,
            (int(is_attempt), text_of(until), problem, notice_id),
        )

    async def release_claimed(self) -> int:
        """Put back what was in flight when the process ended; how many. These alone may be repeated."""
        return await self.connection.run("UPDATE notices SET state = 'pending' WHERE state = 'claimed'")

    async def leave_topic(self, notice_id: NoticeId) -> None:
        """Let it go to the group as such."""
        await self.connection.run("UPDATE notices SET topic_id = NULL WHERE id = ?", (notice_id,))

    async def about(self, notice_id: NoticeId) -> tuple[NoticeKind | None, int]:
        """What a notice is about, its kind and row id; None where it is forgotten."""
        row = await self.connection.one("SELECT kind, subject_id FROM notices WHERE id = ?", (notice_id,))
        return (None, 0) if row is None else (NoticeKind(row["kind"]), row["subject_id"])

    async def counts(self) -> dict[NoticeState, int]:
        """How many notices are in each state."""
        rows = await self.connection.all("SELECT state, count(*) AS n FROM notices GROUP BY state")
        return {NoticeState(row["state"]): row["n"] for row in rows}


def _held_until(row: Row, now: datetime, zone: ZoneInfo | None) -> datetime | None:
    """When the recipient's quiet hours end, for a notice that would go in them."""
    quiet = quiet_hours_of(row)
    if quiet is None or zone is None or row["becomes"] != NoticeState.CLAIMED:
        return None
    return quiet.held_until(now, zone)
