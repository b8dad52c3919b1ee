"""python-telegram-bot's transport on aiohttp.

It exists because httpx, the library's own choice, scans all its connections at every request, so that more requests
at once make each of them slower. What is kept of the original is its contract: the four timeouts, `(status, body)`,
and `telegram.error` classes. What is added: an error says whether the request can have reached Telegram
(`ConnectionNotMade` or not), and the token, a part of every URL, is in no message, no exception chain and no log.
"""

import asyncio
import contextlib
import errno
import ipaddress
import json
import os
from typing import Any, cast
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.gateway.forms import Progress, encode

# The library's coming behaviour, asked for now: without it, making a `RetryAfter` is itself a deprecation warning.
os.environ.setdefault("PTB_TIMEDELTA", "1")

_Seconds = Any  # a number of seconds, None (wait for ever) or `BaseRequest.DEFAULT_NONE` (as constructed)


class ConnectionNotMade(NetworkError):
    """No connection came about, so Telegram has surely not seen the request: sending again repeats nothing.

    Any other `NetworkError` of the transport, `TimedOut` among them, leaves open whether it was applied.
    """

    __slots__ = ()


class ConnectionTimedOut(TimedOut, ConnectionNotMade):
    """No connection in time: none became free in the pool, or connecting took too long."""

    __slots__ = ()


class AiohttpRequest(BaseRequest):
    """Bot API requests over one `aiohttp.ClientSession`, for any number of concurrent callers of one event loop.

    Nothing is retried here: whether a request may be repeated is for the sender to know. A proxy is taken from the
    environment (`https_proxy`, `all_proxy`, `no_proxy`) when the transport is initialized, never for loopback.
    """

    __slots__ = ("_connect", "_connections", "_keepalive", "_media_write", "_pool", "_proxies", "_read", "_session", "_slots", "_urls", "_write")  # fmt: skip

    def __init__(
        self,
        connections: int = 256,
        *,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
        media_write_timeout: float | None = 20.0,
        keepalive: float = 15.0,
    ) -> None:
        """Remember the limits; nothing is opened before `initialize`.

        Args:
            connections: requests, and with them connections, at a time; more wait `pool_timeout`.
            read_timeout: seconds without a byte of the response.
            write_timeout: seconds without progress in sending a body.
            connect_timeout: seconds for name, TCP and TLS together.
            pool_timeout: seconds to wait for one of the `connections`.
            media_write_timeout: `write_timeout` of requests that carry files.
            keepalive: seconds that an idle connection is kept. A server that closes it just as a request is written
                leaves the request's fate open, so ours closes first: nginx waits 75 s by default.
        """
        self._connections = connections
        self._read = read_timeout
        self._write = write_timeout
        self._connect = connect_timeout
        self._pool = pool_timeout
        self._media_write = media_write_timeout
        self._keepalive = keepalive
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(connections)
        self._proxies: dict[str, str | None] = {}
        self._urls: dict[str, URL] = {}

    @property
    def read_timeout(self) -> float | None:
        """Seconds, as constructed."""
        return self._read

    async def initialize(self) -> None:
        """Open the session on the running loop; a second call does nothing."""
        if self._session is not None:
            return
        self._slots = asyncio.Semaphore(self._connections)
        self._proxies.clear()
        self._session = aiohttp.ClientSession(
            # The semaphore is the limit: waiting in the connector could not be told from connecting.
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=self._keepalive, ttl_dns_cache=10),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
            trust_env=False,  # aiohttp would read the environment and ~/.netrc in a thread at every request
        )

    async def shutdown(self) -> None:
        """Close every connection; a second call does nothing."""
        session, self._session = self._session, None
        self._urls.clear()
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request and read the whole response.

        Args:
            url: with the token in it.
            method: `POST` for the Bot API's methods, `GET` for files.
            request_data: parameters and files, sent as a form.
            read_timeout: seconds, None to wait for ever, by default as constructed; so the other three.
            write_timeout: see `read_timeout`.
            connect_timeout: see `read_timeout`.
            pool_timeout: see `read_timeout`.

        Returns:
            The status, and the body (of a failure: without the token, should the server have echoed it).

        Raises:
            ConnectionNotMade: Telegram has not seen the request (`ConnectionTimedOut`: for want of time).
            TimedOut: Telegram may have applied the request.
            NetworkError: likewise.
        """
        session = self._session
        if session is None:
            raise RuntimeError("This AiohttpRequest is not initialized!")
        unset = BaseRequest.DEFAULT_NONE
        name = _name(url, method)
        files = request_data.multipart_data if request_data and request_data.contains_files else None
        timeout = aiohttp.ClientTimeout(
            total=None,
            connect=self._connect if connect_timeout is unset else connect_timeout,
            sock_read=self._read if read_timeout is unset else read_timeout,
        )
        if write_timeout is unset:
            write_timeout = self._media_write if files else self._write
        if self._slots.locked():
            await self._wait_for_slot(name, self._pool if pool_timeout is unset else pool_timeout)
        else:
            await self._slots.acquire()
        try:
            target = self._target(url, method)
            async with asyncio.timeout(None) as patience:
                headers, body = encode(request_data, files, Progress(patience, write_timeout))
                async with session.request(
                    method,
                    target,
                    data=body,
                    headers=headers,
                    timeout=timeout,
                    proxy=self._proxy(target),
                    allow_redirects=False,
                ) as response:
                    content = await response.read()
                    status = response.status
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = _failure(error, name)
        else:
            return status, content if status < 300 else _without_token(content, url)
        finally:
            self._slots.release()
        # Out of the `except`, so that the cause, which names the URL, is not even the context of what is raised.
        raise failure

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The Bot API's answer as a dictionary.

        Unlike the library's own it logs nothing, because what came may quote a person's message or our URL.

        Raises:
            TelegramError: it is no JSON object.
        """
        with contextlib.suppress(ValueError):
            answer = json.loads(payload.decode("utf-8", "replace"))
            if isinstance(answer, dict):
                return cast("dict[str, Any]", answer)
        raise TelegramError("Invalid server response")

    def goes_by_proxy(self, url: str) -> bool:
        """Whether the environment names a proxy for this address.

        Raises:
            ConnectionNotMade: the proxy is of a kind that aiohttp does not speak to.
        """
        return self._proxy(URL(url)) is not None

    async def _wait_for_slot(self, name: str, seconds: float | None) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._slots.acquire()
            return
        raise ConnectionTimedOut(f"{name}: pool timeout: all connections are occupied, nothing was sent")

    def _target(self, url: str, method: str) -> URL:
        """The parsed URL. A Bot API method's is kept (there are some 170), a file's or one with a query is not."""
        target = self._urls.get(url)
        if target is None:
            target = URL(url)
            if method == "POST" and not target.query_string:
                self._urls[url] = target
        return target

    def _proxy(self, target: URL) -> str | None:
        """The proxy's URL, found once for each origin.

        Raises:
            ConnectionNotMade: the proxy is of a kind that aiohttp does not speak to.
        """
        origin = f"{target.scheme}://{target.raw_authority}"
        if origin not in self._proxies:
            self._proxies[origin] = _proxy_of_environment(target)
        return self._proxies[origin]


