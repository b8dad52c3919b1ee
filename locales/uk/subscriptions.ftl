# Сповіщення: що людина, група чи канал чує, як часто й коли ні. $hour, $begins, $ends – години доби.

subscription-on = <b>Сповіщення увімкнено</b>
subscription-off =
    <b>Сповіщення вимкнено</b>
    Увімкніть, і бот напише, коли почнеться нова консультація.
subscription-now-on =
    <b>Сповіщення увімкнено</b>
    Змінити чи вимкнути можна будь-коли.
subscription-now-off =
    <b>Сповіщення вимкнено</b>
    Бот більше не писатиме про консультації та зобов’язання. Про ваші пропозиції й чернетки писатиме, як і раніше.
    Якщо передумаєте: /subscribe
subscription-fewer-instead = Якщо сповіщень було просто забагато, їх можна отримувати раз на тиждень або лише за темами.
# $until – дата й час.
subscription-paused =
    <b>Сповіщення призупинено до { $until }</b>
    Що до того часу ще буде відкрите, надійде тоді одним повідомленням.
subscription-open =
    { $count ->
        [one] Зараз відкрита { $count } консультація, про неї окремого сповіщення не буде.
        [few] Зараз відкрито { $count } консультації, про них окремого сповіщення не буде.
        [many] Зараз відкрито { $count } консультацій, про них окремого сповіщення не буде.
       *[other] Зараз відкрито { $count } консультації, про них окремого сповіщення не буде.
    }

# Що саме: рядки під заголовком.
subscription-everything = • Про що: усі консультації
# $names – перелік через кому.
subscription-topics = • Теми: { $names }
subscription-regions = • Регіони: { $names }; загальнодержавне також
subscription-and-more = { $names } і ще { $count }
subscription-only-followed = • Консультації: лише ті, за якими стежите
subscription-followed =
    { $count ->
        [one] • Окремо стежите за { $count } консультацією
        [few] • Окремо стежите за { $count } консультаціями
        [many] • Окремо стежите за { $count } консультаціями
       *[other] • Окремо стежите за { $count } консультації
    }
subscription-all-commitments = • Зобов’язання: усі
subscription-followed-commitments =
    { $count ->
        [one] • Окремо стежите за { $count } зобов’язанням
        [few] • Окремо стежите за { $count } зобов’язаннями
        [many] • Окремо стежите за { $count } зобов’язаннями
       *[other] • Окремо стежите за { $count } зобов’язання
    }
subscription-pace-at-once = • Коли: одразу, про кожну подію окремо
subscription-pace-daily = • Коли: щодня о { $hour }:00, одним повідомленням
subscription-pace-weekly = • Коли: щопонеділка о { $hour }:00, одним повідомленням
subscription-quiet = • Тихі години: { $begins }:00–{ $ends }:00

button-topics = Обрати теми
button-regions = Обрати регіони
button-pace = Як часто писати
button-pause = Призупинити
button-end-pause = Писати знову
button-followed = За чим я стежу
button-only-followed = Лише ті, за якими стежу
button-hear-of-all = Усі консультації
button-all-commitments = Усі зобов’язання
button-no-commitments = Лише обрані зобов’язання
button-remind = Нагадати мені
button-fewer = Писати рідше
button-share = Поділитися
button-follow = Стежити
button-unfollow = Не стежити

subscription-fewer =
    <b>Писати рідше</b>
    Можна отримувати все одним повідомленням, лише обрані теми чи регіони або на якийсь час нічого.

subscription-pace-title = <b>Як часто писати</b>
subscription-pace-what =
    Раз на день чи на тиждень новини надходять одним повідомленням о { $hour }:00; щотижневе – у понеділок. Якщо новин немає, його не буде.
button-pace-at-once = Одразу
button-pace-daily = Раз на день
button-pace-weekly = Раз на тиждень

subscription-topics-title = <b>Теми</b>
subscription-topics-all = Зараз: усі теми. Оберіть ті, про які хочете чути; консультації без теми надходитимуть також.
subscription-topics-chosen = Зараз: { $names }. Консультації без теми надходять також.
subscription-regions-title = <b>Регіони</b>
subscription-regions-all = Зараз: уся країна. Оберіть ті, про які хочете чути; загальнодержавні консультації надходитимуть також.
subscription-regions-chosen = Зараз: { $names }. Загальнодержавні консультації надходять також.
button-all-topics = Усі теми
button-all-regions = Усі регіони

pause-title = <b>Призупинити сповіщення</b>
pause-what = До того часу бот не писатиме про консультації та зобов’язання, а потім почне знову сам. Що ще буде відкрите, надійде одним повідомленням. Про ваші пропозиції й чернетки він писатиме й тоді.
button-pause-days =
    { $days ->
        [7] На тиждень
        [14] На два тижні
       *[30] На місяць
    }
button-pause-until = До дати
pause-month =
    <b>До якої дати</b>
    Оберіть місяць.
# $month – готові слова: «грудень 2026 року».
pause-day =
    <b>{ $month }</b>
    Оберіть день: о 9:00 сповіщення почнуться знову.

followed-title =
    <b>За чим ви стежите</b> · { $count }
followed-entry = • { $title }
followed-what = Щоб більше не стежити, натисніть на назву.
followed-none =
    <b>За чим ви стежите</b>
    Поки що ні за чим. «Стежити» є під кожною консультацією й кожним зобов’язанням.
follow-consultation-on =
    <b>Ви стежите за консультацією</b>
    «{ $title }»
    Бот напише, якщо в ній щось зміниться, коли вона закриватиметься і коли будуть результати.
follow-consultation-off =
    <b>Окремо ви за нею більше не стежите</b>
    «{ $title }»
follow-commitment-on =
    <b>Ви стежите за зобов’язанням</b>
    «{ $title }»
    Бот напише, коли зміниться стан його виконання.
follow-commitment-off =
    <b>Ви за ним більше не стежите</b>
    «{ $title }»

reminder-title =
    <b>Нагадування</b>
    «{ $title }»
reminder-when = Коли нагадати: завтра о цій самій годині чи за день до кінця?
reminder-set = Бот нагадає:
reminder-is-set = Бот уже має нагадати:
reminder-at-tomorrow = • завтра о цій самій годині
reminder-at-day-before = • за день до кінця
button-remind-tomorrow = Нагадати завтра
button-remind-day-before = Нагадати за день
button-forget-reminders = Не нагадувати
reminder-error-late = <b>Нагадати вже не вийде:</b> до кінця замало часу. Долучитися можна зараз, доки консультація відкрита.

subscription-error-full =
    <b>Стежити можна щонайбільше за { $most }</b>
    Приберіть щось зі списку «За чим я стежу» й спробуйте ще раз.
subscription-error-pause =
    <b>Ця дата не підходить</b>
    Призупинити можна до дня в майбутньому, але не більше ніж на рік. Нічого не змінено, оберіть інший день.
occasion-error-over = <b>Це вже неактуально.</b> Погляньте на те, що відкрите зараз: /consultations

# Сповіщення про консультації.
# $left – готові слова: «залишився 1 день».
alert-closing = <b>Консультація скоро закриється</b>
alert-reminder = <b>Ви просили нагадати</b>
alert-left = До закриття: { $left }.
alert-draft-kept = Усе написане збережено. Лишилося завершити й надіслати.
alert-link = Посилання: { $link }

button-quiet-own = Обрати свої години
quiet-start =
    <b>Тихі години</b>
    З котрої години не писати?
quiet-end =
    <b>Тихі години з { $begins }:00</b>
    До котрої?
