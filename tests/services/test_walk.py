"""Random walks through the services: messages, buttons, restarts and jumps of the clock, in any order.

A model beside them remembers what was accepted. After every move, nothing of it is lost, and everything is in a
state that the tables of the domain allow.
"""

import os
import random
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.app import Rooms
from bot.app.opening import rooms
from bot.domain.consultations import ConsultationText, NewConsultation
from bot.domain.draft_texts import answers_of
from bot.domain.drafts import LIMITS, MOST_DRAFTS, WHOLE, Draft, DraftUnknown, Mode, Step
from bot.domain.errors import CivicError
from bot.domain.hidings import HidingStep, Rule, may_follow
from bot.domain.people import Actor, PersonId
from bot.domain.proposals import TRANSITIONS, Identity, OgpValue, Proposal, ProposalState
from bot.services.content.live import Content
from bot.services.drafts import Changed, revision_of
from bot.settings import Settings
from tests.contents import strict_content
from tests.words import WORDS

BEGAN = datetime(2026, 5, 4, 9, tzinfo=UTC)
OFFICER = 9000
PEOPLE = (PersonId(1), PersonId(2))
STRANGER = PersonId(3)
CHOICES = {
    Step.REGION: ("lviv", "kyiv", WHOLE),
    Step.TOPIC: ("open-data", "justice"),
    Step.GOAL: ("1", "16"),
    Step.IDENTITY: tuple(Identity),
}


class Clock:
    def __init__(self) -> None:
        self.at = BEGAN

    def now(self) -> datetime:
        return self.at


@dataclass
class Kept:
    """A draft as the model knows it.

    Attributes:
        messages: what was accepted at each step, by the message that brought it.
        chosen: what was chosen.
        last: the step that took the last message.
        shown: the message that shows the present step.
        early: messages that were sent before it.
    """

    person: PersonId
    proposal: int | None = None
    messages: dict[Step, dict[int, str]] = field(default_factory=dict)
    chosen: dict[Step, str] = field(default_factory=dict)
    last: Step | None = None
    shown: int = 0
    early: list[int] = field(default_factory=list)

    @property
    def answers(self) -> dict[Step, str]:
        typed = {
            step: (" " if step in {Step.TITLE, Step.NAME} else "\n").join(texts.values())
            for step, texts in self.messages.items()
            if texts
        }
        return {**self.chosen, **typed}


