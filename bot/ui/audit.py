"""The log as it is read: a page of it, and what it can be narrowed down to."""

import re
from collections.abc import Mapping, Sequence

from bot.domain.audit import Noun, Record, Verb
from bot.domain.paging import Page
from bot.domain.proposals import ProposalState
from bot.domain.staff import MemberId
from bot.services.audit import Excerpt
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.actions import ShowStaffPanel
from bot.ui.buttons import Row
from bot.ui.member_actions import ChooseAuditDays, ChooseAuditMember, ChooseAuditNoun, ShowAudit
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: Of how many days the log can be shown; 0 is all of it.
DAYS = (0, 1, 7, 30, 365)
#: Members that are offered on one screen, and characters of a name.
OFFERED, NAME = 12, 24
_NOUNS = tuple(Noun)
_STATES = "|".join(ProposalState)
#: `Selection` as the log has it: its states, a consultation or a cursor, its day.
_SELECTION = re.compile(
    rf"(?:(?P<states>(?:{_STATES})(?:\+(?:{_STATES}))*)(?:-|$))?(?P<rest>.*?)-?(?:since-(?P<since>\d{{4}}-\d\d-\d\d))?",
    re.DOTALL,
)
#: What is handed out by `Noun.EXPORT`, as the log names it.
_EXPORTS = frozenset({"proposals", "attachments", "list"})


def noun_of(place: int) -> Noun | None:
    """The kind of thing at a place of `ShowAudit`; None for any, or where there is none such."""
    return _NOUNS[place - 1] if 0 < place <= len(_NOUNS) else None


def log(say: Speaker, excerpt: Excerpt, shown: ShowAudit, names: Mapping[MemberId, str]) -> Screen:
    """A page of the log, the newest first, with what it is narrowed down to.

    Args:
        say: the administrator's language.
        excerpt: the lines.
        shown: which lines were wanted.
        names: what members are called.
    """
    noun = noun_of(shown.noun)
    rows: list[Row] = [
        [
            buttons.button(
                say.plain("audit-button-who", name=_named(say, shown.member, names)),
                ChooseAuditMember(noun=shown.noun, days=shown.days),
            )
        ],
        [
            Button(
                say.plain("audit-button-what", noun=_noun(say, noun)),
                ChooseAuditNoun(member=shown.member, days=shown.days),
            )
        ],
        [
            Button(
                say.plain("audit-button-since", days=shown.days),
                ChooseAuditDays(member=shown.member, noun=shown.noun),
            )
        ],
    ]
    turns = []
    if shown.before:
        newest = shown.model_copy(update={"before": 0})
        turns.append(Button(say.plain("button-audit-newest"), newest))
    if excerpt.older is not None:
        older = shown.model_copy(update={"before": excerpt.older})
        turns.append(Button(say.plain("button-audit-older"), older))
    text = lines(_entry(say, one) for one in excerpt.records) or say("audit-none")
    return Screen(
        paragraphs(say("audit-title"), text),
        [
            *([turns] if turns else []),
            *rows,
            [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)],
        ],
    )


def choose_member(say: Speaker, action: ChooseAuditMember, names: Mapping[MemberId, str]) -> Screen:
    """Whose doings to show, a page of them: the latest to come first."""
    everybody = [MemberId(0), *sorted(names, reverse=True)]
    shown = Page.of(action.page, len(everybody), OFFERED)
    return _choice(
        say,
        [
            buttons.button(_named(say, one, names), ShowAudit(member=one, noun=action.noun, days=action.days))
            for one in shown.cut(everybody)
        ],
        ShowAudit(noun=action.noun, days=action.days),
        buttons.turns(say, shown.at, shown.count, lambda to: action.model_copy(update={"page": to})),
    )


def choose_noun(say: Speaker, action: ChooseAuditNoun) -> Screen:
    """Which kinds of things to show."""
    return _choice(
        say,
        [
            Button(_noun(say, noun_of(place)), ShowAudit(member=action.member, noun=place, days=action.days))
            for place in range(len(_NOUNS) + 1)
        ],
        ShowAudit(member=action.member, days=action.days),
    )


