# Черга секретаріату: умови переліку, пошук, найтерміновіше.

queue-narrowed = <b>Умови</b>
queue-of-consultation = • консультація «{ $title }»
queue-of-topic = • тема: { $name }
queue-of-region = • регіон: { $name }
queue-of-overdue = • лише прострочені
queue-of-mine = • лише мої
queue-of-nobodys = • лише нічиї
queue-of-words = • слова: «{ $words }»
queue-filters =
    <b>Умови переліку</b>
    Перелік: { $tray }
queue-not-narrowed = Умов немає: видно все. Що оберете, бот запам’ятає.
queue-ask-words = Напишіть кілька слів або номер пропозиції. Форма слів не важить. Вийти: /cancel
queue-choose-tray =
    <b>Який перелік</b>
    Оберіть, з чим працювати.
queue-choose-consultation =
    <b>Яка консультація</b>
    Лишаться тільки пропозиції до неї.
queue-choose-topic =
    <b>Яка тема</b>
    Лишаться тільки пропозиції на неї.
queue-choose-region =
    <b>Який регіон</b>
    Лишаться тільки пропозиції про нього.
queue-late-since = прострочено з { $day }
queue-search-ended =
    <b>Пошук закрито</b>
    Перелік лишився як був.
queue-none-due =
    <b>Більше нічого термінового</b>
    Жодна інша пропозиція не чекає на рішення.
# Слово, яке на мить з’являється вгорі чату.
queue-toast-none-late = Прострочених більше немає. Ось найближча за строком.

queue-button-show = Показати · { $count }
button-filters = Змінити умови
button-find = Шукати
button-choose-tray = Обрати перелік
button-choose-consultation = Обрати консультацію
button-any-call = Будь-яка консультація
button-only-overdue = Лише прострочені
button-also-in-time = Не лише прострочені
button-of-anybodys = Чиї завгодно
button-of-mine = Лише мої
button-of-nobodys = Лише нічиї
button-next-due = Відкрити найтерміновішу
