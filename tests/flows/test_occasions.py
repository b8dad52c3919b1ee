"""A consultation closes soon: who hears of it, once; and what people have asked to be reminded of."""

from datetime import datetime, timedelta

import pytest

from bot.domain.consultations import ConsultationChange, ConsultationEvent, FieldChange
from bot.domain.notices import NoticeKind
from bot.domain.people import QuietHours
from bot.domain.proposals import ProposalState
from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.cases import at
from tests.flows.conftest import House
from tests.flows.scenes import TITLE, press, write

OPENED, SOON, WAITS, ASKED, CHANGED = (
    "Нова консультація",
    "скоро закриється",
    "Чернетка чекає на вас",
    "просили нагадати",
    "Зміни в консультації",
)

#: Quiet all day but for a minute long before and after these tests.
ALL_DAY = QuietHours(begins=1, ends=0)


def told(person: Person, word: str) -> list[ChatMessage]:
    return [one for one in person.chat.messages if one.from_bot and word in one.text]


async def later(house: House, **ahead: float) -> None:
    """So much later, the ticker looks."""
    house.clock.ahead += timedelta(**ahead)
    await house.services.occasions.tell_due()


async def id_of(house: House, slug: str = "open-data") -> int:
    return (await house.services.consultations.find(slug)).id


async def move(house: House, **by: float) -> None:
    """The deadline moves, as an officer moves it."""
    consultation = await house.services.consultations.find("open-data")
    closes: datetime = consultation.closes_at + timedelta(**by)
    async with house.rooms.database.unit() as unit:
        await unit.consultations.change(
            consultation.id, consultation.model_copy(update={"closes_at": closes})
        )
        await unit.consultation_changes.add(
            ConsultationChange(
                consultation_id=consultation.id,
                event=ConsultationEvent.CHANGED,
                fields=(
                    FieldChange(
                        field="closes_at", was=consultation.closes_at.isoformat(), became=closes.isoformat()
                    ),
                ),
                changed_at=house.clock.now(),
            )
        )


@pytest.fixture
async def subscriber(house: House, olena: Person) -> Person:
    await write(olena, "/subscribe")
    return olena


async def test_subscribers_hear_a_week_and_a_day_before_the_end_each_once(house: House, subscriber: Person):
    await house.consult(days=20)
    await subscriber.wait_for(OPENED)
    await later(house, days=12)
    await subscriber.wait_quiet()
    assert not told(subscriber, SOON)
    await later(house, days=1, hours=1)
    alert = await subscriber.wait_for(SOON)
    assert "залишилося 7 днів" in alert.text or "залишилося 6 днів" in alert.text
    assert "Відкриті дані про дороги" in alert.text
    for _ in range(2):
        await later(house, hours=1)
    async with house.away():
        pass
    await subscriber.wait_quiet()
    assert len(told(subscriber, SOON)) == 1
    await later(house, days=6)
    await subscriber.wait_quiet()
    assert len(told(subscriber, SOON)) == 2
    await later(house, days=1)
    await subscriber.wait_quiet()
    assert len(told(subscriber, SOON)) == 2


async def test_after_a_downtime_only_what_is_still_so_is_told(house: House, subscriber: Person):
    await house.consult(days=20)
    await subscriber.wait_for(OPENED)
    async with house.away():
        house.clock.ahead += timedelta(days=17)
    await house.services.occasions.tell_due()
    await subscriber.wait_quiet()
    assert not told(subscriber, SOON)
    await later(house, days=2, hours=1)
    await subscriber.wait_for(SOON)
    assert len(told(subscriber, SOON)) == 1


async def test_who_has_just_heard_of_the_opening_is_not_told_at_once_that_it_closes(
    house: House, subscriber: Person
):
    await house.consult(days=6)
    await subscriber.wait_for(OPENED)
    await later(house, hours=1)
    await subscriber.wait_quiet()
    assert not told(subscriber, SOON)


