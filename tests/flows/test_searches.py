"""Searching public proposals: words in any form and with typing errors, in all or in one consultation, page by page."""

from datetime import timedelta

import pytest

from bot.domain.drafts import Draft, DraftId, Step
from bot.domain.hidings import HidingStep, Rule
from bot.domain.people import Actor, PersonId
from bot.domain.searches import KEPT, PATIENCE
from bot.sandbox import ChatMessage, Person, Sandbox
from bot.services.drafts import revision_of
from tests.flows.conftest import House
from tests.flows.scenes import begin, click, press, write
from tests.flows.submissions import ANSWERS

ROADS = {"title": "Відкриті дані про ремонт доріг", "problem": "Невідомо, що й коли ремонтують."}
TREES = {"title": "Дерева для вулиць", "problem": "У липні на вулицях затемно від спеки."}
SCHOOLS = {"title": "Харчування у школах", "problem": "Діти не знають, що їдять в їдальнях."}


async def propose(house: House, person: Person, consultation: int | None = None, **answers: str) -> str:
    """A proposal, straight into the database; its reference."""
    services, now = house.services, house.clock.now()
    given = {**ANSWERS, Step.SOLUTION: "Зробити це.", **{Step(step): text for step, text in answers.items()}}
    async with house.rooms.database.unit() as unit:
        draft = await unit.drafts.add(
            Draft(
                id=DraftId(0),
                person_id=PersonId(person.id),
                consultation_id=consultation,
                step=Step.PREVIEW,
                answers=given,
                is_open=False,
                created_at=now,
                updated_at=now,
            )
        )
    sent = await services.proposals.submit(
        PersonId(person.id), draft.id, revision=revision_of(draft), language="uk"
    )
    return sent.reference


async def search(person: Person, words: str, where: str = "+bl:0:0:0") -> ChatMessage:
    await click(person, where)
    asked = await press(person, "Шукати пропозиції")
    assert "Напишіть кілька слів" in asked.text
    return await write(person, words)


@pytest.fixture
async def three(house: House, alex: Person) -> list[str]:
    return [await propose(house, alex, **answers) for answers in (ROADS, TREES, SCHOOLS)]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("ремонт дороги", 0),
        ("ремонтами дорогами", 0),
        ("рмонт доріг", 0),
        ("ДЕРЕВО", 1),
        ("харчуваня шкіл", 2),
        ("htvjyn ljhsu", 0),
        ("їдальня", 2),
        ("UA-2026-0002", 1),
        ("а що там з ua-2026-0003?", 2),
    ],
)
async def test_words_find_a_proposal_in_any_form(
    house: House, olena: Person, three: list[str], words: str, place: int
):
    shown = await search(olena, words.replace("2026", str(house.clock.now().year)))
    assert [label[:12] for label in shown.labels if label.startswith("UA-")] == [three[place]]
    opened = await press(olena, three[place])
    assert three[place] in opened.text


async def test_the_closest_comes_first(house: House, olena: Person, alex: Person, three: list[str]):
    other = await propose(house, alex, title="Ремонт шкіл", problem="Дах тече, а ремонту немає.")
    shown = await search(olena, "ремонт доріг")
    assert "2 пропозиції" in shown.text
    assert shown.text.index(three[0]) < shown.text.index(other)
    shown = await search(olena, "ремонт дороги дерева")
    assert shown.text.index(three[0]) < shown.text.index(three[1])


async def test_nothing_found_has_ways_on(olena: Person, three: list[str]):
    shown = await search(olena, "космодром")
    assert "За словами «космодром» нічого не знайдено" in shown.text
    assert shown.labels == ["Шукати інші слова", "Написати пропозицію", "Читати пропозиції", "‹ Меню"]
    await press(olena, "Шукати інші слова")
    assert three[1] in (await write(olena, "дерева")).text


@pytest.mark.parametrize("words", ["😀😀", "\u200b\u200f", "<b>", "і", "а" * 4000, "' OR 1=1 --", "%"])
async def test_what_is_no_word_finds_nothing_and_breaks_nothing(olena: Person, three: list[str], words: str):
    shown = await search(olena, words)
    assert "нічого не знайдено" in shown.text
    assert "Шукати інші слова" in shown.labels


