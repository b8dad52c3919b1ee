import aiohttp
import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaDocument,
    InputTextMessageContent,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken

from bot.sandbox import Sandbox


def keyboard(*rows):
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=data) for text, data in row] for row in rows]
    )


async def raw(sandbox, method, **params):
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{sandbox.url}/bot{sandbox.token}/{method}", json=params) as response,
    ):
        return response.status, await response.json()


async def test_bot_introduces_itself(bot):
    me = await bot.get_me()
    assert (me.is_bot, me.username) == (True, "ogp_sandbox_bot")


async def test_wrong_token_is_unauthorized(sandbox):
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{sandbox.url}/bot1:wrong/getMe") as response:
            assert response.status == 401
            assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
        async with session.get(f"{sandbox.url}/botnonsense/getMe") as response:
            assert (response.status, (await response.json())["description"]) == (404, "Not Found")


async def test_python_telegram_bot_sees_an_invalid_token(sandbox):
    stranger = Bot("1:wrong", base_url=f"{sandbox.url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_unknown_method_is_not_found_and_recorded(sandbox):
    status, body = await raw(sandbox, "sendNothing")
    assert (status, body["description"]) == (404, "Not Found: method not found")
    assert [one.method for one in sandbox.violations] == ["sendNothing"]


async def test_unknown_parameter_is_refused_and_recorded(sandbox, olena):
    status, body = await raw(sandbox, "sendMessage", chat_id=1001, text="x", colour="red")
    assert (status, body["description"]) == (400, "Bad Request: unknown parameter colour")
    assert "colour" in sandbox.violations[0].reason


async def test_method_that_is_not_simulated_says_so(sandbox, olena):
    status, body = await raw(sandbox, "sendDice", chat_id=1001)
    assert status == 501
    assert "sendDice" in body["description"]
    assert sandbox.violations


async def test_parameters_are_taken_from_query_form_and_json(sandbox, olena):
    url = f"{sandbox.url}/bot{sandbox.token}/sendMessage"
    async with aiohttp.ClientSession() as session:
        for options in (
            {"params": {"chat_id": "1001", "text": "123"}},
            {"data": {"chat_id": "1001", "text": "123"}},
            {"json": {"chat_id": 1001, "text": "123"}},
        ):
            async with session.post(url, **options) as response:
                assert (await response.json())["result"]["text"] == "123"


async def test_sent_message_is_complete(bot, olena):
    sent = await bot.send_message(
        1001,
        "<b>Меню</b> /help",
        parse_mode="HTML",
        reply_markup=keyboard([("Так", "yes")]),
        reply_parameters=ReplyParameters(1),
        protect_content=True,
    )
    assert sent.text == "Меню /help"
    assert [(one.type, one.offset, one.length) for one in sent.entities] == [
        ("bold", 0, 4),
        ("bot_command", 5, 5),
    ]
    assert sent.from_user.is_bot
    assert sent.chat.id == 1001
    assert sent.reply_to_message.text == "/start"
    assert sent.reply_markup.inline_keyboard[0][0].callback_data == "yes"
    assert sent.has_protected_content


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Message text is empty"),
        (" \n ", "Text must be non-empty"),
        ("x" * 4097, "Message is too long"),
        ("<b>x", "Can't parse entities: can't find end tag corresponding to start tag \"b\""),
    ],
)
async def test_wrong_text_is_refused(bot, olena, text, reason):
    with pytest.raises(BadRequest, match="(?i)" + reason[:40]):
        await bot.send_message(1001, text, parse_mode="HTML")


async def test_length_counts_after_parsing(bot, olena):
    sent = await bot.send_message(1001, f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    assert len(sent.text) == 4096


async def test_markdown_is_reported_as_not_simulated(sandbox, olena):
    status, _ = await raw(sandbox, "sendMessage", chat_id=1001, text="*x*", parse_mode="MarkdownV2")
    assert status == 501
    assert sandbox.violations


async def test_unknown_chat_is_not_found(bot):
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(5, "x")


async def test_bot_cannot_write_first(bot, sandbox):
    sandbox.add_person(id=7, first_name="Тарас")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(7, "x")


async def test_blocked_bot_is_forbidden_until_unblocked(bot, olena):
    await olena.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(1001, "x")
    await olena.unblock()
    await bot.send_message(1001, "x")
    changes = [one.my_chat_member for one in await bot.get_updates(offset=-2)]
    assert [one.new_chat_member.status for one in changes] == ["kicked", "member"]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (keyboard([("a", "я" * 33)]), "Button_data_invalid"),
        (InlineKeyboardMarkup([[InlineKeyboardButton("a", url="nonsense")]]), "'nonsense' is invalid"),
        (keyboard([("a", "1")] * 9), "too wide"),
        (keyboard(*[[("a", "1")] * 8] * 13), "too long"),
        ({"inline_keyboard": [[{"text": "a"}]]}, "text buttons are unallowed"),
    ],
)
async def test_wrong_keyboard_is_refused(bot, olena, markup, reason):
    with pytest.raises(BadRequest, match=reason):
        await bot.send_message(1001, "x", reply_markup=markup)


