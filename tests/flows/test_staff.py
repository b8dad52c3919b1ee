"""The secretariat in the chat: publishing, pulling proposals; and who may not."""

import csv
import io
import json
from datetime import timedelta

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


async def test_publishing_by_command_alerts_and_tells_how_many(house: House, officer: Person, olena: Person):
    await write(olena, "/subscribe")
    await house.consult("waiting", publish=False)
    shown = await write(officer, "/publish waiting")
    assert "Консультацію оприлюднено" in shown.text
    assert "Сповіщення отримає 1 людина." in shown.text
    await olena.wait_for("Нова консультація")
    assert "Долучитися можна" in (await press(officer, "Читати консультацію")).text


async def test_publishing_from_the_list_after_a_preview(house: House, officer: Person, olena: Person):
    await write(olena, "/subscribe")
    await house.consult("waiting", publish=False)
    assert "Неоприлюднені консультації: 1" in (await write(officer, "/publish")).text
    shown = await press(officer, "Відкриті дані про дороги")
    assert "Перевірка перед оприлюдненням" in shown.text
    assert "Нова консультація" in shown.text
    assert "Консультацію оприлюднено" in (await press(officer, "Оприлюднити консультацію")).text
    assert "Нова консультація" in (await olena.wait_for("Нова консультація")).text
    shown = await press(officer, "‹ Назад")
    assert "Неоприлюднених консультацій: 0" in shown.text


async def test_publishing_twice_is_refused_and_alerts_nobody_again(
    house: House, officer: Person, olena: Person
):
    await write(olena, "/subscribe")
    await house.consult("waiting", publish=False)
    await write(officer, "/publish waiting")
    await olena.wait_for("Нова консультація")
    assert "вже оприлюднено" in (await write(officer, "/publish waiting")).text
    assert "вже оприлюднено" in (await click(officer, "cp:1")).text
    await olena.wait_quiet(gap=0.6)
    assert sum("Нова консультація" in message.text for message in olena.chat.messages) == 1


async def test_publishing_an_unknown_slug_lists_what_can_be_published(house: House, officer: Person):
    await house.consult("first", publish=False)
    await house.consult("second", publish=False)
    shown = await write(officer, "/publish frist")
    assert "Консультації «frist» немає" in shown.text
    assert "first, second" in shown.text
    assert "Неоприлюднені консультації: 2" in (await press(officer, "Обрати, що оприлюднити")).text


async def test_publishing_with_nothing_to_publish_says_so(officer: Person):
    assert "Таких немає" in (await write(officer, "/publish")).text
    assert "нічого не чекає" in (await write(officer, "/publish <b>x</b>")).text


async def test_publishing_after_the_deadline_is_refused(house: House, officer: Person):
    await house.consult("waiting", days=1, publish=False)
    house.clock.ahead = timedelta(days=2)
    assert "Строк уже минув" in (await write(officer, "/publish waiting")).text


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
