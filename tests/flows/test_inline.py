"""Inline mode: `@bot question` in any chat."""

import asyncio

import pytest

from bot.sandbox import Person, Sandbox
from bot.sandbox.call import Call
from tests.flows.conftest import House
from tests.flows.scenes import press, write

STRANGER = 2001


async def asked(sandbox: Sandbox, person: Person, query: str) -> Call:
    """The bot's answer to an inline query."""
    query_id = await person.inline(query)
    async with asyncio.timeout(30):
        while sandbox.world.inline_answers[query_id] is None:
            await sandbox.world.answered.wait(1.0)
    answers = sandbox.calls_of("answerInlineQuery")
    (call,) = [one for one in answers if str(one.params["inline_query_id"]) == query_id]
    return call


def stranger(sandbox: Sandbox, code: str | None = "en") -> Person:
    return sandbox.add_person(STRANGER, "Sam", language_code=code)


@pytest.mark.parametrize(
    ("code", "query", "source"),
    [("en", "fourth plan", "Source"), ("uk", "четвертий план", "Джерело"), ("fr", "fourth plan", "Джерело")],
)
async def test_answers_are_articles_in_the_askers_language(house: House, sandbox, code, query, source):
    call = await asked(sandbox, stranger(sandbox, code), query)
    results = call.params["results"]
    assert 1 < len(results) <= 10
    first = results[0]
    assert (first["type"], first["id"]) == ("article", "plan-4-what")
    entry = house.services.knowledge.entries["plan-4-what"]
    assert first["title"] == entry.texts["en" if code == "en" else "uk"].title
    assert len(first["description"]) <= 120
    content = first["input_message_content"]
    assert source in content["message_text"]
    assert content["parse_mode"] == "HTML"
    assert content["link_preview_options"] == {"is_disabled": True}
    assert call.params["is_personal"] is True
    assert call.params["cache_time"] == 300
    assert "button" not in call.params


async def test_question_is_answered_first(house: House, sandbox: Sandbox):
    call = await asked(sandbox, stranger(sandbox), "when was the fourth plan approved")
    assert call.params["results"][0]["id"] == "plan-4-when"


async def test_chosen_language_goes_before_telegrams(house: House, sandbox: Sandbox, olena: Person):
    await write(olena, "/language")
    await press(olena, "English")
    call = await asked(sandbox, olena, "четвертий план")
    assert call.params["results"][0]["title"].startswith("Fourth action plan")


async def test_nothing_typed_yet_offers_the_plans(house: House, sandbox: Sandbox):
    results = (await asked(sandbox, stranger(sandbox), "")).params["results"]
    assert [one["id"] for one in results] == [f"plan-{number}-what" for number in range(7, 0, -1)]


@pytest.mark.parametrize("query", ["purple sledges", "unsubscribe me", "<b>&", "?" * 256])
async def test_what_has_no_answer_has_a_way_into_the_bot(house: House, sandbox: Sandbox, query):
    sam = stranger(sandbox)
    call = await asked(sandbox, sam, query)
    assert call.params["results"] == []
    assert call.params["button"] == {"text": "Ask in the bot", "start_parameter": "ask"}
    shown = await write(sam, f"/start {call.params['button']['start_parameter']}")
    assert "Write it in your own words" in shown.text


async def test_button_under_what_was_sent_leads_to_the_answer_in_the_bot(house: House, sandbox: Sandbox):
    sam = stranger(sandbox)
    for result in (await asked(sandbox, sam, "fourth plan")).params["results"]:
        ((button,),) = result["reply_markup"]["inline_keyboard"]
        address, _, payload = button["url"].partition("?start=")
        assert address == "https://t.me/ogp_sandbox_bot"
        assert len(payload) <= 64
        assert result["title"] in (await write(sam, f"/start {payload}")).text


async def test_asking_inline_leaves_nothing_of_a_stranger(house: House, sandbox: Sandbox):
    sam = stranger(sandbox)
    await asked(sandbox, sam, "fourth plan")
    assert await house.services.people.find(sam.id) is None
    assert sam.chat.messages == []


async def test_late_answer_bothers_nobody(house: House, sandbox: Sandbox):
    sam = stranger(sandbox)
    async with house.away():
        query_id = await sam.inline("fourth plan")
        sandbox.world.inline_answers[query_id] = []  # Telegram has stopped waiting
    await sam.wait_quiet()
    assert sam.chat.messages == []
    assert sandbox.pending_updates() == []
    assert (await asked(sandbox, sam, "fourth plan")).params["results"]


async def test_error_in_inline_mode_is_told_to_nobody(house: House, sandbox: Sandbox):
    sam = stranger(sandbox)
    sandbox.faults.answer("answerInlineQuery", 500)
    await sam.inline("fourth plan")
    await sam.wait_quiet()
    assert sam.chat.messages == []
    assert (await asked(sandbox, sam, "fifth plan")).params["results"]


async def test_answer_sent_into_the_bots_own_chat_is_no_answer_to_a_draft(
    house: House, sandbox: Sandbox, olena: Person
):
    await write(olena, "/propose")
    await olena.send_raw({"text": "Четвертий план дій", "via_bot": sandbox.world.bot})
    await olena.wait_quiet()
    draft = await house.services.proposals.draft_of(olena.id)
    assert not draft.answers
