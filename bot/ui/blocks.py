"""Blocks as the person and the secretariat see them, and the rules that they go by."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.blocks import Block
from bot.domain.paging import Page
from bot.domain.proposals import ProposalId
from bot.services.blocks import Culprit
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.actions import ShowContact, ShowPrivacy, ShowStaffPanel
from bot.ui.block_actions import (
    BlockAuthor,
    ContestBlock,
    KeepBlock,
    LiftBlock,
    ShowBlock,
    ShowBlocks,
    ShowOwnBlock,
)
from bot.ui.buttons import Row
from bot.ui.deep_links import deep_link_to_bot
from bot.ui.receipt_actions import ShowRules
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: Blocks on one page of the list.
PAGE = 6
#: How much of a text stands in a list, and in a notice.
LISTED, NOTICED = 80, 1500


def rules(say: Speaker) -> Screen:
    """What is not allowed in proposals, who decides, and how to contest it."""
    return Screen(
        say("rules-text"),
        [
            [buttons.propose(say)],
            [Button(say.plain("button-privacy"), ShowPrivacy()), buttons.to_menu(say)],
        ],
    )


def to_rules(say: Speaker) -> Button:
    """The way to the rules."""
    return Button(say.plain("button-rules"), ShowRules())


def block_author(say: Speaker, proposal: ProposalId) -> Button:
    """The way to block the author of a proposal."""
    return Button(say.plain("button-block"), BlockAuthor(proposal=proposal))


def own(say: Speaker, block: Block | None) -> Screen:
    """Why one is blocked, and what one can do; or that one is not, any more."""
    if block is None:
        return Screen(say("block-none"), [[buttons.propose(say)], [buttons.to_menu(say)]])
    return Screen(
        paragraphs(
            say("block-own", reason=shortened(block.reason, NOTICED)),
            _contest(say, block),
        ),
        [*_ways(say, block), [to_rules(say), buttons.to_menu(say)]],
    )


def beside(say: Speaker, screen: Screen, block: Block | None) -> Screen:
    """One's own proposals, where one is blocked: with a word of it, and the way to the reason."""
    if block is None:
        return screen
    why = [Button(say.plain("button-why-blocked"), ShowOwnBlock())]
    return replace(screen, text=paragraphs(say("block-my"), screen.text), rows=[why, *screen.rows])


def notice(say: Speaker, block: Block) -> Screen:
    """One has been blocked: why, what still works, and how to contest it."""
    return Screen(
        paragraphs(say("block-own", reason=block.reason), _contest(say, block)),
        [*_ways(say, block), [to_rules(say), buttons.to_menu(say)]],
        stays=True,
    )


def kept(say: Speaker, block: Block) -> Screen:
    """The appeal was considered, and the block stands."""
    return Screen(
        paragraphs(
            say("block-kept", reason=shortened(block.reason, LISTED * 4)),
            say("block-kept-why", text=shortened(block.keep_reason, NOTICED)) if block.keep_reason else "",
            say("block-kept-on"),
        ),
        [[Button(say.plain("button-contact"), ShowContact())], [to_rules(say), buttons.to_menu(say)]],
        stays=True,
    )


def lifted(say: Speaker) -> Screen:
    """One may submit and support again."""
    return Screen(say("block-lifted"), [[buttons.propose(say)], [buttons.to_menu(say)]], stays=True)


def letter_heading(say: Speaker, subject: object) -> Html:
    """What the person is writing: the reason for a block, or an appeal against it."""
    if isinstance(subject, Culprit):
        return say("block-letter", reference=subject.reference)
    reason = subject.reason if isinstance(subject, Block) else ""
    return say("block-appeal-letter", reason=shortened(reason, 600))


def keep_heading(say: Speaker, subject: object) -> Html:
    """The secretariat is writing why a block stands: the reason, and what the person writes against it."""
    assert isinstance(subject, Block)
    return paragraphs(
        say("block-keep-letter", number=str(subject.id), reason=shortened(subject.reason, 300)),
        say("life-quote", text=shortened(subject.appeal, 600)),
    )


