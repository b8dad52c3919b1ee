"""What an operator asks when something does not work: each part looked at, without changing anything.

Works while the bot runs, before its first start, and without a token: what cannot be looked at is said to be so.
"""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp
from telegram import Bot, ChatMemberAdministrator, WebhookInfo
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.app.content import Checked, check_content
from bot.domain.clock import Clock, SystemClock
from bot.domain.forum import Standing
from bot.gateway.transport import AiohttpRequest
from bot.settings import Settings
from bot.workers.forum import standing_of
from storage import Health, Queues, examine

#: For so long, what has failed is worth a word.
LATELY = timedelta(days=1)
#: A notice that could have gone so long ago goes nowhere: the bot does not run, or Telegram is away.
STUCK = timedelta(minutes=10)
#: A copy older than this is too old.
BACKED_UP = timedelta(days=7)
#: What the disk should have left: this much, and as much again as the file has.
ROOM = 200_000_000
#: Seconds by which the clocks may differ; seconds that Telegram may take.
APART, PATIENCE = 60, 10
#: Updates that wait at Telegram before that is worth a word.
MANY = 1000

Argument = str | int | datetime


@dataclass(frozen=True)
class Finding:
    """What one look has found.

    Attributes:
        check: what was looked at.
        is_fine: None where it could not be looked at, or is a choice rather than a fault.
        result: what was found, in a word; with the check it names the sentence that says so and what to do.
        args: of that sentence.
    """

    check: str
    is_fine: bool | None
    result: str
    args: dict[str, Argument] = field(default_factory=dict)


#: What can only be looked at with a token that Telegram takes.
_AT_TELEGRAM = ("clock", "updates", "group")


async def examined(
    settings: Settings, *, clock: Clock | None = None, checked: Checked | None = None
) -> AsyncIterator[Finding]:
    """Look at everything, one part after another.

    Args:
        settings: the operator's.
        clock: the time; the machine's own by default.
        checked: the content, where it was checked already.
    """
    now = (clock or SystemClock()).now()
    yield Finding("settings", is_fine=True, result="fine")
    yield _content(checked or check_content(settings.content))
    health = await examine(settings.database, group_id=settings.staff_chat, since=now - LATELY, now=now)
    for found in _file(settings, health):
        yield found
    yield _administrators(settings, health.queues)
    if settings.token is None:
        for check in ("token", *_AT_TELEGRAM):
            yield Finding(check, is_fine=None, result="unchecked")
    else:
        async for found in _telegram(settings, settings.token, health.queues, now):
            yield found
    for found in _queues(health.queues, now):
        yield found


def _content(found: Checked) -> Finding:
    if found.problems or found.knowledge is None:
        return Finding("content", is_fine=False, result="faulty", args={"count": len(found.problems)})
    return Finding("content", is_fine=True, result="fine", args={"entries": len(found.knowledge.entries)})


