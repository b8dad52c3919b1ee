"""Proposals from meetings out of a file: all of them or none, once, with the codes for their authors."""

import json
import re

import pytest

SHARED = """
meeting: Meeting in Vinnytsia
held: 2026-04-12
consent: 1
language: uk
proposals:
"""
ONE = """
  - id: vin-01
    title: Відкриті дані про ремонт доріг
    problem: Невідомо, що й коли ремонтують.
    solution: Оприлюднити плани й звіти.
    expected_result: Кожен бачить, коли й що ремонтують.
    values: [access, technology]
    sdg: 11
    author_name: Олена Коваль
    author_contact: olena@example.org
"""
TWO = """
  - id: vin-02
    title: Дерева для вулиць
    problem: У липні на вулицях затемно від спеки.
    solution: Посадити дерева й поливати їх.
    expected_result: У липні на вулицях є тінь.
    values: [participation]
"""
TABLE = (
    "\ufeffid;meeting;held;consent;title;problem;solution;expected_result;values;author_name\r\n"
    'csv-01;Meeting in Lviv;2026-04-13;1;Лавки біля зупинок;"Люди стоять,\nбо сісти ніде.";'
    "Поставити лавки.;Є де сісти.;access;Іван Франко\r\n"
)
CODE = re.compile(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){2}")


def test_file_is_entered_once_with_a_code_for_each(ogp_bot, tmp_path):
    (tmp_path / "a.yaml").write_text(SHARED + ONE + TWO, encoding="utf-8")
    entered = ogp_bot("proposals", "import", "a.yaml", "--json")
    assert entered.returncode == 0, entered.stderr
    rows = json.loads(entered.stdout)
    assert [(row["id"], row["reference"][-4:], row["is_new"]) for row in rows] == [
        ("vin-01", "0001", True),
        ("vin-02", "0002", True),
    ]
    assert all(CODE.fullmatch(row["claim"]) for row in rows)
    assert rows[0]["start"] == f"a_{rows[0]['claim'].replace('-', '')}"
    again = ogp_bot("proposals", "import", "a.yaml", "--json")
    assert [(row["reference"], row["claim"], row["is_new"]) for row in json.loads(again.stdout)] == [
        (rows[0]["reference"], "", False),
        (rows[1]["reference"], "", False),
    ]
    listed = json.loads(ogp_bot("proposals", "list", "--json").stdout)
    assert [(one["identity"], one["author_name"]) for one in listed] == [
        ("named", "Олена Коваль"),
        ("anonymous", ""),
    ]
    assert ogp_bot("proposals", "verify").returncode == 0
    exported = [
        json.loads(line)
        for line in ogp_bot("proposals", "export", "--format", "jsonl").stdout.split("\n")
        if line
    ]
    assert (exported[0]["sdg"], exported[0]["values"]) == (11, ["access", "technology"])


def test_table_is_entered_and_only_what_is_new(ogp_bot, tmp_path):
    (tmp_path / "a.csv").write_text(TABLE, encoding="utf-8", newline="")
    first = ogp_bot("proposals", "import", "a.csv")
    assert first.returncode == 0, first.stderr
    assert CODE.search(first.stdout)
    more = (
        TABLE
        + "csv-02;Meeting in Lviv;2026-04-13;1;Ще про лавки;Люди стоять і тут.;Поставити й тут.;Є де сісти.;access;\r\n"
    )
    (tmp_path / "a.csv").write_text(more, encoding="utf-8", newline="")
    rows = json.loads(ogp_bot("proposals", "import", "a.csv", "--json").stdout)
    assert [row["is_new"] for row in rows] == [False, True]


@pytest.mark.parametrize(
    ("name", "content", "lines"),
    [
        ("a.yaml", SHARED + ONE + TWO.replace("vin-02", "vin-01"), ["a.yaml:18: id: this key stands above"]),
        (
            "a.yaml",
            SHARED + ONE.replace("sdg: 11", "sdg: 18"),
            ["a.yaml:14: sdg: wants a number from 1 to 17"],
        ),
        ("a.yaml", SHARED + ONE.replace("sdg", "goal"), ["a.yaml:14: goal: there is no such field"]),
        ("a.yaml", SHARED.replace("2026-04-12", "2999-01-01") + ONE, ["a.yaml:3: held: wants the day"]),
        (
            "a.yaml",
            SHARED.replace("consent: 1", "consent: yes") + ONE,
            ["a.yaml:4: consent: wants the version"],
        ),
        (
            "a.yaml",
            SHARED + ONE.replace("values: [access, technology]", "region: nowhere"),
            ["a.yaml:8: values: wants at least one", "a.yaml:13: region: there is no such region"],
        ),
        (
            "a.yaml",
            SHARED + TWO + "    author_contact: someone@example.org\n",
            ["author_contact: an anonymous author"],
        ),
        ("a.yaml", "title: [", ["a.yaml:2: title: this is not well-formed YAML"]),
        ("a.yaml", "nothing", ["a.yaml:1: -: wants a list of proposals"]),
        ("a.yaml", "- words", ["a.yaml:1: -: wants a list of proposals"]),
        ("a.csv", "id;title\nx;y;z\n", ["a.csv:2: -: the row has not as many cells"]),
        ("a.csv", "id;status\nx;y\n", ["a.csv:1: status: there is no such column"]),
        ("a.csv", 'id;title\nx;"y\n', ["a.csv:2: -: this is no CSV table"]),
        ("a.csv", "", ["a.csv:1: -: the first row must name the columns"]),
        ("a.csv", TABLE.replace("Лавки біля зупинок", "Ла"), ["a.csv:2: title: wants a title"]),
    ],
)
def test_broken_file_names_its_lines_and_leaves_nothing(ogp_bot, tmp_path, name, content, lines):
    (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    refused = ogp_bot("proposals", "import", name)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Traceback" not in refused.stderr
    for line in lines:
        assert line in refused.stderr
    assert json.loads(ogp_bot("proposals", "list", "--json").stdout) == []


def test_text_that_is_there_already_is_refused_with_the_whole_file(ogp_bot, tmp_path):
    (tmp_path / "a.yaml").write_text(SHARED + ONE, encoding="utf-8")
    ogp_bot("proposals", "import", "a.yaml")
    (tmp_path / "b.yaml").write_text(SHARED + TWO + ONE.replace("vin-01", "vin-03"), encoding="utf-8")
    refused = ogp_bot("proposals", "import", "b.yaml")
    assert refused.returncode == 1
    assert "b.yaml:15: title: this text is there already" in refused.stderr
    assert len(json.loads(ogp_bot("proposals", "list", "--json").stdout)) == 1


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", b"id\n\xff\xfe"), ("a.yaml", b"\xff\xfe"), ("b.yaml", None)]
)
def test_file_that_cannot_be_read_is_one_line(ogp_bot, tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    refused = ogp_bot("proposals", "import", name)
    assert refused.returncode == 1
    assert re.fullmatch(r"[^\n]+\n", refused.stderr)
