# The secretariat publishes consultations: work on one, the look before it goes, changes after publishing.

publishing-error-gone =
    <b>This draft is gone</b>
    It was confirmed or deleted. How the consultations stand now: /publish
publishing-error-incomplete =
    <b>Not everything is ready yet</b>
    A step is empty or too long. What you wrote is kept. Go on: /publish
publishing-error-choice =
    <b>This choice is gone</b>
    The list has changed. Choose again.
# $line is a line as it was written.
publishing-error-link =
    <b>This does not look like a link</b>
    “{ $line }”
    Write a title and an address: Draft order https://www.kmu.gov.ua/npas/draft. Or send a file.
publishing-error-slug =
    <b>This short name will not do</b>
    It can have Latin letters, digits, “-” and “_” only, 60 at most. For example: open-data-roads
publishing-error-documents =
    { $most ->
        [one] <b>There can be no more.</b> A consultation can have { $most } document.
       *[other] <b>There can be no more.</b> A consultation can have { $most } documents.
    } Take one out first.
# $example is a date and time as one writes them.
moment-error-unclear = <b>The date is not clear.</b> Write day, month, year and time like this: { $example }. The calendar must have such a day and hour.

publishing-entry = { $title } · { $state }
publishing-untitled = of { $date }
publishing-work-prepare = Go on: { $title }
publishing-work-correct = Change: { $title }
publishing-work-close = Closing: { $title }
publishing-work-withdraw = Withdrawal: { $title }
publishing-work-answer = Results: { $title }

# What can be done with one consultation. $state is words; $count is how many people and groups hear of a change.
publishing-manage = <b>Consultation “{ $title }”</b>
publishing-standing =
    State: { $state }. Short name: <code>{ $slug }</code>
    Proposals: { $proposals }, waiting for a response: { $unanswered }
    Recipients of a change: { $count }
publishing-others =
    { $count ->
        [one] { $count } colleague is working on this consultation now.
       *[other] { $count } colleagues are working on this consultation now.
    }
publishing-planned = It opens by itself: { $opens }.
publishing-wished = Opening: { $opens }.

# The steps.
publishing-step-kind = Kind
publishing-step-title = Title
publishing-step-summary = Content
publishing-step-authority = Who consults
publishing-step-affected = Whom it affects
publishing-step-consequences = Consequences
publishing-step-ways = Ways to take part
publishing-step-topics = Topics
publishing-step-regions = Regions
publishing-step-documents = Documents
publishing-step-opens = Opening
publishing-step-closes = Deadline
publishing-step-second = English text
publishing-step-slug = Short name
publishing-step-note = Explanation
publishing-step-preview = Preview
publishing-in-second = { $name } (English)
publishing-heading-prepare =
    <b>Change · { $step }</b>
    { $title }
publishing-heading-correct =
    <b>Change · { $step }</b>
    { $title }
publishing-heading-close =
    <b>Closing early · { $step }</b>
    { $title }
publishing-heading-withdraw =
    <b>Withdrawal · { $step }</b>
    { $title }
publishing-heading-answer =
    <b>Results · { $step }</b>
    { $title }
publishing-ask-kind = What do you ask people for?
publishing-ask-title = The title in one line, at most { proposal-limit }.
publishing-ask-summary = In short: what is to change, and what you ask. At most { proposal-limit }.
publishing-ask-authority = Which authority consults? At most { proposal-limit }.
publishing-ask-affected = Which groups of people and interested parties does it affect? At most { proposal-limit }.
publishing-ask-consequences = What may follow for them? At most { proposal-limit }.
publishing-ask-ways = The email address and other ways to send a proposal besides the bot. At most { proposal-limit }.
publishing-ask-topics = Which topics is it about? Tick several or none: without topics it is for everybody.
publishing-ask-regions = Which regions is it about? Tick several or none: then it is the whole country.
publishing-ask-documents-call = Send files or links: a title and an address, each on a line. You can skip this.
publishing-ask-documents-remarks = First send the draft that the remarks are on: a file, or a title and an address. Then the other documents.
publishing-ask-opens = When should it open? Right after the preview, or at a time of its own: { $example } means { $read }. A day alone means 9:00.
publishing-ask-closes = Until when do you take answers? For example, { $example } means { $read }. A day alone means the end of that day.
publishing-ask-second = Add an English text? Without it the Ukrainian page says that the text is in Ukrainian only.
publishing-ask-second-text = { $name } in English, at most { proposal-limit }.
publishing-ask-slug = A short name for the link: Latin letters, digits, “-” and “_”, at most { proposal-limit }. Skip it, and the bot makes one of the title.
publishing-ask-note-prepare = An explanation, at most { proposal-limit }.
publishing-ask-note-correct = Why does it change? Everybody who gets the message reads this. At most { proposal-limit }.
publishing-ask-note-close = Why is it closed early? Everybody who gets the message reads this. You can skip it. At most { proposal-limit }.
publishing-ask-note-withdraw = Why is it withdrawn? Everybody who gets the message reads this. At most { proposal-limit }.
publishing-ask-note-answer = What do you say along with the results? You can skip it. At most { proposal-limit }.
publishing-now = right after the preview
publishing-second-yes = yes
publishing-second-no = no
publishing-press = Please press a button here: what you wrote was not saved.
publishing-still-open = <i>The bot takes your next message for the consultation, step “{ $step }”.</i>

