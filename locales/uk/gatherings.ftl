# Пропозиції із зустрічей: секретаріат вносить їх за авторів, які подали їх на папері.

button-gatherings = Внести із зустрічі
gathering-list =
    <b>Пропозиції із зустрічей</b>
    Люди подають їх на папері, а секретаріат вносить сюди. Автор отримує код і згодом може забрати пропозицію в чаті з ботом.
    { $count ->
        [0] Зустрічей ще немає: назвіть першу.
       *[other] Оберіть зустріч або назвіть нову.
    }
button-gathering-new = Назвати нову зустріч
# $name – назва зустрічі; $held – дата.
gathering-named = Зустріч: «{ $name }», { $held }
gathering-entered =
    { $count ->
        [0] Пропозицій із неї ще не внесено.
        [one] З неї внесено { $count } пропозицію.
        [few] З неї внесено { $count } пропозиції.
        [many] З неї внесено { $count } пропозицій.
       *[other] З неї внесено { $count } пропозиції.
    }
gathering-ask =
    <b>Нова зустріч</b>
    Назва і дата одним рядком, дата наприкінці. Наприклад: Зустріч у Вінниці, 12.10.2026. Назву бачитимуть усі.
button-keep-gathering = Зберегти зустріч
button-write-down = Внести пропозицію
button-write-down-more = Внести ще одну

# Кроки чернетки, які звертаються до автора: тут пише секретаріат.
draft-for-other-titled = Із зустрічі: { $title }
gathering-ask-identity = Як автор хоче бути підписаним? Так, як позначено на папері.
gathering-ask-name = Як звати автора? Ім’я та прізвище, найбільше { proposal-limit }.
gathering-ask-contact = Як зв’язатися з автором? Лише якщо на це є згода на папері. Пошта чи телефон, найбільше { proposal-limit }.
button-enter = Внести пропозицію

# Згода на папері, версія 1. Якщо змінюється зміст, змінюється й номер версії в коді.
gathering-consent =
    <b>Чи підписав автор згоду?</b>
    На папері має стояти (версія { $version }):
    • Пропозиція стане публічною: її текст, файли й стан зможе прочитати кожен.
    • Моє ім’я побачать так, як я позначив: усі, лише секретаріат або ніхто. Контакт бачить лише секретаріат.
    • Я можу забрати пропозицію за кодом у боті, виправити її чи відкликати або попросити про це секретаріат.

    Кнопка «Підписано, внести» означає, що ви бачили підпис і папір збережено. Це запишеться в журнал дій.
button-signed = Підписано, внести

gathering-done =
    <b>Пропозицію внесено</b> · <code>{ $reference }</code>
    «{ $title }»
gathering-new-code =
    <b>Новий код</b> · <code>{ $reference }</code>
    «{ $title }». Попередній код більше не діє.
# $code – код автора; $link – адреса з цим кодом.
gathering-code =
    Код автора: <code>{ $code }</code>
    Або за посиланням: { $link }
    Код показано один раз: бот його не зберігає. Аркуш у файлі можна надрукувати й віддати авторові.
gathering-code-gone = Код було показано раніше, і бот його не зберігає. Якщо він загубився, видайте новий.
button-new-code = Видати новий код
gathering-confirm-code =
    <b>Видати новий код?</b> · { $reference }
    «{ $title }». Попередній код перестане діяти. Переконайтеся, що просить сам автор: хто має код, той стане автором.
button-hand-out-code = Видати код
button-withdraw-paper = Відкликати за автора
gathering-withdraw =
    <b>Відкликати за автора?</b> · { $reference }
    «{ $title }». Текст, ім’я й контакт буде стерто, лишиться номер. Лише якщо про це просить сам автор; це запишеться в журнал дій.
# Аркуш для автора, звичайний текст. $bot – ім’я бота.
gathering-sheet =
    Пропозиція { $reference }
    «{ $title }»

    Отримано: { $submitted }
    Відповідь секретаріату: до { $reply_by }

    Ваш код: { $code }

    З цим кодом можна забрати пропозицію собі в Telegram: бот повідомлятиме про неї,
    а ви зможете виправити її, доповнити чи відкликати.

    1. Відкрийте в Telegram бота { $bot }
    2. Надішліть йому код: { $code }
    Або відкрийте посилання: { $link }

    Нікому не передавайте код: хто його має, той стане автором.
    Якщо код загубився, секретаріат видасть новий.
# Де внесено. $name – назва зустрічі; $held – дата.
gathering-origin = Внесено секретаріатом із зустрічі «{ $name }», { $held }
gathering-unreachable = Автор подав її на папері й ще не забрав у чаті: повідомлення до нього не дійде.

gathering-error-unclear =
    <b>Назву або дату не впізнано</b>
    Надішліть назву і дату одним рядком, дата наприкінці, не в майбутньому. Наприклад: Зустріч у Вінниці, 12.10.2026
