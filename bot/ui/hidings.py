"""Proposals out of public view: what others read instead, what the author is told, what the secretariat does."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.hidings import Hiding, HidingStep, Rule, may_follow
from bot.domain.people import PersonId
from bot.domain.proposals import Proposal, ProposalState
from bot.services.hidings import HidingAim, ToldHiding
from bot.texts import Html, Speaker
from bot.ui import blocks, buttons, story
from bot.ui.actions import ShowContact, ShowOwnProposal
from bot.ui.buttons import Row
from bot.ui.deep_links import Place, deep_link
from bot.ui.hiding_actions import ChooseRule, ContestHiding, HideProposal, KeepHidden, ShowAgain
from bot.ui.life_actions import ShowDesk, ShowProposalCase
from bot.ui.public_actions import ShowPublicList
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: How much of a reason stands beside a proposal, in a notice of its own, and in a history.
BESIDE, NOTICED, LISTED = 500, 1500, 300


def marker(say: Speaker, proposal: Proposal, hiding: Hiding) -> Screen:
    """What anybody reads instead of a hidden proposal: that it is hidden, since when, and by which rule."""
    return Screen(
        say(
            "hiding-public",
            reference=proposal.reference,
            hidden=say.date(hiding.changed_at),
            rule=_rule(say, hiding.rule),
        ),
        [
            [Button(say.plain("button-all-proposals"), ShowPublicList())],
            [blocks.to_rules(say), buttons.to_menu(say)],
        ],
    )


def choose_rule(say: Speaker, proposal: Proposal) -> Screen:
    """Which rule the proposal breaks; the reason is written next."""
    return Screen(
        say("hiding-choose-rule", **story.named(proposal)),
        [
            *(
                [Button(say.plain(f"button-rule-{rule}"), HideProposal(proposal=proposal.id, rule=rule))]
                for rule in Rule
            ),
            [buttons.back(say, ShowProposalCase(proposal=proposal.id)), buttons.to_menu(say)],
        ],
    )


def letter_heading(say: Speaker, subject: object) -> Html:
    """What is being written, about which proposal, and what it does."""
    assert isinstance(subject, HidingAim)
    quoted = subject.latest.reason if subject.latest else ""
    answers = subject.step in {HidingStep.CONTESTED, HidingStep.KEPT} and quoted
    return paragraphs(
        say(
            f"hiding-letter-{subject.step}",
            rule=_rule(say, subject.rule),
            **story.named(subject.proposal),
        ),
        say("life-quote", text=shortened(quoted, BESIDE)) if answers else "",
    )


def done(say: Speaker, told: ToldHiding) -> Screen:
    """What has just been done, to whoever has done it."""
    text = say(f"hiding-done-{told.hiding.step}", reference=told.proposal.reference)
    if told.hiding.step.is_authors:
        return Screen(text, [_to_own(say, told.proposal), [buttons.to_menu(say)]], stays=True)
    return Screen(text, _staffs_ways(say, told.proposal), stays=True)


def too_late(say: Speaker, told: ToldHiding, *, is_author: bool, text: str = "") -> Screen:
    """Somebody was first: how it stands now, and the text that was not sent."""
    rows = (
        [_to_own(say, told.proposal), [buttons.to_menu(say)]]
        if is_author
        else _staffs_ways(say, told.proposal)
    )
    return Screen(
        paragraphs(
            say("hiding-too-late", reference=told.proposal.reference),
            _entry(say, told.hiding, "author" if told.hiding.step.is_authors else "staff"),
            say("life-not-sent", text=text) if text else "",
        ),
        rows,
        stays=True,
    )


def notice(say: Speaker, told: ToldHiding) -> Screen:
    """The author is told: hidden, kept so after they have contested it, or shown again; and always why."""
    proposal, hiding = told.proposal, told.hiding
    way: list[Row] = []
    if hiding.step is HidingStep.HIDDEN:
        way = [_contest(say, proposal)]
    elif hiding.step is HidingStep.KEPT:
        way = [[Button(say.plain("button-contact"), ShowContact())]]
    return Screen(
        paragraphs(
            say(f"hiding-notice-{hiding.step}", rule=_rule(say, hiding.rule), **story.named(proposal)),
            say("hiding-reason", text=shortened(hiding.reason, NOTICED)),
            say("hiding-way-on") if hiding.step is HidingStep.HIDDEN else "",
        ),
        [*way, _to_own(say, proposal), [blocks.to_rules(say), buttons.to_menu(say)]],
        stays=True,
    )


def contested(say: Speaker, told: ToldHiding, *, bot_name: str | None) -> Screen:
    """An author contests: to a member's own chat with the letter, to the group as a word of it.

    Args:
        say: the reader's language.
        told: the step.
        bot_name: for the group, the bot's user name.
    """
    proposal = told.proposal
    heading = say("hiding-contested", **story.named(proposal))
    if bot_name is not None:
        link = deep_link(bot_name, Place.CASE, proposal.reference)
        return Screen(heading, [[Button(say.plain("button-show-case"), url=link)]], stays=True)
    return Screen(
        paragraphs(heading, say("life-quote", text=shortened(told.hiding.reason, NOTICED))),
        [*ways(say, proposal, told.hiding), *_staffs_ways(say, proposal)],
        stays=True,
    )


def beside_own(say: Speaker, screen: Screen, proposal: Proposal, hidings: Sequence[Hiding]) -> Screen:
    """One's own proposal, where it is hidden: with the rule, the reason, and the way to contest it."""
    if not proposal.is_hidden or not hidings or proposal.state is ProposalState.WITHDRAWN:
        return screen
    latest = hidings[-1]
    answer = next((one for one in reversed(hidings) if not one.step.is_authors), latest)
    text = paragraphs(
        say(f"hiding-own-{latest.step}", rule=_rule(say, latest.rule)),
        say("hiding-reason", text=shortened(answer.reason, BESIDE)),
    )
    way = [_contest(say, proposal)] if may_follow(latest, HidingStep.CONTESTED) else []
    return replace(screen, text=paragraphs(text, screen.text), rows=[*way, *screen.rows])


