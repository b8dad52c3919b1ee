"""Handing out proposals in the chat: what, in which form, how far it is, what can go wrong; and who may not."""

import asyncio
import csv
import hashlib
import io
import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from datetime import timedelta
from typing import Any

import openpyxl
import pytest

from bot.domain.exports import COLUMNS
from bot.domain.people import Role
from bot.domain.proposals import Proposal, ProposalState
from bot.sandbox import ChatMessage, Person, Sandbox
from storage import AttachmentFiles
from tests.flows.cases import at, received
from tests.flows.conftest import House
from tests.flows.scenes import CONTACT, PROBLEM, SOLUTION, TITLE, click, draft, press, submit, write
from tests.services.proposed import appoint, attach, file

FORGED = [
    "xs",
    "xc:0",
    "xf:all:0",
    "xf:consultation:1",
    "xt:all:0:xlsx",
    "xt:all:0:csv",
    "xz:all:0",
    "xp:csv",
]


async def pull(officer: Person, form: str, scope: str = "Усі") -> ChatMessage:
    """`/export`, what, in which form; the file."""
    shown = await write(officer, "/export")
    label = next(label for label in shown.labels if label.startswith(scope))
    await press(officer, label, message=shown)
    return await press(officer, f"Вивантажити {form}")


async def heard(officer: Person, proposals: int) -> None:
    """The secretariat has heard of so many."""

    def are_there(_: ChatMessage) -> bool:
        return sum("Нова пропозиція" in one.text for one in officer.chat.messages) == proposals

    await officer.wait_for(are_there)


def pressed(data: str, officer: Person) -> dict[str, Any]:
    """The update of a pressed button, as Telegram sends it."""
    last = officer.chat.messages[-1]
    chat = {"id": officer.id, "type": "private", "first_name": "Марія"}
    return {
        "update_id": 10**6,
        "callback_query": {
            "id": "1",
            "from": {"id": officer.id, "is_bot": False, "first_name": "Марія", "language_code": "uk"},
            "chat_instance": "1",
            "data": data,
            "message": {"message_id": last.id, "date": 1, "chat": chat, "text": "x"},
        },
    }


def table(shown: ChatMessage) -> list[dict[str, str]]:
    content = shown.document.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


async def logged(house: House) -> list[dict[str, Any]]:
    """What the audit log has of hand-outs, the oldest first."""
    async with house.rooms.database.view() as view:
        found = [dict(one.details) async for one in view.audit.each() if one.verb == "exported"]
    return found[::-1]


async def attached(house: House, proposal: Proposal, **contents: bytes) -> None:
    """Files of a proposal, by their names without the ending."""
    files = AttachmentFiles.beside(house.settings.database)
    given = [
        file(number, f"{name}.pdf", content, files.put(content))
        for number, (name, content) in enumerate(contents.items(), start=1)
    ]
    await attach(house.rooms.database, proposal.id, *given)


@pytest.mark.parametrize("data", FORGED)
async def test_citizen_who_forges_a_button_is_refused(house: House, olena: Person, alex: Person, data: str):
    await house.consult()
    await submit(olena)
    shown = await click(alex, data)
    assert "Only the secretariat can do this" in shown.text
    assert shown.document is None
    assert await logged(house) == []


async def test_export_of_nothing_says_so_with_a_way_on(house: House, officer: Person):
    shown = await write(officer, "/export")
    assert "Усі (0)" in shown.labels
    shown = await press(officer, "Усі (0)")
    assert "Тут порожньо: усі пропозиції" in shown.text
    assert "Оберіть, що вивантажити" in (await press(officer, "Вивантажити інше")).text
    shown = await press(officer, "До консультації (0)")
    assert "до консультацій ще нічого не надіслано" in shown.text
    for data in ("xt:all:0:xlsx", "xz:all:0", "xp:csv"):
        shown = await click(officer, data)
        assert shown.document is None
        assert "Вивантаження" in shown.text
    assert await logged(house) == []


