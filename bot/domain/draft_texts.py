"""What a draft says: its answers as a proposal's text and author, and a submitted proposal as answers again."""

from bot.domain.draft_steps import OF_REMARK
from bot.domain.drafts import WHOLE, Draft, Step
from bot.domain.proposals import Identity, OgpValue, Proposal, ProposalText

#: Steps whose answer is a field of the text, word for word.
_WORDS = {
    Step.TITLE: "title",
    Step.PROBLEM: "problem",
    Step.SOLUTION: "solution",
    Step.RESULT: "expected_result",
    Step.BODY: "responsible_body",
    Step.PARTNERS: "partners",
    Step.TIME_FRAME: "time_frame",
    Step.INDICATOR: "indicator",
    Step.TOPIC: "topic",
}
#: All the steps that a text has a field for.
_FIELDS = {**_WORDS, Step.VALUES: "values", Step.REGION: "region", Step.GOAL: "goal"}


def text_of(draft: Draft) -> ProposalText:
    """The draft as the text of a proposal."""
    answers = draft.answers
    if draft.is_remark:  # what was answered while it was a proposal is not asked any more
        answers = {step: text for step, text in answers.items() if step in OF_REMARK}
    region = answers.get(Step.REGION, "")
    goal = answers.get(Step.GOAL)
    return ProposalText(
        **{field: answers.get(step, "") for step, field in _WORDS.items()},
        values=() if draft.is_remark else values_of(draft),
        region="" if region == WHOLE else region,
        goal=int(goal) if goal else None,
    )


def values_of(draft: Draft) -> tuple[OgpValue, ...]:
    """The OGP values that have been ticked, in their own order."""
    ticked = draft.answers.get(Step.VALUES, "").split(",")
    return tuple(value for value in OgpValue if value in ticked)


def identity_of(draft: Draft) -> Identity | None:
    """How far the author wants to be known; None where they have not said yet."""
    said = draft.answers.get(Step.IDENTITY)
    return None if said is None else Identity(said)


def author_of(draft: Draft) -> dict[str, str]:
    """`identity`, `author_name` and `contact` of the proposal; nothing of an author who stays anonymous."""
    identity = identity_of(draft) or Identity.NAMED
    is_named = identity is not Identity.ANONYMOUS
    return {
        "identity": identity,
        "author_name": draft.answers.get(Step.NAME, "") if is_named else "",
        "contact": draft.answers.get(Step.CONTACT, "") if is_named else "",
    }


def answers_of(proposal: Proposal) -> dict[Step, str]:
    """A proposal as the answers that it was made of; what was left empty is left out.

    One of before names and values were asked for has neither: that is asked for when it is corrected.
    """
    answers = {step: str(getattr(proposal, field)) for step, field in _WORDS.items()}
    answers |= {
        Step.VALUES: ",".join(proposal.values),
        Step.REGION: proposal.region,
        Step.GOAL: str(proposal.goal or ""),
        Step.IDENTITY: proposal.identity,
        Step.NAME: proposal.author_name,
        Step.CONTACT: proposal.contact,
    }
    return {step: answers[step] for step in Step if answers.get(step)}


def differing(before: ProposalText, after: ProposalText) -> list[Step]:
    """The steps to which one version of a text answers otherwise than the one before."""
    return [
        step
        for step in Step
        if (field := _FIELDS.get(step)) and getattr(before, field) != getattr(after, field)
    ]
