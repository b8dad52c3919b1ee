"""The actions in topics of the secretariat's forum. Prefixes are written down in chats: change none, add freely."""

from typing import Annotated

from bot.domain.letters import LetterId
from bot.ui.action import ROW, Action


class SendFromTopic(Action, prefix="tsn"):
    """Send to the author what was written in the topic."""

    letter: Annotated[LetterId, ROW]


class DropFromTopic(Action, prefix="tdr"):
    """Do not send it."""

    letter: Annotated[LetterId, ROW]
