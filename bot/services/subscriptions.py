"""Subscribing to news of consultations."""

from bot.domain.clock import Clock
from bot.domain.people import PersonId
from storage import Database


class SubscriptionsService:
    """Verbs on subscriptions."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def is_subscribed(self, person_id: PersonId) -> bool:
        """Whether the person hears of new consultations."""
        async with self._database.view() as view:
            return await view.subscriptions.has(person_id)

    async def subscribe(self, person_id: PersonId) -> None:
        """Tell the person of every new consultation from now on; doing it twice changes nothing."""
        async with self._database.unit() as unit:
            await unit.subscriptions.add(person_id, now=self._clock.now())
            unit.came_to("subscription")

    async def unsubscribe(self, person_id: PersonId) -> None:
        """Tell the person nothing more; notices not yet sent are dropped when their turn comes."""
        async with self._database.unit() as unit:
            await unit.subscriptions.delete(person_id)
            unit.came_to("subscription")
