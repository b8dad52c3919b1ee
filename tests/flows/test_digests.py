"""Digests: one message a period with what is new, never empty; and nothing is lost or repeated between paces."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.app.opening import rooms
from bot.domain.commitments import CommitmentChange, CommitmentId, CommitmentStatus
from bot.domain.consultations import (
    ConsultationChange,
    ConsultationEvent,
    ConsultationState,
    ConsultationText,
    FieldChange,
    NewConsultation,
)
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, QuietHours
from bot.domain.subscriptions import Pace, next_digest
from bot.sandbox import ChatMessage, Person
from tests.flows.conftest import House
from tests.flows.scenes import press, write

KYIV = ZoneInfo("Europe/Kyiv")
DAILY, WEEKLY, MEANWHILE = "Новини за день", "Новини за тиждень", "Що нового за цей час"
OPENED = "Нова консультація"


def told(person: Person, word: str) -> list[ChatMessage]:
    return [one for one in person.chat.messages if one.from_bot and word in one.text]


async def publish(house: House, slug: str, title: str, *, days: int = 30, **fields: object) -> int:
    await house.services.consultations.take_in(
        [
            NewConsultation(
                slug=slug,
                closes_at=house.clock.now() + timedelta(days=days),
                texts={"uk": ConsultationText(title=title, summary="Коротко.")},
                **fields,
            )
        ],
        Actor.operator(),
    )
    await house.services.consultations.publish(slug, Actor.operator())
    return (await house.services.consultations.find(slug)).id


async def change(
    house: House,
    consultation: int,
    event: ConsultationEvent = ConsultationEvent.CHANGED,
    *,
    note: str = "",
    fields: tuple[FieldChange, ...] = (),
) -> None:
    now = house.clock.now()
    async with house.rooms.database.unit() as unit:
        changed = await unit.consultation_changes.add(
            ConsultationChange(
                consultation_id=consultation, event=event, note=note, fields=fields, changed_at=now
            )
        )
        await unit.notices.begin_campaign(NoticeKind.CONSULTATION_CHANGED, changed.id, now=now)


async def state(house: House, consultation: int, became: ConsultationState) -> None:
    async with house.rooms.database.unit() as unit:
        await unit.consultations.set_state(consultation, became)


async def at_nine(house: House) -> None:
    """Just after the next morning's nine o'clock in Kyiv, the ticker looks."""
    due = next_digest(Pace.DAILY, house.clock.now(), KYIV)
    house.clock.ahead += due - house.clock.now() + timedelta(minutes=1)
    await house.services.digests.queue_due()


async def pace(person: Person, label: str) -> ChatMessage:
    await write(person, "/subscribe")
    await press(person, "Як часто писати")
    return await press(person, label)


@pytest.mark.parametrize(
    ("after", "daily", "weekly"),
    [
        (datetime(2026, 11, 23, 6, 59, tzinfo=UTC), (23, 7), (23, 7)),  # Monday, before nine in Kyiv
        (datetime(2026, 11, 23, 7, 0, tzinfo=UTC), (24, 7), (30, 7)),
        (datetime(2026, 11, 28, 12, 0, tzinfo=UTC), (29, 7), (30, 7)),
        (datetime(2026, 10, 24, 12, 0, tzinfo=UTC), (25, 7), (26, 7)),  # the clock goes back in the night
    ],
)
def test_digests_are_due_at_nine_in_the_zone(after, daily, weekly):
    for paced, wanted in ((Pace.DAILY, daily), (Pace.WEEKLY, weekly)):
        due = next_digest(paced, after, KYIV)
        assert (due.day, due.hour, due.minute) == (*wanted, 0)
    assert next_digest(Pace.AT_ONCE, after, KYIV) is None


async def test_news_of_a_day_come_in_one_message_grouped_and_the_newest_first(house: House, olena: Person):
    old = await publish(house, "old", "Давня консультація")
    answered = await publish(house, "answered", "Завершена консультація")
    await state(house, answered, ConsultationState.CLOSED)
    shown = await pace(olena, "Раз на день")
    assert "щодня о 9:00" in shown.text
    await publish(house, "roads", "Дані про дороги")
    await publish(house, "schools", "Дані про школи")
    await change(house, old)
    await state(house, answered, ConsultationState.ANSWERED)
    async with house.rooms.database.unit() as unit:
        await unit.notices.begin_campaign(NoticeKind.CONSULTATION_RESULTS, answered, now=house.clock.now())
    await olena.wait_quiet()
    assert not told(olena, OPENED)
    await at_nine(house)
    digest = (await olena.wait_for(DAILY)).text
    places = [
        digest.index(part)
        for part in (
            "Нові консультації",
            "Дані про школи",
            "Дані про дороги",
            "Зміни",
            "Давня консультація",
            "Результати",
            "Завершена консультація",
        )
    ]
    assert places == sorted(places)
    async with house.away():
        pass
    await at_nine(house)
    await olena.wait_quiet()
    assert len(told(olena, DAILY)) == 1


async def test_weekly_digest_comes_on_monday(house: House, olena: Person):
    assert "щопонеділка о 9:00" in (await pace(olena, "Раз на тиждень")).text
    await publish(house, "roads", "Дані про дороги")
    for _ in range(7):
        await at_nine(house)
    await olena.wait_for(WEEKLY)
    assert len(told(olena, WEEKLY)) == 1
    subscription = await house.services.subscriptions.find(olena.id)
    assert subscription.digest_at.astimezone(KYIV).weekday() == 0


async def test_what_has_closed_or_was_withdrawn_meanwhile_is_left_out_and_nothing_empty_comes(
    house: House, olena: Person
):
    await pace(olena, "Раз на день")
    await state(house, await publish(house, "gone", "Відкликана"), ConsultationState.WITHDRAWN)
    await at_nine(house)
    await olena.wait_quiet()
    assert not told(olena, DAILY)
    kept = await publish(house, "kept", "Відкрита")
    await state(house, await publish(house, "gone2", "Теж відкликана"), ConsultationState.WITHDRAWN)
    await change(house, kept)
    await at_nine(house)
    digest = (await olena.wait_for(DAILY)).text
    assert "Відкрита" in digest
    assert "Теж відкликана" not in digest
    assert "Зміни" not in digest  # it is new: told of once, as it is now


async def test_withdrawal_of_what_was_in_an_earlier_digest_is_told(house: House, olena: Person):
    await pace(olena, "Раз на день")
    consultation = await publish(house, "roads", "Дані про дороги")
    await at_nine(house)
    await olena.wait_for(DAILY)
    await state(house, consultation, ConsultationState.WITHDRAWN)
    await change(house, consultation, ConsultationEvent.WITHDRAWN)
    await at_nine(house)
    await olena.wait_quiet()
    assert "долучитися вже не можна" in told(olena, DAILY)[-1].text


async def test_digest_is_void_where_everything_has_closed_before_it_could_be_sent(
    house: House, olena: Person
):
    await pace(olena, "Раз на день")
    consultation = await publish(house, "roads", "Дані про дороги")
    await write(olena, "/subscribe")
    person = await house.services.people.find(olena.id)
    await house.services.people.choose_quiet_hours(person, QuietHours(begins=1, ends=0))
    await at_nine(house)
    await olena.wait_quiet()
    await state(house, consultation, ConsultationState.CLOSED)
    await house.services.people.choose_quiet_hours(person, None)
    house.clock.ahead += timedelta(days=1)
    await olena.wait_quiet(gap=0.9)
    assert not told(olena, DAILY)


async def test_switching_the_pace_loses_nothing_and_repeats_nothing(house: House, olena: Person):
    await write(olena, "/subscribe")
    await publish(house, "first", "Перша")
    await olena.wait_for(OPENED)
    await pace(olena, "Раз на день")
    await publish(house, "second", "Друга")
    await at_nine(house)
    digest = await olena.wait_for(DAILY)
    assert "Друга" in digest.text
    assert "Перша" not in digest.text
    await publish(house, "third", "Третя")
    await pace(olena, "Раз на тиждень")
    await publish(house, "fourth", "Четверта")
    await pace(olena, "Одразу")
    last = await olena.wait_for(MEANWHILE)
    assert "Третя" in last.text
    assert "Четверта" in last.text
    assert "Друга" not in last.text
    await publish(house, "fifth", "П’ята")
    assert "П’ята" in (await olena.wait_for(OPENED)).text
    for _ in range(8):
        await at_nine(house)
    await olena.wait_quiet()
    said = "\n".join(one.text for one in olena.chat.messages if one.from_bot)
    assert [said.count(f"{word}") for word in ("Перша", "Друга", "Третя", "Четверта", "П’ята")] == [1] * 5


async def test_pause_holds_everything_and_ends_with_what_is_open_still(house: House, olena: Person):
    await write(olena, "/subscribe")
    await press(olena, "Призупинити")
    assert "призупинено до" in (await press(olena, "На тиждень")).text
    await publish(house, "roads", "Дані про дороги")
    await state(house, await publish(house, "gone", "Відкликана"), ConsultationState.WITHDRAWN)
    for _ in range(6):
        await at_nine(house)
    await olena.wait_quiet()
    assert not told(olena, "Дані про дороги")
    house.clock.ahead += timedelta(days=2)
    await house.services.digests.queue_due()
    digest = await olena.wait_for(MEANWHILE)
    assert "Дані про дороги" in digest.text
    assert "Відкликана" not in digest.text
    await publish(house, "schools", "Дані про школи")
    await olena.wait_for(OPENED)
    assert len(told(olena, "Дані про дороги")) == 1


async def test_pause_can_be_ended_and_takes_back_what_waits(house: House, olena: Person):
    await write(olena, "/subscribe")
    person = await house.services.people.find(olena.id)
    await house.services.people.choose_quiet_hours(person, QuietHours(begins=1, ends=0))
    await publish(house, "roads", "Дані про дороги")
    await olena.wait_quiet()
    await write(olena, "/subscribe")
    await press(olena, "Призупинити")
    await press(olena, "На місяць")
    await house.services.people.choose_quiet_hours(await house.services.people.find(olena.id), None)
    house.clock.ahead += timedelta(days=2)
    await olena.wait_quiet()
    assert not told(olena, "Дані про дороги")
    assert "Сповіщення увімкнено" in (await press(olena, "Писати знову")).text
    assert "Дані про дороги" in (await olena.wait_for(MEANWHILE)).text
    await olena.wait_quiet()
    assert len(told(olena, "Дані про дороги")) == 1


async def test_pause_until_a_date_of_ones_choice(house: House, olena: Person):
    await write(olena, "/subscribe")
    await press(olena, "Призупинити")
    months = await press(olena, "До дати")
    days = await press(olena, months.labels[1])
    shown = await press(olena, days.labels[0])
    assert "призупинено до" in shown.text
    subscription = await house.services.subscriptions.find(olena.id)
    until = subscription.paused_until.astimezone(KYIV)
    assert (until.day, until.hour) == (1, 9)
    await olena.press(data="yj:0:20200101", message=shown)
    assert "Ця дата не підходить" in (await olena.wait_for()).text


async def test_progress_of_a_followed_commitment_is_told_once(house: House, olena: Person, alex: Person):
    commitment = next(iter(house.services.knowledge.commitments.values()))
    await house.services.subscriptions.follow_commitment(olena.id, commitment.id, is_on=True)
    await house.services.subscriptions.follow_commitment(alex.id, commitment.id, is_on=True)
    await house.services.subscriptions.set_pace(alex.id, Pace.DAILY)
    async with house.rooms.database.unit() as unit:
        change = await unit.commitments.add(
            CommitmentChange(
                commitment=CommitmentId(commitment.id),
                status=CommitmentStatus.LIMITED,
                note="Реєстр відкрито.",
                changed_at=house.clock.now(),
            )
        )
        await unit.notices.begin_campaign(NoticeKind.COMMITMENT_CHANGED, change.id, now=house.clock.now())
    await olena.wait_for("Реєстр відкрито")
    await alex.wait_quiet()
    assert not told(alex, "Реєстр відкрито")
    await at_nine(house)
    digest = await alex.wait_for("News of the day")
    assert "Реєстр відкрито" in digest.text
    await olena.wait_quiet()
    assert len(told(olena, "Реєстр відкрито")) == len(told(alex, "Реєстр відкрито")) == 1


async def test_who_writes_for_a_consultation_hears_of_its_change_once_by_whatever_route(
    house: House, olena: Person
):
    consultation = await publish(house, "roads", "Дані про дороги")
    await write(olena, "/start c_roads")
    await press(olena, "Написати пропозицію")
    await write(olena, "Відкриті дані")
    await pace(olena, "Раз на день")
    await house.services.subscriptions.follow(olena.id, consultation, is_on=True)
    await change(house, consultation, note="Додано додаток.")
    await olena.wait_for("Додано додаток")
    await at_nine(house)
    await olena.wait_quiet()
    assert len(told(olena, "Додано додаток")) == 1
    assert not told(olena, DAILY)


async def test_digest_that_comes_before_a_campaign_has_reached_somebody_is_not_repeated_by_it(
    house: House, olena: Person
):
    consultation = await publish(house, "roads", "Дані про дороги")
    await write(olena, "/start c_roads")
    await press(olena, "Написати пропозицію")
    await write(olena, "Відкриті дані")
    await pace(olena, "Раз на день")
    async with house.away(), rooms(house.settings, clock=house.clock) as opened:
        away = House(house.sandbox, house.settings, house.clock, rooms=opened)
        await change(away, consultation, note="Додано додаток.")
        await at_nine(away)
    await olena.wait_for(DAILY)
    await olena.wait_quiet()
    assert told(olena, "Додано додаток") == told(olena, DAILY)
    assert len(told(olena, DAILY)) == 1


async def test_a_long_digest_fits_one_message_and_says_how_much_is_left(house: House, olena: Person):
    await pace(olena, "Раз на день")
    for number in range(40):
        await publish(house, f"long-{number}", f"Консультація {number}: " + "дуже довга назва " * 10)
    await at_nine(house)
    digest = await olena.wait_for(DAILY)
    assert len(digest.text.encode("utf-16-le")) // 2 <= 4096
    assert "І ще" in digest.text
    assert "Консультація 39" in digest.text
    assert "Відкриті консультації" in (await press(olena, "Читати консультації", message=digest)).text


async def test_who_unsubscribes_before_the_digest_gets_none(house: House, olena: Person):
    await pace(olena, "Раз на день")
    await publish(house, "roads", "Дані про дороги")
    await write(olena, "/unsubscribe")
    await at_nine(house)
    await olena.wait_quiet()
    assert not told(olena, DAILY)


def moved(was: int, became: int) -> FieldChange:
    """The deadline, by days of December."""
    before, after = (datetime(2031, 12, day, 16, tzinfo=UTC).isoformat() for day in (was, became))
    return FieldChange(field="closes_at", was=before, became=after)


async def test_digest_says_what_was_changed_and_why(house: House, olena: Person):
    roads = await publish(house, "roads", "Дані про дороги")
    await pace(olena, "Раз на день")
    await change(house, roads, fields=(moved(1, 5),), note="Просили більше часу.")
    await change(
        house, roads, fields=(moved(5, 9), FieldChange(field="title", language="uk", was="А", became="Б"))
    )
    await at_nine(house)
    shown = await olena.wait_for(DAILY)
    assert "Строк участі: було «1 грудня 2031 року, 18:00 за Києвом», стало «9 грудня" in shown.text
    assert "Назва: було «А», стало «Б»" in shown.text
    assert "Вимкнути сповіщення" in shown.labels


async def test_who_was_told_by_a_digest_and_hears_at_once_now_is_told_of_the_change(
    house: House, olena: Person, alex: Person
):
    await pace(olena, "Раз на день")
    roads = await publish(house, "roads", "Дані про дороги")
    await at_nine(house)
    await olena.wait_for(DAILY)
    await pace(olena, "Одразу")
    await write(alex, "/subscribe")  # after the opening: nothing was told
    await change(house, roads, fields=(moved(1, 5),))
    assert "стало «5 грудня" in (await olena.wait_for("Зміни в консультації")).text
    await alex.wait_quiet()
    assert not told(alex, "Changes")


async def test_digest_marks_what_is_in_another_language(house: House, alex: Person):
    await write(alex, "/subscribe")
    await house.services.subscriptions.set_pace(alex.id, Pace.DAILY)
    await publish(house, "roads", "Дані про дороги")
    await at_nine(house)
    assert "Дані про дороги (in Ukrainian only)" in (await alex.wait_for("News of the day")).text
    assert "· in Ukrainian only ·" in (await write(alex, "/consultations")).text


async def test_on_the_last_day_of_a_month_the_next_one_is_the_first_on_offer(house: House, olena: Person):
    await write(olena, "/subscribe")
    now = datetime.now(KYIV)
    last = (now.replace(day=1) + timedelta(days=63)).replace(day=1, hour=12) - timedelta(days=1)
    house.clock.ahead = last - now
    await press(olena, "Призупинити")
    months = await press(olena, "До дати")
    assert (await press(olena, months.labels[0])).labels[0] == "1"
