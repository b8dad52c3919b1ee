"""The secretariat's desk: one proposal with what can be done about it, and what has been done."""

from datetime import datetime

from bot.domain.knowledge import Knowledge
from bot.domain.people import PersonId
from bot.domain.proposals import DECISIONS, ChangedBy, Identity, Proposal, ProposalState
from bot.services.desk import Case, Told
from bot.texts import Html, Speaker
from bot.ui import attachments, blocks, buttons, gatherings, queue, story
from bot.ui.buttons import Row
from bot.ui.deep_links import Place, deep_link
from bot.ui.life_actions import (
    AskAuthor,
    ChooseCommitment,
    ChooseDecision,
    ConfirmImplemented,
    Decide,
    MarkImplemented,
    ShowDesk,
    ShowProposalCase,
    TakeUp,
)
from bot.ui.queue_actions import ShowQueue
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: How much of what a colleague has written stands above what was not sent.
BRIEFLY = 200
#: How much of what an author has written stands in its notice.
NOTICED = 1500


def case(
    say: Speaker,
    case: Case,
    now: datetime,
    *,
    knowledge: Knowledge,
    me: PersonId,
    page: int = 0,
    commitment: str = "",
    may_act: bool = True,
) -> Screen:
    """One proposal: where it stands, what it says, what was written, and what can be done about it.

    Args:
        say: the member's language.
        case: the proposal with its history.
        now: the moment.
        knowledge: the names of regions and topics.
        me: the member.
        page: which page of it.
        commitment: the name of the commitment that it has become.
        may_act: whether the member is an officer.
    """
    whole = case.story
    proposal = whole.proposal
    shown, page, pages = story.page_of(
        paragraphs(
            _heading(say, proposal, now, may_act=may_act),
            lines(
                [
                    say("desk-others", count=case.others) if case.others else "",
                    "" if case.is_reachable else _unreachable(say, proposal),
                    say("life-own-files", count=len(whole.attachments)) if whole.attachments else "",
                    say("life-own-support", count=proposal.endorsements) if proposal.endorsements else "",
                    story.lineage(say, whole, commitment=commitment),
                ]
            ),
            story.last_said(say, whole.changes, ChangedBy.AUTHOR),
            story.text_of(say, proposal, knowledge) or say("desk-wiped"),
            attachments.section(say, whole.attachments),
            story.history(say, whole, me=me),
        ),
        page,
    )
    turns = buttons.turns(say, page, pages, lambda to: ShowProposalCase(proposal=proposal.id, page=to))
    return Screen(
        shown,
        [
            *(ways(say, proposal) if may_act else []),
            *attachments.fetching(say, proposal, whole.attachments),
            *turns,
            *(_blocking(say, proposal) if may_act else []),
            *gatherings.beside_case(say, proposal, may_act=may_act),
            [queue.next_one(say, proposal.id)],
            [buttons.back(say, ShowQueue()), buttons.to_menu(say)],
        ],
    )


def ways(say: Speaker, proposal: Proposal) -> list[Row]:
    """What the secretariat can do with it now."""
    row, state = proposal.id, proposal.state
    rows: list[Row] = []
    if state in {ProposalState.RECEIVED, ProposalState.CLARIFICATION}:
        rows.append([Button(say.plain("button-take-up"), TakeUp(proposal=row))])
    if state is ProposalState.UNDER_REVIEW:
        rows.append([Button(say.plain("button-decide"), ChooseDecision(proposal=row))])
    if state in {ProposalState.RECEIVED, ProposalState.UNDER_REVIEW}:
        rows.append([Button(say.plain("button-ask-author"), AskAuthor(proposal=row))])
    if ProposalState.IN_PLAN in state.following:
        rows.append([Button(say.plain("button-to-plan"), ChooseCommitment(proposal=row, page=0))])
    if state is ProposalState.IN_PLAN:
        rows.append([Button(say.plain("button-implemented"), ConfirmImplemented(proposal=row))])
    return rows


def decisions(say: Speaker, proposal: Proposal) -> Screen:
    """The decisions that there are; the reason is written next."""
    offered: list[Row] = [
        [
            Button(
                say.plain(f"button-decide-{one.replace('_', '-')}"),
                Decide(proposal=proposal.id, decision=one),
            )
        ]
        for one in ProposalState
        if one in DECISIONS
    ]
    back = [buttons.back(say, ShowProposalCase(proposal=proposal.id)), buttons.to_menu(say)]
    return Screen(say("desk-decide", **story.named(proposal)), [*offered, back])


def confirm_implemented(say: Speaker, proposal: Proposal, commitment: str) -> Screen:
    """Before a proposal is said to be implemented."""
    return _confirm(
        say,
        proposal,
        say("desk-confirm-implemented", commitment=commitment, **story.named(proposal)),
        Button(say.plain("button-implemented"), MarkImplemented(proposal=proposal.id)),
    )


