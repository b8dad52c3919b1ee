"""Forums: topics as Telegram keeps them, the bot's right to manage them, and who hears of what."""

import pytest
from telegram import ReplyParameters
from telegram.error import BadRequest, RetryAfter

FORUM = -1_001_234_567_890


@pytest.fixture
def forum(sandbox, olena):
    """A forum of Olena's, in which the bot is an administrator."""
    group = sandbox.add_group(
        FORUM, "Секретаріат", members=[olena], is_forum=True, bot_status="administrator"
    )
    group.members_open_topics = False
    return group


async def last(bot):
    return (await bot.get_updates())[-1]


async def test_topic_is_opened_renamed_closed_and_reopened(bot, forum):
    topic = await bot.create_forum_topic(FORUM, "UA-2026-0001 · Надійшла")
    thread = topic.message_thread_id
    await bot.edit_forum_topic(FORUM, thread, name="UA-2026-0001 · На розгляді")
    await bot.close_forum_topic(FORUM, thread)
    with pytest.raises(BadRequest, match="Topic_not_modified"):
        await bot.close_forum_topic(FORUM, thread)
    with pytest.raises(BadRequest, match="Topic_not_modified"):
        await bot.edit_forum_topic(FORUM, thread, name="UA-2026-0001 · На розгляді")
    await bot.reopen_forum_topic(FORUM, thread)
    assert forum.forum.named("0001").name == "UA-2026-0001 · На розгляді"
    kinds = [key for one in forum.messages for key in one.raw if key.startswith("forum_topic_")]
    assert [kind.removeprefix("forum_topic_") for kind in kinds] == [
        "created",
        "edited",
        "closed",
        "reopened",
    ]
    assert {one.raw["message_thread_id"] for one in forum.messages} == {thread}


@pytest.mark.parametrize(
    ("name", "words"), [("", "Title must be non-empty"), ("x" * 129, "Topic_title_invalid")]
)
async def test_name_of_a_topic_has_limits(bot, forum, name, words):
    with pytest.raises(BadRequest, match=words):
        await bot.create_forum_topic(FORUM, name)
    assert forum.forum.topics == {}


async def test_what_is_written_in_a_topic_answers_the_message_that_opened_it(bot, forum, olena):
    thread = (await bot.create_forum_topic(FORUM, "x")).message_thread_id
    sent = await bot.send_message(FORUM, "справа", message_thread_id=thread)
    assert sent.is_topic_message
    assert sent.reply_to_message.forum_topic_created.name == "x"
    await olena.send("між нами", chat=forum, topic=thread)
    heard = (await last(bot)).message
    assert (heard.message_thread_id, heard.is_topic_message) == (thread, True)
    assert heard.reply_to_message.forum_topic_created.name == "x"
    await olena.send("відповідь", chat=forum, topic=thread, reply_to=sent.message_id)
    assert (await last(bot)).message.reply_to_message.text == "справа"


async def test_answer_goes_to_the_topic_of_what_it_answers(bot, forum, olena):
    one, other = [(await bot.create_forum_topic(FORUM, name)).message_thread_id for name in "ab"]
    written = await olena.send("x", chat=forum, topic=one)
    answer = await bot.send_message(FORUM, "y", reply_parameters=ReplyParameters(written.id))
    assert answer.message_thread_id == one
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(
            FORUM, "y", message_thread_id=other, reply_parameters=ReplyParameters(written.id)
        )


async def test_answers_in_the_general_topic_have_a_thread_and_are_in_no_topic(bot, forum, olena):
    first = await bot.send_message(FORUM, "x")
    assert first.message_thread_id is None
    await olena.send("y", chat=forum, reply_to=first.message_id)
    heard = (await last(bot)).message
    assert (heard.message_thread_id, heard.is_topic_message) == (first.message_id, None)
    for thread in (1, first.message_id):
        with pytest.raises(BadRequest, match="Message thread not found"):
            await bot.send_message(FORUM, "z", message_thread_id=thread)


