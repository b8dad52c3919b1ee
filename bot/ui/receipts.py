"""The receipt of a proposal, and how to check that nothing was changed or removed."""

from bot.domain.proposals import Proposal
from bot.services.receipts import Received
from bot.texts import Speaker
from bot.ui import buttons
from bot.ui.actions import ShowOwnProposal, ShowOwnProposals
from bot.ui.deep_links import Place, deep_link
from bot.ui.receipt_actions import ShowProof, ShowReceipt
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened


def receipt(say: Speaker, proposal: Proposal, *, bot_name: str) -> Screen:
    """The proposal, or a correction of it, has been received: its reference, and what happens next.

    Args:
        say: the author's language.
        proposal: theirs.
        bot_name: the bot's user name, for the link that others may follow.
    """
    is_first = proposal.version == 1
    heading = (
        say("receipt-received", reference=proposal.reference)
        if is_first
        else say("receipt-corrected", reference=proposal.reference, version=proposal.version)
    )
    waits = proposal.state.awaits_response and proposal.reply_by is not None
    proof = [[Button(say.plain("button-proof"), ShowProof(proposal=proposal.id))]]
    return Screen(
        paragraphs(
            lines(
                [
                    heading,
                    say("receipt-title", title=shortened(proposal.title, 150)),
                    say.moment(proposal.submitted_at if is_first else proposal.updated_at),
                ]
            ),
            say("receipt-next", reply_by=say.date(proposal.reply_by))
            if waits and proposal.reply_by
            else say("receipt-again"),
            lines(
                [
                    say("receipt-hash", hash=proposal.content_hash) if proposal.content_hash else "",
                    say("receipt-link", link=deep_link(bot_name, Place.PROPOSAL, proposal.reference)),
                ]
            ),
        ),
        [
            [Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=proposal.id))],
            *(proof if proposal.content_hash else []),
            [Button(say.plain("button-my"), ShowOwnProposals()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def proof(say: Speaker, received: Received) -> Screen:
    """The whole hash, the entry in the public record, and the digest to keep."""
    proposal, last = received.proposal, received.last_day
    entry = received.receipts[-1] if received.receipts else None
    is_closed = entry is not None and last is not None and entry.day <= last.day
    return Screen(
        paragraphs(
            say("proof-heading", reference=proposal.reference),
            say(
                "proof-entry",
                hash=entry.content_hash,
                number=str(entry.number),
                version=str(entry.version),
                received=entry.received_at,
            )
            if entry
            else say("proof-early"),
            say("proof-open") if entry and not is_closed else "",
            say("proof-day", day=last.day, digest=last.digest) if last else "",
            say("proof-how"),
        ),
        [
            [buttons.back(say, ShowReceipt(proposal=proposal.id)), buttons.to_menu(say)],
        ],
    )
