"""Proposals out of public view: by a rule and with a reason, contested once, kept so or shown again."""

import pytest

from bot.domain.hidings import HidingImpossible, HidingStep, Rule
from bot.domain.people import Actor, PersonId
from bot.domain.proposals import Proposal, ProposalId, ProposalState
from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import TITLE, click, draft, press, submit, write

REASON = "У другому реченні номер телефону сусіда."
RULE = "чужі особисті дані"


async def of(house: House, person: Person) -> Proposal:
    (proposal,) = await house.services.proposals.mine(PersonId(person.id))
    return proposal


async def hide(house: House, person: Person) -> Proposal:
    """Hide somebody's proposal from the terminal."""
    proposal = await of(house, person)
    await house.services.hidings.take(
        proposal.id, HidingStep.HIDDEN, Actor.operator(), reason=REASON, rule=Rule.PRIVATE
    )
    await house.told()
    return proposal


async def contest(olena: Person, notice: ChatMessage) -> ChatMessage:
    await press(olena, "Оскаржити приховування", message=notice)
    preview = await write(olena, "Номер уже прибрано.")
    return await press(olena, preview.labels[0])


async def test_officer_hides_a_proposal_by_a_rule_and_its_author_reads_why(
    house: House, olena: Person, alex: Person, officer: Person
):
    await submit(olena)
    proposal = await of(house, olena)
    await officer.wait_for("Нова пропозиція")
    case = await write(officer, f"/inbox {proposal.reference}")
    await press(officer, "Приховати від усіх", message=case)
    asked = await press(officer, "Чужі особисті дані")
    assert RULE in asked.text
    preview = await write(officer, REASON)
    assert REASON in preview.text
    done = await press(officer, "Приховати й пояснити")
    assert "приховано" in done.text
    told = await olena.wait_for("Вашу пропозицію приховано")
    assert REASON in told.text
    assert RULE in told.text
    assert told.labels[:2] == ["Оскаржити приховування", "Показати пропозицію"]
    case = await press(officer, "Відкрити пропозицію", message=done)
    assert "Приховано від усіх" in case.text
    assert REASON in case.text
    assert "· ви" in case.text


async def test_hidden_proposal_is_nowhere_and_its_link_says_why(house: House, olena: Person, alex: Person):
    await submit(olena)
    await submit(alex, title="Відкриті дані про школи")
    proposal = (await house.services.proposals.mine(PersonId(olena.id)))[0]
    await house.services.hidings.take(
        proposal.id, HidingStep.HIDDEN, Actor.operator(), reason=REASON, rule=Rule.PRIVATE
    )
    shown = await write(alex, f"/start p_{proposal.reference}")
    assert "hidden" in shown.text
    assert "other people’s personal data" in shown.text
    assert TITLE not in shown.text
    assert REASON not in shown.text
    assert "Read the rules" in shown.labels
    listed = await click(alex, "bl:0:0:0")
    assert "1 proposal" in listed.text
    assert proposal.reference not in listed.text
    assert TITLE not in (await click(alex, f"br:{proposal.id}:0")).text
    assert TITLE not in (await click(alex, f"bs:{proposal.id}")).text
    assert (await of(house, olena)).endorsements == 0


async def test_hidden_proposal_is_not_called_similar(house: House, olena: Person, alex: Person):
    await submit(olena)
    await hide(house, olena)
    assert "imilar" not in (await draft(alex, upto=2, title="Дані про ремонт доріг")).text


async def test_support_of_a_hidden_proposal_can_be_taken_back(house: House, olena: Person, alex: Person):
    await submit(olena)
    proposal = await of(house, olena)
    await house.services.public.support(PersonId(alex.id), proposal.id)
    await hide(house, olena)
    shown = await click(alex, f"bt:{proposal.id}")
    assert "hidden" in shown.text
    assert (await of(house, olena)).endorsements == 0


async def test_author_reads_their_own_hidden_proposal(house: House, olena: Person):
    await submit(olena)
    proposal = await hide(house, olena)
    shown = await write(olena, f"/start p_{proposal.reference}")
    assert RULE in shown.text
    shown = await press(olena, "Показати пропозицію")
    assert TITLE in shown.text
    assert "Приховано від інших" in shown.text
    assert REASON in shown.text
    assert "Оскаржити приховування" in shown.labels
    assert "Змінити пропозицію" in shown.labels


