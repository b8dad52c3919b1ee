"""Proposals' screens: the steps of a draft, its preview, the receipt, one's own proposals."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.consultations import Consultation
from bot.domain.proposals import LIMITS, QUESTIONS, Draft, Proposal, Step
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.actions import (
    AskConsent,
    ConfirmDiscard,
    DetachDraft,
    DiscardDraft,
    MoveDraft,
    SetDraftAside,
    ShowOwnProposal,
    ShowOwnProposals,
    ShowPrivacy,
    ShowStep,
    SkipStep,
    SubmitProposal,
)
from bot.ui.buttons import Row
from bot.ui.screen import Button, Screen, lines, paragraphs

#: So many of one's own proposals are listed with a button each; the export of one's data has them all.
LISTED = 10


def step(say: Speaker, draft: Draft, consultation: str | None) -> Screen:
    """The draft's present step: a question, or the preview.

    Args:
        say: the person's language.
        draft: the draft.
        consultation: title of the consultation that it answers.
    """
    if draft.step is Step.PREVIEW:
        return _preview(say, draft, consultation)
    limit = LIMITS[draft.step]
    heading = say(
        "proposal-step-heading",
        number=draft.step.number,
        total=len(QUESTIONS),
        step=say(f"proposal-step-{draft.step}"),
    )
    kept = draft.answers.get(draft.step)
    excess = draft.excess(draft.step)
    return Screen(
        paragraphs(
            lines(
                [
                    heading,
                    say("proposal-for", title=consultation)
                    if consultation and draft.step is Step.TITLE
                    else "",
                ]
            ),
            say("proposal-too-long", excess=excess, most=limit.most) if excess else "",
            say(f"proposal-ask-{draft.step}", most=limit.most),
            say("proposal-kept", text=_shortened(kept, 600)) if kept and not excess else "",
        ),
        _step_rows(say, draft),
        is_of_draft=True,
    )


def reminded(say: Speaker, screen: Screen, draft: Draft | None) -> Screen:
    """Another screen, shown in the middle of a draft: it says where the next message goes."""
    if draft is None or not draft.is_open:
        return screen
    note = (
        say("proposal-still-open", step=say(f"proposal-step-{draft.step}"))
        if draft.step.is_question
        else say("proposal-not-sent")
    )
    return replace(screen, text=paragraphs(screen.text, note), rows=[[buttons.resume(say)], *screen.rows])


def skip(say: Speaker, draft: Draft) -> Button:
    """Leave the present step empty."""
    return Button(say.plain("button-skip"), SkipStep(draft=draft.id, step=draft.step))


def consent(say: Speaker, draft: Draft) -> Screen:
    """What happens to the data, and the button that agrees and submits."""
    return Screen(
        say("proposal-consent"),
        [
            [Button(say.plain("button-agree"), SubmitProposal(draft=draft.id))],
            [
                Button(say.plain("button-back"), ShowStep(draft=draft.id, step=Step.PREVIEW, returns=False)),
                Button(say.plain("button-privacy"), ShowPrivacy()),
            ],
        ],
        is_of_draft=True,
    )


def receipt(say: Speaker, proposal: Proposal) -> Screen:
    """The proposal has been received: its reference, and what happens next."""
    return Screen(
        say(
            "proposal-receipt",
            reference=proposal.reference,
            title=proposal.title,
            submitted=proposal.submitted_at,
        ),
        [
            [Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=proposal.id))],
            [Button(say.plain("button-my"), ShowOwnProposals()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def confirm_discard(say: Speaker, draft: Draft) -> Screen:
    """Before anything typed is thrown away."""
    title = draft.answers.get(Step.TITLE)
    return Screen(
        say("proposal-discard-titled", title=_shortened(title, 150)) if title else say("proposal-discard"),
        [
            [Button(say.plain("button-save-exit"), SetDraftAside())],
            [buttons.resume(say)],
            [Button(say.plain("button-discard"), DiscardDraft(draft=draft.id))],
        ],
        is_of_draft=True,
    )


def discarded(say: Speaker) -> Screen:
    """The draft is gone."""
    return Screen(say("proposal-discarded"), [[buttons.propose(say)], [buttons.to_menu(say)]])


def nothing_to_cancel(say: Speaker) -> Screen:
    """`/cancel` with nothing under way."""
    return Screen(say("proposal-nothing-to-cancel"), [[buttons.propose(say)], [buttons.to_menu(say)]])


def closed(say: Speaker, draft: Draft) -> Screen:
    """The consultation has closed while the draft was being written: it can go on without it."""
    return Screen(
        say("proposal-consultation-closed"),
        [
            [Button(say.plain("button-at-any-time"), DetachDraft(draft=draft.id))],
            [
                Button(say.plain("button-save-exit"), SetDraftAside()),
                Button(say.plain("button-discard"), ConfirmDiscard(draft=draft.id)),
            ],
        ],
        is_of_draft=True,
    )


def elsewhere(say: Speaker, draft: Draft, wanted: Consultation, title: str) -> Screen:
    """There is a draft for another consultation than the one that the person wants to write for.

    Args:
        say: the person's language.
        draft: the draft.
        wanted: the consultation that it might answer instead.
        title: the title of the one that it answers.
    """
    return Screen(
        say(
            "proposal-elsewhere",
            draft=_shortened(title, 100),
            wanted=_shortened(wanted.text(say.language)[1].title, 100),
        ),
        [
            [Button(say.plain("button-move"), MoveDraft(draft=draft.id, consultation=wanted.id))],
            [buttons.resume(say)],
            [Button(say.plain("button-discard"), ConfirmDiscard(draft=draft.id)), buttons.to_menu(say)],
        ],
        is_of_draft=True,
    )


def own_list(say: Speaker, proposals: Sequence[Proposal], draft: Draft | None) -> Screen:
    """One's own proposals, newest first, and the draft."""
    rows: list[Row] = [[buttons.resume(say)] if draft else [buttons.propose(say)]]
    rows += [
        [buttons.button(f"{proposal.reference} · {proposal.title}", ShowOwnProposal(proposal=proposal.id))]
        for proposal in proposals[:LISTED]
    ]
    rows.append([buttons.to_menu(say)])
    entries = lines(
        say(
            "proposals-entry",
            reference=proposal.reference,
            title=_shortened(proposal.title, 80),
            state=_state(say, proposal),
        )
        for proposal in proposals[:LISTED]
    )
    more = len(proposals) - LISTED
    return Screen(
        paragraphs(
            say("proposals-title") if proposals else say("proposals-none"),
            entries,
            say("proposals-more", count=more) if more > 0 else "",
            say("proposals-draft") if draft else "",
        ),
        rows,
    )


