# Консультації: переліки, одна консультація, сповіщення про неї. $closes – дата й час, $left – готові слова
# («залишилося 3 дні», «останній день»).

consultations-title-open = <b>Відкриті консультації</b>
consultations-title-past = <b>Минулі консультації</b>
consultations-none-open =
    <b>Відкриті консультації</b>
    Зараз відкритих консультацій немає. Пропозицію можна надіслати й без консультації, будь-коли.
    Щоб дізнатися про нову одразу, увімкніть сповіщення.
consultations-none-past =
    <b>Минулі консультації</b>
    Жодна консультація ще не завершилася.
consultations-none-fitting =
    <b>Нічого не знайдено</b>
    За цими умовами консультацій немає. Приберіть умови, щоб побачити всі.
# $filters – обрані тема, регіон і вид, готовими словами.
consultations-filtered = Показано: { $filters }
# $kind і $state – готові слова.
consultations-entry-open =
    <b>{ $title }</b>
    { $kind } · до { $closes } ({ $left })
consultations-entry-past =
    <b>{ $title }</b>
    { $kind } · { $state } · строк участі: до { $closes }
consultations-choose-topic =
    <b>Тема</b>
    Консультації без теми стосуються всіх, тож їх видно завжди.
consultations-choose-region =
    <b>Регіон</b>
    Консультації для всієї країни видно завжди.

consultation-kind-call = <b>Консультація</b> · збір пропозицій
consultation-kind-remarks = <b>Консультація</b> · зауваження до проєкту
consultation-kind-name-call = збір пропозицій
consultation-kind-name-remarks = зауваження до проєкту
consultation-alert-call = <b>Нова консультація</b> · збір пропозицій
consultation-alert-remarks = <b>Нова консультація</b> · зауваження до проєкту
consultation-state-draft = чернетка
consultation-state-scheduled = заплановано
consultation-state-open = триває
consultation-state-closed = закрито
consultation-state-answered = є результати
consultation-state-withdrawn = відкликано
consultation-heading = <b>{ $title }</b>
consultation-authority = Консультацію проводить: { $authority }
consultation-summary = { $summary }
# $name – назва поля повідомлення, як нижче.
consultation-field =
    <b>{ $name }</b>
    { $text }
consultation-field-title = Назва
consultation-field-summary = Зміст
consultation-field-authority = Хто проводить
consultation-field-affected = Кого це стосується
consultation-field-consequences = Можливі наслідки
consultation-field-ways = Електронна адреса та інші способи подати пропозицію
consultation-field-closes-at = Строк участі
consultation-field-documents = Документи
consultation-field-topics = Теми
consultation-field-regions = Регіони
consultation-field-url = Оголошення
consultation-topics = Теми: { $topics }
consultation-regions = Регіони: { $regions }
# $language – мова, якою текст є.
consultation-other-language =
    { $language ->
        [uk] <i>Цей текст є лише українською.</i>
        [en] <i>Цей текст є лише англійською.</i>
       *[other] <i>Цього тексту вашою мовою немає.</i>
    }
# Те саме двома словами, у переліку.
consultation-only-in =
    { $language ->
        [uk] лише українською
        [en] лише англійською
       *[other] іншою мовою
    }
consultation-open = Долучитися можна до <b>{ $closes }</b>: { $left }.
consultation-over = Долучитися вже не можна. Строк участі – до { $closes }.
consultation-answered = Результати оголошено. Долучитися можна було до { $closes }.
consultation-withdrawn = Консультацію відкликано. Долучитися вже не можна.
consultation-link = Посилання: { $link }

# Документи й календар.
consultation-document =
    <b>{ $name }</b>
    Консультація «{ $title }»
consultation-file = { $name } ({ $size })
consultation-document-sent = Документ вище.
consultation-document-missing = <b>Документа зараз не знайти.</b> Файл утрачено. Напишіть секретаріату: /contact
consultation-calendar =
    <b>Для календаря: { $title }</b>
    Строк участі – до { $closes }. Відкрийте файл, і календар нагадає за день до кінця.
consultation-calendar-event = Останній строк: { $title }

