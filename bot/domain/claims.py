"""Claim codes: what an author of a proposal on paper is handed, to take it over in the chat later."""

import hashlib
import re
import secrets
from datetime import datetime
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.proposals import ProposalId

ClaimId = NewType("ClaimId", int)

#: Crockford's Base32: no I, L, O, U, which are taken for others (https://www.crockford.com/base32.html).
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#: Signs of a code: 60 bits. In three groups of four, as people read them.
LENGTH, GROUP = 12, 4
#: Wrong codes that one person may try in a day.
TRIES_A_DAY = 10

#: What is typed instead of a sign of the alphabet: letters that look the same, also those of a Ukrainian keyboard.
_ALIKE = str.maketrans(
    {
        "I": "1",
        "L": "1",
        "O": "0",
        **{
            chr(cyrillic): latin
            for cyrillic, latin in {
                0x0410: "A",
                0x0412: "B",
                0x0415: "E",
                0x0417: "3",
                0x0406: "1",
                0x041A: "K",
                0x041C: "M",
                0x041D: "H",
                0x041E: "0",
                0x0420: "P",
                0x0421: "C",
                0x0422: "T",
                0x0423: "Y",
                0x0425: "X",
            }.items()
        },
    }
)
#: Three groups, whatever separates them; a word may stand before them.
_TYPED = re.compile(
    r"(?:[^\W\d_]{2,10}[\s:№#-]+)?(\w{4})[\s–—-]*(\w{4})[\s–—-]*(\w{4})[\s.!]*",
)
#: The same with signs too few or too many: nobody's code, but no question either.
_MISTYPED = re.compile(r"(\w{3,5})[–—-](\w{3,5})[–—-](\w{3,5})")


class ClaimUnknown(CivicError):
    """There is no such code."""

    message_id = "claim-error-unknown"


class ClaimUsed(CivicError):
    """Somebody has taken the proposal over with this code already."""

    message_id = "claim-error-used"


class ClaimReplaced(CivicError):
    """The secretariat has handed out a newer code for the same proposal."""

    message_id = "claim-error-replaced"


class TooManyTries(CivicError):
    """The person has tried so many wrong codes today that none is looked at any more."""

    message_id = "claim-error-tries"


class AlreadyTakenOver(CivicError):
    """The proposal has its author in the chat: no code is needed."""

    message_id = "claim-error-taken"


class Claim(BaseModel):
    """A code that was handed out.

    Attributes:
        digest: `digest_of` the code, which is kept nowhere.
        revoked_at: when a newer one took its place.
    """

    model_config = ConfigDict(frozen=True)

    id: ClaimId
    proposal_id: ProposalId
    digest: str
    issued_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    def require_open(self) -> "Claim":
        """The claim, if it can still be used.

        Raises:
            ClaimUsed: it was used.
            ClaimReplaced: a newer one took its place.
        """
        if self.used_at is not None:
            raise ClaimUsed
        if self.revoked_at is not None:
            raise ClaimReplaced
        return self


def new_code() -> str:
    """A code that nobody can guess, with digits and letters in it, so that it is told from words and numbers."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        if _is_mixed(code):
            return code


def shown(code: str) -> str:
    """The code as it is written down: `K7QM-2XPD-9TRW`."""
    return "-".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def code_in(text: str) -> str | None:
    """The code that a message consists of, however it is spaced and in whatever letters; None for any other message.

    What has a code's groups, but signs too few or too many, is a code that nobody has.
    """
    found = _TYPED.fullmatch(text.strip()) or _MISTYPED.fullmatch(text.strip())
    if found is None:
        return None
    code = "".join(found.groups()).upper().translate(_ALIKE)
    is_code = all(sign in ALPHABET for sign in code) and _is_mixed(code)
    return code if is_code and any(sign.isdigit() for sign in text) else None


def digest_of(code: str) -> str:
    """What is kept of a code: SHA-256, in hexadecimal."""
    return hashlib.sha256(code.encode()).hexdigest()


def _is_mixed(code: str) -> bool:
    return any(sign.isdigit() for sign in code) and any(sign.isalpha() for sign in code)
