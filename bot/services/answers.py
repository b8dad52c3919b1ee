"""Answers to questions: the one path that the chat, inline mode and the command line share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from bot.domain.knowledge import EntityId, Entry, Knowledge, Language
from bot.services.content.memory import without_collecting
from bot.services.content.problems import ContentInvalid
from bot.services.content.word_lists import faults_of_lists
from bot.services.lined_yaml import YamlBroken
from bot.services.search import Intent
from bot.services.search.engine import Engine
from bot.services.search.intents import Intents
from bot.services.search.kept import KeptSearch
from bot.services.search.lexicon import LONGEST, Lexicon
from bot.services.search.lists import read_lists
from bot.services.search.sentences import asked_in, asks, clauses_in, sentences_in
from bot.services.search.words import Role, Word


@dataclass(frozen=True)
class Outcome:
    """What became of a question: an answer, up to three that may be meant, a wish, or nothing.

    Attributes:
        entry: the answer.
        candidates: up to three answers of which one may be meant; beside an answer, the next best.
        intent: what the person wants done instead of answered.
        score: how sure the search is, from 0 to 1.
        entity: what the question was about, for the next question.
        silent: whether the content speaks about the entity, but not about what was asked; then the candidates
            are what it does say.
        is_asked: whether a wish is put as a question, so that an answer may be what is wanted after all.
    """

    entry: Entry | None = None
    candidates: tuple[Entry, ...] = ()
    intent: Intent | None = None
    score: float = 0.0
    entity: EntityId | None = None
    silent: bool = False
    is_asked: bool = False

    @property
    def abstained(self) -> bool:
        """Whether the honest answer is "I do not know"."""
        return self.entry is None and self.intent is None and (self.silent or not self.candidates)


class _Search(NamedTuple):
    lexicon: Lexicon
    intents: Intents
    engine: Engine


class Answers:
    """Answers from the content alone, or honestly none.

    Args:
        knowledge: the content.
        folder: where it was read from; the search's word lists lie there too.
        kept: the file that keeps the search from one start to the next, if any does.
    """

    def __init__(self, knowledge: Knowledge, folder: Path, *, kept: Path | None = None) -> None:
        self._knowledge = knowledge
        self._folder = folder
        self._kept = kept
        self._reference = re.compile(rf"\b{re.escape(knowledge.code)}-\d{{4}}-\d+\b", re.IGNORECASE)

    def warm(self) -> None:
        """Make the search ready now instead of at the first question, which would wait for it."""
        _ = self._search

    def words_of(self, text: str) -> frozenset[str]:
        """What a text is about, as comparable words: base forms, those that mean the same made one."""
        words = self._search.lexicon.read(text)
        return frozenset(word.key for word in words if word.role not in _SAYING_NOTHING)

    def words_asked(self, text: str) -> frozenset[str]:
        """The same of what somebody looks for, in whatever script or on whatever keyboard it was typed."""
        words = self._search.lexicon.question(text)
        return frozenset(word.key for word in words if word.role not in _SAYING_NOTHING)

    @cached_property
    def _search(self) -> "_Search":
        with without_collecting():
            if self._kept is None:
                return self._made()
            kept = KeptSearch(self._kept, self._knowledge, self._folder)
            found = kept.read()
            if found is None:
                search = self._made()
                kept.write(tuple(search))
                return search
            search = _Search(*found)
            search.engine.attach(self._knowledge)
            return search

    def _made(self) -> "_Search":
        """The search anew.

        Raises:
            ContentInvalid: the word lists have faults; nothing else looks at them at the start.
        """
        try:
            lists = read_lists(self._folder, self._knowledge.languages)
            lexicon = Lexicon(lists, texts_of(self._knowledge))
            intents = Intents(lists, lexicon)
            engine = Engine(self._knowledge, lexicon, lists.silences, lists.leanings)
        except (AttributeError, LookupError, TypeError, ValueError, YamlBroken) as error:
            faults = faults_of_lists(self._folder, self._knowledge.languages)
            if faults:
                raise ContentInvalid(faults) from error
            raise
        return _Search(lexicon, intents, engine)

    def ask(
        self,
        text: str,
        language: Language,  # noqa: ARG002
        *,
        about: EntityId | None = None,
        heeds_wishes: bool = True,
    ) -> Outcome:
        """Answer a question in whatever language it is asked.

        Args:
            text: the question, of any length.
            language: the person's language, in which the entry's text is then shown.
            about: what the last answer was about, for a question that names nothing.
            heeds_wishes: whether what the person wants done comes before what the content says.
        """
        if len(text) > LONGEST:
            return Outcome()
        if heeds_wishes and self._reference.search(text):
            return Outcome(intent=Intent.STATUS, score=1.0)
        search = self._search
        words = search.lexicon.question(text)
        intent = self._wish(text, words) if heeds_wishes else None
        if intent is not None:
            is_asked = asks(text) or any(map(search.lexicon.asks, words))
            return Outcome(intent=intent, score=1.0, is_asked=is_asked)
        found = search.engine.find(words, about, asked_in(text, search.lexicon))
        return Outcome(
            entry=found.answer,
            candidates=found.offers,
            score=round(min(found.score, 1.0), 4),
            entity=found.entity,
            silent=found.silent,
        )

    def _wish(self, text: str, words: Sequence[Word]) -> Intent | None:
        """What a person wants done: said by the whole message or by a sentence of it, unless another is a question."""
        lexicon, intents, engine = self._search
        headed = intents.headed(text)
        if headed is not None:
            return headed
        wish, sentences = intents.find(words), sentences_in(text)
        if not sentences:
            return wish or intents.led_to(clauses_in(text))
        if wish is None and intents.asks_of_rules(words):
            return None
        read, topic = [lexicon.question(sentence) for sentence in sentences], engine.topic_of(words)
        wishes = [intents.find(one) for one in read]
        for sentence, one, own in zip(sentences, read, wishes, strict=True):
            if own is not None or not asks(sentence) or (wish is not None and intents.goes_on(one, wish)):
                continue
            if engine.find(one, topic).answer is not None:
                return None
        return wish or next(filter(None, reversed(wishes)), None)


#: What is no word to find a text by.
_SAYING_NOTHING = frozenset({Role.STOP, Role.ASKING})


def texts_of(knowledge: Knowledge) -> Iterator[str]:
    """Every text that the content has, for the search to learn its words."""
    for entry in knowledge.entries.values():
        for text in entry.texts.values():
            yield from (text.title, text.fact, text.details, *text.variants)
    for entity in knowledge.entities.values():
        for name in entity.texts.values():
            yield from (name.title, *name.aliases)
    for attribute in knowledge.attributes.values():
        for asked in attribute.texts.values():
            yield from (asked.title, *asked.cues)
