"""The receipt of a proposal, its corrections, and how anybody can check it."""

import asyncio
import re
from datetime import timedelta

from bot.domain.people import Actor
from bot.domain.proposals import ProposalState
from bot.sandbox import Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import click, press, write
from tests.flows.submissions import ANSWERS, agreeing, send, written

REFERENCE = re.compile(r"UA-20\d\d-\d{4}")


async def mine(house: House, person: Person):
    return (await house.services.proposals.mine(person.id))[0]


async def test_receipt_names_reference_time_hash_deadline_and_link(
    house: House, olena: Person, sandbox: Sandbox
):
    receipt = await send(house, olena)
    proposal = await mine(house, olena)
    assert receipt.text.startswith(f"Пропозицію отримано · {proposal.reference}")
    assert "за Києвом" in receipt.text
    assert f"(SHA-256): {proposal.content_hash}\n" in receipt.text
    assert f"?start=p_{proposal.reference}" in receipt.text
    assert re.search(r"відповідь із поясненням: до \d+ \w+ 20\d\d року", receipt.text)
    assert receipt.labels[0] == "Показати пропозицію"


async def test_receipt_is_in_english_too(house: House, alex: Person):
    receipt = await send(house, alex)
    assert receipt.text.startswith("Proposal received · UA-20")
    shown = await press(alex, "How to check this")
    assert "Fingerprint of version 1 (SHA-256)" in shown.text


async def test_everything_that_was_answered_is_submitted(house: House, olena: Person):
    await send(house, olena)
    proposal = await mine(house, olena)
    assert (proposal.title, proposal.expected_result) == ("Дерева для вулиць", "У липні на вулицях є тінь.")
    assert (list(proposal.values), proposal.identity) == (["participation"], "named")
    assert (proposal.author_name, proposal.contact) == ("Олена Коваль", "olena@example.org")
    assert proposal.content_hash == proposal.fingerprint()
    async with house.rooms.database.view() as view:
        (change,) = await view.changes.of(proposal.id)
        (version,) = await view.changes.versions(proposal.id)
        (receipt,) = await view.receipts.of(proposal.reference)
    assert (change.was, change.became, change.actor) == (None, "received", "author")
    assert version.text == proposal.text
    assert receipt.content_hash == version.content_hash == proposal.content_hash
    assert receipt.received_at == proposal.submitted_at


async def test_anonymous_author_leaves_no_name(house: House, olena: Person):
    await send(house, olena, identity="anonymous")
    proposal = await mine(house, olena)
    assert (proposal.identity, proposal.author_name, proposal.contact) == ("anonymous", "", "")


async def test_proof_has_the_whole_hash_and_the_last_closed_day(house: House, olena: Person):
    receipt = await send(house, olena)
    proposal = await mine(house, olena)
    shown = await press(olena, "Як це перевірити", message=receipt)
    assert proposal.content_hash in shown.text
    assert "Запис № 1 у журналі" in shown.text
    assert "ще не закрито" in shown.text
    assert "Останній закритий день" not in shown.text
    house.clock.ahead += timedelta(days=1)
    await house.services.receipts.close_days()
    shown = await press(olena, "Як це перевірити", message=receipt)
    (day,) = [day async for day in house.services.receipts.chain()]
    assert day["digest"] in shown.text
    assert "ще не закрито" not in shown.text
    again = await press(olena, "‹ Назад")
    assert again.text == receipt.text


async def test_receipt_and_proof_of_somebody_else_are_not_shown(house: House, olena: Person, alex: Person):
    await send(house, olena)
    for data in ("rc:1", "rp:1"):
        assert "not found" in (await click(alex, data)).text


async def test_correction_is_a_new_version_with_a_new_receipt(house: House, olena: Person):
    await send(house, olena)
    first = await mine(house, olena)
    house.clock.ahead += timedelta(hours=1)
    corrected = await send(house, olena, proposal_id=first.id, solution="Посадити липи й поливати їх.")
    assert corrected.text.startswith(f"Виправлення отримано · {first.reference}, версія 2")
    second = await mine(house, olena)
    assert (second.id, second.version, second.state) == (first.id, 2, ProposalState.RECEIVED)
    assert second.solution == "Посадити липи й поливати їх."
    assert second.content_hash == second.fingerprint() != first.content_hash
    assert (second.submitted_at, second.reply_by) == (first.submitted_at, first.reply_by)
    async with house.rooms.database.view() as view:
        versions = await view.changes.versions(first.id)
        receipts = await view.receipts.of(first.reference)
    assert [version.text.solution for version in versions] == [first.solution, second.solution]
    assert [receipt.content_hash for receipt in receipts] == [first.content_hash, second.content_hash]
    assert (await house.services.chain.verify()).differences == []


