"""Telegram's edge: typed actions behind buttons, screens, and the context that shows them."""
