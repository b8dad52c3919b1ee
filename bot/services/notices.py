"""The outbox as the sender sees it: what is to go now, and how it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.clock import Clock
from bot.domain.notices import Notice, NoticeState
from storage import Database

#: After so many tries that Telegram may have seen a notice is given up; with the pauses between them that is more
#: than a day.
ATTEMPTS = 16
#: How many subscriptions of a campaign are given their notices in one transaction.
CHUNK = 500


@dataclass(frozen=True)
class Settled:
    """How sending a notice ended.

    Attributes:
        state: `PENDING` where it is to be tried again.
        problem: a short word for the operator, never a text of the message.
        again_in: for another try, after how long.
        is_attempt: whether Telegram may have seen it.
    """

    notice: Notice
    state: NoticeState
    problem: str | None = None
    again_in: timedelta = timedelta()
    is_attempt: bool = True


class NoticesService:
    """Verbs on the outbox. One sender a database: the process holds a lock.

    Args:
        database: where it is kept.
        clock: the time.
        zone: the zone of people's quiet hours.
    """

    def __init__(self, database: Database, clock: Clock, *, zone: ZoneInfo) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone

    async def recover(self) -> int:
        """Put back what was in flight when the last process ended; how many (these may be repeated)."""
        async with self._database.unit(bookkeeping=True) as unit:
            return await unit.notices.release_claimed()

    async def are_due(self) -> bool:
        """Whether anything waits to be sent. Looks at the rows, so what another process queues is seen."""
        async with self._database.view() as view:
            return await view.notices.any_due(now=self._clock.now())

    async def exchange(self, settled: Sequence[Settled], limit: int) -> Sequence[Notice]:
        """Record how the last ones went and claim the next, in one transaction.

        Args:
            settled: the notices that are through.
            limit: how many to claim at the most.
        """
        now = self._clock.now()
        async with self._database.unit(bookkeeping=True) as unit:
            ended = [one for one in settled if one.state is not NoticeState.PENDING]
            await unit.notices.settle([(one.notice.id, one.state, one.problem) for one in ended], now=now)
            for one in settled:
                if one.state is NoticeState.UNREACHABLE and one.notice.person_id is not None:
                    await unit.people.mark_unreachable(one.notice.person_id)
                elif one.state is NoticeState.PENDING:
                    await unit.notices.postpone(
                        one.notice.id,
                        until=now + one.again_in,
                        problem=one.problem or "",
                        is_attempt=one.is_attempt,
                    )
            claimed = await unit.notices.claim(limit, now=now, zone=self._zone) if limit else []
            if len(claimed) < limit and (campaign := await unit.notices.unexpanded()) is not None:
                await unit.notices.expand(campaign, limit=CHUNK, now=now)
        return claimed

    async def counts(self) -> dict[NoticeState, int]:
        """How many notices are in each state."""
        async with self._database.view() as view:
            return await view.notices.counts()
