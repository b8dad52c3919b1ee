"""A notice that is to be drawn, and that there is nothing to draw any more."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.consultations import Consultation
from bot.domain.errors import CivicError
from bot.domain.notices import NoticeKind
from bot.domain.occasions import ReminderMoment
from bot.services import Services
from bot.texts import Speaker


class NoticeVoid(CivicError):
    """What the notice was about is over: it is not to be sent."""


@dataclass(frozen=True)
class Due:
    """A notice that is to be drawn.

    Attributes:
        subject_id: row id of the very thing.
        link_name: the bot's user name, for addresses.
        in_group: whether it goes to a group or channel, where it can only link to the bot.
        in_topic: whether it goes into its case's topic, where everything about the case is kept together.
    """

    services: Services
    kind: NoticeKind
    subject_id: int
    say: Speaker
    link_name: str
    in_group: bool
    in_topic: bool

    @property
    def bot_name(self) -> str | None:
        """The bot's user name, where the notice goes to a group and can only link to the bot."""
        return self.link_name if self.in_group else None

    def moments(self, consultation: Consultation) -> Sequence[ReminderMoment]:
        """When one can be reminded of a consultation."""
        return self.services.occasions.offered(consultation)
