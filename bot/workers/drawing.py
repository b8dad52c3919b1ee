"""What a notice says, as the bytes that go to Telegram: drawn once for all who get the same."""

import json
import time

from telegram.constants import ParseMode

from bot.domain.errors import CivicError
from bot.domain.notices import Notice, NoticeKind
from bot.services import Services
from bot.services.updates import is_passing
from bot.ui.notices import screen_of
from bot.ui.screen import Screen

#: Seconds for which what is drawn serves all who get the same.
FRESH = 1.0
#: How many different ones are kept.
_KEPT = 100

_Key = tuple[NoticeKind, int, str, bool, bool]


class Drawing:
    """Draws notices.

    Args:
        services: the use cases.
        bot_name: the bot's user name, for addresses.
        is_paid: whether they go as paid broadcasts, without which Telegram takes no more than 30 a second.
    """

    def __init__(self, services: Services, *, bot_name: str, is_paid: bool) -> None:
        self._services = services
        self._bot_name = bot_name
        self._options: dict[str, object] = {
            "parse_mode": ParseMode.HTML,
            "link_preview_options": {"is_disabled": True},
            **({"allow_paid_broadcast": True} if is_paid else {}),
        }
        self._drawn: dict[_Key, tuple[float, bytes | CivicError]] = {}

    async def body(self, notice: Notice) -> bytes:
        """The parameters of `sendMessage`, as JSON.

        Raises:
            CivicError: there is nothing to send, as `screen_of` says.
        """
        language = notice.language or self._services.content.texts.choose(notice.language_code)
        key = (
            notice.kind,
            notice.subject_id,
            language,
            notice.group_id is not None,
            notice.thread_id is not None,
        )
        drawn = self._drawn.get(key)
        if drawn is None or time.monotonic() - drawn[0] > FRESH:
            drawn = await self._draw(key)
        if isinstance(drawn[1], CivicError):
            raise drawn[1]
        if notice.thread_id is not None:
            return b'{"chat_id":%d,"message_thread_id":%d,%b' % (notice.chat_id, notice.thread_id, drawn[1])
        return b'{"chat_id":%d,%b' % (notice.chat_id, drawn[1])

    async def _draw(self, key: _Key) -> tuple[float, bytes | CivicError]:
        kind, subject_id, language, in_group, in_topic = key
        speaker = self._services.content.texts.speaker(language)
        drawn: bytes | CivicError
        try:
            drawn = self._encoded(
                await screen_of(
                    self._services,
                    kind,
                    subject_id,
                    speaker,
                    bot_name=self._bot_name,
                    in_group=in_group,
                    in_topic=in_topic,
                )
            )
        except CivicError as error:
            if is_passing(error):
                raise
            drawn = error
        if len(self._drawn) >= _KEPT:
            self._drawn.clear()
        self._drawn[key] = made = time.monotonic(), drawn
        return made

    def _encoded(self, screen: Screen) -> bytes:
        """Everything but the chat, to the end of the object."""
        parameters = {"text": screen.text, **self._options}
        if screen.markup is not None:
            parameters["reply_markup"] = screen.markup.to_dict()
        return json.dumps(parameters, ensure_ascii=False, separators=(",", ":"))[1:].encode()
