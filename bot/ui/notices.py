"""How each kind of notice looks."""

from bot.domain.consultations import ConsultationId
from bot.domain.errors import CivicError
from bot.domain.notices import NoticeKind
from bot.services import Services
from bot.texts import Speaker
from bot.ui import consultations
from bot.ui.screen import Screen


class NoticeVoid(CivicError):
    """What the notice was about is over: it is not to be sent."""


async def screen_of(services: Services, kind: NoticeKind, subject_id: int, say: Speaker) -> Screen:
    """The screen of a notice, as things stand now.

    Raises:
        NoticeVoid: the consultation has closed or been withdrawn meanwhile.
    """
    match kind:
        case NoticeKind.CONSULTATION_OPENED:
            consultation = await services.consultations.get(ConsultationId(subject_id))
            now = services.clock.now()
            if not consultation.is_open(now):
                raise NoticeVoid
            return consultations.alert(say, consultation, now)
