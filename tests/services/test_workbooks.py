"""The workbook, as a program reads it that has not written it."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import Rooms
from bot.domain.exports import COLUMNS, ExportFormat, Selection
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import Identity, ProposalState
from bot.services.explanations import LONGEST_CELL, About
from bot.services.export_files import Order
from bot.services.tables import Record, record_of
from bot.services.workbooks import Workbook
from tests.contents import strict_content
from tests.services.proposed import NOW, appoint, attach, file, proposal, put

KYIV = ZoneInfo("Europe/Kyiv")


wall = datetime.fromisoformat


def book(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def rows(sheet: Any) -> list[dict[str, Any]]:
    heading, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in others]


async def pulled(opened: Rooms, *, by: Actor | None = None, language: str = "uk", **chosen: Any) -> bytes:
    target = io.BytesIO()
    order = Order(by or Actor.operator(), Selection(**chosen), opened.texts.speaker(language))
    await opened.services.exports.write(target, ExportFormat.XLSX, order)
    return target.getvalue()


def written(folder: Path, *records: Record, most_rows: int = 1_048_576) -> bytes:
    target = io.BytesIO()
    content = strict_content()
    workbook = Workbook(
        target,
        folder,
        content.texts.speaker("uk"),
        knowledge=content.knowledge,
        explains=About("усе", NOW, KYIV, 7, has_contacts=True),
        most_rows=most_rows,
    )
    workbook.begin()
    for record in records:
        workbook.row(record)
    workbook.end(len(records))
    workbook.abandon()
    return target.getvalue()


def record(**fields: Any) -> Record:
    return record_of(proposal(1, **fields), (), Actor.operator(), KYIV)


async def test_workbook_has_dates_and_numbers_under_a_frozen_filtered_heading(opened: Rooms):
    async with opened.database.unit() as unit:
        await put(
            unit,
            1,
            state=ProposalState.ACCEPTED,
            response="We plant them.",
            responded_at=NOW,
            responded_by=PersonId(7_000_000_001),
        )
        await put(unit, 2, identity=Identity.ANONYMOUS)
    await attach(opened.database, 1, file(1, "план.pdf", b"x", "a" * 64))
    found = book(await pulled(opened))
    sheet = found.worksheets[0]
    assert [one.title for one in found.worksheets] == ["Пропозиції", "Словник", "Про файл"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:AB3")
    first, second = rows(sheet)
    assert tuple(first) == COLUMNS
    assert first["submitted_at"] == wall("2026-11-24T12:00")
    assert first["responded_at"] == wall("2026-11-24T12:00")
    assert sheet["C2"].number_format == "yyyy-mm-dd hh:mm:ss"
    assert (first["sdg"], first["endorsements"], first["responded_by"]) == (11, 0, 7_000_000_001)
    assert (first["values"], first["named"]) == ("participation; accountability", "yes")
    assert (first["problem"], first["attachments"]) == ("Too hot.\nIn July.", "план.pdf")
    assert first["author_contact"] == "'+380 44"
    assert (second["named"], second["author_name"], second["responded_at"]) == ("no", None, None)
    assert all(10 <= sheet.column_dimensions[letter].width <= 70 for letter in "BCDEFGHI")


@pytest.mark.parametrize("language", ["uk", "en"])
async def test_dictionary_explains_every_column_in_the_language_asked_for(opened: Rooms, language: str):
    dictionary = rows(book(await pulled(opened, language=language)).worksheets[1])
    column, meaning, kind, values = dictionary[0]
    assert [one[column] for one in dictionary] == list(COLUMNS)
    assert all(one[meaning] and one[kind] for one in dictionary)
    allowed = {one[column]: one[values] for one in dictionary}
    assert allowed["status"].count("\n") == len(ProposalState) - 1
    named = {"uk": "accepted – прийнято", "en": "accepted – accepted"}[language]
    assert named in allowed["status"].splitlines()
    assert "environment – " in allowed["topic"]
    assert "Europe/Kyiv" in next(one[kind] for one in dictionary if one[column] == "submitted_at")


async def test_workbook_says_what_is_in_it_and_since_when(opened: Rooms):
    async with opened.database.unit() as unit:
        await put(unit, 1, state=ProposalState.ACCEPTED)
        await put(unit, 2)
    content = await pulled(opened, states=(ProposalState.ACCEPTED,))
    about = dict(book(content).worksheets[2].iter_rows(values_only=True))
    assert about["Що у файлі"] == "зі станом: прийнято"
    assert (about["Пропозицій"], about["Курсор"]) == (1, 4)
    assert isinstance(about["Станом на"], datetime)
    assert "контакти" in about["Особисті дані"]
    observer = await appoint(opened.database, Role.OBSERVER)
    about = dict(book(await pulled(opened, by=observer)).worksheets[2].iter_rows(values_only=True))
    assert "Без контактів" in about["Особисті дані"]


@pytest.mark.parametrize(
    "text",
    [
        "=HYPERLINK(1)",
        "+1",
        "-1",
        "@SUM(A1)",
        "＝1",
        "https://example.org",
        "mailto:a@b.c",
        "{=1}",
        "12",
        "1e5",
    ],
)
def test_text_is_neither_a_formula_nor_a_link_nor_a_number(tmp_path: Path, text: str):
    content = written(tmp_path, record(title=text))
    (row,) = rows(book(content).worksheets[0])
    assert row["title"] == (f"'{text}" if text[0] in "=+-@＝" else text)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert "hyperlink" not in sheet
        assert "<f>" not in sheet
        assert not [name for name in parts.namelist() if "rels" in name and "sheet" in name]


@pytest.mark.parametrize(
    "text",
    ["<r><t>bold</t></r>", "<r>& </r>", "<r>", "a & b < c", "_x0041_", "a\x00b\x0bc", "\ufffe", "🌳" * 10],
)
def test_no_text_breaks_the_workbook(tmp_path: Path, text: str):
    (row,) = rows(book(written(tmp_path, record(title=text, problem="whole"))).worksheets[0])
    assert row["problem"] == "whole"
    if text.isprintable() and not text.startswith("_"):
        assert row["title"].rstrip() == text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_any_text_can_be_read_back(tmp_path: Path, text: str):
    (row,) = rows(book(written(tmp_path, record(title=text, problem="whole"))).worksheets[0])
    assert row["problem"] == "whole"
    read = re.sub(r"_x[0-9A-F]{4}_", "", row["title"] or "")
    kept = {c for c in text if c.isprintable() and c not in "_'"}
    assert kept <= set(read)


@pytest.mark.parametrize("text", ["щ" * 70_001, "🌳" * 33_000, "а\n" * 20_000, "x" * (LONGEST_CELL + 1)])
def test_text_longer_than_a_cell_stands_whole_in_a_sheet_of_its_own(tmp_path: Path, text: str):
    found = book(written(tmp_path, record(title="short"), record(problem=text)))
    assert found.sheetnames[-1] == "Довгі тексти"
    rest = list(found.worksheets[-1].iter_rows(values_only=True))[1:]
    assert "".join(part for _, _, _, part in rest) == text
    assert {(reference, column) for reference, column, _, _ in rest} == {("UA-2026-0001", "problem")}
    assert [number for _, _, number, _ in rest] == list(range(1, len(rest) + 1))
    shown = rows(found.worksheets[0])[1]["problem"]
    assert shown.endswith("… [увесь текст – аркуш «Довгі тексти», рядок 2]")
    assert len(shown.encode("utf-16-le")) // 2 <= LONGEST_CELL


def test_text_of_just_the_longest_cell_is_left_alone(tmp_path: Path):
    found = book(written(tmp_path, record(problem="x" * LONGEST_CELL)))
    assert len(found.sheetnames) == 3
    assert rows(found.worksheets[0])[0]["problem"] == "x" * LONGEST_CELL


def test_full_sheet_goes_on_in_another_one(tmp_path: Path):
    records = [record(title=f"Number {number}") for number in range(7)]
    found = book(written(tmp_path, *records, most_rows=4))
    assert found.sheetnames == ["Пропозиції", "Словник", "Про файл", "Пропозиції 2", "Пропозиції 3"]
    sheets = [found[name] for name in found.sheetnames if name.startswith("Проп")]
    assert [len(rows(sheet)) for sheet in sheets] == [3, 3, 1]
    assert [sheet.auto_filter.ref for sheet in sheets] == ["A1:AB4", "A1:AB4", "A1:AB2"]
    assert rows(sheets[2])[0]["title"] == "Number 6"


async def test_hour_that_comes_twice_is_shown_by_the_clock_on_the_wall(tmp_path: Path):
    moment = datetime(2026, 10, 25, 0, 30, tzinfo=ZoneInfo("UTC"))
    (row,) = rows(book(written(tmp_path, record(submitted_at=moment))).worksheets[0])
    assert row["submitted_at"] == wall("2026-10-25T03:30")


def test_nothing_is_left_of_what_it_was_put_together_from(tmp_path: Path):
    written(tmp_path, record())
    assert not any(tmp_path.iterdir())
