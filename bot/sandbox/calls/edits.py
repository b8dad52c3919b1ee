"""Changing and deleting what was said."""

import datetime as dt

from bot.sandbox import keyboards
from bot.sandbox.call import Call
from bot.sandbox.calls import content
from bot.sandbox.calls.registry import Result, simulated
from bot.sandbox.chats import Chat, PrivateChat
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.messages import ChatMessage
from bot.sandbox.world import World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
_DELETABLE_FOR = dt.timedelta(hours=48)
MAX_DELETED_AT_ONCE = 100


@simulated("editMessageText")
def edit_message_text(world: World, call: Call) -> Result:
    """Another text and keyboard; the keyboard goes away unless it is given again."""
    chat, message = _own(world, call)
    if "text" not in message.raw:
        raise bad_request("there is no text in the message to edit")
    fields = content.text_fields(world, call, too_long="MESSAGE_TOO_LONG")
    return _revise(world, chat, message, call, {"text": None, "entities": None, **fields})


@simulated("editMessageCaption")
def edit_message_caption(world: World, call: Call) -> Result:
    """Another caption and keyboard."""
    chat, message = _own(world, call)
    if "text" in message.raw:
        raise bad_request("there is no caption in the message to edit")
    fields = content.caption_fields(world, call)
    return _revise(world, chat, message, call, {"caption": None, "caption_entities": None, **fields})


@simulated("editMessageReplyMarkup")
def edit_message_reply_markup(world: World, call: Call) -> Result:
    """Another keyboard, or none."""
    chat, message = _own(world, call)
    return _revise(world, chat, message, call, {})


@simulated("deleteMessage")
def delete_message(world: World, call: Call) -> Result:
    """Delete one message, younger than 48 hours."""
    chat = world.find_chat(call.value("chat_id"))
    message = chat.by_id.get(call.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    allowed = message.from_bot or isinstance(chat, PrivateChat) or _rules(chat)
    if not allowed or world.clock() - message.date > _DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    world.delete(chat, message.id)
    return True


@simulated("deleteMessages")
def delete_messages(world: World, call: Call) -> Result:
    """Delete 1 to 100 messages; those that are gone already are skipped."""
    chat = world.find_chat(call.value("chat_id"))
    ids = call.value("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= MAX_DELETED_AT_ONCE:
        raise bad_request("message identifiers are not specified" if not ids else "too many messages")
    for message_id in ids:
        if int(message_id) in chat.by_id:
            world.delete(chat, int(message_id))
    return True


def _own(world: World, call: Call) -> tuple[Chat, ChatMessage]:
    if call.params.get("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = world.find_chat(call.value("chat_id"))
    if not call.integer("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.by_id.get(call.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    chat.check_writable()
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return chat, message


def _revise(world: World, chat: Chat, message: ChatMessage, call: Call, changes: Json) -> Json:
    markup = keyboards.checked(call.value("reply_markup"))
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    raw = {**message.raw, **changes, "reply_markup": markup}
    raw = {key: value for key, value in raw.items() if value is not None}
    if {k: v for k, v in raw.items() if k != "edit_date"} == {
        k: v for k, v in message.raw.items() if k != "edit_date"
    }:
        raise bad_request(_NOT_MODIFIED)
    # Telegram dates an edit of the content; a keyboard alone does not mark the message as edited.
    if changes:
        raw["edit_date"] = world.now()
    return world.revise(chat, message, raw).raw


def _rules(chat: Chat) -> bool:
    return getattr(chat, "bot_status", "") == "administrator"
