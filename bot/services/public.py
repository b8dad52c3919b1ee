"""What anybody may read of proposals, and supporting them."""

from dataclasses import dataclass

from bot.domain.clock import Clock
from bot.domain.consultations import ConsultationId
from bot.domain.hidings import Hiding
from bot.domain.notices import NoticeKind
from bot.domain.paging import Page
from bot.domain.people import PersonId
from bot.domain.proposals import (
    MILESTONES,
    Proposal,
    ProposalId,
    ProposalUnknown,
    SupportImpossible,
)
from bot.services.desk import PAGE, Listed, Story, story_of
from bot.services.limits import check_block
from storage import Database, UnitOfWork, View


@dataclass(frozen=True)
class PublicPage:
    """A proposal as anybody may read it.

    Attributes:
        hiding: the latest step where it is out of public view; then there is nothing else to read.
        is_own: whether the reader has written it.
        is_supported: whether the reader supports it.
    """

    story: Story
    is_own: bool
    is_supported: bool
    hiding: Hiding | None = None

    @property
    def can_be_supported(self) -> bool:
        """Whether the reader may support it now."""
        return not self.is_own and not self.is_supported and self.story.proposal.can_be_supported


class PublicService:
    """Verbs on proposals that anybody has.

    Args:
        database: where they are kept.
        clock: the time.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def find(self, reference: str, person_id: PersonId) -> PublicPage:
        """The proposal with this reference, in any case of letters.

        Raises:
            ProposalUnknown: no such proposal.
        """
        async with self._database.view() as view:
            proposal = await view.proposals.find(reference)
            if proposal is None:
                raise ProposalUnknown
            return await _page(view, proposal, person_id)

    async def get(self, proposal_id: ProposalId, person_id: PersonId) -> PublicPage:
        """A proposal by its row.

        Raises:
            ProposalUnknown: no such proposal.
        """
        async with self._database.view() as view:
            return await _page(view, await view.proposals.get(proposal_id), person_id)

    async def listed(
        self, consultation_id: ConsultationId | None = None, *, by_support: bool = False, page: int = 0
    ) -> Listed:
        """Proposals that everybody may read, a page of them; the last page where there are fewer by now.

        Args:
            consultation_id: only what was submitted to it; None for all.
            by_support: the most supported first; otherwise the newest first.
            page: from 0.
        """
        async with self._database.view() as view:
            total = await view.proposals.count_public(consultation_id)
            shown = Page.of(page, total, PAGE)
            found = await view.proposals.public(
                consultation_id=consultation_id, by_support=by_support, limit=shown.size, offset=shown.start
            )
        return Listed(found, total, shown)

    async def support(self, person_id: PersonId, proposal_id: ProposalId) -> PublicPage:
        """Support a proposal: once a person, however often the button is pressed.

        Its author hears of `MILESTONES` alone.

        Raises:
            ProposalUnknown: no such proposal.
            SupportImpossible: it is the person's own, hidden, or decided against or carried on by another.
            PersonBlocked: not for the time being.
        """
        async with self._database.unit() as unit:
            await check_block(unit, person_id)
            page = await _page(unit, await unit.proposals.get(proposal_id), person_id)
            proposal = page.story.proposal
            if page.is_own or not proposal.can_be_supported:
                raise SupportImpossible
            await unit.endorsements.add(proposal_id, person_id, now=self._clock.now())
            proposal = await unit.proposals.get(proposal_id)
            await self._tell(unit, proposal)
            unit.came_to("public_proposal", proposal_id)
            return await _page(unit, proposal, person_id)

    async def take_back(self, person_id: PersonId, proposal_id: ProposalId) -> PublicPage:
        """Take one's support back.

        Raises:
            ProposalUnknown: no such proposal.
        """
        async with self._database.unit() as unit:
            await unit.endorsements.delete(proposal_id, person_id)
            unit.came_to("public_proposal", proposal_id)
            return await _page(unit, await unit.proposals.get(proposal_id), person_id)

    async def milestone(self, milestone_id: int) -> tuple[Proposal, int]:
        """A proposal and the number of supporters that it has reached, for the notice of it.

        Raises:
            ProposalUnknown: no such milestone.
        """
        async with self._database.view() as view:
            found = await view.endorsements.milestone(milestone_id)
            if found is None:
                raise ProposalUnknown
            proposal_id, count = found
            return await view.proposals.get(proposal_id), count

    async def _tell(self, unit: UnitOfWork, proposal: Proposal) -> None:
        """Let the author know of a number of supporters that is reached for the first time."""
        if proposal.endorsements not in MILESTONES or proposal.author_id is None:
            return
        now = self._clock.now()
        reached = await unit.endorsements.reach(proposal.id, proposal.endorsements, now=now)
        if reached is not None:
            await unit.notices.add(NoticeKind.PROPOSAL_SUPPORTED, reached, to=[proposal.author_id], now=now)


async def _page(view: View, proposal: Proposal, person_id: PersonId) -> PublicPage:
    is_own = proposal.author_id == person_id
    is_supported = await view.endorsements.has(proposal.id, person_id)
    if not proposal.is_public:
        hiding = await view.hidings.latest(proposal.id) if proposal.is_hidden else None
        return PublicPage(Story(proposal, ()), is_own, is_supported, hiding)
    return PublicPage(await story_of(view, proposal.id), is_own, is_supported)
