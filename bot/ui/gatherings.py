"""Proposals from meetings, as the secretariat enters them: the meetings, the consent on paper, the code to hand over."""

from collections.abc import Sequence

from bot.domain.claims import shown
from bot.domain.drafts import Draft
from bot.domain.gatherings import PAPER_CONSENT, Gathering
from bot.domain.proposals import Proposal, ProposalState
from bot.services.gatherings import Entered
from bot.texts import Html, Speaker
from bot.ui import buttons, story
from bot.ui.actions import SeenDraft, ShowStaffPanel
from bot.ui.buttons import Row
from bot.ui.deep_links import Place, deep_link
from bot.ui.draft_actions import ContinueDraft
from bot.ui.gathering_actions import (
    ConfirmNewCode,
    ConfirmPaperWithdrawal,
    EnterProposal,
    HandOutCode,
    NameGathering,
    ShowGathering,
    ShowGatherings,
    WithdrawPaper,
    WriteDown,
)
from bot.ui.life_actions import ShowProposalCase
from bot.ui.screen import Button, File, Screen, lines, paragraphs


def listed(say: Speaker, gatherings: Sequence[Gathering]) -> Screen:
    """The latest meetings; another can be named."""
    return Screen(
        say("gathering-list", count=len(gatherings)),
        [
            *(
                [
                    buttons.button(
                        f"{one.held_on:%d.%m} · {one.name}",
                        ShowGathering(gathering=one.id),
                    )
                ]
                for one in gatherings
            ),
            [Button(say.plain("button-gathering-new"), NameGathering())],
            [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)],
        ],
    )


def one(say: Speaker, gathering: Gathering) -> Screen:
    """A meeting, and how many proposals were entered from it."""
    return Screen(
        lines([_named(say, gathering), say("gathering-entered", count=gathering.proposals)]),
        [
            [Button(say.plain("button-write-down"), WriteDown(gathering=gathering.id))],
            [buttons.back(say, ShowGatherings()), buttons.to_menu(say)],
        ],
    )


def letter_heading(say: Speaker, subject: object) -> Html:
    """How a meeting is named; what was read of it, once that is clear."""
    return _named(say, subject) if isinstance(subject, Gathering) else say("gathering-ask")


def consent(say: Speaker, draft: Draft, seen: SeenDraft, gathering: Gathering) -> Screen:
    """What the author must have signed, and the button that says so and enters the proposal."""
    return Screen(
        paragraphs(
            _named(say, gathering),
            say("gathering-consent", version=str(PAPER_CONSENT)),
        ),
        [
            [Button(say.plain("button-signed"), EnterProposal(seen=seen))],
            [buttons.back(say, ContinueDraft(draft=draft.id)), buttons.to_menu(say)],
        ],
        is_of_draft=True,
    )


def entered(say: Speaker, entered: Entered, *, bot_name: str, gathering: Gathering | None = None) -> Screen:
    """The proposal is in; its code, this once, with a sheet to print for the author.

    Args:
        say: the officer's language.
        entered: the proposal and the code.
        bot_name: the bot's user name, for the author's way in.
        gathering: where the next proposal may come from; None where a code was handed out again.
    """
    proposal, code = entered.proposal, entered.code
    rows: list[Row] = [
        *(
            [[Button(say.plain("button-write-down-more"), WriteDown(gathering=gathering.id))]]
            if gathering
            else []
        ),
        [Button(say.plain("button-show-case"), ShowProposalCase(proposal=proposal.id))],
        *([] if code else _new_code(say, proposal)),
        [Button(say.plain("button-gatherings"), ShowGatherings()), buttons.to_menu(say)],
    ]
    heading = say("gathering-done" if gathering else "gathering-new-code", **story.named(proposal))
    if code is None:
        return Screen(paragraphs(heading, say("gathering-code-gone")), rows, stays=True)
    return Screen(
        paragraphs(heading, say("gathering-code", code=shown(code), link=_link(bot_name, code))),
        rows,
        file=File(f"{proposal.reference}.txt", _sheet(say, proposal, code, bot_name)),
        stays=True,
    )


def confirm_new_code(say: Speaker, proposal: Proposal) -> Screen:
    """Before another code is handed out: the one before is good for nothing any more."""
    back = buttons.back(say, ShowProposalCase(proposal=proposal.id))
    return Screen(
        say("gathering-confirm-code", **story.named(proposal)),
        [
            [Button(say.plain("button-hand-out-code"), HandOutCode(proposal=proposal.id))],
            [back, buttons.to_menu(say)],
        ],
    )


def confirm_withdrawal(say: Speaker, proposal: Proposal) -> Screen:
    """Before a proposal is taken back at its author's word."""
    back = buttons.back(say, ShowProposalCase(proposal=proposal.id))
    return Screen(
        say("gathering-withdraw", **story.named(proposal)),
        [
            [back],
            [Button(say.plain("button-withdraw-paper"), WithdrawPaper(proposal=proposal.id))],
            [buttons.to_menu(say)],
        ],
    )


def beside_case(say: Speaker, proposal: Proposal, *, may_act: bool) -> list[Row]:
    """What the secretariat can do about an entered proposal whose author is not in the chat."""
    if not may_act or not proposal.is_on_paper or proposal.state is ProposalState.WITHDRAWN:
        return []
    withdraw = Button(say.plain("button-withdraw-paper"), ConfirmPaperWithdrawal(proposal=proposal.id))
    return [*_new_code(say, proposal), *([[withdraw]] if proposal.can_be_withdrawn else [])]


def origin(say: Speaker, proposal: Proposal) -> Html:
    """That the secretariat has entered it, and from which meeting; nothing for what came in the chat."""
    if proposal.held_on is None:
        return Html("")
    return say("gathering-origin", name=proposal.gathering, held=say.date(proposal.held_on))


def _new_code(say: Speaker, proposal: Proposal) -> list[Row]:
    return [[Button(say.plain("button-new-code"), ConfirmNewCode(proposal=proposal.id))]]


def _named(say: Speaker, gathering: Gathering) -> Html:
    return say("gathering-named", name=gathering.name, held=say.date(gathering.held_on))


def _link(bot_name: str, code: str) -> str:
    return deep_link(bot_name, Place.CLAIM, code)


def _sheet(say: Speaker, proposal: Proposal, code: str, bot_name: str) -> bytes:
    """A sheet for the author: plain text with a byte order mark, which every program for text opens and prints."""
    text = say.plain(
        "gathering-sheet",
        reference=proposal.reference,
        title=proposal.title,
        submitted=say.date(proposal.submitted_at),
        reply_by=say.date(proposal.reply_by or proposal.submitted_at),
        code=shown(code),
        bot=f"@{bot_name}",
        link=_link(bot_name, code),
    )
    return text.replace("\n", "\r\n").encode("utf-8-sig")
