"""Internal notes: written like a letter, read by the secretariat alone."""

import io
import zipfile
from datetime import timedelta

import pytest

from bot.domain.cases import CaseKind, CaseRef
from bot.domain.exports import ExportFormat
from bot.domain.people import Actor, PersonId, Role
from bot.sandbox import Person, Sandbox
from bot.services.export_files import Order
from tests.flows.cases import colleague, open_case, received
from tests.flows.conftest import House
from tests.flows.scenes import click, press, write
from tests.flows.test_cases import asked

NOTE = "Телефонували до управління, обіцяють у травні."


async def noted(officer: Person, text: str = NOTE) -> None:
    await press(officer, "Написати нотатку")
    await write(officer, text)
    await press(officer, "Зберегти нотатку")


async def test_note_is_looked_over_and_listed_with_who_and_when(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    second = await colleague(house, sandbox)
    proposal = await received(house, olena, is_told=False)
    await open_case(officer, proposal)
    shown = await press(officer, "Написати нотатку")
    assert "Її бачить тільки секретаріат" in shown.text
    shown = await write(officer, NOTE)
    assert NOTE in shown.text
    shown = await press(officer, "Зберегти нотатку")
    assert NOTE in shown.text
    assert "Я · " in shown.text
    assert "за Києвом" in shown.text
    assert f"Нотатка: {NOTE}" in (await open_case(second, proposal)).text
    shown = await press(second, "Читати нотатки · 1")
    assert "Марія · " in shown.text


async def test_newest_note_comes_first_and_long_lists_are_paged(house: House, olena: Person, officer: Person):
    proposal = await received(house, olena, is_told=False)
    case = CaseRef(kind=CaseKind.PROPOSAL, row=proposal.id)
    for number in range(6):
        house.clock.ahead += timedelta(minutes=1)
        await house.services.cases.note(case, Actor.operator(), f"{number}: {'слово ' * 150}")
    shown = await click(officer, f"jq:p:{proposal.id}:0")
    assert "5: слово" in shown.text
    assert "0: слово" not in shown.text
    while "Далі ›" in shown.labels:
        shown = await press(officer, "Далі ›")
    assert "0: слово" in shown.text


async def test_question_has_notes_too(house: House, olena: Person, officer: Person):
    question = await asked(house, olena)
    await click(officer, f"qs:{question.id}")
    await noted(officer)
    assert NOTE in officer.chat.last.text


async def test_author_never_sees_a_note(house: House, olena: Person, officer: Person):
    proposal = await received(house, olena, is_told=False)
    await open_case(officer, proposal)
    await noted(officer)
    await write(olena, "/my")
    await click(olena, f"o:{proposal.id}")
    await write(olena, f"/start p_{proposal.reference}")
    seen = " ".join(one.text for one in olena.chat.messages)
    assert proposal.reference in seen
    handed = (await house.services.privacy.export(PersonId(olena.id))).decode()
    exported = b""
    for form in ExportFormat:
        table = io.BytesIO()
        await house.services.exports.write(table, form, Order(Actor.operator()))
        if form is ExportFormat.XLSX:
            with zipfile.ZipFile(table) as parts:
                exported += b"".join(parts.read(name) for name in parts.namelist())
        exported += table.getvalue()
    assert proposal.reference.encode() in exported
    assert NOTE not in seen
    assert NOTE not in handed
    assert NOTE.encode() not in exported


async def test_note_goes_with_the_text_that_its_author_takes_back(
    house: House, olena: Person, officer: Person
):
    proposal = await received(house, olena, is_told=False)
    await open_case(officer, proposal)
    await noted(officer)
    await click(olena, f"fx:{proposal.id}")
    assert "Читати нотатки · 1" not in (await open_case(officer, proposal)).labels


async def test_second_press_keeps_one_note(house: House, olena: Person, officer: Person):
    proposal = await received(house, olena, is_told=False)
    await open_case(officer, proposal)
    await press(officer, "Написати нотатку")
    preview = await write(officer, NOTE)
    data = preview.button("Зберегти нотатку").data
    await click(officer, data, message=preview)
    shown = await click(officer, f"+{data}", message=preview)
    assert "Усього: 1" in shown.text


@pytest.mark.parametrize("data", ["jq:p:1:0", "jr:p:1"])
async def test_citizen_neither_reads_nor_writes_notes(
    house: House, olena: Person, officer: Person, data: str
):
    proposal = await received(house, olena, is_told=False)
    await open_case(officer, proposal)
    await noted(officer)
    shown = await click(olena, data)
    assert "Це може лише" in shown.text
    assert NOTE not in shown.text


async def test_observer_reads_notes_and_writes_none(
    house: House, olena: Person, alex: Person, officer: Person
):
    proposal = await received(house, olena, is_told=False)
    await open_case(officer, proposal)
    await noted(officer)
    async with house.rooms.database.unit() as unit:
        member = await unit.staff.numbered(PersonId(alex.id), now=house.clock.now())
        await unit.staff.save(member.model_copy(update={"role": Role.OBSERVER}))
    shown = await click(alex, f"jq:p:{proposal.id}:0")
    assert NOTE in shown.text
    assert "Write a note" not in shown.labels
