"""Claims: codes handed out for proposals from meetings, and authors who take those over in the chat."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import structlog

from bot.domain.audit import Noun, Verb
from bot.domain.claims import (
    TRIES_A_DAY,
    AlreadyTakenOver,
    ClaimUnknown,
    ClaimUsed,
    TooManyTries,
    digest_of,
    new_code,
)
from bot.domain.clock import Clock
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import CONSENT_VERSION, Proposal, ProposalId, ProposalUnknown
from storage import Database, UnitOfWork, View

_log = structlog.get_logger(__name__)


class ClaimsService:
    """Verbs on claim codes.

    Args:
        database: where their digests are kept.
        clock: the time.
        zone: where a day of tries begins.
    """

    def __init__(self, database: Database, clock: Clock, *, zone: ZoneInfo) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone

    async def issue(self, unit: UnitOfWork, proposal_id: ProposalId, *, now: datetime) -> str:
        """A new code for a proposal, in the caller's transaction; the one before is good for nothing any more.

        It is told once: only its digest is kept.
        """
        code = new_code()
        await unit.claims.issue(proposal_id, digest_of(code), now=now)
        return code

    async def hand_out(self, proposal_id: ProposalId, by: Actor) -> tuple[Proposal, str]:
        """Another code for a proposal whose author has lost theirs.

        Raises:
            NotAllowed: the actor is no officer.
            ProposalUnknown: no such proposal, or it came in the chat.
            AlreadyTakenOver: its author is in the chat.
        """
        now = self._clock.now()
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            proposal = await _entered(unit, proposal_id)
            code = await self.issue(unit, proposal_id, now=now)
            await unit.audit.add(by, Verb.CODED, Noun.PROPOSAL, proposal.reference, now=now)
            unit.came_to("entered", proposal_id)
        return proposal, code

    async def can_be_handed_out(self, proposal_id: ProposalId, by: Actor) -> Proposal:
        """The proposal for which another code may be handed out; raises what `hand_out` would."""
        async with self._database.view() as view:
            await view.staff.require(by, Role.OFFICER)
            return await _entered(view, proposal_id)

    async def look(self, person_id: PersonId, code: str) -> Proposal:
        """What a code is for; a wrong one is counted.

        Raises:
            TooManyTries: the person has tried too many wrong ones today.
            ClaimUnknown: there is no such code.
            ClaimReplaced: a newer one took its place.
            ClaimUsed: it was used; by this person themselves as well.
        """
        await self._check_tries(person_id)
        async with self._database.view() as view:
            claim = await view.claims.find(digest_of(code))
            if claim is not None:
                return await view.proposals.get(claim.require_open().proposal_id)
        # Bookkeeping: it is no change of the person's, and the refusal is shown again after a crash.
        async with self._database.unit(bookkeeping=True) as unit:
            tries = await unit.claims.count_try(person_id, self._today())
        _log.warning("wrong-claim-code", person=person_id, tries=tries)
        raise (
            ClaimUnknown(left=TRIES_A_DAY - tries) if tries < TRIES_A_DAY else TooManyTries(most=TRIES_A_DAY)
        )

    async def take_over(self, person_id: PersonId, code: str) -> Proposal:
        """Make the person the author of the proposal that the code is for; of two at once the first is.

        Pressed again, it returns the same proposal.

        Args:
            person_id: who has agreed to the text of `CONSENT_VERSION`.
            code: as it was handed out.

        Raises:
            CivicError: as of `look`.
        """
        if (own := await self.find_own(person_id, code)) is not None:
            return own
        await self.look(person_id, code)  # a forged button is counted as a wrong code
        now = self._clock.now()
        async with self._database.unit() as unit:
            claim = await unit.claims.find(digest_of(code))
            if claim is None:
                raise ClaimUnknown(left=0)
            proposal = await unit.proposals.get(claim.proposal_id)
            if proposal.author_id is not None:
                raise ClaimUsed
            await unit.claims.use(claim.require_open(), person_id, consent_version=CONSENT_VERSION, now=now)
            await unit.endorsements.delete(proposal.id, person_id)  # one's own is not supported
            await unit.gatherings.hand_over(proposal.id, person_id)
            unit.came_to("taken_over", proposal.id)
            taken = await unit.proposals.get(proposal.id)
        _log.info("taken-over", proposal=taken.id)
        return taken

    async def find_own(self, person_id: PersonId, code: str) -> Proposal | None:
        """The proposal that the person has taken over with this very code, or None."""
        async with self._database.view() as view:
            claim = await view.claims.find(digest_of(code))
            if claim is None or claim.used_at is None:
                return None
            proposal = await view.proposals.get(claim.proposal_id)
        return proposal if proposal.author_id == person_id else None

    async def _check_tries(self, person_id: PersonId) -> None:
        async with self._database.view() as view:
            if await view.claims.tries(person_id, self._today()) >= TRIES_A_DAY:
                raise TooManyTries(most=TRIES_A_DAY)

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()


async def _entered(view: View, proposal_id: ProposalId) -> Proposal:
    proposal = await view.proposals.get(proposal_id)
    if proposal.author_id is not None and proposal.is_entered:
        raise AlreadyTakenOver(reference=proposal.reference)
    if not proposal.is_entered:
        raise ProposalUnknown
    return proposal
