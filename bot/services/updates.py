"""What becomes of the update in hand, as the lane will read it: done, another try, or an incident."""

from storage import DatabaseUnavailable, handling


def is_passing(error: BaseException) -> bool:
    """Whether the error is one after which the same update is worth another try."""
    return isinstance(error, DatabaseUnavailable)


def try_again(error: BaseException) -> None:
    """Handle the update in hand again a little later; nothing is lost meanwhile."""
    if (update := handling.get()) is not None:
        update.failure = error


def answers_query() -> bool:
    """Whether the callback query in hand is still to be answered; after this call it is somebody's to do."""
    update = handling.get()
    if update is None or update.is_answered:
        return False
    update.is_answered = True
    return True


def record_incident(number: str) -> None:
    """End the update in hand with an incident.

    Args:
        number: what the person was told, and what the log has.
    """
    if (update := handling.get()) is not None:
        update.incident = number
