"""People: who talks with the bot, in which language, and what they may do."""

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import NewType, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from bot.domain.errors import NotAllowed

#: Telegram's user id; also the id of the private chat with that person.
PersonId = NewType("PersonId", int)


class QuietHours(BaseModel):
    """When a person does not want to be written to, by the clock on the wall.

    Attributes:
        begins: minutes after midnight.
        ends: minutes after midnight; on the next day where it is not after the beginning.
    """

    model_config = ConfigDict(frozen=True)

    begins: int = Field(ge=0, le=1439)
    ends: int = Field(ge=0, le=1439)

    def held_until(self, moment: datetime, zone: ZoneInfo) -> datetime | None:
        """When they end, in UTC; None where it is not quiet at this moment.

        Reckoned on the clock on the wall, so that a night in which it is put on or back ends by it too.
        """
        wall = moment.astimezone(zone)
        minute = wall.hour * 60 + wall.minute
        over_midnight = self.ends <= self.begins
        late = minute >= self.begins
        if not (late or minute < self.ends if over_midnight else late and minute < self.ends):
            return None
        day = wall.date() + timedelta(days=1 if over_midnight and late else 0)
        end = datetime.combine(day, time(self.ends // 60, self.ends % 60), zone)
        # An hour that comes twice has two ends.
        both = (end.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
        return next((one for one in both if one > moment), None)


class Person(BaseModel):
    """Somebody who has written to the bot.

    Attributes:
        language: the language chosen with `/language`; None while Telegram's own code decides.
        language_code: the language of the person's Telegram, as Telegram last told it.
        is_reachable: whether the bot may write; false after a block, until the person writes again.
        quiet: when it does not write unasked.
    """

    model_config = ConfigDict(frozen=True)

    id: PersonId
    language: str | None = None
    language_code: str | None = None
    is_reachable: bool = True
    quiet: QuietHours | None = None
    met_at: datetime


class Role(StrEnum):
    """What a member of the secretariat may do; each role may do what the ones before it may."""

    OBSERVER = "observer"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"

    @property
    def rank(self) -> int:
        """0 for the least powerful."""
        return list(Role).index(self)


class Actor(BaseModel):
    """Who does something that needs a role: a member of staff, or the operator at the command line.

    Attributes:
        person_id: None for the operator.
        role: None for a citizen.
        is_by_settings: whether the operator's settings give the role, so that nobody can take it away.
        is_bot: whether nobody does it: its time has come.
    """

    model_config = ConfigDict(frozen=True)

    person_id: PersonId | None = None
    role: Role | None = None
    is_by_settings: bool = False
    is_bot: bool = False

    @classmethod
    def operator(cls) -> Self:
        """Whoever has the machine has every right."""
        return cls(role=Role.ADMINISTRATOR)

    def may(self, role: Role) -> bool:
        """Whether this actor has at least this role."""
        return self.role is not None and self.role.rank >= role.rank

    def require(self, role: Role) -> None:
        """Check the role.

        Raises:
            NotAllowed: the actor has less than this role.
        """
        if not self.may(role):
            raise NotAllowed
