"""Updates as the inbox keeps them: a row before Telegram hears that we have them."""

from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

UpdateRowId = NewType("UpdateRowId", int)


class UpdateState(StrEnum):
    """`received → applied → done`; `failed` where handling ended in an incident.

    Applied: its change is committed, its screen perhaps not yet seen. Done: nothing is left to do.
    """

    RECEIVED = "received"
    APPLIED = "applied"
    DONE = "done"
    FAILED = "failed"


class ReceivedUpdate(BaseModel):
    """A row of the inbox.

    Attributes:
        lane: what its order is kept with: the chat's id, or the person's where there is no chat.
        payload: the update as Telegram sent it (JSON); empty once its person has erased their data.
        outcome: for an applied update, what it came to, so that its screen can be shown again.
    """

    model_config = ConfigDict(frozen=True)

    id: UpdateRowId
    lane: int
    payload: str
    state: UpdateState = UpdateState.RECEIVED
    outcome: "Outcome | None" = None


class Outcome(BaseModel):
    """What an update came to: the kind of thing and its row id. Shown again after a crash.

    Attributes:
        noun: names the screen (`proposal`, `draft`, `subscription`…).
    """

    model_config = ConfigDict(frozen=True)

    noun: str
    id: int = 0