async def test_hiding_is_contested_once_and_the_proposal_shown_again(
    house: House, olena: Person, alex: Person, officer: Person
):
    await submit(olena)
    proposal = await hide(house, olena)
    notice = await olena.wait_for("Вашу пропозицію приховано")
    sent = await contest(olena, notice)
    assert "у секретаріату" in sent.text
    told = await officer.wait_for("оскаржує приховування")
    assert "Номер уже прибрано." in told.text
    again = await press(olena, "Оскаржити приховування", message=notice)
    assert "вже не зробити" in again.text
    desk = await write(officer, "/inbox")
    assert "Оскаржені приховування · 1" in desk.labels
    await press(officer, "Показати знову", message=told)
    preview = await write(officer, "Номера вже немає, дякуємо.")
    assert "знову видно всім" in (await press(officer, preview.labels[0])).text
    answer = await olena.wait_for("знову видно всім")
    assert "Номера вже немає" in answer.text
    assert TITLE in (await write(alex, f"/start p_{proposal.reference}")).text
    assert "Оскаржені приховування" not in " ".join((await write(officer, "/inbox")).labels)


async def test_contested_hiding_may_stand_for_a_reason(house: House, olena: Person, officer: Person):
    await submit(olena)
    proposal = await hide(house, olena)
    await contest(olena, await olena.wait_for("Вашу пропозицію приховано"))
    told = await officer.wait_for("оскаржує приховування")
    await press(officer, "Лишити прихованою", message=told)
    preview = await write(officer, "Номер досі в тексті.")
    assert "лишається прихованою" in (await press(officer, preview.labels[0])).text
    answer = await olena.wait_for("лист розглянуто")
    assert "Номер досі в тексті." in answer.text
    assert "Показати контакти" in answer.labels
    assert (await of(house, olena)).is_hidden
    own = await click(olena, f"o:{proposal.id}")
    assert "Оскаржити приховування" not in own.labels
    assert "Номер досі в тексті." in own.text


async def test_text_of_whoever_came_second_is_not_lost(house: House, olena: Person, officer: Person):
    await submit(olena)
    proposal = await of(house, olena)
    await officer.wait_for("Нова пропозиція")
    await click(officer, f"gh:{proposal.id}:insult")
    preview = await write(officer, "Образа в заголовку.")
    await hide(house, olena)
    shown = await press(officer, preview.labels[0])
    assert "вже не зробити" in shown.text
    assert "Образа в заголовку." in shown.text
    assert REASON in shown.text
    await officer.press(data=f"gh:{proposal.id}:insult")
    await officer.wait_for("вже не зробити")
    await officer.press(data=f"+gr:{proposal.id}")
    await officer.wait_for("вже не зробити")


async def test_reason_sent_twice_hides_once(house: House, olena: Person, officer: Person):
    await submit(olena)
    proposal = await of(house, olena)
    await officer.wait_for("Нова пропозиція")
    await click(officer, f"gh:{proposal.id}:private")
    preview = await write(officer, REASON)
    data = preview.button("Приховати й пояснити").data
    await officer.press(data=data, message=preview)
    await officer.press(data=data, message=preview)
    await officer.wait_quiet()
    assert len(await house.services.hidings.of(proposal.id, Actor.operator())) == 1


@pytest.mark.parametrize("data", ["gr:1", "gh:1:insult", "gk:1", "gs:1", "gx:1"])
async def test_citizen_cannot_hide_show_or_contest_for_others(
    house: House, olena: Person, alex: Person, data: str
):
    await submit(olena)
    await hide(house, olena)
    shown = await click(alex, data)
    assert TITLE not in shown.text
    assert REASON not in shown.text
    assert "‹ Menu" in shown.labels
    steps = await house.services.hidings.of(ProposalId(1), Actor.operator())
    assert [one.step for one in steps] == [HidingStep.HIDDEN]


@pytest.mark.parametrize("data", ["gk:1", "gs:1", "gh:1:boring"])
async def test_forged_button_of_an_officer_finds_nothing_to_do(
    house: House, olena: Person, officer: Person, data: str
):
    await submit(olena)
    await officer.wait_for("Нова пропозиція")
    shown = await click(officer, data)
    assert "‹ Меню" in " ".join(shown.labels) or shown.labels
    assert not (await of(house, olena)).is_hidden
    assert await house.services.letters.in_hand(PersonId(officer.id)) is None


