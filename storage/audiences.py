"""Whom a campaign reaches, by the kind of its notices: a bounded piece after its cursor.

What a cursor counts is each audience's own business: subscriptions are walked by their row ids, those who have
to do with proposals by the ids of people, so that who is both author and supporter is met once.
"""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.commitments import CommitmentId
from bot.domain.notices import Campaign, NoticeKind
from bot.domain.people import PersonId
from storage.hearers import GROUP_WAS_TOLD, TOLD
from storage.rows import Connection, text_of
from storage.subscribers import AT_ONCE, NOT_YET, OF_CONSULTATION, follows

#: Notices of these kinds go to subscriptions, and no more to who has unsubscribed meanwhile.
SUBSCRIBED = (NoticeKind.CONSULTATION_OPENED, NoticeKind.CONSULTATION_CLOSING)
#: So many subscriptions are looked at for a piece of those whom it concerns.
WINDOW = 5000

#: The proposals (`:proposal`) or those of a commitment (`:commitment`), and all that were merged into them.
_FAMILY = """
    WITH RECURSIVE family (id) AS (
        SELECT id FROM proposals WHERE id = :proposal
        UNION
        SELECT id FROM proposals WHERE commitment <> '' AND commitment = :commitment
        UNION
        SELECT p.id FROM family AS f CROSS JOIN proposals AS p ON p.merged_into = f.id
    )
"""


#: Who was not reminded of the consultation just now.
_NOT_REMINDED = """AND NOT EXISTS (
    SELECT 1 FROM reminders AS r
    WHERE r.person_id = s.person_id AND r.consultation_id = :consultation AND r.told_at >= :lately
)"""
#: Who was reminded of it so lately needs not hear that it closes soon.
_LATELY = timedelta(hours=3)


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
    """How many chats that can be reached hear of a proposal, or of a commitment.

    Of a proposal its author and supporters; those whose proposal was merged into it count too, with their supporters.
    Of a commitment those of all its proposals, and the people and groups that follow it.
    """
    row = await connection.one(
        f"""
        {_FAMILY}
        SELECT (
            SELECT count(*) FROM people WHERE is_reachable AND id IN (
                SELECT person_id FROM endorsements WHERE proposal_id IN (SELECT id FROM family)
                UNION SELECT author_id FROM proposals WHERE id IN (SELECT id FROM family)
                UNION SELECT s.person_id FROM subscriptions AS s
                    WHERE :commitment <> '' AND s.person_id IS NOT NULL AND {follows(":commitment")}
            )
        ) + (
            SELECT count(*) FROM subscriptions AS s JOIN groups AS g ON g.id = s.group_id
            WHERE :commitment <> '' AND g.is_reachable AND {follows(":commitment")}
        ) AS n
        """,  # noqa: S608  (constants of ours)
        {"proposal": proposal_id, "commitment": commitment or ""},
    )
    assert row is not None
    return int(row["n"])


async def _subscribers(connection: Connection, campaign: Campaign, limit: int) -> Piece:
    """Of the next subscriptions of people, those that the consultation concerns; that it closes soon, to who has not taken part."""
    values = {
        "campaign": campaign.id,
        "after": campaign.expanded_to,
        "until": campaign.until,
        "consultation": await consultation_of(connection, campaign.kind, campaign.subject_id),
        "lately": text_of(campaign.created_at - _LATELY),
        "window": max(limit, WINDOW),
        "limit": limit,
    }
    end = await connection.one(
        """
        SELECT count(*) AS n, max(id) AS last FROM
            (SELECT id FROM subscriptions WHERE id > :after AND id <= :until ORDER BY id LIMIT :window)
        """,
        values,
    )
    assert end is not None
    values["until"] = campaign.until if end["n"] < values["window"] else end["last"]
    rows = await connection.all(
        f"""
        SELECT s.id, s.person_id FROM subscriptions AS s
        WHERE s.id > :after AND s.id <= :until AND s.person_id IS NOT NULL AND {AT_ONCE} AND {OF_CONSULTATION}
            {f"{NOT_YET} {_NOT_REMINDED}" if campaign.kind is NoticeKind.CONSULTATION_CLOSING else ""}
        ORDER BY s.id LIMIT :limit
        """,  # noqa: S608  (conditions of ours)
        values,
    )
    last = values["until"] if len(rows) < limit else rows[-1]["id"]
    return Piece([PersonId(row["person_id"]) for row in rows], int(last or 0))


