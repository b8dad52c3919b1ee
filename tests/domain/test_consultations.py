"""When a consultation is open, and in which language it is read."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.consultation_differences import differences
from bot.domain.consultations import (
    Consultation,
    ConsultationId,
    ConsultationState,
    ConsultationText,
    Document,
    DocumentId,
)

CLOSES = datetime(2026, 12, 1, 16, tzinfo=UTC)


def consultation(state: ConsultationState = ConsultationState.OPEN, **titles: str) -> Consultation:
    texts = {language: ConsultationText(title=title, summary="") for language, title in titles.items()}
    return Consultation(
        id=ConsultationId(1),
        slug="open-data",
        state=state,
        closes_at=CLOSES,
        created_at=CLOSES - timedelta(days=30),
        texts=texts or {"uk": ConsultationText(title="Дороги", summary="")},
    )


@pytest.mark.parametrize("state", ConsultationState)
@pytest.mark.parametrize(("before", "in_time"), [(1, True), (0, False), (-1, False)])
def test_it_is_open_in_one_state_and_until_its_deadline(state, before, in_time):
    moment = CLOSES - timedelta(seconds=before)
    assert consultation(state).is_open(moment) is (in_time and state is ConsultationState.OPEN)


@pytest.mark.parametrize(
    ("titles", "language", "read_in"),
    [
        ({"uk": "Дороги", "en": "Roads"}, "en", "en"),
        ({"uk": "Дороги", "en": "Roads"}, "uk", "uk"),
        ({"uk": "Дороги"}, "en", "uk"),
        ({"en": "Roads"}, "uk", "en"),
        ({"uk": "Дороги", "en": "Roads"}, "pl", "uk"),
    ],
)
def test_text_is_in_the_language_or_in_the_first_there_is(titles, language, read_in):
    assert consultation(**titles).text(language) == (
        read_in,
        ConsultationText(title=titles[read_in], summary=""),
    )


S = ConsultationState
LIFE = {
    (S.DRAFT, S.SCHEDULED),
    (S.DRAFT, S.OPEN),
    (S.DRAFT, S.WITHDRAWN),
    (S.SCHEDULED, S.DRAFT),
    (S.SCHEDULED, S.OPEN),
    (S.SCHEDULED, S.WITHDRAWN),
    (S.OPEN, S.CLOSED),
    (S.OPEN, S.WITHDRAWN),
    (S.CLOSED, S.ANSWERED),
    (S.CLOSED, S.WITHDRAWN),
}


def test_its_life_is_one_table():
    assert {(was, became) for was in S for became in was.following} == LIFE


@pytest.mark.parametrize("state", S)
def test_nobody_reads_it_before_it_is_opened(state):
    assert state.is_public is (state not in {S.DRAFT, S.SCHEDULED})


def test_differences_name_every_field_with_what_was_and_what_is():
    was = consultation(uk="Дороги")
    link = Document(title="Проєкт", url="https://example.org/a")
    became = was.model_copy(
        update={
            "closes_at": CLOSES + timedelta(days=7),
            "texts": {"uk": ConsultationText(title="Вулиці", summary="")},
            "documents": (link,),
            "topics": ("open-data",),
        }
    )
    found = differences(was, became)
    assert [(one.field, one.was, one.became) for one in found] == [
        ("closes_at", CLOSES.isoformat(), (CLOSES + timedelta(days=7)).isoformat()),
        ("title", "Дороги", "Вулиці"),
        ("documents", "", "Проєкт"),
        ("topics", "", "open-data"),
    ]
    assert differences(was, was) == ()


def test_document_keeps_its_mark_whether_stored_or_not():
    new = Document(title="Проєкт", url="https://example.org/a")
    assert new.mark == new.model_copy(update={"id": DocumentId(7), "file_id": "x"}).mark
    assert new.mark != new.model_copy(update={"title": "Інший"}).mark