async def test_withdrawn_proposal_is_a_marker_and_no_hiding(house: House, olena: Person, alex: Person):
    await submit(olena)
    proposal = await hide(house, olena)
    await house.services.life.withdraw(proposal.id, Actor(person_id=PersonId(olena.id)))
    assert "withdrawn" in (await write(alex, f"/start p_{proposal.reference}")).text
    with pytest.raises(HidingImpossible):
        await house.services.hidings.take(proposal.id, HidingStep.SHOWN, Actor.operator(), reason="Показати.")


async def test_record_of_receipts_stays_whole_when_a_proposal_is_hidden(house: House, olena: Person):
    await submit(olena)
    before = await of(house, olena)
    await hide(house, olena)
    after = await of(house, olena)
    assert after.content_hash == before.content_hash
    assert after.state == before.state
    assert (await house.services.chain.verify()).differences == []


@pytest.mark.parametrize("method", ["editMessageText", "answerCallbackQuery"])
async def test_what_was_done_is_shown_after_a_broken_line_and_done_once(
    house: House, sandbox: Sandbox, olena: Person, officer: Person, method: str
):
    await submit(olena)
    proposal = await of(house, olena)
    await officer.wait_for("Нова пропозиція")
    await click(officer, f"gh:{proposal.id}:private")
    preview = await write(officer, REASON)
    for _ in range(2):
        sandbox.faults.drop(method, applied=False)
    await officer.press("Приховати й пояснити", message=preview)
    await officer.wait_for("Авторові надіслано причину")
    notice = await olena.wait_for("Вашу пропозицію приховано")
    await press(olena, "Оскаржити приховування", message=notice)
    preview = await write(olena, "Номер уже прибрано.")
    for _ in range(2):
        sandbox.faults.drop(method, applied=False)
    await olena.press("Надіслати", message=preview)
    await olena.wait_for("у секретаріату")
    steps = await house.services.hidings.of(proposal.id, Actor.operator())
    assert [one.step for one in steps] == [HidingStep.HIDDEN, HidingStep.CONTESTED]


async def test_hidden_proposals_lie_in_a_tray_of_their_own(house: House, olena: Person, officer: Person):
    await submit(olena)
    proposal = await hide(house, olena)
    await officer.wait_for("Нова пропозиція")
    desk = await write(officer, "/inbox")
    shown = await press(officer, "Приховані від усіх · 1", message=desk)
    assert proposal.reference in shown.text
    case = await press(officer, proposal.reference)
    assert "Показати знову" in case.labels
    assert "Приховати від усіх" not in case.labels


async def test_group_of_the_secretariat_hears_of_an_appeal_without_its_words(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    group = sandbox.add_group(-100500, "Секретаріат", members=[officer])
    await submit(olena)
    await hide(house, olena)
    notice = await olena.wait_for("Вашу пропозицію приховано")
    await house.stop()
    house.settings = house.settings.model_copy(update={"staff_chat": group.id})
    await house.start()
    await contest(olena, notice)
    await officer.wait_quiet()
    told = group.messages[-1]
    assert "оскаржує приховування" in told.text
    assert "Номер уже прибрано." not in told.text
    await officer.press("Відкрити пропозицію", message=told, chat=group)
    shown = await officer.wait_for("Приховано від усіх")
    assert "Номер уже прибрано." in shown.text


async def test_title_of_a_hidden_proposal_is_not_read_where_another_was_merged_into_it(
    house: House, olena: Person, alex: Person
):
    await submit(olena)
    await submit(alex, title="Відкриті дані про школи")
    by, other = Actor.operator(), await of(house, alex)
    target = await of(house, olena)
    await house.services.life.answer(
        other.id, ProposalState.MERGED, by, reason="Про те саме.", into=target.id
    )
    await house.told()
    assert TITLE in (await click(alex, f"+o:{other.id}")).text
    await hide(house, olena)
    for person, data in ((alex, f"+o:{other.id}"), (olena, f"+br:{other.id}:0")):
        shown = await click(person, data)
        assert target.reference in shown.text
        assert TITLE not in shown.text
        assert not any(TITLE in label for label in shown.labels)
