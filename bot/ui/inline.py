"""Inline mode as Telegram shows it: answers as articles, and the way into the bot where there is none."""

from collections.abc import Iterable

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from bot.domain.knowledge import Entry, Knowledge
from bot.texts import Speaker
from bot.ui.deep_links import ASK, Place, deep_link
from bot.ui.knowledge import answer_text, in_language
from bot.ui.pages import pages
from bot.ui.screen import LONGEST_TEXT, shortened

#: Answers in one list; Telegram takes 50, a phone shows some five.
MOST = 10
#: Letters under a title that a phone shows in two lines.
_DESCRIPTION = 120


def articles(
    say: Speaker, knowledge: Knowledge, entries: Iterable[Entry], *, bot: str
) -> list[InlineQueryResultArticle]:
    """Answers to choose from; what is sent is the same as in the bot, with source and date.

    Args:
        say: the asker's language.
        knowledge: where the sources are.
        entries: the answers.
        bot: the bot's username, for the button that leads to the answer there.
    """
    return [_article(say, knowledge, entry, bot=bot) for entry in entries]


def ask_in_bot(say: Speaker) -> InlineQueryResultsButton:
    """The button above an empty list."""
    return InlineQueryResultsButton(say.plain("inline-ask"), start_parameter=ASK)


def _article(say: Speaker, knowledge: Knowledge, entry: Entry, *, bot: str) -> InlineQueryResultArticle:
    text = in_language(entry.texts, say)
    address = deep_link(bot, Place.ANSWER, entry.id)
    return InlineQueryResultArticle(
        id=entry.id,
        title=text.title,
        description=shortened(text.fact, _DESCRIPTION),
        input_message_content=InputTextMessageContent(
            pages(answer_text(say, knowledge, entry), LONGEST_TEXT)[0],
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton(say.plain("inline-open"), url=address)]]),
    )
