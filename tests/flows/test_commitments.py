"""From proposal to commitment: read by anybody, chosen and kept up to date by officers, and heard of once."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.commitments import CommitmentId, CommitmentStatus
from bot.domain.people import Actor, PersonId
from bot.domain.proposals import Proposal, ProposalState
from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.cases import REASON, at, colleague, now_of, open_case
from tests.flows.conftest import House
from tests.flows.scenes import click, press, write

S = ProposalState
PLAN = "План 6 (2023–2025)"
NOTE = "Пілот запущено у двох областях."
LINK = "https://example.org/pilot"
ADOPTED = (S.UNDER_REVIEW, S.ACCEPTED, S.IN_PLAN)
KYIV = ZoneInfo("Europe/Kyiv")


async def read(person: Person, name: str = "eu-law") -> ChatMessage:
    """Open a commitment by its link."""
    return await write(person, f"/start k_{name}")


async def state(house: House, status: str = "limited", *, name: str = "eu-law", note: str = NOTE) -> None:
    """State a commitment's status from the terminal."""
    await house.services.commitments.state(name, CommitmentStatus(status), Actor.operator(), note=note)


async def support(house: House, person: Person, proposal: Proposal) -> None:
    await house.services.public.support(PersonId(person.id), proposal.id)


async def merged(house: House, author: Person, into: Proposal) -> Proposal:
    """A proposal that the secretariat has merged into another."""
    proposal = await at(house, author, S.UNDER_REVIEW, title="Дані про мости")
    assert house.rooms is not None
    async with house.rooms.database.unit() as unit:
        await house.services.life.change(
            unit, proposal, S.MERGED, actor=Actor.operator(), reason=REASON, into=into
        )
    return await now_of(house, proposal)


async def citizen(sandbox: Sandbox, number: int, name: str) -> Person:
    """One more citizen who has started the bot, in Ukrainian."""
    person = sandbox.add_person(number, name, language_code="uk")
    await write(person, "/start")
    return person


async def write_status(officer: Person, label: str = "Виконано обмежено", text: str = NOTE) -> ChatMessage:
    """From the commitment's screen to the look before its status is told."""
    await read(officer)
    await press(officer, "Змінити стан виконання")
    await press(officer, label)
    return await write(officer, text)


def heard(person: Person, words: str) -> int:
    """How many messages with these words the person has."""
    return sum(words in message.text for message in person.chat.messages if message.from_bot)


async def history(house: House, name: str = "eu-law") -> list[tuple[str, str]]:
    assert house.rooms is not None
    async with house.rooms.database.view() as view:
        return [(one.status, one.note) for one in await view.commitments.of(CommitmentId(name))]


# Reading.


async def test_plan_leads_to_its_commitments_and_says_how_many_there_are_in_all(olena: Person):
    await write(olena, "/plans")
    await press(olena, PLAN)
    listed = await press(olena, "Читати зобов’язання")
    assert "У переліку 6 зобов’язань" in listed.text
    assert "Усього в плані 10 зобов’язань" in listed.text
    assert "секретаріат ще не повідомляв" in listed.text
    shown = await press(olena, "UA0101")
    assert "UA0101 · Цифровий інструмент управління відбудовою" in shown.text
    assert "План: " in shown.text
    assert "Агентство відновлення" in shown.text
    assert "секретаріат ще не повідомляв" in shown.text
    assert "Джерело: Зобов’язання UA0101 на сайті Партнерства (станом на 2024 рік)" in shown.text
    assert "?start=k_reconstruction" in shown.text
    assert "Змінити стан виконання" not in shown.labels
    assert (await press(olena, "‹ Назад")).text == listed.text
    assert PLAN in (await press(olena, "‹ Назад")).text or "Читати зобов’язання" in olena.chat.last.labels


async def test_plan_whose_commitments_are_not_known_says_so(olena: Person):
    shown = await click(olena, "kl:plan-7:0")
    assert "ще немає" in shown.text
    assert shown.labels == ["‹ Назад", "‹ Меню"]


async def test_commitment_and_the_answer_on_it_lead_to_each_other(olena: Person):
    await read(olena, "UA0106")
    answer = await press(olena, "Що про нього відомо")
    assert "Міністерство молоді та спорту" in answer.text
    assert "UA0106" in (await press(olena, "Показати зобов’язання", message=answer)).text


