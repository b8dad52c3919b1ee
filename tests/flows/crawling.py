"""Presses every button that can be reached, breadth-first, and remembers what came of each."""

from collections import deque
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass, field

from bot.sandbox import Button, ChatMessage, Person, Sandbox
from tests.flows.scenes import draft

#: What ends something is pressed last: a draft thrown away, a proposal sent, one's data erased.
#: Hours in which the bot is quiet come after them: they would hold back what is to be seen.
LAST = {
    "pp": 1,
    "cp": 1,
    "uo": 1,
    "qx": 1,
    "ft": 1,
    "jbb": 1,
    "px": 2,
    "ux": 2,
    "fx": 2,
    "lg": 3,
    "ex": 3,
    "fg": 3,
}
#: Of days, hours and the like one stands for all.
GRIDS = {"fg", "yc", "yi", "yj", "hu", "zw", "zn", "hz", "je", "jf"}

#: One that has an answer, one that has none, and one in which a wish is seen.
QUESTIONS = (
    "Коли затвердили четвертий план дій?",
    "Ґринджоли фіолетові?",
    "Як надіслати зауваження до проєкту?",
)


@dataclass
class Seen:
    """A screen, and how one gets there."""

    path: tuple[str, ...]
    message: ChatMessage
    data: str | None = None


@dataclass
class Crawl:
    """One person's walk through the whole bot."""

    sandbox: Sandbox
    person: Person
    seen: list[Seen] = field(default_factory=list)
    presses: int = 0
    _known: set[str] = field(default_factory=set)
    _waiting: list[deque[tuple[tuple[str, ...], int, Button]]] = field(
        default_factory=lambda: [deque() for _ in range(4)]
    )

    async def write(self, text: str) -> ChatMessage:
        await self.person.send(text)
        message = await self.person.wait_for()
        self.look((text,), message)
        return message

    async def walk(self, commands: Iterable[str], alert: Awaitable[object]) -> None:
        """Everything a person can see: with an alert, a proposal sent, a draft, and every command.

        Args:
            commands: without the stroke.
            alert: sends everybody who is subscribed an alert.
        """
        await self.write("/start")
        await self.write("/subscribe")
        self.look(("alert",), await self.person.reply_after(alert))
        for question in QUESTIONS:
            await self.write(question)
        self.look(("/propose",), await draft(self.person))
        self.presses += len(self.person.callbacks)
        for command in commands:
            await self.write(f"/{command}")
        await self.press_all()

    async def press_all(self) -> None:
        while queue := next((queue for queue in self._waiting if queue), None):
            path, message_id, button = queue.popleft()
            assert button.data is not None
            before = self.person.chat.clockwork.revision
            await self.person.press(data=button.data, message=message_id)
            await self.person.wait_for_answer()
            self.presses += 1
            shown = [state for state in self.person.chat.since(before) if state.from_bot]
            where = (*path, f"[{button.text}]")
            for message in shown or [self.person.chat.by_id[message_id]]:
                self.look(where, message, button.data)

    def look(self, path: tuple[str, ...], message: ChatMessage, data: str | None = None) -> None:
        self.seen.append(Seen(path, message, data))
        for button in _actions(message):
            data = (button.data or "").removeprefix("+")
            prefix = data.partition(":")[0]
            known = prefix if prefix in GRIDS else _kind_of(data)
            if known not in self._known:
                self._known.add(known)
                self._waiting[LAST.get(prefix, 0)].append((path, message.id, button))


def _kind_of(data: str) -> str:
    """The data; of filters, which of them are set: there are as many choices as topics times regions."""
    prefix, *values = data.split(":")
    if prefix not in {"cb", "cx", "ut"}:
        return data
    return ":".join([prefix, *("set" if len(value) > 2 else value for value in values)])


def _actions(message: ChatMessage) -> Iterable[Button]:
    return (button for row in message.buttons for button in row if button.data is not None)
