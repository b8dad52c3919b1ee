"""What one is told while writing about a proposal: to its author, or to the secretariat."""

from bot.domain.letters import Purpose
from bot.domain.proposals import ProposalState
from bot.services.proposal_letters import Aim
from bot.texts import Html, Speaker
from bot.ui.screen import paragraphs, shortened

PURPOSES = (Purpose.CLARIFY, Purpose.CLARIFICATION, Purpose.DECIDE, Purpose.APPEAL)
#: How much is quoted of what the other side has written.
QUOTED = 600
#: How much of a title stands beside its reference.
TITLE = 100


def heading(say: Speaker, subject: object) -> Html:
    """What is being written, of which proposal, and what it does."""
    assert isinstance(subject, Aim)
    proposal, became = subject.proposal, subject.became
    named = {"reference": proposal.reference, "title": shortened(proposal.title, TITLE)}
    if became is ProposalState.CLARIFICATION:
        return say("life-letter-clarify", **named)
    if became is ProposalState.UNDER_REVIEW:
        is_appeal = proposal.state is ProposalState.DECLINED
        quoted = subject.question.reason if subject.question else ""
        return paragraphs(
            say("life-letter-appeal", **named) if is_appeal else say("life-letter-answer", **named),
            say("life-quote", text=shortened(quoted, QUOTED)) if quoted else "",
        )
    if became is not ProposalState.MERGED:
        return say(f"life-letter-{became.replace('_', '-')}", **named)
    if subject.into is None:
        return say("life-letter-into", **named)
    return say(
        "life-letter-merged", into=subject.into.reference, other=shortened(subject.into.title, TITLE), **named
    )


def asks_for_target(subject: object) -> bool:
    """Whether the reference of another proposal is asked for, and no letter yet."""
    is_merger = isinstance(subject, Aim) and subject.became is ProposalState.MERGED
    return is_merger and isinstance(subject, Aim) and subject.into is None


def news(say: Speaker, subject: object) -> Html:
    """What has happened with the proposal since the letter was begun."""
    if not isinstance(subject, Aim) or subject.latest is None:
        return Html("")
    latest = subject.latest
    return paragraphs(
        say("life-news", who=latest.actor, changed=latest.changed_at),
        say("life-quote", text=shortened(latest.reason, QUOTED)) if latest.reason else "",
    )