gathering-error-unknown =
    <b>Такої зустрічі немає</b>
    Погляньте на перелік зустрічей.

# Командний рядок.
cli-proposals-import-help =
    Внести пропозиції із зустрічей з файлу YAML або CSV: усі або жодної. Запущена вдруге, команда нічого не додає.

    Приклад: ogp-bot proposals import vinnytsia.yaml --json

    Поля, * – обов’язкові: id* (ключ у файлі), meeting* і held* (назва й дата зустрічі, РРРР-ММ-ДД), consent* (версія згоди, підписаної на папері), consultation, language, title*, problem*, solution*, expected_result*, values*, sdg, region, topic, responsible_body, partners, time_frame, indicator, identity (public, named або anonymous), author_name, author_contact. Спільне для всіх може стояти один раз, поряд зі списком proposals.
cli-proposals-import-file = Файл YAML зі списком пропозицій або таблиця .csv.
cli-proposals-imported =
    { $count ->
        [0] Нових пропозицій у файлі немає.
        [one] Внесено { $count } пропозицію. Коди показано один раз: бот їх не зберігає.
        [few] Внесено { $count } пропозиції. Коди показано один раз: бот їх не зберігає.
        [many] Внесено { $count } пропозицій. Коди показано один раз: бот їх не зберігає.
       *[other] Внесено { $count } пропозиції. Коди показано один раз: бот їх не зберігає.
    }
cli-column-claim = Код автора
import-wants-csv-large = таблиця завелика: можна до 4 МіБ
import-wants-paper-csv = це не таблиця CSV: перевірте лапки
import-wants-paper-cells = у рядку не стільки комірок, скільки стовпців
import-wants-paper-csv-columns = перший рядок має називати стовпці, кожен один раз
import-wants-paper-no-such-column = такого стовпця немає; можливі: id, meeting, held, consent, consultation, language, title, problem, solution, expected_result, values, sdg, region, topic, responsible_body, partners, time_frame, indicator, identity, author_name, author_contact
import-wants-paper-no-such-field = такого поля немає; можливі: id, meeting, held, consent, consultation, language, title, problem, solution, expected_result, values, sdg, region, topic, responsible_body, partners, time_frame, indicator, identity, author_name, author_contact
import-wants-paper-list = потрібен список пропозицій, кожна з полями id, meeting, held, consent, title та іншими
import-wants-paper-most = забагато: можна до 200 пропозицій в одному файлі
import-wants-paper-text = потрібен текст
import-wants-paper-id = потрібен ключ, 1–60 знаків: латинські літери, цифри, - та _
import-wants-paper-id-once = такий ключ уже є вище у файлі
import-wants-paper-meeting = потрібна назва зустрічі, 3–150 знаків
import-wants-paper-held = потрібна дата зустрічі РРРР-ММ-ДД, не в майбутньому й не давніша за п’ять років
import-wants-paper-consent = потрібна версія згоди, яку автор підписав на папері: 1
import-wants-paper-consultation = такої відкритої консультації немає
import-wants-paper-language = цієї мови немає серед мов матеріалів (content.yaml)
import-wants-paper-title = потрібен заголовок, 5–150 знаків (для зауваження – пункт проєкту)
import-wants-paper-problem = потрібен опис проблеми, 10–1700 знаків
import-wants-paper-solution = потрібне рішення, 10–1700 знаків
import-wants-paper-expected-result = потрібен очікуваний результат, 10–1700 знаків
import-wants-paper-values = потрібна щонайменше одна з: access, participation, accountability, technology; кілька в CSV – через крапку з комою
import-wants-paper-sdg = потрібне число від 1 до 17
import-wants-paper-region = такого регіону немає серед матеріалів (regions.yaml)
import-wants-paper-topic = такої теми немає серед матеріалів (topics.yaml)
import-wants-paper-responsible-body = потрібно 2–300 знаків
import-wants-paper-partners = потрібно 2–300 знаків
import-wants-paper-time-frame = потрібно 2–300 знаків
import-wants-paper-indicator = потрібно 3–300 знаків
import-wants-paper-identity = потрібно public, named або anonymous
import-wants-paper-author-name = потрібне ім’я автора, 2–100 знаків
import-wants-paper-author-contact = потрібен контакт, 3–150 знаків
import-wants-paper-of-anonymous = анонімний автор не має імені й контакту: приберіть їх або змініть identity
import-wants-paper-links = забагато посилань: можна до 5
import-wants-paper-same-text = такий текст уже є: у файлі вище або серед пропозицій

# Журнал дій.
audit-noun-gathering = Зустрічі
audit-noun-database = База даних
audit-verb-entered = внесено з паперу: { $what }{ $how }
audit-verb-imported = внесено з файлу: { $what }{ $how }
audit-verb-coded = видано новий код: { $what }{ $how }
audit-verb-restored = відновлено з копії: { $what }{ $how }
