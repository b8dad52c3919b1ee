"""Follow-up questions: the subject of the last answer is kept for a while, and only so long."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from bot.sandbox import Person
from tests.flows.conftest import House
from tests.flows.scenes import press, write

FIRST = {"uk": "Коли затвердили четвертий план дій?", "en": "When was the fourth action plan approved?"}
NEXT = {"uk": "а яким розпорядженням?", "en": "and by which order?"}
ORDER = "1088"


async def test_next_question_keeps_what_the_last_answer_was_about(olena: Person, alex: Person):
    for person in (olena, alex):
        await write(person, FIRST[person.language_code])
        assert ORDER in (await write(person, NEXT[person.language_code])).text


async def test_question_with_a_subject_of_its_own_replaces_it(olena: Person):
    await write(olena, FIRST["uk"])
    third = await write(olena, "Коли затвердили третій план дій?")
    assert ORDER not in third.text
    assert ORDER not in (await write(olena, NEXT["uk"])).text


async def test_subject_survives_a_restart(house: House, olena: Person):
    await write(olena, FIRST["uk"])
    async with house.away():
        pass
    assert ORDER in (await write(olena, NEXT["uk"])).text


async def test_subject_is_forgotten_after_a_while_and_on_the_menu(house: House, olena: Person):
    without = (await write(olena, NEXT["uk"])).text
    await write(olena, FIRST["uk"])
    await write(olena, "/menu")
    assert (await write(olena, NEXT["uk"])).text == without
    await write(olena, "/menu")
    await write(olena, FIRST["uk"])
    house.clock.ahead = timedelta(minutes=16)
    assert (await write(olena, NEXT["uk"])).text == without
    house.clock.ahead = timedelta(minutes=40)
    await house.services.questions.forget_old()
    with closing(sqlite3.connect(house.settings.database)) as database:
        assert database.execute("SELECT count(*) FROM attention").fetchone() == (0,)


async def test_answer_opened_by_a_button_is_a_subject_too(house: House, olena: Person):
    plan = next(one for one in house.services.knowledge.of_kind("plan") if one.ordinal == 4)
    await write(olena, "/plans")
    await press(olena, plan.texts["uk"].short)
    assert ORDER in (await write(olena, NEXT["uk"])).text


@pytest.mark.parametrize("code", ["uk", "en"])
async def test_partners_are_asked_about_without_naming_the_plan(olena: Person, code):
    olena.language_code = code
    first, question, place = {
        "uk": ("Коли затвердили другий план дій?", "а хто був партнером?", "Другий план"),
        "en": ("When was the second action plan approved?", "and who were the partners?", "Second"),
    }[code]
    await write(olena, first)
    shown = await write(olena, question)
    assert place in shown.text
    assert "артнер" in shown.text if code == "uk" else "artner" in shown.text


async def test_silence_on_the_subject_is_not_filled_with_another_plan(olena: Person):
    await write(olena, FIRST["uk"])
    assert "не знайшов" in (await write(olena, "а хто був партнером?")).text


async def test_buttons_under_an_answer_lead_to_its_plan_and_source(olena: Person):
    shown = await write(olena, FIRST["uk"])
    assert "Джерело" in shown.text
    plan = next(label for label in shown.labels if "4" in label or "етвертий" in label)
    assert "план" in (await press(olena, plan, message=shown)).text.lower()
