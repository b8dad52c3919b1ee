# Секретаріат оприлюднює консультації: робота над однією, перевірка, зміни після оприлюднення.

publishing-error-gone =
    <b>Цієї чернетки вже немає</b>
    Її підтверджено або видалено. Що зараз із консультаціями: /publish
publishing-error-incomplete =
    <b>Ще не все готово</b>
    Якийсь крок порожній або задовгий. Написане збережено. Продовжити: /publish
publishing-error-choice =
    <b>Такого вибору вже немає</b>
    Перелік змінився. Оберіть ще раз.
# $line – рядок, як його написано.
publishing-error-link =
    <b>Це не схоже на посилання</b>
    «{ $line }»
    Напишіть назву й адресу: Проєкт постанови https://www.kmu.gov.ua/npas/proiekt. Або надішліть файл.
publishing-error-slug =
    <b>Такий код не підійде</b>
    У коді можуть бути лише латинські літери, цифри, «-» та «_», найбільше 60 знаків. Приклад: open-data-roads
publishing-error-documents =
    { $most ->
        [one] <b>Більше не можна.</b> У консультації може бути { $most } документ.
        [few] <b>Більше не можна.</b> У консультації може бути до { $most } документів.
        [many] <b>Більше не можна.</b> У консультації може бути до { $most } документів.
       *[other] <b>Більше не можна.</b> У консультації може бути до { $most } документа.
    } Спершу приберіть якийсь.
# $example – дата й час, як їх пишуть.
moment-error-unclear = <b>Дати не зрозуміло.</b> Напишіть день, місяць, рік і час, як тут: { $example }. Такий день і така година мають бути в календарі.

publishing-entry = { $title } · { $state }
publishing-untitled = від { $date }
publishing-work-prepare = Продовжити: { $title }
publishing-work-correct = Зміна: { $title }
publishing-work-close = Закриття: { $title }
publishing-work-withdraw = Відкликання: { $title }
publishing-work-answer = Результати: { $title }

# Що можна зробити з однією консультацією. $state – готові слова; $count – скільки людей і груп дізнається про зміну.
publishing-manage = <b>Консультація «{ $title }»</b>
publishing-standing =
    Стан: { $state }. Код: <code>{ $slug }</code>
    Пропозицій: { $proposals }, чекають на відповідь: { $unanswered }
    Одержувачів сповіщення про зміни: { $count }
publishing-others =
    { $count ->
        [one] Над цією консультацією зараз працює ще { $count } колега.
        [few] Над цією консультацією зараз працюють ще { $count } колеги.
        [many] Над цією консультацією зараз працюють ще { $count } колег.
       *[other] Над цією консультацією зараз працюють ще { $count } колеги.
    }
publishing-planned = Відкриється сама: { $opens }.
publishing-wished = Час відкриття: { $opens }.

# Кроки.
publishing-step-kind = Вид
publishing-step-title = Назва
publishing-step-summary = Зміст
publishing-step-authority = Хто проводить
publishing-step-affected = Кого стосується
publishing-step-consequences = Наслідки
publishing-step-ways = Як подати
publishing-step-topics = Теми
publishing-step-regions = Регіони
publishing-step-documents = Документи
publishing-step-opens = Коли відкрити
publishing-step-closes = Строк участі
publishing-step-second = Англійський текст
publishing-step-slug = Код
publishing-step-note = Пояснення
publishing-step-preview = Перевірка
publishing-in-second = { $name } (англ.)
publishing-heading-prepare =
    <b>Зміна · { $step }</b>
    { $title }
publishing-heading-correct =
    <b>Зміна · { $step }</b>
    { $title }
publishing-heading-close =
    <b>Закриття раніше строку · { $step }</b>
    { $title }
publishing-heading-withdraw =
    <b>Відкликання · { $step }</b>
    { $title }
publishing-heading-answer =
    <b>Результати · { $step }</b>
    { $title }
