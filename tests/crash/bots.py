"""`python -m tests.crash.bots`: starts real bots to be killed, each in a process of its own, without importing anew.

An order (`tests.nursery`) has `settings`, the file `log`, `die` (a point or null) and the file `armed`.

A point is where the bot kills itself, the first time that it gets there after the file `armed` has appeared.
"""

import asyncio
import inspect
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvloop

from bot.app import run
from bot.cli.logs import configure
from bot.gateway import inbox as gateway_inbox
from bot.gateway.budget import Budget
from bot.services.forum import ForumService
from bot.services.notices import NoticesService
from bot.settings import Settings
from bot.ui.context import Context
from bot.workers.forum import Forum
from bot.workers.sender import Sender
from storage import handling
from storage.inbox import Inbox
from storage.notices import Notices
from storage.proposal_changes import ProposalChanges
from tests.nursery import serve

Condition = Callable[[tuple[Any, ...], Any], object]


def _is_applied(*_: object) -> bool:
    current = handling.get()
    return current is not None and current.is_applied


def _something(_: tuple[Any, ...], result: object) -> object:
    return result


#: Where the bot may die: whose method, which, whether before or after it, and on which condition.
POINTS: dict[str, tuple[type, str, str, Condition]] = {
    "before the update's row is committed": (Inbox, "add_all", "after", lambda args, _: args[2]),
    "before the update is handled": (gateway_inbox.Inbox, "take", "after", lambda args, _: args[1]),
    "before the change's screen": (Context, "show", "before", _is_applied),
    "after the change's screen": (Context, "show", "after", _is_applied),
    "before the settlement is committed": (Inbox, "settle", "after", lambda args, _: args[1]),
    "after the settlement": (gateway_inbox.Inbox, "settle", "after", lambda *_: True),
    "in the middle of what is sent to many": (
        ProposalChanges,
        "add",
        "after",
        lambda _, result: result.became == "declined",
    ),
    "after the claim": (NoticesService, "exchange", "after", _something),
    "after the sending": (Sender, "_told", "before", lambda *_: True),
    "before the notice's settlement is committed": (Notices, "settle", "after", lambda args, _: args[1]),
    "before Telegram is asked for the notice's topic": (Forum, "_open", "before", lambda *_: True),
    "before the notice's topic is recorded": (ForumService, "opened", "before", lambda *_: True),
    "after the notice's topic is recorded": (ForumService, "opened", "after", lambda *_: True),
    "before the new title of the notice's topic is recorded": (
        ForumService,
        "told",
        "before",
        lambda *_: True,
    ),
}


def _arm(point: str, armed: Path) -> None:
    owner, name, when, condition = POINTS[point]
    original = getattr(owner, name)

    def die_if(args: tuple[Any, ...], result: object) -> None:
        if armed.exists() and condition(args, result):
            os.kill(os.getpid(), signal.SIGKILL)

    def deadly_at_once(*args: Any, **kwargs: Any) -> Any:
        die_if(args, None)
        return original(*args, **kwargs)

    async def deadly(*args: Any, **kwargs: Any) -> Any:
        if when == "before":
            die_if(args, None)
        result = await original(*args, **kwargs)
        if when == "after":
            die_if(args, result)
        return result

    setattr(owner, name, deadly if inspect.iscoroutinefunction(original) else deadly_at_once)


def _serve(order: dict[str, Any]) -> None:
    sys.stdin.close()
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    settings = Settings(_env_file=None, **order["settings"])
    if order.get("die"):
        _arm(order["die"], Path(order["armed"]))
    configure(settings.token)

    async def main() -> None:
        stop = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
        # Telegram's one message a second in a chat would make the test long; all else is as in earnest.
        await run(settings, stop, budget=Budget(rate=settings.rate, chat_burst=1000))

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main())


if __name__ == "__main__":
    serve(_serve)