async def test_table_has_the_agreed_columns_and_a_caption(
    house: House, sandbox: Sandbox, officer: Person, olena: Person
):
    await house.consult("open-data")
    await submit(olena)
    await heard(officer, 1)
    shown = await pull(officer, "CSV")
    assert "1 пропозиція у файлі" in shown.text
    assert "Що: усі пропозиції" in shown.text
    assert "Станом на" in shown.text
    assert "контакти авторів" in shown.text
    assert shown.document.name.startswith("proposals-all-20")
    assert shown.document.name.endswith(".csv")
    assert shown.document.content.startswith(b"\xef\xbb\xbf")
    (record,) = table(shown)
    assert tuple(record) == COLUMNS
    assert (record["title"], record["problem"], record["solution"]) == (TITLE, PROBLEM, SOLUTION)
    assert record["author_contact"] == CONTACT
    assert record["status"] == "received"
    assert record["submitted_at"].endswith(("+02:00", "+03:00"))
    assert [call.params["action"] for call in sandbox.calls_of("sendChatAction")] == ["upload_document"]
    assert await logged(house) == [{"format": "csv", "scope": "all", "count": 1}]


async def test_workbook_comes_first_and_opens(officer: Person, olena: Person):
    await submit(olena)
    await heard(officer, 1)
    await write(officer, "/export")
    shown = await press(officer, "Усі (1)")
    assert "Пропозицій: 1" in shown.text
    assert "Файлів до них немає." in shown.text
    assert shown.labels[0] == "Вивантажити XLSX"
    assert "Вивантажити файли" not in shown.labels
    shown = await press(officer, "Вивантажити XLSX")
    book = openpyxl.load_workbook(io.BytesIO(shown.document.content))
    assert book.sheetnames == ["Пропозиції", "Словник", "Про файл"]
    assert book.worksheets[0]["F2"].value == TITLE


@pytest.mark.parametrize("form", ["json", "jsonl"])
async def test_other_forms_are_a_tap_away(officer: Person, olena: Person, alex: Person, form: str):
    await submit(olena)
    await submit(alex, title="Roads and their repairs")
    await heard(officer, 2)
    first = await pull(officer, "CSV")
    shown = await press(officer, f"Вивантажити {form.upper()}", message=first)
    text = shown.document.content.decode()
    records = json.loads(text) if form == "json" else [json.loads(line) for line in text.splitlines()]
    assert [record["language"] for record in records] == ["uk", "en"]
    assert all(tuple(record) == COLUMNS for record in records)
    assert shown.id != first.id


async def test_button_of_an_earlier_release_hands_out_everything(officer: Person, olena: Person):
    await submit(olena)
    await heard(officer, 1)
    assert len(table(await click(officer, "xp:csv"))) == 1


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "+380441234567 дзвоніть", "-5 + 3 дорівнює", "@SUM(A1:A9)", "＝HYPERLINK(1)"]
)
async def test_formula_in_a_proposal_is_harmless_in_the_table(officer: Person, olena: Person, text: str):
    await draft(olena)
    await press(olena, "Змінити заголовок")
    preview = await write(olena, text)
    await press(olena, preview.labels[0])
    await press(olena, "Погодитися")
    await heard(officer, 1)
    shown = await pull(officer, "CSV")
    assert "стоїть апостроф" in shown.text
    assert table(shown)[0]["title"] == f"'{text}"
    content = (await press(officer, "Вивантажити JSON")).document.content
    assert json.loads(content)[0]["title"] == text
    content = (await press(officer, "Вивантажити XLSX")).document.content
    cell = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]["F2"]
    assert (cell.value, cell.data_type) == (f"'{text}", "s")


async def test_scope_narrows_what_is_handed_out(house: House, officer: Person, olena: Person):
    await house.consult("open-data")
    await at(house, olena, ProposalState.UNDER_REVIEW, ProposalState.ACCEPTED, title="Перша")
    await received(house, olena, "Друга")
    await officer.wait_for("Друга")
    shown = await write(officer, "/export")
    counted = [
        "Усі (2)",
        "Чекають на рішення (1)",
        "З рішенням (1)",
        "Змінені за 7 днів (2)",
        "Змінені за 30 днів (2)",
    ]
    assert shown.labels[:5] == counted
    shown = await pull(officer, "CSV", "З рішенням")
    assert [row["title"] for row in table(shown)] == ["Перша"]
    assert "Що: зі станом: прийнято" in shown.text
    shown = await pull(officer, "CSV", "Чекають")
    assert [row["title"] for row in table(shown)] == ["Друга"]
    house.clock.ahead = timedelta(days=8)
    assert "Змінені за 7 днів (0)" in (await write(officer, "/export")).labels
    assert len(table(await pull(officer, "CSV", "Змінені за 30"))) == 2


