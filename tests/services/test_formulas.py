"""The table of proposals in a spreadsheet: no text in it is run as a formula, however the cells are split."""

import csv
import io

import pytest

from bot.services.tables import Csv


def written(text: str) -> str:
    return Csv().row({"title": text, "problem": "plain"}).decode()


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠"))
@pytest.mark.parametrize(
    "before", ["", " ", "\u00a0", "\t", "\r", '"', "' ", "\u200b", "a;", "a; ", "a\n", 'a\r\n"', "a;\n\n"]
)
def test_sign_that_would_begin_a_formula_has_an_apostrophe_before_it(before: str, sign: str):
    ((cell, _),) = csv.reader(io.StringIO(written(f"{before}{sign}cmd()"), newline=""))
    assert cell.endswith(f"'{sign}cmd()")
    assert cell.replace("'", "") == f"{before}{sign}cmd()".replace("'", "")


@pytest.mark.parametrize("text", ["a = b", "Rivne-Lutsk", "a, b", "me@example.org", "1+1; 2", ""])
def test_other_text_is_left_as_it_is(text: str):
    ((cell, _),) = csv.reader(io.StringIO(written(text), newline=""))
    assert cell == text


def test_every_cell_of_a_proposal_is_quoted():
    assert written("a;b") == '"a;b","plain"\r\n'
