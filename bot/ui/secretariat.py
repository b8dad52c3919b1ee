"""The secretariat's screens of questions: what waits, one of them, its notice, the figures."""

from collections.abc import Sequence

from bot.domain.questions import Ending, Question, QuestionState
from bot.domain.statistics import Statistics
from bot.services.entry_drafts import Part
from bot.services.secretariat import Case, Waiting
from bot.texts import Html, Speaker
from bot.ui import buttons, responses
from bot.ui.actions import ShowStaffPanel
from bot.ui.buttons import Row
from bot.ui.deep_links import Place, deep_link
from bot.ui.life_actions import ShowDesk
from bot.ui.question_actions import (
    AnswerQuestion,
    CloseQuestion,
    ConfirmClosing,
    DraftEntry,
    ShowCase,
    ShowWaiting,
)
from bot.ui.screen import Button, File, Screen, lines, paragraphs, shortened

#: How much of a question stands in a list.
LISTED = 90
#: How much of a question stands in its notice; the rest is a tap away.
NOTICED = 1500


def waiting_list(say: Speaker, waiting: Waiting) -> Screen:
    """Questions that wait, oldest first, a page of them."""
    back = [buttons.back(say, ShowDesk()), buttons.to_menu(say)]
    if not waiting.total:
        return Screen(say("inbox-none"), [back])
    entries = lines(
        say(
            "inbox-entry",
            number=str(question.id),
            asked=say.date(question.asked_at),
            text=shortened(" ".join(question.text.split()), LISTED),
        )
        for question in waiting.questions
    )
    rows: list[Row] = [
        [
            buttons.button(
                say.plain("inbox-button", number=str(question.id), text=" ".join(question.text.split())),
                ShowCase(question=question.id),
            )
        ]
        for question in waiting.questions
    ]
    page = waiting.page
    turns = buttons.turns(
        say,
        page.at,
        page.count,
        lambda to: ShowWaiting(page=to),
        before="button-older",
        after="button-newer",
    )
    title = say("inbox-title", count=waiting.total, page=page.at + 1, pages=page.count)
    return Screen(paragraphs(title, entries), [*rows, *turns, back])


def case(say: Speaker, case: Case, *, may_act: bool = True) -> Screen:
    """One question, with what can be done about it.

    Args:
        say: the member's language.
        case: the question.
        may_act: whether the member is an officer.
    """
    question = case.question
    text = say("inbox-question-text", text=question.text) if question.text else say("inbox-erased")
    to_list = [buttons.back(say, ShowWaiting(page=0)), buttons.to_menu(say)]
    if not question.is_open:
        return Screen(
            paragraphs(
                _heading(say, question),
                text,
                say("question-reply", text=question.answer) if question.answer else "",
            ),
            [*_draft_row(say, question), to_list],
        )
    return Screen(
        paragraphs(
            _heading(say, question),
            text,
            say("inbox-others", count=case.others) if case.others else "",
            "" if case.is_reachable else say("inbox-unreachable"),
        ),
        [*(_ways(say, question) if may_act else []), to_list],
    )


def notice(say: Speaker, question: Question, *, bot_name: str | None) -> Screen:
    """A question has come: to a member's own chat with buttons, to the group with a link to the chat.

    Args:
        say: the reader's language.
        question: the question.
        bot_name: for the group, the bot's user name.
    """
    text = paragraphs(
        say("inbox-notice", number=str(question.id), asked=question.asked_at),
        say("inbox-question-text", text=shortened(question.text, NOTICED)),
    )
    if bot_name is None:
        return Screen(text, [*_ways(say, question), [buttons.to_menu(say)]], stays=True)
    link = deep_link(bot_name, Place.CASE, str(question.id))
    return Screen(text, [[Button(say.plain("button-reply"), url=link)]], stays=True)


def confirm_closing(say: Speaker, question: Question) -> Screen:
    """Before a question is closed without an answer."""
    return Screen(
        say("inbox-confirm-closing", number=str(question.id), text=shortened(question.text, LISTED)),
        [
            [Button(say.plain("button-reply"), AnswerQuestion(question=question.id))],
            [Button(say.plain("button-close-question"), CloseQuestion(question=question.id))],
            [buttons.back(say, ShowCase(question=question.id)), buttons.to_menu(say)],
        ],
    )


