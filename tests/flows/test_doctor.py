"""The operator's check while the bot runs: it sees the bot's rights and queues, and the bot goes on."""

from bot.app import examined
from bot.sandbox import Group, Person, Sandbox
from tests.flows.cases import received
from tests.flows.conftest import House
from tests.flows.scenes import write
from tests.flows.test_forum import opened, stationed


async def test_doctor_looks_at_everything_while_the_bot_runs(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    forum: Group = await stationed(house, sandbox, officer)
    proposal = await received(house, olena)
    await opened(forum, proposal.reference, "Нова пропозиція")
    found = {one.check: one for one in [one async for one in examined(house.settings, clock=house.clock)]}
    assert [one for one in found.values() if one.is_fine is False] == []
    assert (found["group"].result, found["notices"].args["held"]) == ("forum", 0)
    assert (await write(olena, "/menu")).buttons
