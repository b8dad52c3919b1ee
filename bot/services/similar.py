"""Proposals that say nearly the same: found by the words that they share, the rarer the weightier."""

from collections.abc import Collection, Mapping, Sequence
from math import log

from bot.domain.drafts import Draft, Step
from bot.domain.proposals import Proposal, ProposalText
from bot.services.content.live import LiveContent
from storage import Database

#: So many are shown.
SHOWN = 3
#: A proposal is similar from so many shared words on, if they are such a share of what was asked, by weight.
SHARED, COVERED = 3, 0.4
#: A word that stands in more than this share of proposals says nothing; where there are so many at least.
COMMON, MANY = 0.3, 20


class SimilarService:
    """Verbs on likeness.

    Args:
        database: where the proposals' words are.
        content: the search, which brings words to their base forms and joins those that mean the same.
    """

    def __init__(self, database: Database, content: LiveContent) -> None:
        self._database = database
        self._content = content

    def words_of(self, text: ProposalText) -> Collection[str]:
        """The words by which a proposal is found."""
        return self._content.answers.words_of(f"{text.title}. {text.problem}. {text.solution}")

    async def to(self, draft: Draft) -> Sequence[Proposal]:
        """Public proposals, not the person's own, that are about what the draft's title and problem are about."""
        asked = self._content.answers.words_of(
            f"{draft.answers.get(Step.TITLE, '')}. {draft.answers.get(Step.PROBLEM, '')}"
        )
        if len(asked) < SHARED:
            return []
        async with self._database.view() as view:
            total = await view.words.total()
            weights = weighed(asked, await view.words.counts(asked), total)
            # Some of the closest may be the person's own, or not public any more.
            closest = await view.words.closest(weights, limit=SHOWN * 5)
            whole = sum(weights.values())
            found = []
            for proposal_id, weight in closest.items():
                proposal = await view.proposals.get(proposal_id)
                shared = asked & set(self.words_of(proposal))
                is_close = len(shared) >= SHARED and weight >= COVERED * whole
                if is_close and proposal.can_be_supported and proposal.author_id != draft.person_id:
                    found.append(proposal)
        return found[:SHOWN]


def weighed(words: Collection[str], counts: Mapping[str, int], total: int) -> dict[str, float]:
    """What each word weighs: the rarer, the more; common ones nothing.

    Args:
        words: the words.
        counts: in how many proposals each stands.
        total: how many proposals there are.
    """
    return {
        word: log(1 + (total + 1) / (counts.get(word, 0) + 0.5))
        for word in sorted(words)
        if total < MANY or counts.get(word, 0) <= COMMON * total
    }
