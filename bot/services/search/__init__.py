"""Search over the official content, in memory: what a question is about, and what answers it."""

from bot.services.search.patterns import Intent

__all__ = ["Intent"]
