"""The states of a proposal, and which may come after which."""

from collections.abc import Mapping
from enum import StrEnum


class ProposalState(StrEnum):
    """Where a submitted proposal stands."""

    RECEIVED = "received"
    CLARIFICATION = "clarification"
    UNDER_REVIEW = "under_review"
    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly_accepted"
    DECLINED = "declined"
    MERGED = "merged"
    IN_PLAN = "in_plan"
    IMPLEMENTED = "implemented"
    WITHDRAWN = "withdrawn"

    @property
    def awaits_response(self) -> bool:
        """Whether the secretariat still owes the author a reasoned response."""
        return self in AWAITING

    @property
    def is_decision(self) -> bool:
        """Whether it is a reasoned response of the secretariat's."""
        return self in DECISIONS

    @property
    def following(self) -> frozenset["ProposalState"]:
        """The states that may come next."""
        return TRANSITIONS.get(self, frozenset())


AWAITING = frozenset({ProposalState.RECEIVED, ProposalState.CLARIFICATION, ProposalState.UNDER_REVIEW})
DECISIONS = frozenset(
    {
        ProposalState.ACCEPTED,
        ProposalState.PARTLY_ACCEPTED,
        ProposalState.DECLINED,
        ProposalState.MERGED,
    }
)
#: The whole life of a proposal. What is not here does not happen.
TRANSITIONS: Mapping[ProposalState, frozenset[ProposalState]] = {
    ProposalState.RECEIVED: frozenset(
        {ProposalState.CLARIFICATION, ProposalState.UNDER_REVIEW, ProposalState.WITHDRAWN}
    ),
    ProposalState.CLARIFICATION: frozenset({ProposalState.UNDER_REVIEW, ProposalState.WITHDRAWN}),
    ProposalState.UNDER_REVIEW: DECISIONS | {ProposalState.CLARIFICATION, ProposalState.WITHDRAWN},
    ProposalState.DECLINED: frozenset({ProposalState.UNDER_REVIEW}),
    ProposalState.ACCEPTED: frozenset({ProposalState.IN_PLAN}),
    ProposalState.PARTLY_ACCEPTED: frozenset({ProposalState.IN_PLAN}),
    ProposalState.IN_PLAN: frozenset({ProposalState.IMPLEMENTED}),
}
#: What cannot be supported (any more).
PAST_SUPPORT = frozenset({ProposalState.DECLINED, ProposalState.MERGED, ProposalState.IMPLEMENTED})
#: Changes of which the author reads why: what is unclear, why it was decided so, why it is contested.
REASONED = DECISIONS | {ProposalState.CLARIFICATION}
