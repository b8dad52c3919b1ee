"""Words of which the tests put texts together at random."""

WORDS = (
    "дорога",
    "дані",
    "ремонт",
    "місто",
    "звіт",
    "плани",
    "кожен",
    "бачить",
    "скільки",
    "коштує",
    "вулиця",
    "школа",
)
