"""The composition root: settings in, a running bot out. Nowhere else are the rooms put together."""

from bot.app.content import check_content, load_content, load_texts
from bot.app.doctor import Finding, examined
from bot.app.opening import Rooms, rooms
from bot.app.running import AddressTaken, Broken, run
from bot.app.telegram import TokenRefused, bot_name

__all__ = [
    "AddressTaken",
    "Broken",
    "Finding",
    "Rooms",
    "TokenRefused",
    "bot_name",
    "check_content",
    "examined",
    "load_content",
    "load_texts",
    "rooms",
    "run",
]
