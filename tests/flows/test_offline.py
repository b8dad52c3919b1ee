"""Proposals given on paper: entered by the secretariat, handed a code, taken over in the chat by their authors."""

import asyncio
import re
from datetime import timedelta

import pytest

from bot.domain.audit import Verb
from bot.domain.people import PersonId
from bot.domain.proposals import CONSENT_VERSION, ChangedBy, Proposal, ProposalState
from bot.sandbox import ChatMessage, Person
from tests.flows.cases import changes_of, now_of, open_case
from tests.flows.conftest import House
from tests.flows.scenes import QUICK, TITLE, click, data_of, follow, press, submit, write

MEETING = "Зустріч у Вінниці"
CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")


def code_of(message: ChatMessage) -> str:
    found = CODE.search(message.text)
    assert found is not None, message
    return found[0]


async def gather(officer: Person, named: str = f"{MEETING}, 12.04.2026") -> ChatMessage:
    """From the panel to a meeting that is new."""
    await write(officer, "/staff")
    await press(officer, "Внести із зустрічі")
    await press(officer, "Назвати нову зустріч")
    await write(officer, named)
    return await press(officer, "Зберегти зустріч")


async def write_down(officer: Person, title: str = TITLE, steps=QUICK) -> ChatMessage:
    """From a meeting to the preview, in the quick mode."""
    shown = await press(officer, "Внести пропозицію")
    shown = await follow(officer, shown, "dm:{}:quick")
    for step in (title, *steps[1:]):
        if isinstance(step, str):
            shown = await write(officer, step)
        else:
            for start in step:
                shown = await follow(officer, shown, start)
    return shown


async def enter(officer: Person, title: str = TITLE) -> ChatMessage:
    """A proposal from a new meeting, up to its code."""
    await gather(officer)
    await write_down(officer, title)
    await press(officer, "Внести пропозицію")
    return await sign(officer)


async def sign(officer: Person) -> ChatMessage:
    """Say that it is signed; read the code, and the notice of a new proposal."""
    await officer.press("Підписано, внести")
    entered = await officer.wait_for("Пропозицію внесено")
    await officer.wait_for("Нова пропозиція")
    await officer.wait_for_answer()
    return entered


async def the_proposal(house: House) -> Proposal:
    assert house.rooms is not None
    async with house.rooms.database.view() as view:
        (found,) = [one async for one in view.proposals.each()]
    return found


async def audited(house: House, verb: Verb) -> list[str]:
    assert house.rooms is not None
    async with house.rooms.database.view() as view:
        return [record.subject async for record in view.audit.each(verb=verb)]


async def test_officer_enters_a_proposal_from_a_meeting_and_hands_out_its_code(house: House, officer: Person):
    shown = await gather(officer)
    assert "Зустріч: «Зустріч у Вінниці», 12 квітня 2026 року" in shown.text
    preview = await write_down(officer)
    assert MEETING in preview.text
    consent = await press(officer, "Внести пропозицію")
    assert "версія 1" in consent.text
    entered = await sign(officer)
    proposal = await the_proposal(house)
    code = code_of(entered)
    assert entered.file is not None
    assert f"start=a_{code.replace('-', '')}" in entered.text
    assert proposal.author_id is None
    assert (proposal.author_name, proposal.contact) == ("Олена Коваль", "olena@example.org")
    assert proposal.consent_version == 0
    assert proposal.reply_by is not None
    (change,) = await changes_of(house, proposal)
    assert (change.actor, change.actor_id) == (ChangedBy.STAFF, officer.id)
    assert await audited(house, Verb.ENTERED) == [proposal.reference]
    case = await open_case(officer, proposal)
    assert "Внесено секретаріатом із зустрічі «Зустріч у Вінниці», 12 квітня 2026 року" in case.text
    assert "ще не забрав у чаті" in case.text
    assert house.rooms is not None
    async with house.rooms.database.view() as view:
        assert [one.version for one in await view.receipts.of(proposal.reference)] == [1]
    again = await write(officer, "/staff")
    again = await follow(officer, again, "oa")
    assert "12.04 · Зустріч у Вінниці" in [button.text for row in again.buttons for button in row]


async def test_anybody_reads_where_it_was_entered_but_not_who_gave_it(
    house: House, officer: Person, olena: Person
):
    await enter(officer)
    proposal = await the_proposal(house)
    read = await write(olena, f"/start p_{proposal.reference}")
    assert "Внесено секретаріатом із зустрічі «Зустріч у Вінниці»" in read.text
    assert "Олена Коваль" not in read.text
    assert "olena@example.org" not in read.text


@pytest.mark.parametrize(
    "named", ["Вінниця", "12.04.2026", "Вінниця, 31.02.2026", "Вінниця, 12.04.2999", "Вінниця 12.04.1999"]
)
async def test_meeting_without_a_name_or_a_possible_day_is_asked_for_again(
    house: House, officer: Person, named: str
):
    await write(officer, "/staff")
    await press(officer, "Внести із зустрічі")
    await press(officer, "Назвати нову зустріч")
    refused = await write(officer, named)
    assert "Назву або дату не впізнано" in refused.text
    assert "Зустріч у Львові" in (await write(officer, "Зустріч у Львові (2026-04-12)")).text


