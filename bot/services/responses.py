"""Promised responses: the secretariat is warned before a date, the author told the new one after it, all are counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.domain.clock import Clock
from bot.domain.consultations import ConsultationId
from bot.domain.notices import NoticeKind
from bot.domain.people import Role
from bot.domain.proposals import Proposal
from bot.domain.responses import MORNING, DueSoon, Lateness, LatenessId, Tally, WarningId
from bot.domain.staff import MemberId
from bot.domain.workdays import ReplyTerm, is_working
from bot.services.questions import Secretariat
from storage import Database, UnitOfWork

#: Proposals looked at in one transaction; and of how many one warning speaks.
CHUNK, MOST = 100, 5000


@dataclass(frozen=True)
class Late:
    """A response that is late, with the proposal as it is now."""

    lateness: Lateness
    proposal: Proposal


class ResponsesService:
    """Verbs on promised responses. All of it is reckoned from rows, so that no downtime tells anything twice.

    Args:
        database: where they are kept.
        clock: the time.
        staff: whom to warn.
        term: until when a response is promised.
        warning: so long before is the secretariat warned; None for never.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        staff: Secretariat,
        *,
        term: ReplyTerm,
        warning: ReplyTerm | None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._staff = staff
        self._term = term
        self._warning = warning

    async def tell_due(self) -> None:
        """Promise a new date in place of each that has passed, and warn of those that come soon."""
        while await self._any_overdue():
            async with self._database.unit(bookkeeping=True) as unit:
                now = self._clock.now()
                for proposal in await unit.responses.overdue(now=now, limit=CHUNK):
                    await self._postpone(unit, proposal)
        await self._warn()

    async def late(self, lateness_id: LatenessId) -> Late | None:
        """A response that is late, for the notice of it; None where it has come, or a later date has passed too."""
        async with self._database.view() as view:
            lateness = await view.responses.lateness(lateness_id)
            proposal = None if lateness is None else await view.proposals.get(lateness.proposal_id)
        if lateness is None or proposal is None or proposal.reply_by != lateness.next_at:
            return None
        return Late(lateness, proposal) if proposal.state.awaits_response else None

    async def warned_of(self, warning_id: WarningId) -> Sequence[Proposal]:
        """Of what somebody was warned, as far as it still waits."""
        async with self._database.view() as view:
            return await view.responses.warned_of(warning_id)

    async def tally(self, consultation_id: ConsultationId | None = None) -> Tally:
        """How many proposals are answered, wait, and are late: of a consultation, or of all. For everybody."""
        async with self._database.view() as view:
            return await view.responses.tally(consultation_id, now=self._clock.now())

    async def _any_overdue(self) -> bool:
        async with self._database.view() as view:
            return bool(await view.responses.overdue(now=self._clock.now(), limit=1))

    async def _postpone(self, unit: UnitOfWork, proposal: Proposal) -> None:
        now = self._clock.now()
        assert proposal.reply_by is not None
        lateness = Lateness(
            proposal_id=proposal.id, due_at=proposal.reply_by, next_at=self._term(now), noticed_at=now
        )
        row = await unit.responses.postpone(lateness)
        if proposal.author_id is not None:
            await unit.notices.add(NoticeKind.PROPOSAL_LATE, row, to=[proposal.author_id], now=now)

    async def _warn(self) -> None:
        """Once a working day, from the morning on: who has a case of their own cases, everybody of nobody's."""
        if self._warning is None:
            return
        now = self._clock.now()
        wall = now.astimezone(self._zone)
        if wall.hour < MORNING or not is_working(wall.date(), holidays=self._warning.holidays):
            return
        until = self._warning(now)
        async with self._database.view() as view:
            if not await view.responses.due_soon(now=now, until=until, limit=1):
                return
        async with self._database.unit(bookkeeping=True) as unit:
            officers = await self._staff.members(unit, Role.OFFICER)
            groups: dict[MemberId | None, list[DueSoon]] = {}
            for one in await unit.responses.due_soon(now=now, until=until, limit=MOST):
                groups.setdefault(one.member if one.person_id in officers else None, []).append(one)
            for member, due in groups.items():
                row = await unit.responses.warn(member, due, day=wall.date(), now=now)
                if row is None:
                    continue
                person = due[0].person_id
                if member is None or person is None:
                    await self._staff.tell(unit, NoticeKind.REPLIES_DUE, row, now=now)
                else:
                    await unit.notices.add(NoticeKind.REPLIES_DUE, row, to=[person], now=now)

    @property
    def _zone(self) -> ZoneInfo:
        return self._term.zone
