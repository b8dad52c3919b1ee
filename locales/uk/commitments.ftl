# Зобов’язання планів дій: перелік, одне з них, його стан. $name – код і назва, $plan – назва плану, $status – стан.

# Рівні виконання – ті самі, якими міряє незалежний огляд Партнерства; останнього там немає.
commitment-status-not-started = не розпочато
commitment-status-limited = виконано обмежено
commitment-status-substantial = виконано значною мірою
commitment-status-completed = виконано
commitment-status-withdrawn = знято з плану
commitment-status-unknown = стан не повідомляли

commitments-title =
    <b>Зобов’язання · { $plan }</b>
    { $count ->
        [one] У переліку { $count } зобов’язання.
        [few] У переліку { $count } зобов’язання.
        [many] У переліку { $count } зобов’язань.
       *[other] У переліку { $count } зобов’язання.
    }
commitments-of-all =
    { $total ->
        [one] Усього в плані { $total } зобов’язання: про інші підтверджених відомостей ще немає.
        [few] Усього в плані { $total } зобов’язання: про інші підтверджених відомостей ще немає.
        [many] Усього в плані { $total } зобов’язань: про інші підтверджених відомостей ще немає.
       *[other] Усього в плані { $total } зобов’язання: про інші підтверджених відомостей ще немає.
    }
commitments-none =
    <b>Зобов’язання · { $plan }</b>
    Підтверджених відомостей про зобов’язання цього плану ще немає. Щойно вони будуть, перелік з’явиться тут.
commitments-nothing-stated = Як їх виконують, секретаріат ще не повідомляв.
commitment-entry =
    { $name }
    Виконання: { $status }

commitment-title = <b>{ $name }</b>
commitment-plan = План: { $plan }
commitment-bodies = Хто відповідає: { $bodies }
# $start, $end – рік, місяць або день.
commitment-period = Строк: { $start } – { $end }
commitment-stated = Виконання: <b>{ $status }</b> ({ $changed })
commitment-nothing-stated = Як його виконують, секретаріат ще не повідомляв.
commitment-link = Докладніше: { $link }
commitment-origins =
    { $count ->
        [one] Виросло з { $count } пропозиції людей.
        [few] Виросло з { $count } пропозицій людей.
        [many] Виросло з { $count } пропозицій людей.
       *[other] Виросло з { $count } пропозиції людей.
    }
commitment-all-origins = Усі пропозиції: { $count }
commitment-history = <b>Що повідомляли раніше</b>
# $who – me (сам читач) або staff.
commitment-history-entry =
    { $changed } · { $status } · { $who ->
        [me] ви
       *[staff] секретаріат
    }
# Під пропозицією, що увійшла до плану.
commitment-beside = Стан зобов’язання: { $status }

# Секретаріат повідомляє стан.
commitment-choose-status =
    <b>Стан виконання</b>
    { $name }
    Зараз: { $status }
    Оберіть рівень, далі напишете пояснення для всіх.
commitment-letter =
    <b>Новий стан: { $status }</b>
    { $name }
    Зараз: { $now }
commitment-letter-others =
    { $count ->
        [one] <b>Про це саме зобов’язання вже пише { $count } ваш колега.</b>
        [few] <b>Про це саме зобов’язання вже пишуть { $count } ваші колеги.</b>
        [many] <b>Про це саме зобов’язання вже пишуть { $count } ваших колег.</b>
       *[other] <b>Про це саме зобов’язання вже пише { $count } вашого колеги.</b>
    }
commitment-letter-hearing =
    { $count ->
        [0] Пояснення зможе прочитати кожен, але сповіщати зараз нікого.
       *[other] Пояснення зможе прочитати кожен. Одержувачів сповіщення: { $count }.
    }
commitment-letter-link = Якщо є сторінка з підтвердженням, додайте її адресу останнім рядком.
commitment-news = <b>Поки ви писали, колега повідомив інше</b>: { $status }, { $changed }. Перегляньте свій текст: якщо він ще доречний, надішліть його ще раз.
commitment-done =
    <b>Стан повідомлено: { $status }</b>
    { $name }
commitment-done-hearing =
    { $count ->
        [0] Сповіщати поки нікого.
       *[other] Одержувачів сповіщення: { $count }.
    }

# Авторам і тим, хто підтримав.
commitment-notice =
    <b>Новини про зобов’язання</b>
    { $name }
    Виконання: <b>{ $status }</b>
commitment-notice-why = Ви це отримали, бо написали чи підтримали пропозицію, з якої воно виросло, або стежите за ним.
# $reference – номер, $title – заголовок пропозиції, $commitment – зобов’язання.
commitment-adopted =
    <b>Пропозиція увійшла до плану дій</b>
    { $reference } «{ $title }»
    Зобов’язання: «{ $commitment }»
    Ви її підтримали або до неї приєднали вашу. Коли стан виконання зміниться, бот напише.

# Пропозиція стає зобов’язанням: секретаріат обирає, яким.
adoption-plans =
    <b>До плану · { $reference }</b>
    { $title }
    Якого плану? Число – скільки зобов’язань є в матеріалах бота.
adoption-no-plans =
    <b>До плану · { $reference }</b>
    У матеріалах бота немає планів дій. Їх додає оператор.
adoption-commitments =
    <b>До плану · { $reference }</b>
    { $title }
    План: { $plan }
    Яким зобов’язанням вона стала?
adoption-none =
    <b>До плану · { $reference }</b>
    План: { $plan }
    Зобов’язань цього плану в матеріалах бота ще немає. Оператор додає їх до файлу knowledge/commitments.yaml, і вони з’являться тут без перезапуску. Пропозиція поки лишається прийнятою.
adoption-confirm =
    <b>Внести { $reference } до плану?</b>
    «{ $title }»
    План: { $plan }
    Зобов’язання: «{ $commitment }»
    { $count ->
        [0] Сповіщати нікого.
        [one] Сповіщення отримає { $count } людина: автор і ті, хто її підтримав.
        [few] Сповіщення отримають { $count } людини: автор і ті, хто її підтримав.
        [many] Сповіщення отримають { $count } людей: автор і ті, хто її підтримав.
       *[other] Сповіщення отримає { $count } людини: автор і ті, хто її підтримав.
    }

button-commitments = Читати зобов’язання
button-show-commitment = Показати зобов’язання
button-commitment-entry = Що про нього відомо
button-choose-status = Змінити стан виконання
button-status-not-started = Не розпочато
button-status-limited = Виконано обмежено
button-status-substantial = Виконано значною мірою
button-status-completed = Виконано
button-status-withdrawn = Знято з плану
button-send-status = Повідомити всім

commitment-error-note =
    <b>Бракує пояснення</b>
    Напишіть кількома реченнями, що зроблено; адресу сторінки додайте останнім рядком.
