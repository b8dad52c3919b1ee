"""Checking the chain: that every proposal that was ever received is still there, and says what it said.

Nothing here trusts the digests that are stored: each is reckoned anew from the receipts, and each receipt is
held against the proposal that it belongs to.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.errors import CivicError
from bot.domain.proposals import Proposal, ProposalState
from bot.domain.receipts import BEGINNING, Receipt, ReceiptDay, digest
from storage import Database, View


class ChainUnreadable(CivicError):
    """A saved chain is no JSON Lines of ours."""

    message_id = "chain-error-file"


@dataclass(frozen=True)
class Difference:
    """Something that is not as it was written down.

    Attributes:
        kind: what it is, in a word or two with underscores.
        subject: the reference, number or day that it concerns.
    """

    kind: str
    subject: str


@dataclass(frozen=True)
class SavedDay:
    """A day of a chain that somebody saved earlier."""

    day: date
    previous: str
    digest: str
    receipts: Sequence[Receipt]


@dataclass(frozen=True)
class Verdict:
    """What a check has found.

    Attributes:
        receipts: how many there are.
        days: how many closed days.
        open: how many receipts belong to no closed day yet.
        proposals: how many proposals.
        withdrawn: how many of them their authors have taken back; their hashes stay, their texts are gone.
        early: how many came before there were receipts.
        last: the last closed day, which is worth keeping elsewhere.
        differences: what is wrong; empty where all is well.
    """

    receipts: int
    days: int
    open: int
    proposals: int
    withdrawn: int
    early: int
    last: ReceiptDay | None
    differences: Sequence[Difference]


class ChainService:
    """Verbs on the chain as a whole.

    Args:
        database: where it is kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def verify(self, saved: Sequence[SavedDay] | None = None) -> Verdict:
        """Check every receipt, day and proposal, from one snapshot.

        Args:
            saved: a chain from an earlier export, every day of which must still be there unchanged.
        """
        async with self._database.view() as view:
            receipts = [receipt async for receipt in view.receipts.each()]
            days = await view.receipts.days()
            found = [
                *_gaps(receipts, await view.receipts.last_number()),
                *_links(days, receipts),
                *_saved(saved or (), days, receipts),
            ]
            by_reference: dict[str, list[Receipt]] = defaultdict(list)
            for receipt in receipts:
                by_reference[receipt.reference].append(receipt)
            proposals = withdrawn = early = 0
            async for proposal in view.proposals.each():
                proposals += 1
                withdrawn += proposal.state is ProposalState.WITHDRAWN
                own = by_reference.pop(proposal.reference, [])
                if not own and not proposal.content_hash:
                    early += 1
                else:
                    found += await _proposal(view, proposal, own)
            found += [Difference("proposal_missing", reference) for reference in by_reference]
        closed = {day.day for day in days}
        return Verdict(
            receipts=len(receipts),
            days=len(days),
            open=sum(receipt.day not in closed for receipt in receipts),
            proposals=proposals,
            withdrawn=withdrawn,
            early=early,
            last=days[-1] if days else None,
            differences=found,
        )


def _gaps(receipts: Sequence[Receipt], last: int) -> Iterator[Difference]:
    """Numbers are given out one after another, each once."""
    there = {receipt.number for receipt in receipts}
    for number in range(1, max(last, *there, 0) + 1 if there else last + 1):
        if number not in there:
            yield Difference("number_missing", str(number))


def _links(days: Sequence[ReceiptDay], receipts: Sequence[Receipt]) -> Iterator[Difference]:
    """Each day's digest, from its receipts and the digest of the day before."""
    by_day: dict[date, list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        by_day[receipt.day].append(receipt)
    previous = BEGINNING
    for day in days:
        name, own = day.day.isoformat(), by_day.pop(day.day, [])
        if day.previous != previous:
            yield Difference("day_link", name)
        if digest(day.previous, own) != day.digest or len(own) != day.receipts:
            yield Difference("day_digest", name)
        previous = day.digest
    if days:
        for missing in sorted(day for day in by_day if day < days[-1].day):
            yield Difference("day_missing", missing.isoformat())


async def _proposal(view: View, proposal: Proposal, receipts: Sequence[Receipt]) -> list[Difference]:
    """A proposal's receipts are there, one a version, and its text is what the last one says."""
    kept = await view.changes.versions(proposal.id)
    by_version = {receipt.version: receipt for receipt in receipts}
    numbers = {version.number for version in kept} | {proposal.version}
    if min(by_version, default=0) == 1:
        numbers |= set(range(1, proposal.version + 1))
    found = [
        Difference("receipt_missing", f"{proposal.reference} v{number}")
        for number in sorted(numbers - by_version.keys())
    ]
    found += [
        Difference("version_missing", f"{proposal.reference} v{number}")
        for number in sorted(by_version.keys() - {version.number for version in kept})
    ]
    found += [
        Difference("version_changed", f"{proposal.reference} v{version.number}")
        for version in kept
        if (receipt := by_version.get(version.number)) is not None
        and (version.content_hash, version.written_at) != (receipt.content_hash, receipt.received_at)
    ]
    first = by_version.get(1)
    if first is not None and first.received_at != proposal.submitted_at:
        found.append(Difference("time_changed", proposal.reference))
    last = by_version.get(proposal.version)
    if last is not None:
        files = await view.attachments.of_proposal(proposal.id)
        is_same = proposal.content_hash == last.content_hash
        if proposal.state is not ProposalState.WITHDRAWN:
            is_same &= proposal.fingerprint(file.sha256 for file in files) == last.content_hash
        if not is_same or proposal.version != max(by_version):
            found.append(Difference("text_changed", proposal.reference))
    return found


def _saved(
    saved: Iterable[SavedDay], days: Sequence[ReceiptDay], receipts: Sequence[Receipt]
) -> Iterator[Difference]:
    """What somebody saved earlier is still there, unchanged; and the copy is one itself."""
    by_day, by_number = {day.day: day for day in days}, {receipt.number: receipt for receipt in receipts}
    previous = None
    for day in saved:
        name = day.day.isoformat()
        if digest(day.previous, day.receipts) != day.digest or previous not in {None, day.previous}:
            yield Difference("copy_broken", name)
        previous = day.digest
        present = by_day.get(day.day)
        if present is None:
            yield Difference("copy_day_missing", name)
        elif (present.previous, present.digest) != (day.previous, day.digest):
            yield Difference("copy_day_changed", name)
        for receipt in day.receipts:
            there = by_number.get(receipt.number)
            if there is None:
                yield Difference("copy_receipt_missing", f"{receipt.number} {receipt.reference}")
            elif (there.line, there.day) != (receipt.line, receipt.day):
                yield Difference("copy_receipt_changed", f"{receipt.number} {receipt.reference}")
