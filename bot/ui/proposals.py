"""Proposals' screens: one's own proposals."""

from collections.abc import Sequence

from bot.domain.drafts import Draft, Step
from bot.domain.proposals import Proposal
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.actions import ShowOwnProposal, ShowOwnProposals
from bot.ui.buttons import Row
from bot.ui.screen import Screen, lines, paragraphs, shortened

#: So many of one's own proposals are listed with a button each; the export of one's data has them all.
LISTED = 10


def own_list(say: Speaker, proposals: Sequence[Proposal], draft: Draft | None) -> Screen:
    """One's own proposals, newest first, and the draft."""
    rows: list[Row] = [[buttons.resume(say)] if draft else [buttons.propose(say)]]
    rows += [
        [buttons.button(f"{proposal.reference} · {proposal.title}", ShowOwnProposal(proposal=proposal.id))]
        for proposal in proposals[:LISTED]
    ]
    rows.append([buttons.to_menu(say)])
    entries = lines(
        say(
            "proposals-entry",
            reference=proposal.reference,
            title=shortened(proposal.title, 80),
            state=_state(say, proposal),
        )
        for proposal in proposals[:LISTED]
    )
    more = len(proposals) - LISTED
    return Screen(
        paragraphs(
            say("proposals-title") if proposals else say("proposals-none"),
            entries,
            say("proposals-more", count=more) if more > 0 else "",
            say("proposals-draft") if draft else "",
        ),
        rows,
    )


def own(say: Speaker, proposal: Proposal) -> Screen:
    """One's own proposal, whole."""
    return Screen(
        paragraphs(
            say(
                "proposal-heading",
                reference=proposal.reference,
                title=proposal.title,
                state=_state(say, proposal),
                submitted=proposal.submitted_at,
            ),
            field(say, Step.PROBLEM, proposal.problem),
            field(say, Step.SOLUTION, proposal.solution),
            field(say, Step.CONTACT, proposal.contact),
        ),
        [[buttons.back(say, ShowOwnProposals()), buttons.to_menu(say)]],
    )


def field(say: Speaker, question: Step, text: str | None) -> Html:
    """One answer under its heading."""
    heading = say(f"proposal-step-{question}")
    return (
        say("proposal-field", heading=heading, text=text)
        if text
        else say("proposal-field-empty", heading=heading)
    )


def _state(say: Speaker, proposal: Proposal) -> Html:
    return say(f"proposal-state-{proposal.state.replace('_', '-')}")
