"""The secretariat's people: roles as rows, read anew at every action."""

import asyncio
import re
from datetime import timedelta

import pytest

from bot.app import bot_name
from bot.domain.broadcasts import BroadcastState
from bot.domain.errors import NotAllowed
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import ProposalState
from bot.sandbox import Person, Sandbox
from tests.flows import cases
from tests.flows.conftest import House
from tests.flows.scenes import click, data_of, press, write

MEMBER = 1021


async def give(house: House, role: Role | None) -> None:
    """Give the member this role, or take theirs away, as another process would."""
    assert house.rooms is not None
    async with house.rooms.database.unit() as unit:
        member = await unit.staff.numbered(PersonId(MEMBER), now=house.clock.now())
        await unit.staff.save(member.model_copy(update={"role": role}))


@pytest.fixture
async def member(house: House, sandbox: Sandbox) -> Person:
    """Somebody whose role is a row: an officer, unless a test says otherwise."""
    await give(house, Role.OFFICER)
    person = sandbox.add_person(MEMBER, "Тарас", language_code="uk")
    await write(person, "/start")
    return person


async def test_officer_by_a_row_hears_of_proposals_and_decides(house: House, member: Person, olena: Person):
    proposal = await cases.received(house, olena)
    await member.wait_for("Нова пропозиція")
    await cases.open_case(member, proposal)
    await press(member, "Взяти на розгляд")
    assert (await cases.now_of(house, proposal)).state is ProposalState.UNDER_REVIEW


async def test_observer_reads_and_sees_no_button_that_acts(house: House, member: Person, olena: Person):
    await give(house, Role.OBSERVER)
    proposal = await cases.received(house, olena)
    assert "Пропозицій чекає: 1" in (await write(member, "/staff")).text
    shown = await cases.open_case(member, proposal)
    assert "ім’я та контакт бачать лише працівники" in shown.text
    assert "olena@example.org" not in shown.text
    assert "Олена" not in shown.text
    assert not {"Взяти на розгляд", "Запитати автора", "Приховати від усіх"} & set(shown.labels)
    assert "Оберіть, що вивантажити" in (await write(member, "/export")).text
    assert "у файлі" in (await click(member, "xt:all:0:csv")).text
    assert "Це може лише" in (await click(member, f"ft:{proposal.id}")).text
    assert (await cases.now_of(house, proposal)).state is ProposalState.RECEIVED
    assert not any("Нова пропозиція" in one.text for one in member.chat.messages)


async def test_who_was_removed_a_moment_ago_changes_nothing(house: House, member: Person, olena: Person):
    proposal = await cases.at(house, olena, ProposalState.UNDER_REVIEW)
    await cases.open_case(member, proposal)
    await press(member, "Вирішити")
    await press(member, "Прийняти")
    await write(member, cases.REASON)
    await give(house, None)
    shown = await press(member, "Надіслати рішення")
    assert "Лист не надіслано" in shown.text
    assert "ніяк інакше" in shown.text
    assert (await cases.now_of(house, proposal)).state is ProposalState.UNDER_REVIEW
    assert "Панель" not in " ".join((await write(member, "/menu")).labels)


async def invite(officer: Person, label: str = "Запросити працівника") -> str:
    """Through the panel to a link; its payload."""
    await write(officer, "/staff")
    await press(officer, "Люди секретаріату")
    await press(officer, "Запросити людину")
    shown = await press(officer, label)
    return shown.text.partition("?start=")[2].split()[0]


async def test_invitation_makes_a_member_once_and_the_inviter_hears(
    house: House, officer: Person, olena: Person, alex: Person
):
    payload = await invite(officer)
    assert re.fullmatch(r"i_[A-Za-z0-9_-]{32}", payload)
    shown = await write(olena, f"/start {payload}")
    assert "Тепер ви в секретаріаті: працівник" in shown.text
    assert "Олена тепер у секретаріаті: працівник" in (await officer.wait_for("використано")).text
    assert "Панель секретаріату" in (await press(olena, "Відкрити панель")).text
    assert "вже в секретаріаті" in (await write(olena, f"/start {payload}")).text
    assert "used already" in (await write(alex, f"/start {payload}")).text
    assert "Only the secretariat" in (await write(alex, "/staff")).text


