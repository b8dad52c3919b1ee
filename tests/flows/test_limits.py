"""Limits against abuse, the rules, and blocks with their one appeal."""

from datetime import timedelta

import pytest

from bot.domain.people import Actor, PersonId
from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import click, press, write
from tests.flows.submissions import agreeing, send, written

REASON = "Та сама реклама дванадцять разів."


async def kept(house: House, person: Person) -> list[int]:
    assert house.rooms is not None
    async with house.rooms.database.view() as view:
        return [draft.id for draft in await view.drafts.by(PersonId(person.id))]


async def discard(house: House, person: Person) -> None:
    assert house.rooms is not None
    async with house.rooms.database.unit() as unit:
        for draft in await unit.drafts.by(PersonId(person.id)):
            await unit.drafts.delete(draft.id)


async def block(house: House, person: Person, text: str = "закрито надсилання") -> ChatMessage:
    """Block somebody, and let them read the notice."""
    await house.services.blocks.block(PersonId(person.id), Actor.operator(), reason=REASON)
    return await person.wait_for(text)


@pytest.fixture
async def strict(house: House) -> House:
    """Two proposals a day."""
    await house.stop()
    await house.start(proposals_a_day=2)
    return house


async def test_more_proposals_than_a_day_allows_wait_for_tomorrow(strict: House, olena: Person):
    for number in range(2):
        assert "отримано" in (await send(strict, olena, title=f"Дерева для вулиці {number}")).text
    draft = await written(strict, olena, title="Дерева для вулиці 3")
    shown = await click(olena, agreeing(draft))
    assert "За день можна надіслати 2 пропозиції" in shown.text
    assert "Прочитати правила" in shown.labels
    assert "Чернетку збережено" in shown.text
    assert shown.labels[0] == "Продовжити чернетку"
    assert await kept(strict, olena) == [draft.id]
    strict.clock.ahead += timedelta(days=1)
    assert "отримано" in (await click(olena, agreeing(draft))).text


async def test_limit_is_told_before_consent_too(strict: House, olena: Person):
    for number in range(2):
        await send(strict, olena, title=f"Дерева для вулиці {number}")
    draft = await written(strict, olena, title="Дерева для вулиці 3")
    assert "За день можна надіслати" in (await click(olena, agreeing(draft).replace("pp", "pc"))).text


async def test_corrections_do_not_count(strict: House, olena: Person):
    for number in range(2):
        await send(strict, olena, title=f"Дерева для вулиці {number}")
    proposal = (await strict.services.proposals.mine(olena.id))[0]
    shown = await send(strict, olena, proposal_id=proposal.id, title="Липи для вулиці")
    assert "Виправлення отримано" in shown.text


async def test_own_text_is_not_sent_twice(house: House, olena: Person):
    await send(house, olena)
    reference = (await house.services.proposals.mine(olena.id))[0].reference
    shown = await send(house, olena, title="ДЕРЕВА,  для вулиць.")
    assert "Ви вже надіслали цей текст" in shown.text
    assert reference in shown.text
    assert len(await kept(house, olena)) == 1
    shown = await press(olena, "Показати ту пропозицію")
    assert reference in shown.text


async def test_text_of_somebody_else_is_refused_in_the_same_consultation(
    house: House, olena: Person, alex: Person
):
    await send(house, olena)
    reference = (await house.services.proposals.mine(olena.id))[0].reference
    shown = await send(house, alex)
    assert "This text was sent already" in shown.text
    assert reference in shown.text
    await discard(house, alex)
    await house.consult()
    consultation = (await house.services.consultations.open_now())[0]
    assert "received" in (await send(house, alex, consultation_id=consultation.id)).text


async def test_withdrawn_text_can_be_sent_again(house: House, olena: Person):
    await send(house, olena)
    proposal = (await house.services.proposals.mine(olena.id))[0]
    await house.services.life.withdraw(proposal.id, Actor(person_id=PersonId(olena.id)))
    assert "отримано" in (await send(house, olena)).text


async def test_more_than_five_links_are_refused_with_their_number(house: House, olena: Person):
    links = " ".join(f"https://example.org/{number}" for number in range(6))
    shown = await send(house, olena, problem=f"Спека: {links}")
    assert "У пропозиції 6 посилань, а можна до 5" in shown.text
    assert len(await kept(house, olena)) == 1


async def test_rules_are_published(olena: Person):
    for command in ("/help", "/privacy"):
        await write(olena, command)
        shown = await press(olena, "Прочитати правила")
        assert "Правила для пропозицій" in shown.text
        assert "реклам" in shown.text
        assert "оскаржити" in shown.text


async def test_blocked_person_reads_why_and_can_only_not_submit(house: House, olena: Person):
    notice = await block(house, olena)
    assert REASON in notice.text
    assert notice.labels == ["Оскаржити", "Прочитати правила", "‹ Меню"]
    draft = await written(house, olena)
    shown = await click(olena, agreeing(draft))
    assert "не можете надсилати й підтримувати" in shown.text
    assert await kept(house, olena) == [draft.id]
    assert REASON in (await press(olena, "Чому й що робити")).text
    await discard(house, olena)
    assert "Крок 1" in (await write(olena, "/propose")).text or "пропозиці" in olena.chat.last.text


