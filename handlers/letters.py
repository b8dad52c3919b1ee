"""Letters: begun by a button, written in the next message, looked over, sent by a tap."""

from collections.abc import Awaitable, Callable

from bot.domain.letters import Purpose
from bot.domain.questions import Question, QuestionState
from bot.domain.reasons import ReasonId
from bot.services.letters import Sent, Writing
from bot.ui import letters as letter_screens
from bot.ui import questions as screens
from bot.ui import secretariat as staff_screens
from bot.ui.action import ActionExpired
from bot.ui.context import Context
from bot.ui.question_actions import (
    AddOther,
    AnswerQuestion,
    DropOther,
    FillReason,
    LeaveLetter,
    ResumeLetter,
    ReviseLetter,
    SendLetter,
    WriteLetter,
)

ShowSent = Callable[[Context, Sent], Awaitable[None]]
ShowSettled = Callable[[Context, object], Awaitable[None]]

#: What to show once a letter of a purpose is sent; and where there is nothing to write any more. Whoever handles
#: a purpose enters it here.
SENT: dict[Purpose, ShowSent] = {}
SETTLED: dict[Purpose, ShowSettled] = {}


async def begin(context: Context, _: WriteLetter | None = None) -> None:
    """Begin a letter to the secretariat, or go on with it."""
    await show(context, await context.services.letters.begin(context.actor))


async def begin_reply(context: Context, action: AnswerQuestion) -> None:
    """Begin the answer to a question, or go on with it."""
    letters = context.services.letters
    await show(context, await letters.begin(context.actor, Purpose.REPLY, question_id=action.question))


async def resume(context: Context, action: ResumeLetter) -> None:
    """Go on with a letter."""
    await show(context, await context.services.letters.resume(context.actor, action.letter))


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
    if isinstance(sent, Writing):
        await show(context, sent)
    else:
        await SENT[sent.purpose](context, sent)


async def add_other(context: Context, action: AddOther) -> None:
    """Let the next message be the same text in another language."""
    letters = context.services.letters
    await show(context, await letters.add_other(context.me.id, action.letter, action.language))


async def drop_other(context: Context, action: DropOther) -> None:
    """Do without the text in another language."""
    await show(context, await context.services.letters.drop_other(context.me.id, action.letter))


async def fill(context: Context, action: FillReason) -> None:
    """Take a ready reason for the text."""
    reason = context.services.knowledge.reasons.get(ReasonId(action.choice))
    if reason is None:
        raise ActionExpired
    texts = {language: one.text for language, one in reason.texts.items()}
    await show(context, await context.services.letters.fill(context.me.id, action.letter, texts))


async def leave(context: Context, _: LeaveLetter) -> None:
    """Throw the letter away."""
    await context.services.letters.leave(context.me.id)
    await context.show(letter_screens.left(context.say))


async def show(context: Context, writing: Writing) -> None:
    """Show the letter as it stands; or that there is nothing to write any more."""
    if writing.letter is not None:
        reasons = context.services.knowledge.reasons.values()
        fitting = [one for one in reasons if writing.fits in one.fits]
        await context.show(letter_screens.letter(context.say, writing, fitting))
    elif writing.purpose in SETTLED:
        await SETTLED[writing.purpose](context, writing.subject)


async def show_settled(context: Context, question: Question, *, is_mine: bool, unsent: str = "") -> None:
    """Show what a question has come to, to a member of the secretariat; and what of theirs was not sent."""
    case = await context.services.secretariat.case(question.id, context.actor)
    if case.question.state is QuestionState.OPEN:
        await context.show(staff_screens.case(context.say, case))
    else:
        await context.show(staff_screens.settled(context.say, case, is_mine=is_mine, unsent=unsent))


async def _receipt(context: Context, sent: Sent) -> None:
    assert isinstance(sent.subject, Question)
    await context.show(screens.receipt(context.say, sent.subject))


async def _answered(context: Context, sent: Sent) -> None:
    assert isinstance(sent.subject, Question)
    await show_settled(context, sent.subject, is_mine=sent.is_sent, unsent=sent.text)


async def _settled(context: Context, subject: object) -> None:
    assert isinstance(subject, Question)
    await show_settled(context, subject, is_mine=False)


SENT |= {Purpose.QUESTION: _receipt, Purpose.REPLY: _answered}
SETTLED |= {Purpose.REPLY: _settled}
ACTIONS = {
    WriteLetter: begin,
    AnswerQuestion: begin_reply,
    ResumeLetter: resume,
    ReviseLetter: revise,
    SendLetter: send,
    AddOther: add_other,
    DropOther: drop_other,
    FillReason: fill,
    LeaveLetter: leave,
}
