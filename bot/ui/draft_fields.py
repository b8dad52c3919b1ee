"""How an answer of a draft reads: words as they were written, choices by their names."""

from bot.domain.draft_texts import values_of
from bot.domain.drafts import WHOLE, Draft, Step
from bot.domain.knowledge import ChoiceId, Knowledge
from bot.domain.proposals import Identity, OgpValue
from bot.services.draft_steps import GOALS
from bot.texts import Html, Speaker

#: Steps that a remark calls by names of its own.
IN_REMARK = frozenset({Step.TITLE, Step.PROBLEM, Step.SOLUTION})

Choices = list[tuple[str, str]]


def choices(say: Speaker, knowledge: Knowledge, step: Step) -> Choices:
    """What can be chosen at a step: what the answer is then, and its name."""
    match step:
        case Step.VALUES:
            return [(value, say.plain(f"value-{value}")) for value in OgpValue]
        case Step.REGION:
            regions: Choices = [(one.id, one.title(say.language)) for one in knowledge.regions.values()]
            return [(WHOLE, say.plain("draft-region-whole")), *regions]
        case Step.TOPIC:
            return [(one.id, one.title(say.language)) for one in knowledge.topics.values()]
        case Step.GOAL:
            return [(goal, f"{goal} · {say.plain(f'sdg-{goal}')}") for goal in GOALS]
        case Step.IDENTITY:
            return [(identity, say.plain(f"identity-{identity}")) for identity in Identity]
    return []


def meant(say: Speaker, knowledge: Knowledge, step: Step, typed: str) -> str | None:
    """What somebody means who writes a choice's name, or how it begins, instead of pressing its button."""
    words = typed.strip().casefold()
    named = [(answer, name.casefold()) for answer, name in choices(say, knowledge, step)]
    if not words or step is Step.VALUES:
        return None
    for fits in (
        [answer for answer, name in named if words in {name, answer}],
        [answer for answer, name in named if name.startswith(words) and len(words) > 2],
    ):
        if len(fits) == 1:
            return fits[0]
    return None


def shown(say: Speaker, knowledge: Knowledge, draft: Draft, step: Step) -> str:
    """An answer in words; empty where there is none."""
    answer = draft.answers.get(step, "")
    offered = {Step.REGION: knowledge.regions, Step.TOPIC: knowledge.topics}.get(step, {})
    match step:
        case Step.VALUES:
            return "; ".join(say.plain(f"value-{value}") for value in values_of(draft))
        case Step.REGION if answer == WHOLE:
            return say.plain("draft-region-whole")
        case Step.REGION | Step.TOPIC if (choice := offered.get(ChoiceId(answer))) is not None:
            return choice.title(say.language)
        case Step.GOAL if answer:
            return f"{answer} · {say.plain(f'sdg-{answer}')}"
        case Step.IDENTITY if answer:
            return say.plain(f"identity-{answer}")
    return answer


def step_name(say: Speaker, step: Step, *, is_remark: bool = False) -> Html:
    """The name of a step, as what is written calls it."""
    if is_remark and step in IN_REMARK:
        return say(f"remark-step-{step}")
    return say(f"proposal-step-{step.replace('_', '-')}")


def field(say: Speaker, step: Step, text: str, *, is_remark: bool = False) -> Html:
    """An answer under its heading."""
    heading = step_name(say, step, is_remark=is_remark)
    return (
        say("draft-field", heading=heading, text=text) if text else say("draft-field-empty", heading=heading)
    )
