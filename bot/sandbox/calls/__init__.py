"""What the methods of the Bot API do here; one module a family. Importing this package fills the table."""

from bot.sandbox.calls import chats, edits, media, profile, queries, sending, topics, updates
from bot.sandbox.calls.registry import HANDLERS

__all__ = ["HANDLERS", "chats", "edits", "media", "profile", "queries", "sending", "topics", "updates"]