async def test_callback_data_of_64_bytes_is_taken(bot, olena):
    await bot.send_message(1001, "x", reply_markup=keyboard([("a", "я" * 32)]))


async def test_edit_changes_text_and_keyboard(bot, olena):
    sent = await bot.send_message(1001, "a", reply_markup=keyboard([("a", "1")]))
    edited = await bot.edit_message_text("b", 1001, sent.message_id)
    assert (edited.text, edited.reply_markup) == ("b", None)
    assert edited.edit_date is not None
    assert olena.chat.last.edited


async def test_edit_without_change_is_refused(bot, olena):
    sent = await bot.send_message(1001, "a", reply_markup=keyboard([("a", "1")]))
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content and reply"):
        await bot.edit_message_text("a", 1001, sent.message_id, reply_markup=keyboard([("a", "1")]))
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(1001, sent.message_id, reply_markup=keyboard([("a", "1")]))
    await bot.edit_message_reply_markup(1001, sent.message_id)


async def test_edit_of_a_persons_message_is_refused(bot, olena):
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", 1001, olena.chat.last.id)


async def test_edit_of_a_missing_message_is_refused(bot, olena):
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", 1001, 999)


async def test_text_of_a_document_cannot_be_edited_but_its_caption_can(bot, olena):
    sent = await bot.send_document(1001, b"abc", filename="a.txt", caption="a")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", 1001, sent.message_id)
    edited = await bot.edit_message_caption(1001, sent.message_id, caption="<i>b</i>", parse_mode="HTML")
    assert edited.caption == "b"


async def test_deleted_messages_disappear(bot, olena):
    first, second = [await bot.send_message(1001, text) for text in "ab"]
    await bot.delete_message(1001, first.message_id)
    await bot.delete_messages(1001, [first.message_id, second.message_id])
    assert [one.text for one in olena.chat.messages] == ["/start"]
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(1001, first.message_id)


async def test_callback_query_is_answered_once(bot, olena):
    await bot.send_message(1001, "x", reply_markup=keyboard([("Так", "yes")]))
    await olena.press("Так")
    query = (await bot.get_updates())[-1].callback_query
    assert (query.data, query.message.text) == ("yes", "x")
    await query.answer("Збережено", show_alert=True)
    assert olena.answers == ["Збережено"]
    with pytest.raises(
        BadRequest, match="Query is too old and response timeout expired or query id is invalid"
    ):
        await query.answer()


async def test_document_goes_there_and_back(bot, olena):
    await olena.send_document("план.pdf", b"%PDF", "application/pdf", caption="ось")
    received = (await bot.get_updates())[-1].message
    assert (received.document.file_name, received.caption) == ("план.pdf", "ось")
    file = await received.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"%PDF"
    await bot.send_document(1001, b"a,b", filename="вивантаження.csv", caption="x")
    document = olena.chat.last.document
    assert (document.name, document.content) == ("вивантаження.csv", b"a,b")
    again = await bot.send_document(1001, received.document.file_id)
    assert again.document.file_name == "план.pdf"


async def test_big_file_is_not_served(bot, olena):
    await olena.send_document("big.bin", bytes(20 * 1024 * 1024 + 1))
    received = (await bot.get_updates())[-1].message
    with pytest.raises(BadRequest, match="File is too big"):
        await received.document.get_file()


async def test_caption_is_at_most_1024_characters(bot, olena):
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_document(1001, b"a", caption="x" * 1025)


async def test_photo_must_be_a_picture(bot, olena):
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (320).to_bytes(4) + (200).to_bytes(4) + bytes(8)
    sent = await bot.send_photo(1001, png)
    assert (sent.photo[-1].width, sent.photo[-1].height) == (320, 200)
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(1001, b"no picture")


async def test_commands_are_kept_by_scope_and_language(bot, sandbox, olena):
    await bot.set_my_commands([("start", "Begin")])
    await bot.set_my_commands([("start", "Почати")], language_code="uk")
    await bot.set_my_commands([("staff", "Панель")], scope={"type": "chat", "chat_id": 1001})
    assert sandbox.commands["default", "uk"][0]["description"] == "Почати"
    assert (await bot.get_my_commands(language_code="uk"))[0].description == "Почати"
    assert [one["command"] for one in olena.commands] == ["staff"]
    await bot.delete_my_commands(scope={"type": "chat", "chat_id": 1001})
    assert [one["description"] for one in olena.commands] == ["Почати"]
    olena.language_code = "pl"
    assert [one["description"] for one in olena.commands] == ["Begin"]


@pytest.mark.parametrize(
    ("command", "description", "reason"),
    [("Start", "x", "Bot_command_invalid"), ("a" * 33, "x", "Bot_command_invalid"), ("a", "", "description")],
)
async def test_wrong_commands_are_refused(bot, command, description, reason):
    with pytest.raises(BadRequest, match=f"(?i){reason}"):
        await bot.set_my_commands([(command, description)])


