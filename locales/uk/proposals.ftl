# Пропозиція: кроки чернетки, перевірка, згода, квитанція, свої пропозиції.

proposals-title = <b>Мої пропозиції: { $count }</b>
proposals-none =
    <b>Мої пропозиції</b>
    Ви ще не надіслали жодної.
proposals-entry = <b>{ $reference }</b> · { $title } – <i>{ $state }</i>
# Відкликана: тексту немає.
proposals-entry-marker = <b>{ $reference }</b> – <i>{ $state }</i>

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
proposal-error-state =
    <b>Стан пропозиції вже інший</b>
    Цього з нею тепер зробити не можна, нічого не змінено. Відкрийте її ще раз, щоб побачити стан.
proposal-error-merge =
    <b>З цією пропозицією об’єднати не можна</b>
    Вона та сама, відкликана або вже приєднана до цієї. Надішліть номер іншої.
proposal-error-reason =
    <b>Бракує пояснення</b>
    Автор читатиме, чому так вирішено. Напишіть причину кількома реченнями.
commitment-error-unknown =
    <b>Такого зобов’язання немає</b>
    Погляньте на перелік зобов’язань у плані: /plans
commitment-error-nearest =
    <b>Такого зобов’язання немає</b>
    Найбільше схожі: { $nearest }