async def test_who_is_not_subscribed_or_has_proposed_hears_nothing(
    house: House, subscriber: Person, alex: Person
):
    await house.consult(days=20)
    await subscriber.wait_for(OPENED)
    await at(house, subscriber, ProposalState.UNDER_REVIEW, consultation_id=await id_of(house))
    await later(house, days=13, hours=1)
    await subscriber.wait_quiet()
    assert not told(subscriber, SOON)
    assert not any("closes soon" in one.text for one in alex.chat.messages)


async def test_who_proposes_between_queueing_and_sending_hears_nothing(house: House, subscriber: Person):
    await house.consult(days=20)
    await subscriber.wait_for(OPENED)
    await house.services.people.choose_quiet_hours(await house.services.people.find(subscriber.id), ALL_DAY)
    await later(house, days=13, hours=1)
    await subscriber.wait_quiet()
    await at(house, subscriber, ProposalState.UNDER_REVIEW, consultation_id=await id_of(house))
    await house.services.people.choose_quiet_hours(await house.services.people.find(subscriber.id), None)
    house.clock.ahead += timedelta(days=1)
    await subscriber.wait_quiet(gap=0.9)
    assert not told(subscriber, SOON)


async def test_who_has_an_unfinished_draft_hears_of_it_instead_and_of_no_other_reminder(
    house: House, olena: Person
):
    await house.consult(days=20)
    await write(olena, "/start c_open-data")
    await press(olena, "Написати пропозицію")
    await write(olena, TITLE)
    await write(olena, "/subscribe")
    await later(house, days=13, hours=1)
    await house.services.reminders.remind_due()
    shown = await olena.wait_for(WAITS)
    assert TITLE in shown.text
    assert "приймає пропозиції до" in shown.text
    await olena.wait_quiet()
    assert len(told(olena, WAITS)) == 1
    assert not told(olena, SOON)
    assert "Крок 2 з 16" in (await press(olena, "Продовжити", message=shown)).text


@pytest.mark.parametrize(("command", "alerts"), [("/menu", 0), ("/subscribe", 2)])
async def test_draft_is_reminded_of_once_however_near_the_end_is(
    house: House, olena: Person, command: str, alerts: int
):
    await house.consult(days=20)
    await write(olena, "/start c_open-data")
    await press(olena, "Написати пропозицію")
    await write(olena, TITLE)
    await write(olena, command)
    await later(house, days=8)
    await house.services.reminders.remind_due()
    assert "Більше про неї не нагадуватимемо" in (await olena.wait_for(WAITS)).text
    for days in (5, 6):
        await later(house, days=days, hours=1)
        await house.services.reminders.remind_due()
        await olena.wait_quiet()
    assert len(told(olena, WAITS)) == 1
    assert len(told(olena, SOON)) == alerts


async def test_a_moved_deadline_is_reckoned_anew(house: House, subscriber: Person):
    await house.consult(days=20)
    await subscriber.wait_for(OPENED)
    await later(house, days=13, hours=1)
    await subscriber.wait_for(SOON)
    await move(house, days=20)
    await later(house, days=5, hours=22)
    await subscriber.wait_quiet()
    assert len(told(subscriber, SOON)) == 1
    await later(house, days=14, hours=2)
    await subscriber.wait_quiet()
    assert len(told(subscriber, SOON)) == 2


async def test_what_closes_before_it_could_be_told_is_not_told(house: House, subscriber: Person):
    await house.consult(days=20)
    await subscriber.wait_for(OPENED)
    await later(house, days=19, hours=23, minutes=30)
    await subscriber.wait_quiet()
    assert not told(subscriber, SOON)


# Reminders


