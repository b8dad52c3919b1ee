"""The steps of an officer's work on a consultation, one screen each, and the look at the whole before it goes."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.consultation_asks import LIMITS, MOMENTS, NO, NOW, SECOND_TEXTS, YES, Ask, Intent
from bot.domain.consultation_drafts import ConsultationDraft
from bot.domain.consultations import ConsultationKind
from bot.domain.knowledge import Knowledge
from bot.domain.moments import written
from bot.domain.paging import Page
from bot.services.consultation_work import Work
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui import consultation_fields as fields
from bot.ui.actions import ShowUnpublished
from bot.ui.buttons import Row
from bot.ui.publishing_actions import (
    ChooseForWork,
    ContinueWork,
    DiscardWork,
    PutWorkAside,
    ShowWorkPage,
    ShowWorkStep,
    SkipWorkStep,
    TakeDocumentOut,
    TickForWork,
)
from bot.ui.screen import Button, Screen, paragraphs, shortened

#: Choices on one screen, and how much of an answer is shown where it is asked for again.
PAGE, KEPT = 12, 600


@dataclass(frozen=True)
class Bench:
    """What the screens of some work are drawn from.

    Attributes:
        bot_name: the bot's user name, for the address in what people will read.
        note: what has just happened, over what is asked.
        example: a moment in the bot's zone, to show how one is written.
    """

    say: Speaker
    knowledge: Knowledge
    work: Work
    now: datetime
    example: datetime
    bot_name: str
    note: str = ""

    @property
    def draft(self) -> ConsultationDraft:
        """The work itself."""
        return self.work.draft


def question(bench: Bench, *, page: int = 0) -> Screen:
    """The present step.

    Args:
        bench: the work.
        page: of the choices, from 0.
    """
    say, draft = bench.say, bench.draft
    excess = draft.excess(draft.step)
    kept = _answer(bench, draft.step)
    is_kept_shown = kept and not excess and draft.step not in {Ask.TOPICS, Ask.REGIONS}
    return Screen(
        paragraphs(
            _heading(bench),
            bench.note,
            say("proposal-too-long", excess=excess, most=LIMITS[draft.step].most)
            if excess
            else _asked(bench),
            say("proposal-kept", text=shortened(kept, KEPT)) if is_kept_shown else "",
        ),
        _rows(bench, page),
        is_of_draft=True,
        asks_for_work=draft.id,
    )


def ask_discard(say: Speaker, draft: ConsultationDraft) -> Screen:
    """Before anything typed is thrown away."""
    shown = shortened(draft.title, 150) or say.plain("publishing-untitled", date=draft.created_at)
    return Screen(
        say("publishing-discard", title=shown, is_new=draft.consultation_id is None),
        [
            [Button(say.plain("button-save-exit"), PutWorkAside())],
            [Button(say.plain("button-continue"), ContinueWork(draft=draft.id))],
            [Button(say.plain("button-discard-work"), DiscardWork(draft=draft.id))],
        ],
        is_of_draft=True,
    )


def reminded(say: Speaker, screen: Screen, draft: ConsultationDraft | None) -> Screen:
    """Another screen, shown in the middle of some work: it says where the next message goes."""
    if draft is None or not draft.step.is_typed:
        return screen
    note = say("publishing-still-open", step=name(say, draft.step))
    resume = [Button(say.plain("button-continue"), ContinueWork(draft=draft.id))]
    return replace(screen, text=paragraphs(screen.text, note), rows=[resume, *screen.rows])


def edited(say: Speaker, draft: ConsultationDraft, note: str) -> Screen:
    """An answer has followed an edited message, in work that is not in hand."""
    return Screen(
        Html(note),
        [
            [Button(say.plain("button-continue"), ContinueWork(draft=draft.id))],
            [buttons.back(say, ShowUnpublished()), buttons.to_menu(say)],
        ],
        is_of_draft=True,
    )


def name(say: Speaker, step: Ask) -> Html:
    """The name of a step."""
    if step.is_second and step in SECOND_TEXTS:
        return say("publishing-in-second", name=say(f"publishing-step-{_id(Ask(step.field))}"))
    return say(f"publishing-step-{_id(step)}")


def title(bench: Bench) -> str:
    """The title of the consultation that the work is about."""
    consultation = bench.work.consultation
    return shortened(consultation.title(bench.say.language), 80) if consultation else "–"


def _id(step: Ask) -> str:
    return step.replace("_", "-")


def _heading(bench: Bench) -> Html:
    say, draft = bench.say, bench.draft
    step = name(say, draft.step)
    asked = draft.steps(bench.work.unasked)
    if draft.intent is not Intent.PREPARE or draft.returns or draft.step not in asked:
        return say(
            f"publishing-heading-{draft.intent}", step=step, title=shortened(draft.title, 80) or title(bench)
        )
    return say("proposal-step-heading", number=asked.index(draft.step) + 1, total=len(asked), step=step)


def _asked(bench: Bench) -> Html:
    say, draft, step = bench.say, bench.draft, bench.draft.step
    if step is Ask.NOTE:
        return say(f"publishing-ask-note-{draft.intent}", most=LIMITS[step].most)
    if step in MOMENTS:
        return say(f"publishing-ask-{step}", example=written(bench.example), read=say.moment(bench.example))
    if step in SECOND_TEXTS:
        return say("publishing-ask-second-text", name=name(say, Ask(step.field)), most=LIMITS[step].most)
    if step is Ask.DOCUMENTS:
        return say(f"publishing-ask-documents-{draft.kind}")
    if step in LIMITS:
        return say(f"publishing-ask-{step}", most=LIMITS[step].most)
    return say(f"publishing-ask-{step}")


def _answer(bench: Bench, step: Ask) -> str:
    """An answer in words; empty where there is none."""
    say, draft = bench.say, bench.draft
    answer = draft.answers.get(step, "")
    if step in {Ask.TOPICS, Ask.REGIONS}:
        offered = bench.knowledge.topics if step is Ask.TOPICS else bench.knowledge.regions
        return fields.chosen(say, answer.split(",") if answer else [], offered)
    if step is Ask.DOCUMENTS:
        return "\n".join(fields.document_line(say, one) for one in draft.documents)
    if step in MOMENTS and answer:
        return say.plain("publishing-now") if answer == NOW else say.moment(datetime.fromisoformat(answer))
    if step is Ask.KIND and answer:
        return say.plain(f"consultation-kind-name-{draft.kind}")
    if step is Ask.SECOND and answer:
        return say.plain(f"publishing-second-{answer}")
    return answer


def _rows(bench: Bench, page: int) -> list[Row]:
    say, draft = bench.say, bench.draft
    rows = _choices(bench, page)
    is_gathered = draft.step in {Ask.TOPICS, Ask.REGIONS, Ask.DOCUMENTS}
    has_answer = bool(draft.answers.get(draft.step)) and not draft.excess(draft.step)
    following = Ask.PREVIEW if draft.returns else draft.following(bench.work.unasked)
    if has_answer or is_gathered or draft.returns:
        label = ("button-done" if draft.returns else "button-next") if is_gathered else "button-keep"
        to = ShowWorkStep(draft=draft.id, step=following, returns=False)
        rows.append([Button(say.plain(label), to)])
    can_be_empty = not draft.is_required(draft.step) and draft.step not in {Ask.SECOND, Ask.SLUG}
    if can_be_empty and not is_gathered:  # what is gathered is taken out piece by piece
        skip = "button-clear" if has_answer else "button-skip"
        rows.append([Button(say.plain(skip), SkipWorkStep(draft=draft.id, step=draft.step))])
    leave = Button(say.plain("button-save-exit"), PutWorkAside())
    back = draft.previous(bench.work.unasked)
    if back is None or draft.returns or draft.intent is not Intent.PREPARE:
        return [*rows, [leave]]
    to = ShowWorkStep(draft=draft.id, step=back, returns=False)
    return [*rows, [Button(say.plain("button-back"), to), leave]]


def _choices(bench: Bench, page: int) -> list[Row]:
    say, draft, step = bench.say, bench.draft, bench.draft.step

    def choose(label: str, choice: str) -> Row:
        return [Button(say.plain(label), ChooseForWork(draft=draft.id, step=step, choice=choice))]

    match step:
        case Ask.KIND:
            return [choose(f"button-choose-{kind}", kind) for kind in ConsultationKind]
        case Ask.OPENS:
            return [choose("button-opens-now", NOW)]
        case Ask.SECOND:
            return [choose("button-second-yes", YES), choose("button-second-no", NO)]
        case Ask.DOCUMENTS:
            return [
                [
                    buttons.button(
                        say.plain("attachment-button-remove", name=one.title),
                        TakeDocumentOut(draft=draft.id, mark=one.mark),
                    )
                ]
                for one in draft.documents
            ]
        case Ask.TOPICS | Ask.REGIONS:
            return _ticks(bench, page)
    return []


def _ticks(bench: Bench, page: int) -> list[Row]:
    say, draft, step = bench.say, bench.draft, bench.draft.step
    offered = list((bench.knowledge.topics if step is Ask.TOPICS else bench.knowledge.regions).values())
    ticked = draft.answers.get(step, "").split(",")
    shown = Page.of(page, len(offered), PAGE)
    cells = [
        buttons.button(
            f"✓ {one.title(say.language)}" if one.id in ticked else one.title(say.language),
            TickForWork(draft=draft.id, step=step, choice=one.id, is_ticked=one.id not in ticked),
        )
        for one in shown.cut(offered)
    ]

    def to(label: str, other: int) -> Button:
        return Button(label, ShowWorkPage(draft=draft.id, step=step, page=other))

    # Numbers: "on" is what leads to the next step.
    turns = [
        *([to(f"‹ {shown.at}", shown.at - 1)] if shown.at else []),
        *([to(f"{shown.at + 2} ›", shown.at + 1)] if shown.at + 1 < shown.count else []),
    ]
    return [
        *buttons.in_rows(cells),
        *([turns] if turns else []),
    ]
