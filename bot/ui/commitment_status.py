"""The secretariat states how far a commitment is carried out: the level, the word on it, and who hears of it."""

from bot.domain.commitments import CommitmentStatus
from bot.services.commitment_letters import StatusAim
from bot.services.commitments import Standing, ToldStatus
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.buttons import Row
from bot.ui.commitment_actions import ShowCommitment, StateStatus
from bot.ui.commitments import NOTICED, after, id_of, name_of, status_of, told_name, word
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened


def choose_status(say: Speaker, standing: Standing) -> Screen:
    """The levels that there are; the word on it is written next."""
    commitment = standing.commitment
    now = standing.latest.status if standing.latest else None
    rows: list[Row] = [
        [
            Button(
                f"{'✓ ' if level is now else ''}{say.plain(f'button-status-{id_of(level)}')}",
                StateStatus(commitment=commitment.id, status=level),
            )
        ]
        for level in CommitmentStatus
    ]
    back = [buttons.back(say, ShowCommitment(commitment=commitment.id)), buttons.to_menu(say)]
    return Screen(
        say(
            "commitment-choose-status",
            name=name_of(say, commitment),
            status=status_of(say, standing.latest),
        ),
        [*rows, back],
    )


def letter_heading(say: Speaker, subject: object) -> Html:
    """What is being stated of which commitment, how it stands now, and how many people will hear of it."""
    assert isinstance(subject, StatusAim)
    return lines(
        [
            say(
                "commitment-letter",
                name=name_of(say, subject.commitment),
                status=word(say, subject.status),
                now=status_of(say, subject.latest),
            ),
            say("commitment-letter-others", count=subject.others) if subject.others else "",
            say("commitment-letter-hearing", count=subject.hearing),
            say("commitment-letter-link"),
        ]
    )


def news(say: Speaker, subject: object) -> Html:
    """What a colleague has stated since the letter was begun."""
    if not isinstance(subject, StatusAim) or subject.latest is None:
        return Html("")
    latest = subject.latest
    return paragraphs(
        say("commitment-news", status=word(say, latest.status), changed=latest.changed_at),
        say("life-quote", text=shortened(latest.note, NOTICED)),
    )


def done(say: Speaker, told: ToldStatus, *, hearing: int) -> Screen:
    """What this member has stated, and how many people hear of it."""
    return Screen(
        lines(
            [
                say("commitment-done", status=word(say, told.change.status), name=told_name(say, told)),
                say("commitment-done-hearing", count=hearing),
            ]
        ),
        after(say, told),
        stays=True,
    )
