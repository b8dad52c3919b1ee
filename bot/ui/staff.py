"""The secretariat's panel."""

from bot.domain.forum import Standing
from bot.texts import Speaker
from bot.ui import briefings, buttons, forum
from bot.ui.actions import ShowUnpublished
from bot.ui.block_actions import ShowBlocks
from bot.ui.broadcast_actions import ShowBroadcasts
from bot.ui.export_actions import ChooseExport
from bot.ui.gathering_actions import ShowGatherings
from bot.ui.life_actions import ShowDesk
from bot.ui.member_actions import ShowAudit, ShowMembers
from bot.ui.question_actions import ShowStatistics
from bot.ui.screen import Button, Screen, paragraphs


def panel(
    say: Speaker,
    *,
    unpublished: int,
    subscribers: int,
    waiting: int,
    proposals: int,
    appeals: int = 0,
    faults: int = 0,
    is_administrator: bool = False,
    standing: Standing | None = None,
    may_act: bool = False,
    is_briefing_off: bool = False,
) -> Screen:
    """What a member of staff can do, with counts.

    Args:
        say: the member's language.
        unpublished: consultations that wait to be published.
        subscribers: people who hear of them.
        waiting: questions that wait for an answer.
        proposals: those that wait for an answer.
        appeals: blocks that are contested.
        faults: problems for which changed content is not in use.
        is_administrator: whether people and the log are theirs to see.
        standing: what the secretariat's group is to the bot; None where there is none.
        may_act: whether they enter proposals, besides reading.
        is_briefing_off: whether the member wants no mornings, and there are some.
    """
    return Screen(
        paragraphs(
            say(
                "staff-panel",
                unpublished=unpublished,
                subscribers=subscribers,
                waiting=waiting,
                proposals=proposals,
            ),
            say("blocks-waiting", count=appeals) if appeals else "",
            say("staff-content-faulty", count=faults) if faults else "",
            forum.advice(say, standing),
        ),
        [
            [Button(say.plain("button-desk"), ShowDesk())],
            [Button(say.plain("button-unpublished"), ShowUnpublished())],
            [Button(say.plain("button-broadcasts"), ShowBroadcasts())],
            [Button(say.plain("button-export"), ChooseExport())],
            [Button(say.plain("button-statistics"), ShowStatistics())],
            [Button(say.plain("button-blocks"), ShowBlocks())],
            *(
                [
                    [Button(say.plain("button-members"), ShowMembers())],
                    [Button(say.plain("button-audit"), ShowAudit())],
                ]
                if is_administrator
                else []
            ),
            *([[Button(say.plain("button-gatherings"), ShowGatherings())]] if may_act else []),
            *([[briefings.to_on(say)]] if is_briefing_off else []),
            [buttons.to_menu(say)],
        ],
    )
