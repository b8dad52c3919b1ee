"""Being public: what may be done after what."""

from datetime import UTC, datetime

import pytest

from bot.domain.hidings import FOLLOWING, Hiding, HidingStep, Rule, may_follow
from bot.domain.proposals import ProposalId

H = HidingStep
TABLE = {
    None: {H.HIDDEN},
    H.HIDDEN: {H.CONTESTED, H.SHOWN},
    H.CONTESTED: {H.KEPT, H.SHOWN},
    H.KEPT: {H.SHOWN},
    H.SHOWN: {H.HIDDEN},
}


def after(step: HidingStep | None) -> Hiding | None:
    if step is None:
        return None
    return Hiding(
        proposal_id=ProposalId(1), step=step, rule=Rule.INSULT, changed_at=datetime(2026, 5, 4, tzinfo=UTC)
    )


@pytest.mark.parametrize("step", HidingStep)
@pytest.mark.parametrize("before", [None, *HidingStep])
def test_steps_follow_the_table_alone(before: HidingStep | None, step: HidingStep):
    assert may_follow(after(before), step) is (step in TABLE[before])


def test_hiding_is_contested_once():
    assert H.CONTESTED in FOLLOWING[H.HIDDEN]
    assert all(H.CONTESTED not in FOLLOWING[step] for step in (H.CONTESTED, H.KEPT))


@pytest.mark.parametrize("step", HidingStep)
def test_proposal_is_out_of_view_until_it_is_shown_again(step: HidingStep):
    hiding = after(step)
    assert hiding is not None
    assert hiding.is_in_force is (step is not H.SHOWN)


@pytest.mark.parametrize("step", HidingStep)
def test_the_author_alone_contests(step: HidingStep):
    assert step.is_authors is (step is H.CONTESTED)
