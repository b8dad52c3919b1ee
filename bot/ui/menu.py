"""The menu, the help and the words for what the bot does not understand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.consultations import Consultation
from bot.domain.drafts import Draft, Step
from bot.domain.proposals import Proposal
from bot.texts import Speaker
from bot.ui import buttons
from bot.ui.actions import (
    ShowAbout,
    ShowContact,
    ShowHelp,
    ShowLanguages,
    ShowOwnProposals,
    ShowPrivacy,
    ShowStaffPanel,
    ShowSubscription,
)
from bot.ui.receipt_actions import ShowRules
from bot.ui.screen import Button, Screen, lines, paragraphs


@dataclass(frozen=True)
class Standing:
    """What is going on for a person.

    Attributes:
        draft: the proposal being written.
        consultations: the open ones, the one that closes first before the others.
        now: the moment at which all this is so.
        proposals: the person's own.
        is_subscribed: whether they hear of new consultations.
        is_staff: whether they are a member of the secretariat.
    """

    draft: Draft | None
    consultations: Sequence[Consultation]
    proposals: Sequence[Proposal]
    is_subscribed: bool
    is_staff: bool
    now: datetime

    @property
    def awaiting(self) -> int:
        """How many of the person's proposals wait for a response."""
        return sum(proposal.state.awaits_response for proposal in self.proposals)


def menu(say: Speaker, standing: Standing, *, opening: str = "menu-title") -> Screen:
    """Where everything begins, with what matters to this person now.

    Args:
        say: the person's language.
        standing: what is going on.
        opening: id of the text on top.
    """
    news = lines(
        [_draft_line(say, standing.draft), _consultations_line(say, standing), _awaiting_line(say, standing)]
    )
    own = [Button(say.plain("button-my"), ShowOwnProposals())] if standing.proposals or standing.draft else []
    rows = [
        *([[buttons.resume(say)]] if standing.draft else [[buttons.propose(say)]]),
        [buttons.ask(say), buttons.consultations(say)],
        [buttons.plans(say), Button(say.plain("button-about"), ShowAbout())],
        [Button(say.plain("button-subscription"), ShowSubscription()), *own],
        [Button(say.plain("button-language"), ShowLanguages()), Button(say.plain("button-help"), ShowHelp())],
        *([[Button(say.plain("button-staff"), ShowStaffPanel())]] if standing.is_staff else []),
    ]
    return Screen(paragraphs(say(opening), news), rows)


def help_screen(say: Speaker) -> Screen:
    """What the bot can do, in a few lines."""
    return Screen(
        say("help-text"),
        [
            [buttons.ask(say), buttons.propose(say)],
            [
                Button(say.plain("button-privacy"), ShowPrivacy()),
                Button(say.plain("button-contact"), ShowContact()),
            ],
            [Button(say.plain("button-rules"), ShowRules())],
            [buttons.to_menu(say)],
        ],
    )


def word(say: Speaker, message_id: str) -> Screen:
    """A short word in answer to something that is no question and no command."""
    return Screen(say(message_id), [[buttons.ask(say)], [buttons.to_menu(say)]])


def _draft_line(say: Speaker, draft: Draft | None) -> str:
    if draft is None:
        return ""
    title = draft.answers.get(Step.TITLE)
    return say("menu-draft-titled", title=title) if title else say("menu-draft")


def _consultations_line(say: Speaker, standing: Standing) -> str:
    if not standing.consultations:
        return ""
    left = say.time_left(standing.consultations[0].closes_at, standing.now)
    return say("menu-consultations", count=len(standing.consultations), left=left)


def _awaiting_line(say: Speaker, standing: Standing) -> str:
    return say("menu-awaiting", count=standing.awaiting) if standing.awaiting else ""
