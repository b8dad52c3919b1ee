"""What a proposal says and what has become of it: for its author, for the secretariat, and for notices of both."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from operator import itemgetter

from bot.domain.commitments import CommitmentId
from bot.domain.draft_texts import differing
from bot.domain.drafts import Step
from bot.domain.knowledge import ChoiceId, Knowledge
from bot.domain.people import PersonId
from bot.domain.proposals import (
    ChangedBy,
    Proposal,
    ProposalChange,
    ProposalState,
    ProposalText,
    ProposalVersion,
)
from bot.services.desk import Story
from bot.texts import Html, Speaker
from bot.ui.draft_fields import field, step_name
from bot.ui.pages import pages
from bot.ui.screen import lines, paragraphs, shortened

#: How much of a title stands beside its reference.
TITLE = 100
#: How much of a proposal is on one page, and how much of what was last said is shown above it.
PAGE, SAID = 2600, 1200
#: Of the proposals that one carries on, so many are named.
JOINED = 30


def state_of(say: Speaker, state: ProposalState) -> Html:
    """The state in a word or two."""
    return say(f"proposal-state-{_word(state)}")


def named(proposal: Proposal) -> dict[str, str]:
    """Reference and title as texts take them."""
    return {"reference": proposal.reference, "title": shortened(proposal.title, TITLE)}


def commitment_of(knowledge: Knowledge, commitment: str, language: str) -> str:
    """The name of a commitment; its id where the content does not know it (any more)."""
    found = knowledge.commitments.get(CommitmentId(commitment))
    return commitment if found is None else found.name(language)


def next_step(
    say: Speaker, proposal: Proposal, now: datetime, *, commitment: str = "", is_left: bool = False
) -> Html:
    """What happens next, and until when.

    Args:
        say: the reader's language.
        proposal: theirs.
        now: the moment.
        commitment: the name of the commitment that it has become.
        is_left: whether it was merged into one that its author has taken back.
    """
    state = proposal.state
    match state:
        case ProposalState.MERGED if is_left:
            text = say("life-next-left")
        case ProposalState.DECLINED:
            text = say("life-next-declined", can_contest=proposal.can_be_contested)
        case ProposalState.IN_PLAN | ProposalState.IMPLEMENTED:
            text = say(f"life-next-{_word(state)}", commitment=commitment)
        case _:
            text = say(f"life-next-{_word(state)}")
    if not state.awaits_response or state is ProposalState.CLARIFICATION or proposal.reply_by is None:
        return text
    return lines([text, promised(say, proposal, now)])


def promised(say: Speaker, proposal: Proposal, now: datetime) -> Html:
    """Until when a response is promised; and where a date has passed, which was the first."""
    if proposal.reply_by is None or proposal.due_at is None:
        return Html("")
    is_late = proposal.is_late(now)
    return lines(
        [
            say("life-late", day=say.date(proposal.due_at)) if is_late else "",
            say("life-reply-by", day=say.date(proposal.reply_by)) if now <= proposal.reply_by else "",
        ]
    )


def text_of(say: Speaker, text: ProposalText, knowledge: Knowledge) -> Html:
    """What the author has written, field by field; empty ones are left out."""
    region, topic = knowledge.regions.get(ChoiceId(text.region)), knowledge.topics.get(ChoiceId(text.topic))
    is_remark = isinstance(text, Proposal) and text.is_remark
    fields = {
        Step.TITLE: text.title if is_remark else "",
        Step.PROBLEM: text.problem,
        Step.SOLUTION: text.solution,
        Step.RESULT: text.expected_result,
        Step.VALUES: "; ".join(say.plain(f"value-{value}") for value in text.values),
        Step.REGION: region.title(say.language) if region else text.region,
        Step.TOPIC: topic.title(say.language) if topic else text.topic,
        Step.GOAL: f"{text.goal} · {say.plain(f'sdg-{text.goal}')}" if text.goal else "",
        Step.BODY: text.responsible_body,
        Step.PARTNERS: text.partners,
        Step.TIME_FRAME: text.time_frame,
        Step.INDICATOR: text.indicator,
    }
    return paragraphs(
        say("remark-kind") if is_remark else "",
        *(field(say, step, value, is_remark=is_remark) for step, value in fields.items() if value),
    )


def lineage(say: Speaker, story: Story, *, commitment: str = "") -> Html:
    """What it was merged into, what was merged into it, and the commitment that it has become."""
    joined = ", ".join(one.reference for one in story.joined[:JOINED])
    more = max(0, len(story.joined) - JOINED)
    return lines(
        [
            into(say, story.into) if story.into else "",
            say("life-joined", references=joined, more=more) if joined else "",
            say("life-commitment", commitment=commitment) if commitment else "",
        ]
    )


def into(say: Speaker, other: Proposal) -> Html:
    """The proposal that carries another on; of one that is hidden or taken back, the reference alone."""
    if other.is_public:
        return say("life-into", **named(other))
    return say("life-into-unread", reference=other.reference)


def history(say: Speaker, story: Story, *, me: PersonId) -> Html:
    """Every change, with what was written on it, and every correction: the correspondence of both sides."""
    is_own, is_remark = story.proposal.author_id == me, story.proposal.is_remark
    changed = [(change.changed_at, _entry(say, change, me)) for change in story.changes]
    corrected = [
        (after.written_at, _correction(say, before, after, is_own=is_own, is_remark=is_remark))
        for before, after in pairwise(story.versions)
    ]
    entries = [entry for _, entry in sorted((*changed, *corrected), key=itemgetter(0))]
    return lines([say("life-history"), *entries]) if entries else Html("")


def last_said(say: Speaker, changes: Sequence[ProposalChange], by: ChangedBy) -> Html:
    """What a side has written last, if nothing has been written since."""
    written = [change for change in changes if change.reason]
    if not written or written[-1].actor is not by:
        return Html("")
    return said(say, written[-1])


def said(say: Speaker, change: ProposalChange, *, most: int = SAID) -> Html:
    """What was written on a change, under the name of who wrote it, in the reader's language first."""
    if not change.reason:
        return Html("")
    first, *others = texts_of(say, change)
    return paragraphs(
        say("life-said", who=change.actor, kind=change.became, text=shortened(first, most)),
        *(say("life-said-other", text=shortened(one, most)) for one in others),
    )


