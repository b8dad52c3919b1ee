# Життя пропозиції: стан, наступний крок, історія, листування. $reference – номер, $title – заголовок.

# Що далі.
life-next-received = Далі: секретаріат її прочитає.
life-next-clarification = Далі: секретаріат чекає на вашу відповідь.
life-next-under-review = Далі: секретаріат розгляне її й напише рішення з поясненням.
life-next-accepted = Далі: її врахують у плані дій. Коли вона стане зобов’язанням, бот напише.
life-next-partly-accepted = Далі: прийняте врахують у плані дій. Коли воно стане зобов’язанням, бот напише.
life-next-declined =
    { $can_contest ->
        [true] Далі: якщо ви не згодні, рішення можна один раз оскаржити.
       *[false] Це рішення остаточне: його вже оскаржували. Можна написати нову пропозицію.
    }
life-next-merged = Далі: ваша думка розглядається разом з іншою пропозицією.
# Та, з якою об’єднано, відкликана її автором.
life-next-left = Далі: автор відкликав пропозицію, з якою об’єднано вашу, тож із нею вашу вже не розглянуть. Якщо справа важлива, надішліть її знову.
life-next-in-plan = Далі: її виконують як зобов’язання «{ $commitment }». Коли виконають, бот напише.
life-next-implemented = Виконано разом із зобов’язанням «{ $commitment }».
life-next-withdrawn = Текст стерто, лишився тільки номер.
life-reply-by = Відповідь надійде до { $day }.
life-late = Строк відповіді минув { $day }. Можна написати секретаріату: /contact

life-into = Об’єднано з { $reference } «{ $title }»
# Текст приховано або відкликано.
life-into-unread = Об’єднано з { $reference }: її тексту зараз не видно
# $more – скільки ще не названо.
life-joined =
    Сюди приєднано: { $references }{ $more ->
        [0] {""}
       *[other] {" "}і ще { $more }
    }
life-commitment = Зобов’язання: «{ $commitment }»

# $who – хто: me (сам читач), author або staff.
life-history = <b>Що було з пропозицією</b>
life-entry =
    { $changed } · { $state } · { $who ->
        [me] ви
        [author] автор
       *[staff] секретаріат
    }
# Виправлення автора; $number – номер версії, $steps – назви полів через кому.
life-version =
    { $written } · версія { $number } · { $is_own ->
        [true] ви
       *[false] автор
    }
life-version-changed = Змінено: { $steps }
life-quote = «{ $text }»
# $kind – у який стан перейшла: за ним видно, чи це запитання, чи рішення.
life-said =
    { $who ->
        [author] <b>Автор пише</b>
       *[staff] { $kind ->
            [clarification] <b>Запитання секретаріату</b>
           *[other] <b>Пояснення секретаріату</b>
        }
    }
    { $text }

# Своя пропозиція.
life-own = <b>{ $reference }</b> · { $title }
life-own-marker = <b>{ $reference }</b>
life-own-state = Стан: <b>{ $state }</b>
life-own-sent =
    { $version ->
        [1] Надіслано: { $submitted }
       *[other] Надіслано: { $submitted }, зараз версія { $version }
    }
life-own-files =
    { $count ->
        [one] { $count } файл
        [few] { $count } файли
        [many] { $count } файлів
       *[other] { $count } файлу
    }
life-own-support =
    { $count ->
        [one] Підтримує { $count } людина
        [few] Підтримують { $count } людини
        [many] Підтримують { $count } людей
       *[other] Підтримує { $count } людини
    }
life-own-link = Показати іншим: { $link }

proposals-your-turn = <b>Секретаріат чекає на вашу відповідь.</b>
proposals-drafts = <b>Ще не надіслано</b>
# $draft – її заголовок, або коли її почато; $step – перший крок, якого бракує.
proposals-draft = • { $draft } – далі: крок «{ $step }»
proposals-draft-whole = • { $draft } – далі: перевірити й надіслати

# Повідомлення авторові.
life-told-under-review = <b>Вашу пропозицію взято на розгляд</b>
life-told-clarification = <b>Секретаріат запитує про вашу пропозицію</b>
life-told-accepted = <b>Вашу пропозицію прийнято</b>
life-told-partly-accepted = <b>Вашу пропозицію прийнято частково</b>
life-told-declined = <b>Вашу пропозицію відхилено</b>
life-told-merged = <b>Вашу пропозицію об’єднано з іншою</b>
life-told-in-plan = <b>Ваша пропозиція стала зобов’язанням</b>
life-told-implemented = <b>Вашу пропозицію виконано</b>
life-told-which = { $reference } «{ $title }»
life-told-joined = <b>До вашої пропозиції приєднано іншу</b>
life-told-left = <b>Пропозицію, з якою об’єднано вашу, відкликано</b>
life-left-other = Відкликано: { $reference }
life-told-other = Приєднано: { $reference } «{ $title }»
life-joined-next = Секретаріат розгляне їх разом. Підтримка кожної рахується окремо.

