"""How many sends a window of time holds, over all chats and in each, and who remembers it for how long."""

from collections import deque

#: Seconds in which Telegram counts what comes over all chats, with what is added for the grain of clocks and timers.
_WINDOW = 1.002
_SECOND = 1.05
_MINUTE = 60.05
_GROUP_A_MINUTE = 20
_NEVER = float("-inf")


#: How fast what is usual follows what is measured, upwards and downwards: one part in so many of each answer's time.
_UP, _DOWN = 64, 16
#: Seconds for which the quickest answer is remembered at the least, and twice as long at the most.
_REMEMBERED = 30.0
#: Seconds by which answers are thought to scatter at the most: what they scatter more would cost too much of the rate.
_SCATTER = 0.021
#: Seconds by which the quickest may be quicker than the first, and how much of them is left after each answer.
_UNSURE, _FADING = 0.02, 0.99
#: Seconds after which a message is counted as if it had never left: an upload may take that long.
_LONGEST = 3.0
#: Seconds between two looks for an answer.
_LOOK = 0.02


class Departure:
    """One message that has left."""

    __slots__ = ("at", "is_over")

    def __init__(self, at: float) -> None:
        self.at = at
        self.is_over = False  # answered, or not waited for any more


class Departures:
    """What Telegram counts of all chats in the present second, as well as it can be told from here.

    Telegram counts arrivals. What left 1.00 s apart may arrive 0.98 s apart: the way varies, connections are opened at
    first, a machine is busy elsewhere for a moment. But no way there and back is shorter than the quickest of late. So
    a message has arrived no later than the way back before its answer, and the next will arrive no sooner than the way
    there from now: once a second, less the quickest way there and back, is over since the answer, there is room for
    another. That is exact, however late an answer comes, as long as the quickest are not quicker than usual by more
    than some 20 ms. Where they are, nearly exact is enough: more would cost too much of the rate.

    Args:
        limit: messages in a second.
    """

    __slots__ = (
        "_average",
        "_before",
        "_ended",
        "_in_flight",
        "_lately",
        "_left",
        "_since",
        "_surely",
        "_unsure",
        "limit",
        "quickest",
        "usual",
    )

    def __init__(self, *, limit: int) -> None:
        self.limit = limit
        self.usual = 0.0  # seconds from leaving to the answer, for the quicker ones; 0 before the first
        self.quickest = 0.0  # the same for the quickest of late
        self._average = 0.0  # the same for all of late
        self._surely = 0.0  # what the way there and back surely takes
        self._unsure = _UNSURE  # how much quicker than the quickest so far one may be
        #: The quickest of the last seconds, and of those before them.
        self._before = self._lately = float("inf")
        self._since = _NEVER  # when these last seconds began
        self._left: deque[Departure] = deque()  # in this order, some of them over
        self._in_flight = 0  # of those, how many are not over
        #: When those that may still be counted were answered, and when they left.
        self._ended: deque[tuple[float, float]] = deque()

    def free_at(self, now: float) -> float:
        """The moment from which one more may go, or at which it is worth looking again."""
        left, ended = self._left, self._ended
        while left and (left[0].is_over or left[0].at + _LONGEST <= now):
            self.give_back(left.popleft())
        while ended and self._counted_until(*ended[0]) <= now:
            ended.popleft()
        if self._in_flight + len(ended) < self.limit:
            return _NEVER
        forgotten_at = left[0].at + _LONGEST if left else float("inf")
        if ended:  # what is answered later is counted for longer
            return min(self._counted_until(*ended[0]), forgotten_at)
        return min(max(left[0].at + _WINDOW, now + _LOOK), forgotten_at)

    def _counted_until(self, answered_at: float, left_at: float) -> float:
        return max(answered_at - self._surely, left_at) + _WINDOW

    @property
    def counted_for(self) -> float:
        """Seconds for which a message is counted, on average."""
        return _WINDOW + self._average - self._surely

    def take(self, now: float) -> Departure:
        """Count one more."""
        departure = Departure(now)
        self._left.append(departure)
        self._in_flight += 1
        return departure

    def give_back(self, departure: Departure) -> None:
        """Forget one that did not go after all."""
        if not departure.is_over:
            departure.is_over = True
            self._in_flight -= 1

    def answered(self, departure: Departure, now: float, *, is_taken: bool) -> None:
        """Telegram has answered for it, or never will.

        Args:
            departure: for which.
            now: the time.
            is_taken: whether it was taken. What fails is told sooner or later, and says nothing of the way.
        """
        self.give_back(departure)
        self._ended.append((now, departure.at))
        if not is_taken:
            return
        took = now - departure.at
        if now - self._since > _REMEMBERED:
            self._before, self._lately, self._since = self._lately, took, now
            self.quickest = min(self._before, took)
        elif took < self._lately:
            self._lately = took
            self.quickest = min(self._before, took)
        usual = self.usual or took
        took = min(took, 2 * usual)  # an upload says little of the others
        self.usual = usual + (took - usual) / (_UP if took > usual else _DOWN)
        self._average += (took - self._average) / _UP if self._average else took
        self._unsure *= _FADING
        self._surely = max(0.0, max(self.quickest, self._average - _SCATTER) - self._unsure)


