"""Random walks through the chat: messages, buttons, files, edits, restarts and jumps of the clock, in any order.

Every move of a person goes over HTTP, as Telegram would send it. After each, whatever was accepted before is still
there, unless this very move takes it away, and every state is one that the table allows.
"""

import os
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.domain.draft_texts import answers_of
from bot.domain.drafts import OF_AUTHOR, WHOLE, Draft, Step
from bot.domain.people import PersonId
from bot.domain.proposals import TRANSITIONS, Proposal, ProposalState
from bot.sandbox import Button, ChatMessage, Person, Sandbox
from bot.ui.action import Action
from bot.ui.actions import DiscardDraft, SkipStep, SubmitProposal
from bot.ui.attachment_actions import RemoveAttachment
from bot.ui.draft_actions import ChooseAnswer, TickValue
from bot.ui.life_actions import WithdrawProposal
from tests.flows.conftest import OFFICER, House
from tests.flows.scenes import data_of
from tests.words import WORDS

MOVES = 120
NASTY = ("🙂🙂🙂", "\u202eназад\u202c", "<b>жирно</b> & {x}", "ні", "\u200b\u200b", "x" * 10_000)
COMMANDS = ("/propose", "/my", "/cancel", "/inbox", "/consultations", "/start p_UA-2026-0001", "/start p_XX")
#: What somebody does first who only wants to get on: beginnings of callback data. Where an example is offered, or
#: a letter can be left, one writes.
ON = (
    *(
        "pp:",
        "pc:",
        "db:0",
        "do",
        "dc:",
        "dq:",
        "da:{}:identity:",
        "lx:",
        "fe:",
        "fk:",
        "ft:",
        "fs:",
        "fv:",
        "fc:",
    ),
    *("de:", "dt:", "lc", "pg:{}:", "pk:", "fq:", "bs:"),
)
#: What erases a person, changes their language, or is about consultations.
LEFT_ALONE = {"ex", "lg", "cp", "uo", "un", "uw"}
#: Actions that take away something accepted: of a draft that stays one step, else the whole.
OF_STEP = (SkipStep, ChooseAnswer)
OF_FILES = (DiscardDraft, RemoveAttachment, WithdrawProposal, SubmitProposal)


@dataclass(frozen=True)
class Kept:
    """What there is of everybody, by row ids; of files, the hash."""

    drafts: Mapping[int, Draft]
    proposals: Mapping[int, Proposal]
    files: Mapping[int, str]


