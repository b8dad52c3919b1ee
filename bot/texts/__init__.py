"""Every sentence that a person reads, in that person's language: Fluent texts, dates, numbers, plurals."""

from bot.texts.errors import TextBroken, TextMissing
from bot.texts.markup import Html
from bot.texts.own import Flaw, flaws
from bot.texts.speaker import Argument, Speaker
from bot.texts.texts import Texts, choose

__all__ = ["Argument", "Flaw", "Html", "Speaker", "TextBroken", "TextMissing", "Texts", "choose", "flaws"]
