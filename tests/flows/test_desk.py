"""The secretariat's side of a proposal's life: what waits, the case, every step, and who may not."""

import asyncio
import sqlite3
from contextlib import closing

import pytest

from bot.domain.people import Actor
from bot.domain.proposals import ProposalState
from bot.sandbox import Person, Sandbox
from tests.flows.cases import (
    REASON,
    at,
    changes_of,
    colleague,
    decide,
    now_of,
    open_case,
    received,
)
from tests.flows.conftest import House
from tests.flows.scenes import click, press, write
from tests.flows.submissions import send

S = ProposalState
FORGED = ["fd", "fq:waiting:0", "fc:1:0", "ft:1", "fa:1", "fs:1", "fv:1:accepted", "fm:1:0", "kc:1:plan-6:0", "fp:1:a", "fo:1:a",
          "fi:1", "fj:1"]  # fmt: skip


async def test_new_proposal_is_told_to_the_secretariat(house: House, olena: Person, officer: Person):
    proposal = await received(house, olena)
    notice = await officer.wait_for("Нова пропозиція")
    assert proposal.reference in notice.text
    assert "Відповісти до" in notice.text
    shown = await press(officer, "Відкрити пропозицію", message=notice)
    assert "Невідомо, що й коли ремонтують." in shown.text
    assert "Автор: Олена · olena@example.org" in shown.text


async def test_inbox_counts_what_waits_and_lists_the_nearest_deadline_first(
    house: House, olena: Person, officer: Person
):
    for days in (30, 5, 20, 10, 25, 15):
        await received(house, olena, f"Строк {days}", days=days)
    shown = await write(officer, "/inbox")
    assert "Пропозицій чекає: 6" in shown.text
    shown = await press(officer, "Пропозиції чекають · 6")
    order = [f"Строк {days}" for days in (5, 10, 15, 20, 25)]
    assert sorted(order, key=shown.text.index) == order
    assert "Строк 30" not in shown.text
    assert "залишилося 5 днів" in shown.text
    shown = await press(officer, "Далі ›")
    assert "Строк 30" in shown.text
    assert "на розгляд" in " ".join((await press(officer, "UA-2026-0001")).labels)


async def test_proposal_is_taken_up_and_its_author_hears_of_it(house: House, olena: Person, officer: Person):
    proposal = await received(house, olena)
    await open_case(officer, proposal)
    shown = await press(officer, "Взяти на розгляд")
    assert "на розгляді" in shown.text
    assert "Автор отримає повідомлення" in shown.text
    notice = await olena.wait_for("взято на розгляд")
    assert "рішення з поясненням" in notice.text
    assert "Відповідь надійде до" in notice.text
    assert (await now_of(house, proposal)).state is S.UNDER_REVIEW


async def test_question_is_asked_and_answered_in_the_chat(house: House, olena: Person, officer: Person):
    proposal = await at(house, olena, S.UNDER_REVIEW)
    await open_case(officer, proposal)
    await press(officer, "Запитати автора")
    preview = await write(officer, "Про які саме дороги йдеться?")
    assert "Перевірте текст" in preview.text
    await press(officer, "Надіслати запитання")
    notice = await olena.wait_for("Секретаріат запитує")
    assert "Про які саме дороги йдеться?" in notice.text
    shown = await press(olena, "Відповісти", message=notice)
    assert "Про які саме дороги йдеться?" in shown.text
    await write(olena, "Про міські.")
    assert "Відповідь надіслано" in (await press(olena, "Надіслати відповідь")).text
    told = await officer.wait_for("Автор відповів")
    assert "Про міські." in told.text
    shown = await press(officer, "Відкрити пропозицію", message=told)
    assert "Про міські." in shown.text
    assert "Відповіді авторів · 1" in (await write(officer, "/inbox")).labels
    assert [(one.was, one.became) for one in (await changes_of(house, proposal))[-2:]] == [
        (S.UNDER_REVIEW, S.CLARIFICATION),
        (S.CLARIFICATION, S.UNDER_REVIEW),
    ]


