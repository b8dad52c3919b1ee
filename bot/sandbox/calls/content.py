"""What most sending and editing methods share: formatted text, keyboards, replies, the chat written to."""

from bot.sandbox import entities, keyboards, markup
from bot.sandbox.call import Call
from bot.sandbox.chats import Chat, Group
from bot.sandbox.errors import ApiError, Json, bad_request
from bot.sandbox.messages import ChatMessage
from bot.sandbox.world import World

MAX_TEXT = 4096
"""Characters after parsing."""
MAX_CAPTION = 1024
"""Characters after parsing."""


def formatted(world: World, call: Call, field: str, entities_field: str) -> tuple[str, list[Json]]:
    """Text and entities of a parameter, parsed, trimmed and completed.

    Raises:
        ApiError: the markup or the entities are wrong, or the parse mode is none that the sandbox plays.
    """
    source = call.text(field)
    try:
        source.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        raise bad_request("strings must be encoded in UTF-8") from None
    given: list[Json] = []
    mode = call.text("parse_mode").lower()
    if (explicit := call.value(entities_field)) is not None:
        given = entities.checked(source, explicit)
    elif mode == "html":
        source, given = markup.parse(source)
    elif mode in {"markdown", "markdownv2"}:
        raise ApiError(501, "Not Implemented: the sandbox parses HTML only")
    elif mode:
        raise bad_request("unsupported parse_mode")
    text, given = entities.trimmed(source, _known_people(world, given))
    return text, entities.completed(text, given)


def text_fields(world: World, call: Call, *, too_long: str = "message is too long") -> Json:
    """`text` and `entities` of a message.

    Raises:
        ApiError: empty or longer than 4096 characters.
    """
    if not call.text("text"):
        raise bad_request("message text is empty")
    text, found = formatted(world, call, "text", "entities")
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > MAX_TEXT:
        raise bad_request(too_long)
    return {"text": text, **({"entities": found} if found else {})}


def caption_fields(world: World, call: Call) -> Json:
    """`caption` and `caption_entities`; nothing when there is no caption.

    Raises:
        ApiError: longer than 1024 characters.
    """
    text, found = formatted(world, call, "caption", "caption_entities")
    if len(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, **({"caption_entities": found} if found else {})}


def recipient(world: World, call: Call) -> Chat:
    """The chat that a message goes to.

    Raises:
        ApiError: no such chat, or it may not be written to.
    """
    chat = world.find_chat(call.value("chat_id"))
    chat.check_writable()
    return chat


def frame(world: World, call: Call, chat: Chat) -> tuple[Json, Json | None]:
    """Fields around the content (reply, topic, protection, inline keyboard), and the reply markup as given.

    Raises:
        ApiError: the keyboard, the message replied to or the topic is wrong.
    """
    markup_given = keyboards.checked(call.value("reply_markup"))
    fields: Json = {}
    if markup_given and "inline_keyboard" in markup_given:
        fields["reply_markup"] = markup_given
    replied = _replied(world, chat, reply) if (reply := call.value("reply_parameters")) is not None else None
    if call.flag("protect_content"):
        fields["has_protected_content"] = True
    return {**fields, **chat.placed(_topic(call, chat, replied), replied)}, markup_given


def show_keyboard(chat: Chat, markup_given: Json | None) -> None:
    """Show or remove the reply keyboard that came with a message."""
    if markup_given is None:
        return
    if "keyboard" in markup_given:
        chat.keyboard = markup_given["keyboard"]
    elif markup_given.get("remove_keyboard"):
        chat.keyboard = []


def send(world: World, call: Call, content: Json) -> ChatMessage:
    """Write content into the chat of the call.

    Raises:
        ApiError: as `recipient` and `frame`.
    """
    chat = recipient(world, call)
    fields, markup_given = frame(world, call, chat)
    show_keyboard(chat, markup_given)
    return world.say(chat, {**content, **fields})


def _known_people(world: World, given: list[Json]) -> list[Json]:
    """Mentions by id carry the whole person; strangers cannot be mentioned and stay plain text."""
    kept: list[Json] = []
    for entity in given:
        if entity["type"] != "text_mention":
            kept.append(entity)
        elif (user := world.users.get(int(entity["user"]["id"]))) is not None:
            kept.append({**entity, "user": user})
    return kept


def _topic(call: Call, chat: Chat, replied: Json | None) -> int:
    """The topic that a message goes to, open for the bot; 0 for the general one and where there are none."""
    topic_id = call.integer("message_thread_id")
    if not isinstance(chat, Group) or not chat.info.get("is_forum"):
        if topic_id:
            raise bad_request("message thread not found")
        return 0
    of_replied = int(replied["message_thread_id"]) if replied and replied.get("is_topic_message") else 0
    if topic_id and replied is not None and topic_id != of_replied:
        raise bad_request("message to be replied not found")
    topic_id = topic_id or of_replied
    if topic_id and topic_id not in chat.forum.topics:
        raise bad_request("message thread not found")
    topic = chat.forum.topics.get(topic_id, chat.forum.general)
    if topic.is_closed and not chat.may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return topic_id


def _replied(world: World, chat: Chat, reply: object) -> Json | None:
    if not isinstance(reply, dict) or "message_id" not in reply:
        raise bad_request("can't parse reply parameters: message identifier is not specified")
    source = world.find_chat(reply["chat_id"]) if reply.get("chat_id") else chat
    message = source.by_id.get(int(reply["message_id"]))
    if message is None:
        if reply.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    # Telegram nests one level only.
    return {k: v for k, v in message.raw.items() if k != "reply_to_message"}