@pytest.mark.parametrize("name", ["reconstruction", "UA0101", "ua0101", "Reconstruction"])
async def test_link_names_a_commitment_by_id_or_code(alex: Person, name: str):
    shown = await read(alex, name)
    assert "Digital tool to manage the reconstruction" in shown.text
    assert "has not said yet" in shown.text


@pytest.mark.parametrize("name", ["nothing", "UA0102", "'--", "k_k_k", "x" * 60])
async def test_forged_link_or_button_is_answered_kindly(olena: Person, name: str):
    shown = await read(olena, name)
    assert "Такого зобов’язання немає" in shown.text
    assert "reconstruction" not in shown.text
    assert "Читати плани дій" in shown.labels
    for data in ("k:nothing:0", "kp:nothing:0", "kl:ogp:0", "kl:nothing:0"):
        assert (await click(olena, data)).labels


async def test_status_is_read_by_everybody_with_what_was_said_before(
    house: House, olena: Person, alex: Person
):
    await state(house, "not_started", note="Ще не почали.")
    await state(house, "limited", note=f"{NOTE}\n{LINK}")
    shown = await read(olena)
    assert "Виконання: виконано обмежено" in shown.text
    assert f"«{NOTE}»" in shown.text
    assert f"Докладніше: {LINK}" in shown.text
    assert (
        shown.text.index(NOTE) < shown.text.index("Що повідомляли раніше") < shown.text.index("Ще не почали.")
    )
    assert "не розпочато · секретаріат" in shown.text
    assert "limited completion" in (await read(alex)).text
    assert "Виконання: виконано обмежено" in (await click(olena, "kl:plan-6:0")).text


async def test_long_history_is_paged(house: House, olena: Person):
    for number in range(8):
        await state(house, note=f"Крок {number}. " + "Зроблено ще трохи. " * 30)
    shown = await read(olena)
    assert "Крок 7." in shown.text
    assert "Крок 0." not in shown.text
    while "Далі ›" in shown.labels:
        shown = await press(olena, "Далі ›")
    assert "Крок 0." in shown.text


async def test_commitment_lists_the_public_proposals_it_grew_out_of(
    house: House, olena: Person, alex: Person
):
    proposals = [await at(house, olena, *ADOPTED, title=f"Пропозиція {number}") for number in range(8)]
    assert house.rooms is not None
    async with house.rooms.database.unit() as unit:
        await unit.proposals.hide(proposals[0].id, is_hidden=True, now=house.clock.now())
    shown = await read(alex)
    assert "It grew out of 7 proposals" in shown.text
    assert "Пропозиція 0" not in f"{shown.text} {shown.labels}"
    every = await press(alex, "All proposals: 7")
    assert "Пропозиція 1" in " ".join(every.labels)
    every = await press(alex, "Next ›")
    opened = await press(alex, "Пропозиція 7")
    assert "State: in the action plan" in opened.text
    assert "Support the proposal" in opened.labels


async def test_proposal_in_a_plan_leads_to_its_commitment_and_says_its_status(
    house: House, olena: Person, alex: Person
):
    proposal = await at(house, olena, *ADOPTED)
    await state(house)
    public = await write(alex, f"/start p_{proposal.reference}")
    assert "Progress of the commitment: limited completion" in public.text
    assert "grew out of 1 proposal" in (await press(alex, "Show the commitment")).text
    await write(olena, "/my")
    own = await press(olena, proposal.reference)
    assert "Стан зобов’язання: виконано обмежено" in own.text
    shown = await press(olena, "Показати зобов’язання")
    assert proposal.reference in " ".join(shown.labels)


# From proposal to commitment.


