"""Limits against abuse, checked before a draft goes: at its preview and again when it is submitted."""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.blocks import PersonBlocked
from bot.domain.consultations import ConsultationId
from bot.domain.drafts import Draft
from bot.domain.limits import SameProposal, TooManyProposals, check_links
from bot.domain.people import PersonId
from bot.domain.proposals import ProposalId, ProposalText
from storage import View


@dataclass(frozen=True)
class Limits:
    """What one person may submit.

    Attributes:
        zone: where a day begins.
        proposals_a_day: how many; corrections do not count.
    """

    zone: ZoneInfo
    proposals_a_day: int

    async def check(self, view: View, draft: Draft, text: ProposalText, *, now: datetime) -> None:
        """Whether the draft may go.

        Args:
            view: where to look.
            draft: whose, to which consultation, and which proposal it corrects.
            text: what it says.
            now: the present moment.

        Raises:
            PersonBlocked: the secretariat has blocked its author.
            TooManyLinks: there are more links in it than fit.
            SameProposal: this text was submitted before.
            TooManyProposals: the author has submitted enough today.
        """
        if draft.is_for_other:  # an officer writes down what others have handed in
            check_links(text)
            await _check_same(view, None, draft.consultation_id, text, besides=ProposalId(0))
            return
        await check_block(view, draft.person_id)
        check_links(text)
        corrected = ProposalId(draft.proposal_id or 0)
        await _check_same(view, draft.person_id, draft.consultation_id, text, besides=corrected)
        if not corrected:
            beginning = datetime.combine(now.astimezone(self.zone).date(), time.min, self.zone)
            if await view.proposals.count_since(draft.person_id, beginning) >= self.proposals_a_day:
                raise TooManyProposals(most=self.proposals_a_day)


async def check_block(view: View, person_id: PersonId) -> None:
    """Whether the person may submit and support.

    Raises:
        PersonBlocked: not for the time being.
    """
    if await view.blocks.find(person_id) is not None:
        raise PersonBlocked


async def _check_same(
    view: View,
    author_id: PersonId | None,
    consultation_id: ConsultationId | None,
    text: ProposalText,
    *,
    besides: ProposalId,
) -> None:
    earlier = await view.proposals.find_same(text.key, consultation_id, author_id=author_id, besides=besides)
    if earlier is not None:
        is_own = author_id is not None and earlier.author_id == author_id
        raise SameProposal(proposal_id=earlier.id, reference=earlier.reference, is_own=is_own)
