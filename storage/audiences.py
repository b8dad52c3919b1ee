"""Whom a campaign reaches, by the kind of its notices: a bounded piece after its cursor.

What a cursor counts is each audience's own business: subscriptions are walked by their row ids, those who have
to do with proposals by the ids of people, so that who is both author and supporter is met once.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.commitments import CommitmentId
from bot.domain.notices import Campaign, NoticeKind
from bot.domain.people import PersonId
from storage.rows import Connection, text_of

#: Notices of these kinds go to subscriptions, and no more to who has unsubscribed meanwhile.
SUBSCRIBED = (NoticeKind.CONSULTATION_OPENED,)

#: The proposals (`:proposal`) or those of a commitment (`:commitment`), and all that were merged into them.
_FAMILY = """
    WITH RECURSIVE family (id) AS (
        SELECT id FROM proposals WHERE id = :proposal OR (:commitment <> '' AND commitment = :commitment)
        UNION
        SELECT p.id FROM proposals AS p JOIN family AS f ON p.merged_into = f.id
    )
"""


#: Whom a consultation (`:consultation`) concerns: who was told of its opening and wants to hear still, who is
#: writing for it, who has. Each is a look into an index.
_TOLD = """
    EXISTS (
        SELECT 1 FROM campaigns AS c JOIN notices AS n ON n.campaign_id = c.id AND n.person_id = p.id
        JOIN subscriptions AS s ON s.person_id = p.id
        WHERE c.kind = 'consultation_opened' AND c.subject_id = :consultation AND n.state = 'sent'
    )
    OR EXISTS (SELECT 1 FROM drafts AS d WHERE d.person_id = p.id AND d.consultation_id = :consultation)
    OR EXISTS (
        SELECT 1 FROM proposals AS q
        WHERE q.author_id = p.id AND q.consultation_id = :consultation AND q.state <> 'withdrawn'
    )
"""


@dataclass(frozen=True)
class Piece:
    """The next recipients of a campaign.

    Attributes:
        people: who, without repeats.
        last: the cursor behind them; the campaign's end where there are no more.
    """

    people: Sequence[PersonId]
    last: int


async def end_of(connection: Connection, kind: NoticeKind) -> int:
    """The cursor of the last one there is now; later ones are not told. 0 where there is nobody."""
    table = "subscriptions" if kind in SUBSCRIBED else "people"
    row = await connection.one(f"SELECT coalesce(max(id), 0) AS newest FROM {table}")  # noqa: S608  (ours)
    assert row is not None
    return int(row["newest"])


async def piece_of(connection: Connection, campaign: Campaign, limit: int) -> Piece:
    """The next recipients of a campaign.

    Args:
        connection: of the transaction in which they get their notices.
        campaign: as far as it is expanded.
        limit: how many to look at.
    """
    return await _AUDIENCES[campaign.kind](connection, campaign, limit)


async def count_around(
    connection: Connection, *, proposal_id: int = 0, commitment: CommitmentId | None = None
) -> int:
    """How many people who can be reached have written or support a proposal, or those of a commitment.

    Those whose proposal was merged into one of these count too, with their supporters.
    """
    row = await connection.one(
        f"""
        {_FAMILY}
        SELECT count(*) AS n FROM people WHERE is_reachable AND id IN (
            SELECT person_id FROM endorsements WHERE proposal_id IN (SELECT id FROM family)
            UNION SELECT author_id FROM proposals WHERE id IN (SELECT id FROM family)
        )
        """,  # noqa: S608  (a constant of ours)
        {"proposal": proposal_id, "commitment": commitment or ""},
    )
    assert row is not None
    return int(row["n"])


async def count_told(connection: Connection, consultation_id: int) -> int:
    """How many people who can be reached were told of a consultation, are writing for it, or have."""
    row = await connection.one(
        f"""
        SELECT count(*) AS n FROM (
            SELECT id FROM people AS p WHERE is_reachable AND ({_TOLD})
        )
        """,  # noqa: S608  (a constant of ours)
        {"consultation": consultation_id},
    )
    assert row is not None
    return int(row["n"])


async def _subscribers(connection: Connection, campaign: Campaign, limit: int) -> Piece:
    rows = await connection.all(
        "SELECT id, person_id FROM subscriptions WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
        (campaign.expanded_to, campaign.until, limit),
    )
    last = campaign.until if len(rows) < limit else rows[-1]["id"]
    return Piece([PersonId(row["person_id"]) for row in rows], last)


async def _of_adoption(connection: Connection, campaign: Campaign, limit: int) -> Piece:
    """Everybody around the proposal but its author, who has a notice of their own."""
    row = await connection.one(
        """
        SELECT p.id, p.author_id FROM proposal_changes AS h JOIN proposals AS p ON p.id = h.proposal_id
        WHERE h.id = ?
        """,
        (campaign.subject_id,),
    )
    if row is None:
        return Piece((), campaign.until)
    piece = await _around(connection, campaign, limit, proposal_id=row["id"])
    return Piece([one for one in piece.people if one != row["author_id"]], piece.last)


async def _of_commitment(connection: Connection, campaign: Campaign, limit: int) -> Piece:
    """Everybody around the proposals that the commitment came from."""
    row = await connection.one(
        "SELECT commitment FROM commitment_changes WHERE id = ?", (campaign.subject_id,)
    )
    if row is None:
        return Piece((), campaign.until)
    return await _around(connection, campaign, limit, commitment=row["commitment"])


async def _around(
    connection: Connection, campaign: Campaign, limit: int, *, proposal_id: int = 0, commitment: str = ""
) -> Piece:
    """Authors and supporters, by the ids of people: each proposal's next ones by its index, then merged."""
    rows = await connection.all(
        f"{_FAMILY} SELECT p.id, p.author_id FROM family AS f JOIN proposals AS p ON p.id = f.id",  # noqa: S608
        {"proposal": proposal_id, "commitment": commitment},
    )
    found = {
        row["author_id"]
        for row in rows
        if row["author_id"] is not None and campaign.expanded_to < row["author_id"] <= campaign.until
    }
    for row in rows:
        supporters = await connection.all(
            """
            SELECT person_id FROM endorsements
            WHERE proposal_id = ? AND person_id > ? AND person_id <= ? AND endorsed_at <= ?
            ORDER BY person_id LIMIT ?
            """,
            (row["id"], campaign.expanded_to, campaign.until, text_of(campaign.created_at), limit),
        )
        found.update(one["person_id"] for one in supporters)
    people = [PersonId(one) for one in sorted(found)[:limit]]
    return Piece(people, campaign.until if len(found) < limit else people[-1])


