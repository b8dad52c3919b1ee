"""Taking over a proposal with the code that its author was handed: typed, or by a deep link."""

from bot.domain.claims import ClaimUnknown, code_in
from bot.domain.proposals import ProposalId
from bot.ui import claims as screens
from bot.ui.context import Context
from bot.ui.gathering_actions import AskForCode, TakeOver


async def ask(context: Context, _: AskForCode) -> None:
    """Say how a code is given; what is being written is put aside."""
    await context.services.proposals.set_aside(context.me.id)
    await context.show(screens.asking(context.say))


async def look(context: Context, code: str) -> None:
    """Show what a code is for, and ask for consent; a proposal that is theirs already is shown as such."""
    claims = context.services.claims
    own = await claims.find_own(context.me.id, code)
    if own is not None:
        await context.show(screens.taken_over(context.say, own))
        return
    await context.show(screens.confirm(context.say, await claims.look(context.me.id, code), code))


async def show_by_link(context: Context, what: str) -> None:
    """A deep link with a code."""
    code = code_in(what)
    if code is None:
        raise ClaimUnknown(left=0)
    await look(context, code)


async def take_over(context: Context, action: TakeOver) -> None:
    """Become the author, once."""
    proposal = await context.services.claims.take_over(context.me.id, action.code)
    await context.show(screens.taken_over(context.say, proposal))


async def show_again(context: Context, proposal_id: ProposalId) -> None:
    """Show what was taken over, after a crash."""
    own = await context.services.proposals.own(context.me.id, proposal_id)
    await context.show(screens.taken_over(context.say, own))


ACTIONS = {AskForCode: ask, TakeOver: take_over}
