# Командний рядок, для оператора: довідка (з прикладом), один рядок про успіх, один рядок про помилку.

cli-help = Бот для участі в Ініціативі «Партнерство «Відкритий Уряд»: запуск, запитання, консультації, пропозиції, дані.
cli-json = Вивести дані як JSON.
cli-file-error = Файл не читається або не записується ({ $reason }): { $path }
cli-file-exists = Файл { $path } уже є; вкажіть іншу назву.
cli-not-utf8 = це не текст в UTF-8
# $wants – один із текстів setting-wants-*.
cli-setting-invalid = { $name }: { $wants }

cli-run-help =
    Запустити бота: опитуванням Telegram або вебхуком, якщо є OGP_BOT_WEBHOOK_URL.

    Приклад: OGP_BOT_TOKEN=123456789:ABC ogp-bot run
cli-run-or-sandbox = Без токена запустити пісочницю.
cli-sandbox-help =
    Запустити бота в пісочниці, без Telegram і без токена; дані лежать у data/sandbox.sqlite3.

    Приклад: ogp-bot sandbox --port 8081
cli-sandbox-port = Порт сторінки пісочниці; якщо зайнятий, береться вільний.
cli-sandbox-ready = Пісочниця: { $url }

cli-ask-help =
    Відповісти на запитання з матеріалів бота.

    Приклад: ogp-bot ask 'Коли затвердили четвертий план дій?'
cli-ask-question = Запитання, в лапках.
cli-ask-lang = Мова запитання й відповіді: uk, en.
cli-ask-batch = Читати запитання зі стандартного вводу (JSON Lines: id, text, lang) і писати по рядку JSON на кожне.
cli-ask-nothing = вкажіть запитання в лапках або --batch
cli-ask-bad-line = Рядок { $line }: потрібен об’єкт JSON із полем text.
cli-ask-intent = Дія в боті: { $intent }
cli-ask-candidates = Можливо, одне з цього:
cli-ask-unknown = У підтверджених матеріалах цього немає.

cli-consultations-help = Консультації: додати з файлу, запланувати, оприлюднити, закрити, відкликати, оголосити результати.
cli-slug = Код консультації (slug).
cli-consultations-file = Файл YAML з однією консультацією або списком.
cli-consultations-import-help =
    Додати консультації з файлу як чернетки: усі або жодної. Чернетку з тим самим кодом замінить нова.

    Приклад: ogp-bot consultations import consultations.yaml

    Поля, * – обов’язкові: slug* (код для посилання), kind (call або remarks), opens і closes* (РРРР-ММ-ДД або РРРР-ММ-ДД ГГ:ХХ), url (оголошення), topics і regions (переліки кодів), documents (перелік із title та url), і тексти за мовами (uk, en): title*, summary*, authority, affected, consequences, ways.
cli-consultations-imported = Додано чернетку { $slug }
cli-consultations-publish-help =
    Оприлюднити чернетку та сповістити всіх підписників. Удруге сповіщення не надсилається.

    Приклад: ogp-bot consultations publish open-data-roads
cli-consultations-published = { $slug }: оприлюднено; одержувачів сповіщення: { $count }
cli-consultations-schedule-help =
    Призначити час, коли консультація відкриється сама. Сповіщення вирушать тоді ж.

    Приклад: ogp-bot consultations schedule open-data-roads --at '2026-12-01 09:00'
cli-consultations-at = Коли відкрити, за часовим поясом бота: РРРР-ММ-ДД або РРРР-ММ-ДД ГГ:ХХ.
cli-consultations-scheduled = { $slug } відкриється { $opens }
cli-consultations-reason = Чому: це прочитають усі, кому надійде сповіщення.
cli-consultations-close-help =
    Закрити консультацію раніше строку. Про це дізнаються ті, кому повідомляли про її відкриття.

    Приклад: ogp-bot consultations close open-data-roads --reason 'Зібрано досить пропозицій'
cli-consultations-withdraw-help =
    Відкликати консультацію. Про це дізнаються ті, кому повідомляли про її відкриття.

    Приклад: ogp-bot consultations withdraw open-data-roads --reason 'Помилка в проєкті'
