"""Receipts: the public record of what was received, chained day by day so that nothing can be taken out unseen.

A day's digest is the SHA-256 of the digest of the day before and of the day's receipts, a line each. Whoever
keeps one digest can check every receipt before it.
"""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict

#: What comes before the first day.
BEGINNING = "0" * 64


class Receipt(BaseModel):
    """A version of a proposal was received.

    Attributes:
        number: from 1, in the order of receipt.
        day: of the receipt, in the configured zone.
    """

    model_config = ConfigDict(frozen=True)

    number: int
    reference: str
    version: int
    content_hash: str
    received_at: datetime
    day: date

    @property
    def line(self) -> str:
        """The receipt as it goes into the digest: number, reference, version, hash, time in UTC, by spaces."""
        return f"{self.number} {self.reference} {self.version} {self.content_hash} {self.received_at.isoformat(timespec='microseconds')}"


class ReceiptDay(BaseModel):
    """A day of the chain, closed.

    Attributes:
        receipts: how many there were.
        previous: the digest of the day before it in the chain; `BEGINNING` for the first.
        digest: SHA-256 in hexadecimal.
    """

    model_config = ConfigDict(frozen=True)

    day: date
    receipts: int
    previous: str
    digest: str
    closed_at: datetime


def digest(previous: str, receipts: Sequence[Receipt]) -> str:
    """The digest of a day.

    Args:
        previous: that of the day before.
        receipts: the day's, in their order.
    """
    content = "\n".join([previous, *(receipt.line for receipt in receipts)])
    return hashlib.sha256(content.encode()).hexdigest()
