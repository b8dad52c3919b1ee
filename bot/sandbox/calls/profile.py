"""What the bot registers about itself: commands, name, descriptions, the menu button."""

import json
import re

from bot.sandbox.call import Call
from bot.sandbox.calls.registry import Result, simulated
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.world import World

MAX_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES: dict[str, tuple[str, ...]] = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


@simulated("setMyCommands")
def set_my_commands(world: World, call: Call) -> Result:
    """Up to 100 commands for a scope and a language; names of a-z, 0-9 and _, descriptions of 1 to 256."""
    commands = call.value("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: expected an Array")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        # Telegram forgives a slash before the name.
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile.commands[scope_key(world, call), _language(call)] = [
        {"command": command["command"].removeprefix("/"), "description": command["description"]}
        for command in commands
    ]
    _told(world)
    return True


@simulated("getMyCommands")
def get_my_commands(world: World, call: Call) -> Result:
    """The commands of exactly that scope and language."""
    return world.profile.commands.get((scope_key(world, call), _language(call)), [])


@simulated("deleteMyCommands")
def delete_my_commands(world: World, call: Call) -> Result:
    """Fall back to the wider scope or language."""
    world.profile.commands.pop((scope_key(world, call), _language(call)), None)
    _told(world)
    return True


@simulated("setMyName")
def set_my_name(world: World, call: Call) -> Result:
    """Up to 64 characters."""
    return _set(world, call, world.profile.names, "name", 64)


@simulated("setMyDescription")
def set_my_description(world: World, call: Call) -> Result:
    """Up to 512 characters, shown in the empty chat."""
    return _set(world, call, world.profile.descriptions, "description", 512)


@simulated("setMyShortDescription")
def set_my_short_description(world: World, call: Call) -> Result:
    """Up to 120 characters, shown on the profile page."""
    return _set(world, call, world.profile.short_descriptions, "short_description", 120)


@simulated("getMyName")
def get_my_name(world: World, call: Call) -> Result:
    """The name in a language."""
    return {"name": localised(world.profile.names, _language(call)) or world.bot["first_name"]}


@simulated("getMyDescription")
def get_my_description(world: World, call: Call) -> Result:
    """The description in a language."""
    return {"description": localised(world.profile.descriptions, _language(call))}


@simulated("getMyShortDescription")
def get_my_short_description(world: World, call: Call) -> Result:
    """The short description in a language."""
    return {"short_description": localised(world.profile.short_descriptions, _language(call))}


@simulated("setChatMenuButton")
def set_chat_menu_button(world: World, call: Call) -> Result:
    """The button beside the text box, for one chat or (0) for all."""
    button = call.value("menu_button") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("can't parse menu button: type must be specified")
    world.profile.menu_buttons[call.integer("chat_id")] = button
    return True


@simulated("getChatMenuButton")
def get_chat_menu_button(world: World, call: Call) -> Result:
    """The button beside the text box."""
    buttons = world.profile.menu_buttons
    return buttons.get(call.integer("chat_id")) or buttons.get(0) or {"type": "default"}


def localised(texts: dict[str, str], language: str) -> str:
    """The text in a language, else the one for all languages, else nothing."""
    return texts.get(language) or texts.get("", "")


def scope_key(world: World, call: Call) -> str:
    """A scope as a key: `default`, or `chat:1001` with its ids.

    Raises:
        ApiError: no such scope, or its chat is unknown.
    """
    scope = call.value("scope") or {"type": "default"}
    if not isinstance(scope, dict):
        scope = json.loads(str(scope))
    kind = str(scope.get("type"))
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if "chat_id" in _SCOPES[kind]:
        world.find_chat(scope.get("chat_id"))
    return ":".join([kind, *(str(scope.get(field)) for field in _SCOPES[kind])])


def commands_for(world: World, user_id: int, language: str) -> list[Json]:
    """The commands that a person sees in the private chat: the narrowest scope, the own language first."""
    for scope in (f"chat:{user_id}", "all_private_chats", "default"):
        for code in (language, ""):
            if commands := world.profile.commands.get((scope, code)):
                return commands
    return []


def _set(world: World, call: Call, texts: dict[str, str], field: str, longest: int) -> bool:
    text = call.text(field)
    if len(text) > longest:
        raise bad_request(f"{field.replace('_', ' ')} is too long")
    language = _language(call)
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    _told(world)
    return True


def _language(call: Call) -> str:
    code = call.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("LANG_CODE_INVALID")
    return code


def _told(world: World) -> None:
    for chat in world.chats.values():
        world.tell("profile", chat, {})
