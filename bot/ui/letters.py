"""Letters as their writers see them, whatever for: what is asked, the look before sending, the reminder."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.domain.letters import LONGEST, Letter, LetterState, Purpose, length
from bot.domain.questions import Question
from bot.domain.reasons import Reason
from bot.services.hidings import STEPS
from bot.services.letters import Writing
from bot.texts import Html, Speaker
from bot.ui import blocks, bulks, buttons, cases, commitment_status, gatherings, hidings, proposal_letters
from bot.ui.buttons import Row
from bot.ui.question_actions import (
    AddOther,
    DropOther,
    FillReason,
    LeaveLetter,
    ResumeLetter,
    ReviseLetter,
    SendLetter,
)
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
    Purpose.BULK: bulks.letter_heading,
    Purpose.GATHERING: gatherings.letter_heading,
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
    Purpose.BULK: "button-send-bulk",
    Purpose.GATHERING: "button-keep-gathering",
}


def letter(say: Speaker, writing: Writing, reasons: Sequence[Reason] = ()) -> Screen:
    """The letter as it stands: it waits for its text, or it is looked over before it goes.

    Args:
        say: the writer's language.
        writing: the letter, with what it is about.
        reasons: ready ones, which fit it.
    """
    letter = writing.letter
    assert letter is not None
    leave = Button(say.plain("button-leave-letter"), LeaveLetter())
    if letter.state is LetterState.PREVIEW:
        return Screen(
            paragraphs(
                _preview(say, letter, writing),
                say("letter-text", text=letter.text),
                say("letter-in-other", language=letter.other_language) if letter.other else "",
                say("letter-text", text=letter.other) if letter.other else "",
            ),
            [
                [Button(say.plain(_SEND[letter.purpose]), SendLetter(letter=letter.id))],
                [Button(say.plain("button-revise-letter"), ReviseLetter(letter=letter.id)), leave],
                *_in_other(say, letter, writing),
            ],
            is_of_draft=True,
        )
    note = (
        say("letter-too-long", excess=letter.excess, most=LONGEST)
        if letter.excess
        else say("letter-limit", most=LONGEST - (length(letter.text) if letter.writes_other else 0))
    )
    is_short = letter.purpose is Purpose.GATHERING
    if (
        is_short
        or proposal_letters.asks_for_target(writing.subject)
        or bulks.asks_for_target(writing.subject)
    ):
        note, reasons = Html(""), ()
    back = [Button(say.plain("button-drop-other"), DropOther(letter=letter.id))]
    ready = [
        [buttons.button(one.title(say.language), FillReason(letter=letter.id, choice=one.id))]
        for one in reasons
    ]
    return Screen(
        paragraphs(_asking(say, letter, writing), say("letter-ready") if ready else "", note),
        [*ready, *([back] if letter.writes_other else []), [leave]],
        is_of_draft=True,
    )


def _in_other(say: Speaker, letter: Letter, writing: Writing) -> list[Row]:
    """To the same text in another language: to write it, to write it anew, to do without."""
    rows: list[Row] = [
        [
            Button(
                say.plain("letter-button-other", language=one, is_there=one == letter.other_language),
                AddOther(letter=letter.id, language=one),
            )
        ]
        for one in writing.others
    ]
    drop = [Button(say.plain("button-drop-other"), DropOther(letter=letter.id))]
    return [*rows, *([drop] if letter.other else [])]


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


def _asking(say: Speaker, letter: Letter, writing: Writing) -> Html:
    subject = writing.subject
    if letter.purpose is Purpose.QUESTION:
        return say("letter-own-ask")
    if isinstance(subject, Question):
        asked = say("letter-reply-ask", number=str(subject.id), text=shortened(subject.text, READ))
        return paragraphs(asked, _reads(say, writing))
    ask = (
        say("letter-ask-other", language=letter.other_language) if letter.writes_other else say("letter-ask")
    )
    reads = "" if letter.writes_other else _reads(say, writing)
    return paragraphs(_HEADINGS[letter.purpose](say, subject), reads, ask)


def _reads(say: Speaker, writing: Writing) -> Html:
    is_of_many = writing.purpose is Purpose.BULK  # whose readers are counted
    return say("letter-reads", language=writing.reads) if writing.reads and not is_of_many else Html("")


def _preview(say: Speaker, letter: Letter, writing: Writing) -> Html:
    subject = writing.subject
    if letter.purpose is Purpose.QUESTION:
        return say("letter-own-preview")
    if isinstance(subject, Question):
        looked = say("letter-reply-preview", number=str(subject.id), text=shortened(subject.text, QUOTED))
        return paragraphs(looked, _reads(say, writing))
    return paragraphs(
        _NEWS.get(letter.purpose, proposal_letters.news)(say, subject) if writing.is_news else "",
        _HEADINGS[letter.purpose](say, subject),
        _reads(say, writing),
        say("letter-preview"),
    )
