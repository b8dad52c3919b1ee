"""`broadcast status|pause|resume|cancel`, as an operator types them."""

import json

from tests.cli.conftest import Run

FILE = """
- slug: roads
  closes: 2099-01-01 18:00
  title: {uk: Дороги, en: Roads}
  summary: {uk: Що відкрити?, en: What to open?}
"""


def test_without_a_broadcast_it_says_so(ogp_bot: Run):
    assert json.loads(ogp_bot("broadcast", "status", "--json").stdout) == []
    paused = ogp_bot("broadcast", "pause")
    assert (paused.returncode, paused.stdout) == (0, "No broadcast is under way.\n")


def test_number_of_none_is_one_clear_line(ogp_bot: Run):
    for words in (("status", "7"), ("pause", "7"), ("cancel", "7")):
        done = ogp_bot("broadcast", *words)
        assert done.returncode == 1
        assert done.stderr.startswith("There is no broadcast number 7.")
        assert len(done.stderr.splitlines()) == 1


def test_wrong_usage_is_status_two(ogp_bot: Run):
    assert ogp_bot("broadcast", "pause", "seven").returncode == 2


def test_one_is_paused_resumed_and_cancelled(ogp_bot: Run, tmp_path):
    (tmp_path / "roads.yaml").write_text(FILE)
    imported = ogp_bot("consultations", "import", "roads.yaml")
    assert imported.returncode == 0, imported.stderr
    assert ogp_bot("consultations", "publish", "roads").returncode == 0

    def state() -> str:
        (one,) = json.loads(ogp_bot("broadcast", "status", "--json").stdout)
        assert one["id"] == 1
        assert (one["sent"], one["waiting"], one["kind"]) == (0, 0, "consultation_opened")
        return str(one["state"])

    assert state() == "running"
    line = ogp_bot("broadcast", "status").stdout
    assert line == "1\tconsultation_opened\trunning\t0\t0\t0\t0\t0\t0.0\n"  # nothing is a number, too
    assert "paused" in ogp_bot("broadcast", "pause").stdout
    assert state() == "paused"
    assert "under way" in ogp_bot("broadcast", "resume", "1").stdout
    assert state() == "running"
    assert "cancelled" in ogp_bot("broadcast", "cancel", "1").stdout
    assert state() == "cancelled"
    assert "over" in ogp_bot("broadcast", "resume", "1").stderr
    assert "No. 1" not in ogp_bot("broadcast", "status").stderr
