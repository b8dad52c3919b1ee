"""The plan browser: the list, a plan's screen on a phone, and the timeline."""

import pytest

from bot.sandbox import Person, Sandbox
from bot.ui import knowledge as screens
from tests.flows.conftest import House
from tests.flows.scenes import press, write

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("code", "label", "approved", "unconfirmed"),
    [
        ("uk", "Показати шкалу часу", "затверджено 18 грудня 2018 року", "затвердження не підтверджено"),
        ("en", "Show the timeline", "approved on 18 December 2018", "approval not confirmed"),
    ],
)
async def test_timeline_is_a_picture_that_its_caption_says_in_words(
    house: House, olena: Person, code, label, approved, unconfirmed
):
    olena.language_code = code
    await write(olena, "/plans")
    shown = await press(olena, label)
    assert shown.photo is not None
    assert shown.photo.startswith(PNG)
    assert approved in shown.text
    assert unconfirmed in shown.text
    for plan in house.services.knowledge.of_kind("plan"):
        assert plan.texts[code].short in shown.text
        assert plan.texts[code].short in shown.labels


async def test_buttons_under_the_picture_open_new_messages(olena: Person):
    listed = await write(olena, "/plans")
    picture = await press(olena, "Показати шкалу часу")
    for label in ("План 4 (2018–2020)", "‹ Назад", "‹ Меню"):
        shown = await press(olena, label, message=picture)
        assert shown.id != picture.id
        assert olena.chat.by_id[picture.id].text == picture.text
    assert (await press(olena, "‹ Назад", message=picture)).text == listed.text


async def test_picture_in_the_middle_of_a_draft_says_that_the_draft_is_kept(olena: Person):
    await write(olena, "/propose")
    await write(olena, "/plans")
    shown = await press(olena, "Показати шкалу часу")
    assert shown.photo is not None
    assert shown.labels[0] == "Продовжити чернетку"


async def test_picture_is_drawn_once_for_everybody_who_reads_the_language(house: House, olena: Person):
    for _ in range(2):
        await write(olena, "/plans")
        await press(olena, "Показати шкалу часу")
    assert len(house.services.timelines._drawn) == 1


async def test_plan_begins_with_what_is_asked_most_and_has_the_rest_one_tap_away(house: House, olena: Person):
    plan = house.services.knowledge.entities["plan-4"]
    await write(olena, "/plans")
    first = await press(olena, plan.texts["uk"].short)
    assert first.labels[:4] == ["Коли", "Яким документом", "На які роки", "Скільки"]
    more = next(label for label in first.labels if label.startswith("Ще запитання"))
    rest = await press(olena, more)
    assert rest.id == first.id
    assert rest.text.startswith(plan.texts["uk"].title)
    asked = set(first.labels) | set(rest.labels)
    titles = {
        house.services.knowledge.attributes[entry.attribute].texts["uk"].title
        for entry in house.services.knowledge.about("plan-4")
        if entry.attribute != "what"
    }
    while "Далі ›" in rest.labels:
        rest = await press(olena, "Далі ›")
        asked |= set(rest.labels)
    assert titles <= asked
    assert (await press(olena, "‹ Назад")).text == first.text


async def test_every_screen_of_the_content_fits_a_phone(house: House):
    knowledge = house.services.knowledge
    for code in knowledge.languages:
        say = house.rooms.texts.speaker(code)
        for entity in knowledge.entities:
            pages = [screens.more(say, knowledge, entity, page) for page in range(3)]
            for screen in (screens.entity(say, knowledge, entity), *pages):
                assert len(screen.rows) <= 10, entity
        assert len(screens.plans(say, knowledge).rows) <= 10


async def test_plan_links_to_its_documents(sandbox: Sandbox, olena: Person):
    await write(olena, "/plans")
    shown = await press(olena, "План 6 (2023–2025)")
    assert [button.url for row in shown.buttons for button in row if button.url]
