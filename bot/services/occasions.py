"""Occasions: a consultation that closes soon, and what people have asked to be reminded of.

All of it is reckoned from rows when somebody looks: after a downtime nothing is told twice, and nothing that is
not so any more.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.clock import Clock
from bot.domain.consultations import Consultation, ConsultationId, ConsultationUnknown
from bot.domain.drafts import Draft, DraftId
from bot.domain.notices import CampaignId, NoticeKind
from bot.domain.occasions import (
    Lead,
    Occasion,
    OccasionId,
    OccasionOver,
    Reminder,
    ReminderId,
    ReminderMoment,
    ReminderTooLate,
)
from bot.domain.people import PersonId
from storage import Database, UnitOfWork

#: Who was told of the deadline so lately is not told that it is near.
NEWS = timedelta(days=1)
#: A reminder and the news that it closes soon that come within this time are one message.
AT_ONE_TIME = timedelta(hours=3)
#: Reminders, and consultations, looked at in one transaction.
CHUNK = 500


@dataclass(frozen=True)
class Wishes:
    """A consultation, and of what the person is to be reminded and can be.

    Attributes:
        chosen: what they are to be reminded of.
        offered: what is not too late yet.
    """

    consultation: Consultation
    chosen: frozenset[ReminderMoment]
    offered: tuple[ReminderMoment, ...]


class OccasionsService:
    """Verbs on occasions and reminders.

    Args:
        database: where they are kept.
        clock: the time.
        zone: the zone of "tomorrow at the same hour".
    """

    def __init__(self, database: Database, clock: Clock, *, zone: ZoneInfo) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone

    async def tell_due(self) -> None:
        """Tell what closes soon, each once, and remind who has asked for it."""
        await self._tell_closing()
        await self._remind()

    async def closing(self, occasion_id: OccasionId) -> tuple[Occasion, Consultation]:
        """What closes soon.

        Raises:
            OccasionOver: it was moved, is over, or it is too late to say so.
        """
        async with self._database.view() as view:
            occasion = await view.occasions.get(occasion_id)
            if occasion is None:
                raise OccasionOver
            consultation = await view.consultations.get(occasion.consultation_id)
        if not occasion.is_true(consultation, self._clock.now()):
            raise OccasionOver
        return occasion, consultation

    async def unfinished(self, draft_id: DraftId) -> tuple[Draft, Consultation]:
        """A draft of a proposal to a consultation that closes soon.

        Raises:
            OccasionOver: the draft is gone, or the consultation over.
        """
        async with self._database.view() as view:
            draft = await view.drafts.find_any(draft_id)
            if draft is None or draft.consultation_id is None:
                raise OccasionOver
            consultation = await view.consultations.get(draft.consultation_id)
        if not consultation.is_open(self._clock.now()):
            raise OccasionOver
        return draft, consultation

    async def wanted(self, reminder_id: ReminderId) -> Consultation:
        """The consultation that somebody is to be reminded of.

        Raises:
            OccasionOver: it is over, or they have proposed.
        """
        async with self._database.view() as view:
            reminder = await view.occasions.reminder(reminder_id)
            if reminder is None:
                raise OccasionOver
            consultation = await view.consultations.get(reminder.consultation_id)
            has_proposed = await view.occasions.has_proposed(reminder.person_id, consultation.id)
        if has_proposed or not consultation.is_open(self._clock.now()):
            raise OccasionOver
        return consultation

    async def wishes(self, person_id: PersonId, consultation_id: ConsultationId) -> Wishes:
        """Of what the person is to be reminded, and can be.

        Raises:
            ConsultationUnknown: no such row, or it is not to be read yet.
        """
        async with self._database.view() as view:
            consultation = await view.consultations.get(consultation_id)
            reminders = await view.occasions.reminders(person_id, consultation_id)
        if not consultation.state.is_public:
            raise ConsultationUnknown
        return Wishes(
            consultation=consultation,
            chosen=frozenset(one.moment for one in reminders),
            offered=self.offered(consultation),
        )

    def offered(self, consultation: Consultation) -> tuple[ReminderMoment, ...]:
        """When one can be reminded of a consultation: what is not too late yet."""
        return tuple(one for one in ReminderMoment if self._is_in_time(consultation, one))

    async def remind(
        self, person_id: PersonId, consultation_id: ConsultationId, moment: ReminderMoment
    ) -> None:
        """Remind the person then, unless it is closed by then or they have proposed.

        Raises:
            ConsultationUnknown: no such row.
            ReminderTooLate: it closes before, or that moment has passed.
        """
        now = self._clock.now()
        async with self._database.unit() as unit:
            consultation = await unit.consultations.get(consultation_id)
            if not self._is_in_time(consultation, moment):
                raise ReminderTooLate
            await unit.occasions.remind(
                Reminder(
                    person_id=person_id,
                    consultation_id=consultation_id,
                    moment=moment,
                    due_at=self._tomorrow(now) if moment is ReminderMoment.TOMORROW else None,
                    created_at=now,
                )
            )
            unit.came_to("reminder", consultation_id)

    async def forget(self, person_id: PersonId, consultation_id: ConsultationId) -> None:
        """Do not remind the person of it after all."""
        async with self._database.unit() as unit:
            await unit.occasions.forget(person_id, consultation_id)
            unit.came_to("reminder", consultation_id)

    def _is_in_time(self, consultation: Consultation, moment: ReminderMoment) -> bool:
        now = self._clock.now()
        if not consultation.is_open(now):
            return False
        if moment is ReminderMoment.TOMORROW:
            return self._tomorrow(now) < consultation.closes_at
        return now < consultation.closes_at - Lead.DAY.time

    def _tomorrow(self, now: datetime) -> datetime:
        """The next day, at the same hour on the clock on the wall."""
        wall = now.astimezone(self._zone).replace(tzinfo=None) + timedelta(days=1)
        return wall.replace(tzinfo=self._zone).astimezone(UTC)

    async def _tell_closing(self) -> None:
        now = self._clock.now()
        for lead in Lead:
            async with self._database.view() as view:
                if not await view.occasions.closing(lead, now=now, limit=1):
                    continue
            async with self._database.unit(bookkeeping=True) as unit:
                for occasion in await unit.occasions.closing(lead, now=now, limit=CHUNK):
                    await self._tell(unit, occasion, now)

    async def _tell(self, unit: UnitOfWork, occasion: Occasion, now: datetime) -> None:
        stored = await unit.occasions.add(occasion)
        told_at = await unit.occasions.told_deadline_at(occasion.consultation_id)
        is_news = told_at is None or told_at <= occasion.closes_at - occasion.lead.time - NEWS
        if not is_news and occasion.lead is Lead.WEEK:
            return
        campaign = await unit.notices.begin_campaign(
            NoticeKind.CONSULTATION_CLOSING, stored, now=now, is_broad=is_news
        )
        assert campaign is not None
        await self._tell_first(unit, campaign, occasion, now)

    async def _tell_first(
        self, unit: UnitOfWork, campaign: CampaignId, occasion: Occasion, now: datetime
    ) -> None:
        """Those who have begun a proposal, and those who have asked to be reminded about now."""
        first = await unit.occasions.tell_writers(campaign, occasion.consultation_id, now=now)
        first += await unit.occasions.tell_askers(
            campaign,
            occasion.consultation_id,
            now=now,
            due_by=now + AT_ONE_TIME,
            is_day_before=occasion.lead is Lead.DAY,
        )
        await unit.notices.add_queued(campaign, first)

    async def _remind(self) -> None:
        now = self._clock.now()
        while await self._any_due(now):
            async with self._database.unit(bookkeeping=True) as unit:
                await unit.occasions.queue_due(now=now, limit=CHUNK)

    async def _any_due(self, now: datetime) -> bool:
        async with self._database.view() as view:
            return await view.occasions.any_due(now=now)
