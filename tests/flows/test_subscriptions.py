"""Subscribing, and the alert that reaches each subscriber once."""

import asyncio

import pytest

from bot.domain.people import Actor
from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import press, write

ALERT = {"uk": "Нова консультація", "en": "New consultation"}


def alerts(person: Person) -> list[ChatMessage]:
    return [
        message for message in person.chat.messages if any(word in message.text for word in ALERT.values())
    ]


@pytest.fixture
async def subscribers(house: House, olena: Person, alex: Person) -> tuple[Person, Person]:
    for person in (olena, alex):
        await write(person, "/subscribe")
    return olena, alex


async def test_subscribing_and_unsubscribing_twice_says_how_it_is(olena: Person):
    for _ in range(2):
        assert "Сповіщення увімкнено" in (await write(olena, "/subscribe")).text
    for _ in range(2):
        assert "Сповіщення вимкнено" in (await write(olena, "/unsubscribe")).text


async def test_subscribing_by_button_in_english(alex: Person):
    await press(alex, "Choose alerts")
    assert "Alerts are on" in (await press(alex, "Turn alerts on")).text
    assert "Alerts are off" in (await press(alex, "Turn alerts off")).text


async def test_alert_reaches_each_subscriber_once_in_their_language(house: House, subscribers):
    await house.consult(days=5)
    for person, language, title in zip(
        subscribers, ("uk", "en"), ("Відкриті дані про дороги", "Open data on roads"), strict=True
    ):
        alert = await person.wait_for(ALERT[language])
        assert title in alert.text
        assert len(alert.labels) == 6
    assert "залишилося 5 днів" in alerts(subscribers[0])[0].text
    assert "5 days left" in alerts(subscribers[1])[0].text
    async with house.away():
        pass
    await asyncio.gather(*(person.wait_quiet(gap=0.6) for person in subscribers))
    assert [len(alerts(person)) for person in subscribers] == [1, 1]


async def test_alert_is_in_the_chosen_language(house: House, olena: Person):
    await write(olena, "/language")
    await press(olena, "English")
    await write(olena, "/subscribe")
    await house.consult()
    assert "Open data on roads" in (await olena.wait_for(ALERT["en"])).text


async def test_alert_without_a_text_in_the_language_says_which_it_is_in(house: House, subscribers):
    _, alex = subscribers
    await house.consult(uk="Лише українською")
    alert = await alex.wait_for(ALERT["en"])
    assert "This text is in Ukrainian only." in alert.text
    assert "Лише українською" in alert.text


@pytest.mark.parametrize(
    ("position", "word"),
    [
        (0, "збір пропозицій"),
        (1, "Крок 1 з 16"),
        (2, "Коли нагадати"),
        (4, "Писати рідше"),
        (5, "Сповіщення вимкнено"),
    ],
)
async def test_buttons_of_the_alert_work_and_the_alert_stays(house: House, subscribers, position, word):
    olena, _ = subscribers
    await house.consult()
    alert = await olena.wait_for(ALERT["uk"])
    shown = await press(olena, alert.labels[position], message=alert)
    assert word in shown.text
    assert shown.id != alert.id
    assert olena.chat.by_id[alert.id].text == alert.text


async def test_unsubscribing_from_an_alert_can_be_taken_back(house: House, subscribers):
    olena, _ = subscribers
    await house.consult()
    alert = await olena.wait_for(ALERT["uk"])
    await press(olena, "Вимкнути сповіщення", message=alert)
    assert "Сповіщення увімкнено" in (await press(olena, "Увімкнути сповіщення")).text


async def test_who_is_not_subscribed_any_more_is_not_alerted(house: House, subscribers):
    olena, alex = subscribers
    await write(olena, "/unsubscribe")
    await house.consult()
    await alex.wait_for(ALERT["en"])
    await olena.wait_quiet(gap=0.6)
    assert not alerts(olena)


async def test_who_has_blocked_the_bot_is_left_in_peace_until_they_come_back(
    house: House, sandbox: Sandbox, subscribers
):
    olena, alex = subscribers
    await olena.block()
    await olena.wait_quiet()
    assert await house.services.consultations.recipients() == 1
    await house.consult("first")
    await alex.wait_for(ALERT["en"])
    assert not alerts(olena)
    await olena.unblock()
    await write(olena, "/start")
    await house.consult("second")
    await olena.wait_for(ALERT["uk"])
    assert len(alerts(olena)) == 1


async def test_who_blocks_unnoticed_costs_the_others_nothing(house: House, subscribers):
    olena, alex = subscribers
    olena.chat.is_blocked = True
    await house.consult()
    await alex.wait_for(ALERT["en"])
    await olena.wait_quiet(gap=0.6)
    assert await house.services.consultations.recipients() == 1


async def test_consultation_published_by_the_operator_is_announced_while_the_bot_was_away(
    house: House, subscribers
):
    olena, _ = subscribers
    await house.consult("waiting", publish=False)
    await house.services.consultations.publish("waiting", Actor.operator())
    async with house.away():
        pass
    await olena.wait_for(ALERT["uk"])
    await olena.wait_quiet(gap=0.6)
    assert len(alerts(olena)) == 1


async def test_open_consultations_are_named_when_one_subscribes(house: House, olena: Person):
    await house.consult()
    shown = await write(olena, "/subscribe")
    assert "Зараз відкрита 1 консультація, про неї окремого сповіщення не буде." in shown.text
