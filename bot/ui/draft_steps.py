"""A draft's steps: one screen each, with what is asked, what was said before, and the ways on and back."""

from dataclasses import dataclass, replace

from bot.domain.attachments import AT_MOST, LARGEST
from bot.domain.draft_texts import values_of
from bot.domain.drafts import LIMITS, OPTIONAL, WHOLE, Draft, DraftId, Mode, Step
from bot.domain.knowledge import Knowledge
from bot.domain.paging import Page
from bot.domain.proposals import OgpValue
from bot.services.drafts import Around
from bot.texts import Html, Speaker
from bot.ui import attachments, buttons, consultations
from bot.ui.actions import SetDraftAside, ShowConsultation, ShowStep, SkipStep
from bot.ui.buttons import Row
from bot.ui.draft_actions import (
    ChooseAnswer,
    ChooseMode,
    ContinueDraft,
    ShowDraftPage,
    ShowExample,
    SkipOptional,
    TickValue,
)
from bot.ui.draft_fields import IN_REMARK, choices, shown, step_name
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: Choices on one screen.
PAGE = 10
#: Characters of the end of what fits, where an answer is too long.
FITTING = 80


@dataclass(frozen=True)
class Desk:
    """What the screens of one draft are drawn from.

    Attributes:
        note: what has just happened, over what is asked.
    """

    say: Speaker
    knowledge: Knowledge
    draft: Draft
    around: Around
    note: str | None = None

    @property
    def consultation(self) -> str:
        """Title of the consultation that the draft answers; empty for "at any time"."""
        one = self.around.consultation
        return "" if one is None else one.text(self.say.language)[1].title


def question(desk: Desk, *, page: int | None = None) -> Screen:
    """The draft's present step.

    Args:
        desk: the draft and what is around it.
        page: of the choices, from 0; the one with the present answer by default.
    """
    say, draft = desk.say, desk.draft
    excess = draft.excess(draft.step)
    kept = shown(say, desk.knowledge, draft, draft.step)
    is_kept_shown = kept and not excess and draft.step not in {Step.VALUES, Step.ATTACHMENTS}
    return Screen(
        paragraphs(
            lines([_heading(desk), gathering_of(desk), _for(desk)]),
            desk.note or "",
            _too_long(say, draft) if excess else _asked(desk),
            lines(
                [
                    say("proposal-kept", text=shortened(kept, 600)),
                    say("proposal-replaces") if draft.step.is_typed else "",
                ]
            )
            if is_kept_shown
            else "",
        ),
        _rows(desk, page),
        is_of_draft=True,
        asks_for=draft.id,
    )


def example(desk: Desk, step: Step) -> Screen:
    """A good answer to a step, with what makes it good."""
    say, draft = desk.say, desk.draft
    back = ShowStep(draft=draft.id, step=step, returns=draft.returns and draft.step is step)
    return Screen(
        paragraphs(
            say("draft-example-heading", step=step_name(say, step, is_remark=draft.is_remark)),
            _advice(say, draft, step),
        ),
        [[Button(say.plain("button-to-step"), back)]],
        is_of_draft=True,
    )


def reminded(say: Speaker, screen: Screen, draft: Draft | None, *, is_typed: bool) -> Screen:
    """Another screen, shown in the middle of a draft: it says where the next message goes.

    Args:
        say: the person's language.
        screen: the other screen.
        draft: the draft, if there is one.
        is_typed: whether the screen answers a message: where the draft asks for none, one may think that it
            was the proposal's; a pressed button needs no such word.
    """
    if draft is None or not draft.is_open or not (draft.step.is_typed or is_typed):
        return screen
    note = (
        say("proposal-still-open", step=step_name(say, draft.step, is_remark=draft.is_remark))
        if draft.step.is_typed
        else say("proposal-not-sent")
    )
    resume, same = buttons.resume(say), (ContinueDraft(draft=DraftId(0)), ContinueDraft(draft=draft.id))
    rows = [[button for button in row if button.action not in same] for row in screen.rows]
    return replace(screen, text=paragraphs(screen.text, note), rows=[[resume], *(row for row in rows if row)])


