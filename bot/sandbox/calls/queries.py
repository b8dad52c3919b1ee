"""Answers to pressed buttons and inline queries."""

import datetime as dt

from bot.sandbox.call import Call
from bot.sandbox.calls.registry import Result, simulated
from bot.sandbox.errors import bad_request
from bot.sandbox.world import World

MAX_ANSWER = 200
"""Characters of a notification."""
ANSWERABLE_FOR = dt.timedelta(seconds=60)
_EXPIRED = "query is too old and response timeout expired or query ID is invalid"


@simulated("answerCallbackQuery")
def answer_callback_query(world: World, call: Call) -> Result:
    """End the progress bar on a button, with a text of at most 200 characters; once a query."""
    query = world.callbacks.get(call.text("callback_query_id"))
    if query is None or query.answered or world.clock() - query.at > ANSWERABLE_FOR:
        raise bad_request(_EXPIRED)
    text = call.text("text")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answered, query.text, query.url = True, text, call.text("url")
    query.is_alert = call.flag("show_alert")
    query.revision = world.clockwork.tick()
    chat = world.chats[query.chat_id]
    details = {
        "user_id": query.user_id,
        "text": text,
        "alert": query.is_alert,
        "message_id": query.message_id,
    }
    world.tell("answer", chat, details)
    world.answered.notify()
    return True


@simulated("answerInlineQuery")
def answer_inline_query(world: World, call: Call) -> Result:
    """Up to 50 results of an inline query; once a query."""
    query_id, results = call.text("inline_query_id"), call.value("results")
    if query_id not in world.inline_answers or world.inline_answers[query_id] is not None:
        raise bad_request(_EXPIRED)
    if not isinstance(results, list):
        raise bad_request("can't parse inline query results: expected an Array")
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    world.inline_answers[query_id] = results
    world.answered.notify()
    return True
