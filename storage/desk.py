"""Proposals as the secretariat works through them: lists by what is to be done, and how long each is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.desk import Tray
from bot.domain.proposals import Proposal
from storage.proposal_rows import SELECT, proposal_of
from storage.rows import Connection

_BY_AUTHOR = """(
    SELECT h.actor = 'author' FROM proposal_changes AS h
    WHERE h.proposal_id = p.id AND h.was IS NOT NULL AND h.was <> h.became ORDER BY h.id DESC LIMIT 1
)"""
_LATEST_HIDING = "(SELECT g.step FROM hidings AS g WHERE g.proposal_id = p.id ORDER BY g.id DESC LIMIT 1)"
_IN: Mapping[Tray, str] = {
    Tray.WAITING: "p.state IN ('received', 'under_review')",
    Tray.ANSWERED: f"p.state = 'under_review' AND {_BY_AUTHOR}",
    Tray.ASKED: "p.state = 'clarification'",
    Tray.ACCEPTED: "p.state IN ('accepted', 'partly_accepted')",
    Tray.PLANNED: "p.state = 'in_plan'",
    Tray.CONTESTED: f"p.is_hidden AND p.state <> 'withdrawn' AND {_LATEST_HIDING} = 'contested'",
    Tray.HIDDEN: "p.is_hidden AND p.state <> 'withdrawn'",
}


@dataclass(frozen=True)
class Desk:
    """The trays of proposals."""

    connection: Connection

    async def proposals(self, tray: Tray, *, limit: int, offset: int = 0) -> Sequence[Proposal]:
        """What lies in a tray, the one with the nearest reply-by date first, a page of it."""
        rows = await self.connection.all(
            f"{SELECT} WHERE {_IN[tray]} ORDER BY p.reply_by IS NULL, p.reply_by, p.id LIMIT ? OFFSET ?",
            (limit, offset),
        )
        return [proposal_of(row) for row in rows]

    async def count(self, tray: Tray) -> int:
        """How many proposals lie in a tray."""
        row = await self.connection.one(
            f"SELECT count(*) AS n FROM proposals AS p WHERE {_IN[tray]}"  # noqa: S608  (a constant of ours)
        )
        assert row is not None
        return int(row["n"])
