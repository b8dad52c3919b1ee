# The draft of a proposal: from the first step to the consent.

proposal-step-heading = <b>Step { $number } of { $total } · { $step }</b>
proposal-step-title = Title
proposal-step-problem = Problem
proposal-step-solution = Solution
proposal-step-result = Result
proposal-step-values = Values
proposal-step-region = Region
proposal-step-topic = Topic
proposal-step-goal = Sustainable Development Goal
proposal-step-body = Responsible body
proposal-step-partners = Partners
proposal-step-time-frame = Time frame
proposal-step-indicator = Indicator
proposal-step-attachments = Files
proposal-step-identity = Signature
proposal-step-name = Name
proposal-step-contact = Contact
proposal-step-preview = Check
# The heading of a step when one answer is being changed from the preview.
draft-correction-heading = <b>Change · { $step }</b>
proposal-for = For the consultation “{ $title }”
draft-for-any-time = Outside a consultation: proposals are accepted at any time.

# Where one begins.
draft-offer =
    <b>A new proposal or a draft?</b>
    { $count ->
        [one] You have { $count } draft.
       *[other] You have { $count } drafts.
    } You can continue exactly where you stopped.
draft-offer-full =
    { $count ->
        [one] The bot keeps up to { $count } draft.
       *[other] The bot keeps up to { $count } drafts.
    } To begin a new one, send or delete one of these.
draft-untitled = Draft of { $date }
draft-correction-titled = Correction: { $title }
draft-choose-consultation =
    <b>What is this proposal for?</b>
    Choose a consultation, or “At any time”: the secretariat also reads proposals outside consultations.
draft-choose-nothing =
    <b>What is this proposal for?</b>
    No consultation is open now. The secretariat also reads proposals outside consultations.

# How many characters fit; stands after “at most”.
proposal-limit =
    { $most ->
        [one] { $most } character
       *[other] { $most } characters
    }
proposal-ask-title = What should change? Say it in one line, at most { proposal-limit }.
proposal-ask-problem = What exactly does not work, and who is affected? Two or three sentences are enough, at most { proposal-limit }.
proposal-ask-solution = What would make it better, and who can do it? Two or three sentences are enough, at most { proposal-limit }.
proposal-ask-result = What will change for people when it is done, and how will it show? At most { proposal-limit }.
draft-ask-values = Which values of open government does it serve? Mark at least one; several are fine.
draft-ask-region = Which region is it about? Choose a button or write the name.
draft-ask-topic = Which topic is it closest to? Choose a button or write the name.
draft-ask-goal = Which UN Sustainable Development Goal does it help? Choose a button or write the number.
proposal-ask-body = Which public body should do it? If you do not know, skip this. At most { proposal-limit }.
proposal-ask-partners = Who could help: organisations, communities, businesses? At most { proposal-limit }.
proposal-ask-time-frame = How long would it take? At most { proposal-limit }.
proposal-ask-indicator = What number or event will show that it is done? At most { proposal-limit }.
# $most – how many files; $size – the largest size.
draft-ask-attachments =
    Send a document (PDF, DOCX, ODT), a table (XLSX, CSV), a photo, sound or video; an album is fine. Up to { $most } files, each up to { $size }. Archives and programs are not accepted.
    A voice message is kept too, but the text is needed all the same.
    Files become public with the proposal. Check that neither they nor their properties have in them what you do not want to show: a name, an address, a place.
draft-files =
    <b>Attached</b>
    { $files }
draft-ask-identity = Will you sign the proposal?
draft-identity-effect = <b>{ $identity }.</b> { $effect }
draft-identity-chat = <i>In any case the bot knows this chat, so that it can send you the answer.</i>
proposal-ask-name = What is your name? First and last name, at most { proposal-limit }.
proposal-ask-contact = How can we reach you besides Telegram? An email or a phone number, at most { proposal-limit }. Only the secretariat sees the contact.

# Who signs, and what it means. The operator may replace the “-effect” sentences by those of their own law.
identity-public = Public, with my name
identity-public-effect = Everybody sees your name with the proposal.
identity-named = Name for staff only
identity-named-effect = The secretariat knows who wrote it; the public text has no name.
identity-anonymous = Anonymous
identity-anonymous-effect = Nobody knows the name. Some authorities state that they neither register nor consider anonymous proposals. So it may not count as an official one.

# Values of the Open Government Partnership.
value-access = Access to information
value-participation = Public participation
value-accountability = Public accountability
value-technology = Technology and innovation
draft-region-whole = The whole country