class Quota:
    """No more than `limit` in any `window` seconds: it keeps the times of the last `limit` sends."""

    __slots__ = ("_times", "_window")

    def __init__(self, *, limit: int, window: float) -> None:
        self._times: deque[float] = deque(maxlen=limit)
        self._window = window

    def free_at(self) -> float:
        """The moment from which one more may go."""
        times = self._times
        return times[0] + self._window if len(times) == times.maxlen else _NEVER

    def quiet_at(self) -> float:
        """The moment from which nothing of the past matters."""
        return self._times[-1] + self._window if self._times else _NEVER

    def take(self, now: float) -> None:
        """Count one more."""
        self._times.append(now)

    def give_back(self, taken_at: float) -> None:
        """Forget one that did not go after all."""
        if taken_at in self._times:
            self._times.remove(taken_at)


class _Chat:
    """What one chat's limits remember."""

    __slots__ = ("minute", "paused_until", "second")

    def __init__(self, chat_burst: int, *, is_group: bool) -> None:
        self.second = Quota(limit=chat_burst, window=chat_burst * _SECOND)
        self.minute = Quota(limit=_GROUP_A_MINUTE, window=_MINUTE) if is_group else None
        self.paused_until = _NEVER

    def free_at(self, *, edits: bool) -> float:
        free_at = self.paused_until if edits else max(self.paused_until, self.second.free_at())
        return free_at if self.minute is None else max(free_at, self.minute.free_at())

    def quiet_at(self) -> float:
        quiet_at = max(self.paused_until, self.second.quiet_at())
        return quiet_at if self.minute is None else max(quiet_at, self.minute.quiet_at())


class Chats:
    """The limits of each chat: one message a second, in groups and channels 20 a minute, edits included.

    The windows are 50 ms longer than Telegram's, for arrivals drift against each other on the way; nobody notices in a
    single chat. A chat is forgotten once its windows are empty, so memory follows the sends of the last minute.
    """

    def __init__(self, *, chat_burst: int = 1) -> None:
        self._chat_burst = chat_burst
        self._chats: dict[int | str, _Chat] = {}
        # Chats in the order in which they are to be looked at again; one queue a kind, as their windows differ.
        self._persons: deque[tuple[float, int | str]] = deque()
        self._groups: deque[tuple[float, int | str]] = deque()

    def __len__(self) -> int:
        return len(self._chats)

    def free_at(self, chat_id: int | str | None, *, edits: bool) -> float:
        """The moment from which the chat may get one more."""
        chat = self._chats.get(chat_id) if chat_id is not None else None
        return _NEVER if chat is None else chat.free_at(edits=edits)

    def take(self, chat_id: int | str | None, now: float, *, edits: bool) -> None:
        """Count one more for the chat."""
        self._forget_quiet(now)
        if chat_id is None or (edits and not is_group(chat_id)):
            return
        chat = self._remembered(chat_id, now)
        if not edits:
            chat.second.take(now)
        if chat.minute is not None:
            chat.minute.take(now)

    def give_back(self, chat_id: int | str | None, taken_at: float, *, edits: bool) -> None:
        """Forget one that did not go after all."""
        chat = self._chats.get(chat_id) if chat_id is not None else None
        if chat is None:
            return
        if not edits:
            chat.second.give_back(taken_at)
        if chat.minute is not None:
            chat.minute.give_back(taken_at)

    def pause(self, chat_id: int | str, now: float, seconds: float) -> None:
        """Let the chat get nothing for so long."""
        chat = self._remembered(chat_id, now)
        chat.paused_until = max(chat.paused_until, now + seconds)

    def _remembered(self, chat_id: int | str, now: float) -> _Chat:
        chat = self._chats.get(chat_id)
        if chat is None:
            group = is_group(chat_id)
            chat = self._chats[chat_id] = _Chat(self._chat_burst, is_group=group)
            self._watch(chat_id, now, group=group)
        return chat

    def _watch(self, chat_id: int | str, now: float, *, group: bool) -> None:
        if group:
            self._groups.append((now + _MINUTE, chat_id))
        else:
            self._persons.append((now + self._chat_burst * _SECOND, chat_id))

    def _forget_quiet(self, now: float) -> None:
        for queue in (self._persons, self._groups):
            while queue and queue[0][0] <= now:
                _, chat_id = queue.popleft()
                if self._chats[chat_id].quiet_at() <= now:
                    del self._chats[chat_id]
                else:
                    self._watch(chat_id, now, group=queue is self._groups)


def is_group(chat_id: int | str) -> bool:
    """Whether Telegram's limits for groups apply: groups and channels have negative ids, or go by a @name."""
    return isinstance(chat_id, str) or chat_id < 0
