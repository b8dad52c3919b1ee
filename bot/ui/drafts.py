"""A draft's screens: its steps, the preview, consent, and what may happen on the way."""

from dataclasses import replace

from bot.domain.consultations import Consultation
from bot.domain.drafts import LIMITS, QUESTIONS, Draft, Step
from bot.services.drafts import revision_of
from bot.texts import Speaker
from bot.ui import buttons
from bot.ui.actions import (
    AskConsent,
    ConfirmDiscard,
    DetachDraft,
    DiscardDraft,
    MoveDraft,
    SeenDraft,
    SetDraftAside,
    ShowPrivacy,
    ShowStep,
    SkipStep,
    SubmitProposal,
)
from bot.ui.buttons import Row
from bot.ui.proposals import field
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened


def step(say: Speaker, draft: Draft, consultation: str | None, *, is_changed: bool = False) -> Screen:
    """The draft's present step: a question, or the preview.

    Args:
        say: the person's language.
        draft: the draft.
        consultation: title of the consultation that it answers.
        is_changed: whether the preview is shown because it is no longer what was checked before.
    """
    if draft.step is Step.PREVIEW:
        return _preview(say, draft, consultation, is_changed=is_changed)
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
            say("proposal-too-long", excess=excess, most=limit.most)
            if excess
            else say(f"proposal-ask-{draft.step}", most=limit.most),
            say("proposal-kept", text=shortened(kept, 600)) if kept and not excess else "",
        ),
        _step_rows(say, draft),
        is_of_draft=True,
        asks_for=draft.id,
    )


def reminded(say: Speaker, screen: Screen, draft: Draft | None, *, is_typed: bool) -> Screen:
    """Another screen, shown in the middle of a draft: it says where the next message goes.

    Args:
        say: the person's language.
        screen: the other screen.
        draft: the draft, if there is one.
        is_typed: whether the screen answers a message: at the preview, one may think that it was the
            proposal's; a pressed button needs no such word.
    """
    if draft is None or not draft.is_open or not (draft.step.is_question or is_typed):
        return screen
    note = (
        say("proposal-still-open", step=say(f"proposal-step-{draft.step}"))
        if draft.step.is_question
        else say("proposal-not-sent")
    )
    resume = buttons.resume(say)
    rows = [[button for button in row if button != resume] for row in screen.rows]
    return replace(screen, text=paragraphs(screen.text, note), rows=[[resume], *(row for row in rows if row)])


def skip(say: Speaker, draft: Draft) -> Button:
    """Leave the present step empty."""
    return Button(say.plain("button-skip"), SkipStep(draft=draft.id, step=draft.step))


def consent(say: Speaker, draft: Draft) -> Screen:
    """What happens to the data, and the button that agrees and submits."""
    return Screen(
        say("proposal-consent"),
        [
            [Button(say.plain("button-agree"), SubmitProposal(seen=_seen(draft)))],
            [
                Button(say.plain("button-back"), ShowStep(draft=draft.id, step=Step.PREVIEW, returns=False)),
                Button(say.plain("button-privacy"), ShowPrivacy()),
            ],
        ],
        is_of_draft=True,
    )


def confirm_discard(say: Speaker, draft: Draft) -> Screen:
    """Before anything typed is thrown away."""
    title = draft.answers.get(Step.TITLE)
    return Screen(
        say("proposal-discard-titled", title=shortened(title, 150)) if title else say("proposal-discard"),
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
            draft=shortened(title, 100),
            wanted=shortened(wanted.text(say.language)[1].title, 100),
        ),
        [
            [Button(say.plain("button-move"), MoveDraft(draft=draft.id, consultation=wanted.id))],
            [buttons.resume(say)],
            [Button(say.plain("button-discard"), ConfirmDiscard(draft=draft.id)), buttons.to_menu(say)],
        ],
        is_of_draft=True,
    )


def _seen(draft: Draft) -> SeenDraft:
    return SeenDraft(draft=draft.id, revision=revision_of(draft))


def _preview(say: Speaker, draft: Draft, consultation: str | None, *, is_changed: bool) -> Screen:
    edits = [
        Button(say.plain(f"button-edit-{question}"), ShowStep(draft=draft.id, step=question, returns=True))
        for question in QUESTIONS
    ]
    missing = draft.missing
    first = (
        Button(say.plain("button-fill-missing"), ShowStep(draft=draft.id, step=missing[0], returns=True))
        if missing
        else Button(say.plain("button-submit"), AskConsent(seen=_seen(draft)))
    )
    return Screen(
        paragraphs(
            lines(
                [
                    say("proposal-preview-missing", count=len(missing))
                    if missing
                    else say("proposal-preview-changed" if is_changed else "proposal-preview"),
                    say("proposal-for", title=consultation) if consultation else "",
                ]
            ),
            *(
                field(say, question, shortened(draft.answers.get(question), LIMITS[question].most))
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
        asks_for=draft.id,
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
