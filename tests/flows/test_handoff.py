"""Questions without an answer: passed on with one tap, answered by the secretariat, heard of by the asker."""

import json
import re
import sqlite3
import time
from contextlib import closing
from datetime import timedelta

import pytest
import yaml

from bot.domain.letters import LONGEST
from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.conftest import OFFICER, House
from tests.flows.scenes import click, press, write

UNKNOWN = "Ґринджоли <b>фіолетові</b> & сині?"
ANSWER = "Ні, <i>фіолетових</i> & синіх немає."
SECOND = 1007
FORGED = ["ib:0", "qs:1", "qa:1", "qc:1", "qx:1", "qe:1", "sx"]


async def pass_on(person: Person, question: str = UNKNOWN) -> ChatMessage:
    """Ask what the bot cannot answer, and pass it on."""
    shown = await write(person, question)
    return await press(person, "Передати секретаріату", message=shown)


async def reply(officer: Person, text: str = ANSWER, *, to: ChatMessage | None = None) -> ChatMessage:
    """Answer the newest notice, up to the receipt."""
    await press(officer, "Відповісти", **({"message": to} if to else {}))
    await write(officer, text)
    return await press(officer, "Надіслати відповідь")


async def open_questions(officer: Person) -> ChatMessage:
    """From the inbox to the questions that wait."""
    await write(officer, "/inbox")
    return await press(officer, "Запитання людей")


async def tap(person: Person, data: str, message: ChatMessage) -> None:
    """Press what may change nothing on the screen."""
    await person.press(data=data, message=message)
    await person.wait_for_answer()


async def write_later(person: Person, text: str) -> ChatMessage:
    """Write half a minute later than the message before."""
    await person.send_raw({"text": text, "date": int(time.time()) + 30})
    return await person.wait_for()


def row(house: House, sql: str) -> tuple:
    with closing(sqlite3.connect(house.settings.database)) as database:
        return database.execute(sql).fetchone()


async def colleague(house: House, sandbox: Sandbox) -> Person:
    """A second officer, by the operator's settings."""
    await house.stop()
    house.settings = house.settings.model_copy(update={"admins": frozenset({OFFICER, SECOND})})
    await house.start()
    second = sandbox.add_person(SECOND, "Ірина", language_code="uk")
    await write(second, "/start")
    return second


async def test_question_goes_to_the_secretariat_and_its_answer_comes_back(olena: Person, officer: Person):
    receipt = await pass_on(olena)
    assert "Запитання №\u00a01 передано секретаріату" in receipt.text
    assert UNKNOWN in receipt.text
    notice = await officer.wait_for("Нове запитання")
    assert UNKNOWN in notice.text
    assert notice.labels[:2] == ["Відповісти", "Закрити без відповіді"]
    sent = await olena.reply_after(reply(officer), "Секретаріат відповів")
    assert UNKNOWN in sent.text
    assert ANSWER in sent.text
    assert "Ніхто" not in sent.text
    assert "надіслано" in officer.chat.last.text
    await olena.press("Допомогло", message=sent)
    assert (await olena.wait_for_answer()).text == "Дякуємо, враховано."
    await press(olena, "Написати секретаріату", message=sent)
    assert "Лист до секретаріату" in olena.chat.last.text


async def test_passing_on_twice_is_one_question(house: House, olena: Person, officer: Person):
    shown = await write(olena, UNKNOWN)
    for _ in range(3):
        receipt = await press(olena, "Передати секретаріату", message=shown)
        assert "№\u00a01" in receipt.text
    await officer.wait_quiet()
    assert sum("Нове запитання" in message.text for message in officer.chat.messages) == 1
    assert row(house, "SELECT count(*), max(text) FROM questions") == (1, UNKNOWN)


async def test_did_you_mean_can_be_passed_on_too(house: House, olena: Person):
    shown = await write(olena, "план")
    assert "Передати секретаріату" in shown.labels or "Допомогло" in shown.labels


async def test_question_of_two_days_ago_is_not_remembered(house: House, olena: Person):
    shown = await write(olena, UNKNOWN)
    house.clock.ahead = timedelta(hours=49)
    await house.services.questions.forget_old()
    gone = await press(olena, "Передати секретаріату", message=shown)
    assert "уже не пам’ятає" in gone.text
    assert row(house, "SELECT count(*) FROM asked") == (0,)
    assert "Лист до секретаріату" in (await press(olena, "Написати секретаріату", message=gone)).text


async def test_nobody_passes_on_somebody_elses_question(olena: Person, alex: Person):
    await write(olena, UNKNOWN)
    shown = await click(alex, "qp:1")
    assert "no longer remembers" in shown.text
    assert UNKNOWN not in shown.text
    await pass_on(olena)
    assert "not found" in (await click(alex, "qo:1")).text


