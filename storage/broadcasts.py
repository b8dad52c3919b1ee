"""Campaigns as they go: their state, what is counted of them, and the messages that show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.broadcasts import Broadcast, BroadcastState, BroadcastUnknown, BroadcastView
from bot.domain.notices import CampaignId, NoticeKind, NoticeState
from storage.audiences import SUBSCRIBED
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of

_WALKED = ", ".join(f"'{kind}'" for kind in SUBSCRIBED)
#: Those who have no notice yet are counted as far as the cursor has still to go: whom it concerns is seen then.
_COLUMNS = f"""
    id, kind, subject_id, state, queued, sent, failed, unreachable, cancelled, pace, created_at, ended_at,
    CASE
        WHEN ended_at IS NOT NULL OR expanded_to >= until THEN 0
        WHEN kind IN ({_WALKED}) THEN
            (SELECT count(*) FROM subscriptions AS s WHERE s.id > expanded_to AND s.id <= until)
        ELSE (SELECT count(*) FROM people AS p WHERE p.id > expanded_to AND p.id <= until)
    END AS unqueued
"""  # noqa: S608  (constants)
#: What a notice of a campaign can end as, each with a count of its own.
_COUNTED = (NoticeState.SENT, NoticeState.FAILED, NoticeState.UNREACHABLE, NoticeState.CANCELLED)


@dataclass(frozen=True)
class Broadcasts:
    """Campaigns under way and over."""

    connection: Connection

    async def get(self, campaign_id: CampaignId) -> Broadcast:
        """The broadcast.

        Raises:
            BroadcastUnknown: no such row.
        """
        row = await self.connection.one(
            f"SELECT {_COLUMNS} FROM campaigns WHERE id = ?",  # noqa: S608  (a constant)
            (campaign_id,),
        )
        if row is None:
            raise BroadcastUnknown(id=campaign_id)
        return _broadcast(row)

    async def latest(self, limit: int) -> Sequence[Broadcast]:
        """Those under way first, then those that are over; the newest first in each."""
        rows = await self.connection.all(
            f"SELECT {_COLUMNS} FROM campaigns ORDER BY ended_at IS NOT NULL, id DESC LIMIT ?",  # noqa: S608  (a constant)
            (limit,),
        )
        return [_broadcast(row) for row in rows]

    async def under_way(self) -> Sequence[Broadcast]:
        """Those that have not ended, paused ones among them."""
        rows = await self.connection.all(
            f"SELECT {_COLUMNS} FROM campaigns WHERE ended_at IS NULL ORDER BY id"  # noqa: S608  (a constant)
        )
        return [_broadcast(row) for row in rows]

    async def set_state(self, campaign_id: CampaignId, state: BroadcastState) -> None:
        """Let it run, wait or stop; the rules are the caller's."""
        await self.connection.run(
            "UPDATE campaigns SET state = ?, pace = 0 WHERE id = ?", (state, campaign_id)
        )

    async def stop(self, campaign_id: CampaignId) -> None:
        """Cancel it, where it still goes on: what it is about is over."""
        await self.connection.run(
            "UPDATE campaigns SET state = 'cancelled', pace = 0 WHERE id = ? AND ended_at IS NULL",
            (campaign_id,),
        )

    async def tally(
        self, campaign_id: CampaignId, ended: Mapping[NoticeState, int], *, pace: float | None = None
    ) -> None:
        """Count notices that have come to their end.

        Args:
            campaign_id: whose.
            ended: how many, by the state in which they are now.
            pace: messages a second, where it has been measured anew.
        """
        await self.connection.run(
            """
            UPDATE campaigns SET sent = sent + :sent, failed = failed + :failed,
                unreachable = unreachable + :unreachable, cancelled = cancelled + :cancelled,
                pace = coalesce(:pace, pace)
            WHERE id = :campaign
            """,
            {"campaign": campaign_id, "pace": pace, **{state: ended.get(state, 0) for state in _COUNTED}},
        )

    async def put_away(self, *, limit: int, now: datetime) -> None:
        """Cancel what waits of cancelled campaigns, so many notices at a time, and end what has nothing left."""
        for row in await self.connection.all(
            "SELECT id FROM campaigns WHERE ended_at IS NULL AND state = 'cancelled'"
        ):
            cancelled = await self.connection.run(
                """
                UPDATE notices SET state = 'cancelled', settled_at = :now WHERE id IN
                    (SELECT id FROM notices WHERE campaign_id = :campaign AND state = 'pending' LIMIT :limit)
                """,
                {"campaign": row["id"], "now": text_of(now), "limit": limit},
            )
            if cancelled:
                await self.tally(row["id"], {NoticeState.CANCELLED: cancelled})
        await self.connection.run(
            """
            UPDATE campaigns SET ended_at = :now, state = iif(state = 'running', 'done', state), pace = 0
            WHERE ended_at IS NULL AND (state = 'cancelled' OR (state = 'running' AND expanded_to >= until))
                AND NOT EXISTS
                    (SELECT 1 FROM notices AS n WHERE n.campaign_id = campaigns.id AND n.state = 'pending')
                AND campaigns.id NOT IN
                    (SELECT campaign_id FROM notices WHERE state = 'claimed' AND campaign_id IS NOT NULL)
            """,
            {"now": text_of(now)},
        )

    async def views(self) -> Sequence[BroadcastView]:
        """Every message that shows how a campaign goes."""
        rows = await self.connection.all(
            "SELECT campaign_id, chat_id, message_id FROM broadcast_views ORDER BY campaign_id, chat_id"
        )
        return [
            BroadcastView(
                broadcast_id=row["campaign_id"], chat_id=row["chat_id"], message_id=row["message_id"]
            )
            for row in rows
        ]

    async def show_in(self, view: BroadcastView) -> None:
        """Remember the message that shows it; one a chat."""
        await self.connection.run(
            """
            INSERT INTO broadcast_views (campaign_id, chat_id, message_id) VALUES (?, ?, ?)
            ON CONFLICT (campaign_id, chat_id) DO UPDATE SET message_id = excluded.message_id
            """,
            (view.broadcast_id, view.chat_id, view.message_id),
        )

    async def forget_view(self, view: BroadcastView) -> None:
        """Forget the message: it shows the end, shows something else now, or is gone."""
        await self.connection.run(
            "DELETE FROM broadcast_views WHERE campaign_id = ? AND chat_id = ? AND message_id = ?",
            (view.broadcast_id, view.chat_id, view.message_id),
        )


def _broadcast(row: Row) -> Broadcast:
    return Broadcast(
        id=row["id"],
        kind=NoticeKind(row["kind"]),
        subject_id=row["subject_id"],
        state=BroadcastState(row["state"]),
        queued=row["queued"],
        sent=row["sent"],
        failed=row["failed"],
        unreachable=row["unreachable"],
        cancelled=row["cancelled"],
        pace=row["pace"],
        unqueued=row["unqueued"],
        created_at=moment_of(row["created_at"]),
        ended_at=maybe_moment_of(row["ended_at"]),
    )
