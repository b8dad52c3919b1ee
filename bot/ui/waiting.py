"""Long work in a chat: after a second a message says how far it is, and changes while it goes on."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from bot.ui.context import Context
from bot.ui.screen import Screen

#: Seconds after which it is said that something takes long, and between two looks at how far it is.
FIRST, EVERY = 1.0, 2.5


async def watched(
    context: Context, work: Coroutine[Any, Any, None], draw: Callable[[], Screen], *, afterwards: Screen
) -> None:
    """Do the work, and show meanwhile how far it is.

    Args:
        context: of the chat.
        work: what takes long; cancelled with whoever waits for it.
        draw: how far it is.
        afterwards: what takes the place of that in the end, however the work has gone.
    """
    task = asyncio.create_task(work)
    message: int | None = None
    shown: Screen | None = None
    try:
        while not task.done():
            await asyncio.wait({task}, timeout=FIRST if shown is None else EVERY)
            if not task.done() and (screen := draw()) != shown:
                message, shown = await context.show_progress(screen, over=message), screen
    except BaseException:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise
    if message is not None:
        await context.show_progress(afterwards, over=message)
    await task
