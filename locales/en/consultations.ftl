# Consultations: the lists, one of them, alerts about it. $closes is date and time, $left is words
# (“3 days left”, “last day”).

consultations-title-open = <b>Open consultations</b>
consultations-title-past = <b>Past consultations</b>
consultations-none-open =
    <b>Open consultations</b>
    No consultation is open now. You can send a proposal without one, at any time.
    To hear of a new one at once, turn alerts on.
consultations-none-past =
    <b>Past consultations</b>
    No consultation has ended yet.
consultations-none-fitting =
    <b>Nothing found</b>
    No consultation fits these conditions. Take them away to see all.
# $filters are the chosen topic, region and kind, as words.
consultations-filtered = Shown: { $filters }
# $kind and $state are words.
consultations-entry-open =
    <b>{ $title }</b>
    { $kind } · until { $closes } ({ $left })
consultations-entry-past =
    <b>{ $title }</b>
    { $kind } · { $state } · the deadline was { $closes }
consultations-choose-topic =
    <b>Topic</b>
    Consultations without a topic concern everybody and are always shown.
consultations-choose-region =
    <b>Region</b>
    Consultations for the whole country are always shown.

consultation-kind-call = <b>Consultation</b> · call for proposals
consultation-kind-remarks = <b>Consultation</b> · remarks on a draft
consultation-kind-name-call = call for proposals
consultation-kind-name-remarks = remarks on a draft
consultation-alert-call = <b>New consultation</b> · call for proposals
consultation-alert-remarks = <b>New consultation</b> · remarks on a draft
consultation-state-draft = draft
consultation-state-scheduled = scheduled
consultation-state-open = open
consultation-state-closed = closed
consultation-state-answered = results are out
consultation-state-withdrawn = withdrawn
consultation-heading = <b>{ $title }</b>
consultation-authority = Consulting authority: { $authority }
consultation-summary = { $summary }
# $name is the name of a field of the notice, as below.
consultation-field =
    <b>{ $name }</b>
    { $text }
consultation-field-title = Title
consultation-field-summary = Content
consultation-field-authority = Who consults
consultation-field-affected = Whom it affects
consultation-field-consequences = Possible consequences
consultation-field-ways = Email and other ways to take part
consultation-field-closes-at = Deadline
consultation-field-documents = Documents
consultation-field-topics = Topics
consultation-field-regions = Regions
consultation-field-url = Notice
consultation-topics = Topics: { $topics }
consultation-regions = Regions: { $regions }
# $language is the language that the text is in.
consultation-other-language =
    { $language ->
        [uk] <i>This text is in Ukrainian only.</i>
        [en] <i>This text is in English only.</i>
       *[other] <i>This text is not available in your language.</i>
    }
# The same in a few words, in a list.
consultation-only-in =
    { $language ->
        [uk] in Ukrainian only
        [en] in English only
       *[other] in another language
    }
consultation-open = You can take part until <b>{ $closes }</b>: { $left }.
consultation-over = You can no longer take part. The deadline was { $closes }.
consultation-answered = The results are published. You could take part until { $closes }.
consultation-withdrawn = The consultation is withdrawn. You can no longer take part.
consultation-link = Link: { $link }

# Documents and the calendar.
consultation-document =
    <b>{ $name }</b>
    Consultation “{ $title }”
consultation-file = { $name } ({ $size })
consultation-document-sent = The document is above.
consultation-document-missing = <b>The document cannot be found now.</b> Its file is lost. Write to the secretariat: /contact
consultation-calendar =
    <b>For your calendar: { $title }</b>
    The deadline is { $closes }. Open the file, and the calendar will remind you a day before.
consultation-calendar-event = Deadline: { $title }

# What has changed. $was and $became are words or a text; $changed is date and time.
consultation-history = <b>What has changed: { $title }</b>
consultation-event-scheduled = <b>{ $changed }</b> · scheduled
consultation-event-unscheduled = <b>{ $changed }</b> · taken off the schedule
consultation-event-missed = <b>{ $changed }</b> · not opened in time
consultation-event-opened = <b>{ $changed }</b> · opened
consultation-event-changed = <b>{ $changed }</b> · changed
consultation-event-closed = <b>{ $changed }</b> · closed
consultation-event-withdrawn = <b>{ $changed }</b> · withdrawn
consultation-event-answered = <b>{ $changed }</b> · results published
consultation-difference = <b>{ $field }:</b> was “{ $was }”, is “{ $became }”
consultation-difference-new = <b>{ $field }:</b> added “{ $became }”
consultation-difference-gone = <b>{ $field }:</b> removed “{ $was }”
consultation-difference-only = <b>{ $field }:</b> changed
consultation-note = Why: { $note }
consultation-changed-changed =
    <b>Changes in a consultation</b>
    { $title }
consultation-changed-closed =
    <b>Consultation closed early</b>
    { $title }
consultation-changed-withdrawn =
    <b>Consultation withdrawn</b>
    { $title }
consultation-draft-kept = If you have begun to write, your draft is kept: you can send it without a consultation. /propose

# How it ended. $state is the state of proposals, as words.
consultation-results-title =
    <b>Results of a consultation</b>
    { $title }
consultation-results =
    { $count ->
        [0] No proposal came in.
        [one] { $count } proposal came in. It has its response:
       *[other] { $count } proposals came in. Each has its response:
    }
consultation-result = { $state }: { $count }

button-open-ones = Show the open ones
button-past-ones = Show the past ones
button-all-ones = Clear the filters
button-by-topic = Choose a topic
button-by-region = Choose a region
button-any-topic = Any topic
button-any-region = Any region
button-kind-c = Proposals only
button-kind-r = Remarks only
button-kind-any = All kinds
button-remark = Send a remark
button-calendar = Add to calendar
button-changes = See what changed

consultation-error-closed =
    <b>The consultation is closed</b>
    It takes no more proposals. See those that are open now, or send a proposal without a consultation: /propose
# In one line: the terminal shows it too.
consultation-error-unknown =
    <b>Consultation not found.</b> Its name or link may be old or have a mistake in it. See those that are open now.

# What cannot be done with a consultation. In one line: the terminal shows them too. $closes is date and time.
consultation-error-state =
    { $state ->
        [draft] <b>The consultation is not published yet.</b>
        [scheduled] <b>The consultation waits for its time.</b>
        [open] <b>The consultation is open.</b>
        [closed] <b>The consultation is closed.</b>
        [answered] <b>The results of the consultation are published.</b>
       *[withdrawn] <b>The consultation is withdrawn.</b>
    } This cannot be done with “{ $slug }”; nothing has changed.
consultation-error-deadline = <b>Too early.</b> { $closes } is over already, or comes before the consultation opens. Name a later deadline.
consultation-error-opens = <b>This time has passed.</b> Name the opening time again: it must be in the future.
consultation-error-slug-taken = <b>The short name “{ $slug }” is taken.</b> Choose another: only one consultation can have it.
consultation-error-responses =
    <b>Some responses are missing.</b> { $count ->
        [one] { $count } proposal waits for a response.
       *[other] { $count } proposals wait for a response.
    } Answer each of them, then publish the results.
consultation-error-document = <b>This document is gone.</b> It was taken out of the consultation. Open the consultation again.
consultation-error-reason = <b>A reason is missing.</b> Say why the consultation is withdrawn: everybody whom it concerns reads this.