@pytest.mark.parametrize(
    ("label", "state", "told"),
    [
        ("Прийняти", S.ACCEPTED, "пропозицію прийнято"),
        ("Прийняти частково", S.PARTLY_ACCEPTED, "прийнято частково"),
        ("Відхилити", S.DECLINED, "відхилено"),
    ],
)
async def test_decision_is_given_with_its_reason(
    house: House, olena: Person, officer: Person, label: str, state: ProposalState, told: str
):
    proposal = await at(house, olena, S.UNDER_REVIEW)
    shown = await decide(officer, proposal, label)
    assert proposal.reference in shown.text
    notice = await olena.wait_for(told)
    assert REASON in notice.text
    after = await now_of(house, proposal)
    assert (after.state, after.response, after.responded_by) == (state, REASON, officer.id)
    assert after.responded_at is not None


async def test_merger_asks_with_which_and_tells_both_authors(
    house: House, olena: Person, alex: Person, officer: Person
):
    into = await received(house, alex, "Дані про дороги")
    proposal = await at(house, olena, S.UNDER_REVIEW)
    await open_case(officer, proposal)
    await press(officer, "Вирішити")
    shown = await press(officer, "Об’єднати з іншою")
    assert "З якою пропозицією?" in shown.text
    assert "не знайдено" in (await write(officer, "UA-2026-9999")).text
    assert "об’єднати не можна" in (await write(officer, proposal.reference)).text
    shown = await write(officer, into.reference.lower())
    assert "Дані про дороги" in shown.text
    await write(officer, REASON)
    await press(officer, "Надіслати рішення")
    notice = await olena.wait_for("об’єднано з іншою")
    assert into.reference in notice.text
    assert REASON in notice.text
    other = await alex.wait_for("merged into yours")
    assert proposal.reference in other.text
    assert (await now_of(house, proposal)).merged_into == into.id
    assert into.reference in (await open_case(officer, proposal)).text
    assert f"Сюди приєднано: {proposal.reference}" in (await open_case(officer, into)).text


async def test_author_hears_when_the_proposal_that_carries_theirs_is_taken_back(
    house: House, olena: Person, alex: Person
):
    into = await received(house, alex, "Дані про дороги")
    merged = await at(house, olena, S.UNDER_REVIEW, title="Плани ремонту")
    async with house.rooms.database.unit() as unit:
        await house.services.life.change(
            unit, merged, S.MERGED, actor=Actor.operator(), reason=REASON, into=into
        )
    await olena.wait_for("об’єднано з іншою")
    await olena.send("/my")
    await olena.wait_for("Далі: ваша думка розглядається разом з іншою пропозицією.")
    notice = await olena.reply_after(click(alex, f"fx:{into.id}"), "відкликано")
    assert f"{merged.reference} «Плани ремонту»" in notice.text
    assert f"Відкликано: {into.reference}" in notice.text
    assert "Якщо справа важлива, надішліть її знову." in notice.text
    assert "автор відкликав пропозицію, з якою об’єднано вашу" in (await press(olena, "Показати")).text
    await olena.send("/my")
    await olena.wait_for("автор відкликав пропозицію, з якою об’єднано вашу")
    again = await send(house, olena, title="Плани ремонту", problem=merged.problem, solution=merged.solution)
    assert "Пропозицію отримано" in again.text


async def test_merger_in_a_circle_is_refused(house: House, olena: Person, officer: Person):
    first = await at(house, olena, S.UNDER_REVIEW)
    second = await at(house, olena, S.UNDER_REVIEW)
    for one, other in ((first, second), (second, first)):
        await open_case(officer, one)
        await press(officer, "Вирішити")
        await press(officer, "Об’єднати з іншою")
        shown = await write(officer, other.reference)
        if one is first:
            await write(officer, REASON)
            await press(officer, "Надіслати рішення")
    assert "об’єднати не можна" in shown.text
    assert (await now_of(house, second)).state is S.UNDER_REVIEW


