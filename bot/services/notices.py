"""The outbox as the sender sees it: what is to go now, and how it went."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.clock import Clock
from bot.domain.notices import CampaignId, Notice, NoticeId, NoticeState
from storage import Database, UnitOfWork

#: After so many tries that Telegram may have seen a notice is given up; with the pauses between them that is more
#: than a day.
ATTEMPTS = 16
#: How many recipients of a campaign are looked at in one transaction: while others are being sent, and while nothing
#: else is to be done.
CHUNK, LARGE_CHUNK = 100, 2000
#: Seconds over which a campaign's pace is measured.
MEASURE = 3.0
#: Seconds for which commits may go without waiting for the disk: what a power cut can make the bot repeat.
HURRY = 0.2


@dataclass(frozen=True)
class Settled:
    """How sending a notice ended.

    Attributes:
        state: `PENDING` where it is to be tried again.
        problem: a short word for the operator, never a text of the message.
        again_in: for another try, after how long.
        is_attempt: whether Telegram may have seen it.
        ends_campaign: what it was about is over: nobody else is to be told either.
        moved_to: the id under which its group goes on.
        has_lost_topic: whether Telegram has no topic (any more) into which it could go.
        leaves_topic: whether it is to go to the group as such instead.
    """

    notice: Notice
    state: NoticeState
    problem: str | None = None
    again_in: timedelta = timedelta()
    is_attempt: bool = True
    ends_campaign: bool = False
    moved_to: int | None = None
    has_lost_topic: bool = False
    leaves_topic: bool = False


class NoticesService:
    """Verbs on the outbox. One sender a database: the process holds a lock.

    Args:
        database: where it is kept.
        clock: the time.
        zone: the zone of people's quiet hours.
        group_id: Telegram's id of the secretariat's group, whose topics hear of what has not reached an author.
    """

    def __init__(
        self, database: Database, clock: Clock, *, zone: ZoneInfo, group_id: int | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone
        self._group_id = group_id
        self._turn = 0
        self._on_disk_at = 0.0
        self._measured: dict[CampaignId, tuple[float, int]] = {}

    async def recover(self) -> int:
        """Put back what was in flight when the last process ended; how many (these may be repeated)."""
        async with self._database.unit(bookkeeping=True) as unit:
            return await unit.notices.release_claimed()

    async def are_due(self) -> bool:
        """Whether anything waits to be sent. Looks at the rows, so what another process queues is seen."""
        async with self._database.view() as view:
            return await view.notices.any_due(now=self._clock.now())

    async def exchange(
        self, settled: Sequence[Settled], limit: int, *, is_idle: bool = True
    ) -> Sequence[Notice]:
        """Record how the last ones went and claim the next, in one transaction.

        Args:
            settled: the notices that are through.
            limit: how many to claim at the most.
            is_idle: whether nothing is being sent meanwhile, so that this may take its time.
        """
        now, moment = self._clock.now(), time.monotonic()
        is_hurried = moment - self._on_disk_at < HURRY
        self._turn += 1
        chunk = LARGE_CHUNK if is_idle else CHUNK

        async def work(unit: UnitOfWork) -> Sequence[Notice]:
            if settled:
                await self._settle(unit, settled, now, moment)
            lost: list[NoticeId] = []
            claimed = list(
                await unit.notices.claim(limit, now=now, zone=self._zone, turn=self._turn, lost=lost)
                if limit
                else ()
            )
            if lost:
                await self._tell_undelivered(unit, lost, now)
            if len(claimed) == limit:
                return claimed
            campaign = await unit.notices.unexpanded(turn=self._turn)
            if campaign is not None:
                await unit.notices.expand(campaign, limit=chunk, now=now)
                more = limit - len(claimed)
                claimed += await unit.notices.claim(more, now=now, zone=self._zone, turn=self._turn)
            await unit.broadcasts.put_away(limit=chunk, now=now)
            return claimed

        claimed = await self._database.visit(work, is_hurried=is_hurried)
        if not is_hurried:
            self._on_disk_at = moment
        return claimed

    async def counts(self) -> dict[NoticeState, int]:
        """How many notices are in each state."""
        async with self._database.view() as view:
            return await view.notices.counts()

    async def _settle(
        self, unit: UnitOfWork, settled: Sequence[Settled], now: datetime, moment: float
    ) -> None:
        ended = [one for one in settled if one.state is not NoticeState.PENDING]
        await unit.notices.settle([(one.notice.id, one.state, one.problem) for one in ended], now=now)
        for one in settled:
            await self._follow(unit, one, now)
        lost = [one.notice for one in ended if one.state is NoticeState.UNREACHABLE]
        alone = [notice.id for notice in lost if notice.campaign_id is None and notice.group_id is None]
        if alone:
            await self._tell_undelivered(unit, alone, now)
        by_campaign: dict[CampaignId, Counter[NoticeState]] = {}
        for one in ended:
            if one.notice.campaign_id is not None:
                by_campaign.setdefault(one.notice.campaign_id, Counter())[one.state] += 1
        for campaign, counted in by_campaign.items():
            pace = self._pace(campaign, counted.total(), moment)
            await unit.broadcasts.tally(campaign, counted, pace=pace)

    async def _follow(self, unit: UnitOfWork, one: Settled, now: datetime) -> None:
        """What follows from how one notice has ended, beside its own end."""
        notice = one.notice
        if one.state is NoticeState.UNREACHABLE and notice.person_id is not None:
            await unit.people.mark_unreachable(notice.person_id)
        elif one.state is NoticeState.UNREACHABLE and notice.group_id is not None:
            await unit.groups.mark_unreachable(notice.group_id)
        elif one.state is NoticeState.PENDING:
            until, problem = now + one.again_in, one.problem or ""
            await unit.notices.postpone(notice.id, until=until, problem=problem, is_attempt=one.is_attempt)
        if one.moved_to is not None:
            await unit.groups.move(notice.chat_id, one.moved_to)
        if one.has_lost_topic and notice.topic_id is not None:
            await unit.forum.lose(notice.topic_id, notice.thread_id)
        if one.leaves_topic:
            await unit.notices.leave_topic(notice.id)
        if one.ends_campaign and notice.campaign_id is not None:
            await unit.broadcasts.stop(notice.campaign_id)

    async def _tell_undelivered(
        self, unit: UnitOfWork, notice_ids: Sequence[NoticeId], now: datetime
    ) -> None:
        if self._group_id is not None:
            group_id = await unit.groups.current(self._group_id)
            await unit.forum.tell_undelivered(notice_ids, group_id, now=now)

    def _pace(self, campaign: CampaignId, count: int, moment: float) -> float | None:
        """Messages a second, every few seconds; None in between."""
        since, before = self._measured.get(campaign, (moment, 0))
        if moment - since > 2 * MEASURE:  # it was paused, or had nothing to send
            since, before = moment, 0
        self._measured[campaign] = since, before + count
        if moment - since < MEASURE:
            return None
        self._measured = {campaign: (moment, 0)} | {
            other: (at, n)
            for other, (at, n) in self._measured.items()
            if moment - at < 60 and other != campaign
        }
        return (before + count) / (moment - since)
