"""Keeps the topics of the secretariat's forum as their cases are: made, named, closed and reopened.

A topic is a row first. A crash between Telegram's making it and the row that says so leaves one topic at the most that
is nobody's; the next start makes another.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog
from telegram import Bot, ChatMember, ChatMemberAdministrator
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.domain.errors import CivicError
from bot.domain.forum import Standing, digest_of
from bot.gateway.budget import Priority
from bot.services import Services
from bot.services.forum import Work
from bot.texts import Speaker
from bot.ui import forum as screens
from bot.workers.outcomes import LOST_TOPIC

_log = structlog.get_logger(__name__)

#: Seconds between two looks at the rows.
EVERY = 0.4
#: Seconds without a look after something has failed, at first and at the most.
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0


class Forum:
    """Tells Telegram what the rows say, one call after another, within the group's rate.

    Args:
        bot: Telegram.
        services: the use cases.
    """

    def __init__(self, bot: ExtBot[int], services: Services) -> None:
        self._bot = bot
        self._services = services
        self._forum = services.forum

    async def run(self) -> None:
        """Look now and then until cancelled."""
        pause = FIRST_PAUSE
        while True:
            try:
                await self._look()
                for work in await self._forum.due():
                    await self._follow(work)
            except (CivicError, TelegramError) as error:  # later: each look begins anew
                _log.warning("forum_later", error=type(error).__qualname__)
                told = error._retry_after.total_seconds() if isinstance(error, RetryAfter) else 0.0  # noqa: SLF001  (the public one warns)
                await asyncio.sleep(max(pause, told))
                pause = min(LONGEST_PAUSE, pause * 2)
            else:
                pause = FIRST_PAUSE
                await asyncio.sleep(EVERY)

    async def _look(self) -> None:
        """See what the group is to the bot, where that is not known."""
        group_id = await self._forum.unseen()
        if group_id is None:
            return
        try:
            standing = await standing_of(self._bot, group_id)
        except ChatMigrated as error:
            await self._services.groups.move(group_id, error.new_chat_id)
            return
        _log.info("standing_seen", standing=str(standing))
        await self._forum.see(group_id, standing)

    async def _follow(self, work: Work) -> None:
        try:
            if work.topic.thread_id is None:
                await self._open(work)
            else:
                await self._update(work)
        except BadRequest as error:
            await self._refused(work, error)
        except Forbidden:
            await self._forum.see(work.topic.group_id, Standing.AWAY)

    async def _open(self, work: Work) -> None:
        """Make the topic, where there is something to say in it."""
        topic = work.topic
        if work.waiting and not work.is_gone:
            title = screens.title(await self._say(topic.group_id), work)
            made = await self._bot.create_forum_topic(
                topic.group_id, title, rate_limit_args=Priority.BROADCAST
            )
            topic = await self._forum.opened(topic, made.message_thread_id, title)
            if not work.is_open:
                return  # it is closed in the next round, once its notices are in it
        await self._forum.done(topic)

    async def _update(self, work: Work) -> None:
        topic = work.topic
        thread_id = topic.thread_id
        assert thread_id is not None
        title = screens.title(await self._say(topic.group_id), work)
        if digest_of(title) != topic.told:
            await self._tell(
                self._bot.edit_forum_topic(
                    topic.group_id, thread_id, name=title, rate_limit_args=Priority.BROADCAST
                )
            )
            topic = topic.model_copy(update={"told": digest_of(title)})
            await self._forum.told(topic)
        if not work.is_open and work.waiting:
            return  # its last notices go into it first
        if topic.is_closed is work.is_open:
            call = self._bot.reopen_forum_topic if work.is_open else self._bot.close_forum_topic
            await self._tell(call(topic.group_id, thread_id, rate_limit_args=Priority.BROADCAST))
            await self._forum.told(topic.model_copy(update={"is_closed": not work.is_open}))
        await self._forum.done(topic)

    async def _tell(self, call: Coroutine[Any, Any, bool]) -> None:
        """Tell Telegram something that it may know already."""
        try:
            await call
        except BadRequest as error:
            if "topic_not_modified" not in error.message.lower():
                raise

    async def _refused(self, work: Work, error: BadRequest) -> None:
        """Telegram does not do it: for want of a right, of the forum, of the topic, or for what nobody knows."""
        said, group_id = error.message.lower(), work.topic.group_id
        if any(sign in said for sign in LOST_TOPIC):
            await self._forum.lose(work.topic, is_wanted=work.is_open)
        elif "not a forum" in said:
            await self._forum.see(group_id, Standing.PLAIN)
        elif "not enough rights" in said:
            await self._forum.see(group_id, Standing.NO_RIGHT)
        else:
            _log.error("topic-refused", topic=work.topic.id, reason=error.message)
            await self._forum.done(work.topic)

    async def _say(self, group_id: int) -> Speaker:
        texts = self._services.content.texts
        group = await self._services.groups.find(group_id)
        chosen = group.language if group else None
        return texts.speaker(chosen if chosen in texts.languages else texts.languages[0])


async def standing_of(bot: Bot, group_id: int) -> Standing:
    """What a group is to the bot.

    Raises:
        telegram.error.TelegramError: Telegram cannot be asked just now, or the group has moved.
    """
    try:
        chat = await bot.get_chat(group_id)
        member = await bot.get_chat_member(group_id, bot.id)
    except (BadRequest, Forbidden):
        return Standing.AWAY
    if member.status in {ChatMember.LEFT, ChatMember.BANNED}:
        return Standing.AWAY
    if not chat.is_forum:
        return Standing.PLAIN
    may_manage = isinstance(member, ChatMemberAdministrator) and member.can_manage_topics
    return Standing.READY if may_manage else Standing.NO_RIGHT