async def test_expired_revoked_and_forged_invitations_give_nothing(
    house: House, officer: Person, olena: Person
):
    old, revoked = await invite(officer), await invite(officer)
    await press(officer, "Скасувати запрошення")
    await write(officer, "/staff")
    await press(officer, "Люди секретаріату")
    assert "1 відкрите запрошення" in (await press(officer, "Відкриті запрошення: 1")).text
    house.clock.ahead = timedelta(hours=49)
    assert "Строк запрошення минув" in (await write(olena, f"/start {old}")).text
    for payload in (revoked, "i_" + "A" * 32, "i_x"):
        assert "Запрошення не діє" in (await write(olena, f"/start {payload}")).text
    assert "Це може лише" in (await write(olena, "/staff")).text
    assert "Відкриті запрошення" not in (await click(officer, "hl:0")).text


async def test_invitation_of_somebody_who_was_removed_is_void(
    house: House, officer: Person, member: Person, olena: Person
):
    await give(house, Role.ADMINISTRATOR)
    payload = await invite(member)
    await give(house, None)
    assert "Запрошення не діє" in (await write(olena, f"/start {payload}")).text


async def test_every_open_invitation_can_be_taken_back(house: House, officer: Person):
    for _ in range(10):
        await house.services.invitations.invite(Role.OBSERVER, Actor.operator())
    await write(officer, "/staff")
    await press(officer, "Люди секретаріату")
    await press(officer, "Відкриті запрошення: 10")
    await press(officer, "Далі ›")
    shown = await press(officer, "№\u00a010")
    assert "9 відкритих запрошень" in shown.text
    assert [one.id for one in await house.services.invitations.list(Actor.operator())] == [*range(1, 10)]


async def test_invitation_pressed_again_says_that_it_was_used(house: House, officer: Person, olena: Person):
    payload = await invite(officer)
    await write(olena, f"/start {payload}")
    shown = await write(olena, f"/start {payload}")
    assert "Ви вже в секретаріаті: працівник" in shown.text
    assert "За цим запрошенням ви й прийшли" in shown.text
    assert "не використано" not in shown.text


async def test_name_that_turns_the_line_around_is_told_without_its_signs(
    house: House, sandbox: Sandbox, officer: Person
):
    guest = sandbox.add_person(1031, "<b>Олег</b>\u202e\u2066\u200b\n&", language_code="uk")
    await write(guest, f"/start {await invite(officer)}")
    assert "<b>Олег</b> & тепер" in (await officer.wait_for("використано")).text
    async with house.rooms.database.view() as view:
        member = await view.staff.find(PersonId(1031))
    assert member.name == "<b>Олег</b> &"


async def test_who_was_removed_while_searching_or_publishing_asks_questions_again(
    house: House, member: Person, olena: Person
):
    await write(member, "/inbox")
    await press(member, "Шукати")
    await give(house, None)
    assert "Це може лише" not in (await write(member, "Скільки було планів дій?")).text
    await give(house, Role.OFFICER)
    await write(member, "/publish")
    await press(member, "Нова консультація")
    await give(house, Role.OBSERVER)
    assert "Це може лише" not in (await write(member, "Скільки було планів дій?")).text


async def test_who_has_a_higher_role_keeps_it_and_does_not_use_the_invitation_up(
    house: House, officer: Person, member: Person, olena: Person
):
    payload = await invite(officer, "Запросити спостерігача")
    for one, role in ((member, "працівник"), (officer, "адміністратор")):
        shown = await write(one, f"/start {payload}")
        assert f"Ви вже в секретаріаті: {role}" in shown.text
        assert "Запрошення не використано" in shown.text
    assert "Тепер ви в секретаріаті: спостерігач" in (await write(olena, f"/start {payload}")).text


async def test_administrator_changes_a_role_and_removes_a_member_at_once(
    house: House, officer: Person, member: Person, olena: Person
):
    await write(member, "/staff")
    await write(officer, "/staff")
    assert "Тарас · працівник" in (await press(officer, "Люди секретаріату")).text
    await press(officer, "Тарас")
    shown = await press(officer, "Зробити спостерігачем")
    assert "Роль: спостерігач" in shown.text
    await member.wait_for("Ваша роль у секретаріаті: спостерігач")
    await press(officer, "Вилучити людину", message=shown)
    assert "Тарас" not in (await press(officer, "Так, вилучити")).text
    await member.wait_for("Ви більше не в секретаріаті")
    assert "Це може лише" in (await write(member, "/staff")).text