async def test_officer_chooses_plan_and_commitment_and_everybody_concerned_hears_once(
    house: House, sandbox: Sandbox, olena: Person, alex: Person, officer: Person
):
    proposal = await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED)
    petro, iryna = await citizen(sandbox, 2001, "Петро"), await citizen(sandbox, 2002, "Ірина")
    other = await merged(house, petro, proposal)
    await support(house, alex, proposal)
    await support(house, iryna, proposal)
    assert house.rooms is not None
    async with house.rooms.database.unit() as unit:  # she supports both; the author supports the merged one
        for person in (iryna, olena):
            await unit.endorsements.add(other.id, PersonId(person.id), now=house.clock.now())
    await open_case(officer, proposal)
    plans = await press(officer, "Внести до плану")
    assert plans.labels[:2] == ["План 7 (2026–2027) · 0", "План 6 (2023–2025) · 6"]
    listed = await press(officer, "План 6")
    assert "Яким зобов’язанням вона стала?" in listed.text
    asked = await press(officer, "UA0101")
    assert "Сповіщення отримають 4 людини" in asked.text
    assert (await now_of(house, proposal)).state is S.ACCEPTED
    done = await press(officer, "Внести до плану дій")
    assert "увійшла до плану дій" in done.text
    assert "UA0101" in done.text
    after = await now_of(house, proposal)
    assert (after.state, after.commitment) == (S.IN_PLAN, "reconstruction")
    await olena.wait_for("Ваша пропозиція стала зобов’язанням")
    told = await alex.wait_for("in the action plan")
    assert proposal.reference in told.text
    assert "UA0101" in (await press(alex, "Show the commitment", message=told)).text
    for person in (petro, iryna):
        assert proposal.title in (await person.wait_for("увійшла до плану дій")).text
    for person in (olena, petro, iryna):
        await person.wait_quiet()
    assert [heard(one, "увійшла до плану дій") for one in (olena, petro, iryna)] == [0, 1, 1]
    assert heard(officer, "Ви її підтримали") == 0


async def test_plan_without_commitments_says_where_they_come_from(
    house: House, olena: Person, officer: Person
):
    proposal = await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED)
    await open_case(officer, proposal)
    await press(officer, "Внести до плану")
    shown = await press(officer, "План 7")
    assert "knowledge/commitments.yaml" in shown.text
    assert "без перезапуску" in shown.text
    assert "Якого плану?" in (await press(officer, "‹ Назад")).text


@pytest.mark.parametrize("name", ["nothing", "plan-6", "UA0102"])
async def test_forged_commitment_changes_nothing(house: House, olena: Person, officer: Person, name: str):
    proposal = await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED)
    for data in (f"fp:{proposal.id}:{name}", f"fo:{proposal.id}:{name}"):
        assert "Такого зобов’язання немає" in (await click(officer, data)).text
    assert (await now_of(house, proposal)).state is S.ACCEPTED


async def test_second_officer_sees_what_the_first_has_chosen(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    second = await colleague(house, sandbox)
    proposal = await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED)
    await click(officer, f"fo:{proposal.id}:research")
    late = await click(second, f"fo:{proposal.id}:subsoil")
    assert "вже вирішено" in late.text
    assert "Це зробив колега" in late.text
    assert (await now_of(house, proposal)).commitment == "research"
    assert "UA0104" in (await click(second, f"fm:{proposal.id}:0")).text


async def test_adoption_pressed_twice_is_one(house: House, olena: Person, alex: Person, officer: Person):
    proposal = await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED)
    await support(house, alex, proposal)
    first = await click(officer, f"fo:{proposal.id}:research")
    again = await click(officer, f"+fo:{proposal.id}:research", message=first)
    assert again.text == first.text
    await alex.wait_for("in the action plan")
    await alex.wait_quiet()
    assert heard(alex, "in the action plan") == 1


async def test_supporters_do_not_read_a_title_that_is_hidden_from_them(
    house: House, olena: Person, alex: Person, officer: Person
):
    proposal = await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED)
    await support(house, alex, proposal)
    assert house.rooms is not None
    async with house.rooms.database.unit() as unit:
        await unit.proposals.hide(proposal.id, is_hidden=True, now=house.clock.now())
    await click(officer, f"fo:{proposal.id}:research")
    await olena.wait_for("стала зобов’язанням")
    await alex.wait_quiet()
    assert heard(alex, proposal.title) == 0


# The status of a commitment.


