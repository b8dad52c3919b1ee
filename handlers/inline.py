"""`@bot question` in any chat: answers to send there, in the asker's language.

Whoever types it may never have started the bot: nothing is remembered of them, and nothing is sent to them.
"""

from telegram import Message, Update
from telegram.ext import filters

from bot.domain.knowledge import Language
from bot.domain.people import PersonId
from bot.services.inline import offers
from bot.ui import inline as screens
from bot.ui.context import Context


async def offer(update: Update, context: Context) -> None:
    """Offer what answers the query so far; where nothing does, the way into the bot."""
    query = update.inline_query
    assert query is not None
    services, texts = context.services, context.bot_data.texts
    person = await services.people.find(PersonId(query.from_user.id))
    chosen = person.language if person else None
    say = texts.speaker(chosen or texts.choose(query.from_user.language_code))
    found = offers(
        services.answers, services.knowledge, query.query, Language(say.language), most=screens.MOST
    )
    await context.offer(
        screens.articles(say, services.knowledge, found, bot=context.bot.username),
        None if found else screens.ask_in_bot(say),
    )


class SentByUs(filters.MessageFilter):
    """An answer of ours that a person has sent by inline mode into their own chat with us: no word of theirs."""

    def filter(self, message: Message) -> bool:
        """Whether the message came by way of this bot."""
        return message.via_bot is not None and message.via_bot.id == message.get_bot().id