async def test_administrators_of_the_settings_cannot_be_removed_or_lowered(
    house: House, officer: Person, member: Person
):
    await give(house, Role.ADMINISTRATOR)
    await write(officer, "/staff")
    listed = await write(member, "/staff")
    listed = await press(member, "Люди секретаріату")
    assert "Марія · адміністратор · за налаштуваннями" in listed.text
    shown = await press(member, "Марія")
    assert "OGP_BOT_ADMINS" in shown.text
    assert not any("Вилучити" in label or "Зробити" in label for label in shown.labels)
    number = int((data_of(listed, "hm:") or "").partition(":")[2])
    for data in (f"hx:{number}", f"hr:{number}:observer"):
        assert "Цю роль дають налаштування" in (await click(member, data)).text
    assert "Панель секретаріату" in (await write(officer, "/staff")).text


async def test_last_administrator_cannot_leave_nobody_behind(house: House, sandbox: Sandbox, member: Person):
    await give(house, Role.ADMINISTRATOR)
    await house.stop()
    await house.start(admins=frozenset())
    await write(member, "/staff")
    await press(member, "Люди секретаріату")
    await press(member, "Тарас")
    assert "Лишитися без адміністратора не можна" in (await press(member, "Зробити працівником")).text
    assert "Люди секретаріату" in (await write(member, "/staff")).labels


async def test_member_who_erases_their_data_has_no_role_any_more(house: House, member: Person):
    assert "Вашу роль у секретаріаті теж буде забрано" in (await write(member, "/delete")).text
    await press(member, "Видалити все")
    assert "Це може лише" in (await write(member, "/staff")).text
    assert "staff" not in [command["command"] for command in member.commands]


async def test_menu_of_commands_follows_the_role_whoever_changes_it(house: House, member: Person):
    def names() -> set[str]:
        return {command["command"] for command in member.commands}

    async def become(wanted: set[str], unwanted: set[str]) -> None:
        async with asyncio.timeout(15):
            while not (wanted <= names() and not unwanted & names()):
                await member.wait_quiet()

    await become({"staff", "publish"}, {"audit"})
    await give(house, Role.OBSERVER)
    await become({"staff", "stats"}, {"publish", "audit"})
    await give(house, Role.ADMINISTRATOR)
    await become({"publish", "audit"}, set())
    await give(house, None)
    await become({"propose"}, {"staff", "publish", "audit"})


@pytest.mark.parametrize("data", ["hl:0", "hm:1", "hr:1:administrator", "hx:1", "hv:officer", "ho:0", "hy:1"])
async def test_forged_buttons_of_administrators_are_refused_and_logged(
    house: House, member: Person, data: str, capsys: pytest.CaptureFixture[str]
):
    assert "Це може лише" in (await click(member, data)).text
    (line,) = [one for one in capsys.readouterr().out.splitlines() if "refused" in one]
    assert f"button={data}" in line
    assert f"person={MEMBER}" in line


async def test_role_counts_in_the_very_transaction(house: House, member: Person, olena: Person):
    proposal = await cases.received(house, olena)
    as_met = await house.services.people.actor(PersonId(MEMBER))
    await give(house, None)
    for act in (
        house.services.life.take_up(proposal.id, as_met),
        house.services.broadcasts.turn_all(BroadcastState.PAUSED, as_met),
        house.services.blocks.block(PersonId(olena.id), as_met, reason="Реклама."),
        house.services.publishing.begin(as_met),
        house.services.members.appoint(PersonId(5), Role.OFFICER, as_met),
    ):
        with pytest.raises(NotAllowed):
            await act
    assert (await cases.now_of(house, proposal)).state is ProposalState.RECEIVED


async def test_command_line_learns_the_name_for_the_link(house: House, sandbox: Sandbox):
    assert house.settings.token is not None
    assert await bot_name(house.settings) == "ogp_sandbox_bot"
    assert await bot_name(house.settings.model_copy(update={"token": None})) is None
