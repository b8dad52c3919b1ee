"""The composition root: settings in, a running bot out. Nowhere else are the rooms put together."""

from bot.app.opening import Content, Rooms, load_texts, rooms
from bot.app.running import AddressTaken, Broken, run
from bot.app.telegram import TokenRefused

__all__ = ["AddressTaken", "Broken", "Content", "Rooms", "TokenRefused", "load_texts", "rooms", "run"]
