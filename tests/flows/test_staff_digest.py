"""The secretariat's morning: once a working day, never of nothing, each line a tap away, off for who wants none."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

import handlers
from bot.domain.briefings import due_at
from bot.domain.notices import NoticeKind, NoticeState
from bot.domain.people import PersonId, Role
from bot.domain.workdays import before, is_working
from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.cases import received
from tests.flows.conftest import House
from tests.flows.scenes import follow, press, write

KYIV = ZoneInfo("Europe/Kyiv")
AT = time(8, 30)
TITLE = "Ранковий звіт"


def mornings(person: Person) -> list[ChatMessage]:
    return [one for one in person.chat.messages if one.from_bot and one.text.startswith(TITLE)]


async def on_working_days(house: House, **overrides: object) -> None:
    await house.stop()
    await house.start(staff_digest=AT, **overrides)


def to(house: House, day: date, hour: time = AT) -> None:
    """Move the clock to a moment of a day in Kyiv."""
    moment = datetime.combine(day, hour, KYIV).astimezone(UTC)
    house.clock.ahead += moment - house.clock.now()


def next_monday(house: House) -> date:
    """Far enough ahead that no reply-by date of today is near."""
    today = house.clock.now().astimezone(KYIV).date()
    return today + timedelta(days=7 - today.weekday())


async def look(house: House) -> None:
    await house.services.briefings.queue_due()


async def member(house: House, sandbox: Sandbox, number: int, name: str, role: Role) -> Person:
    person = sandbox.add_person(number, name, language_code="uk")
    await write(person, "/start")
    async with house.rooms.database.unit() as unit:
        row = await unit.staff.numbered(PersonId(number), now=house.clock.now())
        await unit.staff.save(row.model_copy(update={"role": role, "name": name}))
    return person


@pytest.mark.parametrize(
    ("day", "at", "hour"),
    [
        (date(2026, 11, 23), AT, (6, 30)),
        (date(2026, 7, 6), AT, (5, 30)),
        (date(2026, 3, 29), time(3, 30), (1, 30)),  # left out in the night of spring
        (date(2026, 10, 25), time(3, 30), (0, 30)),  # comes twice in the night of autumn: the first
    ],
)
def test_morning_begins_by_the_clock_on_the_wall(day, at, hour):
    due = due_at(day, at, KYIV)
    assert (due.date(), (due.hour, due.minute)) == (day, hour)


def test_weekends_and_holidays_are_no_working_days():
    assert is_working(date(2026, 11, 23))
    assert not is_working(date(2026, 11, 21))
    assert not is_working(date(2026, 11, 23), holidays=[date(2026, 11, 23)])
    assert before(date(2026, 11, 24), holidays=[date(2026, 11, 23)]) == date(2026, 11, 20)


async def test_officers_read_what_waits_and_each_line_leads_to_its_list(
    house: House, officer: Person, olena: Person
):
    await on_working_days(house)
    monday = next_monday(house)
    to(house, monday, time(7))
    await received(house, olena)
    await officer.wait_for("Нова пропозиція")
    await look(house)
    await officer.wait_quiet(gap=0.6)
    assert mornings(officer) == []
    to(house, monday)
    await look(house)
    shown = await officer.wait_for(TITLE)
    assert "Нових пропозицій: 1" in shown.text
    assert "Нові пропозиції: 1" in shown.labels
    listed = await press(officer, "Нові пропозиції: 1", message=shown)
    assert "Відкриті дані" in listed.text


async def test_day_has_its_morning_once_whatever_happens(house: House, officer: Person, olena: Person):
    await on_working_days(house)
    monday = next_monday(house)
    to(house, monday, time(7))
    await received(house, olena)
    to(house, monday, time(11))  # the bot was not there at half past eight
    await look(house)
    await officer.wait_for(TITLE)
    await look(house)
    await on_working_days(house)
    to(house, monday, time(9))  # the clock was put back
    await look(house)
    to(house, monday, time(17))
    await look(house)
    await officer.wait_quiet(gap=0.6)
    assert len(mornings(officer)) == 1
    to(house, monday + timedelta(days=1))
    await look(house)
    await officer.wait_quiet(gap=0.8)
    assert len(mornings(officer)) == 1  # nothing has come since, and nothing is due


async def test_morning_of_nothing_is_none_and_what_comes_later_waits_for_the_next(
    house: House, officer: Person, olena: Person
):
    await on_working_days(house)
    monday = next_monday(house)
    to(house, monday)
    await look(house)
    to(house, monday, time(12))
    await received(house, olena)
    await look(house)
    await officer.wait_for("Нова пропозиція")
    await officer.wait_quiet(gap=0.6)
    assert mornings(officer) == []
    to(house, monday + timedelta(days=1))
    await look(house)
    assert "Нових пропозицій: 1" in (await officer.wait_for(TITLE)).text


async def test_weekend_and_holiday_have_none(house: House, officer: Person, olena: Person):
    monday = next_monday(house)
    await on_working_days(house, holidays=frozenset({monday}))
    to(house, monday - timedelta(days=1), time(7))
    await received(house, olena)
    for day in (monday - timedelta(days=1), monday):
        to(house, day)
        await look(house)
    await officer.wait_for("Нова пропозиція")
    await officer.wait_quiet(gap=0.6)
    assert mornings(officer) == []
    to(house, monday + timedelta(days=1))
    await look(house)
    assert "Нових пропозицій: 1" in (await officer.wait_for(TITLE)).text


async def test_late_and_soon_due_questions_and_failed_messages_are_counted(
    house: House, officer: Person, olena: Person
):
    await on_working_days(house)
    monday = next_monday(house)
    to(house, monday, time(7))
    await received(house, olena, "Прострочена", days=-1)
    await received(house, olena, "Скоро строк", days=2)
    async with house.rooms.database.unit() as unit:
        await unit.notices.add(
            NoticeKind.BLOCK_KEPT, 99, to=[PersonId(olena.id)], now=house.clock.now() + timedelta(days=99)
        )
        await unit.notices.settle(
            [(await _last_notice(unit), NoticeState.FAILED, "test")], now=house.clock.now()
        )
    await olena.send("Ґринджоли фіолетові?")
    unknown = await olena.wait_for(lambda one: "Передати секретаріату" in one.labels)
    await press(olena, "Передати секретаріату", message=unknown)
    to(house, monday)
    await look(house)
    text = (await officer.wait_for(TITLE)).text
    for line in (
        "Нових пропозицій: 2",
        "Прострочено відповідей: 1",
        "Відповісти за три дні: 1",
        "Запитань без відповіді: 1",
        "Сповіщень не надіслано: 1",
    ):
        assert line in text


async def _last_notice(unit: object) -> int:
    rows = await unit.notices.connection.all("SELECT max(id) AS id FROM notices")  # type: ignore[attr-defined]
    return rows[0]["id"]


async def test_officers_of_rows_get_it_and_observers_do_not(
    house: House, officer: Person, olena: Person, sandbox: Sandbox
):
    await on_working_days(house)
    second = await member(house, sandbox, 2001, "Ірина", Role.OFFICER)
    observer = await member(house, sandbox, 2002, "Петро", Role.OBSERVER)
    monday = next_monday(house)
    to(house, monday, time(7))
    await received(house, olena)
    to(house, monday)
    await look(house)
    await second.wait_for(TITLE)
    await officer.wait_for(TITLE)
    await observer.wait_quiet(gap=0.6)
    assert mornings(observer) == []


async def test_who_switches_it_off_gets_none_until_they_switch_it_on_again(
    house: House, officer: Person, olena: Person
):
    await on_working_days(house)
    monday = next_monday(house)
    to(house, monday, time(7))
    await received(house, olena)
    to(house, monday)
    await look(house)
    shown = await officer.wait_for(TITLE)
    off = await press(officer, "Не надсилати мені", message=shown)
    assert "Ранкового звіту не буде" in off.text
    await received(house, olena, "Друга")
    to(house, monday + timedelta(days=1))
    await look(house)
    await officer.wait_quiet(gap=0.8)
    assert len(mornings(officer)) == 1
    panel = await write(officer, "/staff")
    assert "Надсилати ранковий звіт" in panel.labels
    on = await follow(officer, panel, "ok:")
    assert "Ранковий звіт увімкнено" in on.text
    assert "Надсилати ранковий звіт" not in (await write(officer, "/staff")).labels
    await received(house, olena, "Третя")
    to(house, monday + timedelta(days=2))
    await look(house)
    await officer.wait_for(lambda one: one.text.startswith(TITLE))


async def test_citizen_cannot_switch_anything(house: House, olena: Person):
    await olena.press(data="ok:0")
    assert "Це може лише секретаріат" in (await olena.wait_for()).text


async def test_group_gets_links_and_members_no_message_of_their_own(
    house: House, officer: Person, olena: Person, sandbox: Sandbox
):
    group = sandbox.add_group(-1_000_000_000_900, "Секретаріат", members=[officer])
    await on_working_days(house, staff_chat=group.id)
    monday = next_monday(house)
    to(house, monday, time(7))
    await received(house, olena)
    to(house, monday)
    await look(house)
    await officer.wait_quiet(gap=0.8)
    assert mornings(officer) == []
    (morning,) = [one for one in group.messages if one.from_bot and one.text.startswith(TITLE)]
    (link, *_) = [button.url for row in morning.buttons for button in row]
    assert link is not None
    assert link.endswith("?start=d_new")
    listed = await write(officer, "/start d_new")
    assert "Відкриті дані" in listed.text
    assert "Це може лише секретаріат" in (await write(olena, "/start d_new")).text


async def test_group_that_asks_reads_what_waits_and_has_the_commands_for_it(
    house: House, officer: Person, olena: Person, sandbox: Sandbox
):
    group = sandbox.add_group(-1_000_000_000_900, "Секретаріат", members=[officer])
    await house.stop()
    house.settings = house.settings.model_copy(update={"staff_chat": group.id})
    await house.start()
    await officer.send("/inbox", chat=group)
    assert "Нічого не чекає" in (await officer.wait_for("Вхідні", chat=group)).text
    await received(house, olena)
    await officer.send("/inbox", chat=group)
    shown = await officer.wait_for("Вхідні", chat=group)
    assert "Нових пропозицій: 1" in shown.text
    addresses = [button.url or "" for row in shown.buttons for button in row]
    assert [address.partition("?start=")[2] for address in addresses] == ["d_new", "d_all"]
    assert "Нові · 1" in (await write(officer, "/start d_all")).labels
    assert "Це може лише секретаріат" in (await write(olena, "/start d_all")).text
    while not (menu := sandbox.commands.get((f"chat:{group.id}", "uk"))):
        assert await sandbox.api.called.wait(30)
    assert [one["command"] for one in menu] == ["inbox", *handlers.GROUP_COMMANDS]


async def test_inbox_of_another_group_is_another_bots(house: House, officer: Person, sandbox: Sandbox):
    group = sandbox.add_group(-1_000_000_000_901, "Сусіди", members=[officer])
    await officer.wait_quiet()
    said = len(group.messages)
    await officer.send("/inbox", chat=group)
    await officer.wait_quiet()
    assert len(group.messages) == said + 1
    await officer.send(f"/inbox@{sandbox.world.bot['username']}", chat=group)
    await officer.wait_for("в приватному чаті", chat=group)
