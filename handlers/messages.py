"""Messages that are no command: a letter's text, an answer to the draft's step, its file, words, a question, or unread."""

from bot.domain.claims import code_in
from bot.domain.consultation_asks import Ask, Intent
from bot.domain.drafts import Step
from bot.ui import attachments as attachment_screens
from bot.ui.context import Context
from bot.ui.downloads import sent_file
from bot.ui.menu import word
from handlers import attachments, claims, drafts, letters, publishing, questions, queue, searches


async def text(context: Context) -> None:
    """A text: the letter's where one is being written, the draft's answer where one is open, a claim code, else a question."""
    assert context.incoming is not None
    message = context.incoming.effective_message
    assert message is not None
    typed = message.text or ""
    letter = await context.services.letters.in_hand(context.me.id)
    draft = await context.services.proposals.draft_of(context.me.id)
    work = await publishing.in_hand(context)
    if letter is not None and letter.takes(message.date):
        await letters.write(context, typed)
    elif work is not None and work.step is not Ask.PREVIEW:
        await publishing.answer(context, work, typed)
    elif draft is not None and draft.takes(message.message_id):
        await drafts.answer(context, typed)
    elif draft is not None and draft.is_open and draft.step.is_question:
        await drafts.take_words(context, draft, typed)
    elif await context.services.queue.waits(context.actor):
        await queue.look(context, typed)
    elif (code := code_in(typed)) is not None:
        await claims.look(context, code)
    elif await context.services.searches.waiting(context.me.id) is not None:
        await searches.look(context, typed)
    else:
        await questions.answer(context, typed)


async def edited(context: Context) -> None:
    """A message edited in Telegram: the answer follows, or what is written under a file; else say how to change it.

    Without a draft in hand, an edited message that was no answer is let be.
    """
    assert context.incoming is not None
    message = context.incoming.effective_message
    assert message is not None
    words = message.text or message.caption or ""
    if await publishing.edit(context, message.message_id, words):
        return
    answered = await context.services.proposals.edit(context.me.id, message.message_id, words)
    sent = sent_file(message)
    followed = await context.services.attachments.follow(context.me.id, sent) if sent else None
    if answered is not None:
        besides = attachment_screens.followed(context.say, followed) if followed else ""
        await drafts.show_edited(context, answered, besides=besides)
    elif followed is not None:
        await attachments.show_followed(context, followed)
    else:
        await drafts.show_unchanged(context)


async def unknown_command(context: Context) -> None:
    """A command that the bot does not have."""
    await _word(context, "message-unknown-command")


async def other_kind(context: Context) -> None:
    """A file goes with the draft in hand, a shared contact into its contact; else say kindly that text is needed."""
    assert context.incoming is not None
    message = context.incoming.effective_message
    assert message is not None
    sent = sent_file(message)
    draft = await context.services.proposals.draft_of(context.me.id) if sent or message.contact else None
    work = await publishing.in_hand(context) if sent else None
    if sent is not None and work is not None and work.intent in {Intent.PREPARE, Intent.CORRECT}:
        await publishing.attach(context, sent)
    elif sent is not None and draft is not None and draft.is_open:
        await attachments.attach(context, sent)
    elif message.contact and draft is not None and draft.is_open and draft.step is Step.CONTACT:
        await drafts.answer(context, message.contact.phone_number)
    elif message.voice or message.audio or message.video_note:
        await _word(context, "message-voice")
    elif message.photo or message.document or message.video or message.animation:
        await _word(context, "message-file")
    else:
        await _word(context, "message-other")


async def _word(context: Context, message_id: str) -> None:
    await context.show(word(context.say, message_id))
