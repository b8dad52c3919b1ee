"""A bot that dies while it makes a topic: its notice is in one topic, and at the most one topic is nobody's."""

import signal

import pytest

from bot.sandbox import ChatMessage, Group, Person, Sandbox
from tests.crash.conftest import OFFICER, Bots, data_of

FORUM = -1_000_000_004_400
MAKING = [
    "before Telegram is asked for the notice's topic",
    "before the notice's topic is recorded",
    "after the notice's topic is recorded",
    "after the sending",
]


@pytest.fixture
def forum(sandbox: Sandbox) -> Group:
    """The secretariat's forum, in which the bot may manage topics."""
    officer = sandbox.add_person(OFFICER, "Maria", language_code="en")
    return sandbox.add_group(
        FORUM, "Secretariat", members=[officer], is_forum=True, bot_status="administrator"
    )


async def pass_on(person: Person) -> None:
    """A question that the bot cannot answer goes to the secretariat."""
    await person.send("Purple gryndzholy?")
    shown = await person.wait_for(lambda message: any(one.startswith("qp:") for one in data_of(message)))
    data = next(one for one in data_of(shown) if one.startswith("qp:"))
    await person.press(data=data, message=shown)


def notices(group: Group, thread: int) -> list[ChatMessage]:
    return [one for one in group.forum.messages(group.forum.get(thread)) if "gryndzholy" in one.text]


@pytest.mark.parametrize("point", MAKING)
async def test_notice_is_in_one_topic_and_at_most_one_topic_is_nobodys(
    bots: Bots, sandbox: Sandbox, forum: Group, point: str
):
    taras = sandbox.add_person(2001, "Taras", language_code="en")
    await bots.start(die=point, staff_chat=FORUM)
    await taras.send("/start")
    await taras.wait_for()
    await bots.settled()
    bots.armed.touch()
    await pass_on(taras)
    assert await bots.end() == -signal.SIGKILL
    await bots.start(staff_chat=FORUM)
    await bots.settled()
    ((thread, closed),) = bots.rows("SELECT thread_id, is_closed FROM topics")
    orphans = [one for one in forum.forum.topics.values() if one.id != thread]
    assert len(orphans) == (1 if point == "before the notice's topic is recorded" else 0)
    assert all(not notices(forum, one.id) for one in orphans)
    # What was in flight may be there twice; Telegram has no way to tell.
    assert 1 <= len(notices(forum, thread)) <= (2 if point == "after the sending" else 1)
    assert not closed
    await bots.stop()


async def test_title_that_telegram_has_and_the_row_has_not_is_told_once_more(
    bots: Bots, sandbox: Sandbox, forum: Group
):
    taras = sandbox.add_person(2001, "Taras", language_code="en")
    await bots.start(die="before the new title of the notice's topic is recorded", staff_chat=FORUM)
    await pass_on(taras)
    await bots.settled()
    bots.armed.touch()
    await taras.send("/delete")
    shown = await taras.wait_for(lambda message: "Erase everything" in message.labels)
    await taras.press("Erase everything", message=shown)
    assert await bots.end() == -signal.SIGKILL
    await bots.start(staff_chat=FORUM)
    while bots.rows("SELECT count(*) FROM topics WHERE wanted > done") != [(0,)]:
        await sandbox.api.called.wait(0.1)
    (topic,) = forum.forum.topics.values()
    assert topic.is_closed
    assert "gryndzholy" not in topic.name
    assert bots.rows("SELECT is_closed FROM topics") == [(1,)]
    await bots.stop()
