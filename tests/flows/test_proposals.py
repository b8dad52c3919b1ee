"""A proposal from the first step to the receipt, and everything that may come between."""

import asyncio
from datetime import timedelta

import pytest

from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import ANSWERS, CONTACT, PROBLEM, SOLUTION, TITLE, click, draft, press, submit, write

NASTY = "<script>alert(1)</script> <b>жирно & { $x }</b> &lt; *_`[x](y) ’"


async def test_proposal_is_written_checked_agreed_to_and_received(olena: Person):
    steps = [await write(olena, text) for text in ("/propose", *ANSWERS)]
    for number, (step, name) in enumerate(
        zip(steps, ("Заголовок", "Проблема", "Рішення", "Контакт"), strict=False), 1
    ):
        assert f"Крок {number} з 4 · {name}" in step.text
    preview = steps[-1]
    assert "Перевірте пропозицію" in preview.text
    assert all(answer in preview.text for answer in ANSWERS)
    consent = await press(olena, "Надіслати пропозицію")
    assert "Згода" in consent.text
    receipt = await press(olena, "Погодитися й надіслати")
    assert "Пропозицію отримано" in receipt.text
    assert "UA-20" in receipt.text
    assert TITLE in receipt.text
    assert "/my" in receipt.text


async def test_proposal_is_received_in_english_too(alex: Person):
    receipt = await submit(alex)
    assert "Proposal received · UA-20" in receipt.text
    shown = await write(alex, "/my")
    assert "received" in shown.text
    shown = await press(alex, "UA-20")
    assert "State: received" in shown.text
    assert CONTACT in shown.text


async def test_receipt_stays_when_its_buttons_are_pressed(olena: Person):
    receipt = await submit(olena)
    shown = await press(olena, "Показати пропозицію", message=receipt)
    assert PROBLEM in shown.text
    await press(olena, "Мої пропозиції", message=receipt)
    assert olena.chat.by_id[receipt.id].text == receipt.text


async def test_references_are_numbered_one_after_another(olena: Person, alex: Person):
    first, second = (await submit(olena)).text, (await submit(alex)).text
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
    await write(person, "/propose")
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
    await write(olena, "/start c_open-data")
    await press(olena, "Написати пропозицію")
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


async def test_draft_survives_a_restart_at_every_step(house: House, olena: Person):
    await write(olena, "/propose")
    for number, answer in enumerate(ANSWERS, 1):
        async with house.away():
            await olena.send(answer)
        shown = await olena.wait_for()
        assert (f"Крок {number + 1} з 4" if number < 4 else "Перевірте пропозицію") in shown.text
    async with house.away():
        pass
    await press(olena, "Надіслати пропозицію")
    async with house.away():
        await olena.press("Погодитися й надіслати")
    await olena.wait_for("Пропозицію отримано")
    assert len(await house.services.proposals.mine(olena.id)) == 1


async def test_command_in_a_draft_is_done_and_the_draft_waits(house: House, olena: Person):
    await house.consult()
    await draft(olena, upto=2)
    for command in (
        "/help",
        "/plans",
        "/consultations",
        "/my",
        "/privacy",
        "/contact",
        "/about",
        "/language",
    ):
        shown = await write(olena, command)
        assert "відповідь на крок «Рішення»" in shown.text, command
        assert shown.labels.count("Продовжити чернетку") == 1
    assert "Крок 4 з 4" in (await write(olena, SOLUTION)).text


@pytest.mark.parametrize("command", ["/menu", "/start", "/ask"])
async def test_menu_and_a_question_put_the_draft_aside(olena: Person, command):
    await draft(olena, upto=2)
    await write(olena, command)
    assert "не знайшов" in (await write(olena, "Ґринджоли фіолетові?")).text
    shown = await write(olena, "/propose")
    assert "Крок 3 з 4" in shown.text


@pytest.mark.parametrize("step", range(4))
async def test_overlong_answer_is_kept_and_told_by_how_much(olena: Person, step):
    most = (150, 1700, 1700, 150)[step]
    await draft(olena, upto=step)
    shown = await write(olena, "я" * (most + 21))
    assert "Задовго на 21 знак." in shown.text
    assert "Текст збережено" in shown.text
    assert f"Крок {step + 1} з 4" in shown.text
    shown = await write(olena, "Коротко, але зрозуміло.")
    assert f"Крок {step + 2} з 4" in shown.text or "Перевірте" in shown.text


async def test_pasted_text_that_telegram_cuts_into_messages_is_joined(house: House, olena: Person):
    await draft(olena, upto=1)
    for part in ("а" * 4096, "б" * 4096, "в" * 1808):
        await olena.send(part)
    shown = await olena.wait_for("Задовго на 8302 знаки")
    assert "Крок 2 з 4" in shown.text
    kept = await house.services.proposals.draft_of(olena.id)
    assert len(kept.answers["problem"].replace("\n", "")) == 10_000


