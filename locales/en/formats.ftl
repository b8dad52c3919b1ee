# Dates, times, numbers. Dates arrive in words already: $month is the form that stands beside a day in
# format-date, and the one that stands alone in format-month.

format-date = { $day } { $month } { $year }
format-month = { $month } { $year }
format-year = { $year }

# $zone is the time zone with a hyphen for the slash; $city its city, for zones that are not listed.
format-time =
    { $time } { $zone ->
        [Europe-Kyiv] Kyiv time
        [Europe-Kiev] Kyiv time
        [UTC] UTC
       *[other] { $city } time
    }
format-moment = { $date }, { $time }

format-days-left =
    { $days ->
        [0] last day
        [one] { $days } day left
       *[other] { $days } days left
    }
format-days-over = time is over

format-size =
    { $unit ->
        [bytes] { $amount } B
        [kilobytes] { $amount } KB
        [megabytes] { $amount } MB
       *[gigabytes] { $amount } GB
    }