def blocked(say: Speaker, block: Block, *, is_mine: bool) -> Screen:
    """Somebody is blocked: by this member now, or by a colleague before."""
    return Screen(
        say("block-done", is_mine=is_mine, reason=shortened(block.reason, NOTICED)),
        [
            [Button(say.plain("button-lift"), LiftBlock(block=block.id))],
            [Button(say.plain("button-blocks"), ShowBlocks()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def blocked_before(say: Speaker, culprit: Culprit) -> Screen:
    """There is nothing to write: the author is blocked already."""
    return Screen(
        say("block-before", reference=culprit.reference),
        [[Button(say.plain("button-blocks"), ShowBlocks())], [buttons.to_menu(say)]],
    )


def appealed(say: Speaker) -> Screen:
    """The appeal is with the secretariat."""
    return Screen(say("block-appealed"), [[to_rules(say)], [buttons.to_menu(say)]], stays=True)


def listed(say: Speaker, blocks: Sequence[Block], page: int) -> Screen:
    """Every block, a page of them; those whose appeal waits first."""
    back = [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)]
    if not blocks:
        return Screen(say("blocks-none"), [back])
    part = Page.of(page, len(blocks), PAGE)
    shown = part.cut(blocks)
    entries = lines(
        say(
            "blocks-entry",
            number=str(block.id),
            blocked=say.date(block.blocked_at),
            reason=shortened(" ".join(block.reason.split()), LISTED),
            appeal=block.awaits_decision,
        )
        for block in shown
    )
    rows: list[Row] = [
        [
            buttons.button(
                say.plain("blocks-button", number=str(block.id), reason=" ".join(block.reason.split())),
                ShowBlock(block=block.id),
            )
        ]
        for block in shown
    ]
    turns = buttons.turns(
        say,
        part.at,
        part.count,
        lambda to: ShowBlocks(page=to),
        before="button-newer-blocks",
        after="button-older-blocks",
    )
    waiting = sum(block.awaits_decision for block in blocks)
    title = say("blocks-title", count=len(blocks), waiting=waiting)
    return Screen(paragraphs(title, entries), [*rows, *turns, back])


def case(say: Speaker, block: Block, *, unsent: str = "", may_act: bool = True) -> Screen:
    """A block, with its appeal and what can be done about it; and a text that came too late to be sent."""
    lift = [Button(say.plain("button-lift"), LiftBlock(block=block.id))]
    keep = [Button(say.plain("button-keep-block"), KeepBlock(block=block.id))]
    return Screen(
        paragraphs(_case(say, block), say("life-not-sent", text=unsent) if unsent else ""),
        [
            *([keep] if block.awaits_decision and may_act else []),
            *([lift] if may_act else []),
            [buttons.back(say, ShowBlocks()), buttons.to_menu(say)],
        ],
    )


def contested(say: Speaker, block: Block, *, bot_name: str | None) -> Screen:
    """An appeal has come: to a member's own chat with buttons, to the group as a word of it.

    Args:
        say: the reader's language.
        block: the block.
        bot_name: for the group, the bot's user name.
    """
    if bot_name is not None:
        link = deep_link_to_bot(bot_name)
        return Screen(
            say("block-contested-group", number=str(block.id)),
            [[Button(say.plain("button-staff"), url=link)]],
            stays=True,
        )
    return Screen(
        _case(say, block), [[Button(say.plain("button-decide-block"), ShowBlock(block=block.id))]], stays=True
    )


def gone(say: Speaker) -> Screen:
    """The block was lifted."""
    return Screen(
        say("block-gone"), [[Button(say.plain("button-blocks"), ShowBlocks()), buttons.to_menu(say)]]
    )


def _case(say: Speaker, block: Block) -> Html:
    return paragraphs(
        say("block-case", number=str(block.id), blocked=block.blocked_at),
        say("block-case-reason", text=shortened(block.reason, NOTICED)),
        say("block-case-appeal", text=shortened(block.appeal, NOTICED), appealed=block.appealed_at)
        if block.appealed_at
        else "",
        say("block-case-kept", kept=block.kept_at) if block.kept_at else "",
        say("life-quote", text=shortened(block.keep_reason, NOTICED)) if block.keep_reason else "",
    )


def _contest(say: Speaker, block: Block) -> Html:
    if block.kept_at is not None:
        why = say("block-kept-why", text=shortened(block.keep_reason, NOTICED)) if block.keep_reason else ""
        return paragraphs(say("block-contest-kept"), why)
    return say("block-contest") if block.can_be_contested else say("block-contest-waits")


def _ways(say: Speaker, block: Block) -> list[Row]:
    if block.can_be_contested:
        return [[Button(say.plain("button-contest-block"), ContestBlock(block=block.id))]]
    return [[Button(say.plain("button-contact"), ShowContact())]]
