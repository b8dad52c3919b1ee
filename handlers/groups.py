"""Groups and channels: the bot is added, removed or moved; commands and questions to it. It is silent otherwise."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from telegram import Chat, ChatMember, ChatMemberUpdated, Message, MessageEntity, Update
from telegram.ext import filters

from bot.domain.groups import Group, GroupKind
from bot.domain.knowledge import Language
from bot.ui import groups as screens
from bot.ui import subscriptions as subscription_screens
from bot.ui.context import Context
from bot.ui.subscriptions import Place
from handlers import forum, subscriptions

#: What the bot is in a group or channel in which it may be.
_INSIDE = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER, ChatMember.RESTRICTED}


async def membership(context: Context, change: ChatMemberUpdated) -> None:
    """The bot was added, removed, or given or denied a right."""
    await context.services.forum.look_again(change.chat.id)
    if not _may_write(change):
        await context.services.groups.mark_unreachable(change.chat.id)
        return
    texts = context.bot_data.texts
    language = texts.choose(change.from_user.language_code)
    context.group, is_news = await context.services.groups.meet(
        change.chat.id, GroupKind(change.chat.type), change.chat.title or "", language=language
    )
    if is_news:
        await introduce(context)


async def migrate(_: Update, context: Context) -> None:
    """A group became a supergroup: both of them are told so, in whatever order."""
    message = _message(context)
    if message.migrate_to_chat_id is not None:
        await context.services.groups.move(message.chat.id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        await context.services.groups.move(message.migrate_from_chat_id, message.chat.id)


async def introduce(context: Context) -> None:
    """Say what the bot can do here."""
    group = await _here(context)
    is_subscribed = await context.services.subscriptions.is_subscribed(group.id)
    await context.show(
        screens.introduction(context.say, group, bot_name=context.bot.username, is_subscribed=is_subscribed)
    )


async def subscribe(context: Context) -> None:
    """Turn alerts on and show the choices; to others than administrators, how it is."""
    group = await _here(context)
    if group.kind is GroupKind.CHANNEL:
        await context.services.subscriptions.subscribe(group.id)
        await introduce(context)
    elif await context.is_administrator(group.id):
        await subscriptions.turn_on(context)
    else:
        await _show_only(context, group)


async def unsubscribe(context: Context) -> None:
    """Turn alerts off; to others than administrators, how it is."""
    group = await _here(context)
    if group.kind is not GroupKind.CHANNEL and not await context.is_administrator(group.id):
        await _show_only(context, group)
        return
    await context.services.subscriptions.unsubscribe(group.id)
    if group.kind is GroupKind.CHANNEL:
        await introduce(context)
    else:
        await subscriptions.show(context, Place(group=group), is_news=True)


async def list_consultations(context: Context) -> None:
    """The open ones, with links."""
    listed = await context.services.consultations.open_now()
    await context.show(screens.listed(context.say, listed, context.now, bot_name=context.bot.username))


async def elsewhere(context: Context) -> None:
    """Everything else is done in the private chat."""
    await context.show(screens.elsewhere(context.say, bot_name=context.bot.username))


async def answer(context: Context) -> None:
    """A question to the bot by its name, or in answer to it."""
    services, say, name = context.services, context.say, context.bot.username
    if not _names(_message(context)) and await forum.case_here(context) is not None:
        return  # in a case's topic, what answers the bot's notice is said to colleagues
    question = _without_name(_message(context), name)
    found = services.answers.ask(question, Language(say.language)) if question else None
    if found is None or found.intent is not None:
        await elsewhere(context)
    elif found.entry is None:
        await context.show(screens.unknown(say, bot_name=name))
    else:
        await context.show(screens.answer(say, services.knowledge, found.entry, bot_name=name))


async def show_by_link(context: Context, number: str) -> None:
    """The choices of a group or channel, in the private chat of one of its administrators."""
    of = -int(number) if number.isdecimal() and len(number) < 19 else -1
    await subscriptions.show(context, await subscriptions.place_of(context, of))


async def show_again(context: Context, noun: str) -> None:
    """After a crash: what was changed in the group; nothing where nothing was."""
    if noun == "subscription":
        group = await _here(context)
        await subscriptions.show(context, Place(group=group))
    await context.answer_query()


class ToUs(filters.MessageFilter):
    """A message in a group that names the bot, or answers a message of the bot's."""

    def filter(self, message: Message) -> bool:
        """Whether the bot is spoken to."""
        me = message.get_bot()
        answered = message.reply_to_message
        # Telegram lets whatever is written in a topic answer the message by which the topic was opened.
        if answered is None or answered.from_user is None or answered.forum_topic_created is not None:
            return _names(message)
        return answered.from_user.id == me.id or _names(message)


def is_to_us(context: Context) -> bool:
    """Whether the message in hand is said to the bot."""
    return ToUs().filter(_message(context))


def _names(message: Message) -> bool:
    """Whether a message names the bot."""
    name = f"@{message.get_bot().username}".lower()
    named = message.parse_entities([MessageEntity.MENTION, MessageEntity.BOT_COMMAND]).values()
    return any(one.lower().endswith(name) for one in named)


async def _here(context: Context) -> Group:
    """The group or channel in hand; met now where the bot was in it before it could say so."""
    if context.group is None or not context.group.is_reachable:
        chat = await _chat(context)
        context.group, _ = await context.services.groups.meet(
            chat.id, GroupKind(chat.type), chat.title or "", language=context.say.language
        )
    return context.group


async def _chat(context: Context) -> Chat:
    chat = context.incoming.effective_chat if context.incoming else None
    assert chat is not None
    return chat


async def _show_only(context: Context, group: Group) -> None:
    subscription = await context.services.subscriptions.find(group.id)
    place = Place(group=group, may_change=False)
    await context.show(
        subscription_screens.settings(context.say, place, subscription, context.services.knowledge)
    )


def _message(context: Context) -> Message:
    message = context.incoming.effective_message if context.incoming else None
    assert message is not None
    return message


def _without_name(message: Message, name: str) -> str:
    words = (message.text or "").split()
    return " ".join(word for word in words if word.lower().strip(",:") != f"@{name}".lower())


def _may_write(change: ChatMemberUpdated) -> bool:
    member = change.new_chat_member
    if member.status not in _INSIDE:
        return False
    if change.chat.type == Chat.CHANNEL:
        return bool(getattr(member, "can_post_messages", False))
    if member.status == ChatMember.RESTRICTED:
        return bool(getattr(member, "is_member", False)) and bool(getattr(member, "can_send_messages", False))
    return True


Command = Callable[[Context], Coroutine[Any, Any, None]]
COMMANDS: Mapping[str, Command] = {
    "start": introduce,
    "help": introduce,
    "subscribe": subscribe,
    "unsubscribe": unsubscribe,
    "consultations": list_consultations,
}
