"""Whether an answer has helped: one tap, counted once, without a person."""

import sqlite3
from contextlib import closing

from bot.sandbox import ChatMessage, Person
from tests.flows.conftest import House
from tests.flows.scenes import press, write

QUESTION = "Коли затвердили четвертий план дій?"


def counted(house: House) -> list[tuple]:
    with closing(sqlite3.connect(house.settings.database)) as database:
        return database.execute("SELECT helpful, unhelpful FROM feedback").fetchall()


async def tap(person: Person, label: str, message: ChatMessage) -> str | None:
    await person.press(label, message=message)
    return (await person.wait_for_answer()).text


async def test_yes_is_a_word_of_thanks_and_the_answer_stays(house: House, olena: Person):
    shown = await write(olena, QUESTION)
    for _ in range(2):
        assert await tap(olena, "Допомогло", shown) == "Дякуємо, враховано."
    assert olena.chat.last.id == shown.id
    assert olena.chat.last.text == shown.text
    assert counted(house) == [(1, 0)]
    with closing(sqlite3.connect(house.settings.database)) as database:
        assert str(olena.id) not in str(database.execute("SELECT * FROM feedback").fetchall())


async def test_no_offers_the_secretariat_and_the_answer_stays(house: House, olena: Person):
    shown = await write(olena, QUESTION)
    offered = await press(olena, "Не допомогло", message=shown)
    assert QUESTION in offered.text
    assert olena.chat.by_id[shown.id].text == shown.text
    assert "передано секретаріату" in (await press(olena, "Передати секретаріату")).text
    assert counted(house) == [(0, 1)]


async def test_other_word_later_is_not_counted_again(house: House, olena: Person):
    shown = await write(olena, QUESTION)
    await tap(olena, "Допомогло", shown)
    await press(olena, "Не допомогло", message=shown)
    assert counted(house) == [(1, 0)]


async def test_each_answer_is_counted_on_its_own(house: House, olena: Person, alex: Person):
    for person, question, label in (
        (olena, QUESTION, "Допомогло"),
        (alex, "When was the fourth action plan approved?", "Helped"),
    ):
        await tap(person, label, await write(person, question))
    assert counted(house) == [(2, 0)]


async def test_reading_by_buttons_asks_for_no_word(house: House, olena: Person):
    await write(olena, "/about")
    shown = await press(olena, "Офіційний сайт")
    assert "Допомогло" not in shown.labels


async def test_rating_survives_a_restart_and_a_forged_one_counts_nothing(
    house: House, olena: Person, alex: Person
):
    shown = await write(olena, QUESTION)
    async with house.away():
        pass
    await alex.press(data="ra:1:1")
    assert (await alex.wait_for_answer()).text == "It is too late to rate this answer."
    assert counted(house) == []
    assert await tap(olena, "Допомогло", shown) == "Дякуємо, враховано."
