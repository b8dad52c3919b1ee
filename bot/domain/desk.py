"""The secretariat's desk: what there is to be done with proposals."""

from enum import StrEnum


class Tray(StrEnum):
    """A list of proposals by what is to be done with them.

    A proposal that its author has just answered or contested also waits: it lies in two.
    """

    WAITING = "waiting"
    ANSWERED = "answered"
    ASKED = "asked"
    ACCEPTED = "accepted"
    PLANNED = "planned"
    #: Hidden from public view, and the author contests that.
    CONTESTED = "contested"
    #: Hidden from public view.
    HIDDEN = "hidden"