async def test_history_says_which_fields_a_correction_has_changed(
    house: House, olena: Person, officer: Person
):
    await send(house, olena)
    first = await mine(house, olena)
    changed = {"solution": "Посадити липи й поливати їх.", "values": "access", "region": "lviv"}
    await send(house, olena, proposal_id=first.id, **changed)
    await send(house, olena, proposal_id=first.id, **changed, name="Олена Петрівна Коваль")
    shown = await click(olena, f"o:{first.id}")
    assert re.search(r"· версія 2 · ви\nЗмінено: Рішення, Цінності, Регіон\n.* · версія 3 · ви\Z", shown.text)
    await officer.send(f"/inbox {first.reference}")
    await officer.wait_for("· версія 2 · автор\nЗмінено: Рішення")
    await click(olena, f"fx:{first.id}")
    assert "· версія 2 · ви" in (await click(olena, f"o:{first.id}")).text
    assert "Рішення" not in olena.chat.last.text


async def test_correction_sent_ten_times_at_once_is_one_version(house: House, olena: Person):
    await send(house, olena)
    proposal = await mine(house, olena)
    draft = await written(house, olena, proposal_id=proposal.id, title="Липи для вулиць")
    data, last = agreeing(draft), olena.chat.last
    await asyncio.gather(*(olena.press(data=data, message=last) for _ in range(10)))
    await olena.wait_for("Виправлення отримано")
    await olena.wait_quiet()
    assert (await mine(house, olena)).version == 2
    again = await click(olena, f"+{data}")
    assert again.text.startswith("Виправлення отримано")


async def test_proposal_under_review_is_not_corrected_and_the_draft_is_kept(house: House, olena: Person):
    await send(house, olena)
    proposal = await mine(house, olena)
    await house.services.life.take_up(proposal.id, Actor.operator())
    await olena.wait_quiet()
    draft = await written(house, olena, proposal_id=proposal.id, title="Липи для вулиць")
    shown = await click(olena, agreeing(draft))
    assert "нічого не змінено" in shown.text
    assert (await mine(house, olena)).version == 1
    async with house.rooms.database.view() as view:
        assert [one.id for one in await view.drafts.by(olena.id)] == [draft.id]


async def test_proposal_of_somebody_else_is_not_corrected(house: House, olena: Person, alex: Person):
    await send(house, olena)
    proposal = await mine(house, olena)
    draft = await written(house, alex, proposal_id=proposal.id, title="Other title")
    assert "not found" in (await click(alex, agreeing(draft))).text
    assert (await mine(house, olena)).title == ANSWERS["title"]


async def test_withdrawn_proposal_keeps_its_place_in_the_record(house: House, olena: Person):
    await send(house, olena)
    await house.services.life.withdraw((await mine(house, olena)).id, Actor(person_id=olena.id))
    found = await house.services.chain.verify()
    assert (found.differences, found.withdrawn, found.receipts) == ([], 1, 1)


async def test_erased_proposal_keeps_its_place_in_the_record(house: House, olena: Person):
    await send(house, olena)
    await write(olena, "/delete")
    await press(olena, "Видалити все")
    found = await house.services.chain.verify()
    assert (found.differences, found.withdrawn, found.receipts) == ([], 1, 1)


async def test_copy_of_ones_data_has_every_version(house: House, olena: Person):
    await send(house, olena)
    proposal = await mine(house, olena)
    await send(house, olena, proposal_id=proposal.id, title="Липи для вулиць")
    shown = await write(olena, "/mydata")
    content = shown.document.content.decode()
    assert '"title": "Дерева для вулиць"' in content
    assert '"title": "Липи для вулиць"' in content