async def test_too_many_waiting_questions_are_refused_with_a_reason(house: House, olena: Person):
    for number in range(10):
        await pass_on(olena, f"{UNKNOWN} {number}")
    assert "уже має стільки ваших запитань: 10" in (await pass_on(olena)).text
    assert row(house, "SELECT count(*) FROM questions") == (10,)


async def test_letter_is_written_looked_over_and_sent_once(house: House, olena: Person, officer: Person):
    await write(olena, "/contact")
    shown = await press(olena, "Написати секретаріату")
    assert "3500" in shown.text.replace("\u00a0", "")
    preview = await write(olena, "Добрий день.\nДе подивитися <протокол>?")
    assert "Перевірте лист" in preview.text
    assert "Де подивитися <протокол>?" in preview.text
    letter = next(b.data for line in preview.buttons for b in line if b.data and "lx" in b.data)
    assert "передано секретаріату" in (await click(olena, letter, message=preview)).text
    await tap(olena, letter, preview)
    assert "передано секретаріату" in olena.chat.by_id[preview.id].text
    assert "Де подивитися <протокол>?" in (await officer.wait_for("Нове запитання")).text
    assert row(house, "SELECT count(*) FROM questions") == (1,)


async def test_letter_survives_a_restart_at_every_step(house: House, olena: Person):
    await write(olena, "/contact")
    await press(olena, "Написати секретаріату")
    async with house.away():
        pass
    await write(olena, "Лист, написаний після перезапуску.")
    async with house.away():
        pass
    assert "передано" in (await press(olena, "Надіслати лист")).text


async def test_what_is_committed_before_a_crash_is_shown_after_it(
    house: House, olena: Person, officer: Person
):
    async def again(person: Person, outcome: str, expected: str) -> None:
        """As if the process had died between the commit and the screen."""
        await person.wait_quiet(gap=0.3)
        await house.stop()
        with closing(sqlite3.connect(house.settings.database)) as database, database:
            database.execute(
                """
                UPDATE inbox SET state = 'applied', lane = ?, outcome = ?, outcome_id = 1
                WHERE id = (SELECT max(id) FROM inbox)
                """,
                (person.id, outcome),
            )
        await person.reply_after(house.start(), expected)

    await pass_on(olena)
    await again(olena, "asked", "не знайшов")
    await again(olena, "passed_on", "передано секретаріату")
    await write(olena, "/contact")
    await press(olena, "Написати секретаріату")
    await again(olena, "letter", "Лист до секретаріату")
    await write(olena, "/cancel")
    await again(olena, "letter_left", "Лист не надіслано")
    await press(officer, "Відповісти")
    await write(officer, ANSWER)
    await press(officer, "Надіслати відповідь")
    await again(officer, "question", "надіслано")


async def test_cancel_leaves_the_letter(house: House, olena: Person):
    await write(olena, "/contact")
    await press(olena, "Написати секретаріату")
    assert "Лист не надіслано" in (await write(olena, "/cancel")).text
    assert "не знайшов" in (await write(olena, UNKNOWN)).text
    assert row(house, "SELECT count(*) FROM letters") == (0,)


async def test_menu_puts_the_letter_aside_and_it_is_taken_up_again(olena: Person):
    await write(olena, "/contact")
    await press(olena, "Написати секретаріату")
    await write(olena, "Початок листа.")
    assert "лист" not in (await write(olena, "/menu")).text.lower()
    assert "не знайшов" in (await write(olena, UNKNOWN)).text
    await write(olena, "/contact")
    assert "Початок листа." in (await press(olena, "Написати секретаріату")).text


async def test_other_kinds_and_screens_say_where_the_next_message_goes(olena: Person):
    await write(olena, "/contact")
    await press(olena, "Написати секретаріату")
    await olena.send_voice()
    shown = await olena.wait_for("Голосові")
    assert "Лист ще відкритий" in shown.text
    assert shown.labels[0] == "Продовжити лист"
    await olena.send_sticker()
    assert "Лист ще відкритий" in (await olena.wait_for("лише текст")).text
    assert "немає слів" in (await write(olena, "…")).text
    assert "Лист ще відкритий" in (await write(olena, "/plans")).text


async def test_too_long_a_letter_says_by_how_much_and_is_kept(house: House, olena: Person):
    await write(olena, "/contact")
    await press(olena, "Написати секретаріату")
    shown = await write(olena, "я" * (LONGEST + 7))
    assert "Задовго на 7 знаків" in shown.text
    assert len(row(house, "SELECT text FROM letters")[0]) == LONGEST + 7
    assert "Перевірте лист" in (await write_later(olena, "Коротко.")).text


