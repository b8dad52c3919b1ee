"""Whose case is whose: taken, given, released; who comes second sees who was first."""

import pytest

from bot.domain.audit import Verb
from bot.domain.cases import CaseKind, CaseRef
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import ProposalState
from bot.domain.questions import Question, QuestionId
from bot.sandbox import Person, Sandbox
from tests.flows.cases import colleague, open_case, received
from tests.flows.conftest import OFFICER, House
from tests.flows.scenes import click, press, write

S = ProposalState


async def audited(house: House, verb: Verb) -> list[str]:
    """The subjects of the log's lines of this verb, newest first."""
    async with house.rooms.database.view() as view:
        return [line.subject async for line in view.audit.each(verb=verb)]


async def asked(house: House, author: Person) -> Question:
    """A question that was passed on, without its notice."""
    async with house.rooms.database.unit() as unit:
        return await unit.questions.add(
            Question(
                id=QuestionId(0),
                asker_id=PersonId(author.id),
                text="Де ліхтарі?",
                language="uk",
                asked_at=house.clock.now(),
            )
        )


async def test_case_is_taken_and_released(house: House, olena: Person, officer: Person):
    proposal = await received(house, olena, is_told=False)
    await open_case(officer, proposal)
    shown = await press(officer, "Взяти справу")
    assert "Справа у вас" in shown.text
    assert "Мої · 1" in (await write(officer, "/inbox")).labels
    await open_case(officer, proposal)
    shown = await press(officer, "Звільнити справу")
    assert "Справа у вас" not in shown.text
    assert "Взяти справу" in shown.labels
    assert await audited(house, Verb.ASSIGNED) == [proposal.reference]
    assert await audited(house, Verb.RELEASED) == [proposal.reference]


async def test_who_takes_a_case_a_second_later_sees_who_has_it_since_when(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    second = await colleague(house, sandbox)
    proposal = await received(house, olena, is_told=False)
    for one in (officer, second):
        await open_case(one, proposal)
    await press(officer, "Взяти справу")
    shown = await press(second, "Взяти справу")
    assert "Справу веде Марія" in shown.text
    assert "за Києвом" in shown.text
    assert "Справа у вас" in (await open_case(officer, proposal)).text
    shown = await press(second, "Забрати собі", message=shown)
    assert "Справа у вас" in shown.text
    assert "Справу веде Ірина" in (await open_case(officer, proposal)).text


async def test_colleague_who_is_given_a_case_hears_of_it(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    second = await colleague(house, sandbox)
    other = await received(house, olena, "Інша", is_told=False)
    await open_case(second, other)
    await press(second, "Взяти справу")  # since then colleagues know what Irina is called
    proposal = await received(house, olena, is_told=False)
    await open_case(officer, proposal)
    await press(officer, "Передати колезі")
    shown = await press(officer, "Ірина")
    assert "Справу веде Ірина" in shown.text
    notice = await second.wait_for("Вам передали пропозицію")
    assert proposal.reference in notice.text
    assert "Справа у вас" in (await press(second, "Відкрити справу", message=notice)).text


async def test_giving_over_a_colleagues_back_is_not_done(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    second = await colleague(house, sandbox)
    proposal = await received(house, olena, is_told=False)
    await open_case(officer, proposal)
    offered = await press(officer, "Передати колезі")
    await open_case(second, proposal)
    await press(second, "Взяти справу")
    shown = await press(officer, "Я", message=offered)
    assert "Колега був першим" in shown.text
    assert "Справу веде Ірина" in shown.text


async def test_question_is_a_case_too(house: House, olena: Person, officer: Person):
    question = await asked(house, olena)
    await click(officer, f"qs:{question.id}")
    shown = await press(officer, "Взяти справу")
    assert "Справа у вас" in shown.text
    assert "Де ліхтарі?" in shown.text
    assert await audited(house, Verb.ASSIGNED) == [str(question.id)]


async def test_case_goes_to_nobody_without_a_role(house: House, olena: Person, officer: Person):
    proposal = await received(house, olena, is_told=False)
    shown = await click(officer, f"jo:p:{proposal.id}:{olena.id}:0")
    assert "справу не передати" in shown.text
    assert "Взяти справу" in (await open_case(officer, proposal)).labels


@pytest.mark.parametrize("data", ["jm:p:1:0", "jn:p:1:0", "jo:p:1:1001:0", "jp:p:1:0"])
@pytest.mark.parametrize("role", [None, Role.OBSERVER])
async def test_only_officers_have_cases(house: House, olena: Person, data: str, role: Role | None):
    await received(house, olena, is_told=False)
    if role is not None:
        async with house.rooms.database.unit() as unit:
            member = await unit.staff.numbered(PersonId(olena.id), now=house.clock.now())
            await unit.staff.save(member.model_copy(update={"role": role}))
    assert "Це може лише" in (await click(olena, data)).text
    assert await audited(house, Verb.ASSIGNED) == []


async def test_cases_of_who_erases_their_data_are_nobodys(house: House, olena: Person, officer: Person):
    proposal = await received(house, olena, is_told=False)
    await open_case(officer, proposal)
    await press(officer, "Взяти справу")
    await house.services.privacy.erase(PersonId(OFFICER), with_proposals=False)
    await write(officer, "/start")
    assert "Взяти справу" in (await open_case(officer, proposal)).labels


async def test_cases_of_who_is_removed_are_nobodys(house: House, olena: Person, officer: Person):
    proposal = await received(house, olena, is_told=False)
    async with house.rooms.database.unit() as unit:
        member = await unit.staff.numbered(PersonId(olena.id), now=house.clock.now())
        await unit.staff.save(member.model_copy(update={"role": Role.OFFICER}))
    case = CaseRef(kind=CaseKind.PROPOSAL, row=proposal.id)
    await house.services.cases.give(case, Actor.operator(), PersonId(olena.id))
    await house.services.members.remove(PersonId(olena.id), Actor.operator())
    assert "Взяти справу" in (await open_case(officer, proposal)).labels