def own(say: Speaker, proposal: Proposal) -> Screen:
    """One's own proposal, whole."""
    return Screen(
        paragraphs(
            say(
                "proposal-heading",
                reference=proposal.reference,
                title=proposal.title,
                state=_state(say, proposal),
                submitted=proposal.submitted_at,
            ),
            _field(say, Step.PROBLEM, proposal.problem),
            _field(say, Step.SOLUTION, proposal.solution),
            _field(say, Step.CONTACT, proposal.contact),
        ),
        [[buttons.back(say, ShowOwnProposals()), buttons.to_menu(say)]],
    )


def _preview(say: Speaker, draft: Draft, consultation: str | None) -> Screen:
    edits = [
        Button(say.plain(f"button-edit-{question}"), ShowStep(draft=draft.id, step=question, returns=True))
        for question in QUESTIONS
    ]
    missing = draft.missing
    first = (
        Button(say.plain("button-fill-missing"), ShowStep(draft=draft.id, step=missing[0], returns=True))
        if missing
        else Button(say.plain("button-submit"), AskConsent(draft=draft.id))
    )
    return Screen(
        paragraphs(
            lines(
                [
                    say("proposal-preview-missing", count=len(missing))
                    if missing
                    else say("proposal-preview"),
                    say("proposal-for", title=consultation) if consultation else "",
                ]
            ),
            *(
                _field(say, question, _shortened(draft.answers.get(question), LIMITS[question].most))
                for question in QUESTIONS
            ),
        ),
        [
            [first],
            *buttons.in_rows(edits),
            [
                Button(say.plain("button-save-exit"), SetDraftAside()),
                Button(say.plain("button-discard"), ConfirmDiscard(draft=draft.id)),
            ],
        ],
        is_of_draft=True,
    )


def _step_rows(say: Speaker, draft: Draft) -> list[Row]:
    rows: list[Row] = []
    if draft.returns:
        rows.append(
            [Button(say.plain("button-keep"), ShowStep(draft=draft.id, step=Step.PREVIEW, returns=False))]
        )
    elif draft.answers.get(draft.step) and not draft.excess(draft.step):
        rows.append(
            [
                Button(
                    say.plain("button-keep"),
                    ShowStep(draft=draft.id, step=draft.step.following, returns=False),
                )
            ]
        )
    if not LIMITS[draft.step].is_required:
        rows.append([skip(say, draft)])
    leave = Button(say.plain("button-save-exit"), SetDraftAside()) if draft.answers else buttons.to_menu(say)
    previous = draft.step.previous
    if previous is not None and not draft.returns:
        back = Button(say.plain("button-back"), ShowStep(draft=draft.id, step=previous, returns=False))
        rows.append([back, leave])
    else:
        rows.append([leave])
    return rows


def _state(say: Speaker, proposal: Proposal) -> Html:
    return say(f"proposal-state-{proposal.state.replace('_', '-')}")


def _field(say: Speaker, question: Step, text: str | None) -> Html:
    heading = say(f"proposal-step-{question}")
    return (
        say("proposal-field", heading=heading, text=text)
        if text
        else say("proposal-field-empty", heading=heading)
    )


def _shortened(text: str | None, most: int) -> str:
    if not text:
        return ""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
