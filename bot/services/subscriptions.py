"""Subscribing: of what, how often, and when not at all. Of people, groups and channels alike, by the chat's id.

Who may do so for a group is Telegram's to say, and so is asked at the edge.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.domain.clock import Clock
from bot.domain.commitments import CommitmentId
from bot.domain.consultations import ConsultationId
from bot.domain.people import PersonId
from bot.domain.subscriptions import (
    LONGEST_PAUSE,
    MOST_FOLLOWED,
    Facet,
    FollowsFull,
    Pace,
    PauseTooLong,
    Subscription,
    next_digest,
)
from storage import Database, UnitOfWork

Followed = TypeVar("Followed", bound=str | int)


class SubscriptionsService:
    """Verbs on subscriptions.

    Args:
        database: where they are kept.
        clock: the time.
        zone: the zone of the digests' hour.
    """

    def __init__(self, database: Database, clock: Clock, *, zone: ZoneInfo) -> None:
        self._database = database
        self._clock = clock
        self.zone = zone

    async def find(self, chat_id: int) -> Subscription | None:
        """What goes to a chat; None where nothing does."""
        async with self._database.view() as view:
            return await view.subscriptions.find(chat_id)

    async def is_subscribed(self, chat_id: int) -> bool:
        """Whether anything goes to the chat."""
        return await self.find(chat_id) is not None

    async def recipients(self, consultation_id: ConsultationId) -> int:
        """How many chats hear of a consultation, at once or in a digest."""
        async with self._database.view() as view:
            return await view.subscriptions.count(consultation_id)

    async def subscribe(self, chat_id: int) -> None:
        """Tell the chat of consultations from now on; doing it twice changes nothing."""
        await self._change(chat_id, lambda one: one.model_copy(update={"is_broad": True}))

    async def unsubscribe(self, chat_id: int) -> None:
        """Tell the chat nothing more; what waits for it is dropped, and what it wanted to be reminded of."""
        async with self._database.unit() as unit:
            await unit.subscriptions.take_back(chat_id, now=self._clock.now())
            await unit.subscriptions.delete(chat_id)
            if chat_id > 0:
                await unit.occasions.forget(PersonId(chat_id))
            unit.came_to("subscription", min(chat_id, 0))

    async def choose(self, chat_id: int, facet: Facet, choice: str) -> None:
        """Add a topic or region to those of interest, or take it away again."""

        def chosen(one: Subscription) -> Subscription:
            had = one.chosen(facet)
            without = tuple(other for other in had if other != choice)
            return one.with_chosen(facet, without if choice in had else (*had, choice))

        await self._change(chat_id, chosen)

    async def choose_all(self, chat_id: int, facet: Facet) -> None:
        """Every topic, or every region."""
        await self._change(chat_id, lambda one: one.with_chosen(facet, ()))

    async def set_broad(self, chat_id: int, *, is_broad: bool) -> None:
        """Hear of all consultations that fit, or only of those that are followed."""
        await self._change(chat_id, lambda one: one.model_copy(update={"is_broad": is_broad}))

    async def set_all_commitments(self, chat_id: int, *, is_all: bool) -> None:
        """Hear of the progress of every commitment, or only of those that are followed."""
        await self._change(
            chat_id, lambda one: one.model_copy(update={"all_commitments": is_all}), is_broad=False
        )

    async def follow(self, chat_id: int, consultation_id: ConsultationId, *, is_on: bool) -> None:
        """Hear of this consultation, whatever else is chosen; or no more.

        Raises:
            ConsultationUnknown: no such row.
            FollowsFull: too many are followed already.
        """

        def followed(one: Subscription) -> Subscription:
            ids = _with(one.consultations, consultation_id, is_on=is_on)
            return one.model_copy(update={"consultations": ids})

        await self._change(chat_id, followed, is_broad=False, about=consultation_id)

    async def follow_commitment(self, chat_id: int, commitment_id: CommitmentId, *, is_on: bool) -> None:
        """Hear how this commitment is carried out; or no more.

        Raises:
            FollowsFull: too many are followed already.
        """

        def followed(one: Subscription) -> Subscription:
            ids = _with(one.commitments, commitment_id, is_on=is_on)
            return one.model_copy(update={"commitments": ids})

        await self._change(chat_id, followed, is_broad=False)

    async def set_pace(self, chat_id: int, pace: Pace) -> None:
        """Hear of each event at once, or of all together; what has happened meanwhile is neither lost nor repeated."""
        now = self._clock.now()
        async with self._database.unit() as unit:
            was = await self._of(unit, chat_id)
            changed = was.model_copy(update={"pace": pace})
            if was.paused_until is not None:
                await unit.subscriptions.save(changed)
            elif pace is Pace.AT_ONCE:
                await self._resume(unit, changed, now)
            else:
                told_to = was.told_to if was.digest_at else await unit.subscriptions.told_so_far()
                due = next_digest(pace, now, self.zone)
                held = changed.model_copy(update={"digest_at": due, "told_to": told_to})
                await unit.subscriptions.save(held)
            unit.came_to("subscription", min(chat_id, 0))

    async def pause(self, chat_id: int, *, until: datetime) -> None:
        """Tell the chat nothing until then; what is open still comes then, in one message.

        Raises:
            PauseTooLong: it would end in the past, or later than in a year.
        """
        now = self._clock.now()
        if not now < until <= now + timedelta(days=LONGEST_PAUSE):
            raise PauseTooLong
        async with self._database.unit() as unit:
            was = await self._of(unit, chat_id)
            told_to = was.told_to if was.digest_at else await unit.subscriptions.told_so_far()
            taken_back = await unit.subscriptions.take_back(chat_id, now=now)
            if taken_back is not None:
                told_to = min(told_to, taken_back - 1)
            paused = {"paused_until": until, "digest_at": until, "told_to": told_to}
            await unit.subscriptions.save(was.model_copy(update=paused))
            unit.came_to("subscription", min(chat_id, 0))

    async def resume(self, chat_id: int) -> None:
        """End the pause: what is open still comes now, in one message."""
        async with self._database.unit() as unit:
            was = await unit.subscriptions.find(chat_id)
            if was is not None and was.paused_until is not None:
                await self._resume(unit, was, self._clock.now())
            unit.came_to("subscription", min(chat_id, 0))

    async def _resume(self, unit: UnitOfWork, subscription: Subscription, now: datetime) -> None:
        """Tell what was held back, and go on at the subscription's pace."""
        told_to = subscription.told_to
        if subscription.digest_at is not None:
            await unit.digests.queue_now(subscription.chat_id, now=now)
            told_to = await unit.subscriptions.last_campaign()
        due = next_digest(subscription.pace, now, self.zone)
        going = {"paused_until": None, "digest_at": due, "told_to": told_to}
        await unit.subscriptions.save(subscription.model_copy(update=going))

    async def _change(
        self,
        chat_id: int,
        change: Callable[[Subscription], Subscription],
        *,
        is_broad: bool = True,
        about: ConsultationId | None = None,
    ) -> None:
        async with self._database.unit() as unit:
            if about is not None:
                await unit.consultations.get(about)
            changed = change(await self._of(unit, chat_id, is_broad=is_broad))
            if changed.is_empty:
                await unit.subscriptions.delete(chat_id)
            else:
                await unit.subscriptions.save(changed)
            unit.came_to("subscription", min(chat_id, 0))

    async def _of(self, unit: UnitOfWork, chat_id: int, *, is_broad: bool = True) -> Subscription:
        """The chat's subscription; where it has none, one for everything, or for nothing yet."""
        known = await unit.subscriptions.find(chat_id)
        if known is not None:
            return known
        return Subscription(
            chat_id=chat_id,
            is_broad=is_broad,
            told_to=await unit.subscriptions.told_so_far(),
            created_at=self._clock.now(),
        )


def _with(had: tuple[Followed, ...], wanted: Followed, *, is_on: bool) -> tuple[Followed, ...]:
    others: tuple[Followed, ...] = tuple(one for one in had if one != wanted)
    if not is_on:
        return others
    if len(others) >= MOST_FOLLOWED:
        raise FollowsFull(most=MOST_FOLLOWED)
    return (*others, wanted)