def settled(say: Speaker, case: Case, *, is_mine: bool, unsent: str = "") -> Screen:
    """A question is answered or closed: by this member, or by a colleague who was first.

    Args:
        say: the member's language.
        case: the question as it is now.
        is_mine: whether it was this member who settled it.
        unsent: what they had written, where a colleague was first.
    """
    question = case.question
    is_answered = question.state is QuestionState.ANSWERED
    number = str(question.id)
    if question.asker_id is None:
        said = say("inbox-asker-gone", number=number)
    elif not is_mine:
        said = say(
            "inbox-colleague-first",
            number=number,
            answered=is_answered,
            settled=question.answered_at or question.asked_at,
        )
    else:
        said = say("inbox-reply-sent", number=number) if is_answered else say("inbox-closed", number=number)
    is_lost = is_mine and is_answered and question.asker_id is not None and not case.is_reachable
    return Screen(
        paragraphs(
            said,
            say("question-reply", text=question.answer) if question.answer and not is_mine else "",
            say("inbox-unreachable") if is_lost else "",
            say("life-not-sent", text=unsent) if unsent else "",
        ),
        [
            *_draft_row(say, question),
            [Button(say.plain("button-inbox"), ShowWaiting(page=0)), buttons.to_menu(say)],
        ],
        stays=True,
    )


def entry(say: Speaker, question: Question, parts: Sequence[Part]) -> Screen:
    """An answered question as a file, ready to be taken into the content."""
    comments = [say.plain("entry-about", number=str(question.id))]
    for part in parts:
        comment = say.plain("entry-neutral") if part.language is None else say.plain("entry-texts")
        comments.append(f"{part.file}\n{comment}")
    head, *heads = ("".join(f"# {line}\n" for line in comment.splitlines()) for comment in comments)
    body = "\n".join(f"{above}{part.text}" for above, part in zip(heads, parts, strict=True))
    return Screen(
        say("entry-done", number=str(question.id)),
        [[Button(say.plain("button-inbox"), ShowWaiting(page=0)), buttons.to_menu(say)]],
        file=File(f"question-{question.id}.yaml", f"{head}\n{body}".encode()),
        stays=True,
    )


def statistics(say: Speaker, figures: Statistics) -> Screen:
    """The figures of the last days."""
    return Screen(
        statistics_text(say, figures),
        [
            [Button(say.plain("button-inbox"), ShowWaiting(page=0))],
            [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)],
        ],
    )


def statistics_text(say: Speaker, figures: Statistics) -> Html:
    """The figures' words, as Telegram's HTML."""
    unanswered = lines(
        say("statistics-unanswered-entry", count=one.count, text=shortened(one.text, LISTED))
        for one in figures.unanswered
    )
    return paragraphs(
        say(
            "statistics-text",
            days=figures.days,
            asked=figures.total,
            answered=figures.asked.get(Ending.ANSWERED, 0),
            offered=figures.asked.get(Ending.OFFERED, 0),
            abstained=figures.asked.get(Ending.ABSTAINED, 0),
            handed=sum(figures.passed_on.values()),
            replied=figures.passed_on.get(QuestionState.ANSWERED, 0),
            waiting=figures.waiting,
            helpful=figures.helpful,
            unhelpful=figures.unhelpful,
        ),
        responses.counters(say, figures.proposals),
        say("statistics-unanswered") if unanswered else "",
        unanswered,
    )


def _heading(say: Speaker, question: Question) -> Html:
    return say(
        f"inbox-heading-{question.state}",
        number=str(question.id),
        asked=question.asked_at,
        language=question.language,
        **({} if question.is_open else {"settled": question.answered_at or question.asked_at}),
    )


def _ways(say: Speaker, question: Question) -> list[Row]:
    return [
        [Button(say.plain("button-reply"), AnswerQuestion(question=question.id))],
        [Button(say.plain("button-close-question"), ConfirmClosing(question=question.id))],
    ]


def _draft_row(say: Speaker, question: Question) -> list[Row]:
    if question.state is not QuestionState.ANSWERED or not question.answer:
        return []
    return [[Button(say.plain("button-entry"), DraftEntry(question=question.id))]]