cli-consultations-results-help =
    Оголосити результати закритої консультації. Кожна пропозиція в ній має вже мати відповідь.

    Приклад: ogp-bot consultations results open-data-roads
cli-consultations-closed = { $slug }: закрито; одержувачів сповіщення: { $count }
cli-consultations-withdrawn = { $slug }: відкликано; одержувачів сповіщення: { $count }
cli-consultations-answered = { $slug }: результати оголошено; одержувачів сповіщення: { $count }
cli-consultations-list-help =
    Перелічити всі консультації.

    Приклад: ogp-bot consultations list --json
cli-consultations-show-help =
    Показати одну консультацію.

    Приклад: ogp-bot consultations show open-data-roads

# $wants – один із текстів import-wants-*.
cli-import-problem = { $file }:{ $line }: { $field }: { $wants }
import-wants-yaml = потрібен правильний запис YAML: перевірте тут двокрапки, лапки, дужки та відступи
import-wants-yaml-twice = цей ключ стоїть двічі; лишіть один
import-wants-yaml-key = ключем має бути просте слово, без дужок і списків
import-wants-yaml-alias = потрібне саме значення, без посилання (*)
import-wants-yaml-deep = потрібно не більше 32 рівнів вкладеності
import-wants-yaml-large = файл завеликий: можна до 256 КіБ
import-wants-consultations = потрібна консультація (поля slug, closes, title, summary) або список консультацій
import-wants-no-such-field = такого поля немає; можливі: slug, kind, opens, closes, url, topics, regions, documents, title, summary, authority, affected, consequences, ways
import-wants-slug = потрібно 1–60 знаків: латинські літери, цифри, - та _
import-wants-slug-once = цей код уже є вище у файлі
import-wants-kind = потрібно call (збір пропозицій) або remarks (зауваження)
import-wants-closes = потрібна дата РРРР-ММ-ДД або дата й час РРРР-ММ-ДД ГГ:ХХ
import-wants-future = потрібна дата в майбутньому
import-wants-url = потрібна адреса з https:// або http:// і повним іменем сайту, наприклад https://www.kmu.gov.ua, до 500 знаків
import-wants-title = потрібен заголовок для кожної мови, 1–200 знаків, з літерою або цифрою
import-wants-summary = потрібен опис для кожної мови, 1–2000 знаків, з літерою або цифрою
import-wants-language = цієї мови немає серед мов матеріалів (content.yaml)
import-wants-same-languages = title і summary мають бути тими самими мовами
import-wants-opens = потрібна дата РРРР-ММ-ДД або дата й час РРРР-ММ-ДД ГГ:ХХ
import-wants-after-opens = строк має бути пізнішим за opens
import-wants-topics = такої теми немає серед матеріалів (topics.yaml)
import-wants-regions = такого регіону немає серед матеріалів (regions.yaml)
import-wants-documents = потрібен перелік до 10 документів, кожен із title (до 150 знаків) і url
import-wants-authority = потрібна назва органу цією мовою, 1–300 знаків, з літерою або цифрою
import-wants-affected = потрібен текст цією мовою, 1–600 знаків, з літерою або цифрою
import-wants-consequences = потрібен текст цією мовою, 1–600 знаків, з літерою або цифрою
import-wants-ways = потрібен текст цією мовою, 1–600 знаків, з літерою або цифрою
import-wants-title-first = цією мовою немає title і summary; додайте їх або приберіть це поле

cli-proposals-help = Пропозиції: перелічити, вирішити, передати, приховати, внести, вивантажити, перевірити журнал.
cli-reference = Номер пропозиції, наприклад UA-2026-0042.
cli-proposals-list-help =
    Перелічити всі пропозиції.

    Приклад: ogp-bot proposals list --json
cli-proposals-show-help =
    Показати одну пропозицію.

    Приклад: ogp-bot proposals show UA-2026-0042
cli-proposals-export-help =
    Вивантажити пропозиції таблицею. Курсор для наступного --after виводиться у stderr.

    Приклад: ogp-bot proposals export --format csv --out proposals.csv