def _file(settings: Settings, health: Health) -> Iterator[Finding]:
    path: dict[str, Argument] = {"path": str(settings.database)}
    if health.size is None:
        yield Finding("database", is_fine=None, result="none", args=path)
    elif health.trouble:
        yield Finding("database", is_fine=False, result="unreadable", args={**path, "reason": health.trouble})
    elif not health.is_ours:
        yield Finding("database", is_fine=False, result="foreign", args=path)
    elif health.version != health.head:
        result = "older" if health.version < health.head else "newer"
        versions: dict[str, Argument] = {"version": str(health.version), "known": str(health.head)}
        yield Finding("database", is_fine=False, result=result, args={**path, **versions})
    else:
        yield Finding("database", is_fine=True, result="fine", args={**path, "version": str(health.version)})
    if health.size is not None and not health.trouble and health.is_ours:
        if health.faults:
            yield Finding("integrity", is_fine=False, result="broken", args={"reason": health.faults[:200]})
        else:
            yield Finding("integrity", is_fine=True, result="fine")
        if health.is_writable:
            yield Finding("writing", is_fine=True, result="fine")
        else:
            yield Finding("writing", is_fine=False, result="refused", args=path)
    needed = ROOM + (health.size or 0)
    free: dict[str, Argument] = {"free": health.free // 1_000_000}
    if health.free >= needed:
        yield Finding("disk", is_fine=True, result="fine", args=free)
    else:
        yield Finding("disk", is_fine=False, result="full", args={**free, "needed": needed // 1_000_000})


def _administrators(settings: Settings, queues: Queues | None) -> Finding:
    count = len(settings.admins) + (queues.administrators if queues else 0)
    is_fine = count > 0
    return Finding(
        "administrators", is_fine, "fine" if is_fine else "none", {"count": count} if count else {}
    )


async def _telegram(
    settings: Settings, token: str, queues: Queues | None, now: datetime
) -> AsyncIterator[Finding]:
    request = AiohttpRequest(connections=2)
    bot = Bot(token, base_url=f"{settings.api_url}/bot", request=request, get_updates_request=request)
    try:
        token_found = await _token(bot)
        yield token_found
        if not token_found.is_fine:
            for check in _AT_TELEGRAM:
                yield Finding(check, is_fine=None, result="unchecked")
            return
        yield await _clock(settings.api_url, now)
        try:
            yield _updates(settings, await bot.get_webhook_info())
            for found in await _group(settings, bot, queues):
                yield found
        except TelegramError as error:
            yield Finding("updates", is_fine=False, result="away", args={"reason": type(error).__name__})
    finally:
        await bot.shutdown()


async def _token(bot: Bot) -> Finding:
    try:
        await bot.initialize()
    except InvalidToken:
        return Finding("token", is_fine=False, result="refused")
    except TelegramError as error:
        return Finding("token", is_fine=False, result="away", args={"reason": type(error).__name__})
    return Finding("token", is_fine=True, result="fine", args={"name": bot.username})


async def _clock(url: str, now: datetime) -> Finding:
    """This machine's clock beside Telegram's, by the date of an answer."""
    began = datetime.now(UTC)
    try:
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        async with (
            aiohttp.ClientSession(trust_env=True, timeout=timeout) as session,
            session.head(url) as answer,
        ):
            there = parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError):
        return Finding("clock", is_fine=None, result="unchecked")
    here = now + (datetime.now(UTC) - began)
    apart = int(abs((here - there).total_seconds()))
    is_fine = apart <= APART
    return Finding("clock", is_fine, "fine" if is_fine else "wrong", {} if is_fine else {"seconds": apart})


def _updates(settings: Settings, info: WebhookInfo) -> Finding:
    """How updates come, and whether that is how they are asked for."""
    wanted = settings.webhook_url or ""
    if info.url != wanted:
        if not wanted:
            return Finding("updates", is_fine=False, result="webhook", args={"url": info.url})
        return Finding(
            "updates", is_fine=False, result="elsewhere", args={"url": info.url or "–", "wanted": wanted}
        )
    if info.last_error_date is not None and datetime.now(UTC) - info.last_error_date < LATELY:
        args: dict[str, Argument] = {
            "reason": info.last_error_message or "",
            "at": info.last_error_date,
            "count": info.pending_update_count,
        }
        return Finding("updates", is_fine=False, result="refused", args=args)
    if info.pending_update_count >= MANY:
        return Finding("updates", is_fine=False, result="waiting", args={"count": info.pending_update_count})
    result = "by-webhook" if wanted else "by-polling"
    return Finding("updates", is_fine=True, result=result, args={"count": info.pending_update_count})


async def _group(settings: Settings, bot: Bot, queues: Queues | None) -> list[Finding]:
    """The secretariat's group, and what the bot hears in it."""
    if settings.staff_chat is None:
        return [Finding("group", is_fine=None, result="none")]
    group_id = settings.staff_chat
    moved_to = queues.moved_to if queues else None
    try:
        standing = await standing_of(bot, moved_to or group_id)
        member = (
            None if standing is Standing.AWAY else await bot.get_chat_member(moved_to or group_id, bot.id)
        )
    except ChatMigrated as error:
        moved_to, standing, member = error.new_chat_id, Standing.UNSEEN, None
    except (BadRequest, Forbidden):
        standing, member = Standing.AWAY, None
    found = [Finding("group", *_STANDINGS[standing])] if standing in _STANDINGS else []
    if moved_to is not None:
        found.insert(0, Finding("group", is_fine=False, result="moved", args={"id": str(moved_to)}))
    if member is not None:
        hears_all = isinstance(member, ChatMemberAdministrator) or bot.bot.can_read_all_group_messages
        found.append(Finding("privacy", is_fine=True, result="hears-all" if hears_all else "hears-commands"))
    return found


_STANDINGS: dict[Standing, tuple[bool | None, str]] = {
    Standing.READY: (True, "forum"),
    Standing.NO_RIGHT: (False, "no-right"),
    Standing.PLAIN: (None, "plain"),
    Standing.AWAY: (False, "away"),
}


def _queues(queues: Queues | None, now: datetime) -> Iterator[Finding]:
    if queues is None:
        for check in ("notices", "incidents", "backup"):
            yield Finding(check, is_fine=None, result="unchecked")
        return
    counts: dict[str, Argument] = {"due": queues.due, "held": queues.held}
    if queues.due_since is not None and now - queues.due_since > STUCK:
        yield Finding("notices", is_fine=False, result="stuck", args={**counts, "since": queues.due_since})
    elif queues.failed:
        yield Finding("notices", is_fine=False, result="failed", args={"count": queues.failed})
    else:
        yield Finding("notices", is_fine=True, result="fine", args=counts)
    is_calm = not queues.incidents
    numbers: dict[str, Argument] = {"count": queues.updates if is_calm else queues.incidents}
    yield Finding("incidents", is_calm, "fine" if is_calm else "some", numbers)
    if queues.backed_up_at is None:
        yield Finding("backup", is_fine=None, result="unknown")
    else:
        is_fresh = now - queues.backed_up_at <= BACKED_UP
        yield Finding("backup", is_fresh, "fine" if is_fresh else "old", {"at": queues.backed_up_at})