async def test_search_in_a_consultation_finds_only_its_own(house: House, olena: Person, alex: Person):
    await house.consult("open-data")
    (consultation,) = await house.services.consultations.open_now()
    elsewhere = await propose(house, alex, **ROADS)
    here = await propose(house, alex, consultation.id, title="Дороги села", problem="Ремонт доріг не видно.")
    shown = await search(olena, "дороги", f"bl:{consultation.id}:0:0")
    assert here in shown.text
    assert elsewhere not in shown.text
    assert "Відкриті дані про дороги" in shown.text
    shown = await search(olena, "космодром", f"bl:{consultation.id}:0:0")
    await press(olena, "Шукати серед усіх")
    assert "2 пропозиції" in (await write(olena, "дороги")).text


async def test_long_results_are_paged_by_the_search_of_the_button(house: House, olena: Person, alex: Person):
    await house.stop()
    await house.start(proposals_a_day=100)
    for number in range(7):
        await propose(house, alex, title=f"Ремонт дороги {number}", problem=f"Яма номер {number} на дорозі.")
    first = await search(olena, "дорога")
    assert "7 пропозицій" in first.text
    assert first.text.count("Ремонт дороги") == 5
    await search(olena, "космодром")
    second = await press(olena, "Далі ›", message=first)
    assert second.text.count("Ремонт дороги") == 2
    for _ in range(KEPT + 1):
        await search(olena, "дорога")
    gone = await click(olena, "bf:1:0")
    assert "Цього пошуку вже немає" in gone.text
    assert "Читати пропозиції" in gone.labels


async def test_hidden_and_withdrawn_are_not_found(
    house: House, olena: Person, alex: Person, three: list[str]
):
    proposals = house.services.proposals
    mine = {one.reference: one for one in await proposals.mine(PersonId(alex.id))}
    await house.services.hidings.take(
        mine[three[0]].id, HidingStep.HIDDEN, Actor.operator(), reason="Реклама.", rule=Rule.ADVERTISING
    )
    await house.services.life.withdraw(mine[three[1]].id, Actor(person_id=PersonId(alex.id)))
    assert "нічого не знайдено" in (await search(olena, "ремонт доріг")).text
    assert "нічого не знайдено" in (await search(olena, "дерева")).text
    assert "нічого не знайдено" in (await search(olena, three[0])).text


async def test_cancel_ends_the_search_and_the_next_message_is_a_question(olena: Person, three: list[str]):
    await click(olena, "bw:0")
    assert "Пошук закрито" in (await write(olena, "/cancel")).text
    assert "За словами" not in (await write(olena, "дерева")).text


async def test_menu_and_half_an_hour_end_the_search_too(house: House, olena: Person, three: list[str]):
    await click(olena, "bw:0")
    await write(olena, "/menu")
    assert "За словами" not in (await write(olena, "дерева")).text
    await click(olena, "bw:0")
    house.clock.ahead += PATIENCE + timedelta(minutes=1)
    assert "За словами" not in (await write(olena, "дерева")).text


async def test_search_outlives_a_restart(house: House, olena: Person, three: list[str]):
    await click(olena, "bw:0")
    async with house.away():
        pass
    assert three[1] in (await write(olena, "дерева")).text


async def test_draft_waits_while_one_searches(olena: Person, three: list[str]):
    await begin(olena)
    await write(olena, "Чисті річки")
    shown = await search(olena, "дерева")
    assert three[1] in shown.text
    shown = await press(olena, "Продовжити чернетку")
    assert "Проблема" in shown.text
    assert "Рішення" in (await write(olena, "У річках сміття, яке ніхто не прибирає.")).text


async def test_search_of_somebody_else_is_not_shown(olena: Person, alex: Person, three: list[str]):
    await search(olena, "дерева")
    shown = await click(alex, "bf:1:0")
    assert "not kept any more" in shown.text
    assert "Read proposals" in shown.labels


async def test_search_is_shown_after_a_broken_line(sandbox: Sandbox, olena: Person, three: list[str]):
    message = await write(olena, "/menu")
    sandbox.faults.drop("editMessageText", applied=False)
    asked = await click(olena, "bw:0", message=message)
    assert "Напишіть кілька слів" in asked.text
    sandbox.faults.drop("sendMessage", applied=False)
    assert three[1] in (await write(olena, "дерева")).text
    await click(olena, "+bw:0")
    sandbox.faults.drop("sendMessage", applied=False)
    assert "Пошук закрито" in (await write(olena, "/cancel")).text
