"""A saved chain as it is read from its file: JSON Lines, a day a line."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from bot.domain.receipts import Receipt
from bot.services.chain import ChainUnreadable, SavedDay

_RECEIPT = ("number", "reference", "version", "content_hash", "received_at")


def read_chain(lines: Iterable[str]) -> Iterator[SavedDay]:
    """The days of a saved chain.

    Raises:
        ChainUnreadable: names the first line that is no day of a chain.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
            day = date.fromisoformat(fields["day"])
            yield SavedDay(
                day=day,
                previous=str(fields["previous"]),
                digest=str(fields["digest"]),
                receipts=[
                    Receipt.model_validate({**{name: one[name] for name in _RECEIPT}, "day": day})
                    for one in fields["receipts"]
                ],
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ChainUnreadable(line=number) from error
