"""What buttons about blocks do. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from pydantic import Field

from bot.domain.blocks import BlockId
from bot.domain.proposals import ProposalId
from bot.ui.action import ROW, Action


class BlockAuthor(Action, prefix="rb"):
    """Write why the author of a proposal is to be blocked."""

    proposal: Annotated[ProposalId, ROW]


class ShowOwnBlock(Action, prefix="ro"):
    """Say why one is blocked, and what one can do."""


class ContestBlock(Action, prefix="rx"):
    """Write against one's block."""

    block: Annotated[BlockId, ROW]


class ShowBlocks(Action, prefix="rl"):
    """List the blocks."""

    page: Annotated[int, Field(ge=0, le=100_000)] = 0


class ShowBlock(Action, prefix="rs"):
    """Show a block to the secretariat."""

    block: Annotated[BlockId, ROW]


class LiftBlock(Action, prefix="rf"):
    """Let the person submit and support again."""

    block: Annotated[BlockId, ROW]


class KeepBlock(Action, prefix="rk"):
    """Let a contested block stand."""

    block: Annotated[BlockId, ROW]