async def test_endorsements_stay_where_they_are(house: House, olena: Person, alex: Person, officer: Person):
    into = await received(house, alex, "Дані про дороги")
    proposal = await at(house, olena, S.UNDER_REVIEW)
    assert house.rooms is not None
    async with house.rooms.database.unit() as unit:
        await unit.endorsements.add(proposal.id, alex.id, now=house.clock.now())
    await open_case(officer, proposal)
    await press(officer, "Вирішити")
    await press(officer, "Об’єднати з іншою")
    await write(officer, into.reference)
    await write(officer, REASON)
    await press(officer, "Надіслати рішення")
    assert [(await now_of(house, one)).endorsements for one in (proposal, into)] == [1, 0]


async def test_implemented_is_asked_before_it_is_said(house: House, olena: Person, officer: Person):
    proposal = await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED, S.IN_PLAN)
    await open_case(officer, proposal)
    assert "виконано?" in (await press(officer, "Позначити виконаною")).text
    await press(officer, "Позначити виконаною")
    await olena.wait_for("Вашу пропозицію виконано")
    assert (await now_of(house, proposal)).state is S.IMPLEMENTED


@pytest.mark.parametrize("data", FORGED)
async def test_citizen_cannot_press_the_secretariats_buttons(house: House, olena: Person, data: str):
    proposal = await at(house, olena, S.UNDER_REVIEW)
    assert "лише секретаріат" in (await click(olena, data)).text
    assert (await now_of(house, proposal)).state is S.UNDER_REVIEW


async def test_citizen_cannot_open_a_case_by_command_or_link(house: House, olena: Person):
    proposal = await received(house, olena)
    assert "лише секретаріат" in (await write(olena, f"/inbox {proposal.reference}")).text
    assert "лише секретаріат" in (await write(olena, f"/start s_{proposal.reference}")).text


async def test_refused_forgery_is_logged(house: House, olena: Person, capsys: pytest.CaptureFixture[str]):
    await received(house, olena)
    await click(olena, "ft:1")
    assert "refused" in capsys.readouterr().out


