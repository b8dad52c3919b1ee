"""The chat page and the API under it.

Everything here acts for the person in front of the screen, so it is guarded: other web pages open in the
same browser must not reach it (DNS rebinding, cross-site requests).
"""

import base64
import binascii
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.sandbox import views
from bot.sandbox.chats import Chat, Group
from bot.sandbox.errors import Json
from bot.sandbox.files import MAX_DOWNLOAD, image_size
from bot.sandbox.messages import ChatMessage
from bot.sandbox.person import Person

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

_PAGE = Path(__file__).parent / "page"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_POLICY = (
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ChatPage:
    """Routes of the page; every one acts through the same `Person` that tests use."""

    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox

    def routes(self) -> list[web.RouteDef]:
        """Routes of the page, its files and its API."""
        chat = "/sandbox/api/chats/{chat_id:-?[0-9]+}"
        return [
            web.get("/", self._index),
            web.get("/sandbox/page/{name:[a-z.-]+}", self._static),
            web.get("/sandbox/files/{file_id:[A-Za-z0-9]+}", self._file),
            web.get("/sandbox/api/state", self._state),
            web.get(chat, self._chat),
            web.post(f"{chat}/send", self._send),
            web.post(f"{chat}/press", self._press),
            web.post(f"{chat}/keyboard", self._keyboard),
            web.post(f"{chat}/edit", self._edit),
            web.post(f"{chat}/upload", self._upload),
            web.post(f"{chat}/person", self._person),
            web.post(f"{chat}/group", self._group),
        ]

    async def _index(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(_PAGE / "index.html", headers=_HEADERS)

    async def _static(self, request: web.Request) -> web.StreamResponse:
        path = _PAGE / request.match_info["name"]
        if not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path, headers=_HEADERS)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        file = self._sandbox.world.files.find(request.match_info["file_id"])
        if file is None:
            raise web.HTTPNotFound
        # Only pictures are shown; anything else is saved, so that an HTML file cannot run as this page.
        shown = image_size(file.content) is not None
        way = "inline" if shown else "attachment"
        headers = {**_HEADERS, "Content-Disposition": f"{way}; filename*=UTF-8''{quote(file.name)}"}
        kind = _image_type(file.content) if shown else "application/octet-stream"
        return web.Response(body=file.content, content_type=kind, headers=headers)

    async def _state(self, _: web.Request) -> web.StreamResponse:
        return _json(views.overview(self._sandbox))

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        return _json(views.chat(self._sandbox, self._place(request)))

    async def _send(self, request: web.Request) -> web.StreamResponse:
        place, person, body = await self._act(request)
        text = str(body.get("text", "")).strip()
        if not 1 <= len(text) <= 4096:
            raise web.HTTPBadRequest(reason="text of 1 to 4096 characters")
        reply_to = body.get("reply_to")
        known = isinstance(reply_to, int) and reply_to in place.by_id
        topic = body.get("topic")
        in_topic = isinstance(place, Group) and topic in place.forum.topics
        sent = await person.send(
            text, chat=place, reply_to=reply_to if known else None, topic=topic if in_topic else None
        )
        return _json(views.message(sent))

    async def _press(self, request: web.Request) -> web.StreamResponse:
        place, person, body = await self._act(request)
        message_id, data = body.get("message_id"), body.get("data")
        if not isinstance(message_id, int) or not isinstance(data, str):
            raise web.HTTPBadRequest(reason="message_id and data")
        await person.press(data=data, message=message_id, chat=place)
        return _json({})

    async def _keyboard(self, request: web.Request) -> web.StreamResponse:
        place, person, body = await self._act(request)
        label = str(body.get("text"))
        if label not in [cell["text"] for row in place.keyboard for cell in row]:
            raise web.HTTPBadRequest(reason="a button that is shown")
        return _json(views.message(await person.use_keyboard(label, chat=place)))

    async def _edit(self, request: web.Request) -> web.StreamResponse:
        place, person, body = await self._act(request)
        message = place.by_id.get(int(body.get("message_id", 0)))
        text = str(body.get("text", "")).strip()
        if (
            message is None
            or message.raw.get("from", {}).get("id") != person.id
            or "text" not in message.raw
            or not text
        ):
            raise web.HTTPBadRequest(reason="an own text message and its new text")
        return _json(views.message(await person.edit(message.id, text, chat=place)))

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        place, person, body = await self._act(request)
        try:
            content = base64.b64decode(str(body.get("content", "")), validate=True)
        except binascii.Error:
            raise web.HTTPBadRequest(reason="content in base64") from None
        if not 1 <= len(content) <= MAX_DOWNLOAD:
            raise web.HTTPRequestEntityTooLarge(MAX_DOWNLOAD, len(content))
        caption = str(body.get("caption", ""))[:1024]
        sent: ChatMessage
        if body.get("as_photo") and image_size(content):
            sent = await person.send_photo(content, caption=caption, chat=place)
        else:
            name, mime = str(body.get("name") or "file"), str(body.get("mime") or "application/octet-stream")
            sent = await person.send_document(name, content, mime, caption=caption, chat=place)
        return _json(views.message(sent))

    async def _person(self, request: web.Request) -> web.StreamResponse:
        _, person, body = await self._act(request)
        if "blocked" in body and bool(body["blocked"]) != person.chat.is_blocked:
            await (person.block() if body["blocked"] else person.unblock())
        if "language" in body:
            person.language_code = str(body["language"])[:8] or None
            self._sandbox.world.tell("person", person.chat, {})
        return _json({})

    async def _group(self, request: web.Request) -> web.StreamResponse:
        """Give the bot the right to manage topics or take it, or delete a topic."""
        place, person, body = await self._act(request)
        if not isinstance(place, Group):
            raise web.HTTPBadRequest(reason="a group")
        if "manages_topics" in body:
            lacks = frozenset() if body["manages_topics"] else frozenset({"can_manage_topics"})
            self._sandbox.set_bot_status(place, "administrator", by=person, lacks=lacks)
            self._sandbox.world.tell("person", place, {})
        if body.get("delete_topic") in place.forum.topics:
            place.forum.delete(place.forum.topics[body["delete_topic"]])
        return _json({})

    def _place(self, request: web.Request) -> Chat:
        place = self._sandbox.world.chats.get(int(request.match_info["chat_id"]))
        if place is None:
            raise web.HTTPNotFound
        return place

    async def _act(self, request: web.Request) -> tuple[Chat, Person, Json]:
        """The chat, who acts in it (in a group the body's `as`), and the body."""
        place = self._place(request)
        try:
            body = json.loads(await request.read() or b"{}")
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise web.HTTPBadRequest(reason="a JSON object")
        who = body.get("as") if isinstance(place, Group) else place.id
        person = self._sandbox.people.get(who) if isinstance(who, int) else None
        if person is None:
            raise web.HTTPBadRequest(reason="nobody acts")
        return place, person, body


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let only this machine's own page in; the Bot API is guarded by its token instead.

    A name that was rebound to loopback shows in `Host`; a form or script of another site shows in `Origin`,
    and cannot send JSON without asking first.
    """
    own = request.path == "/" or request.path.startswith("/sandbox/")
    if own and urlsplit(f"//{request.host}").hostname not in _LOOPBACK:
        raise web.HTTPForbidden(reason="loopback only")
    if own and request.method != "GET":
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(reason="another origin")
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(reason="JSON only")
    return await handler(request)


def _json(value: Json) -> web.Response:
    return web.json_response(value, headers=_HEADERS)


def _image_type(content: bytes) -> str:
    if content.startswith(b"\x89PNG"):
        return "image/png"
    return "image/gif" if content.startswith(b"GIF8") else "image/jpeg"
