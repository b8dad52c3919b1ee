"""Telegram's sending rates, kept exactly when the sandbox is strict.

Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import math
from collections import deque
from dataclasses import dataclass, field

from bot.sandbox.call import Call
from bot.sandbox.errors import too_many_requests

_SENDS = ("send", "copymessage", "forwardmessage")
#: Each leaves a service message in the group.
_TOPICS = ("createforumtopic", "editforumtopic", "closeforumtopic", "reopenforumtopic")
_FREE = frozenset({"sendchataction", "sendmessagedraft"})


@dataclass
class Rates:
    """Limits and what was sent lately; times are the event loop's, in seconds.

    Attributes:
        enforced: False lets everything through.
        per_second: messages a second over all chats.
        paid_per_second: the same for calls with `allow_paid_broadcast`.
        chat_burst: messages that one private chat takes at once before its one a second.
        group_per_minute: messages a minute in one group.
        errors: how many calls were refused.
    """

    enforced: bool = False
    per_second: int = 30
    paid_per_second: int = 1000
    chat_burst: int = 3
    group_per_minute: int = 20
    errors: int = 0
    _all: deque[float] = field(default_factory=deque, repr=False)
    _chats: dict[str, tuple[float, float]] = field(default_factory=dict, repr=False)
    _groups: dict[str, deque[float]] = field(default_factory=dict, repr=False)

    def check(self, call: Call) -> None:
        """Count a call.

        Raises:
            ApiError: 429 with the seconds to wait; the call is not counted then.
        """
        method = call.method.lower()
        if not self.enforced or not method.startswith((*_SENDS, *_TOPICS)) or method in _FREE:
            return
        media = call.value("media")
        weight = len(media) if isinstance(media, list) else 1
        chat_id = call.text("chat_id")
        limit = self.paid_per_second if call.flag("allow_paid_broadcast") else self.per_second
        in_group = chat_id.startswith("-")
        wait = max(
            _window(self._all, call.at, 1.0, limit, weight),
            self._group_wait(chat_id, call.at, weight) if in_group else self._chat_wait(chat_id, call.at),
        )
        if wait > 0:
            self.errors += 1
            raise too_many_requests(max(1, math.ceil(wait)))
        self._all.extend([call.at] * weight)
        if in_group:
            self._groups[chat_id].extend([call.at] * weight)
        else:
            tokens, _ = self._bucket(chat_id, call.at)
            self._chats[chat_id] = (tokens - weight, call.at)

    def _bucket(self, chat_id: str, now: float) -> tuple[float, float]:
        tokens, at = self._chats.get(chat_id, (float(self.chat_burst), now))
        return min(float(self.chat_burst), tokens + now - at), now

    def _chat_wait(self, chat_id: str, now: float) -> float:
        tokens, _ = self._bucket(chat_id, now)
        # A thousandth of a token forgives the rounding of clocks.
        return 0.0 if tokens >= 0.999 else 1 - tokens

    def _group_wait(self, chat_id: str, now: float, weight: int) -> float:
        sent = self._groups.setdefault(chat_id, deque())
        return _window(sent, now, 60.0, self.group_per_minute, weight)


def _window(sent: deque[float], now: float, seconds: float, limit: int, weight: int) -> float:
    """Seconds until `weight` more fit into a sliding window."""
    while sent and sent[0] <= now - seconds:
        sent.popleft()
    if len(sent) + weight <= limit:
        return 0.0
    leaves = min(len(sent) + weight - limit, len(sent))
    return sent[leaves - 1] + seconds - now if leaves else seconds