async def test_two_officers_at_once_see_each_other(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    second = await colleague(house, sandbox)
    proposal = await at(house, olena, S.UNDER_REVIEW)
    for one, label in ((officer, "Прийняти"), (second, "Відхилити")):
        await open_case(one, proposal)
        await press(one, "Вирішити")
        await press(one, label)
        await write(one, f"{label}: {REASON}")
    assert "опрацьовує" in (await open_case(officer, proposal)).text
    await write(officer, "/menu")
    await open_case(officer, proposal)
    await press(officer, "Вирішити")
    await press(officer, "Прийняти")
    await press(officer, "Надіслати рішення")
    shown = await press(second, "Надіслати рішення", message=second.chat.last)
    assert "вже вирішено: прийнято" in shown.text
    assert "Це зробив колега" in shown.text
    assert "Відхилити: " in shown.text
    assert (await now_of(house, proposal)).state is S.ACCEPTED


async def test_officers_taking_up_the_same_proposal_are_not_two(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    second = await colleague(house, sandbox)
    proposal = await received(house, olena)
    for one in (officer, second):
        await open_case(one, proposal)
    await asyncio.gather(officer.press("Взяти на розгляд"), second.press("Взяти на розгляд"))
    await officer.wait_quiet()
    await second.wait_quiet()
    shown = [one.chat.last.text for one in (officer, second)]
    assert sum("Автор отримає повідомлення" in text for text in shown) == 1
    assert sum("Це зробив колега" in text for text in shown) == 1
    assert len(await changes_of(house, proposal)) == 2


async def test_what_happens_while_a_decision_is_written_is_read_before_it_goes(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    second = await colleague(house, sandbox)
    proposal = await at(house, olena, S.UNDER_REVIEW)
    await open_case(officer, proposal)
    await press(officer, "Вирішити")
    await press(officer, "Відхилити")
    preview = await write(officer, REASON)
    await open_case(second, proposal)
    await press(second, "Запитати автора")
    await write(second, "Чому?")
    await press(second, "Надіслати запитання")
    await press(olena, "Відповісти", message=await olena.wait_for("Секретаріат запитує"))
    await write(olena, "Бо дороги погані.")
    await press(olena, "Надіслати відповідь")
    await officer.wait_for("Автор відповів")
    shown = await press(officer, "Надіслати рішення", message=preview)
    assert "Поки ви писали" in shown.text
    assert "Бо дороги погані." in shown.text
    assert REASON in shown.text
    await press(officer, "Надіслати рішення")
    assert (await now_of(house, proposal)).state is S.DECLINED


async def test_decision_on_what_was_withdrawn_a_second_ago_comes_too_late(
    house: House, olena: Person, officer: Person
):
    proposal = await at(house, olena, S.UNDER_REVIEW)
    await open_case(officer, proposal)
    await press(officer, "Вирішити")
    await press(officer, "Прийняти")
    await write(officer, REASON)
    await click(olena, f"fx:{proposal.id}")
    shown = await press(officer, "Надіслати рішення")
    assert "вже вирішено: відкликано" in shown.text
    assert "Це зробив автор" in shown.text
    assert REASON in shown.text
    assert (await now_of(house, proposal)).state is S.WITHDRAWN


async def test_second_press_of_send_is_the_same_decision(house: House, olena: Person, officer: Person):
    proposal = await at(house, olena, S.UNDER_REVIEW)
    await open_case(officer, proposal)
    await press(officer, "Вирішити")
    await press(officer, "Прийняти")
    preview = await write(officer, REASON)
    data = preview.button("Надіслати рішення").data
    first = await click(officer, data, message=preview)
    again = await click(officer, f"+{data}", message=preview)
    assert again.text == first.text
    assert len(await changes_of(house, proposal)) == 3


async def test_committed_decision_is_shown_after_a_crash(house: House, olena: Person, officer: Person):
    proposal = await at(house, olena, S.UNDER_REVIEW)
    shown = await decide(officer, proposal, "Прийняти")
    latest = (await changes_of(house, proposal))[-1].id
    await officer.wait_quiet(gap=0.3)
    await house.stop()
    with closing(sqlite3.connect(house.settings.database)) as database, database:
        database.execute(
            """
            UPDATE inbox SET state = 'applied', lane = ?, outcome = 'change', outcome_id = ?
            WHERE id = (SELECT max(id) FROM inbox)
            """,
            (officer.id, latest),
        )
    again = await officer.reply_after(house.start(), proposal.reference)
    assert again.text == shown.text


async def test_decision_survives_a_restart_at_every_step(house: House, olena: Person, officer: Person):
    proposal = await at(house, olena, S.UNDER_REVIEW)
    await open_case(officer, proposal)
    for label in ("Вирішити", "Відхилити"):
        async with house.away():
            await officer.press(label)
        await officer.wait_for()
    async with house.away():
        await officer.send(REASON)
    await officer.wait_for("Перевірте текст")
    async with house.away():
        await officer.press("Надіслати рішення")
    await officer.wait_for("відхилено")
    await olena.wait_for("відхилено")
    assert (await now_of(house, proposal)).state is S.DECLINED


async def test_long_case_is_paged(house: House, olena: Person, officer: Person):
    proposal = await at(house, olena, S.UNDER_REVIEW, problem="проблема " * 180, solution="рішення " * 200)
    shown = await open_case(officer, proposal)
    assert proposal.reference in shown.text
    assert "Що було з пропозицією" not in shown.text
    shown = await press(officer, "Далі ›")
    assert "рішення" in shown.text
    while "Далі ›" in shown.labels:
        shown = await press(officer, "Далі ›")
    assert "Що було з пропозицією" in shown.text