async def test_overlong_answer_in_english(alex: Person):
    await write(alex, "/propose")
    assert "Too long by 1 character." in (await write(alex, "x" * 151)).text


@pytest.mark.parametrize("text", ["🙂🙂🙂", "\u200b\u200b\u200b\u2060", "…", "?!?!?!?!", "\u200e\u200f"])
async def test_answer_without_words_is_asked_for_again(olena: Person, text):
    await draft(olena, upto=1)
    shown = await write(olena, text)
    assert "немає слів" in shown.text
    assert "на крок «Проблема»" in shown.text
    assert "Крок 3 з 4" in (await write(olena, PROBLEM)).text


async def test_short_answer_is_told_how_short(olena: Person):
    await write(olena, "/propose")
    assert "Тут 2 знаки, а треба щонайменше 5." in (await write(olena, "Ні")).text


async def test_short_contact_can_be_skipped_at_once(olena: Person):
    await draft(olena, upto=3)
    shown = await write(olena, "ні")
    assert "Закоротко" in shown.text
    shown = await press(olena, "Пропустити крок")
    assert "Перевірте пропозицію" in shown.text
    assert "не вказано" in shown.text


@pytest.mark.parametrize("step", range(4))
async def test_markup_in_an_answer_is_shown_as_typed(olena: Person, step):
    await draft(olena, upto=step)
    shown = await write(olena, NASTY)
    for answer in ANSWERS[step + 1 :]:
        shown = await write(olena, answer)
    assert NASTY in shown.text
    if step == 0:
        assert NASTY in (await write(olena, "/start")).text
        await write(olena, "/propose")
    await press(olena, "Надіслати пропозицію")
    await press(olena, "Погодитися")
    assert NASTY in (await press(olena, "Показати пропозицію")).text


async def test_zero_width_and_control_characters_are_left_out(house: House, olena: Person):
    await draft(olena, upto=1)
    await write(olena, "Перша\u200b лінія\x07\nдруга\u202e лінія тут")
    kept = await house.services.proposals.draft_of(olena.id)
    assert kept.answers["problem"] == "Перша лінія\nдруга лінія тут"


@pytest.mark.parametrize(
    ("label", "new"),
    [
        ("заголовок", "Новий заголовок"),
        ("проблему", "Нова проблема, інша."),
        ("рішення", "Нове рішення, інше."),
        ("контакт", "new@example.org"),
    ],
)
async def test_each_answer_can_be_changed_from_the_preview(olena: Person, label, new):
    await draft(olena)
    step = await press(olena, f"Змінити {label}")
    assert "Збережено: «" in step.text
    shown = await write(olena, new)
    assert "Перевірте пропозицію" in shown.text
    assert new in shown.text


@pytest.mark.parametrize("label", ["заголовок", "проблему", "рішення", "контакт"])
async def test_each_answer_can_be_left_as_it_is(olena: Person, label):
    preview = await draft(olena)
    await press(olena, f"Змінити {label}")
    assert (await press(olena, "Лишити як є")).text == preview.text


async def test_contact_can_be_taken_out_again(olena: Person):
    await draft(olena)
    await press(olena, "Змінити контакт")
    shown = await press(olena, "Пропустити крок")
    assert CONTACT not in shown.text
    assert "не вказано" in shown.text


async def test_back_leads_through_the_steps(olena: Person):
    await draft(olena, upto=3)
    for number in (3, 2, 1):
        assert f"Крок {number} з 4" in (await press(olena, "‹ Назад")).text
    for number in (2, 3, 4):
        shown = await press(olena, "Лишити як є")
        assert f"Крок {number} з 4" in shown.text


async def test_consent_has_a_way_back(olena: Person):
    preview = await draft(olena)
    await press(olena, "Надіслати пропозицію")
    assert (await press(olena, "‹ Назад")).text == preview.text


async def test_preview_of_an_overlong_answer_asks_to_complete_it(olena: Person):
    preview = await draft(olena)
    await press(olena, "Змінити заголовок")
    await write(olena, "я" * 200)
    shown = await press(olena, "Лишити як є")
    assert "лишився 1 крок" in shown.text
    assert "Надіслати пропозицію" not in shown.labels
    assert "Задовго на 50" in (await press(olena, "Завершити чернетку")).text
    shown = await click(olena, preview.button("Надіслати").data)
    assert "ще не повна" in shown.text


async def test_text_at_the_preview_is_answered_and_the_proposal_is_not_sent(house: House, olena: Person):
    await draft(olena)
    shown = await write(olena, "Ґринджоли фіолетові?")
    assert "Пропозицію ще не надіслано" in shown.text
    assert "Перевірте пропозицію" in (await press(olena, "Продовжити чернетку")).text
    assert not await house.services.proposals.mine(olena.id)


async def test_saved_draft_is_gone_on_with_where_it_was(olena: Person):
    await draft(olena, upto=2)
    shown = await press(olena, "Зберегти й вийти")
    assert "чернетку збережено" in shown.text
    assert "Крок 3 з 4" in (await press(olena, "Продовжити чернетку")).text


