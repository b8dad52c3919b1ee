# Alerts about new consultations.

subscription-on =
    <b>Alerts are on</b>
    The bot writes to you when a new consultation begins.
subscription-off =
    <b>Alerts are off</b>
    Turn them on, and the bot will write when a new consultation begins.
subscription-now-on =
    <b>Alerts are on</b>
    From now on, the bot will write when a new consultation begins. You can turn this off at any time: /unsubscribe
subscription-now-off =
    <b>Alerts are off</b>
    The bot will no longer write about new consultations. Responses to your proposals will come as before.
    To turn alerts on again: /subscribe
subscription-open =
    { $count ->
        [one] { $count } consultation is open now; there will be no separate alert about it.
       *[other] { $count } consultations are open now; there will be no separate alert about them.
    }
