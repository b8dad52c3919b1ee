"""What a consultation says, field by field, and what has been changed in it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.consultations import (
    Consultation,
    ConsultationChange,
    ConsultationState,
    Document,
    FieldChange,
)
from bot.domain.knowledge import Choice, ChoiceId, Knowledge
from bot.texts import Html, Speaker
from bot.ui.pages import length
from bot.ui.screen import lines, paragraphs, shortened

#: How much of a text before and after a change is shown: the most of these with which all changes have room.
CHANGED = (300, 150, 80, 40)
#: Visible characters that all changes of one time have, so that they are told in one message with all that is around.
ROOM = 2400
#: What may be empty, in the order of the notice.
_NOTICE = ("affected", "consequences", "ways")


def name_of(say: Speaker, field: str) -> Html:
    """The name of a field."""
    return say(f"consultation-field-{field.replace('_', '-')}")


def heading(say: Speaker, consultation: Consultation, over: Html) -> Html:
    """What it is, its title, who consults, and in which language it is where that is not the reader's."""
    _, text = consultation.text(say.language)
    return paragraphs(
        lines(
            [
                over,
                say("consultation-heading", title=text.title),
                say("consultation-authority", authority=text.authority) if text.authority else "",
            ]
        ),
        in_other_language(say, consultation),
    )


def in_other_language(say: Speaker, consultation: Consultation) -> Html:
    """In which language it is, where that is not the reader's."""
    language, _ = consultation.text(say.language)
    return Html("") if language == say.language else say("consultation-other-language", language=language)


def only_in(say: Speaker, consultation: Consultation) -> str:
    """The same in two words, for a list; empty where it is in the reader's language."""
    language, _ = consultation.text(say.language)
    return "" if language == say.language else say.plain("consultation-only-in", language=language)


def notice(say: Speaker, consultation: Consultation) -> Html:
    """What else the notice says."""
    _, text = consultation.text(say.language)
    return paragraphs(
        *(
            say("consultation-field", name=name_of(say, field), text=getattr(text, field))
            for field in _NOTICE
            if getattr(text, field)
        )
    )


def about(say: Speaker, consultation: Consultation, knowledge: Knowledge) -> Html:
    """Its topics and regions; one of all of them says nothing of that."""
    topics = _names(say, consultation.topics, knowledge.topics)
    regions = _names(say, consultation.regions, knowledge.regions)
    return lines(
        [
            say("consultation-topics", topics=topics) if topics else "",
            say("consultation-regions", regions=regions) if regions else "",
        ]
    )


def standing(say: Speaker, consultation: Consultation, now: datetime) -> Html:
    """Until when one can take part, or that one cannot any more."""
    if consultation.state is ConsultationState.WITHDRAWN:
        return say("consultation-withdrawn")
    if consultation.state is ConsultationState.ANSWERED:
        return say("consultation-answered", closes=consultation.closes_at)
    if consultation.state.is_public and not consultation.is_open(now):
        return say("consultation-over", closes=consultation.closes_at)
    left = say.time_left(consultation.closes_at, now)
    return say("consultation-open", closes=consultation.closes_at, left=left)


def entry(say: Speaker, consultation: Consultation, change: ConsultationChange) -> Html:
    """A row of the history: when, what, and why."""
    return lines(
        [
            say(f"consultation-event-{change.event}", changed=change.changed_at),
            *differences(say, consultation, change.fields),
            say("consultation-note", note=change.note) if change.note else "",
        ]
    )


def differences(
    say: Speaker, consultation: Consultation, fields: Sequence[FieldChange], *, room: int = ROOM
) -> Sequence[Html]:
    """What was and what is; of texts, those that this reader reads, and of all of them so much as has room.

    Args:
        say: the reader's language.
        consultation: as it is now.
        fields: what is another.
        room: visible characters, for all of them.
    """
    language, _ = consultation.text(say.language)
    read = [one for one in fields if one.language in {"", language}] or fields
    told: Sequence[Html] = ()
    for most in CHANGED:
        told = [_difference(say, one, most) for one in read]
        if length(lines(told)) <= room:
            break
    return told


def document_line(say: Speaker, document: Document) -> str:
    """A document's title, with the size of a file."""
    if not document.is_file:
        return document.title
    return say.plain("consultation-file", name=document.title, size=say.size(document.size))


def chosen(say: Speaker, ids: Sequence[str], offered: Mapping[ChoiceId, Choice]) -> str:
    """Names of topics or regions; empty for all of them."""
    return _names(say, ids, offered)


def _difference(say: Speaker, change: FieldChange, most: int) -> Html:
    was, became = (_shown(say, change.field, value, most) for value in (change.was, change.became))
    name = name_of(say, change.field)
    if change.field in {"topics", "regions"} or change.was == change.became:  # another file of the same title
        return say("consultation-difference-only", field=name)
    if not was:
        return say("consultation-difference-new", field=name, became=became)
    if not became:
        return say("consultation-difference-gone", field=name, was=was)
    return say("consultation-difference", field=name, was=was, became=became)


def _shown(say: Speaker, field: str, value: str, most: int) -> str:
    if field == "closes_at" and value:
        return say.moment(datetime.fromisoformat(value))
    return shortened("; ".join(value.splitlines()) if field == "documents" else value, most)


def _names(say: Speaker, ids: Sequence[str], offered: Mapping[ChoiceId, Choice]) -> str:
    found = (offered.get(ChoiceId(one)) for one in ids)
    return ", ".join(one.title(say.language) if one else name for one, name in zip(found, ids, strict=True))
