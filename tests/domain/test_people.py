"""Roles: each may do what the ones before it may."""

from itertools import product

import pytest

from bot.domain.errors import NotAllowed
from bot.domain.people import Actor, PersonId, Role


@pytest.mark.parametrize(("has", "needs"), list(product(Role, Role)))
def test_role_may_do_what_lesser_ones_may(has, needs):
    order = [Role.OBSERVER, Role.OFFICER, Role.ADMINISTRATOR]
    assert Actor(person_id=PersonId(1), role=has).may(needs) is (order.index(has) >= order.index(needs))


@pytest.mark.parametrize("needs", Role)
def test_citizen_has_no_role(needs):
    citizen = Actor(person_id=PersonId(1))
    assert not citizen.may(needs)
    with pytest.raises(NotAllowed):
        citizen.require(needs)


@pytest.mark.parametrize("needs", Role)
def test_operator_may_everything(needs):
    Actor.operator().require(needs)
