# Вивантаження: вибір у чаті, підписи файлів, аркуші книги Excel, помилки.

export-choose =
    <b>Вивантаження пропозицій</b>
    Оберіть, що вивантажити. Формат – на наступному кроці.
export-button-all = Усі ({ $count })
export-button-waiting = Чекають на рішення ({ $count })
export-button-decided = З рішенням ({ $count })
export-button-week = Змінені за 7 днів ({ $count })
export-button-month = Змінені за 30 днів ({ $count })
export-button-consultation = До консультації ({ $count })
export-button-one = { $title } ({ $count })
export-choose-consultation =
    <b>Вивантаження за консультацією</b>
    Оберіть консультацію. У дужках – скільки до неї надійшло пропозицій.
export-choose-form =
    <b>Вивантаження: формат</b>
    Що: { $scope }
    Пропозицій: { $proposals }
    { $files ->
        [0] Файлів до них немає.
       *[other] Файлів до них: { $files } ({ $size })
    }
export-form-hint =
    XLSX – таблиця Excel зі словником колонок. CSV і JSON – для інших програм. ZIP – файли, які додали автори.
export-for-observers =
    Спостерігач отримує таблицю без контактів та імен, яких автори не оприлюднили, а з файлів – лише до публічних пропозицій.

export-working =
    <b>Готую файл</b>
    { $total ->
        [0] Що: { $scope }
       *[other] Записано { $done } з { $total }. Що: { $scope }
    }
    Файл надійде сюди сам; тим часом можна працювати далі в іншому чаті.
export-packing =
    <b>Готую файл</b>
    Записано все: { $total }. Складаю файл і надсилаю.
    Що: { $scope }
export-toast = Готую файл

export-done =
    { $count ->
        [one] <b>{ $count } пропозиція у файлі</b>
        [few] <b>{ $count } пропозиції у файлі</b>
        [many] <b>{ $count } пропозицій у файлі</b>
       *[other] <b>{ $count } пропозиції у файлі</b>
    }
    Що: { $scope }
    Станом на { $made }
export-has-contacts = У таблиці є контакти авторів: не передавайте її далі без потреби.
export-has-formulas = Перед «+», «=», «-» чи «@», з яких починається текст, стоїть апостроф: так він не стане формулою.
export-archive-done =
    { $count ->
        [one] <b>{ $count } файл в архіві</b>
        [few] <b>{ $count } файли в архіві</b>
        [many] <b>{ $count } файлів в архіві</b>
       *[other] <b>{ $count } файлу в архіві</b>
    }
    Що: { $scope }
    Станом на { $made }
export-archive-part = Архів { $number } з { $total }. Кожен відкривається окремо й має свій список manifest.csv.
export-archive-missing =
    { $count ->
        [one] { $count } файлу на диску немає: його названо в manifest.csv.
        [few] { $count } файлів на диску немає: їх названо в manifest.csv.
        [many] { $count } файлів на диску немає: їх названо в manifest.csv.
       *[other] { $count } файлу на диску немає: його названо в manifest.csv.
    }
export-archive-caution = У файлах можуть бути особисті дані: не передавайте архів далі без потреби.
export-none =
    <b>Вивантаження пропозицій</b>
    Тут порожньо: { $scope }. Оберіть інше.
export-no-consultations = до консультацій ще нічого не надіслано
export-no-files =
    <b>Вивантаження файлів</b>
    До цих пропозицій файлів не додавали: { $scope }. Самі пропозиції можна вивантажити таблицею.

# Що у файлі; стоїть і в підписі, і на аркуші «Про файл».
export-scope-all = усі пропозиції
export-scope-consultation = консультація { $slug }
export-scope-states = зі станом: { $states }
export-scope-since = надіслані чи змінені з { $since }
export-scope-after = нове й змінене після курсора { $cursor }

# Книга Excel. Назва аркуша – щонайбільше 28 знаків, без [ ] : * ? / \
export-sheet-proposals = Пропозиції
export-sheet-dictionary = Словник
export-sheet-about = Про файл
export-sheet-rest = Довгі тексти
export-heading-column = Колонка
export-heading-meaning = Що означає
export-heading-kind = Тип
export-heading-values = Можливі значення
export-heading-reference = Номер пропозиції
export-heading-part = Частина
export-heading-text = Текст
export-cell-continued = [увесь текст – аркуш «Довгі тексти», рядок { $row }]
export-kind-text = текст
export-kind-code = код
export-kind-number = число
export-kind-list = перелік через крапку з комою
export-kind-time = дата й час ({ $zone })
export-about-scope = Що у файлі
export-about-count = Пропозицій
export-about-made = Станом на
export-about-zone = Часовий пояс
export-about-cursor = Курсор
export-about-contacts = Особисті дані
export-about-formulas = Формули
export-about-long = Довгі тексти
export-contacts =
    { $shown ->
        [true] У таблиці є імена й контакти авторів, які їх указали. Не передавайте файл далі без потреби.
       *[false] Без контактів; імена – лише ті, які автори оприлюднили.
    }
export-formulas = Жодна клітинка не є формулою. Перед знаком, з якого починалася б формула, стоїть апостроф.
export-long = Клітинка вміщує { $longest } знаків, аркуш – { $rows } рядків. Довший текст цілком стоїть на аркуші «Довгі тексти», зайві рядки – на наступному аркуші.

export-column-reference = Номер, за яким знають пропозицію
export-column-status = Стан розгляду
export-column-submitted-at = Коли надіслано
export-column-updated-at = Коли востаннє змінили автор або секретаріат
export-column-consultation = Код консультації; порожньо, якщо надіслано поза консультацією
export-column-title = Заголовок
export-column-problem = Яку проблему описано
export-column-solution = Що запропоновано
export-column-expected-result = Якого результату чекають
export-column-values = Цінності Ініціативи, яким служить пропозиція
export-column-sdg = Номер Цілі сталого розвитку
export-column-region = Регіон; порожньо – уся країна
export-column-topic = Тема
export-column-responsible-body = Хто, на думку автора, має виконати
export-column-partners = Хто може допомогти
export-column-time-frame = Коли виконати
export-column-indicator = За чим буде видно результат
export-column-language = Мова автора
export-column-named = Чи назвав себе автор
export-column-author-name = Ім’я автора; порожньо, якщо не назвався або імені вам не видно
export-column-author-contact = Контакт автора; порожньо, якщо не вказано або вам не видно
export-column-attachments = Назви файлів, які додав автор
export-column-endorsements = Скільки людей підтримали
export-column-response = Відповідь секретаріату з обґрунтуванням
export-column-responded-at = Коли відповіли
export-column-responded-by = Номер (ID) у Telegram того, хто відповів; порожньо, якщо відповів оператор
export-column-commitment = Код зобов’язання, яким стала пропозиція
export-column-content-hash = SHA-256 тексту й файлів останньої версії

# Помилки: одним рядком, їх показує й термінал.
export-error-disk = <b>Файл не записано.</b> На диску бракує місця або він не працює ({ $reason }). Більше нічого не змінилося: коли місце з’явиться, спробуйте ще раз.
export-error-large = <b>Файл завеликий для Telegram.</b> У ньому { $size } МБ, а бот може надіслати { $most }. Оберіть менше – або оператор вивантажить усе командами <code>ogp-bot proposals export</code> і <code>ogp-bot proposals attachments</code>.
export-error-refused = <b>Telegram не прийняв файл.</b> Його вже видалено, пропозиції на місці. Спробуйте ще раз або оберіть менше; оператор може вивантажити все командою <code>ogp-bot proposals export</code>.
