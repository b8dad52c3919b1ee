"""Logs: key and value on stderr, JSON where nobody watches. The token never gets there."""

import logging
import sys

import structlog


class _WithoutToken(logging.Filter):
    """Takes the token out of whatever a library logs (URLs of the Bot API contain it)."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if self._token in message:
            record.msg, record.args = message.replace(self._token, "***"), ()
        record.exc_info = None  # tracebacks of libraries quote requests and updates
        return True


def configure(token: str | None = None) -> None:
    """Set logging up: what a command prints goes to stdout, what it logs to stderr.

    Args:
        token: the secret to keep out.
    """
    handler = logging.StreamHandler(sys.stderr)
    if token is not None:
        handler.addFilter(_WithoutToken(token))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    is_watched = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer()
            if is_watched
            else structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
