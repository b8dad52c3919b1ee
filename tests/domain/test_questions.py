"""What may be counted of a question: its words, and nothing that tells whose it is."""

import pytest

from bot.domain.questions import LONGEST_COUNTED, scrubbed


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Коли   буде САМІТ?  ", "коли буде саміт"),
        ("Пишіть на olena.k+ogp@example.org, будь ласка", "пишіть на … будь ласка"),
        ("телефон +38 (044) 123-45-67 чи 0441234567?", "телефон … чи …"),
        ("я @olena_k, де t.me/olena і https://example.org/a?b=1", "я … , де … і …"),
        ("див. example.com.ua/сторінка або www.example.org", "див. … або …"),
        ("мій код 1234567890 і паспорт 123456", "мій код … і паспорт …"),
        ("план 2023–2025, розпорядження № 1088", "план 2023–2025, розпорядження № 1088"),
        ("18.12.2018 чи 2018-12-18", "18.12.2018 чи 2018-12-18"),
        ("+380441234567", ""),
        ("…", ""),
        ("а" * (LONGEST_COUNTED + 1), ""),
    ],
)
def test_particulars_are_cut_out(text, kept):
    assert scrubbed(text) == kept
