"""What goes to a person, a group or a channel: the same choices for each, checked at every press."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.commitments import CommitmentUnknown
from bot.domain.consultations import ConsultationId, ConsultationUnknown
from bot.domain.groups import GroupUnknown, NotAdministrator
from bot.domain.subscriptions import Subscription
from bot.ui import subscription_pauses as pauses
from bot.ui import subscriptions as screens
from bot.ui.action import ActionExpired
from bot.ui.actions import ShowSubscription, Subscribe, Unsubscribe
from bot.ui.context import Context
from bot.ui.subscription_actions import (
    ChooseEverything,
    ChooseGroupLanguage,
    ChoosePace,
    EndPause,
    FollowCommitment,
    FollowConsultation,
    HearOfAll,
    HearOfAllCommitments,
    MakeChoice,
    OfChat,
    PauseFor,
    PauseUntil,
    ShowAlerts,
    ShowChoices,
    ShowFewer,
    ShowFollowed,
    ShowPace,
    ShowPause,
    ShowPauseDays,
    ShowPauseMonths,
    StopFollowing,
    StopFollowingCommitment,
    TurnAlertsOff,
    TurnAlertsOn,
)
from bot.ui.subscription_pauses import Followed
from bot.ui.subscriptions import Place


async def place_of(context: Context, of: int = 0) -> Place:
    """Whose subscription it is, for who may change it.

    Args:
        context: of the press or message.
        of: what the button names it by.

    Raises:
        GroupUnknown: the bot is in no such group or channel.
        NotAdministrator: somebody else chooses what goes there.
    """
    group_id = of or min(context.chat, 0)
    if not group_id:
        return Place()
    group = await context.services.groups.find(group_id)
    if group is None or not group.is_reachable:
        raise GroupUnknown
    if not await context.is_administrator(group_id):
        raise NotAdministrator
    return Place(of=of, group=group, is_remote=bool(of))


def chat_of(context: Context, place: Place) -> int:
    """The chat to which it goes."""
    return context.me.id if place.group is None else place.group.id


async def show(context: Context, place: Place, *, is_news: bool = False) -> None:
    """What goes to the chat now."""
    chat_id = chat_of(context, place)
    subscription = await context.services.subscriptions.find(chat_id)
    group = place.group
    languages: Sequence[str] = ()
    if group is not None:
        spoken = group.language or context.languages[0]
        languages = [one for one in context.languages if one != spoken]
    await context.show(
        screens.settings(
            context.say,
            place,
            subscription,
            context.services.knowledge,
            quiet=context.me.quiet if group is None else None,
            is_news=is_news,
            opened=len(await context.services.consultations.open_now()),
            languages=languages,
        )
    )


async def show_alerts(context: Context, action: ShowAlerts | ShowSubscription | None = None) -> None:
    """Say what goes to the chat."""
    await show(context, await place_of(context, action.of if isinstance(action, ShowAlerts) else 0))


async def turn_on(context: Context, action: TurnAlertsOn | Subscribe | None = None) -> None:
    """Hear of consultations from now on."""
    place = await place_of(context, action.of if isinstance(action, TurnAlertsOn) else 0)
    await context.services.subscriptions.subscribe(chat_of(context, place))
    await show(context, place, is_news=True)


async def turn_off(context: Context, action: TurnAlertsOff | Unsubscribe | None = None) -> None:
    """Hear of nothing more; or perhaps less would do."""
    place = await place_of(context, action.of if isinstance(action, TurnAlertsOff) else 0)
    await context.services.subscriptions.unsubscribe(chat_of(context, place))
    await show(context, place, is_news=True)


async def show_choices(context: Context, action: ShowChoices) -> None:
    """Offer the topics or the regions."""
    await _choices(context, await place_of(context, action.of), action)


async def make_choice(context: Context, action: MakeChoice) -> None:
    """Add a topic or region, or take it away again."""
    place = await place_of(context, action.of)
    await context.services.subscriptions.choose(chat_of(context, place), action.facet, action.choice)
    await _choices(context, place, action)


async def choose_everything(context: Context, action: ChooseEverything) -> None:
    """Every topic, or every region."""
    place = await place_of(context, action.of)
    await context.services.subscriptions.choose_all(chat_of(context, place), action.facet)
    await show(context, place)


async def hear_of_all(context: Context, action: HearOfAll) -> None:
    """All consultations that fit, or only those that are followed."""
    place = await place_of(context, action.of)
    await context.services.subscriptions.set_broad(chat_of(context, place), is_broad=action.is_on)
    await show(context, place)


async def hear_of_all_commitments(context: Context, action: HearOfAllCommitments) -> None:
    """Every commitment, or only those that are followed."""
    place = await place_of(context, action.of)
    await context.services.subscriptions.set_all_commitments(chat_of(context, place), is_all=action.is_on)
    await show(context, place)


async def show_pace(context: Context, action: ShowPace) -> None:
    """Offer to hear at once or in digests."""
    place = await place_of(context, action.of)
    subscription = await context.services.subscriptions.find(chat_of(context, place))
    await context.show(screens.pace(context.say, place, subscription))


async def choose_pace(context: Context, action: ChoosePace) -> None:
    """Hear at once or in digests."""
    place = await place_of(context, action.of)
    await context.services.subscriptions.set_pace(chat_of(context, place), action.pace)
    await show(context, place)


async def show_pause(context: Context, action: ShowPause) -> None:
    """Offer to pause."""
    await context.show(pauses.pause(context.say, await place_of(context, action.of)))


async def show_months(context: Context, action: ShowPauseMonths) -> None:
    """Offer the months in which the pause may end."""
    place = await place_of(context, action.of)
    await context.show(pauses.months(context.say, place, context.now, context.services.subscriptions.zone))


async def show_days(context: Context, action: ShowPauseDays) -> None:
    """Offer the days of a month."""
    place = await place_of(context, action.of)
    if not 1 <= action.month % 100 <= 12:
        raise ActionExpired
    await context.show(
        pauses.days(context.say, place, action.month, context.now, context.services.subscriptions.zone)
    )


async def pause_for(context: Context, action: PauseFor) -> None:
    """Hear of nothing for so many days."""
    await _pause(context, await place_of(context, action.of), context.now + timedelta(days=action.days))


async def pause_until(context: Context, action: PauseUntil) -> None:
    """Hear of nothing until this day begins."""
    place = await place_of(context, action.of)
    try:
        day = date(action.day // 10_000, action.day // 100 % 100, action.day % 100)
    except ValueError as error:
        raise ActionExpired from error
    await _pause(
        context, place, datetime.combine(day, time(9), context.services.subscriptions.zone).astimezone(UTC)
    )


async def end_pause(context: Context, action: EndPause) -> None:
    """Hear again."""
    place = await place_of(context, action.of)
    await context.services.subscriptions.resume(chat_of(context, place))
    await show(context, place)


async def show_fewer(context: Context, _: ShowFewer) -> None:
    """Offer to hear less; who hears of nothing is shown that."""
    if await context.services.subscriptions.is_subscribed(context.me.id):
        await context.show(screens.fewer(context.say))
    else:
        await show(context, Place())


async def show_followed(context: Context, action: ShowFollowed) -> None:
    """List what is followed by itself."""
    await _followed(context, await place_of(context, action.of), action.page)


async def stop_following(context: Context, action: StopFollowing) -> None:
    """Follow a consultation no more."""
    place = await place_of(context, action.of)
    await context.services.subscriptions.follow(chat_of(context, place), action.consultation, is_on=False)
    await _followed(context, place, 0)


async def stop_following_commitment(context: Context, action: StopFollowingCommitment) -> None:
    """Follow a commitment no more."""
    place = await place_of(context, action.of)
    await context.services.subscriptions.follow_commitment(
        chat_of(context, place), action.commitment, is_on=False
    )
    await _followed(context, place, 0)


async def follow(context: Context, action: FollowConsultation) -> None:
    """Hear of this consultation, whatever else is chosen; or no more by itself."""
    consultation = await context.services.consultations.get(action.consultation)
    if not consultation.state.is_public:
        raise ConsultationUnknown
    await context.services.subscriptions.follow(context.me.id, consultation.id, is_on=action.is_on)
    await context.show(pauses.following(context.say, consultation, is_on=action.is_on))


async def follow_commitment(context: Context, action: FollowCommitment) -> None:
    """Hear how this commitment is carried out; or no more."""
    commitment = context.services.knowledge.commitments.get(action.commitment)
    if commitment is None:
        raise CommitmentUnknown
    await context.services.subscriptions.follow_commitment(context.me.id, commitment.id, is_on=action.is_on)
    name = commitment.name(context.say.language)
    await context.show(pauses.following_commitment(context.say, commitment.id, name, is_on=action.is_on))


async def choose_language(context: Context, action: ChooseGroupLanguage) -> None:
    """Speak this language in the group or channel."""
    place = await place_of(context, action.of)
    if place.group is None or action.language not in context.languages:
        raise ActionExpired
    group = await context.services.groups.choose_language(place.group, action.language)
    if not place.is_remote:
        context.group = group
    await show(context, Place(of=place.of, group=group, is_remote=place.is_remote))


async def _choices(context: Context, place: Place, action: ShowChoices | MakeChoice) -> None:
    subscription = await context.services.subscriptions.find(chat_of(context, place))
    knowledge = context.services.knowledge
    await context.show(
        screens.choices(context.say, place, subscription, knowledge, action.facet, action.page)
    )


async def _pause(context: Context, place: Place, until: datetime) -> None:
    await context.services.subscriptions.pause(chat_of(context, place), until=until)
    await show(context, place)


async def _followed(context: Context, place: Place, page: int) -> None:
    subscription = await context.services.subscriptions.find(chat_of(context, place))
    found = [] if subscription is None else await _titles(context, subscription)
    await context.show(pauses.followed(context.say, place, found, page))


async def _titles(context: Context, subscription: Subscription) -> list[Followed]:
    say, services = context.say, context.services
    found = []
    for one in subscription.consultations:
        consultation = await services.consultations.get(ConsultationId(one))
        found.append(Followed(consultation.text(say.language)[1].title, consultation=consultation.id))
    for commitment in subscription.commitments:
        known = services.knowledge.commitments.get(commitment)
        name = commitment if known is None else known.name(say.language)
        found.append(Followed(name, commitment=commitment))
    return found


def is_of_chat(action: object) -> bool:
    """Whether it is for the chat in which the button stands, whichever that is."""
    return isinstance(action, OfChat) and action.of == 0


COMMANDS = {"subscribe": turn_on, "unsubscribe": turn_off}
ACTIONS = {
    ShowSubscription: show_alerts,
    Subscribe: turn_on,
    Unsubscribe: turn_off,
    ShowAlerts: show_alerts,
    TurnAlertsOn: turn_on,
    TurnAlertsOff: turn_off,
    ShowChoices: show_choices,
    MakeChoice: make_choice,
    ChooseEverything: choose_everything,
    HearOfAll: hear_of_all,
    HearOfAllCommitments: hear_of_all_commitments,
    ShowPace: show_pace,
    ChoosePace: choose_pace,
    ShowPause: show_pause,
    ShowPauseMonths: show_months,
    ShowPauseDays: show_days,
    PauseFor: pause_for,
    PauseUntil: pause_until,
    EndPause: end_pause,
    ShowFewer: show_fewer,
    ShowFollowed: show_followed,
    StopFollowing: stop_following,
    StopFollowingCommitment: stop_following_commitment,
    FollowConsultation: follow,
    FollowCommitment: follow_commitment,
    ChooseGroupLanguage: choose_language,
}
