"""What the secretariat does leaves a line, and administrators read it."""

from datetime import UTC, datetime

import pytest

from bot.domain.audit import AuditId, Noun, Record, Verb
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import Identity, ProposalState
from bot.sandbox import Person, Sandbox
from bot.services.audit import Lines
from bot.ui import audit as screens
from tests.flows import cases
from tests.flows.conftest import OFFICER, House
from tests.flows.scenes import click, press, write

OBSERVER = 1022


async def lines(house: House) -> list[tuple[str, str, str]]:
    """Verb, noun and subject of every line, the oldest first."""
    records = [one async for one in house.services.audit.each(Lines(), Actor.operator())]
    return [(one.verb, one.noun, one.subject) for one in reversed(records)]


async def appoint(house: House, sandbox: Sandbox, role: Role) -> Person:
    await house.services.members.appoint(PersonId(OBSERVER), role, Actor.operator())
    person = sandbox.add_person(OBSERVER, "Ганна", language_code="uk")
    await write(person, "/start")
    return person


@pytest.fixture
async def observer(house: House, sandbox: Sandbox) -> Person:
    return await appoint(house, sandbox, Role.OBSERVER)


@pytest.fixture
async def second(house: House, sandbox: Sandbox) -> Person:
    return await appoint(house, sandbox, Role.OFFICER)


async def test_case_from_look_to_decision_is_in_the_log(house: House, officer: Person, olena: Person):
    proposal = await cases.received(house, olena)
    await officer.wait_for("Нова пропозиція")
    await cases.open_case(officer, proposal)
    await press(officer, "Взяти на розгляд")
    await cases.decide(officer, proposal, "Прийняти")
    reference = proposal.reference
    assert await lines(house) == [
        ("looked", "proposal", reference),
        ("changed", "proposal", reference),
        ("looked", "proposal", reference),
        ("changed", "proposal", reference),
    ]
    shown = await write(officer, "/audit")
    assert f"№\u00a01: змінено: пропозиція {reference} (на розгляді → прийнято)" in shown.text
    await write(officer, "/staff")
    shown = await press(officer, "Журнал дій")
    assert f"Марія: переглянуто особисті дані: пропозиція {reference}" in shown.text


async def test_look_at_a_proposal_without_a_name_is_no_look_at_personal_data(
    house: House, officer: Person, olena: Person
):
    proposal = await cases.received(house, olena, author_name="", contact="", identity=Identity.ANONYMOUS)
    await cases.open_case(officer, proposal)
    assert await lines(house) == []


async def test_questions_publishing_blocks_and_exports_are_in_the_log(
    house: House, officer: Person, olena: Person
):
    await house.consult("roads", publish=False)
    proposal = await cases.received(house, olena)
    await officer.wait_for("Нова пропозиція")
    by = await house.services.people.actor(PersonId(OFFICER))
    await write(officer, "/publish roads")
    await officer.wait_quiet()
    assert "у файлі" in (await click(officer, "xt:all:0:csv")).text
    block = await house.services.blocks.block(PersonId(olena.id), by, reason="Реклама.")
    await house.services.blocks.lift(block.id, by)
    await house.services.proposals.look(proposal.reference, by)
    await house.services.privacy.export(PersonId(olena.id), by=by)
    assert await lines(house) == [
        ("prepared", "consultation", "roads"),
        ("published", "consultation", "roads"),
        ("exported", "export", "proposals"),
        ("blocked", "block", "1"),
        ("unblocked", "block", "1"),
        ("looked", "proposal", proposal.reference),
        ("exported", "person", ""),
    ]


async def test_what_citizens_do_is_nobodys_business(house: House, officer: Person, olena: Person):
    proposal = await cases.at(house, olena, ProposalState.UNDER_REVIEW)
    before = await lines(house)
    await house.services.life.withdraw(proposal.id, Actor(person_id=PersonId(olena.id)))
    await house.services.privacy.export(PersonId(olena.id))
    await write(olena, "/mydata")
    assert await lines(house) == before


async def test_log_is_paged_and_narrowed_down_to_who_what_and_since(
    house: House, officer: Person, second: Person, olena: Person
):
    proposals = [await cases.received(house, olena, f"Пропозиція {n}") for n in range(5)]
    for one in proposals:
        for reader in (officer, second):
            await cases.open_case(reader, one)
    await write(officer, "/staff")
    await officer.wait_quiet()
    shown = await write(officer, "/audit")
    assert shown.text.count("переглянуто") == 8
    shown = await press(officer, "Давніші ›")
    assert "додано: людина секретаріату 1 (працівник)" in shown.text
    assert shown.text.count("переглянуто") == 2
    await press(officer, "‹ Найновіші")
    await press(officer, "Хто: усі")
    shown = await press(officer, "Марія")
    assert shown.text.count("Марія: переглянуто") == 5
    assert "Хто: Марія" in shown.labels
    await press(officer, "Що: Усе")
    shown = await press(officer, "Секретаріат")
    assert "За цими умовами записів немає" in shown.text
    await press(officer, "Хто: Марія")
    shown = await press(officer, "усі")
    assert "оператор: додано" in shown.text
    await press(officer, "Коли: за весь час")
    assert "оператор: додано" in (await press(officer, "За 1 день")).text


