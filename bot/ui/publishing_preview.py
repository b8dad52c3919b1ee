"""The look at an officer's work before it is confirmed: as people will see it, or what will be another for them."""

from collections.abc import Sequence

from bot.domain.consultation_asks import TEXTS, Ask, Intent
from bot.domain.consultations import ConsultationChange, ConsultationState
from bot.services.consultation_work import EVENTS, Outcome
from bot.services.consultations import Record
from bot.texts import Html, Speaker
from bot.ui import alerts, buttons, consultations
from bot.ui import consultation_fields as fields
from bot.ui.buttons import Row
from bot.ui.publishing_actions import AskDiscardWork, ConfirmWork, PreviewIn, PutWorkAside, ShowWorkStep
from bot.ui.publishing_steps import Bench, name, title
from bot.ui.screen import Button, Screen, lines, paragraphs


def preview(bench: Bench, *, other: Speaker | None = None) -> Screen:
    """The whole before it goes: as people will see it, or what will be another for them.

    Args:
        bench: the work.
        other: another language, in which it is to be seen.
    """
    say, draft, work = bench.say, bench.draft, bench.work
    is_incomplete = bool(draft.missing)
    return Screen(
        paragraphs(
            bench.note,
            _news(bench),
            _missing(bench) if is_incomplete else _opening(bench),
            say("publishing-others", count=work.others) if work.others else "",
            _body(bench, other or say),
        ),
        [
            *_confirming(bench),
            *_languages(bench, other),
            *buttons.in_rows(_edits(bench)),
            [
                Button(say.plain("button-save-exit"), PutWorkAside()),
                Button(say.plain("button-discard-work"), AskDiscardWork(draft=draft.id)),
            ],
        ],
        is_of_draft=True,
        asks_for_work=draft.id,
    )


def _news(bench: Bench) -> Html:
    """What a colleague has done meanwhile."""
    work = bench.work
    if work.news is None or work.consultation is None:
        return Html("")
    entry = fields.entry(bench.say, work.consultation, work.news)
    return paragraphs(bench.say("publishing-news"), entry)


def _missing(bench: Bench) -> Html:
    say, missing = bench.say, bench.draft.missing
    return say("publishing-missing", steps=", ".join(name(say, step) for step in missing))


def _opening(bench: Bench) -> Html:
    say, draft, work = bench.say, bench.draft, bench.work
    if draft.intent is Intent.PREPARE:
        assert work.becomes is not None
        empty = [step for step in TEXTS if not draft.answers.get(step)]
        names = ", ".join(name(say, step) for step in empty)
        return lines(
            [
                say("publish-preview", slug=work.becomes.slug, count=work.hearers),
                say("publishing-wished", opens=draft.opens_at) if draft.opens_at else "",
                say("publishing-empty", steps=names) if names else "",
            ]
        )
    if draft.intent is Intent.CORRECT and not work.fields:
        return say("publishing-nothing-changed", title=title(bench))
    return say(f"publishing-preview-{draft.intent}", title=title(bench), count=work.hearers)


def _body(bench: Bench, say: Speaker) -> Html:
    """The message itself, word for word as it will reach people."""
    draft, work = bench.draft, bench.work
    becomes = work.becomes
    if becomes is None:
        return Html("")
    if draft.intent is Intent.PREPARE:
        seen = becomes.model_copy(update={"state": ConsultationState.DRAFT})
        at = max(bench.now, draft.opens_at or bench.now)
        return alerts.opened(say, seen, at, knowledge=bench.knowledge, bot_name=bench.bot_name).text
    note = draft.answers.get(Ask.NOTE, "")
    if not becomes.state.is_public or (
        draft.intent is Intent.CORRECT and not work.fields
    ):  # it reaches nobody
        return say("consultation-note", note=note) if note else Html("")
    if draft.intent is Intent.ANSWER:
        screen = consultations.answered(say, Record(becomes, (), work.tally), note=note)
    else:
        change = ConsultationChange(
            consultation_id=becomes.id,
            event=EVENTS[draft.intent],
            note=note,
            fields=tuple(work.fields),
            changed_at=bench.now,
        )
        screen = consultations.changed(say, becomes, change, bench.now)
    return alerts.linked(say, screen, becomes, bot_name=bench.bot_name).text


def _confirming(bench: Bench) -> list[Row]:
    """What confirms it; the way to what is missing instead, while something is."""
    say, draft = bench.say, bench.draft

    def confirm(label: str, outcome: Outcome = Outcome.OPEN) -> Row:
        action = ConfirmWork(draft=draft.id, outcome=outcome, revision=draft.revision)
        return [Button(say.plain(label), action)]

    if draft.missing:
        to = ShowWorkStep(draft=draft.id, step=draft.missing[0], returns=True)
        return [[Button(say.plain("button-fill-work"), to)]]
    if draft.intent is Intent.PREPARE:
        first = (
            confirm("button-plan", Outcome.PLAN)
            if draft.opens_at
            else confirm("button-publish", Outcome.OPEN)
        )
        return [first, confirm("button-keep-for-later", Outcome.KEEP)]
    if draft.intent is Intent.CORRECT and not bench.work.fields:
        return []
    return [confirm(f"button-confirm-{draft.intent}")]


def _languages(bench: Bench, other: Speaker | None) -> list[Row]:
    draft, shown = bench.draft, (other or bench.say).language
    if draft.intent is not Intent.PREPARE or bench.work.becomes is None:
        return []
    return [
        [Button(bench.say.plain(f"button-preview-{one}"), PreviewIn(draft=draft.id, language=one))]
        for one in bench.work.languages
        if one != shown and bench.say.has(f"button-preview-{one}")
    ]


def _edits(bench: Bench) -> Sequence[Button]:
    """A button for every step."""
    say, draft = bench.say, bench.draft
    steps = [*draft.steps(bench.work.unasked)]
    if draft.intent is Intent.PREPARE:
        steps.append(Ask.SLUG)
    elif draft.intent is Intent.CORRECT:
        consultation = bench.work.consultation
        is_over = consultation is not None and consultation.state is not ConsultationState.OPEN
        steps = [step for step in steps if not (is_over and step is Ask.CLOSES)]
    return [
        buttons.button(
            say.plain("publishing-button-edit", name=name(say, step)),
            ShowWorkStep(draft=draft.id, step=step, returns=True),
        )
        for step in steps
    ]
