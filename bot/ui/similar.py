"""What is shown before a proposal is written out that somebody else has made already."""

from collections.abc import Sequence

from bot.domain.drafts import Draft, Step
from bot.domain.proposals import Proposal
from bot.texts import Speaker
from bot.ui import buttons
from bot.ui.actions import SetDraftAside, ShowStep
from bot.ui.buttons import Row
from bot.ui.public_actions import ReadProposal, SupportProposal
from bot.ui.screen import Button, Screen, paragraphs, shortened

#: How much of a title and of a problem is shown.
TITLE, PROBLEM = 80, 160


def similar(say: Speaker, draft: Draft, found: Sequence[Proposal]) -> Screen:
    """Proposals that one could support instead; what is typed now is the answer to the next step."""
    return Screen(
        paragraphs(
            say("similar-title"),
            *(
                say(
                    "similar-entry",
                    reference=one.reference,
                    title=shortened(one.title, TITLE),
                    problem=shortened(" ".join(one.problem.split()), PROBLEM),
                    count=one.endorsements,
                )
                for one in found
            ),
        ),
        [
            *(row for one in found for row in _ways(say, one)),
            [
                Button(
                    say.plain("button-mine-is-other"),
                    ShowStep(draft=draft.id, step=Step.SOLUTION, returns=False),
                )
            ],
            [Button(say.plain("button-save-exit"), SetDraftAside())],
        ],
        is_of_draft=True,
        asks_for=draft.id,
        stays=True,
    )


def _ways(say: Speaker, proposal: Proposal) -> list[Row]:
    """To read it, and to support it at once."""
    support = say.plain("button-support-one", reference=proposal.reference)
    return [
        [buttons.button(f"{proposal.reference} · {proposal.title}", ReadProposal(proposal=proposal.id))],
        [buttons.button(support, SupportProposal(proposal=proposal.id))],
    ]
