"""Proposals as anybody may read them: the list, and one with its state and the reasoned response."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.consultations import Consultation
from bot.domain.knowledge import Knowledge
from bot.domain.proposals import Identity, Proposal, ProposalState
from bot.domain.responses import Tally
from bot.services.desk import Listed
from bot.services.public import PublicPage
from bot.texts import Html, Speaker
from bot.ui import attachments, buttons, gatherings, hidings, responses, story
from bot.ui.actions import ShowConsultation, ShowOwnProposal
from bot.ui.buttons import Row
from bot.ui.public_actions import ReadProposal, ShowPublicList, SupportProposal, TakeSupportBack
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened
from bot.ui.search_actions import SearchProposals

#: How much of a title stands in a list.
LISTED = 80
#: Of the proposals that one carries on, so many have a button: Telegram takes 100 of them.
RELATED = 8


def listed(
    say: Speaker, found: Listed, shown: ShowPublicList, consultation: Consultation | None, tally: Tally
) -> Screen:
    """What anybody may read, a page of it.

    Args:
        say: the reader's language.
        found: the page.
        shown: what is listed, and in which order.
        consultation: of which; None for all.
        tally: how many of them have their response.
    """
    back: Row = (
        [buttons.back(say, ShowConsultation(consultation=consultation.id)), buttons.to_menu(say)]
        if consultation
        else [buttons.to_menu(say)]
    )
    about = say("public-of", title=consultation.text(say.language)[1].title) if consultation else ""
    if not found.total:
        write = buttons.propose(say, consultation.id if consultation else None)
        return Screen(paragraphs(say("public-none"), about), [[write], back])

    def turned(page: int) -> ShowPublicList:
        return shown.model_copy(update={"page": page})

    other = shown.model_copy(update={"by_support": not shown.by_support, "page": 0})
    label = "button-by-newest" if shown.by_support else "button-by-support"
    order = "public-by-support" if shown.by_support else "public-by-newest"
    return Screen(
        paragraphs(
            lines(
                [
                    say("public-title", count=found.total),
                    about,
                    responses.counters(say, tally),
                    say(order),
                ]
            ),
            entries(say, found.proposals),
        ),
        [
            *to_each(found.proposals),
            *buttons.turns(say, found.page.at, found.page.count, turned),
            *([[Button(say.plain(label), other)]] if found.total > 1 else []),
            [Button(say.plain("button-search"), SearchProposals(consultation=shown.consultation))],
            back,
        ],
    )


def voting(say: Speaker) -> Screen:
    """What somebody finds who wants to vote: no vote is held here, but every proposal can be supported."""
    return Screen(
        say("public-voting"),
        [
            [Button(say.plain("button-all-proposals"), ShowPublicList(by_support=True))],
            [buttons.consultations(say), buttons.to_menu(say)],
        ],
    )


def entries(say: Speaker, proposals: Sequence[Proposal]) -> Html:
    """Proposals in a list: reference, title, state, and how many support it."""
    return paragraphs(
        *(
            say(
                "public-entry",
                reference=one.reference,
                title=shortened(one.title, LISTED),
                state=story.state_of(say, one.state),
                count=one.endorsements,
            )
            for one in proposals
        )
    )


def to_each(proposals: Sequence[Proposal]) -> list[Row]:
    """A button for each."""
    return [
        [buttons.button(f"{one.reference} · {one.title}", ReadProposal(proposal=one.id))] for one in proposals
    ]


def one(
    say: Speaker,
    read: PublicPage,
    *,
    knowledge: Knowledge,
    consultation: Consultation | None,
    link: str,
    commitment: str = "",
    page: int = 0,
) -> Screen:
    """One proposal, whole.

    Args:
        say: the reader's language.
        read: the proposal, and what the reader has to do with it.
        knowledge: the names of regions and topics.
        consultation: to which it was submitted.
        link: its address.
        commitment: the name of the commitment that it has become.
        page: which page of it.
    """
    proposal = read.story.proposal
    to_list = Button(
        say.plain("button-all-proposals"),
        ShowPublicList(consultation=consultation.id) if consultation else ShowPublicList(),
    )
    if proposal.is_hidden and proposal.state is not ProposalState.WITHDRAWN and read.hiding is not None:
        marked = hidings.marker(say, proposal, read.hiding)
        ways = [*_ways(say, read), *marked.rows] if read.is_own or read.is_supported else marked.rows
        return replace(marked, rows=ways)
    if proposal.state is ProposalState.WITHDRAWN:
        return Screen(
            say("public-withdrawn", reference=proposal.reference), [[to_list], [buttons.to_menu(say)]]
        )
    facts = lines(
        [
            say("life-own-state", state=story.state_of(say, proposal.state)),
            say("public-sent", submitted=say.date(proposal.submitted_at)),
            gatherings.origin(say, proposal),
            say("public-of", title=consultation.text(say.language)[1].title) if consultation else "",
            say("public-author", name=proposal.author_name)
            if proposal.identity is Identity.PUBLIC and proposal.author_name
            else "",
            say("life-own-support", count=proposal.endorsements) if proposal.endorsements else "",
            say("public-supported") if read.is_supported else "",
            story.lineage(say, read.story, commitment=commitment),
            say("life-own-link", link=link),
        ]
    )
    shown, page, pages = story.page_of(
        paragraphs(
            say("life-own", **story.named(proposal)),
            facts,
            story.response(say, read.story),
            story.text_of(say, proposal, knowledge),
            attachments.section(say, read.story.attachments),
        ),
        page,
    )
    return Screen(
        shown,
        [
            *_ways(say, read),
            *attachments.fetching(say, proposal, read.story.attachments),
            *buttons.turns(say, page, pages, lambda to: ReadProposal(proposal=proposal.id, page=to)),
            *_related(read),
            [to_list],
            [buttons.to_menu(say)],
        ],
    )


def supported(say: Speaker, proposal: Proposal, count: int) -> Screen:
    """The author is told that so many people support the proposal."""
    return Screen(
        say("public-milestone", count=count, **story.named(proposal)),
        [
            [Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=proposal.id))],
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def _ways(say: Speaker, read: PublicPage) -> list[Row]:
    proposal = read.story.proposal
    if read.is_own:
        return [[Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=proposal.id))]]
    if read.is_supported:
        return [[Button(say.plain("button-take-support-back"), TakeSupportBack(proposal=proposal.id))]]
    if read.can_be_supported:
        return [[Button(say.plain("button-support"), SupportProposal(proposal=proposal.id))]]
    return []


def _related(read: PublicPage) -> list[Row]:
    """To the proposal that carries it on, and to the first of those that it carries on."""
    into = [read.story.into] if read.story.into else []
    return to_each([one for one in (*into, *read.story.joined) if one.is_public][:RELATED])
