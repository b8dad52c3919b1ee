"""Short names made of titles."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.knowledge import ID_PATTERN
from bot.domain.slugs import slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Які дані про ремонт доріг варто відкрити", "yaki-dani-pro-remont-dorih-varto-vidkryty"),
        ("Що робити з дворами?", "shcho-robyty-z-dvoramy"),
        ("Єдиний реєстр їжі та юшки: ґанок, йод, м’ята", "yedynyi-reiestr-yizhi-ta-yushky-ganok-yod"),
        ("Згурський мозок", "zghurskyi-mozok"),
        ("Open data on roads", "open-data-on-roads"),
        ("Ёлка, объезд, Эхо", "elka-obezd-ekho"),
        ("Données ouvertes", "donnees-ouvertes"),
        ("…!?", "consultation"),
        ("Я" * 200, ("ya" + "ia" * 100)[:44]),
    ],
)
def test_title_is_written_in_latin_letters(title, slug):
    assert slug_of(title) == slug


def test_taken_names_are_numbered():
    assert slug_of("Roads", ["roads"]) == "roads-2"
    assert slug_of("Roads", ["roads", "roads-2"]) == "roads-3"


@given(st.text(max_size=200))
def test_any_title_gives_a_name_that_a_deep_link_takes(title):
    assert re.fullmatch(ID_PATTERN, slug_of(title))
