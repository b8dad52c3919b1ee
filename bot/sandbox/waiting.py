"""Waiting for what the bot does, woken by events, never by the clock alone."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.sandbox.chats import Chat
from bot.sandbox.messages import ChatMessage
from bot.sandbox.world import CallbackQuery, World

if TYPE_CHECKING:
    from bot.sandbox.server import BotApi

Expected = str | Callable[[ChatMessage], object] | None
"""A part of the text, a condition, or anything at all."""


async def message(chat: Chat, since: int, expected: Expected, seconds: float) -> ChatMessage:
    """The first state of a message of the bot after revision `since` that is as expected.

    States that came and went (a progress line that was edited away) count too, so that the answer does not
    depend on who was faster.

    Raises:
        AssertionError: nothing of the kind came within `seconds`; shows the chat.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    seen = since
    while True:
        for state in chat.since(seen):
            seen = state.revision
            if state.from_bot and _is_expected(state, expected):
                return state
        if not await chat.changed.wait(max(0.0, deadline - loop.time())):
            wanted = repr(expected) if isinstance(expected, str) else "the expected message"
            wanted = "any message" if expected is None else wanted
            raise AssertionError(f"{wanted} did not come within {seconds} s; the chat:\n{chat.transcript()}")


async def answer(world: World, user_id: int, since: int, seconds: float) -> CallbackQuery:
    """The first answer to a pressed button after revision `since`.

    Raises:
        AssertionError: none came within `seconds`.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while True:
        for query in world.callbacks.values():
            if query.user_id == user_id and query.revision > since:
                return query
        if not await world.answered.wait(max(0.0, deadline - loop.time())):
            raise AssertionError(f"no callback query was answered within {seconds} s")


async def quiet(world: World, api: "BotApi", gap: float, seconds: float) -> None:
    """Until every update is acknowledged and the bot has called nothing for `gap` seconds.

    Long polls do not count as calls.

    Raises:
        AssertionError: it is not quiet after `seconds`.
    """
    loop = asyncio.get_running_loop()
    started = loop.time()
    deadline = started + seconds
    while True:
        now = loop.time()
        if now >= deadline:
            raise AssertionError(
                f"not quiet after {seconds} s: {world.updates.count} updates not acknowledged, "
                f"{api.running} calls not answered"
            )
        if world.updates.count:
            await world.updates.changed.wait(deadline - now)
            started = loop.time()
        elif api.running:
            await api.called.wait(deadline - now)
        else:
            left = max(started, api.last_call_at) + gap - now
            if left <= 0:
                return
            await _first(world, api, min(left, deadline - now))


async def _first(world: World, api: "BotApi", seconds: float) -> None:
    tasks = {
        asyncio.ensure_future(world.updates.changed.wait(seconds)),
        asyncio.ensure_future(api.called.wait(seconds)),
    }
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()


def _is_expected(state: ChatMessage, expected: Expected) -> bool:
    if expected is None:
        return True
    return expected in state.text if isinstance(expected, str) else bool(expected(state))
