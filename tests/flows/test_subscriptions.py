"""Subscribing, and the alert that reaches each subscriber once."""

import asyncio
import json
from datetime import timedelta

import pytest

from bot.domain.consultations import ConsultationText, NewConsultation
from bot.domain.people import Actor, QuietHours
from bot.domain.subscriptions import Facet
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
        assert len(alert.labels) == 8
    assert "залишилося 5 днів" in alerts(subscribers[0])[0].text
    assert "5 days left" in alerts(subscribers[1])[0].text
    async with house.away():
        pass
    await asyncio.gather(*(person.wait_quiet() for person in subscribers))
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
        (2, "завтра о цій самій годині"),
        (3, "за день до кінця"),
        (4, "Писати рідше"),
        (6, "Сповіщення вимкнено"),
        (7, "Відкрита 1 консультація"),
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
    await olena.wait_quiet()
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
    await olena.wait_quiet()
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
    await olena.wait_quiet()
    assert len(alerts(olena)) == 1


async def test_open_consultations_are_named_when_one_subscribes(house: House, olena: Person):
    await house.consult()
    shown = await write(olena, "/subscribe")
    assert "Зараз відкрита 1 консультація, про неї окремого сповіщення не буде." in shown.text


# What one hears of


async def consult(house: House, slug: str, title: str, **fields: object) -> None:
    await house.services.consultations.take_in(
        [
            NewConsultation(
                slug=slug,
                closes_at=house.clock.now() + timedelta(days=30),
                texts={"uk": ConsultationText(title=title, summary="Коротко.")},
                **fields,
            )
        ],
        Actor.operator(),
    )
    await house.services.consultations.publish(slug, Actor.operator())


def titles(person: Person, *words: str) -> list[int]:
    """How many alerts of the opening there are with each of these words."""
    return [sum(word in alert.text for alert in alerts(person)) for word in words]


async def test_present_state_is_said_in_words_with_a_button_for_each_choice(olena: Person):
    shown = await write(olena, "/subscribe")
    assert "Про що: усі консультації" in shown.text
    assert "Коли: одразу" in shown.text
    for label in ("Обрати теми", "Обрати регіони", "Як часто писати", "Призупинити", "Вимкнути сповіщення"):
        assert label in shown.labels
    await press(olena, "Обрати теми")
    marked = await press(olena, "Відкриті дані")
    assert "✓ Відкриті дані" in marked.labels
    await press(olena, "‹ Назад")
    await press(olena, "Обрати регіони")
    await press(olena, "Львівська область")
    shown = await press(olena, "‹ Назад")
    assert "Теми: Відкриті дані" in shown.text
    assert "Регіони: Львівська область; загальнодержавне також" in shown.text
    await press(olena, "Обрати теми")
    assert "Теми:" not in (await press(olena, "Усі теми")).text


async def test_only_what_fits_topics_and_regions_is_told(house: House, olena: Person, alex: Person):
    services = house.services.subscriptions
    await services.choose(olena.id, Facet.TOPIC, "open-data")
    await services.choose(olena.id, Facet.REGION, "lviv")
    await services.subscribe(alex.id)
    await consult(house, "fits", "Підходить", topics=("open-data", "justice"), regions=("lviv",))
    await consult(house, "nationwide", "Всеукраїнська", topics=("open-data",))
    await consult(house, "untitled", "Без теми", regions=("lviv", "odesa"))
    await consult(house, "topic", "Інша тема", topics=("justice",), regions=("lviv",))
    await consult(house, "region", "Інший регіон", topics=("open-data",), regions=("odesa",))
    await olena.wait_quiet()
    words = ("Підходить", "Всеукраїнська", "Без теми", "Інша тема", "Інший регіон")
    assert titles(olena, *words) == [1, 1, 1, 0, 0]
    assert titles(alex, *words) == [1] * 5
    region = (await house.services.consultations.find("region")).id
    assert [await services.recipients(region), await house.services.consultations.recipients()] == [1, 2]


async def test_one_consultation_can_be_followed_alone(house: House, olena: Person):
    await house.consult("open-data", days=20)
    await write(olena, "/start c_open-data")
    shown = await press(olena, "Стежити")
    assert "Ви стежите за консультацією" in shown.text
    await consult(house, "other", "Інша консультація")
    await olena.wait_quiet()
    assert titles(olena, "Інша консультація") == [0]
    shown = await press(olena, "Обрати сповіщення", message=shown)
    assert "лише ті, за якими стежите" in shown.text
    house.clock.ahead += timedelta(days=13, hours=1)
    await house.services.occasions.tell_due()
    await olena.wait_for("скоро закриється")
    await write(olena, "/subscribe")
    listed = await press(olena, "За чим я стежу")
    assert "Відкриті дані про дороги" in listed.text
    assert "Поки що ні за чим" in (await press(olena, listed.labels[0])).text


