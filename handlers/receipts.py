"""Receipts of proposals, how to check them, and the rules."""

from bot.domain.proposals import Proposal
from bot.ui import blocks as block_screens
from bot.ui import receipts as screens
from bot.ui.context import Context
from bot.ui.receipt_actions import ShowProof, ShowReceipt, ShowRules


async def show_receipt(context: Context, proposal: Proposal) -> None:
    """Show the receipt of a proposal that has just come, or came before."""
    await context.show(screens.receipt(context.say, proposal, bot_name=context.bot.username))


async def show_again(context: Context, action: ShowReceipt) -> None:
    """Show a receipt again."""
    await show_receipt(context, await context.services.proposals.own(context.me.id, action.proposal))


async def show_proof(context: Context, action: ShowProof) -> None:
    """Say how to check that nothing was changed or removed."""
    received = await context.services.receipts.of(context.me.id, action.proposal)
    await context.show(screens.proof(context.say, received))


async def show_rules(context: Context, _: ShowRules | None = None) -> None:
    """Say what is not allowed in proposals, and who decides."""
    await context.show(block_screens.rules(context.say))


ACTIONS = {ShowReceipt: show_again, ShowProof: show_proof, ShowRules: show_rules}
