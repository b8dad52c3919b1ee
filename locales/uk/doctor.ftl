# `ogp-bot doctor`: рядок на кожну частину; де щось не так, – що з цим робити.

doctor-settings-fine = Налаштування: правильні.
doctor-settings-bad = Налаштування { $name }: { $wants }.
doctor-content-fine = Матеріали: відповідей { $entries }, помилок немає.
doctor-content-faulty =
    Матеріали: { $count ->
        [one] { $count } помилка
        [few] { $count } помилки
        [many] { $count } помилок
       *[other] { $count } помилки
    }. Подивіться: ogp-bot content check
doctor-database-fine = База даних: { $path }, версія { $version }.
doctor-database-none = База даних: { $path } ще немає; її створить перший запуск.
doctor-database-unreadable = База даних: { $path } не читається ({ $reason }). Перевірте шлях і права або відновіть копію.
doctor-database-foreign = База даних: { $path } належить іншій програмі. Вкажіть інший файл в OGP_BOT_DATABASE.
doctor-database-older = База даних: { $path } має версію { $version }, ця програма – { $known }. Виконайте: ogp-bot migrate
doctor-database-newer = База даних: { $path } має версію { $version }, ця програма знає { $known }. Встановіть новішу програму.
doctor-integrity-fine = Цілісність: пошкоджень не знайдено.
doctor-integrity-broken = Цілісність: файл пошкоджено ({ $reason }). Зупиніть бота й відновіть останню копію.
doctor-writing-fine = Запис: можливий.
doctor-writing-refused = Запис: { $path } не приймає змін. Перевірте права на файл і теку та що ще його тримає.
doctor-disk-fine = Диск: вільно { $free } МБ.
doctor-disk-full = Диск: вільно { $free } МБ, потрібно { $needed } МБ. Звільніть місце.
doctor-administrators-fine = Адміністраторів: { $count }.
doctor-administrators-none = Адміністраторів немає. Впишіть номер користувача Telegram в OGP_BOT_ADMINS.
doctor-token-fine = Токен: @{ $name }.
doctor-token-refused = Токен: Telegram його не приймає. Впишіть правильний від @BotFather в OGP_BOT_TOKEN.
doctor-token-away = Токен: Telegram не відповідає ({ $reason }). Перевірте мережу й OGP_BOT_API_URL.
doctor-token-unchecked = Токен: не перевірено, OGP_BOT_TOKEN не задано.
doctor-clock-fine = Годинник: як у Telegram.
doctor-clock-wrong = Годинник: розходиться з Telegram, секунд: { $seconds }. Виставте годинник машини (NTP).
doctor-clock-unchecked = Годинник: не перевірено.
doctor-updates-by-polling = Оновлення: опитуванням, у Telegram чекає { $count }.
doctor-updates-by-webhook = Оновлення: вебхуком, у Telegram чекає { $count }.
doctor-updates-webhook = Оновлення: Telegram доставляє їх на { $url }, тому опитування відхиляє. Запустіть бота з OGP_BOT_WEBHOOK_URL або викличте deleteWebhook.
doctor-updates-elsewhere = Оновлення: Telegram доставляє їх на { $url } замість { $wanted }. Запустіть бота: він задасть адресу.
doctor-updates-refused = Оновлення: вебхук не спрацював ({ $reason }, { $at }), чекає { $count }. Перевірте зворотний проксі, його сертифікат і OGP_BOT_LISTEN.
doctor-updates-waiting = Оновлення: у Telegram чекає { $count }. Чи працює бот?
doctor-updates-away = Оновлення: Telegram не відповів ({ $reason }). Спробуйте ще раз.
doctor-updates-unchecked = Оновлення: не перевірено.
doctor-group-forum = Група секретаріату: форум, бот може керувати темами.
doctor-group-no-right = Група секретаріату: форум, але бот не може керувати темами. Дайте йому це право: «Адміністратори» → бот → «Керування темами».
doctor-group-plain = Група секретаріату: без тем. Щоб кожна справа мала тему, увімкніть теми в налаштуваннях групи й зробіть бота адміністратором із правом керувати ними.
doctor-group-away = Група секретаріату: бота в ній немає або такої групи немає. Додайте бота чи виправте OGP_BOT_STAFF_CHAT.
doctor-group-moved = Група секретаріату: стала супергрупою. Впишіть в OGP_BOT_STAFF_CHAT { $id }; доти бот стежить за нею сам.
doctor-group-none = Група секретаріату: не задана, працівники дізнаються в приватних чатах (OGP_BOT_STAFF_CHAT).
doctor-group-unchecked = Група секретаріату: не перевірено.
doctor-privacy-hears-all = Режим приватності: бот чує, що кажуть у групі, і нічого з того не зберігає.
doctor-privacy-hears-commands = Режим приватності: у групі бот чує команди й відповіді йому; цього досить.
doctor-notices-fine = Вихідні: надсилається { $due }, чекає на тему { $held }.
doctor-notices-stuck = Вихідні: чекає { $due }, найдавніше від { $since }; чекає на тему { $held }. Чи працює бот і чи доступний Telegram?
doctor-notices-failed =
    Вихідні: за добу не надіслано { $count ->
        [one] { $count } повідомлення
        [few] { $count } повідомлення
        [many] { $count } повідомлень
       *[other] { $count } повідомлення
    }. Причини в журналі (notice-refused).
doctor-notices-unchecked = Вихідні: не перевірено.
doctor-incidents-fine = Вхідні: опрацювати { $count }, збоїв за добу немає.
doctor-incidents-some =
    Вхідні: за добу { $count ->
        [one] { $count } збій
        [few] { $count } збої
        [many] { $count } збоїв
       *[other] { $count } збою
    }. Місце в коді – в журналі під кожним номером.
doctor-incidents-unchecked = Вхідні: не перевірено.
doctor-backup-fine = Резервна копія: зроблено { $at }.
doctor-backup-old = Резервна копія: остання від { $at }. Виконайте: ogp-bot backup ФАЙЛ
doctor-backup-unchecked = Резервна копія: не перевірено.
doctor-backup-unknown = Резервна копія: невідома. Виконайте ogp-bot backup ФАЙЛ або подбайте про неї інакше.
