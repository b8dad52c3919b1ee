"""The secretariat's people: roles as rows, read anew at every action."""

import pytest

from bot.domain.people import PersonId, Role
from bot.domain.proposals import ProposalState
from bot.sandbox import Person, Sandbox
from tests.flows import cases
from tests.flows.conftest import House
from tests.flows.scenes import click, press, write

MEMBER = 1021


async def give(house: House, role: Role | None) -> None:
    """Give the member this role, or take theirs away, as another process would."""
    assert house.rooms is not None
    async with house.rooms.database.unit() as unit:
        member = await unit.staff.numbered(PersonId(MEMBER), now=house.clock.now())
        await unit.staff.save(member.model_copy(update={"role": role}))


@pytest.fixture
async def member(house: House, sandbox: Sandbox) -> Person:
    """Somebody whose role is a row: an officer, unless a test says otherwise."""
    await give(house, Role.OFFICER)
    person = sandbox.add_person(MEMBER, "Тарас", language_code="uk")
    await write(person, "/start")
    return person


async def test_officer_by_a_row_hears_of_proposals_and_decides(house: House, member: Person, olena: Person):
    proposal = await cases.received(house, olena)
    await member.wait_for("Нова пропозиція")
    await cases.open_case(member, proposal)
    await press(member, "Взяти на розгляд")
    assert (await cases.now_of(house, proposal)).state is ProposalState.UNDER_REVIEW


async def test_observer_reads_and_sees_no_button_that_acts(house: House, member: Person, olena: Person):
    await give(house, Role.OBSERVER)
    proposal = await cases.received(house, olena)
    assert "Пропозицій чекає: 1" in (await write(member, "/staff")).text
    shown = await cases.open_case(member, proposal)
    assert "olena@example.org" in shown.text
    assert not {"Взяти на розгляд", "Запитати автора", "Приховати від усіх"} & set(shown.labels)
    assert "у файлі" in (await write(member, "/export")).text
    assert "Це може лише" in (await click(member, f"ft:{proposal.id}")).text
    assert (await cases.now_of(house, proposal)).state is ProposalState.RECEIVED
    assert not any("Нова пропозиція" in one.text for one in member.chat.messages)


async def test_who_was_removed_a_moment_ago_changes_nothing(house: House, member: Person, olena: Person):
    proposal = await cases.at(house, olena, ProposalState.UNDER_REVIEW)
    await cases.open_case(member, proposal)
    await press(member, "Вирішити")
    await press(member, "Прийняти")
    await write(member, cases.REASON)
    await give(house, None)
    shown = await press(member, "Надіслати рішення")
    assert "Лист не надіслано" in shown.text
    assert "ніяк інакше" in shown.text
    assert (await cases.now_of(house, proposal)).state is ProposalState.UNDER_REVIEW
    assert "Панель" not in " ".join((await write(member, "/menu")).labels)