def beside_case(
    say: Speaker,
    screen: Screen,
    proposal: Proposal,
    hidings: Sequence[Hiding],
    *,
    me: PersonId,
    may_act: bool = True,
) -> Screen:
    """A proposal as the secretariat sees it: whether it is hidden, who did what, and what can be done about it."""
    if proposal.state is ProposalState.WITHDRAWN:
        return screen
    latest = hidings[-1] if hidings else None
    entries = [
        _entry(say, one, "me" if one.actor_id == me else "author" if one.step.is_authors else "staff")
        for one in hidings[-3:]
    ]
    text = lines([say("hiding-case", is_hidden=proposal.is_hidden), *entries]) if entries else Html("")
    *rows, last = screen.rows
    offered = ways(say, proposal, latest) if may_act else []
    return replace(screen, text=paragraphs(text, screen.text), rows=[*rows, *offered, last])


def ways(say: Speaker, proposal: Proposal, latest: Hiding | None) -> list[Row]:
    """What the secretariat can do about a proposal's being public."""
    row = proposal.id
    offered = {
        HidingStep.KEPT: Button(say.plain("button-keep-hidden"), KeepHidden(proposal=row)),
        HidingStep.SHOWN: Button(say.plain("button-show-again"), ShowAgain(proposal=row)),
        HidingStep.HIDDEN: Button(say.plain("button-hide"), ChooseRule(proposal=row)),
    }
    return [[button] for step, button in offered.items() if may_follow(latest, step)]


def _entry(say: Speaker, hiding: Hiding, who: str) -> Html:
    return lines(
        [
            say(
                "hiding-entry",
                changed=say.date(hiding.changed_at),
                step=hiding.step,
                who=who,
                rule=_rule(say, hiding.rule),
            ),
            say("life-quote", text=shortened(hiding.reason, LISTED)) if hiding.reason else "",
        ]
    )


def _rule(say: Speaker, rule: Rule) -> str:
    return say.plain(f"hiding-rule-{rule}")


def _contest(say: Speaker, proposal: Proposal) -> Row:
    return [Button(say.plain("button-contest-hiding"), ContestHiding(proposal=proposal.id))]


def _to_own(say: Speaker, proposal: Proposal) -> Row:
    return [Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=proposal.id))]


def _staffs_ways(say: Speaker, proposal: Proposal) -> list[Row]:
    return [
        [Button(say.plain("button-show-case"), ShowProposalCase(proposal=proposal.id))],
        [Button(say.plain("button-desk"), ShowDesk()), buttons.to_menu(say)],
    ]
