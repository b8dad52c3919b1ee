"""Digests: queued when they are due, and read as things stand when they are sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.clock import Clock
from bot.domain.commitments import CommitmentChange, CommitmentChangeId
from bot.domain.consultation_differences import merged
from bot.domain.consultations import (
    Consultation,
    ConsultationChange,
    ConsultationChangeId,
    ConsultationId,
    FieldChange,
)
from bot.domain.notices import NoticeKind
from bot.domain.occasions import DigestId
from bot.domain.subscriptions import Pace, next_digest
from storage import Database, View
from storage.digests import NewsRow

#: Subscriptions looked at in one transaction.
CHUNK = 500
#: In which order events of one consultation count: it is told of once in a digest.
_WEIGHTS = (
    NoticeKind.CONSULTATION_RESULTS,
    NoticeKind.CONSULTATION_OPENED,
    NoticeKind.CONSULTATION_CHANGED,
    NoticeKind.CONSULTATION_CLOSING,
)


@dataclass(frozen=True)
class ConsultationNews:
    """What has happened to a consultation.

    Attributes:
        changes: for a change, what was changed since, the first first.
    """

    kind: NoticeKind
    consultation: Consultation
    changes: Sequence[ConsultationChange]
    at: datetime

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """What is another now than before the first of the changes."""
        return merged([one.fields for one in self.changes])


@dataclass(frozen=True)
class Digest:
    """What a subscription was not told at once, the newest first.

    Attributes:
        pace: how often such messages come now.
    """

    chat_id: int
    pace: Pace
    consultations: Sequence[ConsultationNews]
    commitments: Sequence[CommitmentChange]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to tell."""
        return not self.consultations and not self.commitments


class DigestsService:
    """Verbs on digests.

    Args:
        database: where they are kept.
        clock: the time.
        zone: the zone of the hour at which they come.
    """

    def __init__(self, database: Database, clock: Clock, *, zone: ZoneInfo) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone

    async def queue_due(self) -> None:
        """Queue every digest that is due, in bounded pieces; after a downtime, one for the whole time."""
        now = self._clock.now()
        daily, weekly = (next_digest(pace, now, self._zone) for pace in (Pace.DAILY, Pace.WEEKLY))
        while await self._any_due(now):
            async with self._database.unit(bookkeeping=True) as unit:
                await unit.digests.queue_due(now=now, daily=daily, weekly=weekly, limit=CHUNK)

    async def read(self, digest_id: DigestId) -> Digest | None:
        """The digest as things stand now; None where its subscription has ended or been paused."""
        now = self._clock.now()
        async with self._database.view() as view:
            row = await view.digests.get(digest_id)
            subscription = None if row is None else await view.subscriptions.find(row.chat_id)
            if row is None or subscription is None or subscription.paused_until is not None:
                return None
            news = await view.digests.news(row.chat_id, after=row.after, until=row.until, now=now)
            return Digest(
                chat_id=row.chat_id,
                pace=subscription.pace,
                consultations=await _consultations(view, news),
                commitments=await _commitments(view, news),
            )

    async def _any_due(self, now: datetime) -> bool:
        async with self._database.view() as view:
            return await view.digests.any_due(now=now)


async def _consultations(view: View, news: Sequence[NewsRow]) -> Sequence[ConsultationNews]:
    """Each consultation once, by what matters most of what has happened to it."""
    chosen: dict[int, NewsRow] = {}
    changes: dict[int, list[ConsultationChange]] = {}
    for row in news:
        if row.consultation_id is None:
            continue
        if row.kind is NoticeKind.CONSULTATION_CHANGED:
            change = await view.consultation_changes.get(ConsultationChangeId(row.subject_id))
            changes.setdefault(row.consultation_id, []).insert(0, change)
        before = chosen.get(row.consultation_id)
        if before is None or _WEIGHTS.index(row.kind) < _WEIGHTS.index(before.kind):
            chosen[row.consultation_id] = row
    return [
        ConsultationNews(
            kind=row.kind,
            consultation=await view.consultations.get(ConsultationId(consultation_id)),
            changes=changes[consultation_id] if row.kind is NoticeKind.CONSULTATION_CHANGED else (),
            at=row.at,
        )
        for consultation_id, row in sorted(chosen.items(), key=lambda one: -one[1].campaign_id)
    ]


async def _commitments(view: View, news: Sequence[NewsRow]) -> Sequence[CommitmentChange]:
    """The newest status of each commitment."""
    changes = [
        await view.commitments.get(CommitmentChangeId(row.subject_id))
        for row in news
        if row.kind is NoticeKind.COMMITMENT_CHANGED
    ]
    newest: dict[str, CommitmentChange] = {}
    for change in changes:
        newest.setdefault(change.commitment, change)
    return list(newest.values())
