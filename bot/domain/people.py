"""People: who talks with the bot, in which language, and what they may do."""

from datetime import datetime
from enum import StrEnum
from typing import NewType, Self

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import NotAllowed

#: Telegram's user id; also the id of the private chat with that person.
PersonId = NewType("PersonId", int)


class Person(BaseModel):
    """Somebody who has written to the bot.

    Attributes:
        language: the language chosen with `/language`; None while Telegram's own code decides.
        language_code: the language of the person's Telegram, as Telegram last told it.
        is_reachable: whether the bot may write; false after a block, until the person writes again.
    """

    model_config = ConfigDict(frozen=True)

    id: PersonId
    language: str | None = None
    language_code: str | None = None
    is_reachable: bool = True
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
    """

    model_config = ConfigDict(frozen=True)

    person_id: PersonId | None = None
    role: Role | None = None

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
