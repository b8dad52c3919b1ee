"""Proposals as anybody reads them: by link, in lists; supporting one, and what its author hears of it."""

import asyncio

import pytest

from bot.domain.people import PersonId
from bot.domain.proposals import ProposalId
from bot.sandbox import Person
from tests.flows.conftest import House
from tests.flows.scenes import PROBLEM, SOLUTION, TITLE, begin, click, draft, go_on, press, submit, write


async def reference(house: House, person: Person) -> str:
    (proposal,) = await house.services.proposals.mine(PersonId(person.id))
    return proposal.reference


async def test_link_of_a_proposal_shows_it_to_anybody(house: House, olena: Person, alex: Person):
    await submit(olena)
    link = f"p_{await reference(house, olena)}"
    for text in (link, link.lower()):
        shown = await write(alex, f"/start {text}")
        assert TITLE in shown.text
        assert "State: received" in shown.text
        assert f"?start={link}" in shown.text
    assert PROBLEM in shown.text
    assert "Support the proposal" in shown.labels


async def test_author_is_not_named_without_their_word(house: House, olena: Person, alex: Person):
    await submit(olena)
    shown = await write(alex, f"/start p_{await reference(house, olena)}")
    assert "Author" not in shown.text
    assert "olena@example.org" not in shown.text


@pytest.mark.parametrize("forged", ["UA-2026-9999", "x", "UA-2026-0001-1", "%D0%B0", "0" * 60])
async def test_forged_reference_is_answered_kindly(house: House, olena: Person, alex: Person, forged: str):
    await submit(olena)
    shown = await write(alex, f"/start p_{forged}")
    assert TITLE not in shown.text
    assert "not found" in shown.text
    assert "‹ Menu" in shown.labels
    assert TITLE in (await press(alex, "Read proposals", message=shown)).text


async def test_withdrawn_proposal_leaves_a_marker(house: House, olena: Person, alex: Person):
    await submit(olena)
    link = f"p_{await reference(house, olena)}"
    await write(olena, "/my")
    await press(olena, "UA-20")
    await press(olena, "Відкликати")
    await press(olena, "Відкликати")
    shown = await write(alex, f"/start {link}")
    assert "withdrawn" in shown.text
    assert TITLE not in shown.text
    listed = await click(alex, "bl:0:0:0")
    assert "no proposals" in listed.text


async def test_support_counts_once_and_can_be_taken_back(house: House, olena: Person, alex: Person):
    await submit(olena)
    shown = await write(alex, f"/start p_{await reference(house, olena)}")
    data = shown.button("Support").data
    await asyncio.gather(*(alex.press(data=data, message=shown) for _ in range(10)))
    await alex.wait_quiet()
    shown = await write(alex, f"/start p_{await reference(house, olena)}")
    assert "1 person" in shown.text
    assert "You support this proposal" in shown.text
    shown = await press(alex, "Take support back")
    assert "1 person" not in shown.text
    assert "Support the proposal" in shown.labels


async def test_own_proposal_cannot_be_supported_by_a_forged_button(house: House, olena: Person):
    await submit(olena)
    shown = await click(olena, "bs:1")
    assert "підтримати не можна" in shown.text
    assert "‹ Меню" in shown.labels
    (proposal,) = await house.services.proposals.mine(PersonId(olena.id))
    assert proposal.endorsements == 0


async def test_author_hears_of_milestones_alone(house: House, olena: Person, alex: Person):
    await submit(olena)
    await olena.wait_quiet()
    before = len(olena.chat.messages)
    for number in range(1, 5):
        other = PersonId(5000 + number)
        await house.services.people.meet(other, "uk")
        await house.services.public.support(other, ProposalId(1))
    await write(alex, f"/start p_{await reference(house, olena)}")
    assert len(olena.chat.messages) == before
    await press(alex, "Support the proposal")
    told = await olena.wait_for("5 людей")
    assert TITLE in told.text
    await press(alex, "Take support back")
    await press(alex, "Support the proposal")
    await olena.wait_quiet()
    assert len(olena.chat.messages) == before + 1


async def test_proposals_of_a_consultation_are_listed_newest_or_most_supported_first(
    house: House, olena: Person, alex: Person
):
    await submit(olena)
    await submit(alex, title="Відкриті дані про школи")
    await house.services.public.support(PersonId(olena.id), ProposalId(2))
    await house.services.public.support(PersonId(alex.id), ProposalId(1))
    await house.services.people.meet(PersonId(5001), "uk")
    await house.services.public.support(PersonId(5001), ProposalId(1))
    await write(alex, "/my")
    listed = await press(alex, "Read proposals")
    assert "2 proposals" in listed.text
    assert listed.text.index("-0002") < listed.text.index("-0001")
    listed = await press(alex, "Most supported first")
    assert listed.text.index("-0001") < listed.text.index("-0002")
    shown = await press(alex, "-0001")
    assert "Read proposals" in shown.labels


async def test_consultation_without_proposals_invites_the_first(house: House, olena: Person):
    await house.consult("open-data")
    await write(olena, "/start c_open-data")
    listed = await press(olena, "Читати пропозиції")
    assert "ще немає" in listed.text
    assert "Написати пропозицію" in listed.labels


async def test_similar_proposal_is_shown_before_one_is_written_out(house: House, olena: Person, alex: Person):
    await submit(olena)
    shown = await draft(alex, upto=2, title="Дані про ремонт доріг")
    assert "Something similar" in shown.text
    assert TITLE in shown.text
    opened = await press(alex, "-0001")
    assert "Support the proposal" in opened.labels
    await press(alex, "Support the proposal")
    on = await press(alex, "Mine is different", message=shown)
    assert "Solution" in on.text
    assert "· Result" in (await write(alex, SOLUTION)).text


async def test_similar_proposal_is_supported_with_one_tap_and_the_draft_is_kept(
    house: House, olena: Person, alex: Person
):
    await submit(olena)
    await draft(alex, upto=2, title="Дані про ремонт доріг")
    shown = await press(alex, f"Support {await reference(house, olena)}")
    assert "You support this proposal." in shown.text
    assert "The draft is saved." in shown.text
    assert (await house.services.proposals.mine(PersonId(olena.id)))[0].endorsements == 1
    assert "· Solution" in (await press(alex, "Continue the draft")).text


async def test_typing_on_beside_a_similar_proposal_answers_the_next_step(olena: Person, alex: Person):
    await submit(olena)
    await draft(alex, upto=2, title="Дані про ремонт доріг")
    assert "· Result" in (await write(alex, SOLUTION)).text


async def test_other_subject_meets_no_similar_proposal(olena: Person, alex: Person):
    await submit(olena)
    shown = await go_on(alex, await begin(alex), upto=1, title="Харчування у школах")
    shown = await write(alex, "Діти не знають, що їдять у шкільних їдальнях.")
    assert "imilar" not in shown.text
    assert "Solution" in shown.text


async def test_own_and_withdrawn_proposals_are_not_called_similar(olena: Person, alex: Person):
    await submit(olena)
    shown = await draft(olena, upto=2, title="Дані про ремонт доріг")
    assert "Схож" not in shown.text
    await write(olena, "/my")
    await press(olena, "UA-20")
    await press(olena, "Відкликати")
    await press(olena, "Відкликати")
    shown = await draft(alex, upto=2, title="Дані про ремонт доріг")
    assert "imilar" not in shown.text
