"""A Bot API server and a chat page on loopback: the way to try and to test the bot without Telegram.

It knows nothing of our bot; everything goes over HTTP, as with Telegram.
"""

from bot.sandbox.call import Call
from bot.sandbox.chats import Group, PrivateChat
from bot.sandbox.messages import Button, ChatMessage, Document
from bot.sandbox.person import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.server import Violation

__all__ = [
    "Button",
    "Call",
    "ChatMessage",
    "Document",
    "Group",
    "Person",
    "PrivateChat",
    "Sandbox",
    "Violation",
]