async def test_whoever_has_ever_acted_can_be_chosen(house: House, officer: Person):
    by = Actor.operator()
    for person_id in range(2001, 2031):
        await house.services.members.appoint(PersonId(person_id), Role.OBSERVER, by)
    await write(officer, "/audit")
    shown = await press(officer, "Хто: усі")
    pages = [shown.labels]
    while "Далі ›" in shown.labels:
        shown = await press(officer, "Далі ›")
        pages.append(shown.labels)
    named = {label for page in pages for label in page}
    assert {f"№\u00a0{number}" for number in range(1, 31)} <= named


@pytest.mark.parametrize("data", ["hu:0:0:0:0", "zw:0:0:0", "zn:0:0", "hz:0:0"])
async def test_observers_and_citizens_do_not_read_the_log(
    house: House, observer: Person, olena: Person, data: str
):
    for person in (observer, olena):
        assert "Це може лише" in (await write(person, "/audit")).text
        assert "Це може лише" in (await click(person, data)).text


@pytest.mark.parametrize("language", ["uk", "en"])
@pytest.mark.parametrize("verb", Verb)
def test_every_verb_has_its_sentence(house: House, language: str, verb: Verb):
    say = house.rooms.texts.speaker(language)
    assert "UA-1" in say.plain(f"audit-verb-{verb}", what="UA-1", how="")


@pytest.mark.parametrize(
    ("verb", "noun", "subject", "details", "told"),
    [
        (Verb.ASSIGNED, Noun.PROPOSAL, "UA-1", {"became": "№\u00a05"}, "пропозиція UA-1 (кому: №\u00a05)"),
        (Verb.LOOKED, Noun.PROPOSAL, "UA-1", {"files": 2}, "пропозиція UA-1 (файлів: 2)"),
        (Verb.HID, Noun.PROPOSAL, "UA-1", {"rule": "private"}, "UA-1 (правило: чужі особисті дані)"),
        (Verb.INVITED, Noun.INVITATION, "1", {"role": "observer"}, "запрошення 1 (роль: спостерігач)"),
        (Verb.CHANGED, Noun.COMMITMENT, "k1", {"became": "not_started"}, "зобов’язання k1 (не розпочато)"),
        (Verb.CHANGED_MANY, Noun.PROPOSAL, "3/5", {"became": "accepted"}, "пропозицій 3 з 5 (прийнято)"),
        (Verb.EXPORTED, Noun.PERSON, "", {}, "вивантажено: дані людини"),
        (Verb.EXPORTED, Noun.EXPORT, "list", {"count": 4}, "перелік пропозицій (кількість: 4)"),
        (
            Verb.EXPORTED,
            Noun.EXPORT,
            "proposals",
            {"format": "csv", "scope": "all", "count": 1},
            "таблиця пропозицій (формат: CSV, відбір: усе, кількість: 1)",
        ),
        (
            Verb.EXPORTED,
            Noun.EXPORT,
            "attachments",
            {"scope": "received+under_review-since-2026-11-01"},
            "файли до пропозицій (відбір: отримано, на розгляді, нове й змінене з 1 листопада 2026 року)",
        ),
        (Verb.EXPORTED, Noun.EXPORT, "proposals", {"scope": "roads"}, "(відбір: roads)"),
        (Verb.EXPORTED, Noun.EXPORT, "proposals", {"scope": "accepted-roads"}, "(відбір: прийнято, roads)"),
        (Verb.EXPORTED, Noun.EXPORT, "proposals", {"scope": "accepted-land"}, "(відбір: прийнято, land)"),
        (
            Verb.EXPORTED,
            Noun.EXPORT,
            "proposals",
            {"scope": "since-2026-11-23"},
            "(відбір: нове й змінене з 23 листопада 2026 року)",
        ),
    ],
)
def test_what_was_done_is_told_in_words(house: House, verb, noun, subject, details, told):
    record = Record(
        id=AuditId(1),
        member=None,
        verb=verb,
        noun=noun,
        subject=subject,
        details=details,
        done_at=datetime(2026, 11, 30, tzinfo=UTC),
    )
    assert told in screens.sentence(house.rooms.texts.speaker("uk"), record)
