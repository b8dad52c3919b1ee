"""Settings from the environment and `.env`, checked once at the start. Their names are contracts."""

import re
from datetime import date, time
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

#: The folder of texts and content that comes with the code.
SHIPPED = Path(__file__).resolve().parent.parent / "locales"

#: What the listener answers itself, besides the webhook.
OWN_PATHS = frozenset({"/healthz", "/metrics"})


class SettingInvalid(Exception):
    """A setting is missing or bad.

    Attributes:
        name: the setting's name in the environment.
        wants: id of the text that says what it wants.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
        self.wants = f"setting-wants-{name.removeprefix('OGP_BOT_').lower().replace('_', '-')}"


class Settings(BaseSettings):
    """What the operator decides. Field names in capitals after `OGP_BOT_` are the variables."""

    model_config = SettingsConfigDict(
        env_prefix="OGP_BOT_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    token: str | None = Field(default=None, pattern=r"^\d{1,20}:[A-Za-z0-9_-]{10,100}$", repr=False)
    api_url: str = "https://api.telegram.org"
    database: Path = Path("data/bot.sqlite3")
    admins: Annotated[frozenset[Annotated[int, Field(gt=0)]], NoDecode] = frozenset()
    staff_chat: int | None = None
    language: str = "uk"
    timezone: str = "Europe/Kyiv"
    rate: int = Field(default=30, ge=1, le=1000)
    reply_working_days: int = Field(default=20, ge=1, le=250)
    warn_working_days: int = Field(default=3, ge=0, le=60)
    holidays: Annotated[frozenset[date], NoDecode] = frozenset()
    proposals_a_day: int = Field(default=10, ge=1, le=1000)
    staff_digest: time | None = None
    content: Path = SHIPPED
    webhook_url: str | None = None
    webhook_secret: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]{1,256}$", repr=False)
    listen: str | None = None

    @classmethod
    def load(cls, **values: Any) -> Self:
        """Read the settings.

        Args:
            **values: settings that the caller fixes, by field name, whatever the environment says.

        Raises:
            SettingInvalid: names the first bad one.
        """
        try:
            return cls(**values)
        except ValidationError as error:
            raise SettingInvalid(f"OGP_BOT_{str(error.errors()[0]['loc'][0]).upper()}") from None

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which times are shown and read."""
        return ZoneInfo(self.timezone)

    @property
    def kept_search(self) -> Path:
        """Where the search is kept from one start to the next; never the database, whatever that is called."""
        return self.database.parent / f"{self.database.name}.search"

    @property
    def address(self) -> tuple[str, int]:
        """Host and port of the listener."""
        host, _, port = (self.listen or "127.0.0.1:8080").rpartition(":")
        return host.strip("[]"), int(port)

    @field_validator("admins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return frozenset(int(part) for part in value.split(",") if part.strip())

    @field_validator("holidays", mode="before")
    @classmethod
    def _split_days(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return frozenset(date.fromisoformat(part.strip()) for part in value.split(",") if part.strip())

    @field_validator("staff_digest", mode="before")
    @classmethod
    def _is_hour(cls, value: object) -> object:
        """Hours and minutes as on the wall; pydantic would take seconds of the day too."""
        if not isinstance(value, str):
            return value
        if not re.fullmatch(r"\d{1,2}:\d{2}", value.strip(), re.ASCII):
            raise ValueError(value)
        hour, minute = map(int, value.split(":"))
        return time(hour, minute)

    @field_validator("timezone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError(value) from error
        return value

    @field_validator("api_url", "webhook_url")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is not None and (
            urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc
        ):
            raise ValueError(value)
        return value.rstrip("/") if value else value

    @field_validator("webhook_url")
    @classmethod
    def _is_reachable(cls, value: str | None) -> str | None:
        """Telegram delivers by HTTPS only; our own pages on the listener must stay ours."""
        if value is None:
            return None
        address = urlsplit(value)
        if address.scheme != "https" and not _is_loopback(address.hostname or ""):
            raise ValueError(value)
        if not address.hostname or unquote(address.path) in OWN_PATHS:
            raise ValueError(value)
        return value

    @field_validator("content")
    @classmethod
    def _is_content(cls, value: Path) -> Path:
        if not (value / "content.yaml").is_file():
            raise ValueError(value)
        return value

    @field_validator("listen")
    @classmethod
    def _has_port(cls, value: str | None) -> str | None:
        if value is not None:
            host, _, port = value.rpartition(":")
            if not host or not port.isdecimal() or not 0 < int(port) < 65536:
                raise ValueError(value)
        return value


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
