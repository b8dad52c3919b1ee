"""Addresses that open the bot at a place of it, from anywhere: `https://t.me/<bot>?start=<place>_<what>`.

Telegram: at most 64 letters, digits, `_` and `-` after `start=` (https://core.telegram.org/bots/features#deep-linking).
"""

from enum import StrEnum

#: Where one asks a question: a place with nothing to name.
ASK = "ask"


class Place(StrEnum):
    """What a deep link leads to. The letters are written down in people's chats: change none, add freely."""

    PROPOSAL = "p"
    CONSULTATION = "c"
    ANSWER = "q"
    #: A commitment, by its id or its code.
    COMMITMENT = "k"
    #: A case of the secretariat's: a question by its row id, a proposal by its reference.
    CASE = "s"
    #: An invitation to the secretariat, by its token.
    INVITATION = "i"
    #: What goes to a group or channel, by its id without the minus.
    GROUP = "g"
    #: The code with which the author of a proposal on paper takes it over.
    CLAIM = "a"
    #: A list of the secretariat's, by a line of its morning.
    DESK = "d"


def deep_link(bot_name: str, place: Place, what: str) -> str:
    """The address.

    Args:
        bot_name: the bot's user name.
        place: where it leads to.
        what: what is shown there: a reference, a slug, an id.
    """
    return f"https://t.me/{bot_name}?start={place}_{what}"


def deep_link_to_bot(bot_name: str) -> str:
    """The address that opens the bot at its beginning."""
    return f"https://t.me/{bot_name}?start"


def followed(payload: str) -> tuple[Place, str] | None:
    """Where `/start` with a payload leads to, and to what; None where it is no address of ours."""
    letter, _, what = payload.partition("_")
    try:
        return (Place(letter), what) if what else None
    except ValueError:
        return None
