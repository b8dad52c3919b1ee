"""What is written about a commitment's status: a note, and perhaps the page that shows it."""

import pytest

from bot.domain.commitments import CommitmentNoteMissing, CommitmentUnknown, is_address, parted

PAGE = "https://example.org/pilot?a=1&b=2"


@pytest.mark.parametrize(
    ("text", "note", "link"),
    [
        ("The pilot runs.", "The pilot runs.", ""),
        (f"The pilot runs.\n{PAGE}", "The pilot runs.", PAGE),
        (f"  The pilot runs.\n\n  {PAGE}  \n", "The pilot runs.", PAGE),
        (f"The pilot runs: {PAGE}", f"The pilot runs: {PAGE}", ""),
        (f"{PAGE}\nThe pilot runs.", f"{PAGE}\nThe pilot runs.", ""),
        (f"One.\n{PAGE}\n{PAGE}", f"One.\n{PAGE}", PAGE),
        ("See\nexample.org", "See\nexample.org", ""),
        ("See\nhttps://example.org/<b>", "See\nhttps://example.org/<b>", ""),
        ("See\njavascript:alert(1)", "See\njavascript:alert(1)", ""),
    ],
)
def test_last_line_is_the_address_where_it_is_one(text, note, link):
    assert parted(text) == (note, link)


@pytest.mark.parametrize("text", ["", " \n ", "…", PAGE, f"\n{PAGE}\n", f"—\n{PAGE}", f"{PAGE}\n{PAGE}"])
def test_status_without_a_word_is_refused(text):
    with pytest.raises(CommitmentNoteMissing):
        parted(text)


def test_address_is_bounded():
    assert is_address(f"https://example.org/{'x' * 900}")
    assert not is_address(f"https://example.org/{'x' * 1100}")


def test_unknown_commitment_says_what_looks_like_it_only_where_something_does():
    assert CommitmentUnknown().args_of_text == {}
    assert CommitmentUnknown(nearest="a").args_of_text == {"nearest": "a"}
