"""The secretariat in the chat: its panel, pulling proposals; and who may not."""

import csv
import io
import json

import pytest

from bot.domain.exports import COLUMNS
from bot.sandbox import Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import CONTACT, PROBLEM, SOLUTION, TITLE, click, draft, press, submit, write

STAFF_BUTTONS = ["st", "cd", "cw:1", "cp:1", "xp:csv", "xp:json", "xp:jsonl"]


async def test_panel_counts_what_waits(house: House, officer: Person, olena: Person):
    await write(olena, "/subscribe")
    await house.consult("waiting", publish=False)
    shown = await write(officer, "/staff")
    assert "Неоприлюднених консультацій: 1" in shown.text
    assert "Підписників: 1" in shown.text
    assert "Відкрити панель" in (await write(officer, "/menu")).labels


@pytest.mark.parametrize("command", ["/staff", "/publish", "/publish waiting", "/export"])
async def test_citizen_who_types_a_command_of_the_staff_is_refused(house: House, olena: Person, command):
    await house.consult("waiting", publish=False)
    assert "Це може лише секретаріат" in (await write(olena, command)).text
    assert not await house.services.consultations.open_now()


@pytest.mark.parametrize("data", STAFF_BUTTONS)
async def test_citizen_who_forges_a_button_of_the_staff_is_refused(house: House, alex: Person, data):
    await house.consult("waiting", publish=False)
    shown = await click(alex, data)
    assert "Only the secretariat can do this" in shown.text
    assert shown.document is None
    assert not await house.services.consultations.open_now()


async def test_export_without_proposals_says_so(officer: Person):
    assert "Жодної пропозиції ще не надіслано" in (await write(officer, "/export")).text


async def test_export_is_a_table_with_the_agreed_columns(
    house: House, sandbox: Sandbox, officer: Person, olena: Person
):
    await house.consult("open-data")
    await submit(olena)
    await officer.wait_quiet()
    shown = await write(officer, "/export")
    assert "1 пропозиція у файлі" in shown.text
    assert shown.document.name == "proposals.csv"
    assert shown.document.content.startswith(b"\xef\xbb\xbf")
    heading, row = csv.reader(io.StringIO(shown.document.content.decode("utf-8-sig")))
    assert tuple(heading) == COLUMNS
    record = dict(zip(heading, row, strict=True))
    assert (record["title"], record["problem"], record["solution"]) == (TITLE, PROBLEM, SOLUTION)
    assert record["author_contact"] == CONTACT
    assert record["status"] == "received"
    assert record["submitted_at"].endswith(("+02:00", "+03:00"))
    assert [call.params["action"] for call in sandbox.calls_of("sendChatAction")] == ["upload_document"]


@pytest.mark.parametrize("form", ["json", "jsonl"])
async def test_export_has_the_other_forms_a_tap_away(officer: Person, olena: Person, alex: Person, form):
    await submit(olena)
    await submit(alex, title="Roads and their repairs")
    await officer.wait_quiet()  # the secretariat hears of each
    table = await write(officer, "/export")
    shown = await press(officer, f"Вивантажити {form.upper()}", message=table)
    text = shown.document.content.decode()
    records = json.loads(text) if form == "json" else [json.loads(line) for line in text.splitlines()]
    assert [record["language"] for record in records] == ["uk", "en"]
    assert all(tuple(record) == COLUMNS for record in records)
    assert shown.id != table.id


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "+380441234567 дзвоніть", "-5 + 3 дорівнює", "@SUM(A1:A9)", "＝HYPERLINK(1)"]
)
async def test_formula_in_a_proposal_is_harmless_in_the_table(officer: Person, olena: Person, text):
    await draft(olena)
    await press(olena, "Змінити заголовок")
    preview = await write(olena, text)
    await press(olena, preview.labels[0])
    await press(olena, "Погодитися")
    await officer.wait_quiet()
    table = await write(officer, "/export")
    assert "стоїть апостроф" in table.text
    content = table.document.content.decode("utf-8-sig")
    row = next(iter(csv.DictReader(io.StringIO(content))))
    assert row["title"] == f"'{text}"
    content = (await press(officer, "Вивантажити JSON")).document.content
    assert json.loads(content)[0]["title"] == text


async def test_staff_see_their_own_commands_in_their_language(
    sandbox: Sandbox, officer: Person, olena: Person
):
    await officer.wait_quiet(gap=0.5)
    names = [command["command"] for command in officer.commands]
    assert {"staff", "publish", "export", "propose"} <= set(names)
    assert "staff" not in [command["command"] for command in olena.commands]
    officer.language_code = "en"
    assert {"the secretariat’s panel"} <= {command["description"] for command in officer.commands}