async def test_cancel_asks_first_and_can_be_thought_better_of(olena: Person):
    await draft(olena, upto=2)
    shown = await write(olena, "/cancel")
    assert "Видалити чернетку?" in shown.text
    assert TITLE in shown.text
    assert "Крок 3 з 4" in (await press(olena, "Продовжити чернетку")).text


async def test_cancelled_draft_is_gone(house: House, olena: Person):
    await draft(olena, upto=2)
    asked = await write(olena, "/cancel")
    assert "Чернетку видалено" in (await press(olena, "Видалити чернетку")).text
    assert await house.services.proposals.draft_of(olena.id) is None
    assert "Крок 1 з 4" in (await press(olena, "Написати пропозицію")).text
    shown = await click(olena, asked.button("Видалити").data, message=asked.id)
    assert "Цієї чернетки вже немає" in shown.text


async def test_cancel_with_nothing_under_way_says_so(olena: Person, alex: Person):
    assert "Скасовувати нічого" in (await write(olena, "/cancel")).text
    assert "Nothing to cancel" in (await write(alex, "/cancel")).text


async def test_consultation_that_closes_while_one_types_keeps_the_draft(house: House, olena: Person):
    await house.consult("open-data", days=1)
    await write(olena, "/start c_open-data")
    await press(olena, "Написати пропозицію")
    await write(olena, TITLE)
    house.clock.ahead = timedelta(days=2)
    shown = await write(olena, PROBLEM)
    assert "Консультація вже закрилася" in shown.text
    assert "Чернетку збережено повністю" in shown.text
    assert "Крок 3 з 4" in (await press(olena, "Продовжити без неї")).text
    await write(olena, SOLUTION)
    await press(olena, "Пропустити крок")
    await press(olena, "Надіслати пропозицію")
    assert "Пропозицію отримано" in (await press(olena, "Погодитися")).text
    (proposal,) = await house.services.proposals.mine(olena.id)
    assert proposal.consultation is None
    assert proposal.problem == PROBLEM


@pytest.mark.parametrize("button", ["Надіслати пропозицію", "Погодитися й надіслати"])
async def test_consultation_that_closes_before_the_last_press_takes_nothing(
    house: House, olena: Person, button
):
    await house.consult("open-data", days=1)
    await write(olena, "/start c_open-data")
    await press(olena, "Написати пропозицію")
    for answer in ANSWERS:
        await write(olena, answer)
    if button != "Надіслати пропозицію":
        await press(olena, "Надіслати пропозицію")
    house.clock.ahead = timedelta(days=2)
    shown = await press(olena, button)
    assert "Консультація вже закрилася" in shown.text
    assert not await house.services.proposals.mine(olena.id)
    assert "Перевірте пропозицію" in (await press(olena, "Продовжити без неї")).text


async def test_proposal_for_another_consultation_asks_what_to_do_with_the_draft(house: House, olena: Person):
    await house.consult("first", uk="Перша консультація")
    await house.consult("second", uk="Друга консультація")
    await write(olena, "/start c_first")
    await press(olena, "Написати пропозицію")
    await write(olena, TITLE)
    await write(olena, "/start c_second")
    shown = await press(olena, "Написати пропозицію")
    assert "У вас уже є чернетка" in shown.text
    assert "Перша консультація" in shown.text
    assert "Друга консультація" in shown.text
    assert "Крок 2 з 4" in (await press(olena, "Перенести чернетку")).text
    shown = await press(olena, "‹ Назад")
    assert "До консультації «Друга консультація»" in shown.text


async def test_draft_for_no_consultation_is_moved_without_a_question(house: House, olena: Person):
    await house.consult("open-data")
    await draft(olena)
    await write(olena, "/start c_open-data")
    shown = await press(olena, "Написати пропозицію")
    assert "До консультації «Відкриті дані про дороги»" in shown.text


async def test_closed_consultation_takes_no_proposal(house: House, olena: Person):
    await house.consult("open-data", days=1)
    read = await write(olena, "/start c_open-data")
    house.clock.ahead = timedelta(days=2)
    shown = await click(olena, read.buttons[0][0].data)
    assert "Консультацію закрито" in shown.text
    assert await house.services.proposals.draft_of(olena.id) is None


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


async def test_my_lists_ten_and_counts_the_rest(olena: Person):
    for _ in range(11):
        await submit(olena)
    shown = await write(olena, "/my")
    assert "І ще 1 пропозиція" in shown.text
    assert sum(label.startswith("UA-") for label in shown.labels) == 10


async def test_longest_answers_fit_the_preview_and_the_proposal(olena: Person):
    for text in ("/propose", "я" * 150, "ю" * 1700, "ї" * 1700, "є" * 150):
        preview = await write(olena, text)
    assert all(letter * 150 in preview.text for letter in "яюїє")
    await press(olena, "Надіслати пропозицію")
    await press(olena, "Погодитися")
    assert "ї" * 1700 in (await press(olena, "Показати пропозицію")).text
