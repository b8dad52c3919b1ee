"""How a screen reaches a chat: edited in place, or sent."""

from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, NetworkError

from bot.domain.exports import FileRefused
from bot.texts import Html
from bot.ui.pages import pages
from bot.ui.screen import LONGEST_CAPTION, LONGEST_TEXT, File, Screen, StoredFile

#: Seconds for which Telegram may think about a large document once it has all of it.
PATIENCE = 120.0
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def deliver(
    bot: Bot,
    chat_id: int,
    screen: Screen,
    *,
    replaces: int | None = None,
    thread: int | None = None,
    answers_to: int | None = None,
) -> int:
    """Show a screen in a chat.

    Args:
        bot: sends within the rate budget.
        chat_id: the chat.
        screen: what to show.
        replaces: Telegram's id of the message to edit; where that is not possible any more, a new one is sent.
        thread: the topic of a forum.
        answers_to: Telegram's id of the message that it answers; where that is gone, it answers none.

    Returns:
        Telegram's id of the message with the screen's end, and its buttons.

    Raises:
        telegram.error.TelegramError: it could not be delivered.
    """
    if screen.file is not None or screen.photo is not None:
        return await _hand_over(bot, chat_id, screen, thread)
    *first, last = pages(screen.text, LONGEST_TEXT)
    if replaces is not None and not first and await _edit(bot, chat_id, replaces, screen):
        return replaces
    for text in first:
        await _say(bot, chat_id, text, None, thread=thread, answers_to=answers_to)
    return await _say(bot, chat_id, last, screen.markup, thread=thread, answers_to=answers_to)


async def resend(bot: Bot, chat_id: int, caption: Html, file_id: str) -> bool:
    """Hand over a document that Telegram has already; False where it does not have it any more.

    Args:
        bot: sends within the rate budget.
        chat_id: the chat.
        caption: Telegram's HTML, within its limit.
        file_id: Telegram's own id of the document.

    Raises:
        telegram.error.TelegramError: it could not be delivered.
    """
    try:
        await bot.send_document(chat_id, file_id, caption=caption, parse_mode=ParseMode.HTML)
    except BadRequest as error:
        if "file" not in error.message.lower():
            raise
        return False
    return True


async def upload(bot: Bot, chat_id: int, caption: Html, file: File) -> str:
    """Hand over a document byte by byte.

    Args:
        bot: sends within the rate budget.
        chat_id: the chat.
        caption: Telegram's HTML, within its limit.
        file: the document.

    Returns:
        Telegram's own id of it, for `resend`; empty where Telegram takes it for something else.

    Raises:
        telegram.error.TelegramError: it could not be delivered.
    """
    content = InputFile(file.content, filename=file.name)
    sent = await bot.send_document(
        chat_id, content, caption=caption, parse_mode=ParseMode.HTML, disable_content_type_detection=True
    )
    return sent.document.file_id if sent.document else ""


async def _hand_over(bot: Bot, chat_id: int, screen: Screen, thread: int | None) -> int:
    """Send the document or picture; what its caption does not hold follows as a message with the buttons."""
    caption, *rest = pages(screen.text, LONGEST_CAPTION)
    under, markup = (None, screen.markup) if rest else (screen.markup, None)
    if screen.photo is not None:
        sent = await bot.send_photo(
            chat_id,
            InputFile(screen.photo.content, filename=screen.photo.name),
            caption=caption,
            parse_mode=ParseMode.HTML,
            reply_markup=under,
            message_thread_id=thread,
        )
    else:
        assert screen.file is not None
        sent = await _send(bot, chat_id, screen.file, caption, under, thread)
    if rest:
        return await _say(bot, chat_id, Html("\n\n".join(rest)), markup, thread=thread)
    return sent.message_id


async def _send(
    bot: Bot,
    chat_id: int,
    file: File | StoredFile,
    caption: Html,
    markup: InlineKeyboardMarkup | None,
    thread: int | None,
) -> Message:
    """Send a document; one on the disk is read piece by piece.

    Raises:
        FileRefused: Telegram does not take the one on the disk, now or later.
    """
    if isinstance(file, File):
        return await bot.send_document(
            chat_id,
            InputFile(file.content, filename=file.name),
            caption=caption,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            message_thread_id=thread,
        )
    with file.path.open("rb") as content:
        try:
            return await bot.send_document(
                chat_id,
                InputFile(content, filename=file.name, read_file_handle=False),
                caption=caption,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
                disable_content_type_detection=True,
                message_thread_id=thread,
                read_timeout=PATIENCE,
            )
        except NetworkError as error:
            # By its words: the library knows no class for 413, "Request Entity Too Large".
            if isinstance(error, BadRequest) or "too large" in error.message.lower():
                raise FileRefused from error
            raise


async def _say(
    bot: Bot,
    chat_id: int,
    text: Html,
    markup: InlineKeyboardMarkup | None,
    *,
    thread: int | None = None,
    answers_to: int | None = None,
) -> int:
    sent = await bot.send_message(
        chat_id,
        text,
        parse_mode=ParseMode.HTML,
        reply_markup=markup,
        link_preview_options=_NO_PREVIEW,
        message_thread_id=thread,
        reply_parameters=(
            ReplyParameters(answers_to, allow_sending_without_reply=True) if answers_to is not None else None
        ),
    )
    return sent.message_id


async def _edit(bot: Bot, chat_id: int, message_id: int, screen: Screen) -> bool:
    """Edit the message; False where Telegram says that it is gone or too old."""
    try:
        await bot.edit_message_text(
            screen.text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=screen.markup,
            link_preview_options=_NO_PREVIEW,
        )
    except BadRequest as error:
        reason = error.message.lower()
        if "not modified" in reason:
            return True
        if "to edit not found" in reason or "can't be edited" in reason or "message_id_invalid" in reason:
            return False
        raise
    return True
