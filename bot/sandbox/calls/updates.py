"""Taking updates: by long poll or by webhook."""

import re
from urllib.parse import urlsplit

from bot.sandbox.call import Call
from bot.sandbox.calls.registry import Result, simulated
from bot.sandbox.errors import Json, bad_request, conflict
from bot.sandbox.world import World

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_PORTS = frozenset({80, 88, 443, 8443, None})


@simulated("getUpdates")
async def get_updates(world: World, call: Call) -> Result:
    """The oldest updates not acknowledged, at most 100; waits up to `timeout` seconds for one."""
    if world.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    world.updates.allow(call.value("allowed_updates"))
    timeout = max(0, call.integer("timeout"))
    return await world.updates.poll(call.integer("offset"), call.integer("limit", 100), timeout)


@simulated("setWebhook")
def set_webhook(world: World, call: Call) -> Result:
    """Deliver updates by POST to `url`; an empty one ends that.

    Plain HTTP is taken for loopback only; Telegram wants HTTPS on port 80, 88, 443 or 8443.
    """
    url = call.text("url")
    if not url:
        _stop_webhook(world, call)
        return True
    parts = urlsplit(url)
    local = parts.hostname in _LOOPBACK
    if parts.scheme != "https" and not local:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in _PORTS and not local:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    secret = call.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]+", secret):
        raise bad_request("secret token contains unallowed characters")
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    world.updates.allow(call.value("allowed_updates"))
    world.updates.interrupt("terminated by setWebhook request")
    connections = min(max(call.integer("max_connections", 40), 1), 100)
    world.webhook.set(url, secret=secret, max_connections=connections)
    return True


@simulated("deleteWebhook")
def delete_webhook(world: World, call: Call) -> Result:
    """Back to long polls."""
    _stop_webhook(world, call)
    return True


@simulated("getWebhookInfo")
def get_webhook_info(world: World, _: Call) -> Result:
    """The webhook as Telegram would describe it."""
    hook = world.webhook
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": world.updates.count,
    }
    if hook.url:
        info |= {"max_connections": hook.max_connections, "ip_address": "127.0.0.1"}
        if hook.last_error:
            info |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error}
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    return info


def _stop_webhook(world: World, call: Call) -> None:
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    world.webhook.remove()
