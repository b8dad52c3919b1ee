"""Groups and channels: met when the bot is added, left alone when it is removed, followed when they move."""

from bot.domain.clock import Clock
from bot.domain.groups import Group, GroupKind
from storage import Database


class GroupsService:
    """Verbs on groups and channels.

    Args:
        database: where they are kept.
        clock: the time.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def find(self, group_id: int) -> Group | None:
        """The group or channel as last known, or None."""
        async with self._database.view() as view:
            return await view.groups.find(group_id)

    async def meet(
        self, group_id: int, kind: GroupKind, title: str, *, language: str | None = None
    ) -> tuple[Group, bool]:
        """The bot is in this group or channel and may write there; from now on if not before.

        Args:
            group_id: Telegram's id.
            kind: what it is.
            title: what it is called.
            language: in which the bot speaks there, unless another was chosen before.

        Returns:
            The group, and whether that is news.
        """
        known = await self.find(group_id)
        if known is None:
            met = Group(id=group_id, kind=kind, title=title, language=language, met_at=self._clock.now())
        else:
            met = known.model_copy(update={"kind": kind, "title": title, "is_reachable": True})
            if met == known:
                return known, False
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.groups.save(met)
        return met, known is None or not known.is_reachable

    async def mark_unreachable(self, group_id: int) -> None:
        """The bot was removed, or may not write there: nothing is tried until it is let in again."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.groups.mark_unreachable(group_id)

    async def move(self, old_id: int, new_id: int) -> None:
        """A group became a supergroup: everything goes on in the new one."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.groups.move(old_id, new_id)

    async def choose_language(self, group: Group, language: str) -> Group:
        """Speak this language there from now on."""
        chosen = group.model_copy(update={"language": language})
        async with self._database.unit() as unit:
            await unit.groups.save(chosen)
            unit.came_to("subscription", group.id)
        return chosen
