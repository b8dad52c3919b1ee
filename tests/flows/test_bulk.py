"""Many at once: marked in a list, one reason, one look, sent once; what has moved meanwhile is left out and named."""

import pytest

from bot.domain.audit import Verb
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import Proposal, ProposalState
from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.cases import REASON, at, changes_of, colleague, decide, now_of, received
from tests.flows.conftest import House
from tests.flows.scenes import click, press, write
from tests.flows.test_cases import audited

S = ProposalState


async def some(house: House, author: Person, count: int = 3, **fields) -> list[Proposal]:
    return [
        await received(house, author, f"Пропозиція {number}", is_told=False, **fields)
        for number in range(count)
    ]


async def mark(officer: Person, *proposals: Proposal) -> ChatMessage:
    """From the list of what is new to the marks."""
    await click(officer, "fq:new:0")
    shown = await press(officer, "Позначити кілька")
    for one in proposals:
        shown = await click(officer, f"jw:{one.id}:1:0")
    return shown


async def preview(officer: Person, *proposals: Proposal, label: str = "Відхилити") -> ChatMessage:
    shown = await mark(officer, *proposals)
    await press(officer, f"Далі з позначеними · {len(proposals)}", message=shown)
    await press(officer, label)
    return await write(officer, REASON)


async def test_several_are_decided_with_one_reason_and_one_look(
    house: House, olena: Person, alex: Person, officer: Person
):
    first, second, left = await some(house, olena)
    (third,) = await some(house, alex, 1)
    shown = await preview(officer, first, second, third)
    for text in (
        first.reference,
        second.reference,
        third.reference,
        "Повідомлення отримають 2 автори",
        REASON,
    ):
        assert text in shown.text
    assert "українською читають: 1" in shown.text
    assert "англійською читають: 1" in shown.text
    assert left.reference not in shown.text
    shown = await press(officer, "Надіслати всім")
    assert "Змінено 3 пропозиції: відхилено" in shown.text
    assert "Пропущено" not in shown.text
    for one in (first, second, third):
        assert ((await now_of(house, one)).state, (await now_of(house, one)).response) == (S.DECLINED, REASON)
    assert (await now_of(house, left)).state is S.RECEIVED
    await olena.wait_for(first.reference)
    await olena.wait_for(second.reference)
    await alex.wait_for(third.reference)
    assert await audited(house, Verb.CHANGED_MANY) == ["3/3"]


async def test_marks_are_rows_that_outlive_a_restart_and_are_taken_away(
    house: House, olena: Person, officer: Person
):
    proposals = await some(house, olena, 7)
    await mark(officer, *proposals[:2])
    async with house.away():
        await officer.press("Далі ›")
    shown = await officer.wait_for("Позначено: 2")
    assert "Сторінка 2 з 2" in shown.text
    shown = await press(officer, "Позначити всі знайдені · 7")
    assert "Позначено: 7" in shown.text
    shown = await click(officer, f"jw:{proposals[0].id}:0:0")
    assert "Позначено: 6" in shown.text
    assert "Позначено: 0" in (await press(officer, "Зняти всі позначки")).text


async def test_all_are_taken_up_after_one_look(house: House, olena: Person, officer: Person):
    proposals = await some(house, olena)
    shown = await mark(officer, *proposals)
    await press(officer, "Далі з позначеними · 3", message=shown)
    shown = await press(officer, "Взяти на розгляд")
    assert proposals[2].reference in shown.text
    data = shown.button("Взяти на розгляд · 3").data
    first = await click(officer, data, message=shown)
    again = await click(officer, f"+{data}", message=first)
    assert first.text == again.text
    assert [(await now_of(house, one)).state for one in proposals] == [S.UNDER_REVIEW] * 3
    assert [len(await changes_of(house, one)) for one in proposals] == [2] * 3


