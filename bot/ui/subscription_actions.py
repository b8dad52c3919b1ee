"""Actions on subscriptions, of the chat where they are pressed or of a group or channel, and on reminders."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.domain.commitments import CommitmentId
from bot.domain.consultations import ConsultationId
from bot.domain.knowledge import ID_PATTERN
from bot.domain.occasions import ReminderMoment
from bot.domain.subscriptions import Facet, Pace
from bot.ui.action import ROW, Action

#: A chat: 0 for the one in which the button is; a group's or channel's id, which is negative, elsewhere.
Of = Annotated[int, Field(ge=-(2**63), le=0)]
_Choice = Annotated[str, Field(pattern=ID_PATTERN, max_length=24)]
_Page = Annotated[int, Field(ge=0, le=99)]
_Commitment = Annotated[CommitmentId, Field(pattern=ID_PATTERN, max_length=36)]


class OfChat(BaseModel):
    """What is done to a chat's subscription; in a group by its administrators alone."""

    model_config = ConfigDict(frozen=True)

    of: Of = 0


class ShowAlerts(OfChat, Action, prefix="ys"):
    """Say what goes to the chat, and offer to change it."""


class TurnAlertsOn(OfChat, Action, prefix="yo"):
    """Hear of consultations."""


class TurnAlertsOff(OfChat, Action, prefix="yf"):
    """Hear of nothing more."""


class ShowChoices(OfChat, Action, prefix="yt"):
    """Offer the topics or the regions."""

    facet: Facet
    page: _Page


class MakeChoice(OfChat, Action, prefix="yc"):
    """Add a topic or region, or take it away again."""

    facet: Facet
    choice: _Choice
    page: _Page


class ChooseEverything(OfChat, Action, prefix="ya"):
    """Every topic, or every region."""

    facet: Facet


class HearOfAll(OfChat, Action, prefix="yb"):
    """Hear of all consultations that fit, or only of those that are followed."""

    is_on: bool


class HearOfAllCommitments(OfChat, Action, prefix="ym"):
    """Hear of every commitment, or only of those that are followed."""

    is_on: bool


class ShowPace(OfChat, Action, prefix="yp"):
    """Offer to hear at once or in digests."""


class ChoosePace(OfChat, Action, prefix="yq"):
    """Hear at once or in digests."""

    pace: Pace


class ShowPause(OfChat, Action, prefix="yu"):
    """Offer to pause."""


class PauseFor(OfChat, Action, prefix="yd"):
    """Hear of nothing for so many days."""

    days: Annotated[int, Field(ge=1, le=366)]


class ShowPauseMonths(OfChat, Action, prefix="yh"):
    """Offer months in which the pause may end."""


class ShowPauseDays(OfChat, Action, prefix="yi"):
    """Offer the days of a month, as in `202612`."""

    month: Annotated[int, Field(ge=200001, le=999912)]


class PauseUntil(OfChat, Action, prefix="yj"):
    """Hear of nothing until this day, as in `20261220`."""

    day: Annotated[int, Field(ge=20000101, le=99991231)]


class EndPause(OfChat, Action, prefix="ye"):
    """Hear again."""


class ShowFollowed(OfChat, Action, prefix="yw"):
    """List what is followed by itself."""

    page: _Page


class StopFollowing(OfChat, Action, prefix="yx"):
    """Follow a consultation no more, from the list."""

    consultation: Annotated[ConsultationId, ROW]


class StopFollowingCommitment(OfChat, Action, prefix="yz"):
    """Follow a commitment no more, from the list."""

    # Beside a chat's id, an id of 36 characters has room in Telegram's 64 bytes.
    commitment: _Commitment


class ChooseGroupLanguage(OfChat, Action, prefix="yl"):
    """Speak this language in the group."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class FollowConsultation(Action, prefix="yk"):
    """Hear of this consultation, whatever else is chosen; or no more."""

    consultation: Annotated[ConsultationId, ROW]
    is_on: bool


class FollowCommitment(Action, prefix="yg"):
    """Hear how this commitment is carried out; or no more."""

    commitment: _Commitment
    is_on: bool


class ShowFewer(Action, prefix="yn"):
    """Offer to hear less."""


class ShowReminders(Action, prefix="yr"):
    """Offer to be reminded of a consultation."""

    consultation: Annotated[ConsultationId, ROW]


class RemindMe(Action, prefix="yv"):
    """Be reminded of it then."""

    consultation: Annotated[ConsultationId, ROW]
    moment: ReminderMoment


class ForgetReminders(Action, prefix="yy"):
    """Be reminded of it no more."""

    consultation: Annotated[ConsultationId, ROW]


class ChooseQuietStart(Action, prefix="fz"):
    """Offer the hours at which the quiet ones may begin."""


class ChooseQuietEnd(Action, prefix="fg"):
    """Offer the hours at which those that begin then may end."""

    begins: Annotated[int, Field(ge=0, le=23)]