cli-proposals-attachments-help =
    Записати файли, додані до пропозицій, в один ZIP-архів зі списком manifest.csv.

    Приклад: ogp-bot proposals attachments --out attachments.zip --status accepted
cli-export-format = Формат файлу.
cli-export-out = Файл, куди писати; без нього – стандартний вивід.
cli-export-status = Лише в цьому стані; можна повторити.
cli-export-consultation = Лише до цієї консультації (slug).
cli-export-since = Лише надіслані чи змінені відтоді: дата або дата й час ISO 8601.
cli-export-after = Лише нове й змінене після цього курсора.
cli-export-bad-since = потрібна дата або дата й час ISO 8601, наприклад 2026-11-23 або 2026-11-23T18:00
cli-export-lang = Мова пояснень у XLSX; без неї – мова бота.
cli-export-bad-lang = потрібна одна з мов: { $languages }
cli-export-working = Записую
cli-attachments-out = ZIP-архів, який записати.
cli-attachments-written =
    { $count ->
        [one] { $count } файл
        [few] { $count } файли
        [many] { $count } файлів
       *[other] { $count } файлу
    } у { $path }{ $missing ->
        [0] .
        [one] ; { $missing } файлу на диску немає: його названо в manifest.csv.
        [few] ; { $missing } файлів на диску немає: їх названо в manifest.csv.
        [many] ; { $missing } файлів на диску немає: їх названо в manifest.csv.
       *[other] ; { $missing } файлу на диску немає: його названо в manifest.csv.
    }

cli-column-reference = Номер
cli-column-slug = Код
cli-column-state = Стан
cli-column-closes = Закривається
cli-column-submitted = Надіслано
cli-column-updated = Змінено
cli-column-consultation = Консультація
cli-column-title = Заголовок
cli-column-problem = Проблема
cli-column-solution = Рішення
cli-column-contact = Контакт
cli-column-language = Мова
cli-column-reply-by = Відповідь до
cli-column-expected-result = Очікуваний результат
cli-column-values = Цінності
cli-column-sdg = Ціль сталого розвитку
cli-column-region = Регіон
cli-column-topic = Тема
cli-column-responsible-body = Відповідальний орган
cli-column-partners = Партнери
cli-column-time-frame = Строк
cli-column-indicator = Показник
cli-column-identity = Хто автор
cli-column-author-name = Ім’я автора
cli-column-endorsements = Підтримка
cli-column-response = Відповідь
cli-column-responded = Відповідь надіслано
cli-column-commitment = Зобов’язання
cli-column-hidden = Приховано
cli-column-version = Версія
cli-column-content-hash = Відбиток

cli-content-help = Матеріали бота: перевірити.
cli-content-check-help =
    Перевірити матеріали: показати всі помилки з файлом і рядком.

    Приклад: ogp-bot content check
cli-content-fine =
    { $entries ->
        [one] Матеріали справні: { $entries } відповідь
        [few] Матеріали справні: { $entries } відповіді
        [many] Матеріали справні: { $entries } відповідей
       *[other] Матеріали справні: { $entries } відповіді
    }{ $languages ->
        [one] , { $languages } мова
        [few] , { $languages } мови
        [many] , { $languages } мов
       *[other] , { $languages } мови
    }

