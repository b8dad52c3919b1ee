"""When a consultation is open, and in which language it is read."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.consultations import Consultation, ConsultationId, ConsultationState, ConsultationText

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
