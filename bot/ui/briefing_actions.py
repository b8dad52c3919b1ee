"""The actions on the secretariat's mornings. Prefixes are written down in people's chats: change none, add freely."""

from bot.ui.action import Action


class SwitchBriefing(Action, prefix="ok"):
    """Send the member each morning, or none any more."""

    is_on: bool