async def test_letter_that_the_app_has_cut_is_one_letter(house: House, olena: Person):
    await write(olena, "/contact")
    await press(olena, "Написати секретаріату")
    await write(olena, "а" * 2500)
    shown = await write(olena, "кінець листа")
    assert "кінець листа" in shown.text
    assert row(house, "SELECT text FROM letters") == ("а" * 2500 + "\nкінець листа",)


async def test_proposal_and_letter_are_not_written_at_once(house: House, olena: Person):
    await write(olena, "/propose")
    await write(olena, "Відкриті дані про ремонт доріг")
    await write(olena, "/contact")
    await press(olena, "Написати секретаріату")
    assert "Перевірте лист" in (await write(olena, "Лист посеред пропозиції.")).text
    await write(olena, "/propose")
    await press(olena, "Відкриті дані про ремонт доріг")
    assert "Лист" not in (await write(olena, "Невідомо, що й коли ремонтують.")).text
    assert "problem" in row(house, "SELECT answers FROM drafts")[0]


async def test_inbox_lists_what_waits_oldest_first_with_pages(house: House, officer: Person, olena: Person):
    assert "Жодне не чекає" in (await open_questions(officer)).text
    for number in range(7):
        await pass_on(olena, f"Фіолетові ґринджоли {number} ?")
    await house.told()
    shown = await open_questions(officer)
    assert "Запитань чекає: 7" in shown.text
    assert "ґринджоли 0" in shown.text.lower()
    assert "ґринджоли 5" not in shown.text.lower()
    shown = await press(officer, "Новіші ›")
    assert "ґринджоли 6" in shown.text.lower()
    assert "Запитань чекає: 7" in (await press(officer, "‹ Давніші")).text
    assert "чекає" in (await press(officer, "№\u00a01")).text
    assert "Запитань чекає: 7" in (await write(officer, "/staff")).text


async def test_answer_is_looked_over_and_its_length_is_told(house: House, officer: Person, olena: Person):
    await pass_on(olena)
    await officer.wait_for("Нове запитання")
    await press(officer, "Відповісти")
    shown = await write(officer, "б" * (LONGEST + 1))
    assert "Задовго на 1 знак." in shown.text
    async with house.away():
        pass
    shown = await write_later(officer, "в" * LONGEST)
    assert "Перевірте відповідь" in shown.text
    sent = await olena.reply_after(press(officer, "Надіслати відповідь"), "Секретаріат відповів")
    assert "в" * LONGEST in sent.text


async def test_sending_twice_answers_once(house: House, officer: Person, olena: Person):
    await pass_on(olena)
    await officer.wait_for("Нове запитання")
    await press(officer, "Відповісти")
    preview = await write(officer, ANSWER)
    letter = next(b.data for line in preview.buttons for b in line if b.data and "lx" in b.data)
    for _ in range(2):
        await tap(officer, letter, preview)
    assert "Відповідь на запитання №\u00a01 надіслано" in officer.chat.by_id[preview.id].text
    await olena.wait_for("Секретаріат відповів")
    await olena.wait_quiet()
    assert sum("Секретаріат відповів" in message.text for message in olena.chat.messages) == 1


async def test_second_officer_is_told_and_overwrites_nothing(
    house: House, sandbox: Sandbox, officer: Person, olena: Person
):
    second = await colleague(house, sandbox)
    await pass_on(olena)
    mine = await officer.wait_for("Нове запитання")
    theirs = await second.wait_for("Нове запитання")
    await press(second, "Відповісти", message=theirs)
    await press(officer, "Відповісти", message=mine)
    assert "уже пише 1 ваш колега" in (await click(officer, "qs:1")).text
    await write(second, "Друга відповідь")
    await press(officer, "Відповісти", message=mine)
    await write(officer, ANSWER)
    await olena.reply_after(press(officer, "Надіслати відповідь"), "Секретаріат відповів")
    late = await press(second, "Надіслати відповідь")
    assert "Колега відповів" in late.text
    assert "не надіслано" in late.text
    assert ANSWER in late.text
    assert "Не надіслано\nДруга відповідь" in late.text
    for label in ("Відповісти", "Закрити без відповіді"):
        assert "вже не чекає" in (await press(second, label, message=theirs)).text
    assert row(house, "SELECT state, answer FROM questions") == ("answered", ANSWER)
    await olena.wait_quiet()
    assert sum("Секретаріат відповів" in message.text for message in olena.chat.messages) == 1


async def test_closing_is_asked_about_and_the_asker_can_see_it(officer: Person, olena: Person):
    receipt = await pass_on(olena)
    await officer.wait_for("Нове запитання")
    assert "Закрити запитання" in (await press(officer, "Закрити без відповіді")).text
    assert "закрито без відповіді" in (await press(officer, "Закрити без відповіді")).text
    assert "без відповіді" in (await press(olena, "Показати запитання", message=receipt)).text
    assert "Жодне не чекає" in (await open_questions(officer)).text


