"""`/start`, the menu, the help, deep links, and what is no text and no command."""

from datetime import timedelta

import pytest

from bot.sandbox import Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import TITLE, click, draft, press, submit, write

KINDS = {
    "sticker": (lambda person: person.send_sticker(), "лише текст"),
    "voice": (lambda person: person.send_voice(), "Голосові"),
    "photo": (lambda person: person.send_photo(), "Файли й зображення"),
    "document": (lambda person: person.send_document("plan.pdf", b"%PDF"), "Файли й зображення"),
    "location": (lambda person: person.send_location(), "лише текст"),
    "contact": (lambda person: person.send_contact(), "лише текст"),
    "poll": (lambda person: person.send_raw({"dice": {"emoji": "🎲", "value": 3}}), "лише текст"),
}
#: What goes with a draft instead: tests/flows/test_attachments.py.
FILES = {"voice", "photo", "document"}


@pytest.mark.parametrize(
    ("code", "greeting"), [("uk", "Вітаємо"), ("en", "Welcome"), ("de", "Вітаємо"), (None, "Вітаємо")]
)
async def test_start_greets_in_the_language_of_telegram(house: House, sandbox: Sandbox, code, greeting):
    person = sandbox.add_person(1001, "Олена", language_code=code)
    assert greeting in (await write(person, "/start")).text


async def test_start_tells_what_is_going_on_for_the_person(house: House, olena: Person):
    await house.consult(days=3)
    await house.consult("later", days=9)
    await submit(olena)
    await draft(olena, upto=1)
    shown = await write(olena, "/start")
    assert f"Чернетка: «{TITLE}»" in shown.text
    assert "Відкрито 2 консультації. Найближча до закриття: залишилося 3 дні." in shown.text
    assert "1 ваша пропозиція чекає на відповідь" in shown.text
    assert shown.labels[0] == "Продовжити чернетку"
    assert "Мої пропозиції" in shown.labels


async def test_start_tells_it_in_english_too(house: House, alex: Person):
    await house.consult(days=1)
    await submit(alex)
    shown = await write(alex, "/start")
    assert "1 consultation is open: 1 day left." in shown.text
    assert "1 proposal of yours is waiting for a response." in shown.text


async def test_start_of_a_newcomer_is_short_and_offers_the_main_things(olena: Person):
    assert olena.chat.last.labels[:3] == ["Написати пропозицію", "Поставити запитання", "Читати консультації"]
    assert "Чернетка" not in olena.chat.last.text
    assert "Мої пропозиції" not in olena.chat.last.labels


async def test_menu_does_not_count_a_consultation_that_has_closed(house: House, olena: Person):
    await house.consult(days=2)
    house.clock.ahead = timedelta(days=3)
    assert "консультаці" not in (await write(olena, "/menu")).text.lower().replace("читати консультації", "")


async def test_a_draft_with_nothing_in_it_is_not_kept(olena: Person):
    await write(olena, "/propose")
    shown = await press(olena, "‹ Меню")
    assert shown.labels[0] == "Написати пропозицію"
    assert "чернетк" not in shown.text.lower()


async def test_help_names_the_main_commands(olena: Person, alex: Person):
    for person in (olena, alex):
        shown = await write(person, "/help")
        assert all(command in shown.text for command in ("/propose", "/my", "/consultations", "/subscribe"))


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_not_read_gets_a_helpful_word(olena: Person, kind):
    send, word = KINDS[kind]
    await send(olena)
    shown = await olena.wait_for()
    assert word in shown.text
    assert "‹ Меню" in shown.labels


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - FILES))
async def test_what_is_not_read_leaves_a_draft_as_it_is(olena: Person, kind):
    await draft(olena, upto=1)
    send, word = KINDS[kind]
    await send(olena)
    shown = await olena.wait_for()
    assert word in shown.text
    assert "прийме як відповідь на крок «Проблема»" in shown.text
    resumed = await press(olena, "Продовжити чернетку")
    assert "Крок 2 з 8" in resumed.text


async def test_unknown_command_is_told_so(olena: Person, alex: Person):
    assert "Такої команди немає" in (await write(olena, "/vyklyk")).text
    assert "no such command" in (await write(alex, "/whatever now")).text


async def test_unknown_command_in_a_draft_leaves_it_open(olena: Person):
    await draft(olena, upto=1)
    assert "на крок «Проблема»" in (await write(olena, "/vyklyk")).text
    assert "Крок 3 з 8" in (await write(olena, "Це вже відповідь на питання про проблему.")).text


async def test_link_to_a_consultation_opens_it(house: House, olena: Person, alex: Person):
    await house.consult("open-data")
    assert "Відкриті дані про дороги" in (await write(olena, "/start c_open-data")).text
    assert "Open data on roads" in (await write(alex, "/start c_open-data")).text


@pytest.mark.parametrize("slug", ["no-such", "secret", "x' OR '1'='1", "c_" * 20])
async def test_link_to_no_open_consultation_says_so(house: House, olena: Person, slug):
    await house.consult("secret", publish=False)
    shown = await write(olena, f"/start c_{slug}")
    assert "Консультації не знайдено" in shown.text
    assert "Читати консультації" in shown.labels


async def test_link_to_an_answer_opens_it(house: House, olena: Person, alex: Person):
    entry = next(iter(house.services.knowledge.entries.values()))
    for person, language, source in ((olena, "uk", "Джерело"), (alex, "en", "Source")):
        shown = await write(person, f"/start q_{entry.id}")
        assert entry.texts[language].fact in shown.text
        assert source in shown.text


@pytest.mark.parametrize("payload", ["zzz", "q_", "c_", "_", "y_" + "x" * 58, "💥"])
async def test_unknown_link_greets_as_ever(olena: Person, payload):
    assert "Вітаємо" in (await write(olena, f"/start {payload}")).text


async def test_link_to_an_answer_that_is_gone_says_so(olena: Person):
    shown = await write(olena, "/start q_no-such")
    assert "Такої відповіді вже немає" in shown.text
    assert "Поставити запитання" in shown.labels


async def test_answer_stays_when_a_button_under_it_is_pressed(house: House, olena: Person):
    entry = next(iter(house.services.knowledge.entries.values()))
    answer = await write(olena, f"/start q_{entry.id}")
    await press(olena, "‹ Меню", message=answer)
    assert olena.chat.by_id[answer.id].text == answer.text
    assert olena.chat.last.id > answer.id


async def test_screen_is_replaced_when_its_button_is_pressed(olena: Person):
    menu = await write(olena, "/menu")
    shown = await press(olena, "Відкрити довідку", message=menu)
    assert shown.id == menu.id


async def test_button_of_a_deleted_message_opens_a_new_one(sandbox: Sandbox, olena: Person):
    menu = await write(olena, "/menu")
    sandbox.world.delete(olena.chat, menu.id)
    shown = await click(olena, "h", message=menu.id)
    assert "Що вміє бот" in shown.text
    assert shown.id > menu.id
