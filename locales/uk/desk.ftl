# Секретаріат: пропозиції, що чекають, одна з них, рішення. $reference – номер, $title – заголовок.

desk-title =
    <b>Вхідні</b>
    Пропозицій чекає: { $waiting }
    Автори відповіли чи оскаржили: { $answered }
    Запитань чекає: { $questions }
desk-button-waiting = Пропозиції чекають · { $count }
desk-button-answered = Відповіді авторів · { $count }
desk-button-asked = Чекаємо автора · { $count }
desk-button-accepted = Прийняті, ще не в плані · { $count }
desk-button-planned = У плані дій · { $count }
desk-button-contested = Оскаржені приховування · { $count }
desk-button-hidden = Приховані від усіх · { $count }
desk-button-questions = Запитання людей · { $count }

desk-none =
    <b>{ $tray ->
        [waiting] Пропозиції чекають
        [answered] Відповіді авторів
        [asked] Чекаємо автора
        [accepted] Прийняті, ще не в плані
        [contested] Оскаржені приховування
        [hidden] Приховані від усіх
       *[planned] У плані дій
    }</b>
    Тут порожньо.
desk-listed =
    <b>{ $tray ->
        [waiting] Пропозиції чекають
        [answered] Відповіді авторів
        [asked] Чекаємо автора
        [accepted] Прийняті, ще не в плані
        [contested] Оскаржені приховування
        [hidden] Приховані від усіх
       *[planned] У плані дій
    }: { $count }</b>
    Найближчий строк спочатку. Сторінка { $page } з { $pages }.
# $left – скільки днів до строку відповіді.
desk-entry = <b>{ $reference }</b> · { $state } · { $left } · { $title }

desk-heading =
    <b>{ $reference } · { $state }</b>
    { $title }
desk-dates =
    { $version ->
        [1] Надіслано { $submitted }, мова { $language }
       *[other] Надіслано { $submitted }, версія { $version }, мова { $language }
    }
desk-reply-by = Відповісти до { $day } ({ $left })
desk-author = Автор: { $author }
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
    } { $changed }. Вашого нічого не надіслано.

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
