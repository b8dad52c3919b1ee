"""The screens of handing out proposals: what, in which form, how far it is, the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.consultations import ConsultationId
from bot.domain.exports import ExportFormat, Progress, Scope
from bot.domain.paging import Page
from bot.services.export_files import Made
from bot.services.exports import Offered, Weight
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.actions import ShowStaffPanel
from bot.ui.buttons import Row
from bot.ui.export_actions import (
    ChooseExport,
    ChooseExportConsultation,
    ChooseExportForm,
    ExportAttachments,
    ExportTable,
)
from bot.ui.screen import Button, Screen, StoredFile, paragraphs, shortened

#: Consultations on one page.
PAGE = 6
#: Letters of a consultation's title on a button; its number of proposals follows.
TITLE = 30


@dataclass(frozen=True)
class Chosen:
    """What has been chosen, as buttons carry it."""

    scope: Scope
    consultation: ConsultationId


def choose(say: Speaker, offered: Offered) -> Screen:
    """What there is, with counts."""
    rows: list[Row] = []
    for scope, count in offered.proposals.items():
        to = (
            ChooseExportConsultation(page=0) if scope is Scope.CONSULTATION else ChooseExportForm(scope=scope)
        )
        rows.append([Button(say.plain(f"export-button-{scope}", count=count), to)])
    return Screen(say("export-choose"), [*rows, [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)]])


def choose_consultation(say: Speaker, offered: Offered, page: int) -> Screen:
    """The consultations that have proposals, a page of them."""
    if not offered.consultations:
        return nothing(say, say.plain("export-no-consultations"))
    shown = Page.of(page, len(offered.consultations), PAGE)
    rows: list[Row] = []
    for one, count in shown.cut(offered.consultations):
        label = say.plain("export-button-one", title=shortened(one.title(say.language), TITLE), count=count)
        to = ChooseExportForm(scope=Scope.CONSULTATION, consultation=one.id)
        rows.append([Button(label, to)])
    rows += buttons.turns(say, shown.at, shown.count, lambda at: ChooseExportConsultation(page=at))
    return Screen(say("export-choose-consultation"), [*rows, _ways_back(say)])


def choose_form(say: Speaker, chosen: Chosen, weight: Weight, *, is_observer: bool) -> Screen:
    """How much it is, and in which forms it can be had."""
    if not weight.proposals:
        return nothing(say, weight.words)
    text = say(
        "export-choose-form",
        scope=weight.words,
        proposals=weight.proposals,
        files=weight.files,
        size=say.size(weight.size),
    )
    return Screen(
        paragraphs(text, say("export-form-hint"), say("export-for-observers") if is_observer else ""),
        [*_forms(say, chosen, has_files=bool(weight.files)), _ways_back(say)],
    )


def working(say: Speaker, words: str, progress: Progress) -> Screen:
    """How far it is."""
    if progress.total and progress.done == progress.total:
        return Screen(say("export-packing", total=progress.total, scope=words))
    return Screen(say("export-working", done=progress.done, total=progress.total, scope=words))


def table(
    say: Speaker, chosen: Chosen, made: Made, form: ExportFormat, now: datetime, *, is_observer: bool
) -> Screen:
    """The file, with the other forms a tap away."""
    is_spreadsheet = form in {ExportFormat.XLSX, ExportFormat.CSV}
    return Screen(
        paragraphs(
            say("export-done", count=made.count, scope=made.words, made=now),
            "" if is_observer else say("export-has-contacts"),
            say("export-has-formulas") if is_spreadsheet else "",
        ),
        [*_forms(say, chosen, but=form), _ways_on(say)],
        file=StoredFile(made.paths[0]),
        stays=True,
    )


def archive(say: Speaker, made: Made, number: int, now: datetime) -> Screen:
    """One of the archives, from 1; the last one has the ways on."""
    is_last = number == len(made.paths)
    return Screen(
        paragraphs(
            _of_archives(say, made, number, now),
            say("export-archive-missing", count=made.missing) if made.missing and is_last else "",
            say("export-archive-caution"),
        ),
        [_ways_on(say)] if is_last else [],
        file=StoredFile(made.paths[number - 1]),
        stays=True,
    )


def nothing(say: Speaker, words: str) -> Screen:
    """There is nothing of the kind."""
    return Screen(say("export-none", scope=words), [[_other(say)], [buttons.to_menu(say)]])


def no_files(say: Speaker, chosen: Chosen, words: str) -> Screen:
    """Nothing is attached to what has been chosen."""
    return Screen(say("export-no-files", scope=words), [*_forms(say, chosen), _ways_back(say)])


def _of_archives(say: Speaker, made: Made, number: int, now: datetime) -> Html:
    done = say("export-archive-done", count=made.count, scope=made.words, made=now)
    if len(made.paths) == 1:
        return done
    part = say("export-archive-part", number=number, total=len(made.paths))
    return paragraphs(done, part) if number == 1 else part


def _forms(
    say: Speaker, chosen: Chosen, *, has_files: bool = False, but: ExportFormat | None = None
) -> Sequence[Row]:
    """A button for each form; the workbook first."""
    scope, consultation = chosen.scope, chosen.consultation
    forms = [
        Button(
            say.plain(f"button-export-{form}"),
            ExportTable(scope=scope, consultation=consultation, format=form),
        )
        for form in ExportFormat
        if form is not but
    ]
    if has_files:
        files = ExportAttachments(scope=scope, consultation=consultation)
        forms.append(Button(say.plain("button-export-files"), files))
    return buttons.in_rows(forms)


def _other(say: Speaker) -> Button:
    return Button(say.plain("button-export-other"), ChooseExport())


def _ways_back(say: Speaker) -> Row:
    return [buttons.back(say, ChooseExport()), buttons.to_menu(say)]


def _ways_on(say: Speaker) -> Row:
    return [_other(say), buttons.to_menu(say)]
