"""How evenly broadcasts leave, how much room they leave for answers, and how the rate comes back after a 429.

What may leave at all is the log's word (`bot.gateway.quota`). The pace spreads broadcasts over it, with credit for a
late timer: without, a prototype lost 19 %. An answer knows no pace; the broadcasts behind it make up for it.

A log that is always full lets an answer go only when the oldest message leaves it, at 30 a second after up to 34 ms. There,
while people write to the bot, broadcasts are a little slower than the log would let them be, and each place stays free
for a moment: almost half of the time one is free, and the next comes free within some 20 ms. Of several answers
at once, each further one waits for a step, whatever the pace. While nobody writes there is nobody to leave room for.
"""

#: Seconds that an answer may wait for the next place; where they come free more seldom, each stays free for the rest of
#: the time, but for no longer than so many seconds, for that is what it costs broadcasts of every second.
_WAIT, _ROOM = 0.02, 0.014
#: Seconds after an answer for which that is so.
_ROOM_FOR = 5.0
#: Seconds that the broadcasts of one second take at the most, whatever room they leave.
_COST = 1.027
#: Seconds by which a timer may be late without a loss: what it missed then goes at once.
_LATE = 0.04
#: Seconds by which answers hold up broadcasts at the most: what is older, Telegram does not count any more.
_HELD_UP = 1.0
_LESS = 0.9  # of the rate, once Telegram has said that it is too high
_LEAST = 0.3
_HOLD = 10.0  # seconds for which it stays there before it goes up again
_RISE = 0.005  # of the full rate, a second


class Pace:
    """When the next broadcast may leave.

    Args:
        rate: messages a second that Telegram takes.
        window: seconds in which as many leave at the most.
        burst: how many may leave at once after a lull.
    """

    __slots__ = (
        "_lull_credit",
        "_rate",
        "_room",
        "_room_until",
        "_slowed_at",
        "_slowed_to",
        "_step",
        "next_at",
        "share",
    )

    def __init__(self, *, rate: int, window: float, burst: int) -> None:
        self.next_at = float("-inf")  # in the past, it is credit
        self.share = 1.0  # of the rate that is made use of
        self._slowed_to = 1.0  # what it was when it was last reduced
        self._slowed_at = float("-inf")
        self._rate = rate
        self._step = window / rate
        self._room = max(0.0, min(_ROOM, self._step - _WAIT))
        self._room_until = float("-inf")
        self._lull_credit = self._step * (burst - 1)

    def count(self, now: float, *, is_answer: bool, is_late: bool, counted_for: float) -> None:
        """One has left.

        Args:
            now: when.
            is_answer: whether it has taken a broadcast's place.
            is_late: whether more were waiting, so that time passed is lateness and not a lull.
            counted_for: seconds for which a message has its place, on average.
        """
        credit = max(_LATE, self._lull_credit) if is_late else self._lull_credit
        step = self._step
        if self._room and now < self._room_until:
            step = max(step, min(counted_for + self._room, _COST) / self._rate)
        next_at = max(self.next_at, now - credit) + step / self.share
        if is_answer:
            self._room_until = now + _ROOM_FOR
            next_at = max(self.next_at, min(next_at, now + _HELD_UP))
        self.next_at = next_at

    def give_back(self) -> None:
        """One has not left after all."""
        self.next_at -= self._step / self.share

    def slow_down(self, at: float) -> None:
        """Make use of less of the rate, from then on."""
        self._slowed_to = self.share = max(_LEAST, self.share * _LESS)
        self._slowed_at = at

    def speed_up(self, now: float) -> None:
        """Come back to the full rate, slowly, after it has been reduced."""
        self.share = min(1.0, self._slowed_to + max(0.0, now - self._slowed_at - _HOLD) * _RISE)