# The look before it is confirmed. $count is how many people and groups hear of it.
publishing-missing = <b>Still missing:</b> { $steps }
publishing-empty = Still empty in the notice: { $steps }.
publishing-news = <b>While you were working, a colleague changed this consultation.</b> Your changes are kept on top:
publishing-changed-meanwhile = <b>Something has changed since you looked.</b> Look again.
publishing-nothing-changed =
    <b>What should change?</b>
    { $title }
    Choose below. Nothing has changed yet.
publishing-hearers =
    { $count ->
        [0] Nobody gets the alert.
        [one] { $count } recipient gets the alert.
       *[other] { $count } recipients get the alert.
    }
# The same before the message itself.
publishing-hearers-here =
    { $count ->
        [0] Nobody gets the alert.
        [one] { $count } recipient gets the alert. Here it is:
       *[other] { $count } recipients get the alert. Here it is:
    }
publishing-preview-correct =
    <b>Preview of the changes</b>
    { $title }
    { publishing-hearers-here }
publishing-preview-close =
    <b>Close the consultation now?</b>
    { $title }
    Nothing more will be taken. { publishing-hearers-here }
publishing-preview-withdraw =
    <b>Withdraw the consultation?</b>
    { $title }
    It cannot be brought back. { publishing-hearers-here }
publishing-preview-answer =
    <b>Publish the results?</b>
    { $title }
    Every proposal has its response. { publishing-hearers-here }
publishing-discard =
    { $is_new ->
        [true] <b>Delete this consultation?</b>
       *[false] <b>Cancel these changes?</b>
    }
    “{ $title }”
    What you wrote will be gone for good.

# Receipts.
publishing-kept =
    <b>The draft is saved</b>
    “{ $title }”
    The whole secretariat sees it. To publish it: /publish
publishing-done-scheduled =
    <b>The consultation is scheduled</b>
    “{ $title }”
publishing-done-unscheduled =
    <b>The consultation is off the schedule</b>
    “{ $title }”
publishing-done-missed =
    <b>The consultation was not opened in time</b>
    “{ $title }”
publishing-done-opened =
    <b>The consultation is published</b>
    “{ $title }”
publishing-done-changed =
    <b>The changes are published</b>
    “{ $title }”
publishing-done-closed =
    <b>The consultation is closed</b>
    “{ $title }”
publishing-done-withdrawn =
    <b>The consultation is withdrawn</b>
    “{ $title }”
publishing-done-answered =
    <b>The results are published</b>
    “{ $title }”

button-new-consultation = New consultation
button-manage = Manage the consultation
button-plan = Schedule the opening
button-unschedule = Take off the schedule
button-prepare = Edit the draft
button-correct-consultation = Change or correct
button-close-now = Close now
button-withdraw-consultation = Withdraw it
button-results = Publish the results
button-to-answer = Give the responses
button-choose-call = Call for proposals
button-choose-remarks = Remarks on a draft
button-opens-now = Open right away
button-second-yes = Add it in English
button-second-no = Do not add it
button-clear = Clear what is there
button-discard-work = Do not keep
button-fill-work = Fill in the rest
button-keep-for-later = Save the draft
button-confirm-correct = Publish the changes
button-confirm-close = Close the consultation
button-confirm-withdraw = Withdraw
button-confirm-answer = Publish
button-preview-uk = As seen in Ukrainian
button-preview-en = As seen in English
publishing-button-edit = Edit: { $name }
publishing-button-missing = Without a response · { $count }
