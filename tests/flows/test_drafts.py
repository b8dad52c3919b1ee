"""Writing a proposal step by step, and everything that may come between."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.drafts import LIMITS, DraftUnknown, Step
from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import (
    ANSWERS,
    CONTACT,
    NAME,
    PROBLEM,
    QUICK,
    RESULT,
    SOLUTION,
    TITLE,
    begin,
    click,
    draft,
    follow,
    go_on,
    press,
    submit,
    write,
)

NASTY = "<script>alert(1)</script> <b>жирно & { $x }</b> &lt; *_`[x](y) ’"
#: The typed steps of the quick mode: after how many steps they come, and what is changed from the preview.
TYPED = {
    Step.TITLE: (0, "заголовок"),
    Step.PROBLEM: (1, "проблему"),
    Step.SOLUTION: (2, "рішення"),
    Step.RESULT: (3, "результат"),
    Step.NAME: (6, "ім’я"),
    Step.CONTACT: (7, "контакт"),
}
FULL = (
    "Заголовок", "Проблема", "Рішення", "Результат", "Цінності", "Регіон", "Тема", "Ціль сталого розвитку",
    "Відповідальний орган", "Партнери", "Строки", "Показник", "Файли", "Підпис", "Ім’я", "Контакт",
)  # fmt: skip


async def resume(person: Person) -> ChatMessage:
    """`/propose`, and go on with the only draft."""
    return await follow(person, await write(person, "/propose"), "dc:")


async def kept(house: House, person: Person):
    return await house.services.proposals.draft_of(person.id)


# The steps


async def test_quick_mode_asks_for_what_is_obligatory(olena: Person):
    shown = await write(olena, "/propose")
    assert "Крок 1 з 16 · Заголовок" in shown.text
    shown = await press(olena, "Лише обов’язкове")
    names = ("Заголовок", "Проблема", "Рішення", "Результат", "Цінності", "Підпис", "Ім’я", "Контакт")
    for number, (name, step) in enumerate(zip(names, QUICK, strict=True), 1):
        assert f"Крок {number} з 8 · {name}" in shown.text
        for start in step if isinstance(step, tuple) else ():
            shown = await follow(olena, shown, start)
        if isinstance(step, str):
            shown = await write(olena, step)
    assert "Перевірте пропозицію" in shown.text
    assert "Регіон" not in shown.text


async def test_full_mode_asks_for_everything_and_all_that_is_optional_can_be_skipped(olena: Person):
    shown = await write(olena, "/propose")
    for number, name in enumerate(FULL, 1):
        assert f"Крок {number} з 16 · {name}" in shown.text
        if name == "Цінності":
            await press(olena, "Участь громадян")
            shown = await press(olena, "Далі")
        elif name == "Підпис":
            shown = await press(olena, "Ім’я лише секретаріату")
        elif "Пропустити крок" in shown.labels:
            shown = await press(olena, "Пропустити крок")
        else:
            shown = await write(olena, "Відповідь, яка щось каже.")
    assert "Перевірте пропозицію" in shown.text


async def test_all_fields_can_be_had_again(olena: Person):
    await write(olena, "/propose")
    assert "Крок 1 з 8" in (await press(olena, "Лише обов’язкове")).text
    assert "Крок 1 з 16" in (await press(olena, "Усі поля")).text


async def test_first_optional_step_leads_past_all_of_them(olena: Person):
    await write(olena, "/propose")
    for text in ANSWERS[:4]:
        await write(olena, text)
    await press(olena, "Підзвітність влади")
    assert "Регіон" in (await press(olena, "Далі")).text
    shown = await press(olena, "Одразу до підпису")
    assert "Крок 6 з 8 · Підпис" in shown.text


async def test_anonymous_author_is_not_asked_for_a_name(olena: Person):
    shown = await draft(olena, upto=5)
    assert "анонімних пропозицій не реєструють" in shown.text
    assert "бот знає цей чат" in shown.text
    shown = await press(olena, "Анонімно")
    assert "Перевірте пропозицію" in shown.text
    assert "Ім’я" not in shown.text.replace("Ім’я бачать", "")
    await press(olena, "Змінити підпис")
    assert "Ім’я" in (await press(olena, "Публічно з іменем")).text
    assert NAME in (await write(olena, NAME)).text


async def test_name_is_kept_for_when_one_signs_after_all(olena: Person):
    await draft(olena)
    await press(olena, "Змінити підпис")
    assert NAME not in (await press(olena, "Анонімно")).text
    await press(olena, "Змінити підпис")
    assert NAME in (await press(olena, "Публічно з іменем")).text


async def test_values_are_ticked_and_at_least_one_is_needed(house: House, olena: Person):
    shown = await draft(olena, upto=4)
    assert "Далі" not in shown.labels
    shown = await press(olena, "Участь громадян")
    assert "✓ Участь громадян" in shown.labels
    await press(olena, "Доступ до інформації")
    shown = await press(olena, "✓ Участь громадян")
    assert "Участь громадян" in shown.labels
    assert (await kept(house, olena)).answers[Step.VALUES] == "access"
    assert "Підпис" in (await press(olena, "Далі")).text


async def at_region(person: Person) -> ChatMessage:
    await begin(person)
    for text in ANSWERS[:4]:
        await write(person, text)
    await press(person, "Участь громадян")
    return await press(person, "Далі")


async def test_region_topic_and_goal_are_chosen_from_lists(house: House, olena: Person):
    shown = await at_region(olena)
    assert shown.labels[0] == "Уся країна"
    seen = set(shown.labels)
    for _ in range(2):
        shown = await press(olena, "›")
        seen |= set(shown.labels)
    assert {"Харківська область", "Севастополь", "Київ", "Автономна Республіка Крим"} <= seen
    assert sum("область" in label for label in seen) == 24
    assert "Тема" in (await press(olena, "Севастополь")).text
    shown = await press(olena, "‹ Назад")
    assert "Збережено: «Севастополь»" in shown.text
    assert "✓ Севастополь" in shown.labels
    await press(olena, "Лишити як є")
    assert "Ціль сталого розвитку" in (await press(olena, "Відкриті дані")).text
    shown = await press(olena, "›")
    assert "Відповідальний орган" in (await press(olena, "16 · Мир")).text
    answers = (await kept(house, olena)).answers
    assert (answers["region"], answers["topic"], answers["goal"]) == ("sevastopol", "open-data", "16")


@pytest.mark.parametrize(
    ("typed", "answer"), [("львів", "lviv"), ("Одеська область", "odesa"), ("уся країна", "*")]
)
async def test_choice_can_be_written_too(house: House, olena: Person, typed: str, answer: str):
    await at_region(olena)
    assert "Тема" in (await write(olena, typed)).text
    assert (await kept(house, olena)).answers["region"] == answer


async def test_words_where_a_button_is_needed_show_the_step_again(house: House, olena: Person):
    await at_region(olena)
    shown = await write(olena, "Не знаю, що тут обрати, чесно кажучи")
    assert "Оберіть його кнопкою" in shown.text
    assert "Регіон" in shown.text
    assert "region" not in (await kept(house, olena)).answers


@pytest.mark.parametrize("step", TYPED)
async def test_example_is_a_tap_away_and_leads_back(olena: Person, step: Step):
    asked = await draft(olena, upto=TYPED[step][0])
    shown = await press(olena, "Приклад")
    assert "Приклад · " in shown.text
    assert "Порада: " in shown.text
    assert (await press(olena, "‹ До кроку")).text == asked.text


# What is typed


@pytest.mark.parametrize("step", TYPED)
async def test_overlong_answer_is_kept_and_told_by_how_much(house: House, olena: Person, step: Step):
    asked = await draft(olena, upto=TYPED[step][0])
    assert f"айбільше {LIMITS[step].most}" in asked.text
    shown = await write(olena, "я" * (LIMITS[step].most + 21))
    assert "Задовго на 21 знак." in shown.text
    assert "Текст збережено" in shown.text
    assert len((await kept(house, olena)).answers[step]) == LIMITS[step].most + 21
    assert shown.text.split("\n")[0] == asked.text.split("\n")[0]
    shown = await write(olena, "Коротко, але зрозуміло.")
    assert shown.text.split("\n")[0] != asked.text.split("\n")[0]


async def test_overlong_answer_is_shown_up_to_the_word_that_still_fits(house: House, olena: Person):
    await draft(olena, upto=1)
    words = [f"слово{number:04}" for number in range(1000)]
    typed = " ".join(words)
    assert len(typed) == 9999
    shown = await write(olena, typed)
    assert "Задовго на 8299 знаків." in shown.text
    assert "Уміщується все до слів: «…слово0163 " in shown.text
    assert shown.text.rstrip().endswith("слово0169»")
    await write(olena, "/my")
    assert "до слів: «…слово0163" in (await press(olena, "Продовжити чернетку")).text
    assert (await kept(house, olena)).answers["problem"] == typed


async def test_pasted_text_that_telegram_cuts_into_messages_is_joined(house: House, olena: Person):
    await draft(olena, upto=1)
    for part in ("а" * 4096, "б" * 4096, "в" * 1808):
        await olena.send(part)
    shown = await olena.wait_for("Задовго на 8302 знаки")
    assert "Крок 2 з 8" in shown.text
    assert len((await kept(house, olena)).answers["problem"].replace("\n", "")) == 10_000


async def test_several_messages_for_one_step_are_joined(house: House, olena: Person):
    await draft(olena, upto=1)
    await olena.send(PROBLEM)
    await olena.send("І ще одне: нема звітів.")
    shown = await olena.wait_for("Додано до кроку «Проблема»")
    assert "Крок 3 з 8 · Рішення" in shown.text
    assert (await kept(house, olena)).answers["problem"] == f"{PROBLEM}\nІ ще одне: нема звітів."


async def test_answer_sent_right_after_something_else_is_to_the_question_that_was_seen(
    house: House, olena: Person
):
    await draft(olena, upto=1)
    await olena.send_sticker()
    await olena.send_location()
    await olena.send(PROBLEM)
    assert "Крок 3 з 8" in (await olena.wait_for("Рішення")).text
    assert (await kept(house, olena)).answers == {"title": TITLE, "problem": PROBLEM}


async def test_overlong_answer_in_english(alex: Person):
    await write(alex, "/propose")
    assert "Too long by 1 character." in (await write(alex, "x" * 151)).text


@pytest.mark.parametrize("text", ["🙂🙂🙂", "\u200b\u200b\u200b\u2060", "…", "?!?!?!?!", "\u200e\u200f"])
async def test_answer_without_words_is_asked_for_again(olena: Person, text):
    await draft(olena, upto=1)
    shown = await write(olena, text)
    assert "немає слів" in shown.text
    assert "на крок «Проблема»" in shown.text
    assert "Крок 3 з 8" in (await write(olena, PROBLEM)).text


async def test_short_answer_is_told_how_short(olena: Person):
    await write(olena, "/propose")
    assert "Тут 2 знаки, а треба щонайменше 5." in (await write(olena, "Ні")).text


async def test_contact_shared_in_telegram_is_the_contact(house: House, olena: Person):
    await draft(olena, upto=7)
    await olena.send_contact("+380441234567")
    assert "Перевірте пропозицію" in (await olena.wait_for("+380441234567")).text
    assert (await kept(house, olena)).answers[Step.CONTACT] == "+380441234567"


async def test_short_contact_can_be_skipped_at_once(olena: Person):
    await draft(olena, upto=7)
    shown = await write(olena, "ні")
    assert "Закоротко" in shown.text
    shown = await press(olena, "Пропустити крок")
    assert "Перевірте пропозицію" in shown.text
    assert "не вказано" in shown.text


@pytest.mark.parametrize("step", TYPED)
async def test_markup_in_an_answer_is_shown_as_typed(olena: Person, step: Step):
    await draft(olena)
    await press(olena, f"Змінити {TYPED[step][1]}")
    assert NASTY in (await write(olena, NASTY)).text
    if step is Step.TITLE:
        assert NASTY in (await write(olena, "/start")).text
        await resume(olena)
    await press(olena, "Надіслати пропозицію")
    await press(olena, "Погодитися")
    assert NASTY in (await press(olena, "Показати пропозицію")).text


async def test_zero_width_and_control_characters_are_left_out(house: House, olena: Person):
    await draft(olena, upto=1)
    await write(olena, "Перша\u200b лінія\x07\nдруга\u202e лінія тут")
    assert (await kept(house, olena)).answers["problem"] == "Перша лінія\nдруга лінія тут"


async def test_edited_message_updates_its_answer(house: House, olena: Person):
    await write(olena, "/propose")
    sent = await olena.send(TITLE)
    await olena.wait_for("Проблема")
    await olena.edit(sent.id, "Зовсім інший заголовок")
    shown = await olena.wait_for("Відповідь «Заголовок» оновлено")
    assert "Крок 2 з 16 · Проблема" in shown.text
    assert (await kept(house, olena)).answers == {"title": "Зовсім інший заголовок"}


async def test_edited_part_of_a_joined_answer_changes_that_part(house: House, olena: Person):
    await draft(olena, upto=1)
    await olena.send("Перша частина відповіді.")
    second = await olena.send("Друга частина.")
    await olena.wait_for("Додано")
    await olena.edit(second.id, "Друга частина, краща.")
    await olena.wait_for("оновлено")
    answer = (await kept(house, olena)).answers["problem"]
    assert answer == "Перша частина відповіді.\nДруга частина, краща."


async def test_edit_over_the_limit_says_by_how_much(house: House, olena: Person):
    sent = await olena.send("/propose")
    await olena.wait_for("Заголовок")
    sent = await olena.send(TITLE)
    await olena.wait_for("Проблема")
    await olena.edit(sent.id, "я" * 153)
    assert "задовга на 3 знаки" in (await olena.wait_for()).text
    assert len((await kept(house, olena)).answers["title"]) == 153


async def test_edit_in_a_draft_that_is_put_aside_leaves_it_there(house: House, olena: Person):
    await begin(olena)
    sent = await olena.send(TITLE)
    await olena.wait_for("Проблема")
    await write(olena, "/menu")
    await olena.edit(sent.id, "Зовсім інший заголовок")
    shown = await olena.wait_for("оновлено")
    assert "Продовжити чернетку" in shown.labels
    draft = await kept(house, olena)
    assert (draft.answers["title"], draft.is_open) == ("Зовсім інший заголовок", False)


async def test_edited_question_is_let_be(olena: Person):
    sent = await olena.send("Ґринджоли фіолетові?")
    await olena.wait_for()
    await olena.edit(sent.id, "Ґринджоли зелені?")
    before = len(olena.chat.messages)
    await olena.wait_quiet()
    assert len(olena.chat.messages) == before


@pytest.mark.parametrize("text", ["🙂", "о"])
async def test_edit_to_nothing_keeps_the_answer(house: House, olena: Person, text: str):
    await begin(olena)
    sent = await olena.send(TITLE)
    await olena.wait_for("Проблема")
    await olena.edit(sent.id, text)
    await olena.wait_for()
    assert (await kept(house, olena)).answers["title"] == TITLE


# To and fro


async def test_back_leads_through_the_steps_and_shows_what_was_said(olena: Person):
    await draft(olena, upto=3)
    for number in (3, 2, 1):
        shown = await press(olena, "‹ Назад")
        assert f"Крок {number} з 8" in shown.text
        assert f"Збережено: «{(TITLE, PROBLEM, SOLUTION)[number - 1]}»" in shown.text
    for number in (2, 3, 4):
        assert f"Крок {number} з 8" in (await press(olena, "Лишити як є")).text


async def test_answer_in_place_of_one_that_was_there_replaces_it(house: House, olena: Person):
    await draft(olena, upto=2)
    assert "Нове повідомлення замінить цю відповідь." in (await press(olena, "‹ Назад")).text
    await write(olena, "Зовсім інша проблема.")
    assert (await kept(house, olena)).answers["problem"] == "Зовсім інша проблема."


@pytest.mark.parametrize(
    ("label", "new"),
    [
        ("заголовок", "Новий заголовок"),
        ("проблему", "Нова проблема, інша."),
        ("рішення", "Нове рішення, інше."),
        ("результат", "Новий результат."),
        ("ім’я", "Олена Іваненко"),
        ("контакт", "new@example.org"),
    ],
)
async def test_each_answer_can_be_changed_from_the_preview(olena: Person, label, new):
    await draft(olena)
    step = await press(olena, f"Змінити {label}")
    assert "Зміна · " in step.text
    assert "Збережено: «" in step.text
    shown = await write(olena, new)
    assert "Перевірте пропозицію" in shown.text
    assert new in shown.text


@pytest.mark.parametrize("label", ["заголовок", "проблему", "рішення", "результат", "підпис", "контакт"])
async def test_each_answer_can_be_left_as_it_is(olena: Person, label):
    preview = await draft(olena)
    await press(olena, f"Змінити {label}")
    assert (await press(olena, "Лишити як є")).text == preview.text


async def test_every_field_can_be_filled_from_the_preview(olena: Person):
    await draft(olena)
    shown = await press(olena, "Додати подробиці")
    assert sum(label.startswith("Змінити") for label in shown.labels) == 16
    await press(olena, "Змінити орган")
    shown = await write(olena, "Міністерство")
    assert "Перевірте пропозицію" in shown.text
    assert "Міністерство" in shown.text
    await press(olena, "Змінити регіон")
    assert "Вінницька область" in (await press(olena, "Вінницька область")).text
    await press(olena, "Змінити цінності")
    await press(olena, "Участь громадян")
    assert "Доступ до інформації; Участь громадян" in (await press(olena, "Готово")).text


async def test_contact_can_be_taken_out_again(olena: Person):
    await draft(olena)
    await press(olena, "Змінити контакт")
    shown = await press(olena, "Пропустити крок")
    assert CONTACT not in shown.text
    assert "не вказано" in shown.text


async def test_preview_names_what_is_missing_and_leads_to_it(olena: Person):
    await draft(olena, upto=1)
    shown = await click(olena, "pg:1:preview:0")
    assert "лишилося 6 кроків" in shown.text
    assert "Проблема, Рішення, Результат, Цінності, Підпис, Ім’я" in shown.text
    assert "Проблема" in (await press(olena, "Завершити чернетку")).text


async def test_preview_of_an_overlong_answer_asks_to_complete_it(olena: Person):
    preview = await draft(olena)
    await press(olena, "Змінити заголовок")
    await write(olena, "я" * 200)
    shown = await press(olena, "Лишити як є")
    assert "лишився 1 крок" in shown.text
    assert "Задовго на 50 знаків" in shown.text
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


async def test_draft_survives_a_restart_at_every_step(house: House, olena: Person):
    shown = await follow(olena, await begin(olena), "dm:{}:quick")
    for number, step in enumerate(QUICK, 1):
        for start in step if isinstance(step, tuple) else ():
            async with house.away():
                await olena.press(data=next(
                    cell.data for row in shown.buttons for cell in row
                    if cell.data.startswith(start.partition("{}")[0]) and cell.data.endswith(start.partition("{}")[2])
                ), message=shown)  # fmt: skip
            shown = await olena.wait_for()
        if isinstance(step, str):
            async with house.away():
                await olena.send(step)
            shown = await olena.wait_for()
        assert (f"Крок {number + 1} з 8" if number < 8 else "Перевірте пропозицію") in shown.text
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
    assert "Крок 4 з 8" in (await write(olena, SOLUTION)).text


@pytest.mark.parametrize("command", ["/menu", "/start", "/ask"])
async def test_menu_and_a_question_put_the_draft_aside(olena: Person, command):
    await draft(olena, upto=2)
    await write(olena, command)
    assert "не знайшов" in (await write(olena, "Ґринджоли фіолетові?")).text
    assert "Крок 3 з 8" in (await resume(olena)).text


async def test_saved_draft_is_gone_on_with_where_it_was(olena: Person):
    await draft(olena, upto=2)
    shown = await press(olena, "Зберегти й вийти")
    assert "чернетку збережено" in shown.text
    assert "Крок 3 з 8" in (await press(olena, "Продовжити чернетку")).text


async def test_cancel_asks_first_and_can_be_thought_better_of(olena: Person):
    await draft(olena, upto=2)
    shown = await write(olena, "/cancel")
    assert "Видалити чернетку?" in shown.text
    assert TITLE in shown.text
    assert "Крок 3 з 8" in (await press(olena, "Продовжити чернетку")).text


async def test_cancel_away_from_a_draft_says_that_it_is_kept(house: House, olena: Person):
    await draft(olena, upto=2)
    await press(olena, "Зберегти й вийти")
    shown = await write(olena, "/cancel")
    assert "Зараз ви нічого не пишете. Чернетки збережено" in shown.text
    assert TITLE in (await press(olena, "Показати чернетки")).labels
    assert (await kept(house, olena)).answers[Step.TITLE] == TITLE


async def test_cancelled_draft_is_gone(house: House, olena: Person):
    await draft(olena, upto=2)
    asked = await write(olena, "/cancel")
    discard = asked.button("Видалити").data
    assert "Чернетку видалено" in (await press(olena, "Видалити чернетку")).text
    assert await kept(house, olena) is None
    assert "Чернетку видалено" in (await click(olena, f"+{discard}", message=asked.id)).text
    assert "Крок 1 з 16" in (await press(olena, "Написати пропозицію")).text
    await click(olena, discard, message=asked.id)
    assert (await kept(house, olena)).is_open


async def test_cancel_with_nothing_under_way_says_so(olena: Person, alex: Person):
    assert "Скасовувати нічого" in (await write(olena, "/cancel")).text
    assert "Nothing to cancel" in (await write(alex, "/cancel")).text


# Several drafts, several consultations


async def test_propose_offers_the_drafts_that_are_kept_or_a_new_one(house: House, olena: Person):
    await draft(olena, upto=2)
    await draft(olena, upto=1, title="Друга пропозиція")
    shown = await write(olena, "/propose")
    assert "2 чернетки" in shown.text
    assert shown.labels[:3] == ["Друга пропозиція", TITLE, "Написати нову"]
    assert "Крок 3 з 8" in (await press(olena, TITLE)).text
    await write(olena, SOLUTION)
    first, second = await house.services.proposals.drafts_of(olena.id)
    assert (first.answers["title"], first.answers["solution"]) == (TITLE, SOLUTION)
    assert (second.answers, second.is_open) == ({"title": "Друга пропозиція"}, False)


async def test_five_drafts_are_kept_and_a_sixth_is_refused_without_loss(house: House, olena: Person):
    for number in range(5):
        await draft(olena, upto=1, title=f"Пропозиція номер {number}")
    shown = await write(olena, "/propose")
    assert "до 5 чернеток" in shown.text
    assert "Написати нову" not in shown.labels
    shown = await click(olena, "db:0")
    assert "Місця для ще однієї чернетки немає" in shown.text
    assert len((await press(olena, "Показати чернетки")).labels) == 6
    assert len(await house.services.proposals.drafts_of(olena.id)) == 5


async def test_propose_asks_for_which_consultation_where_one_is_open(house: House, olena: Person):
    await house.consult("open-data")
    shown = await write(olena, "/propose")
    assert shown.labels == ["Відкриті дані про дороги", "Будь-коли", "‹ Меню"]
    shown = await press(olena, "Відкриті дані про дороги")
    assert "До консультації «Відкриті дані про дороги»" in shown.text
    await write(olena, "/propose")
    shown = await press(olena, "Будь-коли")
    assert "До консультації" not in shown.text


async def test_consultations_own_button_has_it_chosen_already(house: House, olena: Person):
    await house.consult("first", uk="Перша консультація")
    await house.consult("second", uk="Друга консультація")
    await write(olena, "/start c_second")
    assert "До консультації «Друга консультація»" in (await press(olena, "Написати пропозицію")).text


async def test_proposal_for_another_consultation_is_a_draft_of_its_own(house: House, olena: Person):
    await house.consult("first", uk="Перша консультація")
    await house.consult("second", uk="Друга консультація")
    await write(olena, "/start c_first")
    await press(olena, "Написати пропозицію")
    await write(olena, TITLE)
    await write(olena, "/start c_second")
    assert "Крок 1 з 16" in (await press(olena, "Написати пропозицію")).text
    await write(olena, "До другої консультації")
    titles = {
        draft.answers["title"]: draft.is_open for draft in await house.services.proposals.drafts_of(1001)
    }
    assert titles == {TITLE: False, "До другої консультації": True}
    await write(olena, "/start c_first")
    shown = await press(olena, "Написати пропозицію")
    assert shown.labels[:2] == [TITLE, "Написати нову"]


async def test_consultation_can_be_changed_at_the_preview(house: House, olena: Person):
    await house.consult("open-data")
    shown = await draft(olena)
    assert "Без консультації" in shown.text
    await press(olena, "Змінити консультацію")
    shown = await press(olena, "Відкриті дані про дороги")
    assert "До консультації «Відкриті дані про дороги»" in shown.text
    await press(olena, "Змінити консультацію")
    assert "Без консультації" in (await press(olena, "Будь-коли")).text
    await press(olena, "Змінити консультацію")
    assert "Перевірте пропозицію" in (await press(olena, "‹ Назад")).text


async def test_consultation_that_closes_while_one_types_keeps_the_draft(house: House, olena: Person):
    await house.consult("open-data", days=1)
    await write(olena, "/start c_open-data")
    await go_on(olena, await press(olena, "Написати пропозицію"), upto=1)
    house.clock.ahead = timedelta(days=2)
    shown = await write(olena, PROBLEM)
    assert "Консультація вже закрилася" in shown.text
    assert "Чернетку збережено повністю" in shown.text
    assert "Крок 3 з 8" in (await press(olena, "Продовжити без неї")).text
    draft = await kept(house, olena)
    assert (draft.consultation_id, draft.answers["problem"]) == (None, PROBLEM)


async def test_draft_of_a_closed_consultation_can_go_to_another(house: House, olena: Person):
    await house.consult("first", days=1, uk="Перша консультація")
    await house.consult("second", days=9, uk="Друга консультація")
    await write(olena, "/start c_first")
    await press(olena, "Написати пропозицію")
    house.clock.ahead = timedelta(days=2)
    await write(olena, TITLE)
    shown = await press(olena, "Змінити консультацію")
    assert shown.labels[:2] == ["Друга консультація", "Будь-коли"]
    assert "Проблема" in (await press(olena, "Друга консультація")).text
    consultation = await house.services.consultations.find("second")
    assert (await kept(house, olena)).consultation_id == consultation.id


async def test_closed_consultation_takes_no_proposal(house: House, olena: Person):
    await house.consult("open-data", days=1)
    read = await write(olena, "/start c_open-data")
    house.clock.ahead = timedelta(days=2)
    shown = await click(olena, read.buttons[0][0].data)
    assert "Консультацію закрито" in shown.text
    assert await kept(house, olena) is None


# Many hands


async def test_ten_presses_at_once_begin_one_draft(house: House, olena: Person):
    shown = await write(olena, "/menu")
    await asyncio.gather(*(olena.press(data="db:0", message=shown) for _ in range(10)))
    await olena.wait_quiet()
    assert len(await house.services.proposals.all_of(olena.id)) == 1


async def test_choice_pressed_ten_times_at_once_goes_one_step_on(house: House, olena: Person):
    shown = await draft(olena, upto=5)
    data = shown.button("Анонімно").data
    await asyncio.gather(*(olena.press(data=data, message=shown) for _ in range(10)))
    await olena.wait_quiet()
    assert (await kept(house, olena)).step is Step.PREVIEW


async def test_two_devices_write_into_one_draft(house: House, olena: Person):
    asked = await draft(olena, upto=2)
    await write(olena, "/propose")
    await press(olena, TITLE)
    await click(olena, asked.button("‹ Назад").data, message=asked)
    await write(olena, "Інша проблема, з другого телефона.")
    draft_now = await kept(house, olena)
    assert draft_now.answers == {"title": TITLE, "problem": "Інша проблема, з другого телефона."}


FORGED = [
    "dc:1", "dm:1:quick", "dq:1", "da:1:region:lviv", "dt:1:access:1", "dp:1:region:1", "de:1:title", "dk:1",
    "pg:1:title:0", "pk:1:contact", "pm:1:0", "pt:1", "pd:1", "px:1", "pc:1.00000000", "pp:1.00000000",
]  # fmt: skip


@pytest.mark.parametrize("data", FORGED)
async def test_button_of_somebody_elses_draft_is_refused_and_logged(
    house: House, olena: Person, alex: Person, data: str, capfd
):
    await draft(olena)
    before = (await kept(house, olena)).model_dump(exclude={"shown_id", "screen_id"})
    shown = await click(alex, data)
    assert TITLE not in shown.text
    assert "no longer there" in shown.text
    assert (await kept(house, olena)).model_dump(exclude={"shown_id", "screen_id"}) == before
    assert "not-theirs" in "".join(capfd.readouterr())


@pytest.mark.parametrize(
    "data", ["da:1:region:atlantis", "da:1:goal:18", "da:1:identity:king", "da:1:title:x"]
)
async def test_forged_choice_is_refused_and_nothing_is_lost(house: House, olena: Person, data: str):
    await draft(olena)
    before = (await kept(house, olena)).answers
    assert "Такого варіанта вже немає" in (await click(olena, data)).text
    assert (await kept(house, olena)).answers == before


@pytest.mark.parametrize("data", ["ps:0", "pg:1:contact:0", "pk:1:contact", "pv", "pt:1", "pm:1:0"])
async def test_buttons_of_the_release_before_do_no_harm(house: House, olena: Person, data: str):
    await draft(olena, upto=2)
    shown = await click(olena, f"+{data}")
    assert "помилка" not in shown.text.lower()
    answers = (await house.services.proposals.drafts_of(olena.id))[0].answers
    assert answers == {"title": TITLE, "problem": PROBLEM}


# Reminders


async def remind(house: House, **ahead: float) -> None:
    house.clock.ahead += timedelta(**ahead)
    await house.services.occasions.tell_due()
    await house.services.reminders.remind_due()
    await house.told()


async def test_draft_that_waits_a_week_is_reminded_of_once(house: House, olena: Person):
    await draft(olena, upto=2)
    await remind(house, days=6)
    await olena.wait_quiet()
    assert not any("чекає на вас" in message.text for message in olena.chat.messages)
    await remind(house, days=2)
    shown = await olena.wait_for("Чернетка чекає на вас")
    assert TITLE in shown.text
    await remind(house, days=30)
    await olena.wait_quiet()
    assert sum("чекає на вас" in message.text for message in olena.chat.messages) == 1
    assert "Крок 3 з 8" in (await press(olena, "Продовжити", message=shown)).text


async def test_reminder_comes_before_the_consultation_closes(house: House, olena: Person):
    await house.consult("open-data", days=4)
    await write(olena, "/start c_open-data")
    await press(olena, "Написати пропозицію")
    await write(olena, TITLE)
    await remind(house, days=1)
    await olena.wait_quiet()
    assert not any("чекає на вас" in message.text for message in olena.chat.messages)
    await remind(house, days=2, hours=2)
    assert "приймає пропозиції до" in (await olena.wait_for("Чернетка чекає на вас")).text


async def test_nobody_is_reminded_of_what_is_sent_or_deleted_or_empty(
    house: House, olena: Person, alex: Person, sandbox: Sandbox
):
    await submit(olena)
    await draft(olena, upto=2, title="Інша пропозиція")
    await write(olena, "/cancel")
    await press(olena, "Видалити чернетку")
    await begin(alex)
    await remind(house, days=8)
    await olena.wait_quiet()
    for person in (olena, alex):
        assert not any("чекає на вас" in one.text or "is waiting" in one.text for one in person.chat.messages)


@pytest.mark.parametrize("command", ["/cancel", "/propose"])
async def test_reminder_of_a_draft_that_is_gone_or_touched_is_not_sent(
    house: House, olena: Person, command: str
):
    await draft(olena, upto=2)
    (waiting,) = await house.services.proposals.drafts_of(olena.id)
    await remind(house, days=8)
    assert (await house.services.reminders.waiting(waiting.id)).id == waiting.id
    await write(olena, command)
    await press(olena, "Видалити чернетку" if command == "/cancel" else TITLE)
    with pytest.raises(DraftUnknown):
        await house.services.reminders.waiting(waiting.id)


# Corrections


async def test_submitted_proposal_is_corrected_at_its_preview(house: House, olena: Person):
    await submit(olena)
    (proposal,) = await house.services.proposals.mine(olena.id)
    shown = await correct(house, olena)
    assert f"Виправлення пропозиції {proposal.reference}" in shown.text
    assert shown.labels[0] == "Зберегти зміни"
    assert "Змінити консультацію" not in shown.labels
    await press(olena, "Змінити результат")
    shown = await write(olena, "Кожен бачить ще й вартість ремонту.")
    assert "Кожен бачить ще й вартість" in shown.text
    assert "версія 2" in (await press(olena, "Зберегти зміни")).text
    (proposal,) = await house.services.proposals.mine(olena.id)
    assert (proposal.version, proposal.expected_result) == (2, "Кожен бачить ще й вартість ремонту.")
    assert (proposal.title, proposal.author_name) == (TITLE, NAME)
    assert RESULT not in proposal.expected_result


async def correct(house: House, person: Person) -> ChatMessage:
    """The author's own button, wherever it stands."""
    await write(person, "/my")
    await press(person, "UA-20")
    return await press(person, "Змінити пропозицію")


async def test_correction_is_gone_on_with(house: House, olena: Person):
    await submit(olena)
    await correct(house, olena)
    await press(olena, "Змінити заголовок")
    await write(olena, "Виправлений заголовок")
    await write(olena, "/menu")
    shown = await write(olena, "/propose")
    assert shown.labels[0] == "Виправлення: Виправлений заголовок"
    assert "Виправлений заголовок" in (await correct(house, olena)).text
    assert len(await house.services.proposals.all_of(olena.id)) == 1
