"""What the chat page is told: people, chats and messages as JSON of its own."""

from typing import TYPE_CHECKING

from bot.sandbox.calls.profile import localised
from bot.sandbox.chats import Chat, Group, PrivateChat
from bot.sandbox.entities import to_html
from bot.sandbox.errors import Json
from bot.sandbox.messages import ChatMessage

if TYPE_CHECKING:
    from bot.sandbox.person import Person
    from bot.sandbox.sandbox import Sandbox

# Content without a text; the page names it in its own language.
_KINDS = (
    "sticker",
    "voice",
    "audio",
    "video",
    "video_note",
    "animation",
    "location",
    "contact",
    "poll",
    "dice",
)

_SERVICE = (
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
)


def overview(sandbox: "Sandbox") -> Json:
    """The bot and everybody who can be chosen."""
    people = [_person(person) for person in sandbox.people.values()]
    groups = [_group(sandbox, group) for group in sandbox.groups.values()]
    return {"bot": {"name": _bot_name(sandbox, ""), **sandbox.world.bot}, "chats": people + groups}


def chat(sandbox: "Sandbox", place: Chat) -> Json:
    """One chat with all its messages and what surrounds them."""
    person = sandbox.people.get(place.id)
    language = (person.language_code or "") if person else ""
    return {
        "id": place.id,
        "messages": [message(state) for state in place.messages],
        "keyboard": keyboard(place),
        "action": place.action,
        "commands": person.commands if person else [],
        "description": localised(sandbox.descriptions, language),
        "bot_name": _bot_name(sandbox, language),
        "topics": topics(place),
    }


def topics(place: Chat) -> list[Json]:
    """A forum's topics, the general one first; none elsewhere."""
    if not isinstance(place, Group) or not place.info.get("is_forum"):
        return []
    others = [
        {"id": one.id, "name": one.name, "is_closed": one.is_closed} for one in place.forum.topics.values()
    ]
    return [{"id": 0, "name": "", "is_closed": place.forum.general.is_closed}, *others]


def keyboard(place: Chat) -> list[list[str]]:
    """The reply keyboard's labels, by row."""
    return [[str(cell["text"]) for cell in row] for row in place.keyboard]


def message(state: ChatMessage) -> Json:
    """One message; its HTML holds nothing but what the sandbox itself wrote from escaped text."""
    raw = state.raw
    view: Json = {
        "id": state.id,
        "from_bot": state.from_bot,
        "sender": raw["from"]["first_name"] if "from" in raw else raw["sender_chat"]["title"],
        "sender_id": raw["from"]["id"] if "from" in raw else raw["sender_chat"]["id"],
        "date": raw["date"],
        "edited": state.edited,
        "text": state.text,
        "html": to_html(state.text, state.entities, link_commands=True),
        "rows": [[_button(cell.text, cell.data, cell.url) for cell in row] for row in state.buttons],
        "kind": next((kind for kind in _KINDS if kind in raw), ""),
        "topic": raw["message_thread_id"] if raw.get("is_topic_message") else 0,
        "service": next((kind for kind in _SERVICE if kind in raw), ""),
        "topic_name": next(
            (raw[kind].get("name", "") for kind in _SERVICE if isinstance(raw.get(kind), dict)), ""
        ),
    }
    if state.file is not None:
        view["file"] = {
            "url": f"/sandbox/files/{state.file.file_id}",
            "name": state.file.name,
            "size": len(state.file.content),
            "is_photo": "photo" in raw,
        }
    reply = raw.get("reply_to_message")
    if reply and "forum_topic_created" not in reply:  # everything in a topic answers that
        quoted = reply.get("text") or reply.get("caption") or "…"
        sender = reply["from"]["first_name"] if "from" in reply else reply["sender_chat"]["title"]
        view["reply_to"] = {"sender": sender, "text": quoted[:120]}
    return view


def _button(text: str, data: str | None, url: str | None) -> Json:
    return {"text": text, "data": data, "url": url}


def _person(person: "Person") -> Json:
    place: PrivateChat = person.chat
    return {
        "id": person.id,
        "kind": "person",
        "name": " ".join(filter(None, [person.user["first_name"], person.user.get("last_name")])),
        "username": person.user.get("username", ""),
        "language": person.language_code or "",
        "caption": person.caption,
        "blocked": place.is_blocked,
        **_last(place),
    }


def _group(sandbox: "Sandbox", group: Group) -> Json:
    members = [sandbox.people[user_id] for user_id in group.statuses if user_id in sandbox.people]
    return {
        "id": group.id,
        "kind": "group",
        "name": group.info["title"],
        "username": "",
        "language": "",
        "caption": group.caption,
        "blocked": False,
        "members": [{"id": person.id, "name": person.user["first_name"]} for person in members],
        "is_forum": bool(group.info.get("is_forum")),
        "manages_topics": group.may("can_manage_topics"),
        **_last(group),
    }


def _last(place: Chat) -> Json:
    return {"last": place.last.text[:80] if place.last else ""}


def _bot_name(sandbox: "Sandbox", language: str) -> str:
    return localised(sandbox.world.profile.names, language) or str(sandbox.world.bot["first_name"])
