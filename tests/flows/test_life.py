"""The author's side of a proposal's life: what they hear, what they can do, and what is no business of theirs."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.proposals import ProposalState
from bot.sandbox import ChatMessage, Person
from tests.flows.cases import REASON, at, changes_of, now_of, received
from tests.flows.conftest import House
from tests.flows.scenes import click, draft, press, write
from tests.flows.submissions import written

S = ProposalState
#: What only the author may press, of a proposal of theirs.
AUTHORS = ["o:1", "fr:1:0", "fe:1", "fk:1", "fw:1", "fx:1", "fu:1"]
KYIV = ZoneInfo("Europe/Kyiv")


async def open_own(person: Person) -> ChatMessage:
    """The newest of one's own proposals."""
    await write(person, "/my")
    return await press(person, "UA-2026")


async def test_own_proposal_says_where_it_stands_and_what_comes_next(house: House, olena: Person):
    proposal = await received(house, olena)
    listed = await write(olena, "/my")
    assert "Мої пропозиції: 1" in listed.text
    assert "отримано" in listed.text
    assert "Відповідь надійде до" in listed.text
    shown = await press(olena, proposal.reference)
    assert "Стан: отримано" in shown.text
    assert "Далі: секретаріат її прочитає." in shown.text
    assert f"?start=p_{proposal.reference}" in shown.text
    assert proposal.problem in shown.text
    assert "Що було з пропозицією" in shown.text
    assert shown.labels[:2] == ["Змінити пропозицію", "Відкликати пропозицію"]


async def test_list_of_own_says_of_each_what_comes_next(house: House, olena: Person):
    await draft(olena, upto=2, title="Недописана")
    await at(house, olena, S.UNDER_REVIEW, S.DECLINED, title="Перша")
    await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED, S.IN_PLAN, title="Друга")
    await at(house, olena, S.CLARIFICATION, title="Третя")
    waiting = await received(house, olena, "Четверта")
    await olena.send("/my")
    listed = await olena.wait_for("Мої пропозиції")
    entries = {one.split(" · ")[1].split(" – ")[0]: one for one in listed.text.split("\n\n") if " · " in one}
    assert "відхилено\nДалі: якщо ви не згодні, рішення можна один раз оскаржити" in entries["Перша"]
    assert "увійшла до плану дій\nДалі: її виконують як зобов’язання «" in entries["Друга"]
    assert "потрібне уточнення\nСекретаріат чекає на вашу відповідь" in entries["Третя"]
    assert "отримано\nДалі: секретаріат її прочитає.\nВідповідь надійде до" in entries["Четверта"]
    assert "• Недописана – далі: крок «Рішення»" in listed.text
    assert sum("Продовжити чернетку" in label for label in listed.labels) == 1
    assert waiting.reference in listed.text
    await write(olena, "/menu")
    await written(house, olena, title="Готова")
    await olena.send("/my")
    listed = await olena.wait_for("Мої пропозиції")
    assert "• Готова – далі: перевірити й надіслати" in listed.text
    assert listed.labels[:2] == ["Продовжити чернетку", "Продовжити · Недописана"]


async def test_reply_that_is_late_is_said_to_be(house: House, olena: Person):
    await received(house, olena, days=-1)
    assert "Строк відповіді минув" in (await open_own(olena)).text


async def test_list_of_own_proposals_is_paged(house: House, olena: Person):
    for number in range(7):
        await received(house, olena, f"Пропозиція {number}")
    shown = await write(olena, "/my")
    assert "Пропозиція 6" in shown.text
    assert "Пропозиція 1" not in shown.text
    shown = await press(olena, "Давніші ›")
    assert "Пропозиція 0" in shown.text
    assert "Пропозиція 6" in (await press(olena, "‹ Новіші")).text


async def test_refusal_is_contested_once(house: House, olena: Person, officer: Person):
    proposal = await at(house, olena, S.UNDER_REVIEW, S.DECLINED)
    notice = await olena.wait_for("відхилено")
    assert REASON in notice.text
    assert "можна один раз оскаржити" in notice.text
    shown = await press(olena, "Оскаржити відмову", message=notice)
    assert REASON in shown.text
    await write(olena, "Бо це важливо.")
    assert "Оскарження надіслано" in (await press(olena, "Надіслати оскарження")).text
    told = await officer.wait_for("оскаржив відмову")
    assert "Бо це важливо." in told.text
    after = await now_of(house, proposal)
    assert (after.state, after.has_appealed, after.response) == (S.UNDER_REVIEW, True, "")
    await press(officer, "Відкрити пропозицію", message=told)
    await press(officer, "Вирішити")
    await press(officer, "Відхилити")
    await write(officer, "Ні, бо ні.")
    await press(officer, "Надіслати рішення")
    second = await olena.wait_for("Ні, бо ні.")
    assert "Це рішення остаточне" in second.text
    assert "Оскаржити відмову" not in second.labels
    assert "цього вже не зробити" in (await click(olena, f"fk:{proposal.id}")).text


async def test_proposal_is_taken_back_and_a_marker_stays(house: House, olena: Person):
    proposal = await received(house, olena)
    await open_own(olena)
    shown = await press(olena, "Відкликати пропозицію")
    assert shown.labels[0] == "Лишити пропозицію"
    assert "відкликано" in (await press(olena, "Відкликати пропозицію")).text
    after = await now_of(house, proposal)
    assert (after.state, after.title, after.problem, after.contact) == (S.WITHDRAWN, "", "", "")
    assert after.content_hash == proposal.content_hash
    listed = await write(olena, "/my")
    assert f"{proposal.reference} – відкликано" in listed.text
    assert proposal.reference in listed.labels
    shown = await open_own(olena)
    assert "Стан: відкликано" in shown.text
    assert proposal.reference in shown.text
    assert proposal.problem not in shown.text
    assert house.rooms is not None
    async with house.rooms.database.view() as view:
        assert [one.text for one in await view.changes.versions(proposal.id)] == [None]


