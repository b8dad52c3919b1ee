"""A draft's screens besides its steps: which draft, for which consultation, the preview, consent, throwing away."""

from collections.abc import Sequence

from bot.domain.consultations import Consultation, ConsultationId
from bot.domain.drafts import MOST_DRAFTS, OF_AUTHOR, QUESTIONS, Draft, DraftId, Mode, Step
from bot.services.drafts import revision_of
from bot.texts import Html, Speaker
from bot.ui import attachments, blocks, buttons
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
    StartProposal,
    SubmitProposal,
)
from bot.ui.buttons import Row
from bot.ui.draft_actions import (
    BeginDraft,
    ChooseConsultation,
    ChooseMode,
    ContinueDraft,
    OfferConsultations,
)
from bot.ui.draft_fields import IN_REMARK, field, shown, step_name
from bot.ui.draft_steps import Desk, gathering_of, to_read, turning
from bot.ui.gathering_actions import AskPaperConsent
from bot.ui.pages import pages
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: Visible characters of a page of the preview: a phone scrolls it, and its heading fits beside them.
PAGE = 3000
#: So many consultations are offered with a button each; a list of them all is a command away.
OFFERED = 8


def offer(say: Speaker, drafts: Sequence[Draft], consultation: ConsultationId | None = None) -> Screen:
    """The drafts that are kept: go on with one of them, or begin another.

    Args:
        say: the person's language.
        drafts: what they are writing.
        consultation: the one that they want to write for, if they have said so.
    """
    new = OfferConsultations() if consultation is None else BeginDraft(consultation=consultation)
    is_full = sum(draft.proposal_id is None for draft in drafts) >= MOST_DRAFTS
    return Screen(
        paragraphs(
            say("draft-offer", count=len(drafts)),
            say("draft-offer-full", count=MOST_DRAFTS) if is_full else "",
        ),
        [
            *([buttons.button(named(say, draft), ContinueDraft(draft=draft.id))] for draft in drafts),
            *([] if is_full else [[Button(say.plain("button-begin"), new)]]),
            [buttons.to_menu(say)],
        ],
        is_of_draft=True,
    )


def named(say: Speaker, draft: Draft) -> str:
    """A draft on a button, by its title where it has one."""
    title = draft.answers.get(Step.TITLE)
    if title is None:
        return say.plain("draft-untitled", date=draft.created_at)
    if draft.is_for_other:
        return say.plain("draft-for-other-titled", title=title)
    return say.plain("draft-correction-titled", title=title) if draft.proposal_id else title


def consultations(say: Speaker, offered: Sequence[Consultation], draft: Draft | None = None) -> Screen:
    """What the proposal answers: one of the open consultations, or none.

    Args:
        say: the person's language.
        offered: the open ones, the one that closes first before the others.
        draft: the draft that is to answer another one; None before a draft is begun.
    """
    if draft is None:
        choices: list[tuple[str, BeginDraft | MoveDraft | DetachDraft]] = [
            (one.text(say.language)[1].title, BeginDraft(consultation=one.id)) for one in offered[:OFFERED]
        ]
        choices.append((say.plain("button-any-time"), BeginDraft(consultation=ConsultationId(0))))
        back = buttons.to_menu(say)
    else:
        choices = [
            (one.text(say.language)[1].title, MoveDraft(draft=draft.id, consultation=one.id))
            for one in offered[:OFFERED]
        ]
        choices.append((say.plain("button-any-time"), DetachDraft(draft=draft.id)))
        back = buttons.back(say, ContinueDraft(draft=draft.id))
    text = say("draft-choose-consultation" if offered else "draft-choose-nothing")
    ways_back = [back] if draft is None else [back, buttons.to_menu(say)]
    return Screen(
        text, [*([buttons.button(label, action)] for label, action in choices), ways_back], is_of_draft=True
    )


