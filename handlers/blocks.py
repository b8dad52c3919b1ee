"""Blocks: why one is blocked and how to contest it; for the secretariat, the list and what it decides."""

from bot.domain.blocks import Block, BlockId
from bot.domain.letters import Purpose
from bot.domain.people import Role
from bot.services.blocks import Culprit
from bot.services.letters import Sent
from bot.ui import blocks as screens
from bot.ui.block_actions import (
    BlockAuthor,
    ContestBlock,
    KeepBlock,
    LiftBlock,
    ShowBlock,
    ShowBlocks,
    ShowOwnBlock,
)
from bot.ui.context import Context
from handlers import letters


async def show_own(context: Context, _: ShowOwnBlock | None = None) -> None:
    """Say why one is blocked, and what one can do."""
    await context.show(screens.own(context.say, await context.services.blocks.of(context.me.id)))


async def contest(context: Context, action: ContestBlock) -> None:
    """Begin to write against one's block, or go on with it."""
    writing = await context.services.letters.begin(context.actor, Purpose.BLOCK_APPEAL, action.block)
    await letters.show(context, writing)


async def block_author(context: Context, action: BlockAuthor) -> None:
    """Begin to write why the author of a proposal is to be blocked."""
    writing = await context.services.letters.begin(context.actor, Purpose.BLOCK, action.proposal)
    await letters.show(context, writing)


async def show_all(context: Context, action: ShowBlocks | None = None) -> None:
    """List the blocks."""
    blocks = await context.services.blocks.list(context.actor)
    await context.show(screens.listed(context.say, blocks, action.page if action else 0))


async def show(context: Context, action: ShowBlock) -> None:
    """Show a block."""
    block = await context.services.blocks.get(action.block, context.actor)
    await context.show(screens.case(context.say, block, may_act=context.actor.may(Role.OFFICER)))


async def show_decided(context: Context, block_id: BlockId) -> None:
    """Show how a block stands after what has been done about it."""
    context.actor.require(Role.OFFICER)
    block = await context.services.blocks.find(block_id)
    await context.show(screens.gone(context.say) if block is None else screens.case(context.say, block))


async def lift(context: Context, action: LiftBlock) -> None:
    """Lift a block."""
    await context.services.blocks.lift(action.block, context.actor)
    await context.show(screens.gone(context.say))


async def keep(context: Context, action: KeepBlock) -> None:
    """Begin to write why a contested block stands, or go on with it."""
    writing = await context.services.letters.begin(context.actor, Purpose.BLOCK_KEEP, action.block)
    await letters.show(context, writing)


async def _blocked(context: Context, sent: Sent) -> None:
    assert isinstance(sent.subject, Block)
    await context.show(screens.blocked(context.say, sent.subject, is_mine=sent.is_sent))


async def _blocked_before(context: Context, subject: object) -> None:
    assert isinstance(subject, Culprit)
    await context.show(screens.blocked_before(context.say, subject))


async def _contested(context: Context, _: Sent) -> None:
    await context.show(screens.appealed(context.say))


async def _kept(context: Context, sent: Sent) -> None:
    assert isinstance(sent.subject, Block)
    await context.show(screens.case(context.say, sent.subject, unsent=sent.text))


async def _kept_before(context: Context, subject: object) -> None:
    await context.show(
        screens.case(context.say, subject) if isinstance(subject, Block) else screens.gone(context.say)
    )


async def _settled(context: Context, _: object) -> None:
    await show_own(context)


letters.SENT |= {Purpose.BLOCK: _blocked, Purpose.BLOCK_APPEAL: _contested, Purpose.BLOCK_KEEP: _kept}
letters.SETTLED |= {
    Purpose.BLOCK: _blocked_before,
    Purpose.BLOCK_APPEAL: _settled,
    Purpose.BLOCK_KEEP: _kept_before,
}
ACTIONS = {
    ShowOwnBlock: show_own,
    ContestBlock: contest,
    BlockAuthor: block_author,
    ShowBlocks: show_all,
    ShowBlock: show,
    LiftBlock: lift,
    KeepBlock: keep,
}
