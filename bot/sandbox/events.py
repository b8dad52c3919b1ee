"""Server-sent events: the chat page learns at once what changed."""

import asyncio
import json
from typing import TYPE_CHECKING

from aiohttp import web

from bot.sandbox import views
from bot.sandbox.chats import Chat
from bot.sandbox.errors import Json

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

MAX_WAITING = 2000
"""Events that a page may lag behind; beyond that it is told to load everything anew."""
_HEARTBEAT = 15.0
"""Seconds; a comment that shows a broken connection to both sides."""


class Events:
    """Passes what happens in the world on to every page that listens."""

    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox
        self._queues: set[asyncio.Queue[Json | None]] = set()
        sandbox.world.on_change.append(self._publish)

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """`GET /sandbox/events`."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        self._queues.add(queue)
        try:
            await response.write(b"retry: 500\n\n")
            while True:
                try:
                    event = await asyncio.wait_for(queue.get(), _HEARTBEAT)
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if event is None:
                    return response
                await response.write(b"data: " + json.dumps(event).encode() + b"\n\n")
        except ConnectionError:
            return response  # the page was closed
        finally:
            self._queues.discard(queue)

    def close(self) -> None:
        """End every stream."""
        for queue in self._queues:
            queue.put_nowait(None)

    def _publish(self, kind: str, chat: Chat, details: Json) -> None:
        if not self._queues:
            return
        event: Json = {"event": kind, "chat_id": chat.id, **details}
        if kind in {"message", "edited"}:
            event["message"] = views.message(chat.by_id[details["message_id"]])
            event["keyboard"] = views.keyboard(chat)
        for queue in self._queues:
            if queue.qsize() < MAX_WAITING:
                queue.put_nowait(event)
            elif queue.qsize() == MAX_WAITING:
                queue.put_nowait({"event": "resync", "chat_id": chat.id})
