"""Notices of what moves the secretariat's desk: a case that one is given, responses that are due, or late, its morning."""

from bot.domain.briefings import BriefingId
from bot.domain.cases import AssignmentId
from bot.domain.notices import NoticeKind
from bot.domain.responses import LatenessId, WarningId
from bot.services import Services
from bot.texts import Speaker
from bot.ui import briefings, cases, responses
from bot.ui.screen import Screen

KINDS = (
    NoticeKind.CASE_GIVEN,
    NoticeKind.PROPOSAL_LATE,
    NoticeKind.REPLIES_DUE,
    NoticeKind.STAFF_BRIEFING,
)


async def screen_of(
    services: Services, kind: NoticeKind, subject_id: int, say: Speaker, *, bot_name: str | None
) -> Screen | None:
    """The screen of one of these, as things stand now; None where it is over.

    Args:
        services: the use cases.
        kind: which of them.
        subject_id: row id of the very thing.
        say: the recipient's language.
        bot_name: the bot's user name, where it goes to a group and can only link to the bot.
    """
    if kind is NoticeKind.CASE_GIVEN:
        given = await services.cases.given(AssignmentId(subject_id))
        return None if given is None else cases.given(say, *given)
    if kind is NoticeKind.PROPOSAL_LATE:
        late = await services.responses.late(LatenessId(subject_id))
        return None if late is None or late.proposal.author_id is None else responses.late(say, late)
    if kind is NoticeKind.STAFF_BRIEFING:
        morning = await services.briefings.read(BriefingId(subject_id))
        return None if morning is None else briefings.morning(say, morning, bot_name=bot_name)
    soon = await services.responses.warned_of(WarningId(subject_id))
    return responses.due_soon(say, soon, services.clock.now(), bot_name=bot_name) if soon else None