def texts_of(say: Speaker, change: ProposalChange) -> Sequence[str]:
    """What was written on a change, in the reader's language first, as far as it was written in two."""
    is_other_first = change.other_language == say.language
    both = (change.other, change.reason) if is_other_first else (change.reason, change.other)
    return [text for text in both if text]


def response(say: Speaker, story: Story) -> Html:
    """The reasoned response as anybody may read it, in the reader's language first."""
    proposal = story.proposal
    if not proposal.response:
        return Html("")
    decision = next((one for one in reversed(story.changes) if one.became.is_decision), None)
    first, *others = texts_of(say, decision) if decision else (proposal.response,)
    return paragraphs(
        say("public-response", text=first), *(say("life-said-other", text=one) for one in others)
    )


def page_of(html: Html, page: int) -> tuple[Html, int, int]:
    """A page of a long text, which one it is, and how many there are."""
    cut = pages(html, PAGE)
    shown = min(page, len(cut) - 1)
    return cut[shown], shown, len(cut)


def _entry(say: Speaker, change: ProposalChange, me: PersonId) -> Html:
    who = "me" if change.actor_id == me else change.actor
    heading = say(
        "life-entry", state=state_of(say, change.became), changed=say.date(change.changed_at), who=who
    )
    return lines([heading, *(say("life-quote", text=one) for one in texts_of(say, change))])


def _correction(
    say: Speaker, before: ProposalVersion, after: ProposalVersion, *, is_own: bool, is_remark: bool
) -> Html:
    """A version, and which of its fields are other than before; of one that was taken back, that is not known."""
    heading = say("life-version", written=say.date(after.written_at), number=after.number, is_own=is_own)
    if before.text is None or after.text is None:
        return heading
    steps = differing(before.text, after.text)
    names = ", ".join(step_name(say, step, is_remark=is_remark) for step in steps)
    return lines([heading, say("life-version-changed", steps=names) if names else ""])


def _word(state: ProposalState) -> str:
    return state.replace("_", "-")
