"""One's own proposals: the list, one of them with its history, and what the author can do about it."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.drafts import Draft, Step
from bot.domain.knowledge import Knowledge
from bot.domain.letters import LONGEST
from bot.domain.proposals import ChangedBy, Proposal, ProposalState
from bot.services.desk import Listed, Story, Told
from bot.texts import Html, Speaker
from bot.ui import attachments, buttons, draft_fields, drafts, gatherings, story
from bot.ui.actions import ShowOwnProposal, ShowOwnProposals
from bot.ui.buttons import Row
from bot.ui.draft_actions import ContinueDraft
from bot.ui.gathering_actions import AskForCode
from bot.ui.life_actions import (
    AnswerClarification,
    ConfirmWithdrawal,
    ContestRefusal,
    CorrectProposal,
    ReadOwnProposal,
    ShowOwnPage,
    WithdrawProposal,
)
from bot.ui.public_actions import ShowPublicList
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: How much of a title stands in a list.
LISTED = 80


def own_list(say: Speaker, listed: Listed, now: datetime, *, knowledge: Knowledge) -> Screen:
    """What one is writing and one's own proposals, newest first, a page of them, each with its next step."""
    unsent = [
        [buttons.button(label, ContinueDraft(draft=draft.id))]
        for draft, label in zip(listed.drafts, _draft_labels(say, listed.drafts), strict=True)
    ]
    rows: list[Row] = [
        *(unsent or [[buttons.propose(say)]]),
        *(
            [
                buttons.button(
                    " · ".join(filter(None, (one.reference, one.title))), ShowOwnProposal(proposal=one.id)
                )
            ]
            for one in listed.proposals
        ),
        *buttons.turns(
            say,
            listed.page.at,
            listed.page.count,
            lambda page: ShowOwnPage(page=page),
            before="button-newer-own",
            after="button-older-own",
        ),
        [Button(say.plain("button-have-code"), AskForCode())],
        [Button(say.plain("button-all-proposals"), ShowPublicList()), buttons.to_menu(say)],
    ]
    return Screen(
        paragraphs(
            say("proposals-title", count=listed.total) if listed.total else say("proposals-none"),
            *(_listed(say, one, now, knowledge, is_left=one.id in listed.left) for one in listed.proposals),
            lines([say("proposals-drafts"), *(_draft(say, draft) for draft in listed.drafts)])
            if listed.drafts
            else "",
        ),
        rows,
    )


def own(
    say: Speaker,
    whole: Story,
    now: datetime,
    *,
    knowledge: Knowledge,
    page: int = 0,
    link: str = "",
    commitment: str = "",
) -> Screen:
    """One's own proposal: where it stands, what comes next, what it says, and its whole history.

    Args:
        say: the author's language.
        whole: the proposal with its history.
        now: the moment.
        knowledge: the names of regions and topics.
        page: which page of it.
        link: the address under which anybody may read it.
        commitment: the name of the commitment that it has become.
    """
    proposal = whole.proposal
    author = proposal.author_id
    assert author is not None
    is_public = proposal.is_public and link
    overview = lines(
        [
            say("life-own", **story.named(proposal))
            if proposal.title
            else say("life-own-marker", reference=proposal.reference),
            say("life-own-state", state=story.state_of(say, proposal.state)),
            story.next_step(say, proposal, now, commitment=commitment, is_left=whole.is_left),
        ]
    )
    facts = lines(
        [
            say("life-own-sent", submitted=say.date(proposal.submitted_at), version=proposal.version),
            gatherings.origin(say, proposal),
            say("life-own-files", count=len(whole.attachments)) if whole.attachments else "",
            say("life-own-support", count=proposal.endorsements) if proposal.endorsements else "",
            story.lineage(say, whole, commitment=commitment),
            say("life-own-link", link=link) if is_public else "",
        ]
    )
    contact = " · ".join(filter(None, (proposal.author_name, proposal.contact)))
    shown, page, pages = story.page_of(
        paragraphs(
            overview,
            story.last_said(say, whole.changes, ChangedBy.STAFF),
            facts,
            story.text_of(say, proposal, knowledge),
            attachments.section(say, whole.attachments),
            draft_fields.field(say, Step.CONTACT, contact) if contact else "",
            story.history(say, whole, me=author),
        ),
        page,
    )
    return Screen(
        shown,
        [
            *ways(say, proposal),
            *buttons.turns(say, page, pages, lambda to: ReadOwnProposal(proposal=proposal.id, page=to)),
            *attachments.fetching(say, proposal, whole.attachments),
            [buttons.back(say, ShowOwnProposals()), buttons.to_menu(say)],
        ],
    )


def ways(say: Speaker, proposal: Proposal) -> list[Row]:
    """What the author can do with it now."""
    rows: list[Row] = []
    if proposal.state is ProposalState.CLARIFICATION:
        rows.append([Button(say.plain("button-reply"), AnswerClarification(proposal=proposal.id))])
    if proposal.can_be_contested:
        rows.append([Button(say.plain("button-contest"), ContestRefusal(proposal=proposal.id))])
    if proposal.can_be_edited:
        rows.append([Button(say.plain("button-correct"), CorrectProposal(proposal=proposal.id))])
    if proposal.can_be_withdrawn:
        rows.append([Button(say.plain("button-withdraw"), ConfirmWithdrawal(proposal=proposal.id))])
    return rows


