"""Messages to many from the chat and the terminal's side: how they go, paused, resumed, cancelled, over by themselves."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.broadcasts import BroadcastState
from bot.domain.errors import CivicError
from bot.domain.people import Actor
from bot.gateway.budget import Budget
from bot.sandbox import ChatMessage, Person, Sandbox
from bot.settings import Settings
from bot.workers import progress
from tests.flows.conftest import House, MovableClock
from tests.flows.scenes import press, write

OPERATOR = Actor.operator()


@pytest.fixture
async def house(sandbox: Sandbox, settings: Settings, monkeypatch: pytest.MonkeyPatch):
    """A slow bot, so that a broadcast lasts a while."""
    monkeypatch.setattr(progress, "EVERY", 0.2)
    house = House(sandbox, settings, MovableClock(), budget=Budget(rate=15, chat_burst=1000))
    await house.start()
    yield house
    await house.stop()


@pytest.fixture
async def subscribers(house: House, sandbox: Sandbox) -> list[Person]:
    people = [sandbox.add_person(3000 + number, "Читач") for number in range(60)]
    for person in people:
        await person.send("/subscribe")
    await asyncio.gather(*(person.wait_for(timeout=20) for person in people))
    return people


def told(people: list[Person]) -> list[int]:
    return [sum("Нова консультація" in one.text for one in person.chat.messages) for person in people]


async def view(officer: Person) -> ChatMessage:
    """The message that shows how the broadcast goes."""
    await write(officer, "/staff")
    shown = await press(officer, "Розсилки")
    return await press(officer, shown.labels[0], message=shown)


async def state(house: House) -> BroadcastState:
    return (await house.services.broadcasts.latest(OPERATOR))[0].state


async def test_officer_sees_it_go_to_its_end(house: House, officer: Person, subscribers):
    await house.consult()
    shown = await view(officer)
    assert "Розсилка №\u00a01 · триває" in shown.text
    assert "«Відкриті дані про дороги»" in shown.text
    over = await officer.wait_for(lambda message: message.id == shown.id and "завершено" in message.text)
    assert "Надіслано: 60 · зроблено 100 %" in over.text
    assert "Призупинити" not in over.labels
    assert told(subscribers) == [1] * 60
    async with asyncio.timeout(5):
        while await house.services.broadcasts.views():
            await officer.chat.changed.wait(0.05)


async def test_view_goes_on_after_a_restart(house: House, officer: Person, subscribers):
    await house.consult()
    shown = await view(officer)
    async with house.away():
        pass
    await officer.wait_for(lambda message: message.id == shown.id and "Надіслано: 60" in message.text)
    assert told(subscribers) == [1] * 60


async def test_paused_it_waits_and_resumed_it_reaches_the_others(house: House, officer: Person, subscribers):
    await house.consult()
    await subscribers[0].wait_for("Нова консультація", timeout=20)
    shown = await view(officer)
    paused = await press(officer, "Призупинити", message=shown)
    assert paused.id == shown.id
    assert "призупинено" in paused.text
    await officer.wait_quiet(gap=1.0)
    sent = sum(told(subscribers))
    assert 0 < sent < 60
    await subscribers[0].wait_quiet()
    assert sum(told(subscribers)) == sent
    running = await press(officer, "Продовжити", message=officer.chat.by_id[shown.id])
    assert "триває" in running.text
    await officer.wait_for(lambda message: "завершено" in message.text)
    assert told(subscribers) == [1] * 60


async def test_what_is_said_to_one_goes_on_while_a_broadcast_is_paused(
    house: House, officer: Person, subscribers
):
    await house.consult()
    await house.services.broadcasts.turn_all(BroadcastState.PAUSED, OPERATOR)
    other = await write(subscribers[5], "/plans")
    assert "Плани дій" in other.text


async def test_cancelled_it_asks_first_and_nobody_else_is_told(house: House, officer: Person, subscribers):
    await house.consult()
    shown = await view(officer)
    asked = await press(officer, "Скасувати розсилку", message=shown)
    assert "Скасувати розсилку?" in asked.text
    assert asked.labels[0] == "Не скасовувати"
    await press(officer, "Так, скасувати", message=asked)
    over = await officer.wait_for(lambda message: message.id == shown.id and "скасовано" in message.text)
    assert "Призупинити" not in over.labels
    await officer.wait_quiet(gap=1.0)
    assert sum(told(subscribers)) < 60
    (broadcast,) = await house.services.broadcasts.latest(OPERATOR)
    assert broadcast.ended_at is not None
    assert broadcast.sent + broadcast.cancelled == broadcast.queued
    with pytest.raises(CivicError):
        await house.services.broadcasts.resume(broadcast.id, OPERATOR)


async def test_consultation_withdrawn_meanwhile_stops_its_own_alerts(house: House, subscribers):
    await house.consult()
    while not sum(told(subscribers)):
        await subscribers[0].chat.changed.wait(0.05)
    house.clock.ahead = timedelta(days=30)
    while await state(house) is BroadcastState.RUNNING:
        await subscribers[0].chat.changed.wait(0.1)
    assert await state(house) is BroadcastState.CANCELLED
    assert sum(told(subscribers)) < 60


async def test_nobody_but_the_secretariat_may_look_or_turn(house: House, subscribers):
    await house.consult()
    stranger = Actor(person_id=subscribers[0].id, role=None)
    for ask in (
        house.services.broadcasts.latest(stranger),
        house.services.broadcasts.pause(1, stranger),
        house.services.broadcasts.turn_all(BroadcastState.CANCELLED, stranger),
    ):
        with pytest.raises(CivicError):
            await ask
    assert await state(house) is BroadcastState.RUNNING


async def test_too_many_at_once_makes_all_wait_and_loses_nothing(house: House, sandbox: Sandbox, subscribers):
    sandbox.faults.answer("sendMessage", 429, times=3, retry_after=1)
    await house.consult()
    await asyncio.gather(*(one.wait_for("Нова консультація", timeout=30) for one in subscribers))
    assert told(subscribers) == [1] * 60
