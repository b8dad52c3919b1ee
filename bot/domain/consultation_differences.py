"""What is another in a consultation: field by field, at one time or over several."""

from collections.abc import Iterable, Sequence

from bot.domain.consultations import ConsultationText, Document, FieldChange, NewConsultation


def differences(was: NewConsultation, became: NewConsultation) -> tuple[FieldChange, ...]:
    """What is another in the second; the deadline first, then texts, then the rest."""
    found = []
    if was.closes_at != became.closes_at:
        before, after = was.closes_at.isoformat(), became.closes_at.isoformat()
        found.append(FieldChange(field="closes_at", was=before, became=after))
    for language in dict.fromkeys([*was.texts, *became.texts]):
        for name in ConsultationText.model_fields:
            before, after = (getattr(one.texts.get(language), name, "") for one in (was, became))
            if before != after:
                found.append(FieldChange(field=name, language=language, was=before, became=after))
    for name in ("documents", "topics", "regions"):
        before, after = getattr(was, name), getattr(became, name)
        if _keys(before) != _keys(after):
            found.append(FieldChange(field=name, was=_lines(before), became=_lines(after)))
    if was.url != became.url:
        found.append(FieldChange(field="url", was=was.url or "", became=became.url or ""))
    return tuple(found)


def merged(steps: Iterable[Sequence[FieldChange]]) -> tuple[FieldChange, ...]:
    """What several changes come to, the first first; what was put back is none."""
    first: dict[tuple[str, str], FieldChange] = {}
    for change in (one for step in steps for one in step):
        before = first.get((change.field, change.language), change)
        first[change.field, change.language] = before.model_copy(update={"became": change.became})
    is_kept = {"documents"}  # another file may have the same title
    return tuple(one for one in first.values() if one.was != one.became or one.field in is_kept)


def _keys(items: tuple[Document | str, ...]) -> set[str]:
    return {one.key if isinstance(one, Document) else one for one in items}


def _lines(items: tuple[Document | str, ...]) -> str:
    return "\n".join(one.title if isinstance(one, Document) else one for one in items)
