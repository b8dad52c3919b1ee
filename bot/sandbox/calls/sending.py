"""Messages without files: texts, places, contacts, copies."""

from bot.sandbox.call import Call
from bot.sandbox.calls import content
from bot.sandbox.calls.registry import Result, simulated
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.messages import ChatMessage
from bot.sandbox.world import World

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
# What belongs to one message and does not travel with its copy.
_OF_ONE_MESSAGE = frozenset(
    {"message_id", "from", "chat", "date", "edit_date", "reply_to_message", "reply_markup", "forward_origin"}
    | {"message_thread_id", "is_topic_message", "has_protected_content"}
)


@simulated("sendMessage")
def send_message(world: World, call: Call) -> Result:
    """A text of 1 to 4096 characters."""
    content.recipient(world, call)
    fields = content.text_fields(world, call)
    if (preview := call.value("link_preview_options")) is not None:
        fields["link_preview_options"] = preview
    return content.send(world, call, fields).raw


@simulated("sendLocation")
def send_location(world: World, call: Call) -> Result:
    """A place."""
    latitude, longitude = call.text("latitude"), call.text("longitude")
    if not latitude or not longitude:
        raise bad_request("latitude is empty" if not latitude else "longitude is empty")
    place = {"latitude": float(latitude), "longitude": float(longitude)}
    return content.send(world, call, {"location": place}).raw


@simulated("sendContact")
def send_contact(world: World, call: Call) -> Result:
    """A telephone number with a name."""
    contact = {key: call.text(key) for key in ("phone_number", "first_name", "last_name") if call.text(key)}
    if "phone_number" not in contact:
        raise bad_request("phone number is empty")
    return content.send(world, call, {"contact": contact}).raw


@simulated("sendChatAction")
def send_chat_action(world: World, call: Call) -> Result:
    """Shows "typing" until the next message."""
    chat = content.recipient(world, call)
    action = call.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.action = action
    world.tell("action", chat, {"action": action})
    return True


@simulated("copyMessage")
def copy_message(world: World, call: Call) -> Result:
    """The content of a message again, with another caption when one is given."""
    fields = _body(_original(world, call, "copy"))
    if call.params.get("caption") is not None:
        fields = {k: v for k, v in fields.items() if k not in {"caption", "caption_entities"}}
        fields |= content.caption_fields(world, call)
    return {"message_id": content.send(world, call, fields).id}


@simulated("forwardMessage")
def forward_message(world: World, call: Call) -> Result:
    """A message with its origin."""
    original = _original(world, call, "forward")
    origin = {"type": "user", "date": original.raw["date"], "sender_user": original.raw["from"]}
    return content.send(world, call, {**_body(original), "forward_origin": origin}).raw


def _original(world: World, call: Call, verb: str) -> ChatMessage:
    source = world.find_chat(call.value("from_chat_id"))
    message = source.by_id.get(call.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if message.raw.get("has_protected_content"):
        raise bad_request(f"message has protected content and can't be {verb.removesuffix('y')}ied")
    return message


def _body(message: ChatMessage) -> Json:
    return {key: value for key, value in message.raw.items() if key not in _OF_ONE_MESSAGE}
