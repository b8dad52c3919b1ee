"""The secretariat's forum: titles of topics, notices in them, and the answer that goes to an author from there.

What is in a group is read by all its members: an author's contact and what they have written about a case are not in
it, but for a question's own words, which are all that there is to answer.
"""

from bot.domain.blocks import Block
from bot.domain.forum import LONGEST_TITLE, Standing
from bot.domain.hidings import HidingStep
from bot.domain.letters import Purpose, length
from bot.domain.proposals import Proposal, ProposalState
from bot.domain.questions import Question, QuestionState
from bot.domain.staff import Member
from bot.services.desk import Told
from bot.services.forum import Subject, Work
from bot.services.hidings import ToldHiding
from bot.services.letters import Writing
from bot.services.life import Turn
from bot.services.proposal_letters import Aim
from bot.texts import Html, Speaker
from bot.ui import story
from bot.ui.buttons import Row
from bot.ui.deep_links import Place, deep_link, deep_link_to_bot
from bot.ui.forum_actions import DropFromTopic, SendFromTopic
from bot.ui.screen import Button, Screen, paragraphs

#: The command by which something is written to an author from a topic.
ANSWER = "answer"


def title(say: Speaker, work: Work) -> str:
    """The title of a topic: what the case is called, where it stands, and as many of its words as fit."""
    match work.subject:
        case Proposal() as proposal:
            state = (
                say.plain("forum-state-hiding-contested")
                if work.is_hiding_contested
                else story.state_of(say, proposal.state)
            )
            return _fitting(_name_of(say, proposal), state, proposal.title)
        case Question() as question:
            return _fitting(
                _name_of(say, question), say.plain(f"forum-state-question-{question.state}"), question.text
            )
        case Block() as block:
            state = say.plain("forum-state-block-waits" if work.is_open else "forum-state-block-kept")
            return _fitting(_name_of(say, block), state, "")
        case None:
            name = say.plain("forum-title-block", number=str(work.topic.case.id))
            return _fitting(name, say.plain("forum-state-block-lifted"), "")


def with_way(say: Speaker, screen: Screen) -> Screen:
    """A case's notice in its topic, with the way to write to the author from there."""
    return Screen(paragraphs(screen.text, say("forum-way", command=ANSWER)), screen.rows, stays=screen.stays)


def handled(say: Speaker, told: Told, who: Member | None, *, bot_name: str) -> Screen:
    """What a colleague has done about a proposal."""
    words = say(
        "forum-handled",
        reference=told.proposal.reference,
        state=story.state_of(say, told.change.became),
        who=named(say, who, is_operator=told.change.actor_id is None),
    )
    return Screen(words, _to_case(say, told.proposal.reference, bot_name), stays=True)


def hiding_decided(say: Speaker, told: ToldHiding, who: Member | None, *, bot_name: str) -> Screen:
    """What a colleague has decided about a proposal's being public."""
    step = told.hiding.step
    key = "shown" if step is HidingStep.SHOWN else "kept" if step is HidingStep.KEPT else "hidden"
    words = say(
        f"forum-hiding-{key}",
        reference=told.proposal.reference,
        who=named(say, who, is_operator=told.hiding.actor_id is None),
    )
    return Screen(words, _to_case(say, told.proposal.reference, bot_name), stays=True)


def question_settled(say: Speaker, question: Question, who: Member | None, *, bot_name: str) -> Screen:
    """A colleague has answered or closed a question."""
    key = "answered" if question.state is QuestionState.ANSWERED else "closed"
    who_text = named(say, who, is_operator=question.answered_by is None)
    words = say(f"forum-question-{key}", number=str(question.id), who=who_text)
    return Screen(words, _to_case(say, str(question.id), bot_name), stays=True)


def taken(say: Speaker, subject: Proposal | Question, who: Member | None, *, bot_name: str) -> Screen:
    """In whose hands a case is."""
    what = subject.reference if isinstance(subject, Proposal) else str(subject.id)
    words = say("forum-taken", who=named(say, who, is_operator=False))
    return Screen(words, _to_case(say, what, bot_name), stays=True)


def block_decided(say: Speaker, number: int, block: Block | None) -> Screen:
    """What has become of a contested block."""
    key = "forum-block-lifted" if block is None else "forum-block-kept"
    return Screen(say(key, number=str(number)), stays=True)


def not_delivered(say: Speaker, subject: Subject) -> Screen:
    """What was sent to the author has not reached them."""
    name = "none" if subject is None else _name_of(say, subject)
    return Screen(say("forum-not-delivered", name=name), stays=True)


def named(say: Speaker, who: Member | None, *, is_operator: bool) -> Html:
    """How a colleague is called; by their number where no name is known."""
    if who is None:
        return say("forum-operator") if is_operator else say("forum-somebody")
    return Html(say("forum-member", name=who.name)) if who.name else say("forum-numbered", number=str(who.id))