async def test_second_press_of_taking_back_is_the_same(house: House, olena: Person):
    proposal = await received(house, olena)
    first = await click(olena, f"fx:{proposal.id}")
    assert (await click(olena, f"+fx:{proposal.id}")).text == first.text
    assert len(await changes_of(house, proposal)) == 2


@pytest.mark.parametrize("states", [(S.UNDER_REVIEW, S.ACCEPTED), (S.UNDER_REVIEW, S.DECLINED)])
async def test_decided_proposal_cannot_be_taken_back(house: House, olena: Person, states):
    proposal = await at(house, olena, *states)
    await house.told()
    for data in (f"+fw:{proposal.id}", f"+fx:{proposal.id}"):
        assert "цього вже не зробити" in (await click(olena, data)).text
    assert (await now_of(house, proposal)).state is states[-1]


async def test_answer_to_a_question_that_is_settled_comes_too_late_and_is_kept_in_the_chat(
    house: House, olena: Person, officer: Person
):
    proposal = await at(house, olena, S.UNDER_REVIEW, S.CLARIFICATION)
    await press(olena, "Відповісти", message=await olena.wait_for("Секретаріат запитує"))
    await write(olena, "Моя відповідь.")
    await click(officer, f"ft:{proposal.id}")
    await olena.wait_for("взято на розгляд")
    shown = await press(olena, "Надіслати відповідь", message=olena.chat.by_id[_preview(olena).id])
    assert "цього вже не зробити" in shown.text
    assert "Моя відповідь." in shown.text


def _preview(person: Person) -> ChatMessage:
    return next(one for one in reversed(person.chat.messages) if "Надіслати відповідь" in one.labels)


async def test_accepted_proposal_becomes_a_commitment_and_is_carried_out(house: House, olena: Person):
    proposal = await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED, S.IN_PLAN, S.IMPLEMENTED)
    await house.told()
    heard = "\n".join(message.text for message in olena.chat.messages)
    assert all(words in heard for words in ("прийнято", "стала зобов’язанням", "Вашу пропозицію виконано"))
    shown = await open_own(olena)
    assert "Стан: виконано" in shown.text
    assert "Зобов’язання: «" in shown.text
    assert (await now_of(house, proposal)).commitment == "eu-law"


@pytest.mark.parametrize("data", AUTHORS)
async def test_nobody_presses_another_authors_buttons(house: House, olena: Person, alex: Person, data: str):
    proposal = await at(house, olena, S.UNDER_REVIEW, S.CLARIFICATION)
    shown = await click(alex, data)
    assert "not found" in shown.text
    assert proposal.title not in shown.text
    assert (await now_of(house, proposal)).state is S.CLARIFICATION


async def test_erasing_ones_data_takes_back_what_is_not_decided(house: House, olena: Person):
    proposal = await received(house, olena)
    decided = await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED)
    await write(olena, "/delete")
    await press(olena, "Видалити все")
    after = await now_of(house, proposal)
    assert (after.state, after.author_id, after.title) == (S.WITHDRAWN, None, "")
    assert [(one.became, one.actor_id) for one in await changes_of(house, proposal)][-1] == (
        S.WITHDRAWN,
        None,
    )
    assert (await now_of(house, decided)).state is S.ACCEPTED


async def test_author_who_has_erased_their_data_is_not_written_to(
    house: House, olena: Person, officer: Person
):
    proposal = await received(house, olena)
    await write(olena, "/delete")
    await press(olena, "Лишити пропозиції")
    shown = await click(officer, f"ft:{proposal.id}")
    assert "видалив дані" in shown.text


async def test_quiet_hours_hold_a_notice_until_morning(house: House, olena: Person):
    await write(olena, "/subscribe")
    await press(olena, "Тихі години")
    shown = await press(olena, "22:00–8:00")
    assert "З 22:00 до 8:00" in shown.text
    local = house.clock.now().astimezone(KYIV)
    night = (local + timedelta(days=1)).replace(hour=23, minute=0)
    house.clock.ahead += night - local
    await at(house, olena, S.UNDER_REVIEW)
    await olena.wait_quiet(gap=1.5)
    assert not any("взято на розгляд" in one.text for one in olena.chat.messages)
    house.clock.ahead += timedelta(hours=9, minutes=1)
    await olena.wait_for("взято на розгляд")


async def test_quiet_hours_do_not_hold_an_answer_nor_others_notices(
    house: House, olena: Person, officer: Person
):
    await click(olena, "fn:22-8")
    local = house.clock.now().astimezone(KYIV)
    house.clock.ahead += (local + timedelta(days=1)).replace(hour=23, minute=0) - local
    await received(house, olena)
    assert "Мої пропозиції: 1" in (await write(olena, "/my")).text
    await officer.wait_for("Нова пропозиція")


async def test_quiet_hours_are_turned_off(house: House, olena: Person):
    await click(olena, "fn:22-8")
    assert "будь-коли" in (await press(olena, "Писати будь-коли")).text
    person = await house.services.people.find(olena.id)
    assert person.quiet is None


async def test_forged_quiet_hours_change_nothing(house: House, olena: Person):
    await click(olena, "fn:25-99")
    assert (await house.services.people.find(olena.id)).quiet is None