async def test_same_meeting_named_twice_is_one(house: House, officer: Person):
    await gather(officer)
    await gather(officer, f"{MEETING} – 2026-04-12")
    assert house.rooms is not None
    async with house.rooms.database.view() as view:
        assert len(await view.gatherings.list(limit=9)) == 1


@pytest.mark.parametrize("way", ["typed", "lower case", "link", "Cyrillic", "after the button"])
async def test_author_takes_it_over_with_the_code_and_is_its_author_from_then_on(
    house: House, officer: Person, olena: Person, way: str
):
    code = code_of(await enter(officer))
    plain = code.replace("-", "")
    alike = str.maketrans("ABEKMHPCTXY", "АВЕКМНРСТХУ")
    typed = {
        "typed": f"код {code}",
        "lower case": plain.lower(),
        "link": f"/start a_{plain}",
        "Cyrillic": code.translate(alike),
        "after the button": code,
    }[way]
    if way == "after the button":
        await write(olena, "/my")
        assert "K7QM-2XPD-9TRW" in (await press(olena, "У мене є код")).text
    shown = await write(olena, typed)
    assert "Це ваша пропозиція?" in shown.text
    assert TITLE in shown.text
    done = await press(olena, "Погодитися й забрати")
    assert "Пропозиція тепер ваша" in done.text
    proposal = await the_proposal(house)
    assert (proposal.author_id, proposal.consent_version) == (olena.id, CONSENT_VERSION)
    await press(olena, "Показати пропозицію")
    preview = await press(olena, "Змінити пропозицію")
    assert "Виправлення пропозиції" in preview.text


async def test_notices_reach_who_has_taken_it_over_and_they_can_withdraw(
    house: House, officer: Person, olena: Person
):
    code = code_of(await enter(officer))
    await write(olena, code)
    await press(olena, "Погодитися й забрати")
    proposal = await the_proposal(house)
    await open_case(officer, proposal)
    await press(officer, "Взяти на розгляд")
    assert proposal.reference in (await olena.wait_for("розгляд")).text
    await write(olena, f"/start p_{proposal.reference}")
    await press(olena, "Показати пропозицію")
    await press(olena, "Відкликати пропозицію")
    await press(olena, "Відкликати пропозицію")
    assert (await now_of(house, proposal)).state is ProposalState.WITHDRAWN


async def test_used_code_says_so_and_to_its_user_shows_the_proposal(
    house: House, officer: Person, olena: Person, alex: Person
):
    code = code_of(await enter(officer))
    await write(olena, code)
    await press(olena, "Погодитися й забрати")
    assert "This code has been used" in (await write(alex, code)).text
    assert "Пропозиція тепер ваша" in (await write(olena, code)).text
    assert house.rooms is not None
    async with house.rooms.database.view() as view:
        assert await view.claims.tries(PersonId(alex.id), house.clock.now().date()) == 0


async def test_of_two_at_once_one_wins(house: House, officer: Person, olena: Person, alex: Person):
    code = code_of(await enter(officer))
    for person in (olena, alex):
        await write(person, code)
    data = f"oj:{code.replace('-', '')}"
    shown = await asyncio.gather(click(olena, data), click(alex, data))
    won = [("тепер ваша" in one.text) or ("is yours now" in one.text) for one in shown]
    assert sorted(won) == [False, True]
    assert (await the_proposal(house)).author_id == (olena.id if won[0] else alex.id)


async def test_new_code_makes_the_one_before_worthless(house: House, officer: Person, olena: Person):
    first = code_of(await enter(officer))
    proposal = await the_proposal(house)
    await open_case(officer, proposal)
    await press(officer, "Видати новий код")
    second = await press(officer, "Видати код")
    assert "Попередній код більше не діє" in second.text
    assert "Цей код уже не діє" in (await write(olena, first)).text
    assert "Це ваша пропозиція?" in (await write(olena, code_of(second))).text
    await press(olena, "Погодитися й забрати")
    assert await audited(house, Verb.CODED) == [proposal.reference]
    refused = await click(officer, f"oh:{proposal.id}")
    assert "Автор уже забрав" in refused.text


async def test_wrong_codes_are_counted_and_after_ten_a_day_none_is_looked_at(
    house: House, officer: Person, olena: Person
):
    code = code_of(await enter(officer))
    wrong = "0000-0000-000A" if code != "0000-0000-000A" else "0000-0000-000B"
    assert "спробувати ще 9 разів" in (await write(olena, wrong)).text
    for _ in range(9):
        shown = await write(olena, wrong)
    assert "вже було 10 невдалих спроб" in shown.text
    assert "вже було 10 невдалих спроб" in (await write(olena, code)).text
    house.clock.ahead += timedelta(days=1)
    assert "Це ваша пропозиція?" in (await write(olena, code)).text