def choose_days(say: Speaker, action: ChooseAuditDays) -> Screen:
    """Of how many days to show it."""
    return _choice(
        say,
        [
            Button(
                say.plain("audit-days", days=days),
                ShowAudit(member=action.member, noun=action.noun, days=days),
            )
            for days in DAYS
        ],
        ShowAudit(member=action.member, noun=action.noun),
    )


def sentence(say: Speaker, record: Record) -> Html:
    """What was done to what."""
    return say(f"audit-verb-{record.verb}", what=_what(say, record), how=_how(say, record))


def who(say: Speaker, record: Record) -> str:
    """Who has done it: by name, by number where the name is gone, or the operator."""
    if record.member is None:
        return say.plain("audit-operator")
    return shortened(record.name, NAME) or say.plain("audit-member", number=str(record.member))


def _entry(say: Speaker, record: Record) -> Html:
    return say("audit-entry", done=record.done_at, who=who(say, record), what=sentence(say, record))


def _what(say: Speaker, record: Record) -> Html:
    if record.verb is Verb.CHANGED_MANY:
        done, _, total = record.subject.partition("/")
        return say("audit-several", done=done, total=total)
    if record.noun is Noun.EXPORT and record.subject in _EXPORTS:
        return say(f"audit-export-{record.subject}")
    return say("audit-subject", noun=record.noun.value, subject=record.subject or "none")


def _how(say: Speaker, record: Record) -> str:
    details = dict(record.details)
    was, became = details.pop("was", ""), details.pop("became", "")
    said = [" → ".join(_word(say, record, one) for one in (was, became) if one)]
    said += [_detail(say, name, value) for name, value in details.items()]
    how = ", ".join(one for one in said if one)
    return f" ({how})" if how else ""


def _word(say: Speaker, record: Record, value: object) -> str:
    """A state, a role or a colleague as people read it."""
    if record.verb is Verb.ASSIGNED:
        number = str(value).removeprefix("№\u00a0")
        return say.plain("audit-detail-to", value=say.plain("audit-member", number=number))
    if record.noun is Noun.COMMITMENT:
        return say.plain(f"commitment-status-{str(value).replace('_', '-')}")
    if record.noun is Noun.MEMBER and value:
        return say.plain(f"role-{value}")
    if record.noun is Noun.PROPOSAL and value in list(ProposalState):
        return say.plain(f"proposal-state-{str(value).replace('_', '-')}")
    return str(value)


def _detail(say: Speaker, name: str, value: str | int) -> str:
    """What else is known of a deed, with the word for what it is."""
    match name:
        case "format":
            value = str(value).upper()
        case "scope":
            value = _scope(say, str(value))
        case "rule":
            value = say.plain(f"hiding-rule-{value}")
        case "role":
            value = say.plain(f"role-{value}")
    return say.plain(f"audit-detail-{name}", value=value)


def _scope(say: Speaker, selection: str) -> str:
    """What was handed out: the states in words, whatever else narrowed it down as `Selection` names it."""
    if selection == "all":
        return say.plain("audit-scope-all")
    found = _SELECTION.fullmatch(selection)
    assert found is not None
    states, rest, since = found.group("states"), found.group("rest"), found.group("since")
    words = [f"proposal-state-{state.replace('_', '-')}" for state in states.split("+")] if states else []
    return ", ".join(
        [
            *(say.plain(word) for word in words),
            *([rest] if rest else []),
            *([say.plain("audit-scope-since", since=say.date(since))] if since else []),
        ]
    )


def _named(say: Speaker, member: MemberId, names: Mapping[MemberId, str]) -> str:
    if not member:
        return say.plain("audit-anybody")
    return shortened(names.get(member), NAME) or say.plain("audit-member", number=str(member))


def _noun(say: Speaker, noun: Noun | None) -> str:
    return say.plain("audit-anything") if noun is None else say.plain(f"audit-noun-{noun}")


def _choice(say: Speaker, offered: Sequence[Button], back: ShowAudit, turns: Sequence[Row] = ()) -> Screen:
    return Screen(
        say("audit-choose"),
        [*buttons.in_rows(offered), *turns, [buttons.back(say, back), buttons.to_menu(say)]],
    )
