"""What no file is wrong about alone: two entries for one question, texts for nothing, circles."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.domain.knowledge import CONTACT, PLAN
from bot.services.content.files import Files, Record
from bot.services.knowledge import Reading
from bot.services.search.letters import normalise, tokens

#: Which fields of which nouns name an item, so that it is used for something.
_USES = {
    "sources": (("entries", "sources"), ("entries", "links"), ("commitments", "sources")),
    "attributes": (("entries", "attribute"),),
    "entities": (("entries", "entity"), ("entities", "parent")),
}


def check_crossings(reading: Reading) -> None:
    """Add to the problems of a reading what its files contradict each other in."""
    files, neutral = reading.files, reading.neutral
    _slots(files, neutral["entries"])
    _rows(files, neutral["entities"])
    _circles(files, neutral["entities"])
    _selves(files, neutral["entries"])
    _commitments(files, neutral.get("commitments", {}), neutral["entities"])
    _variants(files, reading.texts.get("entries", {}))
    _facts(files, neutral["entries"])
    _unused(files, neutral)
    _unlisted(reading)
    if neutral["entities"] and CONTACT not in neutral["entities"]:
        files.report("knowledge/entities.yaml", 1, "no-contact", is_warning=True, name=CONTACT)


def _slots(files: Files, entries: Mapping[str, Record]) -> None:
    """One entry answers one question: an attribute of an entity."""
    seen: dict[tuple[Any, Any], str] = {}
    for item, record in entries.items():
        slot = record.fields.get("entity"), record.fields.get("attribute")
        if None in slot or not all(isinstance(part, str) for part in slot):
            continue
        other = seen.setdefault(slot, item)
        if other != item:
            files.report(record.file, record.line, "slot", name=item, other=other)


def _rows(files: Files, entities: Mapping[str, Record]) -> None:
    """Two of a row with one number could not be told apart."""
    seen: dict[tuple[str, str], str] = {}
    for item, record in entities.items():
        kind, ordinal = record.fields.get("kind"), record.fields.get("ordinal")
        if isinstance(kind, str) and isinstance(ordinal, str):
            other = seen.setdefault((kind, ordinal), item)
            if other != item:
                files.report(record.file, record.line_of(("ordinal",)), "ordinal", name=item, other=other)


def _circles(files: Files, entities: Mapping[str, Record]) -> None:
    """A part of itself would have no way up."""
    for item, record in entities.items():
        passed, above = {item}, record.fields.get("parent")
        while isinstance(above, str) and above in entities and above not in passed:
            passed.add(above)
            above = entities[above].fields.get("parent")
        if above == item:
            files.report(record.file, record.line_of(("parent",)), "circle", name=item)


def _selves(files: Files, entries: Mapping[str, Record]) -> None:
    for item, record in entries.items():
        for other, line in record.listed("related"):
            if other == item:
                files.report(record.file, line, "self", name=item)


def _commitments(files: Files, commitments: Mapping[str, Record], entities: Mapping[str, Record]) -> None:
    """They belong to plans; two of one plan with one code could not be told apart."""
    seen: dict[tuple[str, str], str] = {}
    for item, record in commitments.items():
        plan, code = record.fields.get("plan"), record.fields.get("code")
        if isinstance(plan, str) and plan in entities and entities[plan].fields.get("kind") != PLAN:
            files.report(record.file, record.line_of(("plan",)), "plan", field="plan", name=plan)
        if isinstance(plan, str) and isinstance(code, str) and code:
            other = seen.setdefault((plan, code.casefold()), item)
            if other != item:
                files.report(record.file, record.line_of(("code",)), "code-twice", name=item, other=other)


def _variants(files: Files, languages: Mapping[str, Mapping[str, Record]]) -> None:
    """The same words, as search reads them, cannot ask for two things, in whatever language."""
    seen: dict[str, tuple[str, str]] = {}
    for entries in languages.values():
        for item, record in entries.items():
            variants = record.listed("variants")
            if not variants and record.is_read:
                files.report(record.file, record.line, "no-variants", is_warning=True, name=item)
            own: set[str] = set()
            for variant, line in variants:
                key = " ".join(tokens(normalise(variant)))
                if key in own:
                    files.report(record.file, line, "twice", is_warning=True, name=variant)
                own.add(key)
                other, place = seen.setdefault(key, (item, f"{record.file}:{line}"))
                if not key:
                    files.report(record.file, line, "words", name=item)
                elif other != item:
                    files.report(record.file, line, "variant", variant=variant, other=other, place=place)


def _facts(files: Files, entries: Mapping[str, Record]) -> None:
    """`facts.yaml` is the list of what has to be said, where a country keeps one."""
    path = files.folder / "knowledge" / "facts.yaml"
    node = files.node(path) if path.is_file() else None
    for each in node.value if node is not None and isinstance(node.value, list) else ():
        fields = files.value(each, files.name(path)) if not isinstance(each, tuple) else None
        if not isinstance(fields, dict):
            continue
        fact = Record(files.name(path), each.start_mark.line + 1, fields, each)
        named = fact.listed("entries")
        if not named:
            files.report(fact.file, fact.line, "fact")
        for item, line in named:
            if item not in entries:
                files.report(fact.file, line, "entry", field="entries", name=item)


def _unused(files: Files, neutral: Mapping[str, Mapping[str, Record]]) -> None:
    for noun, uses in _USES.items():
        used = {name for other, field in uses for name in _named(neutral.get(other, {}).values(), field)}
        for item, record in neutral[noun].items():
            if item not in used:
                files.report(record.file, record.line, "unused", is_warning=True, name=item)


def _named(records: Iterable[Record], field: str) -> Iterable[str]:
    return (name for record in records for name, _ in record.listed(field))


def _unlisted(reading: Reading) -> None:
    """Texts in a language that nobody is offered."""
    files = reading.files
    for place in sorted(files.folder.glob("*/knowledge")):
        language = place.parent.name
        if language not in reading.languages:
            line = reading.head.line_of(("languages",))
            files.report(reading.head.file, line, "language", is_warning=True, language=language)