# Що змінилося. $was і $became – готові слова або текст; $changed – дата й час.
consultation-history = <b>Що змінювалося: { $title }</b>
consultation-event-scheduled = <b>{ $changed }</b> · заплановано
consultation-event-unscheduled = <b>{ $changed }</b> · знято з плану
consultation-event-missed = <b>{ $changed }</b> · не відкрито вчасно
consultation-event-opened = <b>{ $changed }</b> · відкрито
consultation-event-changed = <b>{ $changed }</b> · змінено
consultation-event-closed = <b>{ $changed }</b> · закрито
consultation-event-withdrawn = <b>{ $changed }</b> · відкликано
consultation-event-answered = <b>{ $changed }</b> · результати оголошено
consultation-difference = <b>{ $field }:</b> було «{ $was }», стало «{ $became }»
consultation-difference-new = <b>{ $field }:</b> додано «{ $became }»
consultation-difference-gone = <b>{ $field }:</b> прибрано «{ $was }»
consultation-difference-only = <b>{ $field }:</b> змінено
consultation-note = Чому: { $note }
consultation-changed-changed =
    <b>Зміни в консультації</b>
    { $title }
consultation-changed-closed =
    <b>Консультацію закрито раніше</b>
    { $title }
consultation-changed-withdrawn =
    <b>Консультацію відкликано</b>
    { $title }
consultation-draft-kept = Якщо ви почали писати, чернетка збережена: її можна надіслати без консультації. /propose

# Чим закінчилося. $state – стан пропозиції, готові слова.
consultation-results-title =
    <b>Результати консультації</b>
    { $title }
consultation-results =
    { $count ->
        [0] Пропозицій не надійшло.
        [one] Надійшла { $count } пропозиція. Відповідь має кожна:
        [few] Надійшло { $count } пропозиції. Відповідь має кожна:
        [many] Надійшло { $count } пропозицій. Відповідь має кожна:
       *[other] Надійшло { $count } пропозиції. Відповідь має кожна:
    }
consultation-result = { $state }: { $count }

button-open-ones = Показати відкриті
button-past-ones = Показати минулі
button-all-ones = Прибрати умови
button-by-topic = Обрати тему
button-by-region = Обрати регіон
button-any-topic = Будь-яка тема
button-any-region = Будь-який регіон
button-kind-c = Лише пропозиції
button-kind-r = Лише зауваження
button-kind-any = Усі види
button-remark = Надіслати зауваження
button-calendar = До календаря
button-changes = Що змінювалося

consultation-error-closed =
    <b>Консультацію закрито</b>
    Вона більше не приймає пропозицій. Погляньте на ті, що відкриті зараз, або надішліть пропозицію без консультації: /propose
# Одним рядком: її показує й термінал.
consultation-error-unknown =
    <b>Консультації не знайдено.</b> Можливо, її назва чи посилання застаріли або мають помилку. Погляньте на ті, що відкриті зараз.

# Чого з консультацією зробити не можна. Одним рядком: їх показує й термінал. $closes – дата й час.
consultation-error-state =
    { $state ->
        [draft] <b>Консультацію ще не оприлюднено.</b>
        [scheduled] <b>Консультація чекає на свій час.</b>
        [open] <b>Консультація триває.</b>
        [closed] <b>Консультацію закрито.</b>
        [answered] <b>Результати консультації оголошено.</b>
       *[withdrawn] <b>Консультацію відкликано.</b>
    } Цього з «{ $slug }» зробити не можна, нічого не змінено.
consultation-error-deadline = <b>Зарано.</b> { $closes } – цей строк уже минув або настане раніше, ніж консультація відкриється. Назвіть пізніший.
consultation-error-opens = <b>Цей час уже минув.</b> Назвіть час відкриття ще раз: він має бути в майбутньому.
consultation-error-slug-taken = <b>Код «{ $slug }» уже зайнято.</b> Придумайте інший: його має лише одна консультація.
consultation-error-responses =
    <b>Ще не всі відповіді готові.</b> { $count ->
        [one] На відповідь чекає { $count } пропозиція.
        [few] На відповідь чекають { $count } пропозиції.
        [many] На відповідь чекають { $count } пропозицій.
       *[other] На відповідь чекають { $count } пропозиції.
    } Дайте відповідь на кожну, і тоді оголосіть результати.
consultation-error-document = <b>Цього документа вже немає.</b> Його прибрали з консультації. Відкрийте її ще раз.
consultation-error-reason = <b>Бракує пояснення.</b> Напишіть, чому консультацію відкликають: це прочитають усі, кого вона стосується.