async def test_one_is_reminded_tomorrow_at_this_hour_even_after_a_restart(house: House, subscriber: Person):
    await house.consult(days=10)
    alert = await subscriber.wait_for(OPENED)
    shown = await press(subscriber, "Нагадати завтра", message=alert)
    assert "Бот нагадає" in shown.text
    assert "завтра о цій самій годині" in shown.text
    await later(house, hours=23)
    await subscriber.wait_quiet()
    assert not told(subscriber, ASKED)
    async with house.away():
        pass
    await later(house, hours=1, minutes=1)
    assert "Відкриті дані про дороги" in (await subscriber.wait_for(ASKED)).text
    await later(house, days=1)
    await subscriber.wait_quiet()
    assert len(told(subscriber, ASKED)) == 1


async def test_one_who_is_not_subscribed_is_reminded_a_day_before_the_end(house: House, olena: Person):
    await house.consult(days=10)
    await write(olena, "/start c_open-data")
    await press(olena, "Нагадати мені")
    assert "за день до кінця" in (await press(olena, "Нагадати за день")).text
    await later(house, days=9, hours=1)
    await olena.wait_for(ASKED)
    await later(house, hours=1)
    await olena.wait_quiet()
    assert len(told(olena, ASKED)) == 1


async def test_subscriber_who_asked_for_the_last_day_hears_of_it_once(house: House, subscriber: Person):
    await house.consult(days=6)
    alert = await subscriber.wait_for(OPENED)
    await press(subscriber, "Нагадати за день", message=alert)
    await later(house, days=5, hours=1)
    await subscriber.wait_for(ASKED)
    await subscriber.wait_quiet()
    assert len(told(subscriber, ASKED)) == 1
    assert not told(subscriber, SOON)


async def test_nobody_is_reminded_of_what_they_have_answered_or_do_not_want(
    house: House, olena: Person, subscriber: Person, alex: Person
):
    await house.consult(days=10)
    for person, label, moment in (
        (olena, "Нагадати мені", "Нагадати завтра"),
        (alex, "Remind me", "Remind me tomorrow"),
    ):
        await write(person, "/start c_open-data")
        await press(person, label)
        await press(person, moment)
    assert "Do not remind me" not in (await press(alex, "Do not remind me")).labels
    await at(house, olena, ProposalState.UNDER_REVIEW, consultation_id=await id_of(house))
    await later(house, days=1, hours=1)
    await olena.wait_quiet()
    assert not told(olena, ASKED)
    assert not told(alex, "asked to be reminded")


async def test_a_reminder_that_would_come_too_late_is_not_offered(house: House, olena: Person):
    await house.consult(days=2)
    await write(olena, "/start c_open-data")
    shown = await press(olena, "Нагадати мені")
    assert [label for label in shown.labels if "завтра" in label or "за день" in label]
    house.clock.ahead += timedelta(days=1, hours=12)
    refused = await press(olena, "Нагадати за день", message=shown)
    assert "Нагадати вже не вийде" in refused.text
    assert not (await house.services.occasions.wishes(olena.id, await id_of(house))).chosen


async def test_who_supports_a_proposal_in_it_has_voted_and_is_not_told(
    house: House, subscriber: Person, alex: Person
):
    await house.consult(days=20)
    await subscriber.wait_for(OPENED)
    proposal = await at(house, alex, ProposalState.UNDER_REVIEW, consultation_id=await id_of(house))
    await write(subscriber, f"/start p_{proposal.reference}")
    await press(subscriber, "Підтримати пропозицію")
    await later(house, days=13, hours=1)
    await subscriber.wait_quiet()
    assert not told(subscriber, SOON)


async def test_reminder_of_the_draft_carries_the_address_and_every_way_on(house: House, olena: Person):
    await house.consult(days=20)
    await write(olena, "/start c_open-data")
    await press(olena, "Написати пропозицію")
    await write(olena, TITLE)
    await later(house, days=13, hours=1)
    shown = await olena.wait_for(WAITS)
    assert "?start=c_open-data" in shown.text
    assert {"Нагадати завтра", "Писати рідше", "Вимкнути сповіщення", "‹ Меню"} <= {*shown.labels}