def preview(desk: Desk, *, page: int = 0, is_changed: bool = False) -> Screen:
    """All that is written and chosen, with a way to change each of it, and to send it.

    Args:
        desk: the draft and what is around it.
        page: from 0, where it is longer than a screen.
        is_changed: whether it is shown because it is no longer what was checked before.
    """
    say, draft = desk.say, desk.draft
    parts = pages(_fields(desk), PAGE)
    page = min(page, len(parts) - 1)
    number = say("draft-page", number=page + 1, total=len(parts)) if len(parts) > 1 else ""
    return Screen(
        paragraphs(
            desk.note or "",
            lines([_opening(desk, is_changed=is_changed), gathering_of(desk), _for(desk), number]),
            parts[page],
        ),
        [
            [_sending(desk)],
            *turning(draft, Step.PREVIEW, page, len(parts)),
            *to_read(desk),
            *_edits(desk),
            [
                Button(say.plain("button-save-exit"), SetDraftAside()),
                Button(say.plain("button-discard"), ConfirmDiscard(draft=draft.id)),
            ],
        ],
        is_of_draft=True,
        asks_for=draft.id,
    )


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
            [blocks.to_rules(say)],
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
            [buttons.resume(say, draft.id)],
            [Button(say.plain("button-discard"), DiscardDraft(draft=draft.id))],
        ],
        is_of_draft=True,
    )


def discarded(say: Speaker) -> Screen:
    """The draft is gone."""
    return Screen(say("proposal-discarded"), [[buttons.propose(say)], [buttons.to_menu(say)]])


def nothing_to_cancel(say: Speaker, *, has_drafts: bool) -> Screen:
    """`/cancel` with nothing under way; what was put aside is kept."""
    if has_drafts:
        to_drafts = Button(say.plain("button-drafts"), StartProposal())
        return Screen(say("proposal-nothing-to-cancel-kept"), [[to_drafts], [buttons.to_menu(say)]])
    return Screen(say("proposal-nothing-to-cancel"), [[buttons.propose(say)], [buttons.to_menu(say)]])


def closed(say: Speaker, draft_id: DraftId) -> Screen:
    """The consultation has closed while the draft was being written: it can go on without it."""
    return Screen(
        say("proposal-consultation-closed"),
        [
            [Button(say.plain("button-at-any-time"), DetachDraft(draft=draft_id))],
            [Button(say.plain("button-other-consultation"), ChooseConsultation(draft=draft_id))],
            [
                Button(say.plain("button-save-exit"), SetDraftAside()),
                Button(say.plain("button-discard"), ConfirmDiscard(draft=draft_id)),
            ],
        ],
        is_of_draft=True,
    )


def edited(say: Speaker, draft: Draft, note: str) -> Screen:
    """An answer has followed an edited message, in a draft that is not in hand."""
    return Screen(
        paragraphs(note), [[buttons.resume(say, draft.id)], [buttons.to_menu(say)]], is_of_draft=True
    )


def waiting(say: Speaker, draft: Draft, consultation: Consultation | None) -> Screen:
    """The reminder of a draft.

    Args:
        say: the person's language.
        draft: the draft.
        consultation: the one that it answers, while that is open.
    """
    title = draft.answers.get(Step.TITLE)
    return Screen(
        paragraphs(
            lines(
                [
                    say("draft-waits"),
                    say("draft-waits-titled", title=shortened(title, 150)) if title else "",
                    say("draft-waits-until", closes=consultation.closes_at) if consultation else "",
                ]
            ),
            say("draft-waits-once"),
        ),
        [
            [Button(say.plain("button-continue"), ContinueDraft(draft=draft.id))],
            [Button(say.plain("button-discard"), ConfirmDiscard(draft=draft.id)), buttons.to_menu(say)],
        ],
        stays=True,
    )


def _seen(draft: Draft) -> SeenDraft:
    return SeenDraft(draft=draft.id, revision=revision_of(draft))