def done(say: Speaker, told: Told, *, is_reachable: bool, commitment: str = "") -> Screen:
    """What this member has done, and that the author reads it."""
    proposal, change = told.proposal, told.change
    return Screen(
        paragraphs(
            lines(
                [
                    say("desk-done", state=story.state_of(say, change.became), reference=proposal.reference),
                    say("life-into", **story.named(told.into)) if told.into else "",
                    say("life-commitment", commitment=commitment) if commitment else "",
                    say("desk-author-told") if is_reachable else _unreachable(say, proposal),
                ]
            ),
        ),
        [
            *(ways(say, proposal) if proposal.state is change.became else []),
            [Button(say.plain("button-show-case"), ShowProposalCase(proposal=proposal.id))],
            [queue.next_one(say, proposal.id)],
            [Button(say.plain("button-desk"), ShowDesk()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def too_late(say: Speaker, told: Told, *, text: str = "") -> Screen:
    """A colleague or the author was first: what they did and when, and the text that was not sent."""
    proposal, change = told.proposal, told.change
    return Screen(
        paragraphs(
            say(
                "desk-too-late",
                reference=proposal.reference,
                state=story.state_of(say, change.became),
                who=change.actor,
                changed=change.changed_at,
            ),
            story.said(say, change, most=BRIEFLY),
            say("life-not-sent", text=text) if text else "",
        ),
        [
            [Button(say.plain("button-show-case"), ShowProposalCase(proposal=proposal.id))],
            [queue.next_one(say, proposal.id)],
            [Button(say.plain("button-desk"), ShowDesk()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def received(say: Speaker, proposal: Proposal, now: datetime, *, bot_name: str | None) -> Screen:
    """A proposal has come: to a member's own chat with buttons, to the group with a link to the chat."""
    return _notice(say, say("desk-received", **story.named(proposal)), proposal, now, bot_name)


def answered(say: Speaker, told: Told, now: datetime, *, bot_name: str | None) -> Screen:
    """An author has answered or contested; what they have written stays out of the group."""
    proposal, change = told.proposal, told.change
    heading = (
        say("desk-contested", **story.named(proposal))
        if change.was is ProposalState.DECLINED
        else say("desk-answered", **story.named(proposal))
    )
    words = say("life-quote", text=shortened(change.reason, NOTICED)) if bot_name is None else ""
    return _notice(say, paragraphs(heading, words), proposal, now, bot_name)


def _notice(say: Speaker, text: Html, proposal: Proposal, now: datetime, bot_name: str | None) -> Screen:
    text = paragraphs(text, _deadline(say, proposal, now))
    if bot_name is not None:
        link = deep_link(bot_name, Place.CASE, proposal.reference)
        return Screen(text, [[Button(say.plain("button-show-case"), url=link)]], stays=True)
    show = [Button(say.plain("button-show-case"), ShowProposalCase(proposal=proposal.id))]
    return Screen(
        text, [show, [Button(say.plain("button-desk"), ShowDesk()), buttons.to_menu(say)]], stays=True
    )


def _confirm(say: Speaker, proposal: Proposal, text: Html, yes: Button) -> Screen:
    back = [buttons.back(say, ShowProposalCase(proposal=proposal.id)), buttons.to_menu(say)]
    return Screen(text, [[yes], back])


def _heading(say: Speaker, proposal: Proposal, now: datetime, *, may_act: bool) -> Html:
    return lines(
        [
            say(
                "desk-heading",
                reference=proposal.reference,
                title=proposal.title,
                state=story.state_of(say, proposal.state),
            ),
            say(
                "desk-dates",
                submitted=say.date(proposal.submitted_at),
                version=proposal.version,
                language=proposal.language,
            ),
            gatherings.origin(say, proposal),
            _deadline(say, proposal, now),
            _author(say, proposal, may_act=may_act),
        ]
    )


def _author(say: Speaker, proposal: Proposal, *, may_act: bool) -> Html:
    """Who has written it: observers read what the public reads, as in their exports."""
    is_public = proposal.identity is Identity.PUBLIC
    told = (proposal.author_name, proposal.contact) if may_act else (proposal.author_name,)
    author = " · ".join(filter(None, told))
    if proposal.identity is Identity.ANONYMOUS or not (proposal.author_name or proposal.contact):
        return say("desk-anonymous")
    return say("desk-author", author=author) if author and (may_act or is_public) else say("desk-withheld")


def _deadline(say: Speaker, proposal: Proposal, now: datetime) -> Html:
    if proposal.reply_by is None or not proposal.state.awaits_response:
        return Html("")
    day, left = say.date(proposal.reply_by), queue.due(say, proposal, now)
    return say("desk-reply-by", day=day, left=left)


def _unreachable(say: Speaker, proposal: Proposal) -> Html:
    """Why no word reaches the author."""
    return say("gathering-unreachable") if proposal.is_on_paper else say("desk-unreachable")


def _blocking(say: Speaker, proposal: Proposal) -> list[Row]:
    if proposal.author_id is None:
        return []
    return [[blocks.block_author(say, proposal.id)]]
