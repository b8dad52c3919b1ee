"""Letters to the secretariat, and its answers: begun by a button, written in the next message, sent by a tap."""

from bot.domain.questions import Question, QuestionState
from bot.services.letters import Writing
from bot.ui import questions as screens
from bot.ui import secretariat as staff_screens
from bot.ui.context import Context
from bot.ui.question_actions import AnswerQuestion, LeaveLetter, ReviseLetter, SendLetter, WriteLetter


async def begin(context: Context, _: WriteLetter | None = None) -> None:
    """Begin a letter to the secretariat, or go on with it."""
    await show(context, Writing(await context.services.letters.begin(context.me.id)))


async def begin_reply(context: Context, action: AnswerQuestion) -> None:
    """Begin the answer to a question, or go on with it."""
    await show(context, await context.services.letters.begin_reply(action.question, context.actor))


async def write(context: Context, text: str) -> None:
    """Take a message as the letter."""
    assert context.incoming is not None
    assert context.incoming.effective_message is not None
    sent_at = context.incoming.effective_message.date
    await show(context, await context.services.letters.write(context.me.id, text, sent_at=sent_at))


async def revise(context: Context, action: ReviseLetter) -> None:
    """Let the next message take the letter's place."""
    await show(context, await context.services.letters.revise(context.me.id, action.letter))


async def send(context: Context, action: SendLetter) -> None:
    """Send it, once, however often the button is pressed."""
    sent = await context.services.letters.send(action.letter, context.actor, language=context.say.language)
    if sent.letter_id == action.letter:
        await context.show(screens.receipt(context.say, sent))
    else:
        await show_settled(context, sent, is_mine=sent.reply_id == action.letter)


async def leave(context: Context, _: LeaveLetter) -> None:
    """Throw the letter away."""
    await context.services.letters.leave(context.me.id)
    await context.show(screens.left(context.say))


async def show(context: Context, writing: Writing) -> None:
    """Show the letter as it stands; or that its question is settled."""
    if writing.letter is not None:
        await context.show(screens.letter(context.say, writing.letter, writing.question))
    elif writing.question is not None:
        await show_settled(context, writing.question, is_mine=False)


async def show_settled(context: Context, question: Question, *, is_mine: bool) -> None:
    """Show what a question has come to, to a member of the secretariat."""
    case = await context.services.secretariat.case(question.id, context.actor)
    if case.question.state is QuestionState.OPEN:
        await context.show(staff_screens.case(context.say, case))
    else:
        await context.show(staff_screens.settled(context.say, case, is_mine=is_mine))


ACTIONS = {
    WriteLetter: begin,
    AnswerQuestion: begin_reply,
    ReviseLetter: revise,
    SendLetter: send,
    LeaveLetter: leave,
}