@pytest.mark.parametrize("data", FORGED)
async def test_citizen_who_forges_a_button_of_the_staff_is_refused(
    house: House, olena: Person, alex: Person, data
):
    await pass_on(olena)
    shown = await click(alex, data)
    assert "Only the secretariat can do this" in shown.text
    assert UNKNOWN not in shown.text
    assert row(house, "SELECT state FROM questions") == ("open",)


@pytest.mark.parametrize("command", ["/inbox", "/stats", "/start s_1"])
async def test_citizen_who_types_a_command_of_the_staff_is_refused(olena: Person, command):
    assert "Це може лише секретаріат" in (await write(olena, command)).text


async def test_asker_who_has_blocked_the_bot_is_no_error(house: House, officer: Person, olena: Person):
    await pass_on(olena)
    await officer.wait_for("Нове запитання")
    await olena.block()
    await officer.wait_quiet()
    assert "не дійде" in (await reply(officer)).text
    await officer.wait_quiet()
    kind = "SELECT state FROM notices WHERE kind = 'question_answered'"
    assert row(house, kind) == ("unreachable",)


async def test_asker_who_has_erased_their_data_leaves_nothing_to_answer(
    house: House, officer: Person, olena: Person
):
    await pass_on(olena)
    notice = await officer.wait_for("Нове запитання")
    await press(officer, "Відповісти", message=notice)
    await write(olena, "/delete")
    await press(olena, "Видалити все")
    shown = await write(officer, ANSWER)
    assert "видалила свої дані" in shown.text
    assert "видалила свої дані" in (await press(officer, "Відповісти", message=notice)).text
    await olena.wait_quiet()
    async with house.away():
        with closing(sqlite3.connect(house.settings.database)) as database:
            dump = "\n".join(line for line in database.iterdump() if '"unanswered"' not in line)
    assert "фіолетові" not in dump
    # The number alone: times and counts may hold its digits by chance.
    assert not re.search(rf"(?<![\d.]){olena.id}(?!\d)", dump)


async def test_group_of_the_secretariat_is_told_instead(house: House, sandbox: Sandbox, officer: Person):
    group = sandbox.add_group(-100500, "Секретаріат", members=[officer])
    await house.stop()
    house.settings = house.settings.model_copy(update={"staff_chat": group.id})
    await house.start()
    olena = sandbox.add_person(1001, "Олена", language_code="uk")
    await pass_on(olena)
    await officer.wait_quiet()
    notice = group.messages[-1]
    assert "Нове запитання" in notice.text
    assert not any("Нове запитання" in message.text for message in officer.chat.messages)
    await officer.press("Відповісти", message=notice, chat=group)
    shown = await officer.wait_for("чекає")
    assert UNKNOWN in shown.text
    await olena.reply_after(reply(officer, to=shown), "Секретаріат відповів")


async def test_answered_question_becomes_a_draft_for_the_content(
    house: House, officer: Person, olena: Person
):
    await pass_on(olena)
    await officer.wait_for("Нове запитання")
    await reply(officer)
    shown = await press(officer, "Зробити чернетку")
    text = shown.document.content.decode()
    assert "# knowledge/entries.yaml" in text
    parts = [yaml.safe_load(part) for part in text.split("# uk/")[0:1]]
    assert parts[0]["question-1"]["sources"] == ["SOURCE"]
    ukrainian = yaml.safe_load(text.partition("# uk/")[2].partition("\n")[2].partition("# en/")[0])
    assert ukrainian["question-1"]["variants"] == [UNKNOWN]
    assert ukrainian["question-1"]["fact"] == ANSWER
    english = yaml.safe_load(text.partition("# en/")[2].partition("\n")[2])
    assert english["question-1"]["fact"] == ""


async def test_figures_count_without_a_person(house: House, officer: Person, olena: Person):
    await write(olena, "Коли затвердили четвертий план дій?")
    await write(olena, "Ґринджоли для olena@example.org чи @olena, +38 044 123 45 67?")
    await pass_on(olena)
    await house.told()
    shown = await write(officer, "/stats")
    assert "Показники за 30 днів" in shown.text
    assert "з відповіддю: 1" in shown.text
    assert "без відповіді: 2" in shown.text
    assert "Передано секретаріату: 1, з відповіддю: 0" in shown.text
    assert "ґринджоли для" in shown.text
    with closing(sqlite3.connect(house.settings.database)) as database:
        kept = json.dumps(database.execute("SELECT * FROM unanswered").fetchall(), ensure_ascii=False)
    assert "olena" not in kept
    assert "044" not in kept