async def test_forged_choices_change_nothing(house: House, olena: Person):
    shown = await write(olena, "/subscribe")
    for data in ("yc:0:topic:x y:0", "yt:0:colour:0", "yq:0:hourly", "ys:5", "yi:0:202613", "yj:0:20261399"):
        await olena.press(data=data, message=shown)
        await olena.wait_for()
        await olena.wait_for_answer()
    subscription = await house.services.subscriptions.find(olena.id)
    assert subscription.topics == ()
    assert subscription.paused_until is None
    for data in ("yk:77:1", "yg:nothing:1", "yr:77", "yv:77:tomorrow"):
        await olena.press(data=data, message=shown)
        await olena.wait_for()
        await olena.wait_for_answer()
    assert (await house.services.subscriptions.find(olena.id)) == subscription


async def test_unsubscribing_takes_one_tap_and_offers_fewer_instead(house: House, olena: Person):
    await write(olena, "/subscribe")
    await press(olena, "Обрати теми")
    await press(olena, "Відкриті дані")
    shown = await write(olena, "/unsubscribe")
    assert "Сповіщення вимкнено" in shown.text
    assert not await house.services.subscriptions.is_subscribed(olena.id)
    shown = await press(olena, "Раз на тиждень", message=shown)
    assert "щопонеділка о 9:00" in shown.text
    assert "усі консультації" in shown.text


async def test_fewer_is_offered_under_an_alert(house: House, subscribers):
    olena, _ = subscribers
    await house.consult()
    alert = await olena.wait_for(ALERT["uk"])
    shown = await press(olena, "Писати рідше", message=alert)
    assert {"Раз на день", "Раз на тиждень", "Обрати теми", "Призупинити", "Вимкнути сповіщення"} <= {
        *shown.labels
    }
    assert "щодня о 9:00" in (await press(olena, "Раз на день", message=shown)).text


async def test_alert_carries_its_address_and_can_be_shared(house: House, sandbox: Sandbox, subscribers):
    olena, alex = subscribers
    await house.consult()
    alert = await olena.wait_for(ALERT["uk"])
    address = f"https://t.me/{sandbox.world.bot['username']}?start=c_open-data"
    assert address in alert.text
    share = alert.button("Поділитися")
    assert share.url.startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2F")
    assert "Open data on roads" in (await write(alex, "/start c_open-data")).text


async def test_quiet_hours_of_ones_own(house: House, olena: Person):
    await write(olena, "/subscribe")
    await press(olena, "Тихі години")
    await press(olena, "Обрати свої години")
    await press(olena, "19:00")
    assert "З 19:00 до 7:00" in (await press(olena, "7:00")).text
    assert "Тихі години: 19:00–7:00" in (await write(olena, "/subscribe")).text
    await press(olena, "Тихі години")
    assert "Зараз бот пише будь-коли" in (await press(olena, "Писати будь-коли")).text


async def test_a_choice_survives_a_restart_and_is_handed_out(house: House, olena: Person):
    await write(olena, "/subscribe")
    await press(olena, "Обрати регіони")
    await press(olena, "Львівська область")
    async with house.away():
        pass
    assert "Львівська" in (await write(olena, "/subscribe")).text
    exported = json.loads(await house.services.privacy.export(olena.id))
    assert exported["subscriptions"][0]["regions"] == ["lviv"]


async def test_deleted_account_costs_nothing_and_is_not_tried_again(
    house: House, sandbox: Sandbox, subscribers
):
    olena, alex = subscribers
    olena.chat.is_deactivated = True
    await house.consult("first")
    await alex.wait_for(ALERT["en"])
    await alex.wait_quiet()
    tries = len(sandbox.calls_of("sendMessage"))
    await house.consult("second")
    await alex.wait_quiet()
    assert len(sandbox.calls_of("sendMessage")) == tries + 1


async def test_what_waits_for_a_person_who_blocks_meanwhile_is_not_tried(
    house: House, sandbox: Sandbox, olena: Person
):
    await write(olena, "/subscribe")
    person = await house.services.people.find(olena.id)
    await house.services.people.choose_quiet_hours(person, QuietHours(begins=1, ends=0))
    await house.consult()
    await olena.wait_quiet()
    await olena.block()
    await olena.wait_quiet()
    tries = len(sandbox.calls_of("sendMessage"))
    house.clock.ahead += timedelta(days=2)
    await olena.wait_quiet(gap=0.9)
    assert len(sandbox.calls_of("sendMessage")) == tries
