"""The words by which proposals are found, each in its base form."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.consultations import ConsultationId
from bot.domain.people import PersonId
from bot.domain.proposals import ProposalId
from storage.proposal_rows import PUBLIC
from storage.rows import Connection


@dataclass(frozen=True)
class ProposalWords:
    """Which words stand in which proposal."""

    connection: Connection

    async def replace(self, proposal_id: ProposalId, words: Iterable[str]) -> None:
        """Make these the proposal's words; none takes it out of the search."""
        await self.connection.run("DELETE FROM proposal_words WHERE proposal_id = ?", (proposal_id,))
        await self.connection.run_many(
            "INSERT INTO proposal_words (word, proposal_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(word, proposal_id) for word in sorted(set(words))],
        )

    async def counts(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many proposals each of these words stands; words that stand in none are left out."""
        rows = await self.connection.all(
            """
            SELECT word, count(*) AS n FROM proposal_words WHERE word IN (SELECT value FROM json_each(?))
            GROUP BY word
            """,
            (json.dumps(sorted(words)),),
        )
        return {row["word"]: row["n"] for row in rows}

    async def total(self) -> int:
        """How many proposals have words."""
        row = await self.connection.one("SELECT count(DISTINCT proposal_id) AS n FROM proposal_words")
        assert row is not None
        return int(row["n"])

    async def closest(
        self,
        weights: Mapping[str, float],
        *,
        shared: int = 1,
        least: float,
        consultation_id: ConsultationId | None = None,
        besides: PersonId | None = None,
        limit: int,
        offset: int = 0,
    ) -> Sequence[ProposalId]:
        """The public proposals whose words weigh most among these, the heaviest first; a page of them.

        Of those that weigh the same, the more supported comes first, then the newer.

        Args:
            weights: word → weight.
            shared: so many of the words stand in each, at least.
            least: so much do those weigh together, at least.
            consultation_id: only what was submitted to it; None for all.
            besides: not those that this person has written.
            limit: how many.
            offset: how many to leave out at the beginning.
        """
        rows = await self.connection.all(
            f"{_CLOSE} ORDER BY sum(wanted.value) DESC, p.endorsements DESC, p.id DESC LIMIT :limit OFFSET :offset",
            {
                **_wanted(weights, shared, least, consultation_id, besides),
                "limit": limit,
                "offset": offset,
            },
        )
        return [ProposalId(row["id"]) for row in rows]

    async def count_close(
        self, weights: Mapping[str, float], *, least: float, consultation_id: ConsultationId | None = None
    ) -> int:
        """How many public proposals `closest` would find in all."""
        row = await self.connection.one(
            f"SELECT count(*) AS n FROM ({_CLOSE})",  # noqa: S608  (a constant of ours)
            _wanted(weights, 1, least, consultation_id, None),
        )
        assert row is not None
        return int(row["n"])

    async def vocabulary(self) -> Sequence[str]:
        """Every word that stands in any proposal."""
        rows = await self.connection.all("SELECT DISTINCT word FROM proposal_words")
        return [row["word"] for row in rows]


#: The public proposals in which enough of the wanted words stand.
_CLOSE = f"""
    SELECT p.id FROM json_each(:weights) AS wanted
    JOIN proposal_words AS w ON w.word = wanted.key JOIN proposals AS p ON p.id = w.proposal_id
    WHERE {PUBLIC} AND (:of IS NULL OR p.consultation_id = :of) AND p.author_id IS NOT coalesce(:besides, -1)
    GROUP BY p.id HAVING count(*) >= :shared AND sum(wanted.value) >= :least
"""  # noqa: S608  (a constant of ours)


def _wanted(
    weights: Mapping[str, float],
    shared: int,
    least: float,
    consultation_id: ConsultationId | None,
    besides: PersonId | None,
) -> dict[str, str | int | float | None]:
    return {
        "weights": json.dumps(dict(sorted(weights.items()))),
        "shared": shared,
        "least": least,
        "of": consultation_id,
        "besides": besides,
    }
