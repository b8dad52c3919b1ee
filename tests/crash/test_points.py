"""A bot that dies between two steps: what it had taken is handled once, what it had done is shown."""

import json
import signal

import pytest

from bot.sandbox import ChatMessage, Person, Sandbox
from tests.crash.bots import POINTS
from tests.crash.conftest import (
    OFFICER,
    Bots,
    add_consultations,
    data_of,
    is_alert,
    is_receipt,
    step_of,
    walk,
)

OF_UPDATES = [
    point
    for point, (owner, *_) in POINTS.items()
    if "otice" not in f"{owner} {point}" and "send" not in point and "many" not in point
]
OF_NOTICES = ["after the claim", "after the sending", "before the notice's settlement is committed"]


TEXTS = {
    "title": "Trees for streets",
    "problem": "Streets are too hot in July.",
    "solution": "Plant a tree every ten metres.",
    "result": "There is shade in July.",
    "name": "Taras",
    "contact": "taras@example.org",
}


async def shown(person: Person, step: str) -> ChatMessage:
    return await person.wait_for(lambda message: step_of(message) == step)


async def at_consent(person: Person) -> ChatMessage:
    """A proposal, up to the button that submits it."""
    preview = await walk(person, TEXTS, person.wait_for)
    await person.press(data=next(one for one in data_of(preview) if one.startswith("pc:")))
    return await person.wait_for(lambda message: any(one.startswith("pp:") for one in data_of(message)))


@pytest.mark.parametrize("point", OF_UPDATES)
async def test_answer_is_taken_once_and_the_next_question_shown(bots: Bots, sandbox: Sandbox, point: str):
    taras = sandbox.add_person(2001, "Taras", language_code="en")
    await bots.start(die=point)
    await taras.send("/propose")
    await shown(taras, "title")
    await bots.settled()
    bots.armed.touch()
    await taras.send("Trees for streets")
    assert await bots.end() == -signal.SIGKILL
    await bots.start()
    await shown(taras, "problem")
    await bots.settled()
    ((step, answers),) = bots.rows("SELECT step, answers FROM drafts")
    assert (step, answers) == ("problem", '{"title": "Trees for streets"}')
    assert bots.rows("SELECT DISTINCT state FROM inbox") == [("done",)]
    await bots.stop()


@pytest.mark.parametrize("point", ["after the change's screen", "before the settlement is committed"])
async def test_answer_to_a_question_that_is_shown_again_is_no_part_of_the_answer_before(
    bots: Bots, sandbox: Sandbox, point: str
):
    taras = sandbox.add_person(2001, "Taras", language_code="en")
    await bots.start(die=point)
    await taras.send("/propose")
    await shown(taras, "title")
    await bots.settled()
    bots.armed.touch()
    await taras.send(TEXTS["title"])
    await shown(taras, "problem")
    assert await bots.end() == -signal.SIGKILL
    await taras.send(TEXTS["problem"])
    await bots.start()
    await shown(taras, "solution")
    await bots.settled()
    ((answers,),) = bots.rows("SELECT answers FROM drafts")
    assert json.loads(answers) == {"title": TEXTS["title"], "problem": TEXTS["problem"]}
    await bots.stop()


@pytest.mark.parametrize("point", OF_UPDATES)
async def test_choice_and_edit_are_taken_once_and_the_step_in_hand_is_shown(
    bots: Bots, sandbox: Sandbox, point: str
):
    taras = sandbox.add_person(2001, "Taras", language_code="en")
    await bots.start(die=point)
    await taras.send("/propose")
    title = await shown(taras, "title")
    sent = await taras.send("Trees for streets")
    await shown(taras, "problem")
    await bots.settled()
    bots.armed.touch()
    await taras.edit(sent.id, "Trees for every street")
    await taras.press(data=next(one for one in data_of(title) if one.startswith("dm:")), message=title)
    assert await bots.end() == -signal.SIGKILL
    await bots.start()
    await taras.wait_for(lambda message: step_of(message) == "problem" and "of 8" in message.text)
    await bots.settled()
    assert bots.rows("SELECT step, mode, answers FROM drafts") == [
        ("problem", "quick", '{"title": "Trees for every street"}')
    ]
    assert bots.rows("SELECT DISTINCT state FROM inbox") == [("done",)]
    await bots.stop()


@pytest.mark.parametrize("point", OF_UPDATES)
async def test_proposal_is_submitted_once_and_its_receipt_shown(bots: Bots, sandbox: Sandbox, point: str):
    taras = sandbox.add_person(2001, "Taras", language_code="en")
    await bots.start(die=point)
    consent = await at_consent(taras)
    await bots.settled()
    bots.armed.touch()
    agree = next(one for one in data_of(consent) if one.startswith("pp:"))
    await taras.press(data=agree, message=consent)
    await taras.press(data=agree, message=consent)
    assert await bots.end() == -signal.SIGKILL
    await bots.start()
    await bots.settled()
    (receipt,) = [message for message in taras.chat.messages if is_receipt(message)]
    ((reference, title, contact),) = bots.rows("SELECT reference, title, contact FROM proposals")
    assert bots.rows("SELECT reference, version FROM receipts") == [(reference, 1)]
    assert reference in receipt.text
    assert (title, contact) == ("Trees for streets", "taras@example.org")
    assert bots.rows("SELECT DISTINCT state FROM inbox") == [("done",)]
    assert all(query.answered for query in taras.callbacks)
    await bots.stop()


@pytest.mark.parametrize("point", OF_NOTICES)
async def test_notice_reaches_everybody_and_repeats_only_what_was_in_flight(
    bots: Bots, sandbox: Sandbox, point: str
):
    citizens = [sandbox.add_person(3000 + number, "C", language_code="en") for number in range(12)]
    officer = sandbox.add_person(OFFICER, "Maria", language_code="en")
    await bots.start(die=point, rate=32)  # four in flight
    for citizen in citizens:
        await citizen.send("/subscribe")
        await citizen.wait_for(lambda message: any(one.startswith("yf") for one in data_of(message)))
    await bots.settled()
    await add_consultations(bots, "trees")
    bots.armed.touch()
    await officer.send("/publish trees")
    assert await bots.end() == -signal.SIGKILL
    in_flight = bots.rows("SELECT count(*) FROM notices WHERE state = 'claimed'")[0][0]
    assert 1 <= in_flight <= 4
    await bots.start()
    await bots.settled()
    alerts = [sum(is_alert(message) for message in citizen.chat.messages) for citizen in citizens]
    assert min(alerts) == 1
    assert sum(alerts) - len(alerts) <= (0 if point == "after the claim" else in_flight)
    assert bots.rows("SELECT state, count(*) FROM notices GROUP BY state") == [("sent", len(citizens))]
    await bots.stop()