# Чого бракує матеріалам; стоїть після файлу й рядка. $name – відповідний ідентифікатор.
cli-content-problem = { $file }:{ $line }: { $wants }
cli-content-warning = { $file }:{ $line }: (підказка) { $wants }
cli-content-wants-file = файлу немає
cli-content-wants-utf8 = потрібен текст в UTF-8
cli-content-wants-yaml = потрібен правильний запис YAML біля { $name }: перевірте двокрапки, лапки, дужки та відступи
cli-content-wants-key = { $name }: ключем має бути просте слово, без дужок і списків
cli-content-wants-alias = { $name }: потрібне саме значення, без посилання (*)
cli-content-wants-deep = { $name }: потрібно не більше 32 рівнів вкладеності
cli-content-wants-large = файл завеликий: можна до 256 КіБ
cli-content-wants-items = потрібен перелік «ідентифікатор: поля»
cli-content-wants-fields = { $name }: потрібні поля
cli-content-wants-twice = { $name } стоїть двічі; лишіть одне
cli-content-wants-once = { $name } уже описано: { $first }; лишіть одне
cli-content-wants-neutral = { $name } невідоме: додайте до knowledge/{ $noun }.yaml або приберіть звідси
cli-content-wants-translation = { $name }: немає тексту цією мовою: { $language }
cli-content-wants-field = немає поля { $field }
cli-content-wants-no-such-field = такого поля немає: { $field }
cli-content-wants-some = { $field }: не може бути порожнім
cli-content-wants-shorter = { $field }: знаків може бути найбільше { $most }
cli-content-wants-date = { $field }: потрібен рік, місяць або день за календарем: 2026, 2026-11 або 2026-11-23
cli-content-wants-url = { $field }: потрібна адреса, що починається з https:// або http://
cli-content-wants-code = { $field }: потрібно 2–10 великих латинських літер
cli-content-wants-id = ідентифікатор: потрібно 1–60 знаків: латинські літери, цифри, - та _
cli-content-wants-value = { $field } не читається: { $reason }
cli-content-wants-period = { $field }: кінець раніше за початок
cli-content-wants-entity = { $field }: немає сутності { $name }
cli-content-wants-attribute = { $field }: немає ознаки { $name }
cli-content-wants-source = { $field }: немає джерела { $name }
cli-content-wants-entry = { $field }: немає відповіді { $name }
cli-content-wants-slot = { $name } відповідає на те саме, що й { $other }: ті самі сутність і ознака
cli-content-wants-ordinal = { $name } має той самий номер у ряду, що й { $other }
cli-content-wants-circle = { $name } є частиною самої себе
cli-content-wants-self = { $name } не може вести на саму себе
cli-content-wants-plan = { $field }: { $name } не план; його вид має бути plan
cli-content-wants-code-twice = { $name } має той самий код, що й { $other } того самого плану
cli-content-wants-no-contact = немає { $name }: /contact скаже, що контактів секретаріату ще немає
cli-content-wants-no-variants = { $name } не має варіантів запитань; пошук навряд чи її знайде
cli-content-wants-words = варіант запитання для { $name } не має слів
cli-content-wants-variant = варіант «{ $variant }» уже веде на { $other }: { $place }
cli-content-wants-fact = для факту потрібні відповіді, що його називають
cli-content-wants-unused = { $name } ніде не використано
cli-content-wants-language = є тексти мовою { $language }, а серед мов матеріалів її немає
cli-content-wants-no-such-list = такого списку немає: { $name }; є: { $known }
cli-content-wants-list-text = { $name }: потрібні слова одним рядком тексту
cli-content-wants-list-list = { $name }: потрібен список
cli-content-wants-list-fields = { $name }: потрібно «назва: список»
cli-content-wants-weight = { $name }: потрібне число, як-от -1.5
cli-content-wants-numbers = { $name }: потрібне число зі списком слів
cli-content-wants-intent = такої дії немає: { $name }; є, кожна зі списком: { $known }
cli-content-wants-group = такої групи слів немає: { $name }; є, кожна одним текстом: { $known }
cli-content-wants-dictionary = словника цієї мови не встановлено: { $name }
cli-content-wants-text-broken = текст не читається: { $reason }
cli-content-wants-text-unknown = у бота немає тексту { $name }
cli-content-wants-text-variables = { $name }: потрібні саме ці змінні: { $wanted }
cli-content-wants-text-missing = { $name }: немає тексту цією мовою
cli-content-wants-text-long = { $name }: знаків { $length }, а вміщається { $most }
cli-content-wants-untranslated = бот не має текстів мовою { $language }; покладіть { $language }/*.ftl до теки матеріалів
cli-content-wants-overlong = відповідь { $name } задовга для екрана: знаків { $length }, а вміщається { $most }
cli-content-wants-callback = ідентифікатор { $name } задовгий для кнопки: знаків { $length }, а байтів разом із тим, що додає бот, має бути не більше { $most }
cli-content-wants-operator = матеріали не відповідають налаштуванню { $name }
cli-content-wants-search = пошук не складається: { $reason }

cli-people-help = Особисті дані й блокування: видати копію, видалити, заблокувати, зняти блокування.
cli-person-id = Номер (ID) людини в Telegram.
cli-people-export-help =
    Вивести все, що бот зберігає про людину, як JSON.

    Приклад: ogp-bot people export 123456789
cli-people-erase-help =
    Видалити дані людини з усіх таблиць. Повернути їх не можна.

    Приклад: ogp-bot people erase 123456789 --with-proposals
cli-erase-with-proposals = Відкликати та стерти також пропозиції без рішення.
cli-person-unknown = Людини з номером { $id } у базі немає.
cli-person-erased = Дані людини з номером { $id } видалено.

cli-stats-help =
    Показники за останні дні: запитання, відповіді, передане секретаріату, найчастіші запитання без відповіді.

    Приклад: ogp-bot stats --days 7 --json
cli-stats-days = За скільки днів, разом із сьогоднішнім.

cli-backup-help =
    Зробити повну копію бази, поки бот працює.

    Приклад: ogp-bot backup backup.sqlite3
cli-backup-file = Куди писати; такого файлу ще не повинно бути.
cli-backed-up = Копію записано: { $path }
cli-doctor-help =
    Оглянути кожну частину бота й сказати, що не так і що робити.

    Приклад: ogp-bot doctor --json
cli-restore-help =
    Відновити базу з копії, яку зробила команда backup. Спершу зупиніть бота; теперішня база лишиться поруч.

    Приклад: ogp-bot restore backup.sqlite3
cli-restore-file = Копія бази.
cli-restore-yes = Не перепитувати: для сценаріїв.
cli-restore-itself = { $path } – це сама база; вкажіть копію.
cli-restore-what = Копія { $file } замінить базу { $path }. Усе, що сталося після копії, зникне з неї.
cli-restore-unknown = Теперішньої бази немає або вона не читається. Що люди стерли чи відкликали після копії, повернеться: видаліть це знову командою people erase.
cli-restore-lost =
    { $count ->
        [one] Після копії надійшла { $count } пропозиція: її не буде, а її номер отримає інша.
        [few] Після копії надійшли { $count } пропозиції: їх не буде, а їхні номери отримають інші.
        [many] Після копії надійшло { $count } пропозицій: їх не буде, а їхні номери отримають інші.
       *[other] Після копії надійшло { $count } пропозиції: їх не буде, а їхні номери отримають інші.
    }
cli-restore-erased =
    { $count ->
        [one] Після копії свої дані стерла { $count } людина: їх буде стерто й у копії.
        [few] Після копії свої дані стерли { $count } людини: їх буде стерто й у копії.
        [many] Після копії свої дані стерли { $count } людей: їх буде стерто й у копії.
       *[other] Після копії свої дані стерли { $count } людини: їх буде стерто й у копії.
    }
cli-restore-withdrawn =
    { $count ->
        [one] Після копії автори відкликали { $count } пропозицію: її буде відкликано й у копії.
        [few] Після копії автори відкликали { $count } пропозиції: їх буде відкликано й у копії.
        [many] Після копії автори відкликали { $count } пропозицій: їх буде відкликано й у копії.
       *[other] Після копії автори відкликали { $count } пропозиції: їх буде відкликано й у копії.
    }
cli-restore-ask = Нічого не змінено: щоб відновити без термінала, додайте --yes.
cli-restore-sure = Відновити?
cli-restored = Базу відновлено: { $path }
cli-restore-kept = Попередня база: { $path } (бот видалить її через 30 днів)
cli-restore-not-compared = Схема попередньої бази інша: відписки, ролі й надіслані після копії сповіщення не перенесено.
cli-restore-missing =
    { $count ->
        [one] Немає { $count } файлу з тих, що названі в базі; поверніть теку з файлами:
        [few] Немає { $count } файлів із тих, що названі в базі; поверніть теку з файлами:
        [many] Немає { $count } файлів із тих, що названі в базі; поверніть теку з файлами:
       *[other] Немає { $count } файлу з тих, що названі в базі; поверніть теку з файлами:
    }
cli-migrate-help =
    Оновити схему бази; перед тим бот робить її копію.

    Приклад: ogp-bot migrate
cli-migrated = Базу оновлено: { $path }

# Чого хоче налаштування; стоїть після його назви.
setting-wants-token = потрібен токен бота від @BotFather, наприклад 123456789:ABC…; без токена працює ogp-bot sandbox
setting-wants-api-url = потрібна адреса сервера Bot API, наприклад https://api.telegram.org
setting-wants-database = потрібен шлях до файлу SQLite, наприклад data/bot.sqlite3
setting-wants-admins = потрібні номери (ID) людей у Telegram через кому: цілі числа, більші за 0
setting-wants-staff-chat = потрібен номер чату секретаріату, ціле число
setting-wants-language = потрібен код мови, наприклад uk
setting-wants-timezone = потрібна назва часового поясу, наприклад Europe/Kyiv
setting-wants-rate = потрібне ціле число повідомлень за секунду від 1 до 1000
setting-wants-reply-working-days = потрібне ціле число робочих днів від 1 до 250
setting-wants-warn-working-days = потрібне ціле число робочих днів від 0 до 60
setting-wants-holidays = потрібні дати через кому, наприклад 2027-01-01,2027-03-08
setting-wants-proposals-a-day = потрібне ціле число пропозицій від 1 до 1000
setting-wants-staff-digest = потрібні години й хвилини, наприклад 08:30
setting-wants-content = потрібна тека з файлом content.yaml
setting-wants-webhook-url = потрібна адреса, що починається з https:// і має шлях, відмінний від /healthz та /metrics
setting-wants-webhook-secret = потрібно 1–256 знаків: латинські літери, цифри, - та _
setting-wants-listen = потрібні хост і порт, наприклад 127.0.0.1:8080
setting-error-token = OGP_BOT_TOKEN: Telegram не приймає цей токен; візьміть чинний у @BotFather.
setting-error-listen = OGP_BOT_LISTEN: адреса { $address } зайнята або недоступна; вкажіть іншу.

cli-commitments-help = Зобов’язання планів дій: переглянути, повідомити стан виконання.
cli-commitments-list-help =
    Показати зобов’язання всіх планів або одного.

    Приклад: ogp-bot commitments list --plan plan-6 --json
cli-commitments-show-help =
    Показати одне зобов’язання: стан, що повідомляли раніше, з яких пропозицій воно виросло.

    Приклад: ogp-bot commitments show UA0101
cli-commitments-status-help =
    Повідомити стан виконання; про це дізнаються автори й ті, хто підтримав.

    Приклад: ogp-bot commitments status UA0101 limited --note 'Запущено пілот.' --link https://example.org
cli-commitments-name = Ідентифікатор або код зобов’язання.
cli-commitments-plan = Лише зобов’язання цього плану.
cli-commitments-level = Рівень виконання.
cli-commitments-note = Пояснення, яке прочитає кожен.
cli-commitments-link = Сторінка з підтвердженням.
cli-commitments-no-plan = Плану { $name } в матеріалах немає; які є: ogp-bot commitments list
cli-commitments-bad-link = Адреса має починатися з https:// або http://
cli-commitments-stated =
    { $name }: { $status }. { $count ->
        [0] Сповіщати нікого.
       *[other] Одержувачів сповіщення: { $count }.
    }
cli-column-id = Ідентифікатор
cli-column-plan = План
cli-column-code = Код
cli-column-status = Стан виконання
cli-column-changed = Повідомлено
cli-column-bodies = Відповідають
cli-column-proposals = Пропозиції

cli-staff-help = Люди секретаріату: хто має доступ і з якою роллю.
cli-staff-role = Роль: observer – читає, officer – ще й відповідає та оприлюднює, administrator – ще й керує людьми.
cli-staff-hours = Скільки годин діє запрошення, до 720.
cli-staff-list-help =
    Показати, хто має доступ.

    Приклад: ogp-bot staff list --json
cli-staff-add-help =
    Надати людині роль або змінити її. Діє одразу, також якщо бот працює.

    Приклад: ogp-bot staff add 123456789 --role officer
cli-staff-remove-help =
    Забрати в людини роль. Діє одразу, також якщо бот працює.

    Приклад: ogp-bot staff remove 123456789
cli-staff-invite-help =
    Створити одноразове посилання, яке дає роль тому, хто відкриє його першим.

    Приклад: ogp-bot staff invite --role observer --hours 24
cli-staff-invitations-help =
    Показати запрошення, якими ще можна скористатися. Самих посилань бот не зберігає.

    Приклад: ogp-bot staff invitations --json
cli-staff-revoke-help =
    Скасувати запрошення, яким ще ніхто не скористався.

    Приклад: ogp-bot staff revoke 3
cli-staff-number = Номер запрошення: ogp-bot staff invitations
cli-staff-revoked = Запрошення № { $id }: скасовано
cli-staff-not-revoked = Запрошення № { $id } уже використано або скасовано.
cli-staff-added = { $id }: { $role }
cli-staff-removed = { $id }: доступ забрано
# Посилання йде окремим рядком перед цим.
cli-staff-invited =
    { $hours ->
        [one] Роль: { $role }. Запрошення діє { $hours } годину, спрацьовує раз, і показати його вдруге не можна.
        [few] Роль: { $role }. Запрошення діє { $hours } години, спрацьовує раз, і показати його вдруге не можна.
        [many] Роль: { $role }. Запрошення діє { $hours } годин, спрацьовує раз, і показати його вдруге не можна.
       *[other] Роль: { $role }. Запрошення діє { $hours } години, спрацьовує раз, і показати його вдруге не можна.
    }
# Назва бота невідома: без токена або Telegram не відповідає.
cli-staff-start = Надішліть боту: /start { $payload }
cli-audit-help =
    Журнал дій секретаріату, найновіші спершу.

    Приклад: ogp-bot audit --noun proposal --since 2026-12-01 --json
cli-audit-who = Лише дії людини з цим номером (ID) у Telegram.
cli-audit-verb = Лише ця дія.
cli-audit-noun = Лише з цим.
cli-audit-subject = Лише з цим номером, кодом чи назвою: UA-2026-0001.
cli-audit-limit = Скільки рядків щонайбільше.
cli-audit-nobody = Людина з номером { $id } для секретаріату ще нічого не робила.
cli-column-expires = Діє до
cli-column-role = Роль
cli-column-name = Ім’я
cli-column-at = Коли
cli-column-who = Хто
cli-column-what = Що

cli-references = Номери пропозицій, наприклад UA-2026-0001.
cli-list-topic = Лише на цю тему (ідентифікатор із матеріалів).
cli-list-region = Лише про цей регіон (ідентифікатор із матеріалів).
cli-list-overdue = Лише прострочені.
cli-list-unassigned = Лише ті, яких ніхто не взяв.
cli-list-words = Лише ті, де є ці слова, у будь-якій формі.
cli-column-late-since = Прострочено з
cli-case-person = Номер (ID) людини в Telegram.
cli-case-text = Що записати: це читає лише секретаріат.
cli-case-assigned = { $reference } передано: { $person }
cli-case-released = { $reference } звільнено
cli-case-noted = { $reference }: нотатку збережено
cli-proposals-assign-help =
    Передати пропозицію людині із секретаріату.
    Приклад: ogp-bot proposals assign UA-2026-0001 123456789
cli-proposals-release-help =
    Звільнити пропозицію, щоб її міг узяти будь-хто.
    Приклад: ogp-bot proposals release UA-2026-0001
cli-proposals-note-help =
    Написати нотатку до пропозиції: її читає лише секретаріат.
    Приклад: ogp-bot proposals note UA-2026-0001 --text 'Телефонували.'
cli-consultations-missing = { $said } { $references }