async def test_officer_states_a_status_and_authors_and_supporters_hear_once(
    house: House, sandbox: Sandbox, olena: Person, alex: Person, officer: Person
):
    first = await at(house, olena, *ADOPTED)
    second = await at(house, olena, *ADOPTED, title="Дані про мости")
    petro = await citizen(sandbox, 2001, "Петро")
    await merged(house, petro, second)
    for proposal in (first, second):
        await support(house, alex, proposal)
    for person in (olena, alex, petro):
        await person.wait_quiet()
    preview = await write_status(officer, text=f"{NOTE}\n{LINK}")
    assert "Новий стан: виконано обмежено" in preview.text
    assert "Одержувачів сповіщення: 3" in preview.text
    assert NOTE in preview.text
    assert await history(house) == []
    done = await press(officer, "Повідомити всім")
    assert "Стан повідомлено: виконано обмежено" in done.text
    assert "Одержувачів сповіщення: 3" in done.text
    told = await olena.wait_for("Новини про зобов’язання")
    assert NOTE in told.text
    assert LINK in told.text
    assert "виконано обмежено" in (await press(olena, "Показати зобов’язання", message=told)).text
    await alex.wait_for("News of a commitment")
    await petro.wait_for("Новини про зобов’язання")
    for person in (olena, alex, petro):
        await person.wait_quiet()
    assert [heard(one, words) for one, words in (
        (olena, "Новини про"), (alex, "News of a"), (petro, "Новини про"), (officer, "Новини про")
    )] == [1, 1, 1, 0]  # fmt: skip
    shown = await press(officer, "Показати зобов’язання", message=done)
    assert "✓ Виконано обмежено" in (await press(officer, "Змінити стан виконання")).labels
    assert NOTE in shown.text


async def test_who_has_taken_support_back_blocked_the_bot_or_erased_their_data_is_not_told(
    house: House, sandbox: Sandbox, olena: Person, alex: Person
):
    proposal = await at(house, olena, *ADOPTED)
    petro, iryna = await citizen(sandbox, 2001, "Петро"), await citizen(sandbox, 2002, "Ірина")
    for person in (alex, petro, iryna):
        await support(house, person, proposal)
    await house.services.public.take_back(PersonId(alex.id), proposal.id)
    await petro.block()
    await house.services.people.mark_unreachable(PersonId(petro.id))
    await house.services.privacy.erase(PersonId(iryna.id), with_proposals=False)
    assert await house.services.commitments.hearing(CommitmentId("eu-law")) == 1
    await state(house)
    await olena.wait_for("Новини про зобов’язання")
    for person in (alex, iryna):
        await person.wait_quiet()
    assert heard(alex, "News of a commitment") == heard(iryna, "Новини про зобов’язання") == 0
    assert heard(petro, "Новини про зобов’язання") == 0


async def test_author_who_erases_their_data_before_the_notice_goes_is_not_told(house: House, olena: Person):
    await at(house, olena, *ADOPTED)
    await click(olena, "fn:22-8")
    local = house.clock.now().astimezone(KYIV)
    house.clock.ahead += (local + timedelta(days=1)).replace(hour=23, minute=0) - local
    await olena.wait_quiet()
    await state(house)
    await olena.wait_quiet(gap=1.2)
    await write(olena, "/delete")
    await press(olena, "Лишити пропозиції")
    house.clock.ahead += timedelta(hours=10)
    await olena.wait_quiet(gap=1.2)
    assert heard(olena, "Новини про зобов’язання") == 0


async def test_quiet_hours_hold_the_news_and_only_the_latest_status_is_told(house: House, olena: Person):
    await at(house, olena, *ADOPTED)
    await olena.wait_for("стала зобов’язанням")
    await click(olena, "fn:22-8")
    local = house.clock.now().astimezone(KYIV)
    house.clock.ahead += (local + timedelta(days=1)).replace(hour=23, minute=0) - local
    await state(house, "limited")
    await state(house, "substantial", note="Працює всюди.")
    await olena.wait_quiet(gap=1.2)
    assert heard(olena, "Новини про зобов’язання") == 0
    house.clock.ahead += timedelta(hours=9, minutes=1)
    assert "Працює всюди." in (await olena.wait_for("Новини про зобов’язання")).text
    await olena.wait_quiet()
    assert heard(olena, "Новини про зобов’язання") == 1


async def test_status_needs_words(house: House, olena: Person, officer: Person):
    shown = await write_status(officer, text=LINK)
    assert "Бракує пояснення" in shown.text
    assert "Продовжити лист" in shown.labels
    assert NOTE in (await write(officer, NOTE)).text
    await press(officer, "Повідомити всім")
    assert await history(house) == [("limited", NOTE)]