async def test_topic_that_a_person_deletes_is_gone_without_a_word(bot, forum, olena):
    thread = (await bot.create_forum_topic(FORUM, "x")).message_thread_id
    await bot.send_message(FORUM, "x", message_thread_id=thread)
    before = len(await bot.get_updates())
    forum.forum.delete(forum.forum.named("x"))
    assert forum.messages == []
    assert len(await bot.get_updates()) == before
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(FORUM, "x", message_thread_id=thread)
    with pytest.raises(BadRequest, match="Topic_id_invalid"):
        await bot.edit_forum_topic(FORUM, thread, name="y")


async def test_without_the_right_there_are_no_topics_of_the_bots(bot, sandbox, forum, olena):
    theirs = forum.forum.open("Олени", by=olena)
    assert (await last(bot)).message.forum_topic_created.name == "Олени"
    lacks = frozenset({"can_manage_topics"})
    sandbox.set_bot_status(forum, "administrator", by=olena, lacks=lacks)
    change = (await last(bot)).my_chat_member
    assert change.old_chat_member.can_manage_topics
    assert not change.new_chat_member.can_manage_topics
    assert not (await bot.get_chat_member(FORUM, bot.id)).can_manage_topics
    with pytest.raises(BadRequest, match="Not enough rights to create a topic"):
        await bot.create_forum_topic(FORUM, "x")
    with pytest.raises(BadRequest, match="Not enough rights to edit the topic"):
        await bot.edit_forum_topic(FORUM, theirs.id, name="x")
    with pytest.raises(BadRequest, match="Not enough rights to close or open the topic"):
        await bot.close_forum_topic(FORUM, theirs.id)
    await bot.send_message(FORUM, "x", message_thread_id=theirs.id)
    forum.forum.turn(theirs, is_closed=True, by=olena)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(FORUM, "x", message_thread_id=theirs.id)


async def test_group_that_is_no_forum_has_no_topics(bot, sandbox, forum, olena):
    thread = (await bot.create_forum_topic(FORUM, "x")).message_thread_id
    assert (await bot.get_chat(FORUM)).is_forum
    forum.forum.turn_off()
    assert not (await bot.get_chat(FORUM)).is_forum
    with pytest.raises(BadRequest, match="The chat is not a forum"):
        await bot.create_forum_topic(FORUM, "y")
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(FORUM, "x", message_thread_id=thread)


async def test_closed_general_topic_takes_messages_of_administrators_alone(bot, sandbox, forum, olena):
    await bot.close_general_forum_topic(FORUM)
    await bot.send_message(FORUM, "x")
    sandbox.set_bot_status(forum, "member", by=olena)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(FORUM, "x")


async def test_topics_count_for_the_rate_of_their_group(bot, sandbox, forum):
    sandbox.rates.enforced = True
    for number in range(20):
        await bot.create_forum_topic(FORUM, f"{number}")
    with pytest.raises(RetryAfter):
        await bot.send_message(FORUM, "x")


async def test_privacy_mode_lets_the_bot_hear_what_is_said_to_it(bot, sandbox, olena):
    sandbox.world.bot["can_read_all_group_messages"] = False
    group = sandbox.add_group(-5, "Секретаріат", members=[olena])
    sent = await bot.send_message(-5, "x")
    await olena.send("між нами", chat=group)
    for text, reply_to in (("/help", None), (f"@{bot.username}, хто тут?", None), ("так", sent.message_id)):
        await olena.send(text, chat=group, reply_to=reply_to)
        assert (await last(bot)).message.text == text
    assert "між нами" not in [one.message.text for one in await bot.get_updates() if one.message]
    sandbox.set_bot_status(group, "administrator", by=olena)
    await olena.send("між нами", chat=group)
    assert (await last(bot)).message.text == "між нами"
