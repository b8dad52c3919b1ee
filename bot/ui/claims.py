"""Taking over a proposal with a code: what is asked, what it is for, and that it is one's own now."""

from bot.domain.proposals import Proposal
from bot.texts import Speaker
from bot.ui import buttons, gatherings, story
from bot.ui.actions import ShowOwnProposal, ShowOwnProposals, ShowPrivacy
from bot.ui.gathering_actions import TakeOver
from bot.ui.screen import Button, Screen, lines, paragraphs


def asking(say: Speaker) -> Screen:
    """The next message may be the code."""
    return Screen(say("claim-ask"), [[buttons.back(say, ShowOwnProposals()), buttons.to_menu(say)]])


def confirm(say: Speaker, proposal: Proposal, code: str) -> Screen:
    """What the code is for, and the consent that comes with it."""
    return Screen(
        paragraphs(
            lines([say("claim-found", **story.named(proposal)), gatherings.origin(say, proposal)]),
            say("claim-what"),
            say("claim-consent"),
        ),
        [
            [Button(say.plain("button-claim"), TakeOver(code=code))],
            [Button(say.plain("button-privacy"), ShowPrivacy()), buttons.to_menu(say)],
        ],
    )


def taken_over(say: Speaker, proposal: Proposal) -> Screen:
    """It is theirs now."""
    return Screen(
        say("claim-done", **story.named(proposal)),
        [
            [Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=proposal.id))],
            [Button(say.plain("button-my"), ShowOwnProposals()), buttons.to_menu(say)],
        ],
        stays=True,
    )
