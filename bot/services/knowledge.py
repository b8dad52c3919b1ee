"""The official content, read from its files: neutral fields once, texts once a language.

Whoever edits content sees every problem of every file at once, with file and line, and the bot never starts
on half of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.domain.knowledge import (
    Attribute,
    AttributeText,
    Choice,
    ChoiceText,
    Commitment,
    CommitmentText,
    Entity,
    EntityText,
    Entry,
    EntryText,
    Knowledge,
    Source,
    SourceText,
)
from bot.domain.reasons import Reason, ReasonText
from bot.services.content.files import Files, Record
from bot.services.content.memory import without_collecting
from bot.services.content.problems import ContentInvalid, Problem, of_model

Model = TypeVar("Model", bound=BaseModel)

#: The model of each noun, and of its texts in one language.
_MODELS: Mapping[str, tuple[type[BaseModel], type[BaseModel]]] = {
    "sources": (Source, SourceText),
    "entities": (Entity, EntityText),
    "attributes": (Attribute, AttributeText),
    "entries": (Entry, EntryText),
    "regions": (Choice, ChoiceText),
    "topics": (Choice, ChoiceText),
    "commitments": (Commitment, CommitmentText),
    "reasons": (Reason, ReasonText),
}
#: Nouns whose files a content may do without.
_OPTIONAL = frozenset({"regions", "topics", "commitments", "reasons"})
#: What refers to what: noun, field, the noun that it names, and how that is called in a problem.
_REFERENCES = (
    ("entities", "parent", "entities", "entity"),
    ("entries", "entity", "entities", "entity"),
    ("entries", "attribute", "attributes", "attribute"),
    ("entries", "sources", "sources", "source"),
    ("entries", "links", "sources", "source"),
    ("entries", "related", "entries", "entry"),
    ("commitments", "plan", "entities", "entity"),
    ("commitments", "sources", "sources", "source"),
    ("commitments", "entry", "entries", "entry"),
)


@dataclass(frozen=True)
class Reading:
    """What was read: as far as it can be used, and where everything stands.

    Attributes:
        files: the files, with the problems found so far.
        languages: the languages of the content, as far as they are said.
        neutral: noun → id → record.
        texts: noun → language → id → record.
        knowledge: the content, where nothing is wrong with any of it.
    """

    files: Files
    languages: tuple[str, ...]
    head: Record
    neutral: Mapping[str, Mapping[str, Record]]
    texts: Mapping[str, Mapping[str, Mapping[str, Record]]]
    knowledge: Knowledge | None

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, in the order of the files."""
        return sorted(set(self.files.problems))


def load_knowledge(folder: Path) -> Knowledge:
    """Read the content of a folder.

    Args:
        folder: where `content.yaml`, `knowledge/` and a folder a language lie.

    Raises:
        ContentInvalid: with all problems of all files.
    """
    reading = read_content(folder)
    if reading.knowledge is None:
        raise ContentInvalid(reading.problems)
    return reading.knowledge


def read_content(folder: Path) -> Reading:
    """Read the content of a folder, with everything that is wrong with it."""
    with without_collecting():
        return _Reader(Files(folder)).read()


@dataclass
class _Reader:
    files: Files
    texts: dict[str, dict[str, dict[str, Record]]] = field(default_factory=dict)

    def read(self) -> Reading:
        head = self.files.head()
        said = head.fields.get("languages")
        languages = tuple(one for one in said if isinstance(one, str)) if isinstance(said, list) else ()
        folder = self.files.folder / "knowledge"
        nouns = [noun for noun in _MODELS if noun not in _OPTIONAL or self._is_there(noun)]
        neutral = {noun: dict(self.files.records(folder / f"{noun}.yaml")) for noun in nouns}
        for noun, name, other, called in _REFERENCES:
            self._refer(neutral.get(noun, {}), name, neutral[other], called)
        built: dict[str, dict[str, Any]] = {}
        for noun in nouns:
            model, text_model = _MODELS[noun]
            texts = self._texts(noun, text_model, neutral[noun], languages)
            built[noun] = self._build(model, neutral[noun], texts)
        knowledge = None
        if head.is_read:
            whole = self._model(Knowledge, head, {**head.fields, **built})
            knowledge = None if self.files.problems else whole
        return Reading(self.files, languages, head, neutral, self.texts, knowledge)

    def _is_there(self, noun: str) -> bool:
        """Whether a noun has a file, in any language or in none."""
        return any(self.files.folder.glob(f"**/knowledge/{noun}.yaml"))

    def _texts(
        self, noun: str, model: type[BaseModel], known: Mapping[str, Record], languages: Iterable[str]
    ) -> dict[str, dict[str, BaseModel]]:
        """The texts of each id by language; what is missing or belongs to nothing is a problem.

        A file that cannot be read is one problem, not one for each id that it would have.
        """
        texts: dict[str, dict[str, BaseModel]] = {item: {} for item in known}
        for language in languages:
            seen = self._records(noun, language)
            for item, record in seen.items():
                if known and item not in known:
                    self.files.report(record.file, record.line, "neutral", name=item, noun=noun)
                elif known and record.is_read:
                    text = self._model(model, record, record.fields)
                    if text is not None:
                        texts[item][language] = text
            for item in known.keys() - seen.keys() if seen else ():
                place = known[item]
                self.files.report(place.file, place.line, "translation", name=item, language=language)
        return texts

    def _records(self, noun: str, language: str) -> dict[str, Record]:
        """The texts of one language as they stand, for entries in as many files as their author likes."""
        place = self.files.folder / language / "knowledge"
        many = sorted((place / noun).glob("*.yaml")) if noun == "entries" else []
        seen: dict[str, Record] = {}
        for path in many or [place / f"{noun}.yaml"]:
            for item, record in self.files.records(path):
                if item in seen:
                    first = f"{seen[item].file}:{seen[item].line}"
                    self.files.report(record.file, record.line, "once", name=item, first=first)
                else:
                    seen[item] = record
        self.texts.setdefault(noun, {})[language] = seen
        return seen

    def _build(
        self,
        model: type[Model],
        records: Mapping[str, Record],
        texts: Mapping[str, Mapping[str, BaseModel]],
    ) -> dict[str, Model]:
        built = {
            item: self._model(model, record, {**record.fields, "id": item, "texts": texts[item]})
            for item, record in records.items()
            if record.is_read
        }
        return {item: one for item, one in built.items() if one is not None}

    def _model(self, model: type[Model], record: Record, fields: Mapping[str, Any]) -> Model | None:
        try:
            return model.model_validate(fields)
        except ValidationError as invalid:
            for error in invalid.errors(include_url=False):
                line = record.line_of(error["loc"])
                self.files.problems.append(of_model(record.file, line, error))
            return None

    def _refer(
        self, records: Mapping[str, Record], name: str, known: Mapping[str, object], called: str
    ) -> None:
        """Report what a field names and no file has."""
        for record in records.values():
            for item, line in record.listed(name):
                if known and item not in known:
                    self.files.report(record.file, line, called, field=name, name=item)


__all__ = ["ContentInvalid", "Problem", "Reading", "load_knowledge", "read_content"]
