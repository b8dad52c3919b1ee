"""An answered question as the beginning of a content entry, in the layout of the content's files.

What only an editor can know stands as a name that no file has or as an empty text, so that
`ogp-bot content check` points at it until it is filled in.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

from bot.domain.knowledge import Knowledge
from bot.domain.questions import Question

#: Limits of an entry's texts (`bot.domain.knowledge.EntryText`).
_TITLE, _FACT = 100, 700
_WIDTH = 110


class Part(NamedTuple):
    """What belongs into one file.

    Attributes:
        file: its name, from the content's folder on.
        language: None for the fields that do not depend on it.
    """

    file: str
    language: str | None
    text: str


def entry_draft(question: Question, knowledge: Knowledge) -> Sequence[Part]:
    """The parts of the entry: the neutral fields, then the texts of each language."""
    entry = f"question-{question.id}"
    known = knowledge.entities.get(question.entity) if question.entity else None
    as_of = (question.answered_at or question.asked_at).date().isoformat()
    neutral = {
        "entity": known.id if known else "ENTITY",
        "attribute": "ATTRIBUTE",
        "sources": ["SOURCE"],
        "as_of": as_of,
    }
    parts = [Part("knowledge/entries.yaml", None, _yaml({entry: neutral}))]
    fact, details = _split(question.answer)
    asked = " ".join(question.text.split())
    for language in knowledge.languages:
        is_own = language == question.language
        texts = {
            "title": asked[:_TITLE] if is_own else "",
            "fact": fact if is_own else "",
            **({"details": details} if is_own and details else {}),
            "variants": [asked],
        }
        file = f"{language}/knowledge/entries/{known.id if known else 'questions'}.yaml"
        parts.append(Part(file, language, _yaml({entry: texts})))
    return parts


class _Indented(yaml.SafeDumper):
    """Lists stand two columns in, as in the content's files."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  (PyYAML's signature)
        super().increase_indent(flow, False)


def _yaml(value: dict[str, Any]) -> str:
    return yaml.dump(value, Dumper=_Indented, allow_unicode=True, sort_keys=False, width=_WIDTH)


def _split(answer: str) -> tuple[str, str]:
    """The first paragraph as the fact, the rest as details."""
    fact, _, details = answer.strip().partition("\n")
    if len(fact) > _FACT:
        cut = fact.rfind(". ", 0, _FACT) + 1 or _FACT
        fact, details = fact[:cut], f"{fact[cut:]}\n{details}"
    return fact.strip(), details.strip()