async def test_consultation_is_chosen_from_those_that_have_proposals(
    house: House, officer: Person, olena: Person
):
    await house.consult("open-data")
    await house.consult("empty", uk="Порожня")
    await received(house, olena, consultation_id=1)
    await heard(officer, 1)
    shown = await write(officer, "/export")
    shown = await press(officer, next(one for one in shown.labels if one.startswith("До консультації")))
    assert not [label for label in shown.labels if label.startswith("Порожня")]
    shown = await press(officer, shown.labels[0])
    assert "Що: консультація open-data" in shown.text
    shown = await press(officer, "Вивантажити CSV")
    assert shown.document.name.startswith("proposals-open-data-")
    assert [row["consultation"] for row in table(shown)] == ["open-data"]
    assert (await logged(house))[0]["scope"] == "open-data"


async def test_files_come_as_an_archive_with_a_manifest(house: House, officer: Person, olena: Person):
    first = await received(house, olena, "Перша")
    await received(house, olena, "Друга")
    await attached(house, first, plan=b"the plan", budget=b"the budget")
    AttachmentFiles.beside(house.settings.database).path(hashlib.sha256(b"the budget").hexdigest()).unlink()
    await heard(officer, 2)
    await write(officer, "/export")
    shown = await press(officer, "Усі (2)")
    assert "Файлів до них: 2 (18\u00a0Б)" in shown.text
    shown = await press(officer, "Вивантажити файли")
    assert "2 файли в архіві" in shown.text
    assert "1 файлу на диску немає" in shown.text
    assert shown.document.name.startswith("attachments-all-")
    with zipfile.ZipFile(io.BytesIO(shown.document.content)) as archive:
        assert archive.namelist() == [f"{first.reference}/01-plan.pdf", "manifest.csv"]
        rows = list(csv.DictReader(io.StringIO(archive.read("manifest.csv").decode("utf-8-sig"))))
    assert [row["status"] for row in rows] == ["ok", "missing"]
    assert await logged(house) == [{"format": "zip", "scope": "all", "count": 2}]


async def test_more_files_than_telegram_takes_come_in_several_archives(
    house: House, officer: Person, olena: Person
):
    proposal = await received(house, olena)
    large = {f"part{number}": bytes([number]) * (19 * 2**20) for number in range(3)}
    await attached(house, proposal, **large)
    await heard(officer, 1)
    await write(officer, "/export")
    await press(officer, "Усі (1)")
    before = officer.chat.clockwork.revision
    await press(officer, "Вивантажити файли")
    await officer.wait_for("Архів 2 з 2")
    came = [one for one in officer.chat.since(before) if one.document is not None]
    names = []
    for shown in came:
        with zipfile.ZipFile(io.BytesIO(shown.document.content)) as archive:
            names.append(archive.namelist())
    assert names == [
        [f"{proposal.reference}/01-part0.pdf", f"{proposal.reference}/02-part1.pdf", "manifest.csv"],
        [f"{proposal.reference}/03-part2.pdf", "manifest.csv"],
    ]
    assert came[-1].labels == ["Вивантажити інше", "‹ Меню"]
    assert came[0].labels == []
    assert len(await logged(house)) == 1


async def test_long_work_says_how_far_it_is_and_gives_the_choice_back(
    house: House, sandbox: Sandbox, officer: Person, olena: Person
):
    await received(house, olena)
    await heard(officer, 1)
    await write(officer, "/export")
    choice = await press(officer, "Усі (1)")
    sandbox.faults.delay("sendDocument", 1.6)
    before = officer.chat.clockwork.revision
    await officer.press("Вивантажити XLSX", message=choice)
    working = await officer.wait_for("Готую файл")
    assert working.id == choice.id
    assert "Складаю файл і надсилаю" in working.text
    assert (await officer.wait_for("у файлі")).document is not None
    while officer.chat.by_id[choice.id].text != choice.text:
        await sandbox.api.called.wait(1)
    assert len({one.id for one in officer.chat.since(before) if one.from_bot}) == 2
    assert officer.callbacks[-1].text == "Готую файл"


