"""Commands and descriptions as Telegram shows them, and that each command gives a screen."""

import pytest

import handlers
from bot.sandbox import Person, Sandbox
from tests.flows.conftest import OFFICER, House
from tests.flows.scenes import write

PRIVATE, GROUPS = "all_private_chats", "all_group_chats"
REGISTERING = ("setMyCommands", "setMyDescription", "setMyShortDescription")


def registrations(sandbox: Sandbox) -> int:
    return sum(len(sandbox.calls_of(method)) for method in REGISTERING)


@pytest.mark.parametrize("command", handlers.CITIZENS_COMMANDS)
async def test_every_command_gives_a_screen_in_both_languages(olena: Person, alex: Person, command):
    ukrainian, english = await write(olena, f"/{command}"), await write(alex, f"/{command}")
    assert ukrainian.buttons
    assert english.buttons
    assert len(ukrainian.labels) == len(english.labels)
    assert ukrainian.text != english.text


async def test_commands_and_descriptions_are_registered_in_both_languages(
    house: House, sandbox: Sandbox, olena: Person
):
    await olena.wait_quiet()
    scopes = {scope for scope, _ in sandbox.commands}
    for language in ("", "uk", "en"):
        listed = next(
            value
            for (scope, code), value in sandbox.commands.items()
            if code == language and scope == PRIVATE
        )
        assert tuple(command["command"] for command in listed) == handlers.CITIZENS_COMMANDS
        in_groups = [one["command"] for one in sandbox.commands[GROUPS, language]]
        assert in_groups == list(handlers.GROUP_COMMANDS)
        assert 0 < len(sandbox.descriptions[language]) <= 512
        assert 0 < len(sandbox.short_descriptions[language]) <= 120
    assert f"chat:{OFFICER}" not in scopes
    assert "написати пропозицію" in [command["description"] for command in olena.commands]


async def test_nothing_is_registered_again_after_a_restart(house: House, sandbox: Sandbox, officer: Person):
    await officer.wait_quiet()
    before = registrations(sandbox)
    assert {scope for scope, _ in sandbox.commands} == {PRIVATE, GROUPS, f"chat:{OFFICER}"}
    async with house.away():
        pass
    await write(officer, "/start")
    await officer.wait_quiet()
    assert registrations(sandbox) == before


async def test_command_is_understood_with_the_name_of_the_bot(sandbox: Sandbox, olena: Person):
    assert "Що вміє бот" in (await write(olena, f"/help@{sandbox.world.bot['username']}")).text
