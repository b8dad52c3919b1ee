"""Before any other handler: who is writing. And what Telegram says about being blocked."""

from telegram import ChatMember, Update, User
from telegram.constants import ChatType

from bot.domain.people import Person, PersonId
from bot.ui.context import Context


async def meet(update: Update, context: Context) -> None:
    """Find or remember the person behind a message or a pressed button of a private chat."""
    context.incoming = update
    user = _writer(update)
    if user is not None:
        context.person = await context.services.people.meet(PersonId(user.id), user.language_code)


async def known(update: Update, context: Context) -> Person | None:
    """The person behind an update of a private chat as last known, or None; remembers nothing."""
    user = _writer(update)
    return None if user is None else await context.services.people.find(PersonId(user.id))


async def membership(update: Update, context: Context) -> None:
    """The person has blocked the bot (or come back, of which the next message tells)."""
    change = update.my_chat_member
    if change is None or change.chat.type != ChatType.PRIVATE:
        return
    if change.new_chat_member.status == ChatMember.BANNED:
        await context.services.people.mark_unreachable(PersonId(change.chat.id))


def _writer(update: Update) -> User | None:
    chat = update.effective_chat
    if chat is None or chat.type != ChatType.PRIVATE or update.my_chat_member is not None:
        return None
    return update.effective_user
