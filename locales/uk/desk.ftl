# Секретаріат: пропозиції, що чекають, одна з них, рішення. $reference – номер, $title – заголовок.

desk-title =
    <b>Вхідні</b>
    Пропозицій чекає: { $waiting }
    Прострочено: { $overdue }
    Автори відповіли чи оскаржили: { $answered }
    Запитань чекає: { $questions }

# Переліки. Назва стоїть і на кнопці, з кількістю.
desk-tray-waiting = Пропозиції чекають
desk-tray-new = Нові
desk-tray-answered = Відповіді авторів
desk-tray-appealed = Оскаржені відмови
desk-tray-contested = Оскаржені приховування
desk-tray-overdue = Прострочені
desk-tray-mine = Мої
desk-tray-asked = Чекаємо автора
desk-tray-undecided = Усі без рішення
desk-tray-accepted = Прийняті, ще не в плані
desk-tray-planned = У плані дій
desk-tray-hidden = Приховані від усіх
desk-tray-settled = Завершені
desk-tray-all = Усі пропозиції
desk-button-waiting = Пропозиції чекають · { $count }
desk-button-new = Нові · { $count }
desk-button-answered = Відповіді авторів · { $count }
desk-button-appealed = Оскаржені відмови · { $count }
desk-button-contested = Оскаржені приховування · { $count }
desk-button-overdue = Прострочені · { $count }
desk-button-mine = Мої · { $count }
desk-button-asked = Чекаємо автора · { $count }
desk-button-undecided = Усі без рішення · { $count }
desk-button-accepted = Прийняті, ще не в плані · { $count }
desk-button-planned = У плані дій · { $count }
desk-button-hidden = Приховані від усіх · { $count }
desk-button-blocks = Оскаржені блокування · { $count }
desk-button-questions = Запитання людей · { $count }

desk-none =
    <b>{ $tray }</b>
    Тут порожньо.
desk-listed =
    <b>{ $tray }: { $count }</b>
    Найближчий строк спочатку. Сторінка { $page } з { $pages }.
# $left – скільки днів до строку відповіді.
desk-entry = <b>{ $reference }</b> · { $state } · { $left } · { $title }

desk-heading =
    <b>{ $reference } · { $state }</b>
    { $title }
desk-dates =
    { $version ->
        [1] Надіслано { $submitted }
       *[other] Надіслано { $submitted }, версія { $version }
    }, { $language ->
        [uk] українською
        [en] англійською
       *[other] мовою { $language }
    }
desk-reply-by = Відповісти до { $day } ({ $left })
desk-author = Автор: { $author }
desk-withheld = Автор: відомий; ім’я та контакт бачать лише працівники
desk-anonymous = Автор: без імені
desk-others =
    { $count ->
        [one] <b>Її вже опрацьовує { $count } ваш колега.</b>
        [few] <b>Її вже опрацьовують { $count } ваші колеги.</b>
        [many] <b>Її вже опрацьовують { $count } ваших колег.</b>
       *[other] <b>Її вже опрацьовує { $count } вашого колеги.</b>
    }
desk-unreachable = Автор видалив дані або заблокував бота: повідомлення до нього не дійде.
desk-wiped = Текст стерто.

desk-decide =
    <b>Рішення · { $reference }</b>
    { $title }
    Оберіть рішення, далі напишете пояснення для автора.
desk-confirm-implemented =
    <b>{ $reference } виконано?</b>
    «{ $title }»
    Зобов’язання: «{ $commitment }»
    Автор про це дізнається.
desk-done = <b>{ $reference }: { $state }</b>
desk-author-told = Автор отримає повідомлення.
# Колега або сам автор був першим.
desk-too-late =
    <b>{ $reference } вже вирішено: { $state }</b>
    { $who ->
        [author] Це зробив автор
       *[staff] Це зробив колега
    } { $changed }. Того, що написали ви, не надіслано.

desk-received =
    <b>Нова пропозиція { $reference }</b>
    { $title }
desk-answered =
    <b>Автор відповів · { $reference }</b>
    { $title }
desk-contested =
    <b>Автор оскаржив відмову · { $reference }</b>
    { $title }

button-desk = Відкрити вхідні
button-show-case = Відкрити пропозицію
button-take-up = Взяти на розгляд
button-ask-author = Запитати автора
button-decide = Вирішити
button-decide-accepted = Прийняти
button-decide-partly-accepted = Прийняти частково
button-decide-declined = Відхилити
button-decide-merged = Об’єднати з іншою
button-to-plan = Внести до плану
button-adopt = Внести до плану дій
button-implemented = Позначити виконаною
