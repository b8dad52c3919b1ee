"""Which proposals are found by words: the heaviest first, only public ones, bounded by page and by person."""

import pytest

from bot.domain.drafts import DraftId
from bot.domain.people import PersonId
from bot.domain.proposals import Proposal, ProposalId, ProposalState
from storage import Database, UnitOfWork
from tests.storage.conftest import NOW, meet

OLENA, ALEX = PersonId(1001), PersonId(1002)
WEIGHTS = {"дорога": 3.0, "ремонт": 2.0, "дані": 1.0}


async def add(unit: UnitOfWork, number: int, words: str, **fields: object) -> ProposalId:
    values: dict[str, object] = {
        "id": ProposalId(0),
        "reference": f"UA-2026-{number}",
        "draft_id": DraftId(number),
        "author_id": OLENA,
        "consultation_id": None,
        "consultation": None,
        "state": ProposalState.RECEIVED,
        "title": words,
        "problem": "",
        "solution": "",
        "language": "uk",
        "consent_version": 2,
        "submitted_at": NOW,
        "updated_at": NOW,
        **fields,
    }
    row = await unit.proposals.add(Proposal.model_validate(values))
    await unit.words.replace(row, words.split())
    return row


@pytest.fixture
async def rows(database: Database) -> list[ProposalId]:
    await meet(database, OLENA)
    await meet(database, ALEX)
    async with database.unit() as unit:
        return [
            await add(unit, 1, "дані ремонт"),
            await add(unit, 2, "дорога ремонт дані"),
            await add(unit, 3, "дорога місто"),
            await add(unit, 4, "дорога ремонт", author_id=ALEX),
            await add(unit, 5, "школа"),
        ]


async def test_heaviest_first_and_of_equals_the_newer(database: Database, rows: list[ProposalId]):
    async with database.view() as view:
        found = await view.words.closest(WEIGHTS, least=0.5, limit=9)
        assert await view.words.count_close(WEIGHTS, least=0.5) == 4
    assert found == [rows[1], rows[3], rows[2], rows[0]]


async def test_too_light_or_too_few_words_are_not_close(database: Database, rows: list[ProposalId]):
    async with database.view() as view:
        assert await view.words.closest(WEIGHTS, least=4.0, limit=9) == [rows[1], rows[3]]
        assert await view.words.closest(WEIGHTS, least=0.5, shared=3, limit=9) == [rows[1]]
        assert await view.words.closest(WEIGHTS, least=0.5, besides=OLENA, limit=9) == [rows[3]]
        assert await view.words.closest(WEIGHTS, least=0.5, limit=2, offset=1) == [rows[3], rows[2]]


async def test_more_supported_comes_first_of_equals(database: Database, rows: list[ProposalId]):
    async with database.unit() as unit:
        await unit.endorsements.add(rows[2], ALEX, now=NOW)
    async with database.view() as view:
        assert await view.words.closest({"дорога": 1.0}, least=0.5, limit=1) == [rows[2]]


async def test_hidden_and_withdrawn_are_not_close(database: Database, rows: list[ProposalId]):
    async with database.unit() as unit:
        await unit.proposals.hide(rows[1], is_hidden=True, now=NOW)
        withdrawn = (await unit.proposals.get(rows[3])).model_copy(update={"state": ProposalState.WITHDRAWN})
        await unit.proposals.save(withdrawn)
    async with database.view() as view:
        assert await view.words.closest(WEIGHTS, least=0.5, limit=9) == [rows[2], rows[0]]
    async with database.unit() as unit:
        await unit.proposals.hide(rows[1], is_hidden=False, now=NOW)
    async with database.view() as view:
        assert rows[1] in await view.words.closest(WEIGHTS, least=0.5, limit=9)


async def test_vocabulary_has_each_word_once(database: Database, rows: list[ProposalId]):
    async with database.view() as view:
        assert sorted(await view.words.vocabulary()) == sorted({*WEIGHTS, "місто", "школа"})
