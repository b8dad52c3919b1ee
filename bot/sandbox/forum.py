"""Topics of a forum: opened, renamed, closed, reopened and deleted, by the bot or by a person.

A topic has the id of the service message that opened it. Whatever is written in it without answering anything
answers that message, which is what the Bot API tells bots.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sandbox.errors import Json, bad_request
from bot.sandbox.messages import ChatMessage

if TYPE_CHECKING:
    from bot.sandbox.chats import Group
    from bot.sandbox.person import Person
    from bot.sandbox.world import World

#: The topic that every forum has; messages in it carry no topic.
GENERAL = 1
LONGEST_NAME = 128
COLOUR = 7322096


@dataclass
class Topic:
    """A topic of a forum."""

    id: int
    name: str
    is_closed: bool = False
    is_bots: bool = False

    def raw(self) -> Json:
        """The Bot API's ForumTopic object."""
        return {"message_thread_id": self.id, "name": self.name, "icon_color": COLOUR}


class Forum:
    """The topics of one group.

    Args:
        world: where its service messages are told of.
        group: whose topics they are.
    """

    def __init__(self, world: "World", group: "Group") -> None:
        self._world = world
        self._group = group
        self.topics: dict[int, Topic] = {}
        self.general = Topic(GENERAL, "General")

    def named(self, part: str) -> Topic:
        """The newest topic whose name contains this.

        Raises:
            AssertionError: there is none.
        """
        found = [topic for topic in self.topics.values() if part in topic.name]
        assert found, f"no topic {part!r} among {[topic.name for topic in self.topics.values()]}"
        return found[-1]

    def messages(self, topic: Topic) -> list[ChatMessage]:
        """What was written in a topic, the service messages left out."""
        mine = [one for one in self._group.messages if one.raw.get("message_thread_id") == topic.id]
        return [one for one in mine if not any(key.startswith("forum_topic_") for key in one.raw)]

    def get(self, topic_id: int) -> Topic:
        """The topic.

        Raises:
            ApiError: there is none.
        """
        topic = self.general if topic_id == GENERAL else self.topics.get(topic_id)
        if topic is None:
            raise bad_request("TOPIC_ID_INVALID")
        return topic

    def open(self, name: str, *, by: "Person | None" = None) -> Topic:
        """Open a topic; the bot does where nobody else is named."""
        created = self._written({"forum_topic_created": {"name": name, "icon_color": COLOUR}}, by)
        created.raw.update(message_thread_id=created.id, is_topic_message=True)
        topic = self.topics[created.id] = Topic(created.id, name, is_bots=by is None)
        self._told(created, by)
        return topic

    def rename(self, topic: Topic, name: str, *, by: "Person | None" = None) -> None:
        """Give a topic another name.

        Raises:
            ApiError: it has that name already.
        """
        if topic.name == name:
            raise bad_request("TOPIC_NOT_MODIFIED")
        topic.name = name
        self._serve(topic, {"forum_topic_edited": {"name": name}}, by)

    def turn(self, topic: Topic, *, is_closed: bool, by: "Person | None" = None) -> None:
        """Close or reopen a topic.

        Raises:
            ApiError: it is so already.
        """
        if topic.is_closed is is_closed:
            raise bad_request("TOPIC_NOT_MODIFIED")
        topic.is_closed = is_closed
        self._serve(topic, {"forum_topic_closed" if is_closed else "forum_topic_reopened": {}}, by)

    def delete(self, topic: Topic) -> None:
        """Delete a topic with everything in it; no bot is told of that."""
        del self.topics[topic.id]
        for message in self._group.messages:
            if message.raw.get("message_thread_id") == topic.id:
                self._world.delete(self._group, message.id)
        self._world.tell("topics", self._group, {})

    def turn_off(self) -> None:
        """Make an ordinary group of it: the messages stay, the topics are gone."""
        self._group.info.pop("is_forum", None)
        self.topics.clear()
        self._world.tell("topics", self._group, {})

    def place(self, topic_id: int, replied: Json | None) -> Json:
        """The fields of a message that is written in a topic, or in the general one (0).

        Args:
            topic_id: which topic.
            replied: the message that it answers.
        """
        replies: Json = {} if replied is None else {"reply_to_message": _shallow(replied)}
        if not topic_id:
            # In the general topic an answer carries the id of what its chain of answers began with.
            chain = replied and (replied.get("message_thread_id") or replied["message_id"])
            return {**replies, **({"message_thread_id": chain} if chain else {})}
        if not replies and (root := self._group.by_id.get(topic_id)) is not None:
            replies = {"reply_to_message": _shallow(root.raw)}
        return {**replies, "message_thread_id": topic_id, "is_topic_message": True}

    def _serve(self, topic: Topic, content: Json, by: "Person | None") -> None:
        where = {} if topic is self.general else self.place(topic.id, None)
        self._told(self._written({**content, **where}, by), by)

    def _written(self, content: Json, by: "Person | None") -> ChatMessage:
        sender = self._world.bot if by is None else by.user
        raw = {"from": sender, "date": self._world.now(), **content}
        return self._group.add(raw, from_bot=by is None)

    def _told(self, message: ChatMessage, by: "Person | None") -> None:
        self._world.tell("message", self._group, {"message_id": message.id})
        self._world.tell("topics", self._group, {})
        if by is not None:  # a bot hears of nothing that it has done itself
            self._world.updates.put("message", message.raw)


def _shallow(message: Json) -> Json:
    """A message that is answered: Telegram nests one level only."""
    return {key: value for key, value in message.items() if key != "reply_to_message"}
