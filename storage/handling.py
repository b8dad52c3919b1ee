"""Which update is being handled now, so that a unit of work can mark its row without being told.

A lane sets `handling` around each update; the first unit of work that changes something on the person's
behalf marks the row `applied` in its own transaction. Outside a lane (command line, workers) it is None.
"""

from contextvars import ContextVar
from dataclasses import dataclass

from bot.domain.updates import Outcome, UpdateRowId


@dataclass(slots=True)
class Handling:
    """The update that a lane is working on.

    Attributes:
        row_id: its row in the inbox.
        is_applied: whether a unit of work has committed its change, now or before a crash.
        outcome: what it came to, for showing it again.
        incident: number of the incident, where handling ended in one.
        is_answered: whether Telegram has been told that the pressed button was understood.
        failure: an error after which the same update is worth another try (Telegram or the file was busy).
    """

    row_id: UpdateRowId
    is_applied: bool = False
    outcome: Outcome | None = None
    incident: str | None = None
    is_answered: bool = False
    failure: BaseException | None = None


handling: ContextVar[Handling | None] = ContextVar("handling", default=None)
