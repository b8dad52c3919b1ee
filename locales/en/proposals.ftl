# A proposal: the steps of the draft, the preview, the consent, the receipt, one’s own proposals.

proposal-step-heading = <b>Step { $number } of { $total } · { $step }</b>
proposal-step-title = Title
proposal-step-problem = Problem
proposal-step-solution = Solution
proposal-step-contact = Contact
proposal-for = For the consultation “{ $title }”

# How many characters fit; stands after “at most”.
proposal-limit =
    { $most ->
        [one] { $most } character
       *[other] { $most } characters
    }
proposal-ask-title =
    What should change? Say it in one line, at most { proposal-limit }.
    For example: “Open data on road repairs”.
proposal-ask-problem = What exactly does not work, and who is affected? Two or three sentences are enough, at most { proposal-limit }.
proposal-ask-solution = What would make it better, and who can do it? Two or three sentences are enough, at most { proposal-limit }.
proposal-ask-contact =
    How can we reach you besides Telegram? A name and an email or phone number, at most { proposal-limit }.
    Only the secretariat will see the contact. You can skip this step.
proposal-kept = Saved: “{ $text }”
proposal-too-long =
    { $excess ->
        [one] <b>Too long by { $excess } character.</b>
       *[other] <b>Too long by { $excess } characters.</b>
    } The text is saved. Send a shorter one, at most { proposal-limit }.
proposal-still-open = <i>The draft is saved. The bot will take your next message as the answer to the step “{ $step }”.</i>
proposal-not-sent = <i>The proposal is not sent yet: it waits for you to check it.</i>

proposal-preview =
    <b>Check your proposal</b>
    If all is well, send it. If not, change what you need.
# The text was changed after it had been checked: shown so once more before it is sent.
proposal-preview-changed =
    <b>Check it once more</b>
    The draft has changed since you checked it, so it is not sent yet. If all is well, send it.
proposal-preview-missing =
    { $count ->
        [one] <b>Draft · { $count } step left</b>
       *[other] <b>Draft · { $count } steps left</b>
    }
    Fill in what is empty and shorten what is too long, then you can send it.
proposal-field =
    <b>{ $heading }</b>
    { $text }
proposal-field-empty =
    <b>{ $heading }</b>
    <i>not given</i>

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
proposal-consultation-closed =
    <b>The consultation has closed</b>
    The whole draft is saved. You can send it without the consultation: the secretariat takes proposals at any time.
# The person wants to write for $wanted, and the draft is for $draft. The first button is “Move the draft”.
proposal-elsewhere =
    <b>You have a draft already</b>
    It is for the consultation “{ $draft }”.
    You can move it to “{ $wanted }”, or finish it first.

proposals-title = <b>My proposals</b>
proposals-none =
    <b>My proposals</b>
    You have not sent any yet.
proposals-entry = <b>{ $reference }</b> · { $title } – <i>{ $state }</i>
proposals-more =
    { $count ->
        [one] And { $count } more proposal. All of them are in the copy of your data: /mydata
       *[other] And { $count } more proposals. All of them are in the copy of your data: /mydata
    }
proposals-draft = You have an unfinished draft.

proposal-heading =
    <b>{ $reference } · { $title }</b>
    State: { $state }
    Sent: { $submitted }

proposal-state-received = received
proposal-state-clarification = needs clarification
proposal-state-under-review = under review
proposal-state-accepted = accepted
proposal-state-partly-accepted = partly accepted
proposal-state-declined = declined
proposal-state-merged = merged with another
proposal-state-in-plan = in the action plan
proposal-state-implemented = implemented
proposal-state-withdrawn = withdrawn

proposal-error-empty =
    <b>There are no words in the message</b>
    Write the answer as text.
# $least is how many characters are needed, $length how many there are.
proposal-error-short =
    <b>Too short to understand</b>
    { $length ->
        [one] There is { $length } character,
       *[other] There are { $length } characters,
    } and at least { $least } are needed. Write a little more.
proposal-error-incomplete =
    <b>The draft is not complete yet</b>
    A step is empty or too long. What you wrote is saved. Continue: /propose
proposal-error-no-draft =
    <b>This draft is no longer there</b>
    It was sent or deleted. See whether it is among your proposals, or begin a new one: /propose
# In one line: the terminal shows it too.
proposal-error-unknown =
    <b>Proposal not found.</b> The reference may have a mistake in it, or the proposal is no longer there. See the whole list.
# $state is the state the proposal is in, by its name in the program; $wanted the one it was to go over into.
proposal-error-state =
    <b>The proposal’s state has changed</b>
    This cannot be done with it any more, and nothing has changed. Open it again to see its state.
proposal-error-reason =
    <b>The reason is missing</b>
    The author will read why it was decided so. Write the reason in a few sentences.
# $name is the file’s name; $size, $most are bytes.
attachment-error-large =
    <b>The file is too large</b>
    Telegram hands files of up to 20 MB over to a bot. Send a smaller one or split it. All you have written is saved.
attachment-error-empty =
    <b>The file is empty</b>
    There is no byte in it. Check it and send it again.
attachment-error-kind =
    <b>This kind of file is not accepted</b>
    Send a document, a table, a picture, audio or video. All you have written is saved.
attachment-error-many =
    <b>There are as many files as there may be</b>
    A proposal takes 10 files. Remove one to add another.
attachment-error-gone =
    <b>Telegram no longer has this file</b>
    Send it again. All you have written is saved.
commitment-error-unknown =
    <b>There is no such commitment</b>
    See the commitments in the plan: /plans