@dataclass
class Walk:
    """One walk.

    Attributes:
        kept: the drafts that there must be.
        sent: what each proposal must say.
    """

    random: random.Random
    settings: Settings
    content: Content
    clock: Clock = field(default_factory=Clock)
    kept: dict[int, Kept] = field(default_factory=dict)
    sent: dict[int, dict[Step, str]] = field(default_factory=dict)
    message: int = 0
    consultations: int = 0
    moves: list[str] = field(default_factory=list)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _rooms: Rooms | None = None

    @property
    def house(self) -> Rooms:
        assert self._rooms is not None
        return self._rooms

    @property
    def services(self) -> Any:
        return self.house.services.proposals

    async def restart(self) -> None:
        await self._stack.aclose()
        self._rooms = await self._stack.enter_async_context(
            rooms(self.settings, clock=self.clock, content=self.content)
        )

    async def close(self) -> None:
        await self._stack.aclose()

    async def play(self, moves: int) -> None:
        await self.restart()
        for person in PEOPLE:
            await self.house.services.people.meet(person, "uk")
        names = [name for name in vars(Walk) if name.startswith("go_")]
        weights = [6 if name == "go_write" else 2 if name in _OFTEN else 1 for name in names]
        for _ in range(moves):
            (name,) = self.random.choices(names, weights)
            self.moves.append(name)
            try:
                await getattr(self, name)(self.random.choice(PEOPLE))
            except CivicError as error:
                self.moves[-1] += f" ({type(error).__name__})"
            await self.check()

    # What people do

    async def go_write(self, person: PersonId) -> None:
        """One message, or several that are sent before the next question can be seen."""
        for _ in range(self.random.choice((1, 1, 1, 2, 3))):
            await self.write(person)
        await self.show(person)

    async def write(self, person: PersonId) -> None:
        draft = await self.services.draft_of(person)
        if draft is None or not draft.is_open:
            return
        message = self.kept[draft.id].early.pop(0) if self.kept[draft.id].early else self.next()
        if not draft.takes(message):
            return
        text = self.text()
        model = self.kept[draft.id]
        is_late = draft.shown_id is not None and message < model.shown and model.last is not None
        answered = await self.services.answer(person, text, message_id=message)
        step = model.last if is_late else draft.step
        assert step is not None
        assert answered.step is step
        if not is_late:
            model.messages[step] = {}
            model.chosen.pop(step, None)
        model.messages.setdefault(step, {})[message] = text
        model.last = step

    async def go_edit(self, person: PersonId) -> None:
        mine = [
            (model, step, message)
            for model in self.kept.values()
            if model.person == person
            for step, texts in model.messages.items()
            for message in texts
        ]
        if not mine:
            return
        model, step, message = self.random.choice(mine)
        text = self.text()
        edited = await self.services.edit(person, message, text)
        assert edited is not None
        assert edited.step is step
        model.messages[step][message] = text

    async def go_choose(self, person: PersonId) -> None:
        draft = await self.some(person)
        step = draft.step if draft.step in CHOICES else self.random.choice(list(CHOICES))
        choice = self.random.choice((*CHOICES[step], "atlantis"))
        await self.services.choose(person, draft.id, step, choice)
        self.kept[draft.id].chosen[step] = choice

    async def go_tick(self, person: PersonId) -> None:
        draft = await self.some(person)
        value, is_ticked = self.random.choice(list(OgpValue)), self.random.random() < 0.8
        await self.services.tick(person, draft.id, value, is_ticked=is_ticked)
        chosen = self.kept[draft.id].chosen
        ticked = {one for one in chosen.get(Step.VALUES, "").split(",") if one} - {value}
        ticked |= {value} if is_ticked else set()
        chosen[Step.VALUES] = ",".join(one for one in OgpValue if one in ticked)
        if not ticked:
            del chosen[Step.VALUES]

    async def go_skip(self, person: PersonId) -> None:
        draft = await self.some(person)
        await self.services.skip(person, draft.id, draft.step)
        if draft.step.is_question and not draft.step.is_required:
            model = self.kept[draft.id]
            model.messages.pop(draft.step, None)
            model.chosen.pop(draft.step, None)
            if model.last is draft.step:  # messages still late go on with the answer before that
                kept = [(max(texts), step) for step, texts in model.messages.items() if texts]
                model.last = max(kept)[1] if kept else None
        await self.show(person)

    async def go_to_a_step(self, person: PersonId) -> None:
        draft = await self.some(person)
        step = self.random.choice(list(Step))
        await self.services.go_to(person, draft.id, step, returns=self.random.random() < 0.5)
        await self.show(person)

    async def go_on(self, person: PersonId) -> None:
        """To the first step that is missing, or to the preview."""
        draft = await self.some(person)
        step = (*draft.missing, Step.PREVIEW)[0]
        await self.services.go_to(person, draft.id, step, returns=True)
        await self.show(person)

    async def go_change_mode(self, person: PersonId) -> None:
        draft = await self.some(person)
        await self.services.choose_mode(person, draft.id, self.random.choice(list(Mode)))

    async def go_past_the_optional(self, person: PersonId) -> None:
        await self.services.skip_optional(person, (await self.some(person)).id)
        await self.show(person)

    async def go_begin(self, person: PersonId) -> None:
        offered = await self.house.services.consultations.open_now()
        wanted = self.random.choice([None, *(one.id for one in offered)])
        draft = await self.services.begin(person, wanted)
        self.kept.setdefault(draft.id, Kept(person))
        await self.show(person)

    async def go_resume(self, person: PersonId) -> None:
        await self.services.resume(person, (await self.some(person)).id)
        await self.show(person)

    async def go_leave(self, person: PersonId) -> None:
        await self.services.set_aside(person)

    async def go_offer(self, person: PersonId) -> None:
        await self.services.offer(person)

    async def go_write_a_letter(self, person: PersonId) -> None:
        """Something else takes the next message; the draft is only put aside."""
        async with self.house.database.unit() as unit:
            await unit.drafts.put_aside(person)

    async def go_discard(self, person: PersonId) -> None:
        if self.random.random() < 0.3:
            draft = await self.some(person)
            await self.services.discard(person, draft.id)
            del self.kept[draft.id]

    async def go_move(self, person: PersonId) -> None:
        offered = await self.house.services.consultations.open_now()
        wanted = self.random.choice([None, *(one.id for one in offered)])
        await self.services.move(person, (await self.some(person)).id, wanted)

    async def go_forge(self, person: PersonId) -> None:
        """A button of somebody else's draft."""
        others = [draft for draft, model in self.kept.items() if model.person != person]
        if not others:
            return
        draft, services = self.random.choice(others), self.services
        forged = [
            services.choose(person, draft, Step.REGION, "lviv"),
            services.tick(person, draft, OgpValue.ACCESS, is_ticked=True),
            services.skip(person, draft, Step.CONTACT),
            services.go_to(person, draft, Step.TITLE, returns=False),
            services.resume(person, draft),
            services.move(person, draft, None),
            services.discard(person, draft),
            services.submit(person, draft, revision="", language="uk"),
        ]
        for one in forged:
            with pytest.raises(DraftUnknown):
                await one

    async def go_submit(self, person: PersonId) -> None:
        """Pressed twice, perhaps with an old button."""
        complete = [one for one in await self.services.all_of(person) if not one.missing]
        draft = self.random.choice(complete) if complete else await self.some(person)
        revision = revision_of(draft) if self.random.random() < 0.9 else "00000000"
        sent = await self.services.submit(person, draft.id, revision=revision, language="uk")
        if isinstance(sent, Changed):
            return
        model = self.kept.pop(draft.id)
        is_anonymous = model.answers.get(Step.IDENTITY) == Identity.ANONYMOUS
        hidden = {Step.NAME, Step.CONTACT} if is_anonymous else set()
        self.sent[sent.id] = {
            step: answer for step, answer in model.answers.items() if step not in hidden and answer != WHOLE
        }
        again = await self.services.submit(person, draft.id, revision=revision, language="uk")
        assert again.id == sent.id

    async def go_complete(self, person: PersonId) -> None:
        """Somebody in a hurry fills in whatever is missing."""
        draft = await self.services.draft_of(person)
        for step in () if draft is None else draft.missing:
            await self.services.go_to(person, draft.id, step, returns=True)
            await self.show(person)
            if step in LIMITS:
                await self.write(person)
            elif step is Step.VALUES:
                await self.services.tick(person, draft.id, OgpValue.ACCESS, is_ticked=True)
                self.kept[draft.id].chosen[step] = "access"
            else:
                await self.services.choose(person, draft.id, step, "named")
                self.kept[draft.id].chosen[step] = "named"

    async def go_correct(self, person: PersonId) -> None:
        mine = await self.services.mine(person)
        if mine:
            proposal = self.random.choice(mine)
            draft = await self.services.correct(person, proposal.id)
            if draft.id not in self.kept:
                self.kept[draft.id] = Kept(person, proposal=proposal.id, chosen=answers_of(proposal))
            await self.show(person)

    async def go_withdraw(self, person: PersonId) -> None:
        mine = await self.services.mine(person)
        if mine and self.random.random() < 0.2:
            one = self.random.choice(mine)
            await self.house.services.life.withdraw(one.id, Actor(person_id=person, role=None))

    # What happens to them

    async def go_take_up(self, person: PersonId) -> None:
        mine = await self.services.mine(person)
        if mine and self.random.random() < 0.3:
            officer = await self.house.services.people.actor(PersonId(OFFICER))
            await self.house.services.life.take_up(self.random.choice(mine).id, officer)

    async def go_hide(self, person: PersonId) -> None:
        """A step about a proposal's being public; one that its table does not have is refused."""
        mine = await self.services.mine(person)
        if mine:
            one, step = self.random.choice(mine), self.random.choice(list(HidingStep))
            officer = await self.house.services.people.actor(PersonId(OFFICER))
            by = Actor(person_id=person) if step.is_authors else officer
            await self.house.services.hidings.take(one.id, step, by, reason="Бо так.", rule=Rule.INSULT)

    async def go_search(self, person: PersonId) -> None:
        """Search among all: every public proposal that is found has a word of those looked for."""
        searches = self.house.services.searches
        search = await searches.begin(person)
        assert (await searches.waiting(person)).id == search.id
        found = await searches.look(person, self.random.choice(WORDS))
        assert all(one.is_public for one in found.listed.proposals)
        assert await searches.waiting(person) is None

    async def go_restart(self, _: PersonId) -> None:
        await self.restart()

    async def go_wait(self, _: PersonId) -> None:
        self.clock.at += timedelta(hours=self.random.choice((1, 5, 30, 200)))
        await self.house.services.consultations.open_due()
        await self.house.services.reminders.remind_due()

    async def go_consult(self, _: PersonId) -> None:
        self.consultations += 1
        slug = f"consultation-{self.consultations}"
        text = ConsultationText(title="Дороги", summary="Дороги")
        closes = self.clock.at + timedelta(days=self.random.choice((1, 5, 20)))
        operator = Actor.operator()
        new = NewConsultation(slug=slug, closes_at=closes, texts={"uk": text})
        await self.house.services.consultations.take_in([new], operator)
        await self.house.services.consultations.publish(slug, operator)

    # What must be so

    async def check(self) -> None:
        seen: dict[int, Draft] = {}
        for person in PEOPLE:
            drafts = await self.services.all_of(person)
            assert sum(draft.is_open for draft in drafts) <= 1
            assert sum(draft.proposal_id is None for draft in drafts) <= MOST_DRAFTS
            seen |= {draft.id: draft for draft in drafts}
            for proposal in await self.services.mine(person):
                await self.check_proposal(proposal)
        for number, model in list(self.kept.items()):
            if number not in seen:  # only what is empty, or corrects what was taken back, is not kept
                assert not model.answers or model.proposal is not None
                del self.kept[number]
        assert seen.keys() == self.kept.keys()
        for number, draft in seen.items():
            assert draft.person_id == self.kept[number].person
            assert draft.answers == self.kept[number].answers
            self.check_step(draft)

    def check_step(self, draft: Draft) -> None:
        asked = {*draft.steps(), Step.PREVIEW}
        assert draft.step in asked or draft.returns or draft.excess(draft.step)
        assert not (draft.returns and draft.step is Step.PREVIEW)
        assert not (draft.is_anonymous and draft.step in {Step.NAME, Step.CONTACT})

    async def check_proposal(self, proposal: Proposal) -> None:
        async with self.house.database.view() as view:
            changes = await view.changes.of(proposal.id)
        states = [change.became for change in changes]
        assert states[0] is ProposalState.RECEIVED
        assert proposal.state is states[-1]
        assert all(after in TRANSITIONS[before] for before, after in pairwise(states))
        await self.check_public(proposal)
        if proposal.state is not ProposalState.WITHDRAWN:
            assert answers_of(proposal) == self.sent[proposal.id]

    async def check_public(self, proposal: Proposal) -> None:
        """Whether it is public is what its history says, and it is listed and read by others only then."""
        async with self.house.database.view() as view:
            hidings = await view.hidings.of(proposal.id)
            listed = {one.id for one in await view.proposals.public(limit=1000)}
        for place, hiding in enumerate(hidings):
            assert may_follow(hidings[place - 1] if place else None, hiding.step)
        assert proposal.is_hidden is bool(hidings and hidings[-1].is_in_force)
        assert (proposal.id in listed) is proposal.is_public
        page = await self.house.services.public.get(proposal.id, STRANGER)
        assert bool(page.story.changes) is proposal.is_public

    async def show(self, person: PersonId) -> None:
        """The bot's message with the step in hand."""
        draft = await self.services.draft_of(person)
        if draft is not None and draft.is_open:
            model = self.kept[draft.id]
            model.early = [self.next() for _ in range(self.random.choice((0, 0, 0, 1, 2)))]
            model.shown = self.next()
            await self.services.shown(draft.id, model.shown, is_again=self.random.random() < 0.1)
            model.shown = (await self.services.one(person, draft.id)).shown_id  # that of the first time

    def next(self) -> int:
        """Telegram's id of the next message in the chat."""
        self.message += 1
        return self.message

    def text(self) -> str:
        """Mostly an answer; now and then too short, wordless, or far too long."""
        kind = self.random.random()
        if kind < 0.05:
            return self.random.choice(("ні", "🙂", "…"))
        count = 400 if kind < 0.1 else self.random.randint(3, 9)
        return " ".join(self.random.choices(WORDS, k=count))

    async def some(self, person: PersonId) -> Draft:
        """Mostly the draft in hand, else any of theirs; `DraftUnknown` where there is none."""
        drafts = await self.services.all_of(person)
        if not drafts:
            raise DraftUnknown
        return drafts[0] if self.random.random() < 0.8 else self.random.choice(drafts)


_OFTEN = {"go_choose", "go_tick", "go_on", "go_begin", "go_edit", "go_complete", "go_submit"}


@pytest.fixture(scope="module")
def content() -> Content:
    return strict_content()


@pytest.mark.parametrize("number", range(6))
async def test_nothing_accepted_is_lost_whatever_people_do(tmp_path: Path, content: Content, number: int):
    seed = int(os.environ.get("OGP_TEST_SEED", time.time_ns() % 100_000)) + number
    settings = Settings(_env_file=None, database=tmp_path / "bot.sqlite3", admins=str(OFFICER))
    walk = Walk(random.Random(seed), settings, content)
    try:
        await walk.play(150)
    except BaseException:
        print(f"OGP_TEST_SEED={seed - number}", *walk.moves[-30:], sep="\n")  # noqa: T201 - to walk it again
        raise
    finally:
        await walk.close()