# Листи про пропозицію.
life-letter-answer =
    <b>Ваша відповідь секретаріату · { $reference }</b>
    { $title }
life-letter-appeal =
    <b>Оскаржити відмову · { $reference }</b>
    { $title }
    Напишіть, з чим ви не згодні й чому. Оскаржити можна один раз: секретаріат розгляне пропозицію знову.
life-letter-clarify =
    <b>Запитання авторові · { $reference }</b>
    { $title }
    Автор отримає його одразу й відповість у чаті.
life-letter-accepted =
    <b>Прийняти · { $reference }</b>
    { $title }
    Поясніть рішення: автор прочитає це слово в слово.
life-letter-partly-accepted =
    <b>Прийняти частково · { $reference }</b>
    { $title }
    Що прийнято, що ні й чому: автор прочитає це слово в слово.
life-letter-declined =
    <b>Відхилити · { $reference }</b>
    { $title }
    Поясніть рішення: автор прочитає це слово в слово й зможе раз оскаржити.
life-letter-into =
    <b>Об’єднати · { $reference }</b>
    { $title }
    З якою пропозицією? Напишіть її номер: він є в листі авторові та в переліку.
# $into, $other – номер і заголовок іншої.
life-letter-merged =
    <b>Об’єднати { $reference } з { $into }</b>
    «{ $title }» → «{ $other }»
    Поясніть рішення: його прочитає автор. Підтримка лишиться в кожної своя.
# Поки лист писали, з пропозицією щось сталося.
life-news =
    <b>Поки ви писали, { $who ->
        [author] автор щось змінив
       *[staff] колега щось змінив
    }: { $changed }</b>
    Лист ще не надіслано. Перевірте, чи він досі доречний.

life-withdraw =
    <b>Відкликати пропозицію { $reference }?</b>
    «{ $title }»
    Текст і файли буде стерто, лишиться тільки номер. Повернути їх не можна.
life-done-under-review = <b>Відповідь надіслано · { $reference }</b>
life-done-appeal = <b>Оскарження надіслано · { $reference }</b>
life-done-withdrawn =
    <b>Пропозицію { $reference } відкликано</b>
    Текст стерто, лишився тільки номер. Нову можна написати будь-коли: /propose
life-too-late =
    <b>{ $reference }: цього вже не зробити</b>
    Стан пропозиції тим часом змінився.
life-not-sent =
    <b>Не надіслано</b>
    { $text }

button-send-question = Надіслати запитання
button-send-decision = Надіслати рішення
button-send-appeal = Надіслати оскарження
button-send-block = Заблокувати автора
button-correct = Змінити пропозицію
button-withdraw = Відкликати пропозицію
button-keep-proposal = Лишити пропозицію
button-contest = Оскаржити відмову
button-next-page = Далі ›
button-back-page = ‹ Раніше
button-newer-own = ‹ Новіші
button-older-own = Давніші ›

# Тихі години: коли бот не пише сам. $begins, $ends – година.
button-quiet = Тихі години
button-quiet-off = Писати будь-коли
quiet-button = { $begins }:00–{ $ends }:00
quiet-title =
    { $is_news ->
        [true] <b>Тихі години змінено</b>
       *[false] <b>Тихі години</b>
    }
quiet-on = З { $begins }:00 до { $ends }:00 бот сам не пише.
quiet-off = Зараз бот пише будь-коли.
quiet-what = Те, що надійде в тихі години, ви отримаєте, щойно вони скінчаться. На ваші повідомлення бот відповідає завжди.

# Командний рядок.
cli-proposals-answer-help =
    Вирішити щодо пропозиції й надіслати авторові пояснення. Якщо її ще не взяли на розгляд, її буде взято.

    Приклад: ogp-bot proposals answer UA-2026-0042 --decision declined --reason REASON
cli-proposals-clarify-help =
    Запитати автора пропозиції. Він відповість у чаті.

    Приклад: ogp-bot proposals clarify UA-2026-0042 --reason QUESTION
cli-proposals-review-help =
    Взяти пропозицію на розгляд.

    Приклад: ogp-bot proposals review UA-2026-0042
cli-proposals-in-plan-help =
    Указати, яким зобов’язанням стала прийнята пропозиція.

    Приклад: ogp-bot proposals in-plan UA-2026-0042 --commitment UA0101
cli-proposals-implemented-help =
    Позначити пропозицію з плану дій виконаною.

    Приклад: ogp-bot proposals implemented UA-2026-0042
cli-life-reason = Що прочитає автор, слово в слово.
cli-life-decision = Рішення: прийнято, прийнято частково, відхилено чи об’єднано.
cli-life-into = Номер пропозиції, з якою об’єднати.
cli-life-wants-into = --into потрібен для merged і тільки для нього
cli-life-commitment = Ідентифікатор або код зобов’язання; усі: ogp-bot commitments list
cli-life-done = { $reference }: { $state }. { $is_told ->
        [true] Автор отримає повідомлення.
       *[false] Повідомлення до автора не дійде.
    }

# Те саме іншою мовою.
life-said-other =
    <i>Іншою мовою:</i>
    { $text }