@pytest.mark.parametrize("data", ["ks:eu-law", "kw:eu-law:limited"])
async def test_citizen_cannot_state_a_status(house: House, olena: Person, data: str):
    assert "лише секретаріат" in (await click(olena, data)).text
    await write(olena, NOTE)
    assert await history(house) == []


@pytest.mark.parametrize("data", ["ks:nothing", "kw:nothing:limited", "kw:eu-law:nearly", "kw:eu-law"])
async def test_forged_button_of_an_officer_states_nothing(house: House, officer: Person, data: str):
    shown = await click(officer, data)
    assert shown.labels
    assert await history(house) == []


async def test_two_officers_at_once_see_each_others_status(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    second = await colleague(house, sandbox)
    first = await write_status(officer, "Виконано обмежено", NOTE)
    other = await write_status(second, "Виконано значною мірою", "Працює всюди.")
    assert "вже пише 1 ваш колега" in other.text
    await press(officer, "Повідомити всім", message=first)
    shown = await press(second, "Повідомити всім", message=other)
    assert "Поки ви писали" in shown.text
    assert NOTE in shown.text
    assert "Працює всюди." in shown.text
    assert await history(house) == [("limited", NOTE)]
    await press(second, "Повідомити всім")
    assert await history(house) == [("limited", NOTE), ("substantial", "Працює всюди.")]


async def test_letters_on_two_commitments_are_two(house: House, olena: Person, officer: Person):
    await write_status(officer)
    await click(officer, "kw:subsoil:completed")
    shown = await write(officer, "Система працює.")
    assert "UA0110" in shown.text
    assert NOTE not in shown.text
    await press(officer, "Повідомити всім")
    assert (await history(house), await history(house, "subsoil")) == ([], [("completed", "Система працює.")])
    shown = await click(officer, "kw:eu-law:limited")
    assert NOTE in shown.text


async def test_status_is_stated_once_however_often_the_button_is_pressed(
    house: House, olena: Person, officer: Person
):
    await at(house, olena, *ADOPTED)
    preview = await write_status(officer)
    data = preview.button("Повідомити всім").data
    first = await click(officer, data, message=preview)
    again = await click(officer, f"+{data}", message=preview)
    assert again.text == first.text
    await olena.wait_for("Новини про зобов’язання")
    await olena.wait_quiet()
    assert heard(olena, "Новини про зобов’язання") == 1
    assert await history(house) == [("limited", NOTE)]


async def test_status_survives_a_restart_at_every_step(house: House, olena: Person, officer: Person):
    await at(house, olena, *ADOPTED)
    await read(officer)
    for label in ("Змінити стан виконання", "Виконано обмежено"):
        async with house.away():
            await officer.press(label)
        await officer.wait_for()
    async with house.away():
        await officer.send(NOTE)
    await officer.wait_for("Перевірте текст")
    async with house.away():
        await officer.press("Повідомити всім")
    await officer.wait_for("Стан повідомлено")
    await olena.wait_for("Новини про зобов’язання")
    assert await history(house) == [("limited", NOTE)]


async def test_committed_status_is_shown_after_a_crash(house: House, olena: Person, officer: Person):
    await write_status(officer)
    shown = await press(officer, "Повідомити всім")
    await officer.wait_quiet(gap=0.3)
    await house.stop()
    with closing(sqlite3.connect(house.settings.database)) as database, database:
        database.execute(
            """
            UPDATE inbox SET state = 'applied', lane = ?, outcome = 'commitment_change', outcome_id = 1
            WHERE id = (SELECT max(id) FROM inbox)
            """,
            (officer.id,),
        )
    again = await officer.reply_after(house.start(), "Стан повідомлено")
    assert again.text == shown.text


async def test_campaign_goes_on_where_it_was_after_a_restart(house: House, sandbox: Sandbox, olena: Person):
    proposal = await at(house, olena, *ADOPTED)
    supporters = [await citizen(sandbox, 2001 + number, f"Людина {number}") for number in range(5)]
    for person in supporters:
        await support(house, person, proposal)
    await olena.wait_quiet()
    async with house.away():
        pass
    await state(house)
    async with house.away():
        pass
    for person in (olena, *supporters):
        await person.wait_for("Новини про зобов’язання")
    for person in (olena, *supporters):
        await person.wait_quiet(gap=0.3)
        assert heard(person, "Новини про зобов’язання") == 1
