"""Limits against abuse: so many proposals a day, no text twice, few links."""

import re

from bot.domain.errors import CivicError
from bot.domain.proposals import ProposalText

#: So many links fit into one proposal; more is an advertisement or a list that belongs into a file.
LINKS = 5

#: An address with a scheme, one that begins with `www.`, or a name of a site with a path behind it.
_LINK = re.compile(r"\b(?:https?://|tg://|www\.)\S+|(?<![\w@.-])(?:[\w-]+\.)+[^\W\d_]{2,}/\S*", re.IGNORECASE)


class TooManyProposals(CivicError):
    """The person has submitted as many proposals today as one may; the draft is kept."""

    message_id = "limit-error-day"


class TooManyLinks(CivicError):
    """The proposal has more than `LINKS` links; the draft is kept."""

    message_id = "limit-error-links"


class SameProposal(CivicError):
    """This very text was submitted before; the draft is kept.

    Attributes:
        proposal_id: row id of the earlier proposal.
        is_own: whether the same person has submitted it.
    """

    message_id = "limit-error-same"

    def __init__(self, *, proposal_id: int, reference: str, is_own: bool) -> None:
        super().__init__("limit-error-same-own" if is_own else None, reference=reference)
        self.proposal_id = proposal_id
        self.is_own = is_own


def links_in(text: ProposalText) -> int:
    """How many links an author has put into a proposal."""
    typed = (value for value in text.text.model_dump().values() if isinstance(value, str))
    return sum(len(_LINK.findall(value)) for value in typed)


def check_links(text: ProposalText) -> None:
    """Whether the links are few enough.

    Raises:
        TooManyLinks: there are more than `LINKS`.
    """
    count = links_in(text)
    if count > LINKS:
        raise TooManyLinks(count=count, most=LINKS)
