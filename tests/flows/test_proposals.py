"""A proposal from its preview to the receipt: consent, what is sent, and once only."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.people import PersonId
from bot.domain.proposals import CONSENT_VERSION
from bot.sandbox import ChatMessage, Person, Sandbox
from bot.services.drafts import revision_of
from tests.flows.conftest import House
from tests.flows.scenes import (
    ANSWERS,
    CONTACT,
    NAME,
    PROBLEM,
    TITLE,
    click,
    draft,
    follow,
    go_on,
    press,
    submit,
    write,
)


async def test_proposal_is_written_checked_agreed_to_and_received(house: House, olena: Person):
    preview = await draft(olena)
    assert "Перевірте пропозицію" in preview.text
    assert all(answer in preview.text for answer in ANSWERS)
    consent = await press(olena, "Надіслати пропозицію")
    assert "Згода" in consent.text
    receipt = await press(olena, "Погодитися й надіслати")
    assert "Пропозицію отримано" in receipt.text
    assert "UA-20" in receipt.text
    assert TITLE in receipt.text
    assert "/my" in receipt.text
    (proposal,) = await house.services.proposals.mine(olena.id)
    assert (proposal.title, proposal.problem, proposal.author_name) == (TITLE, PROBLEM, NAME)
    assert (proposal.contact, proposal.identity, proposal.values) == (CONTACT, "named", ("access",))


async def test_proposal_is_received_in_english_too(alex: Person):
    receipt = await submit(alex)
    assert "Proposal received · UA-20" in receipt.text
    shown = await write(alex, "/my")
    assert "received" in shown.text
    assert PROBLEM in (await press(alex, "UA-20")).text


async def test_everything_that_was_asked_arrives(house: House, olena: Person):
    await write(olena, "/propose")
    for text in (TITLE, PROBLEM, "Оприлюднити плани.", "Буде видно."):
        await write(olena, text)
    for label in ("Участь громадян", "Підзвітність влади", "Далі"):
        await press(olena, label)
    await press(olena, "Волинська область")
    await press(olena, "Відкриті дані")
    await write(olena, "11")
    for text in ("Міністерство", "Громада", "Два роки", "100 % даних"):
        await write(olena, text)
    await press(olena, "Пропустити крок")
    await press(olena, "Публічно з іменем")
    for text in (NAME, CONTACT):
        await write(olena, text)
    await press(olena, "Надіслати пропозицію")
    await press(olena, "Погодитися")
    (proposal,) = await house.services.proposals.mine(olena.id)
    assert proposal.values == ("participation", "accountability")
    assert (proposal.region, proposal.topic, proposal.goal) == ("volyn", "open-data", 11)
    assert (proposal.responsible_body, proposal.partners) == ("Міністерство", "Громада")
    assert (proposal.time_frame, proposal.indicator) == ("Два роки", "100 % даних")
    assert proposal.identity == "public"


async def test_anonymous_proposal_carries_no_name(house: House, olena: Person):
    await draft(olena)
    await press(olena, "Змінити підпис")
    preview = await press(olena, "Анонімно")
    assert NAME not in preview.text
    await press(olena, "Надіслати пропозицію")
    await press(olena, "Погодитися")
    (proposal,) = await house.services.proposals.mine(olena.id)
    assert (proposal.identity, proposal.author_name, proposal.contact) == ("anonymous", "", "")


async def test_receipt_stays_when_its_buttons_are_pressed(olena: Person):
    receipt = await submit(olena)
    shown = await press(olena, "Показати пропозицію", message=receipt)
    assert PROBLEM in shown.text
    await press(olena, "Мої пропозиції", message=receipt)
    assert olena.chat.by_id[receipt.id].text == receipt.text


async def test_references_are_numbered_one_after_another(olena: Person, alex: Person):
    first, second = (await submit(olena)).text, (await submit(alex, title="Open data on trams")).text
    assert "-0001" in first
    assert "-0002" in second


async def test_second_press_of_submit_gives_the_same_receipt(house: House, olena: Person):
    preview = await draft(olena)
    consent = await press(olena, "Надіслати пропозицію")
    data = consent.button("Погодитися").data
    receipt = await click(olena, data, message=preview.id)
    again = await click(olena, f"+{data}", message=preview.id)
    assert again.text == receipt.text
    assert len(await house.services.proposals.mine(olena.id)) == 1


async def test_ten_presses_at_once_submit_one_proposal(house: House, olena: Person, sandbox: Sandbox):
    preview = await draft(olena)
    consent = await press(olena, "Надіслати пропозицію")
    data = consent.button("Погодитися").data
    await asyncio.gather(*(olena.press(data=data, message=preview.id) for _ in range(10)))
    await olena.wait_for("Пропозицію отримано")
    await olena.wait_quiet()
    assert len(await house.services.proposals.mine(olena.id)) == 1
    assert all(query.answered for query in olena.callbacks)
    assert sum("UA-20" in message.text for message in olena.chat.messages) == 1


async def change(person: Person, title: str = "Зовсім інший заголовок") -> ChatMessage:
    await follow(person, await write(person, "/propose"), "dc:")
    await press(person, "Змінити заголовок")
    return await write(person, title)


@pytest.mark.parametrize("labels", [["Надіслати"], ["Надіслати", "Погодитися"]])
async def test_text_changed_after_its_preview_is_shown_again_first(
    house: House, olena: Person, labels: list[str]
):
    shown = await draft(olena)
    for label in labels[:-1]:
        shown = await press(olena, label)
    old = shown.button(labels[-1]).data
    await change(olena)
    await press(olena, "Змінити проблему")
    shown = await click(olena, old)
    assert "Перевірте ще раз" in shown.text
    assert "Зовсім інший заголовок" in shown.text
    assert not await house.services.proposals.mine(olena.id)
    await press(olena, "Надіслати пропозицію")
    assert "Зовсім інший заголовок" in (await press(olena, "Погодитися")).text


@pytest.mark.parametrize("prefix", ["pc", "pp"])
async def test_button_under_an_earlier_text_of_the_consent_agrees_to_nothing(
    house: House, olena: Person, prefix: str
):
    await draft(olena)
    written = await house.services.proposals.draft_of(PersonId(olena.id))
    earlier = revision_of(written, consent=CONSENT_VERSION - 1)
    shown = await click(olena, f"{prefix}:{written.id}.{earlier}")
    assert "Перевірте ще раз" in shown.text
    assert not await house.services.proposals.mine(olena.id)


async def test_text_changed_there_and_back_is_what_was_agreed_to(olena: Person):
    await draft(olena)
    old = (await press(olena, "Надіслати пропозицію")).button("Погодитися").data
    await change(olena)
    await change(olena, TITLE)
    assert "Пропозицію отримано" in (await click(olena, old)).text


async def test_draft_moved_to_a_consultation_after_its_preview_is_shown_again(house: House, olena: Person):
    await house.consult("open-data")
    await draft(olena)
    old = (await press(olena, "Надіслати пропозицію")).button("Погодитися").data
    await press(olena, "‹ Назад")
    await press(olena, "Змінити консультацію")
    await press(olena, "Відкриті дані про дороги")
    shown = await click(olena, old)
    assert "Перевірте ще раз" in shown.text
    assert "До консультації «Відкриті дані про дороги»" in shown.text


@pytest.mark.parametrize("data", ["pc:1", "pp:1"])
async def test_button_that_does_not_say_what_was_seen_shows_the_preview(
    house: House, olena: Person, data: str
):
    preview = await draft(olena)
    await press(olena, "Надіслати пропозицію")
    assert (await click(olena, data)).text == preview.text
    assert not await house.services.proposals.mine(olena.id)


@pytest.mark.parametrize("data", ["+pp:1", "+pp:1.00000000"])
async def test_sent_draft_has_its_receipt_whatever_was_seen(house: House, olena: Person, data: str):
    receipt = await submit(olena)
    assert (await click(olena, data)).text == receipt.text
    assert len(await house.services.proposals.mine(olena.id)) == 1


async def test_consent_has_a_way_back(olena: Person):
    preview = await draft(olena)
    await press(olena, "Надіслати пропозицію")
    assert (await press(olena, "‹ Назад")).text == preview.text


@pytest.mark.parametrize("button", ["Надіслати пропозицію", "Погодитися й надіслати"])
async def test_consultation_that_closes_before_the_last_press_takes_nothing(
    house: House, olena: Person, button
):
    await house.consult("open-data", days=1)
    await write(olena, "/start c_open-data")
    await go_on(olena, await press(olena, "Написати пропозицію"))
    if button != "Надіслати пропозицію":
        await press(olena, "Надіслати пропозицію")
    house.clock.ahead = timedelta(days=2)
    shown = await press(olena, button)
    assert "Консультація вже закрилася" in shown.text
    assert not await house.services.proposals.mine(olena.id)
    assert "Перевірте пропозицію" in (await press(olena, "Продовжити без неї")).text


async def test_buttons_of_a_sent_draft_say_that_it_is_gone(olena: Person):
    preview = await draft(olena)
    await press(olena, "Надіслати пропозицію")
    await press(olena, "Погодитися")
    for label in ("Змінити заголовок", "Надіслати пропозицію"):
        shown = await click(olena, preview.button(label).data, message=preview.id)
        assert "Цієї чернетки вже немає" in shown.text
        assert "Мої пропозиції" in shown.labels


async def test_my_without_proposals_offers_to_write_one(olena: Person, alex: Person):
    shown = await write(olena, "/my")
    assert "ще не надіслали жодної" in shown.text
    assert shown.labels[0] == "Написати пропозицію"
    assert "not sent any yet" in (await write(alex, "/my")).text


async def test_longest_answers_fit_the_preview_and_the_proposal(olena: Person):
    await draft(olena)
    for label, text in (
        ("заголовок", "я" * 150),
        ("проблему", "ю" * 1700),
        ("рішення", "ї" * 1700),
        ("результат", "є" * 1700),
    ):
        await press(olena, f"Змінити {label}")
        preview = await write(olena, text)
    pages = [preview.text]
    while any(label.endswith("›") for label in preview.labels):
        preview = await press(olena, "›")
        pages.append(preview.text)
    assert all(letter * 150 in "".join(pages) for letter in "яюїє")
    assert "Сторінка 2 з" in pages[1]
    assert "Сторінка 1 з 3" in pages[0]
    assert "Сторінка 2 з 3" in (await press(olena, "‹ 2")).text
    await press(olena, "Надіслати пропозицію")
    assert "Пропозицію отримано" in (await press(olena, "Погодитися")).text
