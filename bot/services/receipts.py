"""Receipts: written with each version of a proposal, and closed day by day into a chain."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.clock import Clock
from bot.domain.people import PersonId
from bot.domain.proposals import Proposal, ProposalId, ProposalUnknown
from bot.domain.receipts import BEGINNING, Receipt, ReceiptDay, digest
from storage import Database, UnitOfWork


@dataclass(frozen=True)
class Received:
    """A proposal with what was written down when it came.

    Attributes:
        receipts: one a version, the first first; none for a proposal of before there were receipts.
        last_day: the last closed day of the chain; None before the first.
    """

    proposal: Proposal
    receipts: Sequence[Receipt]
    last_day: ReceiptDay | None


class ReceiptsService:
    """Verbs on receipts and the chain of days.

    Args:
        database: where they are kept.
        clock: the time.
        zone: where a day begins and ends.
    """

    def __init__(self, database: Database, clock: Clock, *, zone: ZoneInfo) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone

    async def write(self, unit: UnitOfWork, proposal: Proposal, *, now: datetime) -> Receipt:
        """Write down that the present version of a proposal was received, in the caller's transaction.

        Args:
            unit: the transaction.
            proposal: with its content hash.
            now: read inside the transaction, so that no receipt comes into a day that is closed already.
        """
        day = now.astimezone(self._zone).date()
        last = await unit.receipts.last_day()
        if last is not None and last.day >= day:  # the machine's clock was put back, or the zone was changed
            day = last.day + timedelta(days=1)
        return await unit.receipts.add(
            proposal.reference, proposal.version, proposal.content_hash, received_at=now, day=day
        )

    async def close_days(self) -> int:
        """Add every day that is over and has receipts to the chain, in order; how many days were added."""
        async with self._database.view() as view:
            if not await view.receipts.open_days(before=self._clock.now().astimezone(self._zone).date()):
                return 0
        async with self._database.unit(bookkeeping=True) as unit:
            now = self._clock.now()
            days = await unit.receipts.open_days(before=now.astimezone(self._zone).date())
            last = await unit.receipts.last_day()
            previous = BEGINNING if last is None else last.digest
            for day in days:
                if last is not None and day <= last.day:
                    continue  # nothing of ours comes into a closed day: `verify` tells of it
                receipts = await unit.receipts.on(day)
                closed = ReceiptDay(
                    day=day,
                    receipts=len(receipts),
                    previous=previous,
                    digest=digest(previous, receipts),
                    closed_at=now,
                )
                await unit.receipts.close(closed)
                previous = closed.digest
        return len(days)

    async def of(self, person_id: PersonId, proposal_id: ProposalId) -> Received:
        """What was written down when the person's proposal came.

        Raises:
            ProposalUnknown: no such proposal, or somebody else's.
        """
        async with self._database.view() as view:
            proposal = await view.proposals.get(proposal_id)
            if proposal.author_id != person_id:
                raise ProposalUnknown
            return Received(
                proposal, await view.receipts.of(proposal.reference), await view.receipts.last_day()
            )

    async def chain(self) -> AsyncIterator[dict[str, Any]]:
        """Every closed day with its receipts, the first first, as whoever keeps a copy reads it."""
        async with self._database.view() as view:
            for day in await view.receipts.days():
                yield record_of(day, await view.receipts.on(day.day))


def record_of(day: ReceiptDay, receipts: Sequence[Receipt]) -> dict[str, Any]:
    """A day of the chain as a line of its export."""
    return {
        "day": day.day.isoformat(),
        "previous": day.previous,
        "digest": day.digest,
        "receipts": [
            {
                "number": receipt.number,
                "reference": receipt.reference,
                "version": receipt.version,
                "content_hash": receipt.content_hash,
                "received_at": receipt.received_at.isoformat(timespec="microseconds"),
            }
            for receipt in receipts
        ],
    }
