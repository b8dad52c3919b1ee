"""Before any other handler: who is writing, or from which group. And what Telegram says about being blocked."""

from telegram import ChatMember, Update, User
from telegram.constants import ChatType

from bot.domain.people import PersonId
from bot.ui.context import Context
from handlers import groups


async def meet(update: Update, context: Context) -> None:
    """Find or remember the person behind a message or a pressed button of a private chat; find the group of any other."""
    context.incoming = update
    user = _writer(update)
    chat = update.effective_chat
    if user is not None:
        context.person, context.actor = await context.services.people.meet(
            PersonId(user.id), user.language_code
        )
    elif chat is not None and chat.type != ChatType.PRIVATE:
        context.group = await context.services.groups.find(chat.id)


async def recall(update: Update, context: Context) -> None:
    """Find the person behind an update of a private chat as last known, if they are; remember nothing."""
    user = _writer(update)
    if user is not None:
        context.person, context.actor = await context.services.people.known(PersonId(user.id))


async def membership(update: Update, context: Context) -> None:
    """The person has blocked the bot (or come back, of which the next message tells); or a group's word on it."""
    change = update.my_chat_member
    if change is None:
        return
    if change.chat.type != ChatType.PRIVATE:
        await groups.membership(context, change)
    elif change.new_chat_member.status == ChatMember.BANNED:
        await context.services.people.mark_unreachable(PersonId(change.chat.id))


def _writer(update: Update) -> User | None:
    chat = update.effective_chat
    if chat is None or chat.type != ChatType.PRIVATE or update.my_chat_member is not None:
        return None
    return update.effective_user
