"""The bot itself, and the chats and people it may ask about."""

from bot.sandbox.call import Call
from bot.sandbox.calls import content
from bot.sandbox.calls.registry import Result, simulated
from bot.sandbox.chats import Group
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.world import World


@simulated("getMe")
def get_me(world: World, _: Call) -> Result:
    """The bot."""
    return world.bot


@simulated("getChat")
def get_chat(world: World, call: Call) -> Result:
    """A chat with what everybody may know."""
    chat = world.find_chat(call.value("chat_id"))
    extra: Json = {"accent_color_id": 0, "max_reaction_count": 11}
    extra["accepted_gift_types"] = {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    }
    if chat.pinned and chat.pinned[-1] in chat.by_id:
        extra["pinned_message"] = chat.by_id[chat.pinned[-1]].raw
    return {**chat.info, **extra}


@simulated("getChatMember")
def get_chat_member(world: World, call: Call) -> Result:
    """One member; somebody who never was one is `left`."""
    chat = world.find_chat(call.value("chat_id"))
    user_id = call.integer("user_id")
    if user_id == world.bot["id"]:
        status = chat.bot_status if isinstance(chat, Group) else "member"
        lacks = chat.bot_lacks if isinstance(chat, Group) else frozenset()
        return member(world.bot, status, lacks=lacks)
    user = world.users.get(user_id)
    if user is None:
        raise bad_request("user not found" if isinstance(chat, Group) else "PARTICIPANT_ID_INVALID")
    default = "member" if user_id == chat.id else "left"
    return member(user, chat.statuses.get(user_id, "left") if isinstance(chat, Group) else default)


@simulated("getChatAdministrators")
def get_chat_administrators(world: World, call: Call) -> Result:
    """Administrators of a group, without other bots."""
    group = _group(world, call, "there are no administrators in the private chat")
    found = [
        member(world.users[user_id], status)
        for user_id, status in group.statuses.items()
        if status in {"creator", "administrator"}
    ]
    if group.bot_status == "administrator":
        found.append(member(world.bot, "administrator", lacks=group.bot_lacks))
    return found


@simulated("getChatMemberCount")
def get_chat_member_count(world: World, call: Call) -> Result:
    """How many people and bots are in a chat."""
    chat = world.find_chat(call.value("chat_id"))
    if not isinstance(chat, Group):
        return 2
    inside = [status for status in chat.statuses.values() if status not in {"left", "kicked"}]
    return len(inside) + (chat.bot_status in {"member", "administrator"})


@simulated("leaveChat")
def leave_chat(world: World, call: Call) -> Result:
    """The bot leaves a group."""
    group = _group(world, call, "chat member status can't be changed in private chats")
    group.check_writable()
    group.bot_status = "left"
    return True


@simulated("pinChatMessage")
def pin_chat_message(world: World, call: Call) -> Result:
    """Pin a message."""
    chat = content.recipient(world, call)
    if call.integer("message_id") not in chat.by_id:
        raise bad_request("message to pin not found")
    chat.pinned.append(call.integer("message_id"))
    return True


@simulated("unpinChatMessage", "unpinAllChatMessages")
def unpin_chat_message(world: World, call: Call) -> Result:
    """Unpin one message, the newest, or all."""
    chat = content.recipient(world, call)
    if call.method.lower() == "unpinallchatmessages":
        chat.pinned.clear()
    elif chat.pinned:
        wanted = call.integer("message_id", chat.pinned[-1])
        chat.pinned = [message_id for message_id in chat.pinned if message_id != wanted]
    return True


def member(user: Json, status: str, *, in_channel: bool = False, lacks: frozenset[str] = frozenset()) -> Json:
    """A ChatMember object with the fields that the status demands.

    Args:
        user: who.
        status: as what.
        in_channel: whether an administrator may post.
        lacks: rights that an administrator was not given.
    """
    found: Json = {"user": user, "status": status}
    match status:
        case "creator":
            found["is_anonymous"] = False
        case "administrator":
            rights = (
                "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats "
                "can_restrict_members can_promote_members can_change_info can_invite_users can_post_stories "
                "can_edit_stories can_delete_stories can_pin_messages can_manage_topics"
            )
            found |= dict.fromkeys(rights.split(), True)
            if in_channel:
                found |= dict.fromkeys(("can_post_messages", "can_edit_messages"), True)
            found |= dict.fromkeys(lacks & found.keys(), False)
            found["is_anonymous"] = False
        case "restricted":
            rights = (
                "can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos "
                "can_send_video_notes can_send_voice_notes can_send_polls can_send_other_messages "
                "can_add_web_page_previews can_change_info can_invite_users can_pin_messages can_manage_topics "
                "can_edit_tag can_react_to_messages"
            )
            found |= {**dict.fromkeys(rights.split(), False), "is_member": True, "until_date": 0}
        case "kicked":
            found["until_date"] = 0
        case _:
            pass
    return found


def _group(world: World, call: Call, otherwise: str) -> Group:
    chat = world.find_chat(call.value("chat_id"))
    if not isinstance(chat, Group):
        raise bad_request(otherwise)
    return chat
