"""Which proposal can carry another one on."""

from bot.domain.proposal_states import ProposalState
from bot.domain.proposals import MergeImpossible, Proposal
from storage import View

#: How many proposals one may have been merged into, one into the next.
_DEEPEST = 1000


async def check_merger(view: View, proposal: Proposal, into: Proposal | None) -> None:
    """Whether the other proposal can carry this one on.

    Raises:
        MergeImpossible: there is none, it is the same, withdrawn, or carried on by this one.
    """
    if into is None or into.id == proposal.id or into.state is ProposalState.WITHDRAWN:
        raise MergeImpossible
    following = into
    for _ in range(_DEEPEST):
        if following.merged_into is None:
            return
        if following.merged_into == proposal.id:
            raise MergeImpossible
        following = await view.proposals.get(following.merged_into)
    raise MergeImpossible
