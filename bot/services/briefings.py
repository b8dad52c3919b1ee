"""The secretariat's morning: queued once a working day, and counted as things stand when it is sent."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.briefings import SOON, BriefingId, Item, due_at
from bot.domain.clock import Clock
from bot.domain.desk import Filters, Tray
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, Role
from bot.domain.workdays import before, is_working
from bot.services.questions import Secretariat
from storage import Database, Looking, View


@dataclass(frozen=True)
class Morning:
    """What waits.

    Attributes:
        counts: how much of each; what there is none of is left out.
    """

    day: date
    counts: Mapping[Item, int]


class BriefingsService:
    """Verbs on mornings.

    Args:
        database: where they are kept.
        clock: the time.
        zone: the zone of the hour.
        at: the hour; None where the operator wants none.
        holidays: days that are no working days though they are no weekend.
        staff: whom to tell: the group, where there is one, or every officer.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        zone: ZoneInfo,
        at: time | None,
        holidays: Collection[date],
        staff: Secretariat,
    ) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone
        self._at = at
        self._holidays = holidays
        self._staff = staff

    async def queue_due(self) -> None:
        """Queue today's, once its hour has come: later on the same day where the bot was not there.

        A day on which there is nothing to say counts as told: what comes later in the day waits for the next.
        """
        now = self._clock.now()
        today = now.astimezone(self._zone).date()
        if self._at is None or not is_working(today, holidays=self._holidays):
            return
        if now < due_at(today, self._at, self._zone):
            return
        async with self._database.view() as view:
            if await view.briefings.has(today):
                return
        async with self._database.unit(bookkeeping=True) as unit:
            last = await unit.briefings.latest()
            yesterday = due_at(before(today, holidays=self._holidays), self._at, self._zone)
            since = yesterday if last is None else min(last.created_at, now)
            briefing_id = await unit.briefings.add(today, since=since, now=now)
            if briefing_id is None or not await _counts(unit, since, now):
                return
            kind = NoticeKind.STAFF_BRIEFING
            if self._staff.group_id is not None:
                await unit.notices.add_to_group(kind, briefing_id, self._staff.group_id, now=now)
                return
            refusing = await unit.briefings.refusing()
            officers = await self._staff.members(unit, Role.OFFICER)
            to = sorted(one for one in officers if one not in refusing)
            await unit.notices.add(kind, briefing_id, to=to, now=now)

    async def read(self, briefing_id: BriefingId) -> Morning | None:
        """A morning as things stand now; None where nothing waits any more."""
        async with self._database.view() as view:
            briefing = await view.briefings.get(briefing_id)
            if briefing is None:
                return None
            counts = await _counts(view, briefing.since, self._clock.now())
        return Morning(briefing.day, counts) if counts else None

    async def waiting(self) -> Mapping[Item, int]:
        """What waits now, whenever it came; for the secretariat's group, where it is asked for."""
        now = self._clock.now()
        async with self._database.view() as view:
            new = await view.desk.count(Filters(tray=Tray.NEW), Looking(None, now))
            return _some({Item.NEW: new, **await _waiting(view, now)})

    async def is_off(self, by: Actor) -> bool:
        """Whether there are mornings, to each officer, and this one wants none."""
        if self._at is None or self._staff.group_id is not None or not by.may(Role.OFFICER):
            return False
        async with self._database.view() as view:
            return by.person_id in await view.briefings.refusing()

    async def switch(self, by: Actor, *, is_on: bool) -> None:
        """Send the officer each morning, or none any more.

        Raises:
            NotAllowed: the actor is no officer.
        """
        assert by.person_id is not None
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            if is_on:
                await unit.briefings.accept(by.person_id)
            else:
                await unit.briefings.refuse(by.person_id, now=self._clock.now())
            unit.came_to("briefing", int(is_on))


async def _counts(view: View, since: datetime, now: datetime) -> Mapping[Item, int]:
    """What has come or failed since then, and what waits."""
    return _some(
        {
            Item.NEW: await view.briefings.received_since(since),
            **await _waiting(view, now),
            Item.FAILED: await view.briefings.failed_since(since),
        }
    )


async def _waiting(view: View, now: datetime) -> Mapping[Item, int]:
    """What waits, whenever it came."""
    looking = Looking(None, now)
    return {
        Item.OVERDUE: await view.desk.count(Filters(tray=Tray.OVERDUE), looking),
        Item.DUE: await view.briefings.due_between(now, now + SOON),
        Item.QUESTIONS: await view.questions.count_open(),
        Item.ANSWERS: await view.desk.count(Filters(tray=Tray.ANSWERED), looking),
        Item.APPEALS: await view.desk.count(Filters(tray=Tray.APPEALED), looking),
        Item.HIDINGS: await view.desk.count(Filters(tray=Tray.CONTESTED), looking),
        Item.BLOCKS: await view.blocks.count_contested(),
    }


def _some(counts: Mapping[Item, int]) -> Mapping[Item, int]:
    """Without what there is none of."""
    return {item: count for item, count in counts.items() if count}
