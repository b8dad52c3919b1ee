"""What a table of proposals says of itself: its columns with their meaning, what is in it, since when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.exports import COLUMNS, Selection
from bot.domain.knowledge import Knowledge
from bot.domain.proposals import OgpValue, ProposalState
from bot.texts import Speaker

#: "Excel specifications and limits": characters of a cell (units of UTF-16), rows of a sheet.
LONGEST_CELL, MOST_ROWS = 32_767, 1_048_576
#: Columns that are not here are free text.
KINDS = {
    "reference": "code", "status": "code", "submitted_at": "time", "updated_at": "time", "consultation": "code",
    "values": "list", "sdg": "number", "region": "code", "topic": "code", "language": "code", "named": "code",
    "attachments": "list", "endorsements": "number", "responded_at": "time", "responded_by": "number",
    "commitment": "code", "content_hash": "code",
}  # fmt: skip


@dataclass(frozen=True)
class About:
    """What there is to say of a table.

    Attributes:
        scope: what is in it, in words.
        cursor: from which the next pull goes on.
        has_contacts: whether whoever asked for it is shown authors' contacts.
    """

    scope: str
    made_at: datetime
    zone: ZoneInfo
    cursor: int
    has_contacts: bool


def dictionary(say: Speaker, knowledge: Knowledge, zone: ZoneInfo) -> Iterator[Sequence[str]]:
    """For each column: its name, what it means, what kind of value it has, and which values, where they are few."""
    for column in COLUMNS:
        kind = KINDS.get(column, "text")
        yield (
            column,
            say.plain(f"export-column-{column.replace('_', '-')}"),
            say.plain("export-kind-time", zone=zone.key)
            if kind == "time"
            else say.plain(f"export-kind-{kind}"),
            "\n".join(_allowed(say, knowledge, column)),
        )


def about(say: Speaker, table: About, count: int) -> Iterator[tuple[str, str | int | datetime]]:
    """What a table of so many proposals says of itself: headings with their values."""
    values: dict[str, str | int | datetime] = {
        "scope": table.scope,
        "count": count,
        "made": table.made_at,
        "zone": table.zone.key,
        "cursor": table.cursor,
        "contacts": say.plain("export-contacts", shown=table.has_contacts),
        "formulas": say.plain("export-formulas"),
        "long": say.plain("export-long", longest=LONGEST_CELL, rows=MOST_ROWS),
    }
    for name, value in values.items():
        yield say.plain(f"export-about-{name}"), value


def in_words(say: Speaker, selection: Selection) -> str:
    """What is selected, for people."""
    states = ", ".join(say.plain(f"proposal-state-{_dashed(one)}") for one in selection.states)
    slug, since, after = selection.consultation, selection.since, selection.after
    parts = [
        *([say.plain("export-scope-consultation", slug=slug)] if slug else []),
        *([say.plain("export-scope-states", states=states)] if states else []),
        *([say.plain("export-scope-since", since=since)] if since else []),
        *([say.plain("export-scope-after", cursor=str(after))] if after else []),
    ]
    return "; ".join(parts) or say.plain("export-scope-all")


def _allowed(say: Speaker, knowledge: Knowledge, column: str) -> Sequence[str]:
    """The values that a column may have, with their names; none where it may have any."""
    choices = {"region": knowledge.regions, "topic": knowledge.topics}.get(column)
    if choices is not None:
        return [f"{one.id} – {one.title(say.language)}" for one in choices.values()]
    if column == "status":
        return [f"{one} – {say.plain(f'proposal-state-{_dashed(one)}')}" for one in ProposalState]
    if column == "values":
        return [f"{one} – {say.plain(f'value-{one}')}" for one in OgpValue]
    return {"named": ["yes", "no"], "sdg": ["1–17"]}.get(column, [])


def _dashed(state: ProposalState) -> str:
    return state.replace("_", "-")