def _sending(desk: Desk) -> Button:
    """To the first step that is missing; else to consent, or for a correction, which has that, to the end."""
    say, draft = desk.say, desk.draft
    if draft.missing:
        return Button(
            say.plain("button-fill-missing"), ShowStep(draft=draft.id, step=draft.missing[0], returns=True)
        )
    if draft.is_for_other:
        return Button(say.plain("button-enter"), AskPaperConsent(seen=_seen(draft)))
    if draft.proposal_id is not None:
        return Button(say.plain("button-save-changes"), SubmitProposal(seen=_seen(draft)))
    label = "button-remark" if draft.is_remark else "button-submit"
    return Button(say.plain(label), AskConsent(seen=_seen(draft)))


def _opening(desk: Desk, *, is_changed: bool) -> Html:
    say, draft = desk.say, desk.draft
    if draft.missing:
        names = ", ".join(step_name(say, step, is_remark=draft.is_remark) for step in draft.missing)
        return say("proposal-preview-missing", count=len(draft.missing), steps=names)
    if is_changed:
        return say("proposal-preview-changed")
    if desk.around.corrects is not None:
        return say("draft-correction-preview", reference=desk.around.corrects.reference)
    return say("proposal-preview")


def _for(desk: Desk) -> Html:
    say = desk.say
    if desk.consultation:
        return say("proposal-for", title=desk.consultation)
    return say("draft-for-any-time") if desk.around.open else Html("")


def _seen_steps(desk: Desk) -> list[Step]:
    """What is asked for in this mode, and what has been answered all the same."""
    draft = desk.draft
    asked, hidden = draft.steps(desk.around.unasked), OF_AUTHOR if draft.is_anonymous else frozenset[Step]()
    return [
        step
        for step in QUESTIONS
        if step in asked
        or (step not in hidden and not draft.is_remark and _answer(desk, step))
        or step in draft.missing
    ]


def _answer(desk: Desk, step: Step) -> str:
    if step is Step.ATTACHMENTS:
        return attachments.attachment_lines(desk.say, desk.around.files)
    return shown(desk.say, desk.knowledge, desk.draft, step)


def _fields(desk: Desk) -> Html:
    """The answers one after another; what may be left empty and is, together in one line."""
    say = desk.say
    empty = [step for step in _seen_steps(desk) if not step.is_required and not _answer(desk, step)]
    names = ", ".join(step_name(say, step, is_remark=desk.draft.is_remark) for step in empty)
    return paragraphs(
        *(_field(desk, step) for step in _seen_steps(desk) if step not in empty),
        say("draft-fields-empty", steps=names) if names else "",
    )


def _field(desk: Desk, step: Step) -> Html:
    excess = desk.draft.excess(step)
    return lines(
        [
            field(desk.say, step, _answer(desk, step), is_remark=desk.draft.is_remark),
            desk.say("draft-field-excess", excess=excess) if excess else "",
        ]
    )


def _edit_label(draft: Draft, step: Step) -> str:
    is_named = draft.is_remark and step in IN_REMARK
    return f"button-edit-remark-{step}" if is_named else f"button-edit-{step.replace('_', '-')}"


def _edits(desk: Desk) -> list[Row]:
    """A button for every field; what the quick mode leaves out is a button away."""
    say, draft = desk.say, desk.draft
    edits = [
        Button(
            say.plain(_edit_label(draft, step)),
            ShowStep(draft=draft.id, step=step, returns=True),
        )
        for step in _seen_steps(desk)
    ]
    if draft.proposal_id is None and (desk.around.open or desk.consultation):
        edits.append(Button(say.plain("button-other-consultation"), ChooseConsultation(draft=draft.id)))
    if draft.mode is Mode.QUICK and not draft.is_remark:
        edits.append(Button(say.plain("button-more-fields"), ChooseMode(draft=draft.id, mode=Mode.FULL)))
    return buttons.in_rows(edits)
