"""The durable inbox: an update is a row before Telegram hears that we have it."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.domain.clock import Clock
from bot.domain.updates import ReceivedUpdate, UpdateRowId
from storage import Database, GroupCommit

#: How long the number of a settled update is kept against repeats; Telegram keeps updates for 24 hours.
REMEMBERED = timedelta(hours=48)

#: For how many waiting updates a single chat counts when intake decides whether it is full.
COUNTED_BY_LANE = 500
#: So many times the limit are too many, whoever sent them.
HOPELESS = 20

Json = Mapping[str, Any]
Row = tuple[int, int, str]


class Inbox:
    """Stores updates and settles them.

    Args:
        database: where the rows are.
        clock: the time.
        bot_id: whose updates they are; one database may have served more than one token.
    """

    def __init__(self, database: Database, clock: Clock, *, bot_id: int) -> None:
        self._database = database
        self._clock = clock
        self._bot_id = bot_id
        self._taking: GroupCommit[Sequence[Row]] = GroupCommit(self._take_all)
        self._settling: GroupCommit[tuple[UpdateRowId, str | None]] = GroupCommit(self._settle_all)
        self.on_arrival: Callable[[], None] = lambda: None

    async def take(self, updates: Sequence[Json]) -> None:
        """Store updates in their order; returns when they are committed, so they may be acknowledged.

        Raises:
            ValueError: one of them is no update; none of them is stored, and nobody else's batch suffers.
            DatabaseUnavailable: none of them is stored.
        """
        await self._taking.add([_row(update) for update in updates])

    async def settle(self, row_id: UpdateRowId, incident: str | None) -> None:
        """Nothing is left to do for this update; returns when that is committed."""
        await self._settling.add((row_id, incident))

    async def waiting(
        self, *, after: int, limit: int, lane: int | None = None, up_to: int | None = None
    ) -> Sequence[ReceivedUpdate]:
        """Updates that are not settled, in the order of intake; the arguments are the repository's."""
        async with self._database.view() as view:
            return await view.inbox.waiting(self._bot_id, after=after, limit=limit, lane=lane, up_to=up_to)

    async def backlog(self) -> int:
        """How many updates are not settled."""
        async with self._database.view() as view:
            return await view.inbox.count_waiting(self._bot_id)

    async def is_full(self, limit: int) -> bool:
        """Whether so many updates wait that no more should be taken in.

        One flooding chat does not shut the door on all others: it counts for `COUNTED_BY_LANE` at the most,
        until the rows as such become too many for the disk.

        Args:
            limit: how many are enough.
        """
        waiting = await self.backlog()
        if waiting < limit or waiting >= limit * HOPELESS:
            return waiting >= limit
        async with self._database.view() as view:
            fairly = await view.inbox.count_waiting_fairly(self._bot_id, at_most=COUNTED_BY_LANE)
        return fairly >= limit

    async def forget_settled(self) -> None:
        """Delete the numbers of updates settled long ago."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.inbox.delete_settled(before=self._clock.now() - REMEMBERED)

    async def _take_all(self, batches: Sequence[Sequence[Row]]) -> None:
        rows = [row for batch in batches for row in batch]
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.inbox.add_all(self._bot_id, rows, now=self._clock.now())
        self.on_arrival()

    async def _settle_all(self, settled: Sequence[tuple[UpdateRowId, str | None]]) -> None:
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.inbox.settle(settled, now=self._clock.now())


def lane_of(update: Json) -> int:
    """What an update's order is kept with: its chat, or its person where it has no chat; 0 where it has neither."""
    for kind, content in update.items():
        if kind == "update_id" or not isinstance(content, Mapping):
            continue
        within = content.get("message") if kind == "callback_query" else content
        if isinstance(within, Mapping) and isinstance(within.get("chat"), Mapping):
            return int(within["chat"]["id"])
        if isinstance(content.get("from"), Mapping):
            return int(content["from"]["id"])
    return 0


def _row(update: Json) -> Row:
    try:
        number, lane = update["update_id"], lane_of(update)
    except (KeyError, TypeError) as error:
        raise ValueError("not an update") from error
    if type(number) is not int or not 0 <= number < 2**63 or not -(2**63) <= lane < 2**63:
        raise ValueError("not an update")
    text = json.dumps(update, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a surrogate pair is no UTF-8; escaped, it is kept as it came
        text = json.dumps(update)
    return number, lane, text
