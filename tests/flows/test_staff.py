"""The secretariat in the chat: its panel; and who may not."""

import pytest

from bot.sandbox import Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import click, write

STAFF_BUTTONS = ["st", "cd", "cw:1", "cp:1"]


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


async def test_staff_see_their_own_commands_in_their_language(
    sandbox: Sandbox, officer: Person, olena: Person
):
    await officer.wait_quiet()
    names = [command["command"] for command in officer.commands]
    assert {"staff", "publish", "export", "propose"} <= set(names)
    assert "staff" not in [command["command"] for command in olena.commands]
    officer.language_code = "en"
    assert {"the secretariat’s panel"} <= {command["description"] for command in officer.commands}
