# Messages to many: how they go, and what the secretariat can do about them.
broadcast-error-unknown = There is no broadcast number { $id }. The list of broadcasts shows those there are.
broadcast-error-over = This broadcast is over: nothing about it can be changed any more.

# Above a broadcast, and in the list. $kind is what it tells of, $state how it is.
broadcast-heading =
    <b>Broadcast No. { $id } · { $state ->
        [running] under way
        [paused] paused
        [cancelled] cancelled
       *[done] finished
    }</b>
    { broadcast-kind }
broadcast-kind =
    { $kind ->
        [consultation-opened] New consultation
        [consultation-closing] A consultation closes soon
        [consultation-changed] A consultation has changed
        [consultation-results] Results of a consultation
        [proposal-adopted] A proposal is in a plan
        [commitment-changed] Progress of a commitment
       *[other] Notice
    }
broadcast-title = “{ $title }”
broadcast-button =
    No. { $id } · { $state ->
        [running] { $share }%
        [paused] paused, { $share }%
        [cancelled] cancelled
       *[done] finished
    } · { broadcast-kind }
broadcast-sent = Sent: <b>{ $sent }</b> · { $share }% done
broadcast-waiting = Still waiting: { $count }
broadcast-unreachable = Blocked or removed the bot, or deleted the account: { $count }
broadcast-failed = Could not be sent: { $count }
broadcast-cancelled = Not sent, since they unsubscribed or it was cancelled: { $count }
broadcast-speed =
    { $pace ->
        [0] It has just begun.
       *[other] Messages a second: { $pace }.
    }
broadcast-left-moment = Less than a minute left.
broadcast-left-minutes =
    { $count ->
        [one] About { $count } minute left.
       *[other] About { $count } minutes left.
    }
broadcast-left-hours =
    { $count ->
        [one] About { $count } hour left.
       *[other] About { $count } hours left.
    }
broadcasts-listed =
    <b>Broadcasts</b>
    Those under way come first. Choose one to see how it goes.
broadcasts-none =
    <b>There has been no broadcast yet</b>
    The first begins when you publish a consultation.
broadcast-confirm-cancel =
    <b>Cancel the broadcast?</b>
    Recipients without the message so far: { $waiting }. They will not get it. What was sent stays. A cancelled broadcast cannot go on; a paused one can.
button-broadcasts = Broadcasts
button-broadcast-pause = Pause
button-broadcast-resume = Resume
button-broadcast-cancel = Cancel the broadcast
button-broadcast-cancel-yes = Yes, cancel it
button-broadcast-keep = Do not cancel

# The command line.
cli-broadcast-help = Broadcasts: how they go; pause, resume, cancel.
cli-broadcast-id = Number of the broadcast; without it, all that are under way.
cli-broadcast-status-help =
    Show how broadcasts go.
    Example: ogp-bot broadcast status --json
cli-broadcast-pause-help =
    Pause a broadcast.
    Example: ogp-bot broadcast pause 3
cli-broadcast-resume-help =
    Resume a broadcast.
    Example: ogp-bot broadcast resume 3
cli-broadcast-cancel-help =
    Cancel a broadcast for good.
    Example: ogp-bot broadcast cancel 3
cli-broadcast-none = No broadcast is under way.
cli-broadcast-line = No. { $id } · { broadcast-kind } · { $state ->
        [running] under way
        [paused] paused
        [cancelled] cancelled
       *[done] finished
    } · { $sent } sent, { $waiting } waiting
cli-column-kind = About
cli-column-sent = Sent
cli-column-waiting = Waiting
cli-column-unreachable = Unreachable
cli-column-failed = Failed
cli-column-cancelled = Cancelled
cli-column-rate = A second