def preview(say: Speaker, writing: Writing, *, writer: str, is_reachable: bool) -> Screen:
    """What the author will get, to be sent or not by whoever has written it.

    Args:
        say: the group's language.
        writing: the letter, with what it is about.
        writer: whose it is.
        is_reachable: whether the author can be written to.
    """
    letter = writing.letter
    assert letter is not None
    return Screen(
        paragraphs(
            say("forum-news") if writing.is_news else "",
            say("forum-preview", what=_what(say, writing)),
            say("life-quote", text=letter.text),
            "" if is_reachable else say("forum-unreachable"),
            say("forum-confirm", writer=writer),
        ),
        [
            [Button(say.plain("button-forum-send"), SendFromTopic(letter=letter.id))],
            [Button(say.plain("button-forum-drop"), DropFromTopic(letter=letter.id))],
        ],
    )


def sent(say: Speaker, subject: object, *, writer: str, is_reachable: bool, is_sent: bool) -> Screen:
    """What was written is on its way to the author; or somebody was first, and it is not.

    Args:
        say: the group's language.
        subject: the question, or the turn of the proposal.
        writer: who has sent it.
        is_reachable: whether the author can be written to.
        is_sent: False where it came too late.
    """
    if not is_sent:
        return Screen(say("forum-too-late", what=_now(say, subject)))
    text = subject.answer if isinstance(subject, Question) else _reason(subject)
    return Screen(
        paragraphs(
            say("forum-sent", writer=writer),
            say("life-quote", text=text),
            "" if is_reachable else say("forum-unreachable"),
        )
    )


def dropped(say: Speaker) -> Screen:
    """It was not sent."""
    return Screen(say("forum-dropped"))


def impossible(say: Speaker, work: Work, *, bot_name: str) -> Screen:
    """Nothing can be sent from this topic as the case stands; the private chat has everything else."""
    match work.subject:
        case Proposal() as proposal:
            return Screen(
                say("forum-impossible", what=story.state_of(say, proposal.state)),
                _to_case(say, proposal.reference, bot_name),
            )
        case Question() as question:
            words = say("forum-impossible", what=say(f"forum-state-question-{question.state}"))
            return Screen(words, _to_case(say, str(question.id), bot_name))
        case _:
            link = Button(say.plain("button-staff"), url=deep_link_to_bot(bot_name))
            return Screen(say("forum-impossible-here"), [[link]])


def how(say: Speaker) -> Screen:
    """How something is written to an author."""
    return Screen(say("forum-way", command=ANSWER))


def refused(say: Speaker, *, is_anonymous: bool) -> Screen:
    """Who writes is no officer, or hides behind the group."""
    return Screen(say("forum-anonymous") if is_anonymous else say("forum-officers-only"))


def elsewhere(say: Speaker) -> Screen:
    """The command stands outside a case's topic."""
    return Screen(say("forum-outside", command=ANSWER))


def advice(say: Speaker, standing: Standing | None) -> Html:
    """What is to be done so that cases have topics; empty where they have."""
    match standing:
        case Standing.NO_RIGHT | Standing.PLAIN | Standing.AWAY:
            return say(f"forum-advice-{standing.replace('_', '-')}")
        case _:
            return Html("")


def purpose_of(subject: Subject) -> Purpose | None:
    """What an answer in a case's topic becomes as it stands: a reply, a question to the author, or nothing."""
    match subject:
        case Question() if subject.is_open:
            return Purpose.REPLY
        case Proposal() if ProposalState.CLARIFICATION in subject.state.following:
            return Purpose.CLARIFY
        case _:
            return None


def _what(say: Speaker, writing: Writing) -> Html:
    subject = writing.subject
    if isinstance(subject, Question):
        return say("forum-as-reply", number=str(subject.id))
    assert isinstance(subject, Aim)
    return say("forum-as-question", reference=subject.proposal.reference)


def _now(say: Speaker, subject: object) -> Html:
    if isinstance(subject, Question):
        return say(f"forum-state-question-{subject.state}")
    assert isinstance(subject, Turn)
    return story.state_of(say, subject.proposal.state)


def _reason(subject: object) -> str:
    assert isinstance(subject, Turn)
    return subject.change.reason if subject.change else ""


def _to_case(say: Speaker, what: str, bot_name: str) -> list[Row]:
    return [[Button(say.plain("button-show-case"), url=deep_link(bot_name, Place.CASE, what))]]


def _name_of(say: Speaker, subject: Proposal | Question | Block) -> str:
    """What a case is called among colleagues."""
    if isinstance(subject, Proposal):
        return subject.reference
    kind = "question" if isinstance(subject, Question) else "block"
    return say.plain(f"forum-title-{kind}", number=str(subject.id))


def _fitting(name: str, state: str, words: str) -> str:
    """Name, state and words with dots between, within Telegram's limit (counted as it counts texts)."""
    head = f"{name} · {state[:1].upper()}{state[1:]}"
    words = " ".join(words.split())
    if not words:
        return head
    room = LONGEST_TITLE - length(f"{head} · ")
    if length(words) > room:
        while length(words) > room - 1:
            words = words[:-1]
        words = f"{words.rstrip(' ,.:;–-')}…"
    return f"{head} · {words}"
