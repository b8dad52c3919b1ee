"""Folders for work in hand: nobody sweeps what somebody works in, and a crash leaves nothing for long."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from storage import Scratch

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch(tmp_path / "bot.exports")


def test_folder_is_for_its_owner_alone_and_goes_with_what_is_in_it(scratch: Scratch):
    with scratch.room() as folder:
        (folder / "table.csv").write_text("x")
        assert folder.stat().st_mode & 0o777 == 0o700
        assert folder.parent.stat().st_mode & 0o777 == 0o700
    assert not folder.exists()


def test_folder_goes_also_where_the_work_breaks_off(scratch: Scratch):
    with pytest.raises(OSError, match="full"), scratch.room() as folder:
        raise OSError("full")
    assert not folder.exists()


def test_sweep_leaves_what_somebody_works_in(scratch: Scratch):
    with scratch.room() as folder:
        assert scratch.sweep() == 0
        assert folder.exists()
        with scratch.room() as other:
            assert other != folder
    assert scratch.sweep() == 0


def test_sweep_before_anything_was_made_finds_nothing(scratch: Scratch):
    assert scratch.sweep() == 0


def test_sweep_takes_what_a_killed_process_has_left(scratch: Scratch, tmp_path: Path):
    program = """
        import sys, time
        from pathlib import Path
        from storage import Scratch
        with Scratch(Path(sys.argv[1])).room() as folder:
            (folder / "half").write_text("half")
            print(folder, flush=True)
            time.sleep(60)
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), str(tmp_path / "bot.exports")],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        encoding="utf-8",
    )
    assert process.stdout is not None
    folder = Path(process.stdout.readline().strip())
    assert scratch.sweep() == 0
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert (folder / "half").exists()
    assert scratch.sweep() == 1
    assert not folder.exists()
