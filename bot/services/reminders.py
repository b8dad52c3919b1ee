"""Reminders of drafts that wait: one a draft, gentle, and none of what was sent or thrown away.

Whose consultation closes soon is told by `occasions` instead.
"""

from datetime import timedelta

from bot.domain.clock import Clock
from bot.domain.drafts import Draft, DraftId, DraftUnknown
from bot.domain.notices import NoticeKind
from storage import Database

#: How long a draft lies untouched before its author is reminded of it.
PAUSE = timedelta(days=7)
#: Reminders queued in one transaction.
CHUNK = 200


class RemindersService:
    """Verbs on reminders.

    Args:
        database: where drafts and notices are kept.
        clock: the time.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def remind_due(self) -> None:
        """Queue a reminder of every draft that has waited long enough."""
        now = self._clock.now()
        async with self._database.view() as view:
            if not await view.drafts.unreminded(before=now - PAUSE, limit=1):
                return
        async with self._database.unit(bookkeeping=True) as unit:
            for draft in await unit.drafts.unreminded(before=now - PAUSE, limit=CHUNK):
                await unit.notices.add(NoticeKind.DRAFT_WAITS, draft.id, to=[draft.person_id], now=now)
                await unit.drafts.reminded(draft.id, now=now)

    async def waiting(self, draft_id: DraftId) -> Draft:
        """The draft that somebody is to be reminded of.

        Raises:
            DraftUnknown: it is gone, or its author has come back to it meanwhile.
        """
        async with self._database.view() as view:
            draft = await view.drafts.find_any(draft_id)
        if draft is None or draft.reminded_at is None or draft.updated_at > draft.reminded_at:
            raise DraftUnknown
        return draft
