"""The table of simulated methods."""

from collections.abc import Awaitable, Callable

from bot.sandbox.call import Call
from bot.sandbox.errors import Json
from bot.sandbox.world import World

Result = Json | list[Json] | bool | str | int
Handler = Callable[[World, Call], Result | Awaitable[Result]]

HANDLERS: dict[str, Handler] = {}
"""By the method's name in lower case."""


def simulated(*methods: str) -> Callable[[Handler], Handler]:
    """Enter a function under the methods that it answers."""

    def enter(handler: Handler) -> Handler:
        for method in methods:
            HANDLERS[method.lower()] = handler
        return handler

    return enter