publishing-ask-kind = Про що питаємо людей?
publishing-ask-title = Назва консультації одним рядком, найбільше { proposal-limit }.
publishing-ask-summary = Короткий зміст: що саме пропонують змінити і про що питають. Найбільше { proposal-limit }.
publishing-ask-authority = Який орган проводить консультацію? Найбільше { proposal-limit }.
publishing-ask-affected = Яких груп людей і заінтересованих сторін це стосується? Найбільше { proposal-limit }.
publishing-ask-consequences = Які можливі наслідки для них? Найбільше { proposal-limit }.
publishing-ask-ways = Електронна адреса та інші способи подати пропозицію, крім бота. Найбільше { proposal-limit }.
publishing-ask-topics = Яких тем це стосується? Позначте кілька або жодної: без тем консультація для всіх.
publishing-ask-regions = Яких регіонів це стосується? Позначте кілька або жодного: тоді це вся країна.
publishing-ask-documents-call = Надішліть файли або посилання: назва й адреса, кожне з нового рядка. Можна пропустити.
publishing-ask-documents-remarks = Спершу надішліть проєкт, до якого пишуть зауваження: файл або назву й адресу. Далі – решту документів.
publishing-ask-opens = Коли відкрити консультацію? Одразу після перевірки або у визначений час. Наприклад, { $example } – це { $read }. Якщо написати лише день, це буде 9:00.
publishing-ask-closes = До якого часу приймати відповіді? Наприклад, { $example } – це { $read }. Якщо написати лише день, це буде кінець дня.
publishing-ask-second = Додати англійський текст? Без нього українська сторінка матиме позначку, що текст лише українською.
publishing-ask-second-text = { $name } англійською, найбільше { proposal-limit }.
publishing-ask-slug = Короткий код для посилання: латинські літери, цифри, «-» та «_», найбільше { proposal-limit }. Якщо пропустити, бот складе його з назви.
publishing-ask-note-prepare = Пояснення, найбільше { proposal-limit }.
publishing-ask-note-correct = Чому змінюється? Це прочитають усі, кому надійде сповіщення. Найбільше { proposal-limit }.
publishing-ask-note-close = Чому консультацію закривають раніше? Це прочитають усі, кому надійде сповіщення. Можна пропустити. Найбільше { proposal-limit }.
publishing-ask-note-withdraw = Чому консультацію відкликають? Це прочитають усі, кому надійде сповіщення. Найбільше { proposal-limit }.
publishing-ask-note-answer = Що сказати разом із результатами? Можна пропустити. Найбільше { proposal-limit }.
publishing-now = одразу після перевірки
publishing-second-yes = так
publishing-second-no = ні
publishing-press = Тут оберіть кнопкою. Написане не збережено.
publishing-still-open = <i>Наступне повідомлення бот візьме до консультації, крок «{ $step }».</i>

# Перевірка перед підтвердженням. $count – скільки людей і груп дізнається.
publishing-missing = <b>Ще бракує:</b> { $steps }
publishing-empty = У повідомленні про консультацію ще порожньо: { $steps }.
publishing-news = <b>Поки ви працювали, колега вже змінив цю консультацію.</b> Ваші правки збережено поверх:
publishing-changed-meanwhile = <b>Тут щось змінилося відтоді, як ви дивилися.</b> Перевірте ще раз.
publishing-nothing-changed =
    <b>Що змінити?</b>
    { $title }
    Оберіть нижче. Нічого ще не змінено.
publishing-hearers =
    { $count ->
        [0] Сповіщення не отримає ніхто.
       *[other] Одержувачів сповіщення: { $count }.
    }
# Те саме перед самим сповіщенням.
publishing-hearers-here =
    { $count ->
        [0] Сповіщення не отримає ніхто.
       *[other] Одержувачів сповіщення: { $count }. Ось воно:
    }
publishing-preview-correct =
    <b>Перевірка змін</b>
    { $title }
    { publishing-hearers-here }
publishing-preview-close =
    <b>Закрити консультацію зараз?</b>
    { $title }
    Відповідей більше не прийматимуть. { publishing-hearers-here }
publishing-preview-withdraw =
    <b>Відкликати консультацію?</b>
    { $title }
    Повернути її не можна. { publishing-hearers-here }
publishing-preview-answer =
    <b>Оголосити результати?</b>
    { $title }
    Кожна пропозиція має відповідь. { publishing-hearers-here }
publishing-discard =
    { $is_new ->
        [true] <b>Видалити цю консультацію?</b>
       *[false] <b>Скасувати ці зміни?</b>
    }
    «{ $title }»
    Написане зникне назавжди.

# Квитанції.
publishing-kept =
    <b>Чернетку збережено</b>
    «{ $title }»
    Її бачить увесь секретаріат. Оприлюднити: /publish
publishing-done-scheduled =
    <b>Консультацію заплановано</b>
    «{ $title }»
publishing-done-unscheduled =
    <b>Консультацію знято з плану</b>
    «{ $title }»
publishing-done-missed =
    <b>Консультацію не відкрито вчасно</b>
    «{ $title }»
publishing-done-opened =
    <b>Консультацію оприлюднено</b>
    «{ $title }»
publishing-done-changed =
    <b>Зміни оприлюднено</b>
    «{ $title }»
publishing-done-closed =
    <b>Консультацію закрито</b>
    «{ $title }»
publishing-done-withdrawn =
    <b>Консультацію відкликано</b>
    «{ $title }»
publishing-done-answered =
    <b>Результати оголошено</b>
    «{ $title }»

button-new-consultation = Нова консультація
button-manage = Керувати консультацією
button-plan = Запланувати відкриття
button-unschedule = Зняти з плану
button-prepare = Змінити чернетку
button-correct-consultation = Змінити чи виправити
button-close-now = Закрити зараз
button-withdraw-consultation = Відкликати консультацію
button-results = Оголосити результати
button-to-answer = Дати відповіді
button-choose-call = Збір пропозицій
button-choose-remarks = Зауваження до проєкту
button-opens-now = Відкрити одразу
button-second-yes = Додати англійською
button-second-no = Не додавати
button-clear = Прибрати написане
button-discard-work = Не зберігати
button-fill-work = Заповнити решту
button-keep-for-later = Зберегти чернетку
button-confirm-correct = Оприлюднити зміни
button-confirm-close = Закрити консультацію
button-confirm-withdraw = Відкликати
button-confirm-answer = Оголосити
button-preview-uk = Як бачать українською
button-preview-en = Як бачать англійською
publishing-button-edit = Змінити: { $name }
publishing-button-missing = Без відповіді · { $count }
