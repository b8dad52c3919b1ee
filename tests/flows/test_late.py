"""Promised dates: the secretariat is warned before, the author told the new one after, everybody sees the counters."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.people import Actor, PersonId
from bot.domain.proposals import ChangedBy, Proposal, ProposalState
from bot.domain.workdays import ReplyTerm
from bot.sandbox import Person, Sandbox
from tests.flows import cases
from tests.flows.cases import REASON, at, colleague, decide, now_of, open_case
from tests.flows.conftest import House
from tests.flows.scenes import click, press, write

S = ProposalState
KYIV = ZoneInfo("Europe/Kyiv")


def move(house: House, *, to: time = time(10), past: int = 0) -> date:
    """Move the clock to this hour of a Wednesday, so many weeks from the next one; the day."""
    today = house.clock.now().astimezone(KYIV).date()
    day = today + timedelta(days=(2 - today.weekday()) % 7 + 7 * (1 + past))
    house.clock.ahead += datetime.combine(day, to, KYIV) - house.clock.now()
    return day


async def due(house: House, author: Person, days: int, title: str = "Про дороги", **fields) -> Proposal:
    """A proposal of now, promised an answer so many days from now at 18:00."""
    proposal = await cases.received(house, author, title, is_told=False, **fields)
    day = house.clock.now().astimezone(KYIV).date() + timedelta(days=days)
    reply_by = datetime.combine(day, time(18), KYIV).astimezone(UTC)
    async with house.rooms.database.unit() as unit:
        await unit.proposals.save(proposal.model_copy(update={"reply_by": reply_by}))
    return await now_of(house, proposal)


async def test_author_is_told_once_that_the_date_has_passed_and_which_is_next(
    house: House, olena: Person, officer: Person
):
    move(house)
    proposal = await due(house, olena, 1)
    house.clock.ahead += timedelta(days=1, hours=9)
    for _ in range(2):
        await house.services.responses.tell_due()
    notice = await olena.wait_for("Строк відповіді минув")
    after = await now_of(house, proposal)
    term = ReplyTerm(house.settings.reply_working_days, KYIV)
    assert after.reply_by == term(house.clock.now())
    assert after.late_since == proposal.reply_by
    say = house.rooms.texts.speaker("uk")
    assert f"мала надійти до {say.date(proposal.reply_by)}" in notice.text
    assert f"Новий строк – {say.date(after.reply_by)}" in notice.text
    assert "перепрош" not in notice.text
    await olena.wait_quiet(gap=0.5)
    assert sum("Строк відповіді минув ·" in one.text for one in olena.chat.messages) == 1
    shown = await press(olena, "Показати пропозицію", message=notice)
    assert f"Строк відповіді минув {say.date(proposal.reply_by)}" in shown.text
    assert f"Відповідь надійде до {say.date(after.reply_by)}" in shown.text
    shown = await open_case(officer, proposal)
    assert f"прострочено з {say.date(proposal.reply_by)}" in shown.text


async def test_each_further_date_that_passes_is_told_too_and_the_first_is_kept(
    house: House, olena: Person, officer: Person
):
    move(house)
    proposal = await due(house, olena, 1)
    for _ in range(2):
        house.clock.ahead += timedelta(days=45)
        await house.services.responses.tell_due()
        await olena.wait_for("Строк відповіді минув ·")
    assert (await now_of(house, proposal)).late_since == proposal.reply_by
    async with house.rooms.database.view() as view:
        assert not await view.responses.overdue(now=house.clock.now(), limit=1)


async def test_nobody_is_told_of_what_was_decided_or_waits_for_them(
    house: House, olena: Person, officer: Person
):
    await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED, is_told=False, days=1)
    asked = await at(house, olena, S.CLARIFICATION, is_told=False, days=1)
    house.clock.ahead += timedelta(days=3)
    await house.services.responses.tell_due()
    await olena.wait_quiet(gap=0.5)
    assert not any("Строк відповіді минув ·" in one.text for one in olena.chat.messages)
    async with house.rooms.database.unit() as unit:
        await house.services.life.change(
            unit,
            asked,
            S.UNDER_REVIEW,
            actor=Actor(person_id=PersonId(olena.id)),
            side=ChangedBy.AUTHOR,
            reason=REASON,
        )
    after = await now_of(house, asked)
    assert (after.is_late(house.clock.now()), after.late_since) == (False, None)


async def test_late_decision_is_late_no_more(house: House, olena: Person, officer: Person):
    proposal = await at(house, olena, S.UNDER_REVIEW, is_told=False, days=1)
    house.clock.ahead += timedelta(days=3)
    await house.services.responses.tell_due()
    assert "із простроченням: 1" in (await click(olena, "bl:0:0:0")).text
    await decide(officer, proposal, "Прийняти")
    shown = await click(olena, "bl:0:0:0")
    assert "Відповідей надано: 1 · чекають: 0 · із простроченням: 0" in shown.text


async def test_secretariat_is_warned_once_a_morning_of_all_that_is_due(
    house: House, olena: Person, officer: Person
):
    move(house, to=time(8))
    soon = [await due(house, olena, 1, "Перша"), await due(house, olena, 2, "Друга")]
    await due(house, olena, 14, "Пізніша")
    await house.services.responses.tell_due()
    house.clock.ahead += timedelta(hours=2)
    for _ in range(2):
        await house.services.responses.tell_due()
    warning = await officer.wait_for("Скоро строк відповіді на 2 пропозиції")
    assert all(one.reference in warning.text for one in soon)
    house.clock.ahead += timedelta(days=1)
    await house.services.responses.tell_due()
    await officer.wait_quiet(gap=0.5)
    assert sum("Скоро строк" in one.text for one in officer.chat.messages) == 1
    shown = await click(officer, warning.buttons[0][0].data, message=warning)
    assert soon[0].reference in shown.text


async def test_who_has_a_case_is_warned_of_it_alone(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    second = await colleague(house, sandbox)
    move(house, to=time(8))
    mine, free = await due(house, olena, 1, "Моя"), await due(house, olena, 1, "Нічия")
    await open_case(second, mine)
    await press(second, "Взяти справу")
    house.clock.ahead += timedelta(hours=2)
    await house.services.responses.tell_due()
    own = await second.wait_for("Скоро строк відповіді на 1 пропозицію")
    common = await officer.wait_for("Скоро строк")
    await second.wait_quiet(gap=0.5)
    warned = [one.text for one in second.chat.messages if "Скоро строк" in one.text]
    assert own.text in warned
    assert sum(mine.reference in text for text in warned) == 1
    assert free.reference in common.text
    assert mine.reference not in common.text


async def test_nobody_is_warned_at_weekends_or_where_it_is_turned_off(
    house: House, olena: Person, officer: Person
):
    day = move(house)
    house.clock.ahead += timedelta(days=3)  # Saturday
    assert (day + timedelta(days=3)).weekday() == 5
    await due(house, olena, 2)
    await house.services.responses.tell_due()
    await house.stop()
    await house.start(warn_working_days=0)
    house.clock.ahead += timedelta(days=2)
    await house.services.responses.tell_due()
    await officer.wait_quiet(gap=0.5)
    assert not any("Скоро строк" in one.text for one in officer.chat.messages)


async def test_counters_are_for_everybody_by_consultation_and_over_all(
    house: House, olena: Person, officer: Person
):
    await house.consult()
    (call,) = await house.services.consultations.list(Actor.operator())
    await at(house, olena, S.UNDER_REVIEW, S.DECLINED, is_told=False, consultation_id=call.id)
    await cases.received(house, olena, is_told=False, consultation_id=call.id, days=-1)
    await cases.received(house, olena, "Інша", is_told=False)
    shown = await click(olena, f"c:{call.id}")
    assert "Відповідей надано: 1 · чекають: 1 · із простроченням: 1" in shown.text
    shown = await write(officer, "/stats")
    assert "Відповідей надано: 1 · чекають: 2 · із простроченням: 1" in shown.text


async def test_late_notice_is_in_the_authors_language(house: House, alex: Person):
    await cases.received(house, alex, is_told=False, days=-1)
    await house.services.responses.tell_due()
    assert "The new date is" in (await alex.wait_for("The reply-by date has passed")).text
