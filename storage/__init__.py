"""One SQLite file: the only room that knows SQL. A repository a noun, a unit of work a transaction."""

from storage.attachments import AttachmentFiles
from storage.database import Database
from storage.desk import Looking
from storage.errors import (
    DatabaseBusy,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseUnavailable,
    DatabaseUnreadable,
)
from storage.grouping import GroupCommit
from storage.handling import Handling, handling
from storage.health import BACKUP, Health, Queues, examine
from storage.scratch import Scratch
from storage.unit import UnitOfWork, View

__all__ = [
    "BACKUP",
    "AttachmentFiles",
    "Database",
    "DatabaseBusy",
    "DatabaseForeign",
    "DatabaseNewer",
    "DatabaseUnavailable",
    "DatabaseUnreadable",
    "GroupCommit",
    "Handling",
    "Health",
    "Looking",
    "Queues",
    "Scratch",
    "UnitOfWork",
    "View",
    "examine",
    "handling",
]
