# Дати, час, числа. Дати й назви місяців надходять уже словами: { $month } у родовому відмінку для дня,
# у називному для місяця без дня.

format-date = { $day } { $month } { $year } року
format-month = { $month } { $year } року
format-year = { $year } рік

# $zone – часовий пояс із дефісом замість скісної риски; $city – його місто, якщо пояса немає в переліку.
format-time =
    { $time } { $zone ->
        [Europe-Kyiv] за Києвом
        [Europe-Kiev] за Києвом
        [UTC] за всесвітнім часом
       *[other] ({ $city })
    }
format-moment = { $date }, { $time }

format-days-left =
    { $days ->
        [0] останній день
        [one] залишився { $days } день
        [few] залишилося { $days } дні
        [many] залишилося { $days } днів
       *[other] залишилося { $days } дня
    }
format-days-over = строк минув

format-size =
    { $unit ->
        [bytes] { $amount } Б
        [kilobytes] { $amount } КБ
        [megabytes] { $amount } МБ
       *[gigabytes] { $amount } ГБ
    }
