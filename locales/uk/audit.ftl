# Журнал дій секретаріату: хто, що, з чим і коли. Речення показує й термінал.

audit-title = <b>Журнал дій</b>
audit-none = За цими умовами записів немає.
audit-choose = <b>Журнал дій: що показати?</b>
# $done – дата й час, $what – речення.
audit-entry = • { $done } · { $who }: { $what }
audit-operator = оператор
audit-member = № { $number }
audit-anybody = усі
audit-anything = Усе
audit-button-who = Хто: { $name }
audit-button-what = Що: { $noun }
audit-button-since = Коли: { $days ->
        [0] за весь час
        [one] за { $days } день
        [few] за { $days } дні
        [many] за { $days } днів
       *[other] за { $days } дня
    }
audit-days = { $days ->
        [0] За весь час
        [one] За { $days } день
        [few] За { $days } дні
        [many] За { $days } днів
       *[other] За { $days } дня
    }
button-audit = Журнал дій
button-audit-older = Давніші ›
button-audit-newest = ‹ Найновіші

# $subject – номер, код або назва; порожнє, якщо її немає.
audit-subject = { $noun ->
        [proposal] пропозиція
        [question] запитання
        [consultation] консультація
        [commitment] зобов’язання
        [broadcast] розсилка
        [person] дані людини
        [block] блокування
        [member] людина секретаріату
        [invitation] запрошення
        [gathering] зустріч
        [database] база даних
       *[export] файл
    }{ $subject ->
        [none] {""}
       *[other] {" "}{ $subject }
    }
audit-noun-proposal = Пропозиції
audit-noun-question = Запитання
audit-noun-consultation = Консультації
audit-noun-commitment = Зобов’язання
audit-noun-broadcast = Розсилки
audit-noun-person = Дані людей
audit-noun-block = Блокування
audit-noun-member = Секретаріат
audit-noun-invitation = Запрошення
audit-noun-export = Вивантаження

# Чого стосується подробиця; $value – уже словами.
audit-detail-format = формат: { $value }
audit-detail-scope = відбір: { $value }
audit-detail-count = кількість: { $value }
audit-detail-files = файлів: { $value }
audit-detail-rule = правило: { $value }
audit-detail-role = роль: { $value }
audit-detail-to = кому: { $value }
audit-scope-all = усе
audit-scope-since = нове й змінене з { $since }
# Що вивантажено.
audit-export-proposals = таблиця пропозицій
audit-export-attachments = файли до пропозицій
audit-export-list = перелік пропозицій
# Кілька пропозицій разом: $done змінено з $total.
audit-several = пропозицій { $done } з { $total }
# $what – з чим; $how – подробиці, порожнє без них.
audit-verb-looked = переглянуто особисті дані: { $what }{ $how }
audit-verb-exported = вивантажено: { $what }{ $how }
audit-verb-erased = стерто: { $what }{ $how }
audit-verb-changed = змінено: { $what }{ $how }
audit-verb-answered = надано відповідь: { $what }{ $how }
audit-verb-closed = закрито: { $what }{ $how }
audit-verb-prepared = підготовлено: { $what }{ $how }
audit-verb-scheduled = заплановано відкриття: { $what }{ $how }
audit-verb-unscheduled = скасовано заплановане відкриття: { $what }{ $how }
audit-verb-published = оприлюднено: { $what }{ $how }
audit-verb-corrected = виправлено: { $what }{ $how }
audit-verb-withdrew = відкликано: { $what }{ $how }
audit-verb-hid = приховано від усіх: { $what }{ $how }
audit-verb-showed = показано знову: { $what }{ $how }
audit-verb-kept = лишено рішення в силі: { $what }{ $how }
audit-verb-blocked = заблоковано людину: { $what }{ $how }
audit-verb-unblocked = знято: { $what }{ $how }
audit-verb-paused = призупинено: { $what }{ $how }
audit-verb-resumed = продовжено: { $what }{ $how }
audit-verb-cancelled = скасовано: { $what }{ $how }
audit-verb-invited = створено запрошення: { $what }{ $how }
audit-verb-revoked = скасовано запрошення: { $what }{ $how }
audit-verb-joined = прийнято запрошення: { $what }{ $how }
audit-verb-added = додано: { $what }{ $how }
audit-verb-removed = вилучено: { $what }{ $how }
audit-verb-assigned = передано справу: { $what }{ $how }
audit-verb-released = звільнено справу: { $what }{ $how }
audit-verb-noted = написано нотатку: { $what }{ $how }
audit-verb-changed-many = змінено разом: { $what }{ $how }
