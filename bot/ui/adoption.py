"""From proposal to commitment, as the secretariat chooses it: the plan, the commitment, and a look before it is said."""

from collections.abc import Sequence

from bot.domain.knowledge import SHORT_ID, Commitment, Entity
from bot.domain.paging import Page
from bot.domain.proposals import Proposal
from bot.texts import Speaker
from bot.ui import buttons, story
from bot.ui.buttons import Row
from bot.ui.commitment_actions import ChooseFromPlan
from bot.ui.commitments import name_of
from bot.ui.knowledge import in_language
from bot.ui.life_actions import AdoptProposal, ChooseCommitment, ConfirmAdoption, ShowProposalCase
from bot.ui.screen import Button, Screen

#: Plans and commitments on one page.
PLANS, OFFERED = 7, 6


def plans(say: Speaker, proposal: Proposal, offered: Sequence[tuple[Entity, int]], page: int = 0) -> Screen:
    """The plans, the latest first, each with how many commitments the content has of it."""
    back = _back(say, proposal)
    fitting = [(plan, count) for plan, count in offered if len(plan.id) <= SHORT_ID]
    if not fitting:
        return Screen(say("adoption-no-plans", reference=proposal.reference), [back])
    shown = Page.of(page, len(fitting), PLANS)
    rows: list[Row] = [
        [
            buttons.button(
                f"{in_language(plan.texts, say).short} · {count}",
                ChooseFromPlan(proposal=proposal.id, plan=plan.id),
            )
        ]
        for plan, count in shown.cut(fitting)
    ]
    turns = buttons.turns(
        say, shown.at, shown.count, lambda to: ChooseCommitment(proposal=proposal.id, page=to)
    )
    return Screen(say("adoption-plans", **story.named(proposal)), [*rows, *turns, back])


def commitments(
    say: Speaker, proposal: Proposal, plan: Entity, offered: Sequence[Commitment], page: int
) -> Screen:
    """A plan's commitments, of which the proposal may have become one."""
    title = in_language(plan.texts, say).title
    to_plans = [
        buttons.back(say, ChooseCommitment(proposal=proposal.id, page=0)),
        buttons.to_menu(say),
    ]
    if not offered:
        return Screen(say("adoption-none", reference=proposal.reference, plan=title), [to_plans])
    shown = Page.of(page, len(offered), OFFERED)
    rows: list[Row] = [
        [buttons.button(name_of(say, one), ConfirmAdoption(proposal=proposal.id, commitment=one.id))]
        for one in shown.cut(offered)
    ]
    turns = buttons.turns(
        say,
        shown.at,
        shown.count,
        lambda to: ChooseFromPlan(proposal=proposal.id, plan=plan.id, page=to),
    )
    return Screen(say("adoption-commitments", plan=title, **story.named(proposal)), [*rows, *turns, to_plans])


def confirm(
    say: Speaker, proposal: Proposal, commitment: Commitment, plan: Entity, *, hearing: int
) -> Screen:
    """Before a proposal is said to have become a commitment: which, and how many people hear of it."""
    return Screen(
        say(
            "adoption-confirm",
            commitment=name_of(say, commitment),
            plan=in_language(plan.texts, say).title,
            count=hearing,
            **story.named(proposal),
        ),
        [
            [
                Button(
                    say.plain("button-adopt"), AdoptProposal(proposal=proposal.id, commitment=commitment.id)
                )
            ],
            [
                buttons.back(say, ChooseFromPlan(proposal=proposal.id, plan=plan.id)),
                buttons.to_menu(say),
            ],
        ],
    )


def _back(say: Speaker, proposal: Proposal) -> Row:
    return [buttons.back(say, ShowProposalCase(proposal=proposal.id)), buttons.to_menu(say)]
