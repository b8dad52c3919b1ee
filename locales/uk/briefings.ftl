# Ранковий звіт секретаріату: що чекає, по рядку й кнопці на кожне.

briefing-title = <b>Ранковий звіт · { $day }</b>
briefing-line-new = Нових пропозицій: { $count }
briefing-line-overdue = <b>Прострочено відповідей: { $count }</b>
briefing-line-due = Відповісти за три дні: { $count }
briefing-line-questions = Запитань без відповіді: { $count }
briefing-line-answers = Автори відповіли на запитання: { $count }
briefing-line-appeals = Оскаржено відмову: { $count }
briefing-line-hidings = Оскаржено приховування: { $count }
briefing-line-blocks = Оскаржено блокування: { $count }
briefing-line-failed = Сповіщень не надіслано: { $count }
briefing-button-new = Нові пропозиції: { $count }
briefing-button-overdue = Прострочені: { $count }
briefing-button-due = Скоро строк: { $count }
briefing-button-questions = Запитання: { $count }
briefing-button-answers = Відповіді авторів: { $count }
briefing-button-appeals = Оскарження: { $count }
briefing-button-hidings = Приховані: { $count }
briefing-button-blocks = Блокування: { $count }
briefing-button-failed = Розсилки: { $count }
briefing-inbox = <b>Вхідні</b>
briefing-nothing = Нічого не чекає.
button-briefing-off = Не надсилати мені
button-briefing-on = Надсилати ранковий звіт
briefing-off =
    <b>Ранкового звіту не буде</b>
    Ви його більше не отримуватимете, колеги отримуватимуть. Увімкнути знову можна тут або на панелі: /staff
briefing-on =
    <b>Ранковий звіт увімкнено</b>
    Він приходить у робочі дні, коли щось чекає.
