"""Contents beside the database: whole or not at all, once each, and none left behind."""

import hashlib
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from storage import AttachmentFiles

LONG_AGO, NOW = 1_000_000.0, 2_000_000.0


@pytest.fixture
def files(tmp_path: Path) -> AttachmentFiles:
    return AttachmentFiles.beside(tmp_path / "bot.sqlite3")


def test_they_lie_beside_the_database(files: AttachmentFiles, tmp_path: Path):
    path = files.path(files.put(b"plan"))
    assert path.is_relative_to(tmp_path / "bot.attachments")


def test_content_is_found_under_its_sum(files: AttachmentFiles):
    sha256 = files.put(b"plan")
    assert sha256 == hashlib.sha256(b"plan").hexdigest()
    assert files.content(sha256) == b"plan"


def test_nobody_else_can_read_them(files: AttachmentFiles):
    path = files.path(files.put(b"plan"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_same_content_is_kept_once(files: AttachmentFiles, tmp_path: Path):
    with ThreadPoolExecutor(8) as pool:
        sums = set(pool.map(files.put, [b"plan"] * 32))
    assert len(sums) == 1
    assert [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()] == [b"plan"]


def test_content_that_comes_again_counts_as_new(files: AttachmentFiles):
    path = files.path(files.put(b"plan"))
    os.utime(path, (LONG_AGO, LONG_AGO))
    files.put(b"plan")
    assert list(files.older_than(NOW)) == []


def test_what_a_crash_left_unfinished_is_no_content_and_is_swept(files: AttachmentFiles):
    """Killed before the renaming, it leaves a file under another name."""
    sha256 = hashlib.sha256(b"plan").hexdigest()
    unfinished = files.path(sha256).with_name(f".{sha256}.0123abcd")
    unfinished.parent.mkdir(parents=True)
    unfinished.write_bytes(b"pl")
    with pytest.raises(FileNotFoundError):
        files.content(sha256)
    assert files.content(files.put(b"plan")) == b"plan"
    os.utime(unfinished, (LONG_AGO, LONG_AGO))
    (old,) = files.older_than(NOW)
    assert old == unfinished
    files.drop(old, NOW)
    assert not unfinished.exists()
    assert files.content(sha256) == b"plan"


def test_what_is_touched_before_it_is_dropped_stays(files: AttachmentFiles):
    path = files.path(files.put(b"plan"))
    os.utime(path, (LONG_AGO, LONG_AGO))
    (old,) = files.older_than(NOW)
    files.put(b"plan")
    files.drop(old, NOW)
    assert path.exists()
    files.drop(path.with_name("gone"), NOW)


def test_nothing_is_old_where_nothing_was_kept(files: AttachmentFiles):
    assert list(files.older_than(NOW)) == []
