"""Content as it would be shown: what Telegram would cut or refuse, found before anybody sees it."""

from collections.abc import Iterator
from typing import NamedTuple

from bot.domain.knowledge import Knowledge
from bot.texts import Speaker, Texts
from bot.texts.markup import without_markup
from bot.ui.action import LONGEST, Action
from bot.ui.actions import ShowEntry, ShowMore
from bot.ui.knowledge import answer_text
from bot.ui.screen import LONGEST_TEXT

#: Telegram Bot API: setMyDescription, setMyShortDescription, BotCommand. A longer label is cut on a phone.
_LONGEST = {"bot-description": 512, "bot-short-description": 120, "command-": 256, "button-": 24}


class Proof(NamedTuple):
    """What does not fit.

    Attributes:
        kind: `overlong`, `callback`, `text-long`.
        item: the entry, the entity or the text.
        language: in which it does not fit.
        length: how long it is.
        most: how long it may be.
    """

    kind: str
    item: str
    language: str
    length: int
    most: int


def proofs(knowledge: Knowledge, texts: Texts) -> Iterator[Proof]:
    """Everything that does not fit, in every language.

    Args:
        knowledge: the content, each part of which is drawn once.
        texts: every sentence.
    """
    for language in texts.languages:
        say = texts.speaker(language)
        for entry in knowledge.entries.values():
            length = len(without_markup(answer_text(say, knowledge, entry)))
            if length > LONGEST_TEXT:
                yield Proof("overlong", entry.id, language, length, LONGEST_TEXT)
        yield from _texts(say, texts)
    yield from _buttons(knowledge, texts.languages[0])


def _texts(say: Speaker, texts: Texts) -> Iterator[Proof]:
    for name, variables in texts.ids(say.language).items():
        most = next((most for start, most in _LONGEST.items() if name.startswith(start)), None)
        if most is not None and not variables and len(say.plain(name)) > most:
            yield Proof("text-long", name, say.language, len(say.plain(name)), most)


def _buttons(knowledge: Knowledge, language: str) -> Iterator[Proof]:
    """Ids that callback data has no room for: a button that leads to them could not be drawn."""
    actions: list[tuple[str, Action]] = [
        *((item, ShowEntry(entry=item)) for item in knowledge.entries),
        *((item, ShowMore(entity=item)) for item in knowledge.entities),
    ]
    for item, action in actions:
        try:
            action.packed(stays=True)
        except ValueError:
            yield Proof("callback", item, language, len(item), LONGEST)