@pytest.mark.parametrize("words", ["9RE5-EMQZ-9SY", "RE5-EMQZ-9SYX", "9RE5-EMQZ-9SYX7", "9re5–емqz–9sу"])
async def test_code_with_a_sign_too_few_or_too_many_is_told_from_a_question(
    house: House, olena: Person, words: str
):
    assert "Такого коду немає" in (await write(olena, words)).text


@pytest.mark.parametrize(
    "words",
    [
        "380671234567",
        "Де план 2026",
        "UA-2026-0042",
        "UA-2026-42",
        "МАТЕМАТИЧНЕ",
        "2026-12-04",
        "044-235-6789",
    ],
)
async def test_numbers_words_and_references_are_no_codes(house: House, olena: Person, words: str):
    assert "коду" not in (await write(olena, words)).text


async def test_second_press_enters_nothing_and_shows_no_code(house: House, officer: Person):
    await gather(officer)
    await write_down(officer)
    consent = await press(officer, "Внести пропозицію")
    data = data_of(consent, "of:")
    assert data is not None
    await sign(officer)
    again = await click(officer, data)
    assert CODE.search(again.text) is None
    assert "Видати новий код" in again.labels
    await the_proposal(house)


async def test_citizen_cannot_enter_even_with_a_forged_button(house: House, olena: Person, officer: Person):
    await gather(officer)
    for data in ("oa", "ob:1", "oc", "od:1", "of:1", "og:1", "oh:1"):
        assert "Це може лише секретаріат" in (await click(olena, data)).text


async def test_what_was_written_down_is_not_sent_as_ones_own(house: House, officer: Person):
    await gather(officer)
    preview = await write_down(officer)
    seen = (data_of(preview, "oe:") or "").partition(":")[2]
    refused = await click(officer, f"pp:{seen}")
    assert "чернетки вже немає" in refused.text
    assert house.rooms is not None
    async with house.rooms.database.view() as view:
        assert await view.proposals.count_public() == 0


async def test_officers_own_limits_do_not_count(house: House, officer: Person):
    await house.stop()
    await house.start(proposals_a_day=1)
    await submit(officer, title="Моя власна пропозиція")
    await officer.wait_for("Нова пропозиція")
    entered = await enter(officer, "Перша з паперу")
    shown = await follow(officer, entered, "od:")
    assert MEETING in shown.text


async def test_who_erases_their_data_leaves_a_proposal_without_an_author(
    house: House, officer: Person, olena: Person
):
    code = code_of(await enter(officer))
    await write(olena, code)
    await press(olena, "Погодитися й забрати")
    proposal = await the_proposal(house)
    await house.services.privacy.erase(PersonId(olena.id), with_proposals=False)
    kept = await now_of(house, proposal)
    assert (kept.author_id, kept.author_name, kept.contact) == (None, "", "")
    assert "Цей код уже використано" in (await write(olena, code)).text
    await open_case(officer, proposal)
    await press(officer, "Видати новий код")
    newer = code_of(await press(officer, "Видати код"))
    await write(olena, newer)
    await press(olena, "Погодитися й забрати")
    assert (await now_of(house, proposal)).author_id == olena.id


async def test_own_support_goes_with_taking_over(house: House, officer: Person, olena: Person):
    code = code_of(await enter(officer))
    proposal = await the_proposal(house)
    await write(olena, f"/start p_{proposal.reference}")
    await press(olena, "Підтримати пропозицію")
    await write(olena, code)
    await press(olena, "Погодитися й забрати")
    assert (await now_of(house, proposal)).endorsements == 0


async def test_draft_for_an_open_consultation_is_entered_into_it(house: House, officer: Person):
    await house.consult("open-data")
    await gather(officer)
    chosen = await press(officer, "Внести пропозицію")
    shown = await follow(officer, chosen, "pm:")
    shown = await follow(officer, shown, "dm:{}:quick")
    for step in QUICK:
        if isinstance(step, str):
            shown = await write(officer, step)
        else:
            for start in step:
                shown = await follow(officer, shown, start)
    await press(officer, "Внести пропозицію")
    await sign(officer)
    assert (await the_proposal(house)).consultation == "open-data"


async def test_officer_withdraws_at_the_word_of_an_author_on_paper(
    house: House, officer: Person, olena: Person
):
    code = code_of(await enter(officer))
    proposal = await the_proposal(house)
    refused = await click(olena, f"om:{proposal.id}")
    assert "Це може лише секретаріат" in refused.text
    await open_case(officer, proposal)
    await press(officer, "Відкликати за автора")
    await press(officer, "Відкликати за автора")
    gone = await now_of(house, proposal)
    assert (gone.state, gone.title, gone.author_name) == (ProposalState.WITHDRAWN, "", "")
    assert proposal.reference in await audited(house, Verb.CHANGED)
    assert "Такого коду немає" in (await write(olena, code)).text


async def test_officer_does_not_withdraw_what_its_author_has_taken_over(
    house: House, officer: Person, olena: Person
):
    code = code_of(await enter(officer))
    proposal = await the_proposal(house)
    await write(olena, code)
    await press(olena, "Погодитися й забрати")
    assert "не знайдено" in (await click(officer, f"om:{proposal.id}")).text
    assert (await now_of(house, proposal)).state is ProposalState.RECEIVED
