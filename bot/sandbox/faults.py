"""Faults on demand: errors, broken connections and delays for the next calls of a method."""

from collections import deque
from dataclasses import dataclass
from typing import Literal

from bot.sandbox.errors import ApiError, too_many_requests

_REASONS = {
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to one call; `when` says whether the call still takes effect."""

    kind: Literal["answer", "drop", "delay"]
    when: Literal["before", "after"] = "before"
    seconds: float = 0.0
    error: ApiError | None = None


class Faults:
    """Faults that wait for their calls; the method `*` stands for any."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Fault]] = {}

    def answer(self, method: str, code: int, *, times: int = 1, retry_after: int = 1) -> None:
        """The next calls are refused with 429, 500, 502 or 503 and take no effect.

        Args:
            method: such as `sendMessage`, or `*`.
            code: HTTP status.
            times: how many calls.
            retry_after: seconds; only with 429.
        """
        reason = _REASONS.get(code, "Error")
        error = too_many_requests(retry_after) if code == 429 else ApiError(code, reason)
        self._add(method, Fault("answer", error=error), times)

    def drop(self, method: str, *, applied: bool, times: int = 1) -> None:
        """The connection of the next calls breaks, before or after the call took effect."""
        self._add(method, Fault("drop", "after" if applied else "before"), times)

    def delay(self, method: str, seconds: float, *, times: int = 1, applied: bool = False) -> None:
        """The next calls wait, before they take effect or (`applied`) before they are answered."""
        self._add(method, Fault("delay", "after" if applied else "before", seconds=seconds), times)

    def clear(self) -> None:
        """Forget the faults that have not come yet."""
        self._waiting.clear()

    def take(self, method: str) -> Fault | None:
        """The fault of this call, if one waits."""
        for key in (method.lower(), "*"):
            if waiting := self._waiting.get(key):
                return waiting.popleft()
        return None

    def _add(self, method: str, fault: Fault, times: int) -> None:
        self._waiting.setdefault(method.lower(), deque()).extend([fault] * times)
