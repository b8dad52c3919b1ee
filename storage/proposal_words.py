"""The words by which proposals are found, each in its base form."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from bot.domain.proposals import ProposalId
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

    async def closest(self, weights: Mapping[str, float], *, limit: int) -> Mapping[ProposalId, float]:
        """The proposals whose words weigh most among these → how much they weigh.

        Args:
            weights: word → weight.
            limit: how many proposals.
        """
        rows = await self.connection.all(
            """
            SELECT w.proposal_id, sum(wanted.value) AS total
            FROM json_each(?) AS wanted JOIN proposal_words AS w ON w.word = wanted.key
            GROUP BY w.proposal_id ORDER BY total DESC, w.proposal_id DESC LIMIT ?
            """,
            (json.dumps(dict(sorted(weights.items()))), limit),
        )
        return {ProposalId(row["proposal_id"]): row["total"] for row in rows}
