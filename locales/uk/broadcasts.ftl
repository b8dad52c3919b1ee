# Messages to many: how they go, and what the secretariat can do about them.
broadcast-error-unknown = Розсилки з номером { $id } немає. Які є, показує список розсилок.
broadcast-error-over = Ця розсилка вже завершилася: змінити в ній нічого не можна.

# Above a broadcast, and in the list. $kind is what it tells of, $state how it is.
broadcast-heading =
    <b>Розсилка № { $id } · { $state ->
        [running] триває
        [paused] призупинено
        [cancelled] скасовано
       *[done] завершено
    }</b>
    { broadcast-kind }
broadcast-kind =
    { $kind ->
        [consultation-opened] Нова консультація
        [consultation-closing] Консультація скоро закінчується
        [consultation-changed] Зміни в консультації
        [consultation-results] Підсумки консультації
        [proposal-adopted] Пропозиція увійшла до плану
        [commitment-changed] Хід виконання зобов’язання
       *[other] Сповіщення
    }
broadcast-title = «{ $title }»
broadcast-button =
    № { $id } · { $state ->
        [running] { $share } %
        [paused] пауза, { $share } %
        [cancelled] скасовано
       *[done] завершено
    } · { broadcast-kind }
broadcast-sent = Надіслано: <b>{ $sent }</b> · зроблено { $share } %
broadcast-waiting = Ще чекають: { $count }
broadcast-unreachable = Заблокували чи вилучили бота або видалили акаунт: { $count }
broadcast-failed = Не вдалося надіслати: { $count }
broadcast-cancelled = Не надсилали, бо відписалися або розсилку скасовано: { $count }
broadcast-speed =
    { $pace ->
        [0] Щойно почалася.
       *[other] Повідомлень за секунду: { $pace }.
    }
broadcast-left-moment = Залишилося менше хвилини.
broadcast-left-minutes =
    { $count ->
        [one] Залишилася приблизно { $count } хвилина.
        [few] Залишилося приблизно { $count } хвилини.
        [many] Залишилося приблизно { $count } хвилин.
       *[other] Залишилося приблизно { $count } хвилини.
    }
broadcast-left-hours =
    { $count ->
        [one] Залишилася приблизно { $count } година.
        [few] Залишилося приблизно { $count } години.
        [many] Залишилося приблизно { $count } годин.
       *[other] Залишилося приблизно { $count } години.
    }
broadcasts-listed =
    <b>Розсилки</b>
    Спершу ті, що тривають. Оберіть одну, щоб бачити її хід.
broadcasts-none =
    <b>Розсилок ще не було</b>
    Перша почнеться, коли ви оприлюдните консультацію.
broadcast-confirm-cancel =
    <b>Скасувати розсилку?</b>
    Ще не отримали повідомлення: { $waiting }. Після скасування вже не отримають. Надіслане залишиться. Скасовану розсилку відновити не можна, призупинену можна.
button-broadcasts = Розсилки
button-broadcast-pause = Призупинити
button-broadcast-resume = Продовжити
button-broadcast-cancel = Скасувати розсилку
button-broadcast-cancel-yes = Так, скасувати
button-broadcast-keep = Не скасовувати

# The command line.
cli-broadcast-help = Розсилки: як ідуть, призупинити, продовжити, скасувати.
cli-broadcast-id = Номер розсилки; без нього – усі, що тривають.
cli-broadcast-status-help =
    Показати, як ідуть розсилки.
    Приклад: ogp-bot broadcast status --json
cli-broadcast-pause-help =
    Призупинити розсилку.
    Приклад: ogp-bot broadcast pause 3
cli-broadcast-resume-help =
    Продовжити розсилку.
    Приклад: ogp-bot broadcast resume 3
cli-broadcast-cancel-help =
    Скасувати розсилку назавжди.
    Приклад: ogp-bot broadcast cancel 3
cli-broadcast-none = Жодна розсилка не триває.
cli-broadcast-line = № { $id } · { broadcast-kind } · { $state ->
        [running] триває
        [paused] призупинено
        [cancelled] скасовано
       *[done] завершено
    } · надіслано { $sent }, чекають { $waiting }
cli-column-kind = Про що
cli-column-sent = Надіслано
cli-column-waiting = Чекають
cli-column-unreachable = Недосяжні
cli-column-failed = Не вдалося
cli-column-cancelled = Скасовано
cli-column-rate = За секунду
