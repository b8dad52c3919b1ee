"""What the bot does with each update: the ordered list of handlers.

Parse, one service call, one screen. Commands and actions are tables of functions, one module a capability.
"""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.domain.people import PersonId, Role
from bot.domain.updates import Outcome
from bot.ui.action import STAYS, Action
from bot.ui.context import App, Context
from handlers import (
    attachments,
    audit,
    blocks,
    briefings,
    broadcasts,
    bulks,
    cases,
    claims,
    commitments,
    consultations,
    desk,
    drafts,
    errors,
    exports,
    forum,
    gatherings,
    groups,
    hidings,
    inline,
    knowledge,
    life,
    meeting,
    members,
    menu,
    messages,
    people,
    public,
    publishing,
    questions,
    queue,
    receipts,
    reminders,
    replay,
    searches,
    secretariat,
    staff,
    subscriptions,
)

Command = Callable[[Context], Coroutine[Any, Any, None]]
ActionFunction = Callable[[Context, Any], Coroutine[Any, Any, None]]

_MODULES = (
    menu,
    questions,
    knowledge,
    consultations,
    drafts,
    people,
    staff,
    exports,
    publishing,
    secretariat,
    receipts,
    blocks,
    broadcasts,
    hidings,
    commitments,
    desk,
    queue,
    cases,
    bulks,
    life,
    attachments,
    public,
    searches,
    subscriptions,
    reminders,
    members,
    audit,
    forum,
    gatherings,
    claims,
    briefings,
)

COMMANDS: Mapping[str, Command] = {
    name: f
    for module in _MODULES
    if module is not forum  # its command is for topics alone
    for name, f in vars(module).get("COMMANDS", {}).items()
}
ACTIONS: Mapping[type[Action], ActionFunction] = {
    kind: f for module in _MODULES for kind, f in module.ACTIONS.items()
}

CITIZENS_COMMANDS = (
    "start", "menu", "help", "ask", "about", "plans", "consultations", "propose", "my", "subscribe",
    "unsubscribe", "language", "privacy", "mydata", "delete", "cancel", "contact",
)  # fmt: skip
GROUP_COMMANDS = ("subscribe", "unsubscribe", "consultations", "help")
#: What each role of the secretariat has in its own menu, besides.
STAFF_COMMANDS: Mapping[Role, Sequence[str]] = {
    Role.OBSERVER: ("staff", "inbox", "export", "stats"),
    Role.OFFICER: ("staff", "inbox", "publish", "export", "stats"),
    Role.ADMINISTRATOR: ("staff", "inbox", "publish", "export", "stats", "audit"),
}


def register(application: App) -> None:
    """Give the application its handlers, in order: the first that fits takes the update."""
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & ~inline.SentByUs()
    application.add_handler(TypeHandler(Update, meeting.meet), group=-1)
    for name, function in COMMANDS.items():
        application.add_handler(CommandHandler(name, _command(function), filters=private))
    _register_groups(application)
    application.add_handler(CallbackQueryHandler(press))
    application.add_handler(InlineQueryHandler(inline.offer))
    application.add_handler(MessageHandler(private & filters.COMMAND, _command(messages.unknown_command)))
    application.add_handler(MessageHandler(private & filters.TEXT, _command(messages.text)))
    application.add_handler(
        MessageHandler(private & ~filters.StatusUpdate.ALL, _command(messages.other_kind))
    )
    # A place that is shared live is edited every few seconds: such edits are nobody's words.
    edited = filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE & ~filters.LOCATION
    application.add_handler(MessageHandler(edited, _command(messages.edited)))
    application.add_handler(ChatMemberHandler(meeting.membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(errors.tell)


def _register_groups(application: App) -> None:
    """In groups and channels: commands, what is said to the bot, and that a group has moved. Nothing else."""
    here = (filters.ChatType.GROUPS & filters.UpdateType.MESSAGE) | filters.UpdateType.CHANNEL_POST
    for name, function in {**groups.COMMANDS, **forum.COMMANDS, **briefings.IN_GROUPS}.items():
        application.add_handler(CommandHandler(name, _command(function), filters=here))
    others = [name for name in CITIZENS_COMMANDS if name not in groups.COMMANDS]
    application.add_handler(CommandHandler(others, _command(groups.elsewhere), filters=here))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, groups.migrate))
    talk = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE & groups.ToUs()
    application.add_handler(MessageHandler(talk & filters.COMMAND, _command(groups.elsewhere)))
    application.add_handler(MessageHandler(talk & filters.TEXT, _command(groups.answer)))


async def press(_: Update, context: Context) -> None:
    """Do what the pressed button says, and tell Telegram that it was understood."""
    assert context.query is not None
    action, context.stays = Action.unpacked(context.query.data or "")
    is_of_group = subscriptions.is_of_chat(action) or type(action) in forum.ACTIONS
    if context.person is None and not is_of_group:  # in a group there are no others
        await context.answer_query(context.say.plain("group-press-elsewhere"), is_alert=True)
        return
    await ACTIONS[type(action)](context, action)
    await context.answer_query()


async def show_again(update: Update | None, context: Context, outcome: Outcome | None) -> None:
    """Show what an update came to, whose change was committed before a crash or a broken line.

    Args:
        update: None where its person has erased their data since.
        context: of the same chat.
        outcome: as the unit of work recorded it.
    """
    context.incoming, context.is_again = update, True
    try:
        if context.query is not None:  # a receipt or an alert stays, this time too
            context.stays = (context.query.data or "").startswith(STAYS)
        if context.chat < 0:
            context.group = await context.services.groups.find(context.chat)
            await groups.show_again(context, outcome.noun if outcome else "")
            if update is not None and outcome is not None and await forum.case_here(context) is not None:
                await forum.show_again(context, outcome)
            return
        context.person, context.actor = await context.services.people.known(PersonId(context.chat))
        await replay.show(context, outcome)
    except Exception as error:  # noqa: BLE001  (the same way as any other update's)
        context.error = error
        await errors.tell(update, context)


def _command(function: Command) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    async def handle(_: Update, context: Context) -> None:
        await function(context)

    return handle