# Sustainable Development Goals (UN General Assembly, resolution 70/1), short names.
sdg-1 = No poverty
sdg-2 = Zero hunger
sdg-3 = Good health and well-being
sdg-4 = Quality education
sdg-5 = Gender equality
sdg-6 = Clean water and sanitation
sdg-7 = Affordable and clean energy
sdg-8 = Decent work and economic growth
sdg-9 = Industry, innovation and infrastructure
sdg-10 = Reduced inequalities
sdg-11 = Sustainable cities and communities
sdg-12 = Responsible consumption and production
sdg-13 = Climate action
sdg-14 = Life below water
sdg-15 = Life on land
sdg-16 = Peace, justice and strong institutions
sdg-17 = Partnerships for the Goals

# What has become of the message; stands over the question.
proposal-kept = Saved: “{ $text }”
proposal-replaces = A new message replaces this answer.
proposal-too-long =
    { $excess ->
        [one] <b>Too long by { $excess } character.</b>
       *[other] <b>Too long by { $excess } characters.</b>
    } The text is saved. Send a shorter one, at most { proposal-limit }.
# $text – the last words that still fit.
proposal-fits = Everything fits up to the words: “…{ $text }”
draft-added = Added to the step “{ $step }”.
draft-edited = The answer “{ $step }” now follows your edit.
draft-edited-long =
    { $excess ->
        [one] The answer “{ $step }” now follows your edit. It is too long by { $excess } character.
       *[other] The answer “{ $step }” now follows your edit. It is too long by { $excess } characters.
    }
draft-edit-nothing = This message was no answer, so nothing in the draft has changed. Answers can be changed at the check or with the “‹ Back” button.
draft-press = The bot did not recognise this choice. Please press its button. Everything written before is saved. To ask a question: /ask
draft-attach = Please send a file here or press a button. Everything written before is saved. To ask a question: /ask
proposal-still-open = <i>The draft is saved. The bot will take your next message as the answer to the step “{ $step }”.</i>
proposal-not-sent = <i>The proposal is not sent yet: it waits for you to check it.</i>

# Examples: a good answer and one SMART hint (specific, measurable, achievable, relevant, timed).
draft-example-heading = <b>Example · { $step }</b>
draft-hint = <i>Hint: { $hint }</i>
draft-example-title = “Open data on road repairs”
draft-hint-title = name one change, not a subject in general.
draft-example-problem = “Residents do not know which roads will be repaired and for how much. The plans are not public, so nobody can check the spending. It affects everybody who travels and pays taxes.”
draft-hint-problem = be specific: what does not work, where, and for whom.
draft-example-solution = “Publish plans, contracts and acceptance papers of road repairs on the open data portal every month, as tables. The regional body that orders the repairs does it.”
draft-hint-solution = achievable: who can do what within their powers.
draft-example-result = “Everybody sees when their street is to be repaired and what it costs, and journalists compare the plan with the work.”
draft-hint-result = relevant: what changes for people, not how many meetings there are.
draft-example-body = “The ministry in charge of roads, with the regional administrations”
draft-hint-body = one body in charge is better than many.
draft-example-partners = “The organisation that already collects such data; the region’s union of communities”
draft-hint-partners = name those who are really ready to join.
draft-example-time-frame = “The first data set in half a year, all regions in two years”
draft-hint-time-frame = timed: what is ready first, and when all of it.
draft-example-indicator = “Data on 100 % of repairs are published, updated no more than a month ago”
draft-hint-indicator = measurable: a number that can be checked from outside.
draft-example-name = “Olena Koval”
draft-hint-name = as in your documents: then an answer can be addressed to you.
draft-example-contact = “olena@example.org”
draft-hint-contact = one way to reach you is enough.

proposal-preview =
    <b>Check your proposal</b>
    If all is well, send it. If not, change what you need.
# The text was changed after it had been checked: shown so once more before it is sent.
proposal-preview-changed =
    <b>Check it once more</b>
    The draft or the terms of consent have changed since you checked, so the proposal is not sent yet. If all is well, send it.
# $steps – names of steps, with commas.
proposal-preview-missing =
    { $count ->
        [one] <b>Draft · { $count } step left</b>
       *[other] <b>Draft · { $count } steps left</b>
    }
    Empty or too long: { $steps }.
draft-correction-preview =
    <b>Correction of proposal { $reference }</b>
    Change what you need and save it. The version before stays in the history.
draft-page = Page { $number } of { $total }
draft-field =
    <b>{ $heading }</b>
    { $text }