async def test_what_moved_a_second_ago_is_left_out_and_named(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    second = await colleague(house, sandbox)
    gone, decided, asked, kept = await some(house, olena, 4)
    await preview(officer, gone, decided, asked, kept)
    await click(olena, f"fx:{gone.id}")
    await click(second, f"ft:{decided.id}")
    await decide(second, decided, "Прийняти")
    await click(second, f"ft:{asked.id}")
    shown = await press(officer, "Надіслати всім")
    assert "Змінено 1 пропозицію: відхилено" in shown.text
    assert f"{gone.reference}: автор щойно відкликав" in shown.text
    assert f"{decided.reference}: її вже вирішив колега" in shown.text
    assert f"{asked.reference}: з нею щось сталося" in shown.text
    states = [(await now_of(house, one)).state for one in (gone, decided, asked, kept)]
    assert states == [S.WITHDRAWN, S.ACCEPTED, S.UNDER_REVIEW, S.DECLINED]


async def test_several_are_merged_into_one_of_them(
    house: House, olena: Person, alex: Person, officer: Person
):
    (into,) = await some(house, alex, 1)
    first, second = await some(house, olena, 2)
    shown = await mark(officer, into, first, second)
    await press(officer, "Далі з позначеними · 3", message=shown)
    shown = await press(officer, "Об’єднати з іншою")
    assert "З якою пропозицією їх об’єднати?" in shown.text
    await write(officer, into.reference)
    await write(officer, REASON)
    shown = await press(officer, "Надіслати всім")
    assert "об’єднано" in shown.text
    assert f"{into.reference}: її з цією не об’єднати" in shown.text
    assert {(await now_of(house, one)).merged_into for one in (first, second)} == {into.id}


async def test_proposal_that_carries_on_very_many_can_still_be_read(
    house: House, olena: Person, alex: Person, officer: Person
):
    (into,) = await some(house, alex, 1)
    proposals = await some(house, olena, 120)
    rows = [one.id for one in proposals]
    by = Actor.operator()
    await house.services.bulks.answer(rows, S.MERGED, by, reason="Про те саме.", into=into.id)
    await house.told()
    shown = await write(alex, f"/start p_{into.reference}")
    assert "Merged into this one: UA-2026-0002" in shown.text
    assert "and 90 more" in shown.text
    assert sum(label.startswith("UA-") for label in shown.labels) == 8
    shown = await write(officer, f"/inbox {into.reference}")
    assert "і ще 90" in shown.text
    assert "Що було з пропозицією" in shown.text


async def test_reason_in_two_languages_reaches_each_in_theirs(
    house: House, olena: Person, alex: Person, officer: Person
):
    (first,), (second,) = await some(house, olena, 1), await some(house, alex, 1)
    await preview(officer, first, second)
    await press(officer, "Додати англійською")
    await write(officer, "Because of the law.")
    await press(officer, "Надіслати всім")
    notice = await alex.wait_for("Because of the law.")
    assert notice.text.index("Because of the law.") < notice.text.index(REASON)
    notice = await olena.wait_for(REASON)
    assert notice.text.index(REASON) < notice.text.index("Because of the law.")


async def test_second_press_sends_nothing_twice(house: House, olena: Person, officer: Person):
    proposals = await some(house, olena, 2)
    shown = await preview(officer, *proposals)
    data = shown.button("Надіслати всім").data
    first = await click(officer, data, message=shown)
    again = await click(officer, f"+{data}", message=first)
    assert again.text == first.text
    assert [len(await changes_of(house, one)) for one in proposals] == [3, 3]


async def test_only_what_waits_can_be_decided(house: House, olena: Person, officer: Person):
    done = await at(house, olena, S.UNDER_REVIEW, S.ACCEPTED, is_told=False)
    await click(officer, f"jw:{done.id}:1:0")
    await click(officer, "jz")
    assert "Нічого не позначено" in (await press(officer, "Відхилити")).text


async def test_many_are_marked_at_once_but_no_more_than_can_be_changed(
    house: House, olena: Person, officer: Person
):
    proposals = await some(house, olena, 201)
    await click(officer, "fq:new:0")
    shown = await click(officer, "jx")
    assert "Позначено: 200" in shown.text
    shown = await click(officer, f"jw:{proposals[-1].id}:1:0")
    assert "Забагато позначок" in shown.text
    await click(officer, "jz")
    await press(officer, "Відхилити")
    await write(officer, REASON)
    shown = await officer.wait_for("Перевірте текст")
    shown = await press(officer, "Надіслати всім", message=shown)
    assert "Змінено 200 пропозицій: відхилено" in shown.text


@pytest.mark.parametrize("data", ["jv:0", "jw:1:1:0", "jx", "jy", "jz", "jba:declined", "jbb:1"])
@pytest.mark.parametrize("role", [None, Role.OBSERVER])
async def test_only_officers_decide_on_many(house: House, olena: Person, data: str, role: Role | None):
    (proposal,) = await some(house, olena, 1)
    if role is not None:
        async with house.rooms.database.unit() as unit:
            member = await unit.staff.numbered(PersonId(olena.id), now=house.clock.now())
            await unit.staff.save(member.model_copy(update={"role": role}))
    assert "Це може лише" in (await click(olena, data)).text
    assert (await now_of(house, proposal)).state is S.RECEIVED


async def test_officer_removed_while_deciding_changes_nothing(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    taras = sandbox.add_person(1021, "Тарас", language_code="uk")
    async with house.rooms.database.unit() as unit:
        member = await unit.staff.numbered(PersonId(1021), now=house.clock.now())
        await unit.staff.save(member.model_copy(update={"role": Role.OFFICER}))
    await write(taras, "/start")
    proposals = await some(house, olena, 2)
    await preview(taras, *proposals)
    async with house.rooms.database.unit() as unit:
        await unit.staff.save(member.model_copy(update={"role": None}))
    shown = await press(taras, "Надіслати всім")
    assert "Лист не надіслано" in shown.text
    assert [(await now_of(house, one)).state for one in proposals] == [S.RECEIVED] * 2
