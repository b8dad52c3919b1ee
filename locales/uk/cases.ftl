# Справи секретаріату: у кого яка.

case-mine = <b>Справа у вас</b> з { $since }
case-holder = <b>Справу веде { $name }</b> з { $since }
# Коли бот не знає імені.
case-colleague =
    { $id ->
        [none] колега
       *[other] колега { $id }
    }
case-me = Я
case-question = запитання № { $number }
case-taken-before =
    <b>Колега був першим: { $name }</b>
    Справу веде { $who } з { $since }. Нічого не змінено.
case-released-before =
    <b>Справу вже звільнено: { $name }</b>
    Зараз її ніхто не веде. Нічого не змінено.
case-choose-colleague =
    <b>Кому передати: { $name }</b>
    Колега отримає повідомлення.
case-given-proposal =
    <b>Вам передали пропозицію { $reference }</b>
    { $title }
case-given-question =
    <b>Вам передали запитання № { $number }</b>
    «{ $text }»
case-error-colleague =
    <b>Цій людині справу не передати</b>
    Справи ведуть ті, хто може відповідати. Оберіть зі списку ще раз.

case-toast-taken = Справа у вас.
case-toast-given = Справу передано.
case-toast-released = Справу звільнено.

button-take-case = Взяти справу
button-take-over = Забрати собі
button-give-case = Передати колезі
button-release-case = Звільнити справу
button-show-this = Відкрити справу

# Нотатки: їх бачить тільки секретаріат.
case-latest-note = <i>Нотатка: { $text }</i>
case-notes =
    <b>Нотатки: { $name }</b>
    Їх бачить тільки секретаріат. Усього: { $count }
case-note =
    <b>{ $who }</b> · { $written }
    { $text }
# Хто написав, уже не відомо.
case-somebody = Секретаріат
case-note-heading =
    <b>Нотатка: { $name }</b>
    Її бачить тільки секретаріат, автор – ні.
case-button-notes = Читати нотатки · { $count }
case-error-note =
    <b>У нотатці немає слів</b>
    Напишіть, що треба запам’ятати.
button-write-note = Написати нотатку
button-keep-note = Зберегти нотатку
