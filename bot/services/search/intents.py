"""What a person wants done, said in words instead of a button."""

from enum import StrEnum


class Intent(StrEnum):
    """Names that programs outside rely on; a name never changes."""

    PROPOSE = "propose"
    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"
    CONSULTATIONS = "consultations"
    VOTE = "vote"
    LANGUAGE = "language"
    PRIVACY_DELETE = "privacy_delete"
    STATUS = "status"
    CONTACT = "contact"
    HUMAN = "human"
