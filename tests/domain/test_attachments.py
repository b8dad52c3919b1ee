"""Which files are taken, and how they are called."""

import pytest

from bot.domain.attachments import (
    LARGEST,
    LONGEST_NAME,
    AttachmentEmpty,
    AttachmentOfThisKind,
    AttachmentTooLarge,
    apart,
    check,
    cleaned,
    noted,
    removed_by,
)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("План дій.pdf", "План дій.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\files\\plan.pdf", "plan.pdf"),
        ("plan\u202efdp.exe", "planfdp.exe"),
        ("a\u200bb\x00c.pdf", "abc.pdf"),
        ("two\nlines\t.pdf", "two lines.pdf"),
        ('<b>"plan"</b>.pdf', "b_.pdf"),
        ("what?.pdf", "what_.pdf"),
        ("", "file.bin"),
        ("..", "file.bin"),
        ("/", "file.bin"),
        (f"{'a' * 300}.pdf", f"{'a' * (LONGEST_NAME - 4)}.pdf"),
    ],
)
def test_name_is_cleaned(sent: str, kept: str):
    assert cleaned(sent, "file.bin") == kept


def test_same_name_is_told_apart():
    assert apart("plan.pdf", []) == "plan.pdf"
    assert apart("plan.pdf", ["Plan.pdf"]) == "plan (2).pdf"
    assert apart("plan.pdf", ["plan.pdf", "plan (2).pdf"]) == "plan (3).pdf"


@pytest.mark.parametrize(
    ("name", "size", "error"),
    [
        ("plan.pdf", 0, AttachmentEmpty),
        ("plan.pdf", LARGEST + 1, AttachmentTooLarge),
        ("plan.exe", 1, AttachmentOfThisKind),
        ("plan.pdf.exe", 1, AttachmentOfThisKind),
        ("pdf", 1, AttachmentOfThisKind),
        (".pdf", 1, AttachmentOfThisKind),
    ],
)
def test_what_is_not_taken(name: str, size: int, error: type[Exception]):
    with pytest.raises(error):
        check(name, size)


@pytest.mark.parametrize(("name", "size"), [("plan.pdf", 1), ("PLAN.PDF", LARGEST), ("дані.geojson", 9)])
def test_what_is_taken(name: str, size: int):
    check(name, size)


def test_note_of_files_tells_what_goes():
    assert noted([], []) == ""
    assert noted([3, 1], [7]) == "1,3,-7"
    assert removed_by("1,3,-7,-12") == {7, 12}
    assert removed_by("") == frozenset()