@dataclass
class Walk:
    """One walk of several people, of whom one is of the secretariat.

    Attributes:
        action: what this move has pressed.
        by: who.
        writer: who has written or edited something in this move.
    """

    random: random.Random
    house: House
    sandbox: Sandbox
    people: list[Person] = field(default_factory=list)
    moves: list[str] = field(default_factory=list)
    action: Action | None = None
    by: int = 0
    writer: int = 0

    async def play(self) -> None:
        ways: dict[Callable[[Person], Awaitable[None]], int] = {
            self.go_on: 14,
            self.go_press: 9,
            self.go_write: 5,
            self.go_write_many: 1,
            self.go_edit: 1,
            self.go_file: 1,
            self.go_both: 1,
            self.go_command: 1,
            self.go_forge: 1,
            self.go_restart: 1,
            self.go_wait: 1,
        }
        before = await self.kept()
        for _ in range(MOVES):
            self.action, self.by, self.writer = None, 0, 0
            (way,), person = (
                self.random.choices(list(ways), list(ways.values())),
                self.random.choice(self.people),
            )
            self.moves.append(f"{way.__name__} {person.id}")
            await way(person)
            await self.settle(person)
            after = await self.kept()
            await self.check(before, after)
            before = after

    # What people do

    async def go_on(self, person: Person) -> None:
        """What somebody does who wants to get a proposal through, or an officer who works on them."""
        shown = next((message for message in reversed(person.chat.messages) if message.from_bot), None)
        is_ticked = shown is not None and any("✓" in label for label in shown.labels)
        for start in ON:
            data = data_of(shown, start) if shown else None
            if data is None or (start == "dt:" and is_ticked):
                continue
            if start in {"de:", "lc"}:
                await self.go_write(person)
            else:
                await self.press(person, data, shown)
            return
        await person.send("/inbox" if person.id == OFFICER else self.random.choice(("/propose", "/my")))

    async def go_press(self, person: Person) -> None:
        """Any button, mostly of the newest message; now and then ten times at once."""
        shown = [message for message in person.chat.messages if message.from_bot and _cells(message)]
        if shown:
            message = shown[-1] if self.random.random() < 0.85 else self.random.choice(shown[-8:])
            times = 10 if self.random.random() < 0.1 else 1
            await self.press(person, self.random.choice(_cells(message)).data, message, times=times)

    async def go_write(self, person: Person) -> None:
        self.writer = person.id
        await person.send(self.text())

    async def go_write_many(self, person: Person) -> None:
        for _ in range(3):
            await self.go_write(person)

    async def go_both(self, person: Person) -> None:
        """Two devices at once."""
        await self.go_press(person)
        await self.go_write(person)

    async def go_command(self, person: Person) -> None:
        await person.send(self.random.choice(COMMANDS))

    async def go_edit(self, person: Person) -> None:
        mine = [message for message in person.chat.messages if not message.from_bot and "text" in message.raw]
        if mine:
            self.writer = person.id
            await person.edit(self.random.choice(mine[-6:]).id, self.text())

    async def go_file(self, person: Person) -> None:
        match self.random.choice(("voice", "album", "large", "empty", "gone", "captioned")):
            case "voice":
                await person.send_voice()
            case "album":
                for number in range(3):
                    await person.send_photo(bytes([number]), album=f"album-{len(self.moves)}")
            case "large":
                await person.send_document("large.pdf", b"%PDF", size=50 * 1024 * 1024)
            case "empty":
                await person.send_document("empty.pdf", b"")
            case "gone":
                await person.lose(await person.send_document("gone.pdf", b"%PDF"))
            case "captioned":
                self.writer = person.id
                await person.send_document("plan.pdf", b"%PDF", caption=self.text()[:900])

    async def go_forge(self, person: Person) -> None:
        """A button that somebody else has."""
        other = self.random.choice([one for one in self.people if one is not person])
        theirs = [
            cell for message in other.chat.messages[-3:] if message.from_bot for cell in _cells(message)
        ]
        mine = [message for message in person.chat.messages if message.from_bot]
        if theirs and mine:
            await self.press(person, self.random.choice(theirs).data, mine[-1])

    async def go_restart(self, _: Person) -> None:
        async with self.house.away():
            pass

    async def go_wait(self, _: Person) -> None:
        """The ticker looks some hours or days later; there is always a consultation."""
        self.house.clock.ahead += timedelta(hours=self.random.choice((1, 5, 30, 200)))
        await self.house.services.occasions.tell_due()
        await self.house.services.reminders.remind_due()
        if not await self.house.services.consultations.open_now():
            await self.house.consult(f"call-{len(self.moves)}", days=self.house.clock.ahead.days + 10)

    async def press(
        self, person: Person, data: str | None, message: ChatMessage | None, *, times: int = 1
    ) -> None:
        assert data is not None
        self.moves[-1] += f" {data} × {times}"
        self.action, self.by = Action.unpacked(data)[0], person.id
        for _ in range(times):
            await person.press(data=data, message=message)

    async def settle(self, person: Person) -> None:
        """Until the bot has done all that it was sent."""
        bot_id, waiting = int(self.sandbox.token.partition(":")[0]), 1
        while waiting:
            await person.wait_quiet(gap=0.02)
            async with self.house.rooms.database.view() as view:
                waiting = await view.inbox.count_waiting(bot_id)

    def text(self) -> str:
        if self.random.random() < 0.15:
            return self.random.choice(NASTY)
        count = 400 if self.random.random() < 0.05 else self.random.randint(2, 9)
        return " ".join(self.random.choices(WORDS, k=count))

    # What must be so

    async def kept(self) -> Kept:
        drafts, proposals, files = {}, {}, {}
        async with self.house.rooms.database.view() as view:
            for person in self.people:
                for draft in await view.drafts.by(PersonId(person.id)):
                    drafts[draft.id] = draft
                    files |= {one.id: one.sha256 for one in await view.attachments.of_draft(draft.id)}
                for proposal in await view.proposals.by(PersonId(person.id)):
                    proposals[proposal.id] = proposal
                    files |= {one.id: one.sha256 for one in await view.attachments.of_proposal(proposal.id)}
        return Kept(drafts, proposals, files)

    async def check(self, before: Kept, after: Kept) -> None:
        for number, draft in before.drafts.items():
            if number in after.drafts:
                self.check_draft(draft, after.drafts[number])
            else:
                self.check_gone(draft, after)
        for number, proposal in before.proposals.items():
            self.check_proposal(proposal, after.proposals[number])
        for proposal in after.proposals.values():
            await self.check_states(proposal)
        assert isinstance(self.action, OF_FILES) or before.files.items() <= after.files.items()
        for person in self.people:
            assert sum(draft.is_open for draft in after.drafts.values() if draft.person_id == person.id) <= 1
            assert all(query.answered for query in person.callbacks)
            said = person.chat.transcript()
            assert "помилка бота" not in said
            assert "made an error" not in said

    def check_draft(self, was: Draft, now: Draft) -> None:
        """An answer changes by what its author presses for this step, or writes; a written one is never lost."""
        assert now.person_id == was.person_id
        changed = {step for step, answer in was.answers.items() if now.answers.get(step) != answer}
        changed.discard(Step.ATTACHMENTS)  # the files themselves are looked at
        if self.by == was.person_id and isinstance(self.action, OF_STEP):
            changed.discard(self.action.step)
        if self.by == was.person_id and isinstance(self.action, TickValue):
            changed.discard(Step.VALUES)
        if self.writer == was.person_id:
            changed = {step for step in changed if not now.answers.get(step)}
        assert not changed

    def check_gone(self, was: Draft, after: Kept) -> None:
        """A draft ends by its author's hand, and as a proposal it says what the draft said."""
        assert not was.answers or self.by == was.person_id
        sent = next((one for one in after.proposals.values() if one.draft_id == was.id), None)
        if sent is not None:
            hidden = {Step.ATTACHMENTS, *(OF_AUTHOR if was.is_anonymous else ())}
            said = {step: text for step, text in was.answers.items() if step not in hidden and text != WHOLE}
            assert said == answers_of(sent)
        elif was.answers:
            is_correction = was.proposal_id is not None
            ending = (DiscardDraft, SubmitProposal, WithdrawProposal) if is_correction else DiscardDraft
            assert isinstance(self.action, ending)

    def check_proposal(self, was: Proposal, now: Proposal) -> None:
        """A proposal changes by its author's correction alone, or is taken back."""
        by_author = self.by == was.author_id and isinstance(self.action, SubmitProposal | WithdrawProposal)
        assert by_author or (answers_of(was), was.content_hash) == (answers_of(now), now.content_hash)
        assert now.reference == was.reference

    async def check_states(self, proposal: Proposal) -> None:
        async with self.house.rooms.database.view() as view:
            states = [change.became for change in await view.changes.of(proposal.id)]
        assert (states[0], states[-1]) == (ProposalState.RECEIVED, proposal.state)
        assert all(after in TRANSITIONS[before] for before, after in pairwise(states))


def _cells(message: ChatMessage) -> list[Button]:
    cells = [cell for row in message.buttons for cell in row if cell.data]
    return [cell for cell in cells if (cell.data or "").removeprefix("+").partition(":")[0] not in LEFT_ALONE]


@pytest.mark.parametrize("number", range(2))
async def test_nothing_accepted_is_lost_whatever_people_send_and_press(
    house: House, sandbox: Sandbox, number: int
):
    seed = int(os.environ.get("OGP_TEST_SEED", time.time_ns() % 100_000)) + number
    walk = Walk(random.Random(seed), house, sandbox)
    await house.consult("open-data")
    for who, language in ((1001, "uk"), (1002, "en"), (OFFICER, "uk")):
        person = sandbox.add_person(who, f"P{who}", language_code=language)
        await person.send("/start")
        await person.wait_for()
        walk.people.append(person)
    try:
        await walk.play()
    except BaseException:
        print(f"OGP_TEST_SEED={seed - number}", *walk.moves[-30:], sep="\n")  # noqa: T201 - to walk it again
        raise
    assert (await house.services.chain.verify()).differences == []
