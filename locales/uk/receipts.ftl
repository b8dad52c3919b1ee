# Квитанція про пропозицію, перевірка за журналом, обмеження проти зловживань.

receipt-received = <b>Пропозицію отримано</b> · <code>{ $reference }</code>
# $version – яка це версія тексту, від 2.
receipt-corrected = <b>Виправлення отримано</b> · <code>{ $reference }</code>, версія { $version }
receipt-title = «{ $title }»
# $reply_by – дата.
receipt-next =
    Далі секретаріат її прочитає й надішле сюди відповідь із поясненням: до { $reply_by }.
    Побачити пропозицію знову: /my
receipt-again = Побачити пропозицію знову: /my
# $hash – увесь відбиток.
receipt-hash = Відбиток тексту (SHA-256): <code>{ $hash }</code>
receipt-link = Показати іншим: { $link }

button-proof = Як це перевірити

proof-heading = <b>Як перевірити</b> · <code>{ $reference }</code>
# $hash – увесь відбиток; $number – номер запису в журналі.
proof-entry =
    Відбиток версії { $version } (SHA-256): <code>{ $hash }</code>
    Запис № { $number } у журналі: { $received }
proof-early = Цю пропозицію надіслано ще до того, як бот почав вести журнал відбитків.
proof-open = День вашого запису ще не закрито. Він закриється після півночі, тоді матиме підсумок.
# $day – останній закритий день; $digest – його підсумок.
proof-day =
    Останній закритий день: { $day }. Його підсумок: <code>{ $digest }</code>
proof-how = Підсумок дня обчислюється з усіх його записів і підсумку попереднього дня. Збережіть цей екран: якщо хоч один запис зникне чи зміниться, підсумки не зійдуться. Весь журнал можна попросити в секретаріату й перевірити самостійно.

# $most – скільки пропозицій можна надіслати за день.
limit-error-day =
    { $most ->
        [one] <b>За день можна надіслати { $most } пропозицію</b>
        [few] <b>За день можна надіслати { $most } пропозиції</b>
        [many] <b>За день можна надіслати { $most } пропозицій</b>
       *[other] <b>За день можна надіслати { $most } пропозиції</b>
    }
    Сьогодні ви вже надіслали стільки. Чернетку збережено: надішліть її завтра.
# $count – скільки посилань є; $most – скільки можна.
limit-error-links =
    <b>Забагато посилань</b>
    { $count ->
        [one] У пропозиції { $count } посилання, а можна до { $most }.
        [few] У пропозиції { $count } посилання, а можна до { $most }.
        [many] У пропозиції { $count } посилань, а можна до { $most }.
       *[other] У пропозиції { $count } посилання, а можна до { $most }.
    } Чернетку збережено. Лишіть найважливіші, решту можна додати файлом.
limit-error-same =
    <b>Такий текст уже надіслано</b> · { $reference }
    Ту пропозицію можна підтримати. Чернетку збережено: якщо ваша про інше, допишіть, про що саме.
limit-error-same-own =
    <b>Ви вже надіслали цей текст</b> · { $reference }
    Погляньте, що з пропозицією тепер. Чернетку збережено: якщо вона про інше, допишіть, про що саме.
button-show-earlier = Показати ту пропозицію

# Одним рядком: її показує термінал.
chain-error-file = Рядок { $line } не читається: потрібен файл, який записала команда ogp-bot proposals chain

# Командний рядок.
cli-proposals-chain-help =
    Записати журнал отриманих пропозицій: закриті дні з відбитками, по дню в рядку (JSON Lines).

    Приклад: ogp-bot proposals chain --out chain.jsonl
cli-chain-written =
    { $days ->
        [one] Записано { $days } день: { $path }
        [few] Записано { $days } дні: { $path }
        [many] Записано { $days } днів: { $path }
       *[other] Записано { $days } дня: { $path }
    }
cli-proposals-verify-help =
    Перевірити, чи всі отримані пропозиції на місці й чи їхній текст той самий. Із файлом – ще й чи сходиться все з журналом, який хтось зберіг раніше.

    Приклад: ogp-bot proposals verify chain.jsonl
cli-verify-file = Журнал, збережений раніше командою proposals chain.
# $compared – чи порівнювали зі збереженим журналом.
cli-verify-fine =
    { $compared ->
        [true] Усе сходиться, зокрема зі збереженим журналом.
       *[false] Усе сходиться.
    }
cli-verify-bad = Не сходиться: { $count }
cli-verify-counts = Пропозицій: { $proposals }; записів: { $receipts }; закритих днів: { $days }; записів незакритого дня: { $open }; відкликано: { $withdrawn }; до появи журналу: { $early }
cli-verify-last = Підсумок за { $day }: { $digest }
# $subject – номер запису, номер пропозиції (з версією) або день.
cli-differs-number-missing = { $subject }: запису з цим номером немає
cli-differs-day-link = { $subject }: день не продовжує попереднього
cli-differs-day-digest = { $subject }: підсумок дня не сходиться з його записами
cli-differs-day-missing = { $subject }: записи є, а дня в журналі немає
cli-differs-proposal-missing = { $subject }: запис є, а пропозиції немає
cli-differs-receipt-missing = { $subject }: пропозиція є, а запису про неї немає
cli-differs-version-missing = { $subject }: запис є, а версії немає
cli-differs-version-changed = { $subject }: версія не така, як у записі
cli-differs-time-changed = { $subject }: час надходження не той, що в записі
cli-differs-text-changed = { $subject }: текст не той, що в останньому записі
cli-differs-copy-broken = { $subject }: у збереженому журналі цей день не сходиться сам із собою
cli-differs-copy-day-missing = { $subject }: день є у збереженому журналі, а тут його немає
cli-differs-copy-day-changed = { $subject }: підсумок дня не той, що у збереженому журналі
cli-differs-copy-receipt-missing = { $subject }: запис є у збереженому журналі, а тут його немає
cli-differs-copy-receipt-changed = { $subject }: запис не той, що у збереженому журналі
