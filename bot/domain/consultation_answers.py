"""A consultation as the answers that it might have been made of, and answers as a consultation."""

from collections.abc import Sequence

from bot.domain.consultation_asks import NO, NOW, SECOND_TEXTS, TEXTS, YES, Ask
from bot.domain.consultation_drafts import DOCUMENTS, ConsultationDraft
from bot.domain.consultations import Consultation, ConsultationText, NewConsultation


def answers_of(consultation: Consultation, languages: Sequence[str]) -> dict[Ask, str]:
    """A consultation as the answers that it might have been made of.

    Args:
        consultation: of which texts in other languages stay as they are.
        languages: the first, and perhaps a second.
    """
    answers = {
        Ask.KIND: consultation.kind.value,
        Ask.TOPICS: ",".join(consultation.topics),
        Ask.REGIONS: ",".join(consultation.regions),
        Ask.OPENS: consultation.opens_at.isoformat() if consultation.opens_at else NOW,
        Ask.CLOSES: consultation.closes_at.isoformat(),
        Ask.SLUG: consultation.slug,
        Ask.SECOND: YES if len(languages) > 1 and languages[1] in consultation.texts else NO,
    }
    if consultation.documents:
        answers[Ask.DOCUMENTS] = DOCUMENTS.dump_json(consultation.documents).decode()
    for language, steps in zip(languages, (TEXTS, SECOND_TEXTS), strict=False):
        text = consultation.texts.get(language)
        answers |= {step: getattr(text, step.field) for step in steps} if text else {}
    return {step: answer for step, answer in answers.items() if answer}


def consultation_of(
    draft: ConsultationDraft, languages: Sequence[str], slug: str, earlier: Consultation | None = None
) -> NewConsultation:
    """What the answers come to.

    Args:
        draft: with nothing missing.
        languages: the first, and perhaps a second.
        slug: the short name, where the draft has none.
        earlier: the consultation as it is; its notice's address and texts in other languages stay.
    """
    answers = draft.answers
    texts = dict(earlier.texts) if earlier else {}
    for language, steps in zip(languages, (TEXTS, SECOND_TEXTS), strict=False):
        if steps is SECOND_TEXTS and not draft.has_second:
            texts.pop(language, None)
        elif answers.get(steps[0]):
            texts[language] = ConsultationText(**{step.field: answers.get(step, "") for step in steps})
    assert draft.closes_at is not None
    return NewConsultation(
        slug=answers.get(Ask.SLUG) or slug,
        kind=draft.kind,
        opens_at=draft.opens_at,
        closes_at=draft.closes_at,
        url=earlier.url if earlier else None,
        topics=_ids(answers.get(Ask.TOPICS)),
        regions=_ids(answers.get(Ask.REGIONS)),
        documents=draft.documents,
        texts={one: texts[one] for one in dict.fromkeys([*languages, *texts]) if one in texts},
    )


def _ids(answer: str | None) -> tuple[str, ...]:
    return tuple(answer.split(",")) if answer else ()
