"""What can be wrong with a text. Both are for us and never for a person who uses the bot."""


class TextMissing(LookupError):
    """No text has this id in this language."""


class TextBroken(ValueError):
    """A text, its file, or the arguments that it was given are wrong; the message says where."""
