# Пропозиція: кроки чернетки, перевірка, згода, квитанція, свої пропозиції.

proposal-step-heading = <b>Крок { $number } з { $total } · { $step }</b>
proposal-step-title = Заголовок
proposal-step-problem = Проблема
proposal-step-solution = Рішення
proposal-step-contact = Контакт
proposal-for = До консультації «{ $title }»

# Скільки знаків уміщується; стоїть після «найбільше».
proposal-limit =
    { $most ->
        [one] { $most } знак
        [few] { $most } знаки
        [many] { $most } знаків
       *[other] { $most } знака
    }
proposal-ask-title =
    Що треба змінити? Скажіть одним рядком, найбільше { proposal-limit }.
    Наприклад: «Відкриті дані про ремонт доріг».
proposal-ask-problem = Що саме не працює і кого це зачіпає? Двох-трьох речень досить, найбільше { proposal-limit }.
proposal-ask-solution = Що зробити, щоб стало краще, і хто може це зробити? Двох-трьох речень досить, найбільше { proposal-limit }.
proposal-ask-contact =
    Як із вами зв’язатися, крім Telegram? Ім’я та пошта чи телефон, найбільше { proposal-limit }.
    Контакт побачить лише секретаріат. Цей крок можна пропустити.
proposal-kept = Збережено: «{ $text }»
proposal-too-long =
    { $excess ->
        [one] <b>Задовго на { $excess } знак.</b>
        [few] <b>Задовго на { $excess } знаки.</b>
        [many] <b>Задовго на { $excess } знаків.</b>
       *[other] <b>Задовго на { $excess } знака.</b>
    } Текст збережено. Надішліть коротший, найбільше { proposal-limit }.
proposal-still-open = <i>Чернетку збережено. Наступне повідомлення бот прийме як відповідь на крок «{ $step }».</i>
proposal-not-sent = <i>Пропозицію ще не надіслано: вона чекає, поки ви її перевірите.</i>

proposal-preview =
    <b>Перевірте пропозицію</b>
    Якщо все гаразд, надсилайте. Якщо ні, змініть потрібне.
proposal-preview-missing =
    { $count ->
        [one] <b>Чернетка · лишився { $count } крок</b>
        [few] <b>Чернетка · лишилося { $count } кроки</b>
        [many] <b>Чернетка · лишилося { $count } кроків</b>
       *[other] <b>Чернетка · лишилося { $count } кроку</b>
    }
    Заповніть порожнє й скоротіть задовге, тоді можна надсилати.
proposal-field =
    <b>{ $heading }</b>
    { $text }
proposal-field-empty =
    <b>{ $heading }</b>
    <i>не вказано</i>

# Згода, версія 1. Якщо змінюється зміст, змінюється й номер версії в коді.
proposal-consent =
    <b>Згода перед надсиланням</b>
    • Текст пропозиції отримає секретаріат. Під час роботи над планом його можуть оприлюднити.
    • Контакт, якщо ви його вказали, бачить лише секретаріат.
    • Пропозиція в Telegram може не вважатися офіційним зверненням, а деякі органи не реєструють анонімних пропозицій. За контактом вам зможуть відповісти й поза Telegram.
    • Копію своїх даних можна отримати, а дані видалити будь-коли: /mydata, /delete

    Кнопка «Погодитися й надіслати» означає, що ви з цим згодні.
proposal-receipt =
    <b>Пропозицію отримано</b> · <code>{ $reference }</code>
    «{ $title }»
    { $submitted }

    Далі секретаріат її прочитає й надішле вам сюди відповідь із поясненням.
    Побачити пропозицію знову: /my

proposal-discard =
    <b>Видалити чернетку?</b>
    Повернути її потім не можна. Можна зберегти її та вийти.
proposal-discard-titled =
    <b>Видалити чернетку?</b>
    «{ $title }». Повернути її потім не можна. Можна зберегти її та вийти.
proposal-discarded =
    <b>Чернетку видалено</b>
    Нову можна почати будь-коли.
proposal-nothing-to-cancel =
    <b>Скасовувати нічого</b>
    Зараз у вас немає чернетки.
proposal-consultation-closed =
    <b>Консультація вже закрилася</b>
    Чернетку збережено повністю. Її можна надіслати й без консультації: секретаріат приймає пропозиції будь-коли.
# Людина хоче писати до консультації $wanted, а чернетка стосується $draft. Перша кнопка – «Перенести чернетку».
proposal-elsewhere =
    <b>У вас уже є чернетка</b>
    Її написано до консультації «{ $draft }».
    Можна перенести її до «{ $wanted }» або спершу завершити.

proposals-title = <b>Мої пропозиції</b>
proposals-none =
    <b>Мої пропозиції</b>
    Ви ще не надіслали жодної.
proposals-entry = <b>{ $reference }</b> · { $title } – <i>{ $state }</i>
proposals-more =
    { $count ->
        [one] І ще { $count } пропозиція. Усі є в копії ваших даних: /mydata
        [few] І ще { $count } пропозиції. Усі є в копії ваших даних: /mydata
        [many] І ще { $count } пропозицій. Усі є в копії ваших даних: /mydata
       *[other] І ще { $count } пропозиції. Усі є в копії ваших даних: /mydata
    }
proposals-draft = Є незавершена чернетка.

proposal-heading =
    <b>{ $reference } · { $title }</b>
    Стан: { $state }
    Надіслано: { $submitted }

proposal-state-received = отримано
proposal-state-clarification = потрібне уточнення
proposal-state-under-review = на розгляді
proposal-state-accepted = прийнято
proposal-state-partly-accepted = прийнято частково
proposal-state-declined = відхилено
proposal-state-merged = об’єднано з іншою
proposal-state-in-plan = увійшла до плану дій
proposal-state-implemented = виконано
proposal-state-withdrawn = відкликано

proposal-error-empty =
    <b>У повідомленні немає слів</b>
    Напишіть відповідь текстом.
# $least – скільки знаків треба щонайменше, $length – скільки є.
proposal-error-short =
    <b>Закоротко, щоб зрозуміти</b>
    { $length ->
        [one] Тут { $length } знак,
        [few] Тут { $length } знаки,
        [many] Тут { $length } знаків,
       *[other] Тут { $length } знака,
    } а треба щонайменше { $least }. Напишіть трохи докладніше.
proposal-error-incomplete =
    <b>Чернетка ще не повна</b>
    Якийсь крок порожній або задовгий. Написане збережено. Продовжити: /propose
proposal-error-no-draft =
    <b>Цієї чернетки вже немає</b>
    Її надіслано або видалено. Погляньте, чи є вона серед ваших пропозицій, або почніть нову: /propose
# Одним рядком: її показує й термінал.
proposal-error-unknown =
    <b>Пропозиції не знайдено.</b> Можливо, у номері помилка або її вже немає. Погляньте на весь перелік.
