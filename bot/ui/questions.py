"""Questions to the secretariat, as their askers see them."""

from bot.domain.questions import Asked, Question, QuestionState
from bot.texts import Speaker
from bot.ui import buttons
from bot.ui.buttons import Row
from bot.ui.question_actions import (
    AskRather,
    PassQuestion,
    RateAnswer,
    RateReply,
    ShowOwnQuestion,
    WriteLetter,
)
from bot.ui.screen import Button, Screen, paragraphs, shortened

#: How much of a question is quoted beside something else.
QUOTED = 250


def pass_on(say: Speaker, asked: Asked) -> Button:
    """One tap, and the secretariat has the question."""
    return Button(say.plain("button-pass-on"), PassQuestion(asked=asked.id))


def answer_instead(say: Speaker, asked: Asked) -> Button:
    """From a screen that a wish has opened: what was meant is the answer."""
    return Button(say.plain("button-answer-instead"), AskRather(asked=asked.id))


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


def _helped(say: Speaker, question: Question) -> Row:
    return [
        Button(say.plain("button-helped"), RateReply(question=question.id, was_helpful=True)),
        Button(say.plain("button-not-helped"), RateReply(question=question.id, was_helpful=False)),
    ]