def to_read(desk: Desk) -> list[Row]:
    """The draft that a remark is on, one tap away."""
    consultation = desk.around.consultation
    if consultation is None or not desk.draft.is_remark:
        return []
    document = consultation.draft_document
    if document is not None:
        return [[consultations.document_button(desk.say, document)]]
    if consultation.url:
        return [[Button(desk.say.plain("button-notice"), url=consultation.url)]]
    return [[Button(desk.say.plain("button-read"), ShowConsultation(consultation=consultation.id))]]


def gathering_of(desk: Desk) -> Html:
    """From which meeting an officer enters it; nothing for one's own."""
    gathering = desk.around.gathering
    if gathering is None:
        return Html("")
    return desk.say("gathering-named", name=gathering.name, held=desk.say.date(gathering.held_on))


def skip(say: Speaker, draft: Draft) -> Button:
    """Leave the present step empty."""
    return Button(say.plain("button-skip"), SkipStep(draft=draft.id, step=draft.step))


def leave(say: Speaker, draft: Draft) -> Button:
    """Save and leave; nothing is to be saved of an empty one."""
    return Button(say.plain("button-save-exit"), SetDraftAside()) if draft.answers else buttons.to_menu(say)


def _advice(say: Speaker, draft: Draft, step: Step) -> Html:
    if draft.is_remark and step in IN_REMARK:
        hint = say(f"remark-hint-{step}")
        return paragraphs(say(f"remark-example-{step}"), say("draft-hint", hint=hint))
    return paragraphs(
        say(f"draft-example-{_id(step)}"), say("draft-hint", hint=say(f"draft-hint-{_id(step)}"))
    )


def _id(step: Step) -> str:
    return step.replace("_", "-")


def _heading(desk: Desk) -> Html:
    say, draft = desk.say, desk.draft
    step = step_name(say, draft.step, is_remark=draft.is_remark)
    asked = draft.steps(desk.around.unasked)
    if draft.returns or draft.step not in asked:
        return say("draft-correction-heading", step=step)
    number = asked.index(draft.step) + 1
    return say("proposal-step-heading", number=number, total=len(asked), step=step)


def _too_long(say: Speaker, draft: Draft) -> Html:
    """By how much the kept answer is too long, and the words with which what fits ends."""
    most = LIMITS[draft.step].most
    fitting = draft.answers[draft.step][:most][-FITTING:]
    end = " ".join(fitting.split()[1:]) or fitting  # the first word may be cut
    return paragraphs(
        say("proposal-too-long", excess=draft.excess(draft.step), most=most),
        say("proposal-fits", text=end),
    )


def _for(desk: Desk) -> str:
    is_begun = desk.draft.step is Step.TITLE and desk.consultation
    return desk.say("proposal-for", title=desk.consultation) if is_begun else ""


def _asked(desk: Desk) -> Html:
    say, step = desk.say, desk.draft.step
    match step:
        case Step.IDENTITY:
            return paragraphs(
                say("gathering-ask-identity" if desk.draft.is_for_other else "draft-ask-identity"),
                lines(
                    say("draft-identity-effect", identity=say(f"identity-{one}"), effect=effect)
                    for one, effect in (
                        ("public", say("identity-public-effect")),
                        ("named", say("identity-named-effect")),
                        ("anonymous", say("identity-anonymous-effect")),
                    )
                ),
                "" if desk.draft.is_for_other else say("draft-identity-chat"),
            )
        case Step.ATTACHMENTS:
            files = desk.around.files
            return paragraphs(
                say("draft-ask-attachments", most=AT_MOST, size=say.size(LARGEST)),
                say("draft-files", files=attachments.attachment_lines(say, files)) if files else "",
            )
        case Step.VALUES | Step.REGION | Step.TOPIC | Step.GOAL:
            return say(f"draft-ask-{step}")
    if desk.draft.is_for_other and step in {Step.NAME, Step.CONTACT}:
        return say(f"gathering-ask-{step}", most=LIMITS[step].most)
    if desk.draft.is_remark and step in IN_REMARK:
        return say(f"remark-ask-{step}", most=LIMITS[step].most)
    return say(f"proposal-ask-{_id(step)}", most=LIMITS[step].most)