async def test_block_is_seen_in_my_proposals(house: House, olena: Person):
    await block(house, olena)
    shown = await write(olena, "/my")
    assert "закрито" in shown.text
    assert REASON in (await press(olena, "Чому й що робити")).text


async def test_block_is_contested_once_and_lifted(house: House, olena: Person, officer: Person):
    notice = await block(house, olena)
    await press(olena, "Оскаржити", message=notice)
    preview = await write(olena, "Це була одна пропозиція, а не реклама.")
    sent = await press(olena, preview.labels[0])
    assert "Лист у секретаріату" in sent.text
    told = await officer.wait_for("Оскарження")
    assert "одна пропозиція" in told.text
    assert "вже оскаржили" in (await press(olena, "Оскаржити", message=notice)).text
    await press(officer, "Розглянути", message=told)
    assert "Блокування знято" in (await press(officer, "Зняти блокування")).text
    await olena.wait_for("Ви знову можете надсилати пропозиції")
    assert "отримано" in (await send(house, olena)).text


async def test_contested_block_may_stand(house: House, olena: Person, officer: Person):
    notice = await block(house, olena)
    await press(olena, "Оскаржити", message=notice)
    preview = await write(olena, "Це була одна пропозиція, а не реклама.")
    await press(olena, preview.labels[0])
    await officer.wait_for("Оскарження")
    assert "Оскаржень чекає: 1" in (await click(officer, "rl:0")).text
    await press(officer, "№ 1")
    asked = await press(officer, "Лишити в силі")
    assert "одна пропозиція" in asked.text
    preview = await write(officer, "Тексти дванадцятьох пропозицій однакові.")
    assert "Розглянуто й лишено" in (await press(officer, preview.labels[0])).text
    told = await olena.wait_for("рішення лишається")
    assert REASON in told.text
    assert "однакові" in told.text
    assert "однакові" in (await press(olena, "Чому й що робити", message=await write(olena, "/my"))).text
    assert "не можете надсилати" in (await send(house, olena)).text


async def test_block_is_kept_once_and_by_whoever_was_first(house: House, olena: Person, officer: Person):
    notice = await block(house, olena)
    await press(olena, "Оскаржити", message=notice)
    preview = await write(olena, "Це була одна пропозиція, а не реклама.")
    await press(olena, preview.labels[0])
    await officer.wait_for("Оскарження")
    await click(officer, "+rk:1")
    preview = await write(officer, "Тексти однакові.")
    data = preview.button("Лишити й пояснити").data
    await officer.press(data=data, message=preview)
    await officer.press(data=data, message=preview)
    await officer.wait_for("Розглянуто й лишено")
    told = await olena.wait_for("рішення лишається")
    assert "Тексти однакові." in told.text
    shown = await click(officer, "+rk:1")
    assert "Розглянуто й лишено" in shown.text
    assert await house.services.letters.in_hand(PersonId(officer.id)) is None
    await house.services.blocks.lift(1, Actor.operator())
    assert "Блокування вже немає" in (await click(officer, "+rk:1")).text


async def test_rules_are_linked_from_the_consent(house: House, olena: Person):
    draft = await written(house, olena)
    shown = await click(olena, agreeing(draft).replace("pp", "pc"))
    assert "Прочитати правила" in shown.labels
    assert "Правила для пропозицій" in (await press(olena, "Прочитати правила")).text


async def test_officer_blocks_the_author_of_a_proposal(house: House, olena: Person, officer: Person):
    await send(house, olena)
    proposal = (await house.services.proposals.mine(olena.id))[0]
    await officer.wait_for(proposal.reference)
    shown = await click(officer, f"rb:{proposal.id}")
    assert proposal.reference in shown.text
    preview = await write(officer, REASON)
    done = await press(officer, preview.labels[0])
    assert "Автора заблоковано" in done.text
    assert REASON in (await olena.wait_for("закрито надсилання")).text
    assert "вже заблоковано" in (await click(officer, f"rb:{proposal.id}")).text


async def test_member_of_the_secretariat_is_not_blocked(house: House, officer: Person):
    await send(house, officer)
    await house.told()
    proposal = (await house.services.proposals.mine(officer.id))[0]
    await click(officer, f"rb:{proposal.id}")
    preview = await write(officer, REASON)
    assert "Блокувати нікого" in (await press(officer, preview.labels[0])).text


@pytest.mark.parametrize("data", ["rb:1", "rl:0", "rs:1", "rf:1", "rk:1"])
async def test_citizen_cannot_block_or_lift(house: House, olena: Person, alex: Person, data: str):
    await send(house, olena)
    await block(house, alex, text="is closed to you")
    shown = await click(alex, data)
    assert REASON not in shown.text
    assert await house.services.blocks.of(PersonId(alex.id)) is not None


async def test_block_of_somebody_else_cannot_be_contested(house: House, olena: Person, alex: Person):
    await block(house, olena)
    assert "no block" in (await click(alex, "rx:1")).text


async def test_erasure_takes_the_block_along(house: House, olena: Person, sandbox: Sandbox):
    await block(house, olena)
    await write(olena, "/delete")
    await press(olena, "Видалити все")
    assert await house.services.blocks.of(PersonId(olena.id)) is None