async def test_descriptions_have_limits_and_languages(bot, sandbox):
    await bot.set_my_description("Опис", language_code="uk")
    await bot.set_my_short_description("x" * 120)
    assert sandbox.descriptions == {"uk": "Опис"}
    assert (await bot.get_my_short_description(language_code="uk")).short_description == "x" * 120
    with pytest.raises(BadRequest):
        await bot.set_my_short_description("x" * 121)
    with pytest.raises(BadRequest):
        await bot.set_my_description("x" * 513)


async def test_group_takes_messages_and_tells_its_members(bot, sandbox, olena):
    group = sandbox.add_group(-1001234567890, "Секретаріат", members=[olena], is_forum=True)
    topic = await bot.create_forum_topic(group.id, "UA-2026-0001")
    sent = await bot.send_message(group.id, "x", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message
    await olena.send("відповідь", chat=group, reply_to=sent.message_id, topic=topic.message_thread_id)
    update = (await bot.get_updates())[-1]
    assert update.message.reply_to_message.text == "x"
    assert [one.status for one in await bot.get_chat_administrators(group.id)] == ["creator"]
    sandbox.set_bot_status(group, "kicked", by=olena)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(group.id, "x")


async def test_chats_and_members_can_be_asked_for(bot, olena):
    chat = await bot.get_chat(1001)
    assert (chat.first_name, chat.username) == ("Олена", "olena")
    assert (await bot.get_chat_member(1001, 1001)).status == "member"
    assert await bot.pin_chat_message(1001, olena.chat.last.id)
    assert (await bot.get_chat(1001)).pinned_message.text == "/start"


async def test_messages_are_copied_and_forwarded(bot, olena):
    original = olena.chat.last
    copied = await bot.copy_message(1001, 1001, original.id)
    assert olena.chat.by_id[copied.message_id].text == "/start"
    forwarded = await bot.forward_message(1001, 1001, original.id)
    assert forwarded.forward_origin.sender_user.id == 1001


async def test_reply_keyboard_is_pressed_as_text(bot, olena):
    await bot.send_message(1001, "x", reply_markup=ReplyKeyboardMarkup([["Меню", "Допомога"]]))
    await olena.press("Допомога")
    assert (await bot.get_updates())[-1].message.text == "Допомога"


async def test_server_can_be_started_again_on_its_port():
    sandbox = Sandbox()
    await sandbox.start()
    url = sandbox.url
    await sandbox.stop()
    await sandbox.start()
    assert sandbox.url == url
    async with Bot(sandbox.token, base_url=f"{url}/bot") as bot:
        assert await bot.get_updates(timeout=0) == ()
    await sandbox.stop()


async def test_moved_group_names_its_supergroup(bot, sandbox, olena):
    group = sandbox.add_group(-5, "Секретаріат", members=[olena])
    await bot.send_message(-5, "x")
    sandbox.migrate_group(group, -1001234567890)
    with pytest.raises(ChatMigrated) as refusal:
        await bot.send_message(-5, "x")
    assert refusal.value.new_chat_id == -1001234567890
    await bot.send_message(-1001234567890, "x")
    assert (await bot.get_updates())[-1].message.migrate_from_chat_id == -5


async def test_people_are_mentioned_by_id_and_never_reached_by_username(bot, olena):
    source = '<a href="tg://user?id=1001">ви</a> <a href="tg://user?id=5">хтось</a>'
    sent = await bot.send_message(1001, source, parse_mode="HTML")
    assert [one.user.first_name for one in sent.entities] == ["Олена"]
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message("@olena", "x")


async def test_keyboard_button_that_asks_for_the_number_sends_it(bot, olena):
    button = KeyboardButton("Поділитися номером", request_contact=True)
    await bot.send_message(1001, "x", reply_markup=ReplyKeyboardMarkup([[button]]))
    await olena.press("Поділитися")
    assert (await bot.get_updates())[-1].message.contact.user_id == 1001


async def test_inline_query_is_answered_once(bot, sandbox, olena):
    query_id = await olena.inline("дороги")
    query = (await bot.get_updates())[-1].inline_query
    content = InputTextMessageContent("x")
    await query.answer([InlineQueryResultArticle("1", "Дороги", content)])
    assert sandbox.world.inline_answers[query_id][0]["title"] == "Дороги"
    with pytest.raises(BadRequest, match="Query is too old"):
        await query.answer([])


async def test_album_shares_a_group_id(bot, olena):
    media = [InputMediaDocument(b"a", filename="a.txt"), InputMediaDocument(b"b", filename="b.txt")]
    first, second = await bot.send_media_group(1001, media)
    assert first.media_group_id == second.media_group_id
    assert [one.document.name for one in olena.chat.messages[-2:]] == ["a.txt", "b.txt"]


async def test_half_a_character_is_refused(sandbox, olena):
    status, body = await raw(sandbox, "sendMessage", chat_id=1001, text="\ud83d")
    assert (status, body["description"]) == (400, "Bad Request: strings must be encoded in UTF-8")
