"""Broadcasts: how messages to many go; paused, resumed, cancelled."""

from collections.abc import Sequence

from bot.domain.audit import Noun, Verb
from bot.domain.broadcasts import Broadcast, BroadcastOver, BroadcastState, BroadcastView
from bot.domain.clock import Clock
from bot.domain.consultations import Consultation, ConsultationId
from bot.domain.notices import CampaignId, NoticeKind
from bot.domain.people import Actor, Role
from storage import Database, UnitOfWork

_VERBS = {
    BroadcastState.PAUSED: Verb.PAUSED,
    BroadcastState.RUNNING: Verb.RESUMED,
    BroadcastState.CANCELLED: Verb.CANCELLED,
}
#: How many a list shows.
LISTED = 8


class BroadcastsService:
    """Verbs on broadcasts. The sender looks at the rows, so each works from another process too.

    Args:
        database: where they are kept.
        clock: the time.
        rate: messages a second that are allowed.
    """

    def __init__(self, database: Database, clock: Clock, *, rate: int) -> None:
        self._database = database
        self._clock = clock
        self.rate = rate

    async def latest(self, by: Actor) -> Sequence[Broadcast]:
        """Those under way, then those that are over, the newest first.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            return await view.broadcasts.latest(LISTED)

    async def get(self, broadcast_id: CampaignId, by: Actor) -> Broadcast:
        """One of them.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            BroadcastUnknown: no such row.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            return await view.broadcasts.get(broadcast_id)

    async def consultation(self, broadcast: Broadcast) -> Consultation | None:
        """The consultation that it tells of, where it tells of one's opening."""
        if broadcast.kind is not NoticeKind.CONSULTATION_OPENED:
            return None
        async with self._database.view() as view:
            return await view.consultations.get(ConsultationId(broadcast.subject_id))

    async def pause(self, broadcast_id: CampaignId, by: Actor) -> Broadcast:
        """Let it wait: what is in flight arrives, nothing else leaves. Nothing is changed where it waits already.

        Raises:
            NotAllowed: the actor is not at least an officer.
            BroadcastUnknown: no such row.
            BroadcastOver: it has ended.
        """
        return await self._turn(broadcast_id, BroadcastState.PAUSED, by)

    async def resume(self, broadcast_id: CampaignId, by: Actor) -> Broadcast:
        """Let it go on where it was left; errors as of `pause`."""
        return await self._turn(broadcast_id, BroadcastState.RUNNING, by)

    async def cancel(self, broadcast_id: CampaignId, by: Actor) -> Broadcast:
        """Stop it for good: who has not been told yet will not be; errors as of `pause`."""
        return await self._turn(broadcast_id, BroadcastState.CANCELLED, by)

    async def turn_all(self, became: BroadcastState, by: Actor) -> Sequence[Broadcast]:
        """Pause, resume or cancel every broadcast under way; those that are so already are left out.

        Raises:
            NotAllowed: the actor is not at least an officer.
        """
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            turned = [
                one
                for one in await unit.broadcasts.under_way()
                if not one.is_over and one.state is not became
            ]
            for one in turned:
                await self._set(unit, one.id, became, by)
            return [await unit.broadcasts.get(one.id) for one in turned]

    async def views(self) -> Sequence[BroadcastView]:
        """Every message that shows how a broadcast goes."""
        async with self._database.view() as view:
            return await view.broadcasts.views()

    async def show_in(self, shown: BroadcastView) -> None:
        """Remember the message that shows it, so that it can be kept up to date."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.broadcasts.show_in(shown)

    async def forget_view(self, shown: BroadcastView) -> None:
        """Keep the message up to date no more."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.broadcasts.forget_view(shown)

    async def _turn(self, broadcast_id: CampaignId, became: BroadcastState, by: Actor) -> Broadcast:
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            broadcast = await unit.broadcasts.get(broadcast_id)
            if broadcast.state is not became:
                if broadcast.is_over:
                    raise BroadcastOver
                await self._set(unit, broadcast_id, became, by)
                broadcast = await unit.broadcasts.get(broadcast_id)
            unit.came_to("broadcast", broadcast_id)
        return broadcast

    async def _set(
        self, unit: UnitOfWork, broadcast_id: CampaignId, became: BroadcastState, by: Actor
    ) -> None:
        await unit.broadcasts.set_state(broadcast_id, became)
        now = self._clock.now()
        await unit.audit.add(by, _VERBS[became], Noun.BROADCAST, str(broadcast_id), now=now)