def _name(url: str, method: str) -> str:
    """What a message may call the request: the Bot API method, which is of letters only, unlike any token."""
    last = url.rsplit("/", 1)[-1].partition("?")[0]
    return last if method == "POST" and last.isascii() and last.isalpha() else method


def _failure(error: Exception, name: str) -> NetworkError:
    """Ours for theirs, by class, number and method only: aiohttp's own messages quote the URL."""
    text = f"{name}: {type(error).__name__}"
    if isinstance(error, OSError) and error.errno is not None:
        text += f" ({errno.errorcode.get(error.errno, error.errno)})"
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return ConnectionTimedOut(text)
    if isinstance(error, TimeoutError):
        return TimedOut(text)
    unmade = (aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError, aiohttp.InvalidURL)
    if isinstance(error, unmade):
        return ConnectionNotMade(text)
    return NetworkError(text)


def _without_token(content: bytes, url: str) -> bytes:
    """A failure's body ends up in the library's messages, and an error page may show the URL that it is about."""
    for segment in url.split("/"):
        _, found, secret = segment.partition(":")
        if found and secret and segment.startswith("bot"):
            return content.replace(secret.encode(), b"(token)")
    return content


def _is_loopback(host: str) -> bool:
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


def _proxy_of_environment(target: URL) -> str | None:
    host = target.host or ""
    if _is_loopback(host) or proxy_bypass(f"{host}:{target.port}"):
        return None
    proxies = getproxies()
    proxy = proxies.get(target.scheme) or proxies.get("all")
    if proxy and "://" in proxy and not proxy.lower().startswith(("http://", "https://")):
        raise ConnectionNotMade(
            f"The environment names a {proxy.partition(':')[0]} proxy; only HTTP proxies are supported"
        )
    return proxy if proxy is None or "://" in proxy else f"http://{proxy}"
