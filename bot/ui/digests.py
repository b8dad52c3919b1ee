"""A digest on screen: what a subscription was not told at once, grouped, on one message."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.domain.commitments import CommitmentChange
from bot.domain.knowledge import Knowledge
from bot.domain.notices import NoticeKind
from bot.services.digests import ConsultationNews, Digest
from bot.texts import Html, Speaker
from bot.ui import consultation_fields as fields
from bot.ui import story
from bot.ui.actions import ShowConsultations, Unsubscribe
from bot.ui.alerts import address_of
from bot.ui.deep_links import deep_link_to_bot
from bot.ui.pages import length
from bot.ui.screen import LONGEST_TEXT, Button, Screen, lines, paragraphs, shortened
from bot.ui.subscription_actions import ShowAlerts, ShowFewer

#: The groups, in order, each by the id of its heading.
_GROUPS = (
    (NoticeKind.CONSULTATION_OPENED, "digest-opened"),
    (NoticeKind.CONSULTATION_CLOSING, "digest-closing"),
    (NoticeKind.CONSULTATION_CHANGED, "digest-changed"),
    (NoticeKind.CONSULTATION_RESULTS, "digest-results"),
)
#: How much of a title, and of a reason, stands in it.
TITLE, NOTE = 200, 200
#: Visible characters for what is another now in one consultation.
CHANGES = 500
#: So much is left for "and so many more" and the last words.
_RESERVED = 300


def digest(
    say: Speaker,
    news: Digest,
    knowledge: Knowledge,
    now: datetime,
    *,
    bot_name: str,
    in_group: bool = False,
) -> Screen:
    """The newest first in each group; what one message has no room for is counted, and a button leads to it.

    Args:
        say: the recipient's language.
        news: not empty.
        knowledge: the names of commitments.
        now: the moment.
        bot_name: the bot's user name, for addresses.
        in_group: whether anybody may press the buttons, so that they only open the bot.
    """
    text = say(f"digest-title-{news.pace.replace('_', '-')}")
    left = 0
    for heading, entries in _groups(say, news, knowledge, now, bot_name):
        kept: list[Html] = []
        for entry in entries:
            candidate = paragraphs(text, lines([say(heading), *kept, entry]))
            if length(candidate) > LONGEST_TEXT - _RESERVED:
                left += 1
            else:
                kept.append(entry)
        if kept:
            text = paragraphs(text, lines([say(heading), *kept]))
    more = say("digest-more", count=left) if left else ""
    if in_group:
        rows = [[Button(say.plain("button-consultations"), url=deep_link_to_bot(bot_name))]]
    else:
        rows = [
            [Button(say.plain("button-consultations"), ShowConsultations())],
            [Button(say.plain("button-fewer"), ShowFewer())],
            [Button(say.plain("button-subscription"), ShowAlerts())],
            [Button(say.plain("button-unsubscribe"), Unsubscribe())],
        ]
    return Screen(paragraphs(text, more), rows, stays=True)


def _groups(
    say: Speaker, news: Digest, knowledge: Knowledge, now: datetime, bot_name: str
) -> Iterator[tuple[str, Sequence[Html]]]:
    for kind, heading in _GROUPS:
        found = [one for one in news.consultations if one.kind is kind]
        yield heading, [_consultation(say, one, now, bot_name) for one in found]
    yield "digest-commitments", [_commitment(say, one, knowledge) for one in news.commitments]


def _consultation(say: Speaker, news: ConsultationNews, now: datetime, bot_name: str) -> Html:
    consultation = news.consultation
    title = shortened(consultation.text(say.language)[1].title, TITLE)
    only = fields.only_in(say, consultation)
    title = f"{title} ({only})" if only else title
    link = address_of(consultation, bot_name)
    if news.kind is NoticeKind.CONSULTATION_RESULTS:
        return say("digest-entry-results", title=title, link=link)
    entry = (
        say(
            "digest-entry",
            title=title,
            link=link,
            closes=consultation.closes_at,
            left=say.time_left(consultation.closes_at, now),
        )
        if consultation.is_open(now)
        else say("digest-entry-over", title=title, link=link)
    )
    return lines([entry, *_what(say, news)])


def _what(say: Speaker, news: ConsultationNews) -> Sequence[Html]:
    """What has been changed, and why."""
    differences = fields.differences(say, news.consultation, news.fields, room=CHANGES)
    note = news.changes[-1].note if news.changes else ""
    why = [say("consultation-note", note=shortened(note, NOTE))] if note else []
    return [say("digest-what", what=one) for one in (*differences, *why)]


def _commitment(say: Speaker, change: CommitmentChange, knowledge: Knowledge) -> Html:
    return say(
        "digest-entry-commitment",
        name=story.commitment_of(knowledge, change.commitment, say.language),
        status=say(f"commitment-status-{change.status.replace('_', '-')}"),
        note=shortened(change.note, NOTE),
    )