@pytest.mark.parametrize("applied", [False, True])
async def test_broken_line_while_sending_is_tried_again_and_logged_once(
    house: House, sandbox: Sandbox, officer: Person, olena: Person, applied
):
    await received(house, olena)
    await heard(officer, 1)
    sandbox.faults.drop("sendDocument", applied=applied, times=2)
    shown = await pull(officer, "CSV")
    await officer.wait_quiet(gap=1.5)
    assert len(table(shown)) == 1
    assert len(await logged(house)) == 1
    came = [one for one in officer.chat.messages if one.document is not None]
    assert len(came) == (3 if applied else 1)  # Telegram cannot tell whether it took one: it may come again
    assert not any((house.settings.database.parent / "bot.exports").iterdir())


async def test_file_that_telegram_refuses_is_said_and_leaves_nothing(
    house: House, sandbox: Sandbox, officer: Person, olena: Person
):
    await received(house, olena)
    await heard(officer, 1)
    sandbox.faults.answer("sendDocument", 400)
    shown = await pull(officer, "CSV")
    assert "Telegram не прийняв файл" in shown.text
    assert "ogp-bot proposals export" in shown.text
    assert "Вивантажити інше" in shown.labels
    assert not any((house.settings.database.parent / "bot.exports").iterdir())


async def test_disk_that_fails_is_said_and_nothing_is_logged(house: House, officer: Person, olena: Person):
    await received(house, olena)
    await heard(officer, 1)
    place = house.settings.database.parent / "bot.exports"
    shutil.rmtree(place, ignore_errors=True)
    place.write_text("in the way")
    shown = await pull(officer, "XLSX")
    assert "Файл не записано" in shown.text
    assert "Вивантажити інше" in shown.labels
    assert await logged(house) == []
    place.unlink()
    assert "у файлі" in (await pull(officer, "XLSX")).text


async def test_what_a_crash_has_left_is_swept_at_the_start(house: House):
    place = house.settings.database.parent / "bot.exports"
    async with house.away():
        (place / "left").mkdir(parents=True)
        (place / "left" / "proposals.xlsx").write_text("half")
    async with asyncio.timeout(30):
        while any(place.iterdir()):  # noqa: ASYNC110  (a folder tells nobody)
            await asyncio.sleep(0.05)


async def test_update_that_was_applied_before_a_crash_sends_the_file_and_logs_nothing_more(
    house: House, officer: Person, olena: Person
):
    await received(house, olena)
    await heard(officer, 1)
    await pull(officer, "CSV")
    await house.stop()
    # As a crash before the sending leaves it: the log has the hand-out, the update waits for its screen.
    with closing(sqlite3.connect(house.settings.database)) as connection, connection:
        connection.execute(
            """
            UPDATE inbox SET state = 'applied', outcome = 'export', lane = ?, payload = ?
            WHERE id = (SELECT max(id) FROM inbox)
            """,
            (officer.id, json.dumps(pressed("xt:all:0:csv", officer))),
        )
    again = await officer.reply_after(house.start(), "у файлі")
    assert len(table(again)) == 1
    assert len(await logged(house)) == 1


async def test_observer_gets_the_table_without_contacts(
    house: House, sandbox: Sandbox, officer: Person, olena: Person
):
    await received(house, olena)
    await heard(officer, 1)
    await appoint(house.rooms.database, Role.OBSERVER, person_id=1005)
    observer = sandbox.add_person(1005, "Ірина", language_code="uk")
    await write(observer, "/start")
    await write(observer, "/export")
    shown = await press(observer, "Усі (1)")
    assert "Спостерігач отримує таблицю без контактів" in shown.text
    shown = await press(observer, "Вивантажити CSV")
    assert "контакти авторів" not in shown.text
    (record,) = table(shown)
    assert (record["title"], record["author_name"], record["author_contact"]) == (TITLE, "", "")
