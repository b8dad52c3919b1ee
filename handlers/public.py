"""Proposals that anybody may read: the list, one of them, supporting it."""

from bot.services.public import PublicPage
from bot.ui import public as screens
from bot.ui import story
from bot.ui.context import Context
from bot.ui.deep_links import Place, deep_link
from bot.ui.public_actions import ReadProposal, ShowPublicList, SupportProposal, TakeSupportBack
from handlers import commitments


async def show_list(context: Context, action: ShowPublicList | None = None) -> None:
    """List what anybody may read."""
    shown = action or ShowPublicList()
    consultation = (
        await context.services.consultations.get(shown.consultation) if shown.consultation else None
    )
    found = await context.services.public.listed(
        consultation.id if consultation else None, by_support=shown.by_support, page=shown.page
    )
    tally = await context.services.responses.tally(consultation.id if consultation else None)
    await context.show(screens.listed(context.say, found, shown, consultation, tally))


async def show_voting(context: Context) -> None:
    """Say where one's voice counts, to somebody who wants to vote."""
    await context.show(screens.voting(context.say))


async def show_one(context: Context, action: ReadProposal) -> None:
    """Show one of them."""
    read = await context.services.public.get(action.proposal, context.me.id)
    await show(context, read, page=action.page)


async def show_by_link(context: Context, reference: str) -> None:
    """Show the one that a deep link names."""
    await show(context, await context.services.public.find(reference, context.me.id))


async def support(context: Context, action: SupportProposal) -> None:
    """Support it."""
    await show(context, await context.services.public.support(context.me.id, action.proposal))


async def take_back(context: Context, action: TakeSupportBack) -> None:
    """Take one's support back."""
    await show(context, await context.services.public.take_back(context.me.id, action.proposal))


async def show(context: Context, read: PublicPage, *, page: int = 0) -> None:
    """Show a proposal as anybody may read it."""
    proposal, services = read.story.proposal, context.services
    consultation = (
        None
        if proposal.consultation_id is None
        else await services.consultations.get(proposal.consultation_id)
    )
    commitment = proposal.commitment and story.commitment_of(
        services.knowledge, proposal.commitment, context.say.language
    )
    shown = screens.one(
        context.say,
        read,
        knowledge=services.knowledge,
        consultation=consultation,
        link=deep_link(context.bot.username, Place.PROPOSAL, proposal.reference),
        commitment=commitment,
        page=page,
    )
    await context.show(await commitments.beside(context, shown, proposal) if proposal.is_public else shown)


ACTIONS = {
    ShowPublicList: show_list,
    ReadProposal: show_one,
    SupportProposal: support,
    TakeSupportBack: take_back,
}
