"""Who may change what the bot writes in a group: Telegram says so, and its word is good for a moment."""

import time
from collections.abc import Callable
from typing import Final

from telegram import Bot, ChatMember
from telegram.error import BadRequest, Forbidden

#: Seconds for which Telegram's word is good: long enough for a row of presses, short enough to be taken back.
FRESH: Final = 15.0
_MOST: Final = 1000


class Administrators:
    """Asks Telegram, and remembers the answer for a moment.

    Args:
        now: seconds on a clock that never goes back.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._known: dict[tuple[int, int], tuple[float, bool]] = {}

    async def has(self, bot: Bot, group_id: int, user_id: int) -> bool:
        """Whether somebody is an administrator of a group or channel.

        Raises:
            telegram.error.TelegramError: Telegram cannot be asked just now.
        """
        now = self._now()
        until, known = self._known.get((group_id, user_id), (0.0, False))
        if now < until:
            return known
        try:
            member = await bot.get_chat_member(group_id, user_id)
        except (BadRequest, Forbidden):  # no such group, or the bot is in it no more
            return False
        found = member.status in {ChatMember.OWNER, ChatMember.ADMINISTRATOR}
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[group_id, user_id] = now + FRESH, found
        return found
