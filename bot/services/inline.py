"""Inline mode: answers that a person may send into any chat."""

from collections.abc import Sequence

from bot.domain.knowledge import OVERVIEW, PLAN, Entry, Knowledge, Language
from bot.services.answers import Answers


def offers(
    answers: Answers, knowledge: Knowledge, text: str, language: Language, *, most: int
) -> Sequence[Entry]:
    """What answers the text, the likeliest first; the plans in short, the newest first, where it is empty.

    A name alone ("fourth plan") brings all that is known of the thing. A wish ("unsubscribe me") brings
    nothing: it can be done in the bot alone.

    Args:
        answers: the search.
        knowledge: the content that it searches.
        text: what was typed after the bot's name.
        language: the asker's.
        most: so many answers are enough.
    """
    if not text.strip():
        plans = reversed(knowledge.of_kind(PLAN))
        shown = [entry for plan in plans for entry in knowledge.about(plan.id) if entry.attribute == OVERVIEW]
        return shown[:most]
    found = answers.ask(text, language)
    entry = found.entry
    likely = [*([entry] if entry else []), *found.candidates]
    if entry is not None and entry.attribute == OVERVIEW:
        likely += knowledge.about(entry.entity)
    return list({one.id: one for one in likely}.values())[:most]