draft-field-empty =
    <b>{ $heading }</b>
    <i>not given</i>
# $steps – names of steps, with commas.
draft-fields-empty = <i>Not given yet: { $steps }.</i>
draft-field-excess =
    { $excess ->
        [one] <i>Too long by { $excess } character.</i>
       *[other] <i>Too long by { $excess } characters.</i>
    }

# Consent, version 2. When its meaning changes, the version’s number in the code changes too.
proposal-consent =
    <b>Consent before sending</b>
    • The proposal becomes public: anybody can read its text, files and state.
    • Your name is seen as you have chosen: by everybody, by the secretariat alone, or by nobody. Only the secretariat sees your contact.
    • A proposal in Telegram may not count as an official appeal, and some authorities do not register anonymous ones.
    • You can erase your data at any time: /delete. Name and contact go. The text stays without them; until there is a decision, it can be erased too. Number, date and fingerprint of the text always stay, so that anybody can check that the proposal was received.

    By pressing “Agree and send” you agree to this.

proposal-discard =
    <b>Delete the draft?</b>
    It cannot be brought back. You can save it and leave instead.
proposal-discard-titled =
    <b>Delete the draft?</b>
    “{ $title }”. It cannot be brought back. You can save it and leave instead.
proposal-discarded =
    <b>The draft is deleted</b>
    You can begin a new one at any time.
proposal-nothing-to-cancel =
    <b>Nothing to cancel</b>
    You have no draft now.
proposal-nothing-to-cancel-kept =
    <b>Nothing to cancel</b>
    You are not writing anything now. Your drafts are saved: you can continue or delete them.
proposal-consultation-closed =
    <b>The consultation has closed</b>
    The whole draft is saved. You can send it without the consultation: the secretariat takes proposals at any time.

# The reminder of a draft.
draft-waits = <b>Your draft is waiting</b>
draft-waits-titled = “{ $title }”
# $closes – a moment.
draft-waits-until = The consultation takes proposals until { $closes }.
draft-waits-once = Everything you wrote is saved. We will not remind you of it again.

draft-error-many =
    <b>There is no room for another draft</b>
    { $most ->
        [one] The bot keeps up to { $most } draft.
       *[other] The bot keeps up to { $most } drafts.
    } Send or delete one, then you can begin a new one. Everything written is saved.
draft-error-choice =
    <b>This choice is no longer there</b>
    The list has changed. Everything written is saved. Open the step again and choose anew: /propose

button-example = Example
button-to-step = ‹ To the step
button-next = Next
button-done = Done
button-mode-quick = Only what is needed
button-mode-full = All fields
button-skip-optional = Go to signing
button-begin = Write a new one
button-any-time = At any time
button-other-consultation = Change consultation
button-more-fields = Add details
button-save-changes = Save changes
button-continue = Continue
button-drafts = Show drafts
button-edit-title = Change the title
button-edit-problem = Change problem
button-edit-solution = Change solution
button-edit-result = Change result
button-edit-values = Change values
button-edit-region = Change region
button-edit-topic = Change topic
button-edit-goal = Change goal
button-edit-body = Change body
button-edit-partners = Change partners
button-edit-time-frame = Change time frame
button-edit-indicator = Change indicator
button-edit-attachments = Change files
button-edit-identity = Change signature
button-edit-name = Change name
button-edit-contact = Change contact

# Remarks on a published draft: the same steps, other words.
remark-kind = <i>A remark on a draft</i>
remark-step-title = Point of the draft
remark-step-problem = Remark
remark-step-solution = Proposed wording
remark-ask-title = Which point of the draft is it on? For example: point 3 of chapter II. If it is on the whole draft, say so. At most { proposal-limit }.
remark-ask-problem = What is wrong with this point, and whom does it affect? At most { proposal-limit }.
remark-ask-solution = How should this point read? Give the text itself, or write “delete it”. At most { proposal-limit }.
remark-example-title = “Point 3 of chapter II”
remark-hint-title = as the draft itself calls it: the secretariat finds it at once.
remark-example-problem = “The point gives 3 days for an answer, and a letter takes longer. People cannot answer in time.”
remark-hint-problem = one remark on one point, with its reason.
remark-example-solution = “An answer is due 15 days after the letter has come.”
remark-hint-solution = the text of the point itself: it is easier to accept than a general wish.
button-edit-remark-title = Change the point
button-edit-remark-problem = Change the remark
button-edit-remark-solution = Change the wording
