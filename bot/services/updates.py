"""What becomes of the update in hand, as the lane will read it: done, another try, or an incident."""

from storage import DatabaseUnavailable, handling


def is_passing(error: BaseException) -> bool:
    """Whether the error is one after which the same update is worth another try."""
    return isinstance(error, DatabaseUnavailable)


def try_again(error: BaseException) -> None:
    """Handle the update in hand again a little later; nothing is lost meanwhile."""
    if (update := handling.get()) is not None:
        update.failure = error


def record_incident(number: str) -> None:
    """End the update in hand with an incident.

    Args:
        number: what the person was told, and what the log has.
    """
    if (update := handling.get()) is not None:
        update.incident = number
