# Alerts: what a person, a group or a channel hears of, how often, and when not. $hour, $begins, $ends are hours.

subscription-on = <b>Alerts are on</b>
subscription-off =
    <b>Alerts are off</b>
    Turn them on and the bot will write when a new consultation opens.
subscription-now-on =
    <b>Alerts are on</b>
    You can change them or turn them off at any time.
subscription-now-off =
    <b>Alerts are off</b>
    The bot will not write about consultations and commitments any more. About your own proposals and drafts it still does.
    If you change your mind: /subscribe
subscription-fewer-instead = If there were just too many, you can have them once a week, or by topic only.
subscription-paused =
    <b>Alerts are paused until { $until }</b>
    What is still open by then comes in one message.
subscription-open =
    { $count ->
        [one] { $count } consultation is open now; no alert will announce it.
       *[other] { $count } consultations are open now; no alert will announce them.
    }

subscription-everything = • What about: all consultations
subscription-topics = • Topics: { $names }
subscription-regions = • Regions: { $names }; nationwide ones too
subscription-and-more = { $names } and { $count } more
subscription-only-followed = • Consultations: only those you follow
subscription-followed =
    { $count ->
        [one] • You also follow { $count } consultation
       *[other] • You also follow { $count } consultations
    }
subscription-all-commitments = • Commitments: all of them
subscription-followed-commitments =
    { $count ->
        [one] • You also follow { $count } commitment
       *[other] • You also follow { $count } commitments
    }
subscription-pace-at-once = • When: at once, each event by itself
subscription-pace-daily = • When: every day at { $hour }:00, in one message
subscription-pace-weekly = • When: every Monday at { $hour }:00, in one message
subscription-quiet = • Quiet hours: { $begins }:00–{ $ends }:00

button-topics = Choose topics
button-regions = Choose regions
button-pace = How often to write
button-pause = Pause alerts
button-end-pause = Write again
button-followed = What I follow
button-only-followed = Only those I follow
button-hear-of-all = All consultations
button-all-commitments = All commitments
button-no-commitments = Only chosen commitments
button-remind = Remind me
button-fewer = Write less often
button-share = Share
button-follow = Follow
button-unfollow = Stop following

subscription-fewer =
    <b>Write less often</b>
    You can have everything in one message, only topics or regions of your choice, or nothing for a while.

subscription-pace-title = <b>How often to write</b>
subscription-pace-what =
    Once a day or once a week, news comes in one message at { $hour }:00; the weekly one on Monday. If there is no news, no message comes.
button-pace-at-once = At once
button-pace-daily = Once a day
button-pace-weekly = Once a week

subscription-topics-title = <b>Topics</b>
subscription-topics-all = Now: all topics. Choose those you want to hear about; consultations without a topic come too.
subscription-topics-chosen = Now: { $names }. Consultations without a topic come too.
subscription-regions-title = <b>Regions</b>
subscription-regions-all = Now: the whole country. Choose those you want to hear about; nationwide consultations come too.
subscription-regions-chosen = Now: { $names }. Nationwide consultations come too.
button-all-topics = All topics
button-all-regions = All regions

pause-title = <b>Pause alerts</b>
pause-what = Until then the bot does not write about consultations and commitments, and then begins again by itself. What is still open comes in one message. About your own proposals and drafts it writes all the same.
button-pause-days =
    { $days ->
        [7] For a week
        [14] For two weeks
       *[30] For a month
    }
button-pause-until = Until a date
pause-month =
    <b>Until which date</b>
    Choose a month.
pause-day =
    <b>{ $month }</b>
    Choose a day: alerts begin again at 9:00.

followed-title =
    <b>What you follow</b> · { $count }
followed-entry = • { $title }
followed-what = To stop following one, press its name.
followed-none =
    <b>What you follow</b>
    Nothing yet. “Follow” stands under each consultation and each commitment.
follow-consultation-on =
    <b>You follow the consultation</b>
    “{ $title }”
    The bot will write if something in it changes, when it is about to close, and when there are results.
follow-consultation-off =
    <b>You no longer follow it separately</b>
    “{ $title }”
follow-commitment-on =
    <b>You follow the commitment</b>
    “{ $title }”
    The bot will write when its status changes.
follow-commitment-off =
    <b>You do not follow it any more</b>
    “{ $title }”

reminder-title =
    <b>Reminder</b>
    “{ $title }”
reminder-when = When should the bot remind you: tomorrow at this hour or a day before the end?
reminder-set = The bot will remind you:
reminder-is-set = The bot will already remind you:
reminder-at-tomorrow = • tomorrow at the same hour
reminder-at-day-before = • a day before the end
button-remind-tomorrow = Remind me tomorrow
button-remind-day-before = Remind a day before
button-forget-reminders = Do not remind me
reminder-error-late = <b>It is too late for a reminder:</b> too little time is left. You can take part now, while the consultation is open.

subscription-error-full =
    <b>You can follow { $most } at the most</b>
    Take something off the list “What I follow” and try again.
subscription-error-pause =
    <b>This date does not fit</b>
    You can pause until a day in the future, but for no longer than a year. Nothing has changed; choose another day.
occasion-error-over = <b>This is over.</b> See what is open now: /consultations

alert-closing = <b>A consultation closes soon</b>
alert-reminder = <b>You asked to be reminded</b>
alert-left = Until it closes: { $left }.
alert-draft-kept = Everything you have written is kept. All that is left is to finish and send it.
alert-link = Link: { $link }

button-quiet-own = Choose your own hours
quiet-start =
    <b>Quiet hours</b>
    From which hour should the bot not write?
quiet-end =
    <b>Quiet hours from { $begins }:00</b>
    Until when?