async def consultation_of(connection: Connection, kind: NoticeKind, subject_id: int) -> int:
    """Row id of the consultation that a campaign is about; 0 where it is about none."""
    match kind:
        case NoticeKind.CONSULTATION_OPENED | NoticeKind.CONSULTATION_RESULTS:
            return subject_id
        case NoticeKind.CONSULTATION_CHANGED:
            table = "consultation_changes"
        case NoticeKind.CONSULTATION_CLOSING:
            table = "occasions"
        case _:
            return 0
    row = await connection.one(
        f"SELECT consultation_id FROM {table} WHERE id = ?",  # noqa: S608  (a name of ours)
        (subject_id,),
    )
    return 0 if row is None else int(row["consultation_id"])


async def tell_groups(connection: Connection, campaign_id: int, kind: NoticeKind, subject_id: int) -> int:
    """Give groups and channels their notices, all at once, for they are few; how many."""
    if kind is NoticeKind.COMMITMENT_CHANGED:
        concerns = follows("(SELECT m.commitment FROM commitment_changes AS m WHERE m.id = :subject)")
    elif kind in SUBSCRIBED:
        concerns = OF_CONSULTATION
    elif kind in {NoticeKind.CONSULTATION_CHANGED, NoticeKind.CONSULTATION_RESULTS}:
        concerns = f"{OF_CONSULTATION} AND {GROUP_WAS_TOLD}"
    else:
        return 0
    return await connection.run(
        f"""
        INSERT INTO notices (campaign_id, group_id, kind, subject_id, state, not_before, created_at)
        SELECT c.id, s.group_id, c.kind, c.subject_id, 'pending', c.created_at, c.created_at
        FROM campaigns AS c JOIN subscriptions AS s JOIN groups AS g ON g.id = s.group_id
        WHERE c.id = :campaign AND g.is_reachable AND {AT_ONCE} AND {concerns}
        ON CONFLICT DO NOTHING
        """,  # noqa: S608  (conditions of ours)
        {
            "campaign": campaign_id,
            "subject": subject_id,
            "consultation": await consultation_of(connection, kind, subject_id),
        },
    )


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
    around = await _around(connection, campaign, limit, commitment=row["commitment"])
    values = {
        "campaign": campaign.id,
        "after": campaign.expanded_to,
        "until": around.last,
        "commitment": row["commitment"],
        "limit": limit,
    }
    following = await connection.all(
        f"""
        SELECT s.person_id FROM subscriptions AS s INDEXED BY subscriptions_to_commitments
        WHERE (s.all_commitments OR s.commitments <> '[]') AND s.person_id > :after AND s.person_id <= :until
            AND {AT_ONCE} AND {follows(":commitment")}
        ORDER BY s.person_id LIMIT :limit
        """,  # noqa: S608  (conditions of ours)
        values,
    )
    by_digest = await connection.all(
        f"""
        SELECT s.person_id FROM json_each(:around) AS a JOIN subscriptions AS s ON s.person_id = a.value
        WHERE s.told_to >= :campaign AND {follows(":commitment")}
        """,  # noqa: S608  (conditions of ours)
        {**values, "around": json.dumps(around.people)},
    )
    found = {*around.people, *(one["person_id"] for one in following)}
    people = [PersonId(one) for one in sorted(found)][:limit]
    last = around.last if len(found) < limit or people[-1] >= around.last else people[-1]
    told = {one["person_id"] for one in by_digest}
    return Piece([one for one in people if one not in told], last)


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
    return await _told(connection, campaign, limit, campaign.subject_id, is_under_way=False)


async def _told(
    connection: Connection,
    campaign: Campaign,
    limit: int,
    consultation_id: int,
    *,
    is_under_way: bool = True,
) -> Piece:
    """By the ids of people, so that each is met once; of so many, for few of a million may be concerned."""
    rows = await connection.all(
        f"""
        WITH next AS (SELECT id FROM people WHERE id > :after AND id <= :until ORDER BY id LIMIT :limit)
        SELECT p.id, ({TOLD}) AS is_told FROM next AS p ORDER BY p.id
        """,  # noqa: S608  (a constant of ours)
        {
            "after": campaign.expanded_to,
            "until": campaign.until,
            "consultation": consultation_id,
            "campaign": campaign.id,
            "is_under_way": is_under_way,
            "limit": limit,
        },
    )
    people = [PersonId(row["id"]) for row in rows if row["is_told"]]
    return Piece(people, campaign.until if len(rows) < limit else rows[-1]["id"])


_AUDIENCES: Mapping[NoticeKind, Callable[[Connection, Campaign, int], Awaitable[Piece]]] = {
    NoticeKind.CONSULTATION_OPENED: _subscribers,
    NoticeKind.CONSULTATION_CLOSING: _subscribers,
    NoticeKind.CONSULTATION_CHANGED: _of_consultation_change,
    NoticeKind.CONSULTATION_RESULTS: _of_results,
    NoticeKind.PROPOSAL_ADOPTED: _of_adoption,
    NoticeKind.COMMITMENT_CHANGED: _of_commitment,
}