async def _of_consultation_change(connection: Connection, campaign: Campaign, limit: int) -> Piece:
    """Everybody whom the consultation concerns that was changed."""
    row = await connection.one(
        "SELECT consultation_id FROM consultation_changes WHERE id = ?", (campaign.subject_id,)
    )
    return (
        Piece((), campaign.until)
        if row is None
        else await _told(connection, campaign, limit, row["consultation_id"])
    )


async def _of_results(connection: Connection, campaign: Campaign, limit: int) -> Piece:
    """Everybody whom the consultation concerns."""
    return await _told(connection, campaign, limit, campaign.subject_id)


async def _told(connection: Connection, campaign: Campaign, limit: int, consultation_id: int) -> Piece:
    """By the ids of people, so that each is met once; of so many, for few of a million may be concerned."""
    rows = await connection.all(
        f"""
        WITH next AS (SELECT id FROM people WHERE id > :after AND id <= :until ORDER BY id LIMIT :limit)
        SELECT p.id, ({_TOLD}) AS is_told FROM next AS p ORDER BY p.id
        """,  # noqa: S608  (a constant of ours)
        {
            "after": campaign.expanded_to,
            "until": campaign.until,
            "consultation": consultation_id,
            "limit": limit,
        },
    )
    people = [PersonId(row["id"]) for row in rows if row["is_told"]]
    return Piece(people, campaign.until if len(rows) < limit else rows[-1]["id"])


_AUDIENCES: Mapping[NoticeKind, Callable[[Connection, Campaign, int], Awaitable[Piece]]] = {
    NoticeKind.CONSULTATION_OPENED: _subscribers,
    NoticeKind.CONSULTATION_CHANGED: _of_consultation_change,
    NoticeKind.CONSULTATION_RESULTS: _of_results,
    NoticeKind.PROPOSAL_ADOPTED: _of_adoption,
    NoticeKind.COMMITMENT_CHANGED: _of_commitment,
}
