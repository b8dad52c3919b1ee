"""Rows of the secretariat's forum: what it is to the bot, and its topics.

A notice that goes into a topic is held while the topic is not there, and let go in the transaction that records it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.forum import Case, CaseNoun, Standing, Topic, TopicId
from storage.notices import HELD
from storage.rows import Connection, Row, maybe_moment_of, text_of

_TOPIC = "SELECT id, group_id, noun, subject_id, thread_id, told, is_closed, wanted FROM topics"


@dataclass(frozen=True)
class Forum:
    """A topic a case; in a group that is no forum, or before the topic is made, without a thread."""

    connection: Connection

    async def standing(self, group_id: int) -> tuple[Standing, datetime | None]:
        """What the group is to the bot, and when that was seen."""
        row = await self.connection.one(
            "SELECT standing, seen_at FROM forums WHERE group_id = ?", (group_id,)
        )
        if row is None:
            return Standing.UNSEEN, None
        return Standing(row["standing"]), maybe_moment_of(row["seen_at"])

    async def see(self, group_id: int, standing: Standing, *, now: datetime) -> None:
        """Remember what the group is to the bot. Where it has no topics (any more), what is held goes without."""
        await self.connection.run(
            """
            INSERT INTO forums (group_id, standing, seen_at) VALUES (?, ?, ?)
            ON CONFLICT (group_id) DO UPDATE SET standing = excluded.standing, seen_at = excluded.seen_at
            """,
            (group_id, standing, text_of(now)),
        )
        if not standing.has_topics:
            await self.connection.run(
                "UPDATE notices SET not_before = ? WHERE group_id = ? AND state = 'pending' AND not_before = ?",
                (text_of(now), group_id, HELD),
            )

    async def look_again(self, group_id: int) -> None:
        """What was seen of the group may not hold any more; until somebody has looked, it is taken to hold."""
        await self.connection.run("UPDATE forums SET seen_at = NULL WHERE group_id = ?", (group_id,))

    async def ensure(self, group_id: int, case: Case, *, now: datetime) -> Topic:
        """The topic of a case: its row, from now on if not before; it is looked at again."""
        row = await self.connection.one(
            """
            INSERT INTO topics (group_id, noun, subject_id, created_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (noun, subject_id, group_id) DO UPDATE SET wanted = wanted + 1
            RETURNING id, group_id, noun, subject_id, thread_id, told, is_closed, wanted
            """,
            (group_id, case.noun, case.id, text_of(now)),
        )
        assert row is not None
        return _topic(row)

    async def find(self, group_id: int, thread_id: int) -> Topic | None:
        """The topic with Telegram's id, or None: it is about no case."""
        row = await self.connection.one(
            f"{_TOPIC} WHERE group_id = ? AND thread_id = ?", (group_id, thread_id)
        )
        return None if row is None else _topic(row)

    async def of(self, group_id: int, case: Case) -> Topic | None:
        """The topic of a case, or None."""
        row = await self.connection.one(
            f"{_TOPIC} WHERE noun = ? AND subject_id = ? AND group_id = ?", (case.noun, case.id, group_id)
        )
        return None if row is None else _topic(row)

    async def due(self, group_id: int, *, limit: int) -> Sequence[Topic]:
        """Topics of which Telegram may have to be told something, the oldest first."""
        rows = await self.connection.all(
            f"{_TOPIC} WHERE wanted > done AND group_id = ? ORDER BY id LIMIT ?", (group_id, limit)
        )
        return [_topic(row) for row in rows]

    async def count_waiting(self, topic_id: TopicId) -> int:
        """How many notices are still to go into a topic."""
        row = await self.connection.one(
            "SELECT count(*) AS n FROM notices WHERE topic_id = ? AND state IN ('pending', 'claimed')",
            (topic_id,),
        )
        assert row is not None
        return int(row["n"])

    async def save(self, topic: Topic) -> None:
        """Record what Telegram has been told. Another topic that was thought to have this thread has none."""
        await self.connection.run(
            """
            UPDATE topics SET thread_id = NULL, told = '', is_closed = 0
            WHERE group_id = ? AND thread_id = ? AND id <> ?
            """,
            (topic.group_id, topic.thread_id, topic.id),
        )
        await self.connection.run(
            "UPDATE topics SET thread_id = ?, told = ?, is_closed = ? WHERE id = ?",
            (topic.thread_id, topic.told, int(topic.is_closed), topic.id),
        )

    async def tell(self, topic: Topic) -> None:
        """Record what Telegram has been told of a topic, unless the topic has been lost meanwhile."""
        await self.connection.run(
            "UPDATE topics SET told = ?, is_closed = ? WHERE id = ? AND thread_id = ?",
            (topic.told, int(topic.is_closed), topic.id, topic.thread_id),
        )

    async def done(self, topic: Topic) -> None:
        """It is up to date with the case as it was when the topic was read."""
        await self.connection.run(
            "UPDATE topics SET done = max(done, ?) WHERE id = ?", (topic.wanted, topic.id)
        )

    async def release(self, topic: Topic, *, now: datetime) -> None:
        """Let go the notices that were held for a topic, unless the topic has been lost meanwhile: then they wait on."""
        await self.connection.run(
            """
            UPDATE notices SET not_before = :now
            WHERE topic_id = :topic AND state = 'pending' AND not_before = :held
                AND EXISTS (SELECT 1 FROM topics WHERE id = :topic AND thread_id IS :thread)
            """,
            {"now": text_of(now), "topic": topic.id, "held": HELD, "thread": topic.thread_id},
        )

    async def lose(self, topic_id: TopicId, thread_id: int | None, *, is_wanted: bool = True) -> None:
        """Telegram has no such topic (any more): what is to go into it is held until it is made anew.

        Where the group has no topics (any more), that goes to the group as such instead.

        Args:
            topic_id: whose topic it was.
            thread_id: Telegram's id of what is gone; where the topic has another by now, that one stays.
            is_wanted: whether it is to be made anew at once, with its first message.
        """
        row = await self.connection.one(
            """
            SELECT t.thread_id, coalesce(f.standing, 'unseen') AS standing
            FROM topics AS t LEFT JOIN forums AS f ON f.group_id = t.group_id WHERE t.id = ?
            """,
            (topic_id,),
        )
        if row is None or row["thread_id"] not in {None, thread_id}:
            return
        await self.connection.run(
            """
            UPDATE topics SET thread_id = NULL, told = '', is_closed = 0, wanted = wanted + 1 WHERE id = ?
            """,
            (topic_id,),
        )
        if not Standing(row["standing"]).has_topics:
            return
        await self.connection.run(
            """
            UPDATE notices SET state = 'pending', not_before = :held
            WHERE topic_id = :topic AND (state = 'pending' OR (:wanted AND id = (
                SELECT min(id) FROM notices WHERE topic_id = :topic AND state = 'sent'
            )))
            """,
            {"held": HELD, "topic": topic_id, "wanted": int(is_wanted and row["thread_id"] is not None)},
        )

    async def tell_undelivered(self, notice_ids: Sequence[int], group_id: int, *, now: datetime) -> None:
        """Queue into the topics of their cases that these notices have not reached the author.

        Args:
            notice_ids: notices to people that have ended as unreachable; those of no case are left out.
            group_id: the forum.
            now: the moment.
        """
        await self.connection.run_many(
            """
            INSERT INTO notices (group_id, topic_id, kind, subject_id, state, not_before, created_at)
            SELECT t.group_id, t.id, 'not_delivered', m.id, 'pending', iif(t.thread_id IS NULL, :held, :now), :now
            FROM (
                SELECT n.id,
                    CASE n.kind WHEN 'proposal_changed' THEN 'proposal' WHEN 'hiding_changed' THEN 'proposal'
                        WHEN 'question_answered' THEN 'question' WHEN 'block_kept' THEN 'block' END AS noun,
                    CASE n.kind
                        WHEN 'proposal_changed' THEN (
                            SELECT c.proposal_id FROM proposal_changes AS c WHERE c.id = n.subject_id
                        )
                        WHEN 'hiding_changed' THEN (SELECT h.proposal_id FROM hidings AS h WHERE h.id = n.subject_id)
                        ELSE n.subject_id END AS subject
                FROM notices AS n WHERE n.id = :notice AND n.person_id IS NOT NULL
            ) AS m JOIN topics AS t ON t.noun = m.noun AND t.subject_id = m.subject AND t.group_id = :group
            WHERE true
            ON CONFLICT DO NOTHING
            """,
            [{"notice": one, "group": group_id, "held": HELD, "now": text_of(now)} for one in notice_ids],
        )
        await self.connection.run_many(
            """
            UPDATE topics SET wanted = wanted + 1
            WHERE id = (SELECT topic_id FROM notices WHERE kind = 'not_delivered' AND subject_id = ?)
            """,
            [(one,) for one in notice_ids],
        )


def _topic(row: Row) -> Topic:
    return Topic(
        id=TopicId(row["id"]),
        group_id=row["group_id"],
        case=Case(noun=CaseNoun(row["noun"]), id=row["subject_id"]),
        thread_id=row["thread_id"],
        told=row["told"],
        is_closed=bool(row["is_closed"]),
        wanted=row["wanted"],
    )