def told(say: Speaker, told: Told, now: datetime, *, commitment: str = "") -> Screen:
    """The secretariat has changed one's proposal: what, why, what comes next, and until when."""
    proposal, change = told.proposal, told.change
    is_latest = proposal.state is change.became
    into = told.into if change.became is ProposalState.MERGED else None
    return Screen(
        paragraphs(
            lines(
                [
                    say(f"life-told-{change.became.replace('_', '-')}"),
                    say("life-told-which", **story.named(proposal)),
                    story.into(say, into) if into else "",
                ]
            ),
            story.said(say, change, most=LONGEST),
            story.next_step(say, proposal, now, commitment=commitment) if is_latest else "",
        ),
        [
            *([row for row in ways(say, proposal)[:1] if is_latest and _is_answer(proposal)]),
            [Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=proposal.id))],
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def joined(say: Speaker, told: Told) -> Screen:
    """Somebody else's proposal was merged into one's own."""
    assert told.into is not None
    return Screen(
        paragraphs(
            lines(
                [
                    say("life-told-joined"),
                    say("life-told-which", **story.named(told.into)),
                    say("life-told-other", **story.named(told.proposal))
                    if told.proposal.is_public
                    else say("life-joined", references=told.proposal.reference, more=0),
                ]
            ),
            say("life-joined-next"),
        ),
        [
            [Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=told.into.id))],
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def left(say: Speaker, told: Told) -> Screen:
    """The proposal into which one's own was merged has been taken back by its author."""
    assert told.into is not None
    return Screen(
        paragraphs(
            lines(
                [
                    say("life-told-left"),
                    say("life-told-which", **story.named(told.proposal)),
                    say("life-left-other", reference=told.into.reference),
                ]
            ),
            say("life-next-left"),
        ),
        [
            [buttons.propose(say)],
            [Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=told.proposal.id))],
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def confirm_withdrawal(say: Speaker, proposal: Proposal) -> Screen:
    """Before a proposal is taken back."""
    return Screen(
        say("life-withdraw", **story.named(proposal)),
        [
            [Button(say.plain("button-keep-proposal"), ShowOwnProposal(proposal=proposal.id))],
            [Button(say.plain("button-withdraw"), WithdrawProposal(proposal=proposal.id))],
            [buttons.to_menu(say)],
        ],
    )


def done(say: Speaker, told: Told, now: datetime) -> Screen:
    """What the author has done: answered, contested, taken back."""
    proposal, change = told.proposal, told.change
    what = "appeal" if change.was is ProposalState.DECLINED else change.became.replace("_", "-")
    return Screen(
        paragraphs(
            say(f"life-done-{what}", reference=proposal.reference),
            story.next_step(say, proposal, now) if change.became is not ProposalState.WITHDRAWN else "",
        ),
        [
            [Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=proposal.id))],
            [Button(say.plain("button-my"), ShowOwnProposals()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def too_late(
    say: Speaker, proposal: Proposal, now: datetime, *, text: str = "", commitment: str = ""
) -> Screen:
    """What the author wanted is not possible any more: how it stands now, and the text that was not sent."""
    return Screen(
        paragraphs(
            lines(
                [
                    say("life-too-late", reference=proposal.reference),
                    say("life-own-state", state=story.state_of(say, proposal.state)),
                    story.next_step(say, proposal, now, commitment=commitment),
                ]
            ),
            say("life-not-sent", text=text) if text else "",
        ),
        [
            [Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=proposal.id))],
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def _listed(say: Speaker, proposal: Proposal, now: datetime, knowledge: Knowledge, *, is_left: bool) -> Html:
    state = story.state_of(say, proposal.state)
    title = shortened(proposal.title, LISTED)
    entry = (
        say("proposals-entry", reference=proposal.reference, title=title, state=state)
        if title
        else say("proposals-entry-marker", reference=proposal.reference, state=state)
    )
    if proposal.state is ProposalState.CLARIFICATION:
        return lines([entry, say("proposals-your-turn")])
    commitment = story.commitment_of(knowledge, proposal.commitment, say.language)
    following = story.next_step(say, proposal, now, commitment=commitment, is_left=is_left)
    return lines([entry, following])


def _draft(say: Speaker, draft: Draft) -> Html:
    name = shortened(drafts.named(say, draft), LISTED)
    if not draft.missing:
        return say("proposals-draft-whole", draft=name)
    step = draft_fields.step_name(say, draft.missing[0], is_remark=draft.is_remark)
    return say("proposals-draft", draft=name, step=step)


def _draft_labels(say: Speaker, unsent: Sequence[Draft]) -> list[str]:
    """What continues each draft; of several, which one."""
    if len(unsent) == 1:
        return [say.plain("button-resume")]
    return [f"{say.plain('button-continue')} · {drafts.named(say, draft)}" for draft in unsent]


def _is_answer(proposal: Proposal) -> bool:
    return proposal.state is ProposalState.CLARIFICATION or proposal.can_be_contested
