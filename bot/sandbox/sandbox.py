"""The sandbox itself: starts and stops the server, makes people and groups."""

import datetime as dt
from collections import deque
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.sandbox.call import Call
from bot.sandbox.calls.chats import member
from bot.sandbox.chats import Group
from bot.sandbox.errors import Json
from bot.sandbox.events import Events
from bot.sandbox.faults import Faults
from bot.sandbox.person import Person
from bot.sandbox.rates import Rates
from bot.sandbox.server import MAX_BODY, BotApi, Violation
from bot.sandbox.web import ChatPage, guard
from bot.sandbox.world import Clock, World

DEFAULT_TOKEN = "1234567890:SANDBOX-not-a-secret-0123456789abcdef"  # noqa: S105 - opens nothing but this sandbox


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Sandbox:
    """A Bot API server on loopback with people in it, and the chat page at `/`.

    Args:
        token: the only token that is let in.
        host: address to listen on; keep it loopback.
        port: port to listen on; 0 takes a free one.
        strict_rates: answer 429 above Telegram's sending rates.
        clock: the time that messages are dated with; must be aware.
        username: the bot's @username.
        first_name: the bot's name.
        record: how many calls `calls` remembers.
        reads_groups: whether the bot's privacy mode is off.
    """

    def __init__(
        self,
        token: str = DEFAULT_TOKEN,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        strict_rates: bool = False,
        clock: Clock = _utc_now,
        username: str = "ogp_sandbox_bot",
        first_name: str = "OGP",
        record: int = 10_000,
        reads_groups: bool = True,
    ) -> None:
        bot: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": first_name,
            "username": username,
            "can_join_groups": True,
            "can_read_all_group_messages": reads_groups,
            "supports_inline_queries": True,
        }
        self.token = token
        self.host = host
        self.port = port
        self.rates = Rates(enforced=strict_rates)
        self.faults = Faults()
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.world = World(bot=bot, clock=clock)
        self.api = BotApi(self.world, token, rates=self.rates, faults=self.faults, record=record)
        self.page = ChatPage(self)
        self.events = Events(self)
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """Base address; the Bot API is at `{url}/bot{token}/{method}`, the chat page at `{url}/`."""
        return f"http://{self.host}:{self.port}"

    @property
    def latency(self) -> float:
        """Seconds that every call but getUpdates takes more."""
        return self.api.latency

    @latency.setter
    def latency(self, seconds: float) -> None:
        self.api.latency = seconds

    @property
    def calls(self) -> deque[Call]:
        """Calls of the bot, oldest first: `method`, `params`, `at`."""
        return self.api.calls

    @property
    def violations(self) -> list[Violation]:
        """What the bot sent that no Bot API knows, or that the sandbox does not simulate."""
        return self.api.violations

    @property
    def rate_errors(self) -> int:
        """How many calls were answered 429 for their rate."""
        return self.rates.errors

    @property
    def commands(self) -> dict[tuple[str, str], list[Json]]:
        """Registered commands by (scope, language); scopes as `default` or `chat:1001`, language "" for all."""
        return self.world.profile.commands

    @property
    def descriptions(self) -> dict[str, str]:
        """The bot's description by language; "" for all."""
        return self.world.profile.descriptions

    @property
    def short_descriptions(self) -> dict[str, str]:
        """The bot's short description by language; "" for all."""
        return self.world.profile.short_descriptions

    def pending_updates(self) -> list[Json]:
        """Updates that the bot has not acknowledged."""
        return self.world.updates.pending

    def calls_of(self, method: str) -> list[Call]:
        """Calls of one method."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    def add_person(
        self,
        id: int,  # noqa: A002 - the Bot API's own name
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "uk",
        caption: dict[str, str] | None = None,
    ) -> Person:
        """Add a person who has not written to the bot yet.

        Args:
            id: user id.
            first_name: as in Telegram.
            last_name: as in Telegram.
            username: without @.
            language_code: of the person's Telegram; None when Telegram would not tell.
            caption: who this is, by language, shown under the name on the chat page.
        """
        optional = {"last_name": last_name, "username": username, "language_code": language_code}
        user: Json = {"id": id, "is_bot": False, "first_name": first_name}
        user |= {key: value for key, value in optional.items() if value is not None}
        person = Person(self.world, self.api, user, caption or {})
        self.people[id] = person
        self.world.tell("person", person.chat, {})
        return person

    def add_group(
        self,
        id: int,  # noqa: A002 - the Bot API's own name
        title: str,
        *,
        members: list[Person],
        is_forum: bool = False,
        bot_status: str = "member",
        caption: dict[str, str] | None = None,
    ) -> Group:
        """Add a group that the bot was just added to by its first member, who owns it.

        Args:
            id: negative; below -1000000000000 it is a supergroup.
            title: the group's name.
            members: at least one person; the first is the creator.
            is_forum: whether it has topics; only supergroups do.
            bot_status: `member`, or `administrator`.
            caption: what it is for, by language, for the chat page.
        """
        info: Json = {"id": id, "title": title, "type": "supergroup" if id < -1_000_000_000_000 else "group"}
        if is_forum:
            info["is_forum"] = True
        group = self.world.group(info)
        group.caption = caption or {}
        group.statuses = {person.id: "member" for person in members} | {members[0].id: "creator"}
        self.groups[id] = group
        self.set_bot_status(group, bot_status, by=members[0])
        return group

    def add_channel(
        self,
        id: int,  # noqa: A002 - the Bot API's own name
        title: str,
        *,
        owner: Person,
        members: Sequence[Person] = (),
        caption: dict[str, str] | None = None,
    ) -> Group:
        """Add a channel to which its owner has just added the bot, as an administrator who may post.

        Args:
            id: below -1000000000000.
            title: the channel's name.
            owner: who may post, and has it.
            members: who reads it.
            caption: what it is for, by language, for the chat page.
        """
        channel = self.world.group({"id": id, "title": title, "type": "channel"})
        channel.caption = caption or {}
        channel.statuses = {person.id: "member" for person in members} | {owner.id: "creator"}
        self.groups[id] = channel
        self.set_bot_status(channel, "administrator", by=owner)
        return channel

    def set_bot_status(
        self, group: Group, status: str, *, by: Person, lacks: frozenset[str] = frozenset()
    ) -> None:
        """Change what the bot is in a group: `member`, `administrator`, `restricted` (mute), `left`, `kicked`.

        Args:
            group: where.
            status: as what.
            by: who does it.
            lacks: rights that an administrator is not given, such as `can_manage_topics`.
        """
        before, group.bot_status = group.bot_status, status
        lacked, group.bot_lacks = group.bot_lacks, lacks
        change: Json = {
            "chat": group.info,
            "from": by.user,
            "date": self.world.now(),
            "old_chat_member": member(self.world.bot, before, in_channel=group.is_channel, lacks=lacked),
            "new_chat_member": member(self.world.bot, status, in_channel=group.is_channel, lacks=lacks),
        }
        self.world.updates.put("my_chat_member", change)

    def migrate_group(self, group: Group, new_id: int) -> Group:
        """Turn a group into a supergroup: the old one refuses messages and names the new one.

        Args:
            group: a basic group.
            new_id: below -1000000000000.
        """
        info = {**group.info, "id": new_id, "type": "supergroup"}
        moved = self.world.group(info)
        moved.caption, moved.statuses, moved.bot_status = group.caption, group.statuses, group.bot_status
        moved.bot_lacks = group.bot_lacks
        group.migrated_to = new_id
        del self.groups[group.id]
        self.groups[new_id] = moved
        sender: Json = {"from": self.people[next(iter(group.statuses))].user, "date": self.world.now()}
        for place, change in (
            (group, {"migrate_to_chat_id": new_id}),
            (moved, {"migrate_from_chat_id": group.id}),
        ):
            self.world.updates.put("message", place.add({**sender, **change}, from_bot=False).raw)
        return moved

    async def start(self) -> None:
        """Listen.

        Raises:
            OSError: the port is taken.
        """
        self.world.updates.open()
        app = web.Application(client_max_size=MAX_BODY, middlewares=[guard])
        app.add_routes([*self.api.routes(), *self.page.routes()])
        app.router.add_get("/sandbox/events", self.events.stream)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port)
        await site.start()
        # Port 0 asked for a free one; from now on the sandbox keeps it.
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Let go of long polls and webhooks and close the port; people and messages stay."""
        self.world.updates.close()
        self.events.close()
        await self.world.webhook.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()
