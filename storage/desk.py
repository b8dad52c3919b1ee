"""Proposals as the secretariat works through them: lists by what is to be done, narrowed down, and how long each is."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.desk import Filters, Tray, Whose
from bot.domain.people import PersonId
from bot.domain.proposals import Proposal, ProposalId, ProposalState
from storage.proposal_rows import SELECT, proposal_of
from storage.rows import Connection, Value, text_of

#: Under review, and what the latest change of its state was.
_LATEST = """p.state = 'under_review' AND (
    SELECT {} FROM proposal_changes AS h
    WHERE h.proposal_id = p.id AND h.was IS NOT NULL AND h.was <> h.became ORDER BY h.id DESC LIMIT 1
)"""
_LATEST_HIDING = "(SELECT g.step FROM hidings AS g WHERE g.proposal_id = p.id ORDER BY g.id DESC LIMIT 1)"
#: The first date that was promised.
_DUE = "coalesce(p.late_since, p.reply_by)"
_OVERDUE = f"p.state IN ('received', 'under_review') AND {_DUE} < :now"
_HELD = """
    EXISTS (
        SELECT 1 FROM assignments AS a JOIN members AS m ON m.id = a.member_id
        WHERE a.proposal_id = p.id AND a.ended_at IS NULL AND {}
    )
"""
_MINE = _HELD.format("m.person_id = :me")
_IN: Mapping[Tray, str] = {
    Tray.WAITING: "p.state IN ('received', 'under_review')",
    Tray.NEW: "p.state = 'received'",
    Tray.ANSWERED: _LATEST.format("h.actor = 'author' AND h.was = 'clarification'"),
    Tray.APPEALED: _LATEST.format("h.was = 'declined'"),
    Tray.CONTESTED: f"p.is_hidden AND p.state <> 'withdrawn' AND {_LATEST_HIDING} = 'contested'",
    Tray.OVERDUE: _OVERDUE,
    Tray.MINE: f"p.state NOT IN ('declined', 'merged', 'implemented', 'withdrawn') AND {_MINE}",
    Tray.ASKED: "p.state = 'clarification'",
    Tray.UNDECIDED: "p.state IN ('received', 'clarification', 'under_review')",
    Tray.ACCEPTED: "p.state IN ('accepted', 'partly_accepted')",
    Tray.PLANNED: "p.state = 'in_plan'",
    Tray.HIDDEN: "p.is_hidden AND p.state <> 'withdrawn'",
    Tray.SETTLED: "p.state IN ('declined', 'merged', 'implemented', 'withdrawn')",
    Tray.ALL: "true",
}
_WORDS = """
    p.id IN (
        SELECT w.proposal_id FROM json_each(:weights) AS wanted JOIN proposal_words AS w ON w.word = wanted.key
        GROUP BY w.proposal_id HAVING sum(wanted.value) >= :least
    )
"""


@dataclass(frozen=True)
class Looking:
    """Who looks at the desk, when, and for which words.

    Attributes:
        me: None for the operator, who holds no cases.
        weights: what the words looked for weigh; None where none are looked for.
        least: so much of them stands in what is found.
        states: only proposals in these, where there are any.
    """

    me: PersonId | None
    now: datetime
    weights: Mapping[str, float] | None = None
    least: float = 0
    states: Sequence[ProposalState] = ()


@dataclass(frozen=True)
class Desk:
    """The trays of proposals."""

    connection: Connection

    async def proposals(
        self, filters: Filters, looking: Looking, *, limit: int, offset: int = 0
    ) -> Sequence[Proposal]:
        """What is found in a tray, the one with the nearest first promised date first, a page of it."""
        rows = await self.connection.all(
            f"""
            {SELECT} WHERE p.id IN (
                SELECT p.id FROM proposals AS p WHERE {_where(filters, looking)}
                ORDER BY {_DUE} IS NULL, {_DUE}, p.id LIMIT :limit OFFSET :offset
            ) ORDER BY {_DUE} IS NULL, {_DUE}, p.id
            """,  # noqa: S608  (constants of ours; only the rows of the page are read whole, not every row that is sorted)
            {**_values(filters, looking), "limit": limit, "offset": offset},
        )
        return [proposal_of(row) for row in rows]

    async def each(self, filters: Filters, looking: Looking, *, chunk: int = 500) -> AsyncIterator[Proposal]:
        """Everything that is found, in the order of receipt, without holding it all in memory."""
        last = 0
        while True:
            rows = await self.connection.all(
                f"{SELECT} WHERE p.id > :last AND {_where(filters, looking)} ORDER BY p.id LIMIT :chunk",
                {**_values(filters, looking), "last": last, "chunk": chunk},
            )
            for row in rows:
                yield proposal_of(row)
            if len(rows) < chunk:
                return
            last = rows[-1]["id"]

    async def count(self, filters: Filters, looking: Looking) -> int:
        """How many proposals are found in a tray."""
        row = await self.connection.one(
            f"SELECT count(*) AS n FROM proposals AS p WHERE {_where(filters, looking)}",  # noqa: S608  (ours)
            _values(filters, looking),
        )
        assert row is not None
        return int(row["n"])

    async def next_due(
        self, now: datetime, *, after: ProposalId | None = None, is_late: bool = True
    ) -> Proposal | None:
        """The proposal whose response is the most urgent; None where there is no other.

        Args:
            now: the moment.
            after: the one in hand: the next one after it is wanted, or else the first.
            is_late: only one whose promised date has passed.
        """
        late = "p.state IN ('received', 'under_review')" if not is_late else _OVERDUE
        row = await self.connection.one(
            f"""
            {SELECT} WHERE {late} AND {_DUE} IS NOT NULL AND p.id IS NOT :after
            ORDER BY ({_DUE}, p.id) < (
                SELECT coalesce(o.late_since, o.reply_by), o.id FROM proposals AS o WHERE o.id = :after
            ), {_DUE}, p.id LIMIT 1
            """,  # noqa: S608  (constants of ours)
            {"now": text_of(now), "after": after},
        )
        return None if row is None else proposal_of(row)


def _where(filters: Filters, looking: Looking) -> str:
    wanted = [_IN[filters.tray]]
    if filters.consultation:
        wanted.append("p.consultation_id = :consultation")
    if filters.topic:
        wanted.append("p.topic = :topic")
    if filters.region:
        wanted.append("p.region = :region")
    if filters.is_overdue:
        wanted.append(_OVERDUE)
    if filters.whose is Whose.MINE:
        wanted.append(_MINE)
    elif filters.whose is Whose.NOBODYS:
        wanted.append(f"NOT {_HELD.format('m.person_id IS NOT NULL')}")
    if looking.weights is not None:
        wanted.append(_WORDS)
    if looking.states:
        wanted.append("p.state IN (SELECT value FROM json_each(:states))")
    return " AND ".join(f"({one})" for one in wanted)


def _values(filters: Filters, looking: Looking) -> dict[str, Value]:
    return {
        "consultation": filters.consultation,
        "topic": filters.topic,
        "region": filters.region,
        "now": text_of(looking.now),
        "me": looking.me,
        "weights": json.dumps(dict(sorted((looking.weights or {}).items()))),
        "least": looking.least,
        "states": json.dumps(looking.states),
    }
