"""Public view at the terminal."""

import pytest

from tests.cli.test_life import proposals

__all__ = ["proposals"]
HIDE = ("proposals", "hide", "UA-2026-0001", "--reason", "A neighbour's number.")


@pytest.mark.usefixtures("proposals")
def test_proposal_is_hidden_and_shown_again(ogp_bot):
    hidden = ogp_bot(*HIDE, "--rule", "private")
    assert (hidden.returncode, hidden.stderr) == (0, "")
    assert "UA-2026-0001: hidden" in hidden.stdout
    again = ogp_bot(*HIDE, "--rule", "insult")
    assert again.returncode == 1
    assert len(again.stderr.splitlines()) == 1
    assert "cannot be done" in again.stderr
    shown = ogp_bot("proposals", "show-again", "ua-2026-0001", "--reason", "The number is gone.")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "can see it again" in shown.stdout


@pytest.mark.usefixtures("proposals")
@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((*HIDE, "--rule", "boring"), 2),
        (HIDE, 2),
        (("proposals", "hide", "UA-2026-9999", "--rule", "insult", "--reason", "No."), 1),
        (("proposals", "hide", "UA-2026-0001", "--rule", "insult", "--reason", " "), 1),
        (("proposals", "keep-hidden", "UA-2026-0001", "--reason", "Nobody has contested it."), 1),
        (("proposals", "show-again", "UA-2026-0001", "--reason", "It was never hidden."), 1),
    ],
)
def test_what_cannot_be_done_is_said(ogp_bot, words, status):
    refused = ogp_bot(*words)
    assert refused.returncode == status
    assert refused.stderr
    assert status == 2 or len(refused.stderr.strip().splitlines()) == 1