async def test_one_tap_under_any_alert_is_a_reminder_while_there_is_time(house: House, subscriber: Person):
    await house.consult(days=20)
    await subscriber.wait_for(OPENED)
    await later(house, days=13, hours=1)
    week = await subscriber.wait_for(SOON)
    assert {"Нагадати завтра", "Нагадати за день", "Писати рідше", "Вимкнути сповіщення"} <= {*week.labels}
    await later(house, days=6)
    await subscriber.wait_quiet()
    *_, day = told(subscriber, SOON)
    assert not any("Нагадати" in label for label in day.labels)
    assert {"Писати рідше", "Вимкнути сповіщення"} <= {*day.labels}
    assert "за день до кінця" not in (await press(subscriber, "Нагадати за день", message=week)).text


async def correct(house: House, **by: float) -> None:
    """The deadline moves, and those who were told hear of it."""
    await move(house, **by)
    async with house.rooms.database.unit() as unit:
        *_, change = await unit.consultation_changes.of(await id_of(house))
        await unit.notices.begin_campaign(NoticeKind.CONSULTATION_CHANGED, change.id, now=house.clock.now())


async def test_moved_deadline_reaches_who_was_told_of_it_by_whatever_route(
    house: House, olena: Person, alex: Person, sandbox: Sandbox
):
    await house.consult(days=20)
    reader = sandbox.add_person(1010, "Іван", language_code="uk")
    await write(reader, "/start c_open-data")
    await write(olena, "/subscribe")  # after the opening
    await write(alex, "/start c_open-data")
    await press(alex, "Remind me")
    await press(alex, "Remind a day before")
    await later(house, days=13, hours=1)
    await olena.wait_for(SOON)
    assert await house.services.consultations.told(await id_of(house)) == 2
    await correct(house, days=5)
    assert "було «" in (await olena.wait_for(CHANGED)).text
    await alex.wait_for("Changes in a consultation")
    await write(alex, "/unsubscribe")
    await correct(house, days=2)
    await olena.wait_for(CHANGED)
    await alex.wait_quiet()
    assert len(told(alex, "Changes in a consultation")) == 1
    assert not told(reader, CHANGED)


async def test_reminder_for_tomorrow_and_the_last_day_are_one_message(house: House, subscriber: Person):
    await house.consult(days=20)
    await subscriber.wait_for(OPENED)
    await later(house, days=18, hours=1)
    await write(subscriber, "/start c_open-data")
    await press(subscriber, "Нагадати мені")
    await press(subscriber, "Нагадати завтра")  # an hour after "a day before the end"
    await later(house, hours=23, minutes=30)
    await subscriber.wait_for(ASKED)
    await later(house, hours=2)
    await subscriber.wait_quiet()
    assert len(told(subscriber, ASKED)) == 1
    assert not told(subscriber, SOON)


async def test_who_was_just_reminded_is_not_told_again_that_it_closes(house: House, subscriber: Person):
    await house.consult(days=20)
    await subscriber.wait_for(OPENED)
    await later(house, days=17, hours=23)
    await write(subscriber, "/start c_open-data")
    await press(subscriber, "Нагадати мені")
    await press(subscriber, "Нагадати завтра")  # an hour before "a day before the end"
    await later(house, days=1, minutes=1)
    await subscriber.wait_for(ASKED)
    await later(house, hours=1, minutes=30)
    await subscriber.wait_quiet()
    assert not told(subscriber, SOON)


async def test_pause_holds_the_change_of_what_one_wants_to_be_reminded_of(house: House, subscriber: Person):
    await house.consult(days=20)
    alert = await subscriber.wait_for(OPENED)
    await press(subscriber, "Нагадати за день", message=alert)
    await write(subscriber, "/subscribe")
    await press(subscriber, "Призупинити")
    await press(subscriber, "На тиждень")
    await correct(house, days=5)
    await subscriber.wait_quiet()
    assert not told(subscriber, CHANGED)
    house.clock.ahead += timedelta(days=7, minutes=1)
    await house.services.digests.queue_due()
    assert "було «" in (await subscriber.wait_for("Що нового за цей час")).text