def _rows(desk: Desk, page: int | None) -> list[Row]:
    say, draft = desk.say, desk.draft
    rows: list[Row] = []
    if draft.step is Step.VALUES:
        rows += _ticks(desk)
    elif draft.step.is_choice:
        rows += _options(desk, page)
    on = _way_on(desk)
    rows += [[on]] if on else []
    has_files = draft.step is Step.ATTACHMENTS and desk.around.files
    rows += attachments.removals(say, draft, desk.around.files) if has_files else []
    beside = [] if draft.step.is_required or has_files else [skip(say, draft)]
    if draft.step.is_typed:
        example = ShowExample(draft=draft.id, step=draft.step)
        beside.insert(0, Button(say.plain("button-example"), example))
    rows += [beside] if beside else []
    rows += [*_modes(desk), *to_read(desk)]
    back = draft.previous(desk.around.unasked)
    if back is None or draft.returns:
        return [*rows, [leave(say, draft)]]
    action = ShowStep(draft=draft.id, step=back, returns=False)
    return [*rows, [Button(say.plain("button-back"), action), leave(say, draft)]]


def _way_on(desk: Desk) -> Button | None:
    """Leave what is there as it is; at ticks and files, where each press is kept at once, that is the way on."""
    say, draft = desk.say, desk.draft
    is_gathered = draft.step in {Step.VALUES, Step.ATTACHMENTS}
    label = say.plain("button-next" if is_gathered and not draft.returns else "button-keep")
    if draft.returns:
        return Button(
            say.plain("button-done") if is_gathered else label,
            ShowStep(draft=draft.id, step=Step.PREVIEW, returns=False),
        )
    has_files = draft.step is Step.ATTACHMENTS and desk.around.files
    if has_files or (draft.answers.get(draft.step) and not draft.excess(draft.step)):
        following = draft.following(desk.around.unasked)
        return Button(label, ShowStep(draft=draft.id, step=following, returns=False))
    return None


def _modes(desk: Desk) -> list[Row]:
    """At the title, all or only what is obligatory; at the first optional step, past all of them."""
    say, draft = desk.say, desk.draft
    if draft.returns or draft.is_remark:
        return []
    if draft.step is Step.TITLE:
        other = Mode.FULL if draft.mode is Mode.QUICK else Mode.QUICK
        return [[Button(say.plain(f"button-mode-{other}"), ChooseMode(draft=draft.id, mode=other))]]
    first = next((step for step in draft.steps(desk.around.unasked) if step in OPTIONAL), None)
    if draft.step is first:
        return [[Button(say.plain("button-skip-optional"), SkipOptional(draft=draft.id))]]
    return []


def _ticks(desk: Desk) -> list[Row]:
    say, draft = desk.say, desk.draft
    ticked = values_of(draft)
    return [
        [
            Button(
                f"✓ {name}" if value in ticked else name,
                TickValue(draft=draft.id, value=OgpValue(value), is_ticked=value not in ticked),
            )
        ]
        for value, name in choices(say, desk.knowledge, Step.VALUES)
    ]


def _options(desk: Desk, page: int | None) -> list[Row]:
    """The choices of a page, two side by side where they are short, and the ways to the other pages."""
    draft = desk.draft
    offered = choices(desk.say, desk.knowledge, draft.step)
    present = draft.answers.get(draft.step)
    if page is None:
        page = next((at // PAGE for at, (answer, _) in enumerate(offered) if answer == present), 0)
    shown = Page.of(page, len(offered), PAGE)
    cells = [
        buttons.button(
            f"✓ {name}" if answer == present else name,
            ChooseAnswer(draft=draft.id, step=draft.step, choice=answer),
        )
        for answer, name in shown.cut(offered)
    ]
    whole = cells[:1] if shown.at == 0 and offered and offered[0][0] == WHOLE else []
    rows: list[Row] = [whole] if whole else []
    rows += buttons.in_rows(cells[len(whole) :])
    return [*rows, *turning(draft, draft.step, shown.at, shown.count)]


def turning(draft: Draft, step: Step, page: int, pages: int) -> list[Row]:
    """The ways to the pages before and after; none where there is but one."""

    def to(label: str, other: int) -> Button:
        return Button(label, ShowDraftPage(draft=draft.id, step=step, page=other))

    row = [
        *([to(f"‹ {page}", page - 1)] if page > 0 else []),
        *([to(f"{page + 2} ›", page + 1)] if page + 1 < pages else []),
    ]
    return [row] if row else []
