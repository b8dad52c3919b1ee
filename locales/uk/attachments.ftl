# Файли при пропозиції.

# $name – назва файлу; $size – розмір, уже словами.
attachment-added = Файл додано: «{ $name }», { $size }.
attachment-voice = Голосове збережено, але бот його не слухає. Напишіть головне ще й текстом.
attachment-public = Разом із пропозицією файли зможе отримати кожен.
# Повідомлення з файлом змінили в Telegram.
attachment-described = Підпис до файлу «{ $name }» оновлено.
attachment-other = Файл «{ $name }» лишився той, що надіслано спершу. Щоб замінити його, приберіть його й надішліть новий.
attachment-line = • { $name } ({ $size })
# $caption – що автор написав під файлом.
attachment-line-captioned = • { $name } ({ $size }): { $caption }

attachment-button-remove = Прибрати { $name }
attachment-button-fetch = Отримати файли: { $count }

# Файл, який бот надсилає; $file – рядок переліку.
attachment-handed =
    <b>Файл до { $reference }</b>
    { $file }
attachment-all-handed =
    { $count ->
        [0] <b>Файлів до { $reference } не знайдено</b>
        [one] <b>Надіслано { $count } файл до { $reference }</b>
        [few] <b>Надіслано { $count } файли до { $reference }</b>
        [many] <b>Надіслано { $count } файлів до { $reference }</b>
       *[other] <b>Надіслано { $count } файлу до { $reference }</b>
    }
# $files – перелік.
attachment-missing =
    Цих файлів немає в сховищі бота, хоча їх отримано:
    { $files }
    Їх може повернути оператор бота з резервної копії.

# $name – назва файлу; $most – скільки файлів.
attachment-error-large =
    <b>Файл «{ $name }» завеликий</b>
    Telegram передає боту файли до 20 МБ. Надішліть менший або поділіть його на частини. Усе написане збережено.
attachment-error-empty =
    <b>Файл «{ $name }» порожній</b>
    Перевірте його й надішліть ще раз. Усе написане збережено.
attachment-error-kind =
    <b>Файлів такого виду не приймаємо: «{ $name }»</b>
    Надішліть документ, таблицю, зображення, аудіо чи відео, наприклад PDF, DOCX, XLSX, JPG. Усе написане збережено.
attachment-error-many =
    <b>«{ $name }» не додано: файлів уже { $most }</b>
    Більше до пропозиції не додати. Приберіть котрийсь на кроці «Файли». Усе написане збережено.
attachment-error-gone =
    <b>Telegram уже не має файлу «{ $name }»</b>
    Надішліть його ще раз. Усе написане збережено.
