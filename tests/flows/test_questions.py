"""Questions in one's own words, and reading by buttons."""

import json

import pytest

from bot.domain.questions import REMEMBERED_AT_MOST
from bot.sandbox import Person
from bot.services.search import Intent
from handlers.questions import WISHES
from tests.flows.conftest import House
from tests.flows.scenes import data_of, press, write


async def test_ask_invites_and_the_next_message_is_the_question(olena: Person):
    assert "Напишіть його своїми словами" in (await write(olena, "/ask")).text
    assert "не знайшов" in (await write(olena, "Ґринджоли фіолетові?")).text


async def test_question_can_follow_the_command(alex: Person):
    shown = await write(alex, "/ask purple sledges")
    assert "did not find this in the confirmed materials" in shown.text


async def test_not_knowing_is_said_with_ways_on(olena: Person):
    shown = await write(olena, "Ґринджоли фіолетові?")
    assert "У підтверджених матеріалах я цього не знайшов." in shown.text
    for label in ("Показати контакти", "Читати плани дій", "Про Ініціативу", "‹ Меню"):
        await press(olena, label, message=shown)
    assert olena.chat.by_id[shown.id].text == shown.text


@pytest.mark.parametrize(("code", "plans", "back"), [("uk", "/plans", "‹ Назад"), ("en", "/plans", "‹ Back")])
async def test_plans_are_read_by_buttons_and_back(house: House, olena: Person, code, plans, back):
    olena.language_code = code
    listed = await write(olena, plans)
    plan = next(iter(house.services.knowledge.of_kind("plan")))
    shown = await press(olena, plan.texts[code].short)
    first = await press(olena, shown.labels[0])
    assert ("Джерело" if code == "uk" else "Source") in first.text
    again = await press(olena, plan.texts[code].short, message=first)
    assert again.text == shown.text
    assert (await press(olena, back, message=again)).text == listed.text


async def test_what_has_one_answer_is_answered_at_once(house: House, olena: Person):
    await write(olena, "/about")
    shown = await press(olena, "Офіційний сайт")
    assert "Джерело" in shown.text
    assert any(button.url for row in shown.buttons for button in row)


async def test_contact_tells_how_to_reach_the_secretariat(olena: Person, alex: Person):
    for person in (olena, alex):
        shown = await write(person, "/contact")
        assert any(button.url for row in shown.buttons for button in row)


@pytest.mark.parametrize(
    ("code", "question", "fact", "source"),
    [
        ("uk", "Коли затвердили четвертий план дій?", "18 грудня 2018", "Джерело: "),
        ("uk", "ЯКИМ ДОКУМЕНТОМ ЗАТВЕРДЖЕНО П'ЯТИЙ ПЛАН", "149", "Джерело: "),
        ("en", "When was the fourth action plan approved?", "18 December 2018", "Source: "),
        ("en", "/ask when was the third plan approved", "30 November 2016", "Source: "),
    ],
)
async def test_direct_question_is_answered_with_its_source(olena: Person, code, question, fact, source):
    olena.language_code = code
    shown = await write(olena, question)
    assert fact in shown.text
    assert source in shown.text


@pytest.mark.parametrize(
    ("wish", "screen"),
    [
        ("Хочу подати пропозицію", "Крок 1 з 16"),
        ("підпишіть мене на новини", "Сповіщення вимкнено"),
        ("відпишіть мене", "Сповіщення вимкнено"),
        ("які консультації зараз відкриті", "Відкриті консультації"),
        ("хочу проголосувати", "Голосувань у боті зараз немає"),
        ("змініть мову", "Мова · Language"),
        ("видаліть мої дані", "Видалити ваші дані?"),
        ("що з моєю пропозицією", "пропозиц"),
        ("як з вами зв’язатися", "Секретаріат"),
        ("покличте людину", "Секретаріат"),
    ],
)
async def test_wish_in_own_words_opens_what_it_asks_for_and_changes_nothing(
    house: House, olena: Person, wish, screen
):
    assert screen in (await write(olena, wish)).text
    assert not await house.services.subscriptions.is_subscribed(olena.id)


