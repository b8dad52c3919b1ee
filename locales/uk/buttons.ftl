# Кнопки: дієслово й об’єкт, до 24 знаків; місця, куди ведуть, звуться своїми назвами. Без змінних.

button-menu = ‹ Меню
button-back = ‹ Назад

button-ask = Поставити запитання
button-plans = Читати плани дій
button-timeline = Показати шкалу часу
button-about = Про Ініціативу
button-contact = Показати контакти
button-help = Відкрити довідку
# Двома мовами: щоб її впізнала людина, яка не читає цією.
button-language = Мова · Language

button-consultations = Читати консультації
button-read = Читати консультацію
button-notice = Читати оголошення
button-subscription = Обрати сповіщення
button-subscribe = Увімкнути сповіщення
button-unsubscribe = Вимкнути сповіщення

button-propose = Написати пропозицію
button-resume = Продовжити чернетку
button-my = Мої пропозиції
button-show-proposal = Показати пропозицію
button-keep = Лишити як є
button-skip = Пропустити крок
button-save-exit = Зберегти й вийти
button-discard = Видалити чернетку
button-fill-missing = Завершити чернетку
button-submit = Надіслати пропозицію
button-agree = Погодитися й надіслати
# Під текстом про консультацію, яка закрилася: продовжити без неї.
button-at-any-time = Продовжити без неї

button-privacy = Що зберігає бот
button-export-data = Отримати копію даних
button-erase-data = Видалити мої дані
button-erase-all = Видалити все
button-erase-keep = Лишити пропозиції

button-staff = Відкрити панель
button-unpublished = Обрати, що оприлюднити
button-publish = Оприлюднити консультацію
button-export = Вивантажити пропозиції
button-export-xlsx = Вивантажити XLSX
button-export-csv = Вивантажити CSV
button-export-json = Вивантажити JSON
button-export-jsonl = Вивантажити JSONL
button-export-files = Вивантажити файли
button-export-other = Вивантажити інше

button-answer-instead = Мені потрібна відповідь
button-pass-on = Передати секретаріату
button-helped = Допомогло
button-not-helped = Не допомогло
button-write = Написати секретаріату
button-show-question = Показати запитання
button-send-own = Надіслати лист
button-send-reply = Надіслати відповідь
button-revise-letter = Написати інакше
button-leave-letter = Не надсилати
button-resume-letter = Продовжити лист

button-inbox = Читати запитання людей
button-reply = Відповісти
button-close-question = Закрити без відповіді
button-entry = Зробити чернетку
button-statistics = Показати показники
button-older = ‹ Давніші
button-newer = Новіші ›

button-all-proposals = Читати пропозиції
button-by-support = Спершу підтримані
button-by-newest = Спершу найновіші
button-support = Підтримати пропозицію
# $reference – номер.
button-support-one = Підтримати { $reference }
button-take-support-back = Забрати підтримку
button-mine-is-other = Ні, моя про інше
