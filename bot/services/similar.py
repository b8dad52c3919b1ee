"""Proposals that say nearly the same: found by the words that they share, the rarer the weightier."""

from collections.abc import Collection, Sequence

from bot.domain.drafts import Draft, Step
from bot.domain.proposals import Proposal, ProposalText
from bot.services.content.live import LiveContent
from bot.services.weights import weighed
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
            total, counts = await view.words.total(), await view.words.counts(asked)
            telling = {word for word in asked if total < MANY or counts.get(word, 0) <= COMMON * total}
            weights = weighed(telling, counts, total)
            closest = await view.words.closest(
                weights,
                shared=SHARED,
                least=COVERED * sum(weights.values()),
                besides=draft.person_id,
                limit=SHOWN * 3,  # some may be past support
            )
            found = [await view.proposals.get(proposal_id) for proposal_id in closest]
        return [proposal for proposal in found if proposal.can_be_supported][:SHOWN]