@pytest.mark.parametrize(
    ("code", "question", "screen", "label", "fact"),
    [
        (
            "uk",
            "Як надіслати зауваження до проєкту?",
            "Відкриті консультації",
            "Мені потрібна відповідь",
            "Джерело",
        ),
        ("en", "how to submit a proposal to a consultation", "Step 1 of 16", "I wanted an answer", "Source"),
    ],
)
async def test_question_in_which_a_wish_was_seen_has_a_way_to_its_answer(
    house: House, olena: Person, code, question, screen, label, fact
):
    olena.language_code = code
    shown = await write(olena, question)
    assert screen in shown.text
    assert label in shown.labels[:-1]
    assert fact in (await press(olena, label, message=shown)).text
    assert not await house.services.subscriptions.is_subscribed(olena.id)


@pytest.mark.parametrize(
    "wish", ["Подати пропозицію", "як з вами зв’язатися", "де моя пропозиція UA-2026-0042"]
)
async def test_plain_wish_leads_to_no_answer(olena: Person, wish):
    assert "Мені потрібна відповідь" not in (await write(olena, wish)).labels


async def test_question_in_which_a_wish_was_seen_is_remembered_and_counted_once(
    house: House, olena: Person, officer: Person
):
    question = "Як надіслати зауваження до проєкту?"
    await write(olena, question)
    shown = await write(
        olena, question
    )  # as the update comes again after a crash, for nothing was changed by it
    assert await remembered(house, olena) == [question]
    for _ in range(2):
        await olena.press(data=data_of(shown, "qi:"), message=shown)
    await olena.wait_quiet()
    assert "Джерело" in olena.chat.by_id[shown.id].text
    assert await remembered(house, olena) == [question] * 2
    assert "з відповіддю: 1" in (await write(officer, "/stats")).text


async def remembered(house: House, person: Person) -> list[str]:
    """The questions in a person's copy of their data."""
    copy = json.loads(await house.services.privacy.export(person.id))
    return [asked["text"] for asked in copy["asked"]]


async def test_way_to_an_answer_says_when_the_question_is_forgotten(olena: Person):
    shown = await write(olena, "Як надіслати зауваження до проєкту?")
    for number in range(REMEMBERED_AT_MOST):
        await write(olena, f"Ґринджоли {number}?")
    answer = await press(olena, "Мені потрібна відповідь", message=shown)
    assert "не пам’ята" in answer.text


@pytest.mark.parametrize(
    ("code", "question", "words"),
    [
        ("uk", "Скільки коштував четвертий план дій?", "я цього не знайшов"),
        ("en", "How much did the fifth plan cost?", "I did not find this"),
    ],
)
async def test_what_the_content_is_silent_about_is_said_with_what_it_does_say(
    olena: Person, code, question, words
):
    olena.language_code = code
    shown = await write(olena, question)
    assert words in shown.text
    assert ("Ось що в них про це є" in shown.text) or ("This is what they do say" in shown.text)
    answer = await press(olena, shown.labels[0])
    assert ("Джерело" if code == "uk" else "Source") in answer.text


async def test_who_wants_to_vote_is_led_to_the_proposals_that_can_be_supported(olena: Person):
    shown = await write(olena, "де можна проголосувати")
    listed = await press(olena, "Читати пропозиції", message=shown)
    assert "пропозиці" in listed.text.lower()


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Як голосували за четвертий план дій?", "discuto"),
        ("Хто може подати пропозицію до сьомого плану?", "Усі охочі"),
    ],
)
async def test_question_about_what_can_be_wished_is_answered(olena: Person, question, fact):
    assert fact in (await write(olena, question)).text


def test_every_wish_has_its_screen():
    assert set(WISHES) == set(Intent)
