# Promised responses: a date has passed, a date is near, the counters for everybody. $reference, $title of the proposal.

response-late =
    <b>The reply-by date has passed · { $reference }</b>
    “{ $title }”
    A response was due by { $due }. The new date is { $next }.
    The proposal is not lost, it waits for a decision. You can write to the secretariat: /contact
response-due-soon =
    <b>{ $count ->
        [one] { $count } proposal is due for a response soon
       *[other] { $count } proposals are due for a response soon
    }</b>
response-more = More: { $count }
response-counters = Responses given: { $answered } · waiting: { $pending } · late: { $late }
