# Buttons: a verb and an object, up to 24 characters; places are called by their names. No variables.

button-menu = ‹ Menu
button-back = ‹ Back

button-ask = Ask a question
button-plans = Read action plans
button-timeline = Show the timeline
button-about = About the Initiative
button-contact = Show contacts
button-help = Open help
# In two languages, so that a person who does not read this one recognises it.
button-language = Language · Мова

button-consultations = Read consultations
button-read = Read the consultation
button-notice = Read the notice
button-subscription = Choose alerts
button-subscribe = Turn alerts on
button-unsubscribe = Turn alerts off

button-propose = Write a proposal
button-resume = Continue the draft
button-my = My proposals
button-show-proposal = Show the proposal
button-keep = Keep as it is
button-skip = Skip this step
button-save-exit = Save and leave
button-discard = Delete the draft
button-fill-missing = Complete the draft
button-submit = Send the proposal
button-agree = Agree and send
# Under the text on a consultation that has closed: go on without it.
button-at-any-time = Continue without it

button-privacy = What the bot keeps
button-export-data = Get a copy of my data
button-erase-data = Erase my data
button-erase-all = Erase everything
button-erase-keep = Keep the proposals

button-staff = Open the panel
button-unpublished = Choose what to publish
button-publish = Publish the consultation
button-export = Export proposals
button-export-xlsx = Export XLSX
button-export-csv = Export CSV
button-export-json = Export JSON
button-export-jsonl = Export JSONL
button-export-files = Export files
button-export-other = Export something else

button-answer-instead = I wanted an answer
button-pass-on = Ask the secretariat
button-helped = Helped
button-not-helped = Did not help
button-write = Write to the secretariat
button-show-question = Show the question
button-send-own = Send the letter
button-send-reply = Send the answer
button-revise-letter = Write it anew
button-leave-letter = Do not send
button-resume-letter = Continue the letter

button-inbox = Read the questions
button-reply = Answer
button-close-question = Close without an answer
button-entry = Make a content draft
button-statistics = Show the figures
button-older = ‹ Older
button-newer = Newer ›

button-all-proposals = Read proposals
button-by-support = Most supported first
button-by-newest = Newest first
button-support = Support the proposal
# $reference is its number.
button-support-one = Support { $reference }
button-take-support-back = Take support back
button-mine-is-other = Mine is different, go on
