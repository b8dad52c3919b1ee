# Пропозиції, які може читати кожен. $reference – номер, $title – заголовок.

public-title =
    { $count ->
        [one] <b>{ $count } пропозиція</b>
        [few] <b>{ $count } пропозиції</b>
        [many] <b>{ $count } пропозицій</b>
       *[other] <b>{ $count } пропозиції</b>
    }
public-of = До консультації «{ $title }»
public-by-newest = Спершу найновіші.
public-by-support = Спершу ті, що мають більше підтримки.
public-none =
    <b>Пропозицій тут ще немає</b>
    Ваша може стати першою.
public-entry =
    <b>{ $reference }</b> · { $title }
    { $state } · { $count ->
        [0] підтримки ще немає
        [one] підтримує { $count } людина
        [few] підтримують { $count } людини
        [many] підтримують { $count } людей
       *[other] підтримує { $count } людини
    }
public-sent = Надіслано: { $submitted }
public-author = Автор: { $name }
public-supported = Ви підтримуєте цю пропозицію.
public-response =
    <b>Відповідь секретаріату</b>
    { $text }
public-withdrawn =
    <b>{ $reference } · відкликано</b>
    Автор забрав цю пропозицію, тому тексту більше немає. Номер лишився як слід, що вона була.
public-milestone =
    <b>{ $count ->
        [one] Вашу пропозицію підтримує { $count } людина
        [few] Вашу пропозицію підтримують { $count } людини
        [many] Вашу пропозицію підтримують { $count } людей
       *[other] Вашу пропозицію підтримує { $count } людини
    }</b>
    { $reference } · { $title }
public-error-support =
    <b>Цю пропозицію підтримати не можна</b>
    Вона ваша власна, її відхилено, об’єднано з іншою або вже виконано. Погляньте на решту пропозицій.

# Перед наступним кроком чернетки. $problem – початок опису проблеми.
similar-title =
    <b>Схоже вже пропонували</b>
    Відкрийте і підтримайте, якщо вона про те саме. Ваша чернетка збережена.
similar-entry =
    <b>{ $reference }</b> · { $title }
    { $problem }
    { $count ->
        [0] Підтримки ще немає
        [one] Підтримує { $count } людина
        [few] Підтримують { $count } людини
        [many] Підтримують { $count } людей
       *[other] Підтримує { $count } людини
    }
