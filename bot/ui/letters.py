"""Letters as their writers see them, whatever for: what is asked, the look before sending, the reminder."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.domain.letters import LONGEST, Letter, LetterState, Purpose
from bot.domain.questions import Question
from bot.services.hidings import STEPS
from bot.services.letters import Writing
from bot.texts import Html, Speaker
from bot.ui import blocks, buttons, cases, commitment_status, hidings, proposal_letters
from bot.ui.question_actions import LeaveLetter, ResumeLetter, ReviseLetter, SendLetter
from bot.ui.screen import Button, Screen, paragraphs, shortened

#: How much of a question is quoted beside its answer, and where the answer is being written.
QUOTED, READ = 250, 1500

#: What the writer of each letter is told of what they are doing: the language, the subject, whether it is written.
_HEADINGS: Mapping[Purpose, Callable[[Speaker, object], Html]] = {
    **dict.fromkeys(proposal_letters.PURPOSES, proposal_letters.heading),
    Purpose.BLOCK: blocks.letter_heading,
    Purpose.BLOCK_APPEAL: blocks.letter_heading,
    Purpose.BLOCK_KEEP: blocks.keep_heading,
    **dict.fromkeys(STEPS, hidings.letter_heading),
    Purpose.COMMITMENT: commitment_status.letter_heading,
    Purpose.NOTE: cases.note_heading,
}
#: What has happened since a letter was begun; of proposals for any other purpose.
_NEWS: Mapping[Purpose, Callable[[Speaker, object], Html]] = {Purpose.COMMITMENT: commitment_status.news}
_SEND: Mapping[Purpose, str] = {
    Purpose.QUESTION: "button-send-own",
    Purpose.REPLY: "button-send-reply",
    Purpose.CLARIFY: "button-send-question",
    Purpose.CLARIFICATION: "button-send-reply",
    Purpose.DECIDE: "button-send-decision",
    Purpose.APPEAL: "button-send-appeal",
    Purpose.BLOCK: "button-send-block",
    Purpose.BLOCK_APPEAL: "button-send-appeal",
    Purpose.BLOCK_KEEP: "button-send-keep",
    Purpose.HIDE: "button-send-hiding",
    Purpose.HIDING_APPEAL: "button-send-appeal",
    Purpose.HIDING_KEEP: "button-send-keep",
    Purpose.SHOW_AGAIN: "button-send-shown",
    Purpose.COMMITMENT: "button-send-status",
    Purpose.NOTE: "button-keep-note",
}


def letter(say: Speaker, writing: Writing) -> Screen:
    """The letter as it stands: it waits for its text, or it is looked over before it goes.

    Args:
        say: the writer's language.
        writing: the letter, with what it is about.
    """
    letter = writing.letter
    assert letter is not None
    leave = Button(say.plain("button-leave-letter"), LeaveLetter())
    if letter.state is LetterState.PREVIEW:
        return Screen(
            paragraphs(_preview(say, letter, writing), say("letter-text", text=letter.text)),
            [
                [Button(say.plain(_SEND[letter.purpose]), SendLetter(letter=letter.id))],
                [Button(say.plain("button-revise-letter"), ReviseLetter(letter=letter.id)), leave],
            ],
            is_of_draft=True,
        )
    note = (
        say("letter-too-long", excess=letter.excess, most=LONGEST)
        if letter.excess
        else say("letter-limit", most=LONGEST)
    )
    if proposal_letters.asks_for_target(writing.subject):
        note = Html("")
    return Screen(paragraphs(_asking(say, letter, writing.subject), note), [[leave]], is_of_draft=True)


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
    resume = Button(say.plain("button-resume-letter"), ResumeLetter(letter=letter.id))
    return replace(screen, text=paragraphs(screen.text, note), rows=[[resume], *screen.rows])


def _asking(say: Speaker, letter: Letter, subject: object) -> Html:
    if letter.purpose is Purpose.QUESTION:
        return say("letter-own-ask")
    if isinstance(subject, Question):
        return say("letter-reply-ask", number=str(subject.id), text=shortened(subject.text, READ))
    return paragraphs(_HEADINGS[letter.purpose](say, subject), say("letter-ask"))


def _preview(say: Speaker, letter: Letter, writing: Writing) -> Html:
    subject = writing.subject
    if letter.purpose is Purpose.QUESTION:
        return say("letter-own-preview")
    if isinstance(subject, Question):
        return say("letter-reply-preview", number=str(subject.id), text=shortened(subject.text, QUOTED))
    return paragraphs(
        _NEWS.get(letter.purpose, proposal_letters.news)(say, subject) if writing.is_news else "",
        _HEADINGS[letter.purpose](say, subject),
        say("letter-preview"),
    )
