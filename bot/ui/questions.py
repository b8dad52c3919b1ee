"""Questions to the secretariat, as their askers see them."""

from dataclasses import replace

from bot.domain.letters import LONGEST, Letter, LetterState
from bot.domain.questions import Asked, Question, QuestionId, QuestionState
from bot.texts import Speaker
from bot.ui import buttons
from bot.ui.buttons import Row
from bot.ui.question_actions import (
    AnswerQuestion,
    LeaveLetter,
    PassQuestion,
    RateAnswer,
    RateReply,
    ReviseLetter,
    SendLetter,
    ShowOwnQuestion,
    WriteLetter,
)
from bot.ui.screen import Button, Screen, paragraphs, shortened

#: How much of a question is quoted beside something else.
QUOTED = 250
#: How much of a question is quoted where its answer is being written.
READ = 1500


def pass_on(say: Speaker, asked: Asked) -> Button:
    """One tap, and the secretariat has the question."""
    return Button(say.plain("button-pass-on"), PassQuestion(asked=asked.id))


def helped(say: Speaker, asked: Asked) -> Row:
    """Whether the answer has helped, with one tap."""
    return [
        Button(say.plain("button-helped"), RateAnswer(asked=asked.id, was_helpful=True)),
        Button(say.plain("button-not-helped"), RateAnswer(asked=asked.id, was_helpful=False)),
    ]


def write(say: Speaker) -> Button:
    """Write to the secretariat."""
    return Button(say.plain("button-write"), WriteLetter())


def unhelpful(say: Speaker, asked: Asked) -> Screen:
    """The answer did not help: the secretariat may know more."""
    return Screen(
        say("question-unhelpful", text=shortened(asked.text, QUOTED)),
        [[pass_on(say, asked)], [buttons.ask(say)], [buttons.to_menu(say)]],
        stays=True,
    )


def write_again(say: Speaker) -> Screen:
    """The secretariat's answer did not help: it can be written to again."""
    return Screen(
        say("question-reply-unhelpful"),
        [[write(say)], [buttons.ask(say)], [buttons.to_menu(say)]],
        stays=True,
    )


def receipt(say: Speaker, question: Question) -> Screen:
    """The secretariat has it: its number, and what happens next."""
    return Screen(
        say("question-receipt", number=str(question.id), text=shortened(question.text, QUOTED)),
        [
            [Button(say.plain("button-show-question"), ShowOwnQuestion(question=question.id))],
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def own(say: Speaker, question: Question) -> Screen:
    """One's own question, and how it stands."""
    heading = say("question-heading", number=str(question.id), asked=question.asked_at)
    if question.state is QuestionState.ANSWERED:
        rows = [_helped(say, question), [write(say), buttons.to_menu(say)]]
        said = say("question-reply", text=question.answer)
    else:
        rows = [[buttons.ask(say)], [buttons.to_menu(say)]]
        said = say(f"question-state-{question.state}")
    return Screen(paragraphs(heading, say("question-text", text=question.text), said), rows, stays=True)


def answered(say: Speaker, question: Question) -> Screen:
    """The secretariat has answered: the message to the asker."""
    return Screen(
        paragraphs(
            say("question-answered", number=str(question.id), text=shortened(question.text, QUOTED)),
            say("question-reply", text=question.answer),
        ),
        [_helped(say, question), [write(say)], [buttons.to_menu(say)]],
        stays=True,
    )


def letter(say: Speaker, letter: Letter, question: Question | None) -> Screen:
    """The letter as it stands: it waits for its text, or it is looked over before it goes.

    Args:
        say: the writer's language.
        letter: the letter.
        question: the question that it answers, where the writer is of the secretariat.
    """
    kind = "own" if question is None else "reply"
    quoted = {} if question is None else {"number": str(question.id), "text": shortened(question.text, READ)}
    leave = Button(say.plain("button-leave-letter"), LeaveLetter())
    if letter.state is LetterState.PREVIEW:
        if question is not None:
            quoted["text"] = shortened(question.text, QUOTED)
        return Screen(
            paragraphs(say(f"letter-{kind}-preview", **quoted), say("letter-text", text=letter.text)),
            [
                [Button(say.plain(f"button-send-{kind}"), SendLetter(letter=letter.id))],
                [Button(say.plain("button-revise-letter"), ReviseLetter(letter=letter.id)), leave],
            ],
            is_of_draft=True,
        )
    note = (
        say("letter-too-long", excess=letter.excess, most=LONGEST)
        if letter.excess
        else say("letter-limit", most=LONGEST)
    )
    return Screen(paragraphs(say(f"letter-{kind}-ask", **quoted), note), [[leave]], is_of_draft=True)


def left(say: Speaker) -> Screen:
    """The letter is thrown away."""
    return Screen(say("letter-left"), [[buttons.ask(say)], [buttons.to_menu(say)]])


def reminded(say: Speaker, screen: Screen, letter: Letter | None, *, is_typed: bool) -> Screen:
    """Another screen, shown while a letter is being written: it says where the next message goes.

    Args:
        say: the person's language.
        screen: the other screen.
        letter: the letter, if there is one in hand.
        is_typed: whether the screen answers a message: at the preview, one may think that it was the letter's.
    """
    if letter is None or not (letter.state is LetterState.ASKS or is_typed):
        return screen
    note = say("letter-still-open") if letter.state is LetterState.ASKS else say("letter-not-sent")
    rows = [[_resume(say, letter)], *screen.rows]
    return replace(screen, text=paragraphs(screen.text, note), rows=rows)


def _resume(say: Speaker, letter: Letter) -> Button:
    action = (
        WriteLetter()
        if letter.question_id is None
        else AnswerQuestion(question=QuestionId(letter.question_id))
    )
    return Button(say.plain("button-resume-letter"), action)


def _helped(say: Speaker, question: Question) -> Row:
    return [
        Button(say.plain("button-helped"), RateReply(question=question.id, was_helpful=True)),
        Button(say.plain("button-not-helped"), RateReply(question=question.id, was_helpful=False)),
    ]
