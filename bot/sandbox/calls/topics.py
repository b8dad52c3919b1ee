"""Topics of forums. Without the right to manage them, the bot has its own at the most, where members may open some."""

from bot.sandbox.call import Call
from bot.sandbox.calls import content
from bot.sandbox.calls.registry import Result, simulated
from bot.sandbox.chats import Group
from bot.sandbox.errors import bad_request
from bot.sandbox.forum import LONGEST_NAME, Topic
from bot.sandbox.world import World


@simulated("createForumTopic")
def create_forum_topic(world: World, call: Call) -> Result:
    """A topic with a name of 1 to 128 characters."""
    group = _forum(world, call)
    _check_right(group, "create a topic")
    name = call.text("name").strip()
    if not name:
        raise bad_request("title must be non-empty")
    return group.forum.open(_fitting(name)).raw()


@simulated("editForumTopic")
def edit_forum_topic(world: World, call: Call) -> Result:
    """Another name; without one, the topic keeps its own."""
    group = _forum(world, call)
    topic = group.forum.get(call.integer("message_thread_id"))
    _check_right(group, "edit the topic", topic)
    if name := call.text("name").strip():
        group.forum.rename(topic, _fitting(name))
    return True


@simulated("closeForumTopic", "reopenForumTopic", "closeGeneralForumTopic", "reopenGeneralForumTopic")
def turn_forum_topic(world: World, call: Call) -> Result:
    """Close or reopen a topic, or the general one."""
    group = _forum(world, call)
    method = call.method.lower()
    general = "general" in method
    topic = group.forum.general if general else group.forum.get(call.integer("message_thread_id"))
    _check_right(group, "close or open the topic", topic)
    group.forum.turn(topic, is_closed=method.startswith("close"))
    return True


@simulated("deleteForumTopic")
def delete_forum_topic(world: World, call: Call) -> Result:
    """Delete a topic with everything in it."""
    group = _forum(world, call)
    topic = group.forum.get(call.integer("message_thread_id"))
    _check_right(group, "delete the topic", topic)
    if topic is group.forum.general:
        raise bad_request("TOPIC_ID_INVALID")
    group.forum.delete(topic)
    return True


def _forum(world: World, call: Call) -> Group:
    group = content.recipient(world, call)
    if not isinstance(group, Group) or not group.info.get("is_forum"):
        raise bad_request("the chat is not a forum")
    return group


def _check_right(group: Group, what: str, topic: Topic | None = None) -> None:
    is_own = group.members_open_topics and (topic is None or topic.is_bots)
    if not is_own and not group.may("can_manage_topics"):
        raise bad_request(f"not enough rights to {what}")


def _fitting(name: str) -> str:
    """The name; Telegram would cut it where it is too long, which no bot can wish for."""
    if len(name) > LONGEST_NAME:
        raise bad_request("TOPIC_TITLE_INVALID")
    return name
