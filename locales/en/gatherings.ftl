# Proposals from meetings: the secretariat enters them for authors who gave them on paper.

button-gatherings = Enter from a meeting
gathering-list =
    <b>Proposals from meetings</b>
    People give them on paper and the secretariat enters them here. The author gets a code and can take the proposal over in this chat later.
    { $count ->
        [0] There are no meetings yet: name the first.
       *[other] Choose a meeting or name a new one.
    }
button-gathering-new = Name a new meeting
# $name – the meeting's name; $held – the day.
gathering-named = Meeting: “{ $name }”, { $held }
gathering-entered =
    { $count ->
        [0] No proposal has been entered from it yet.
        [one] { $count } proposal has been entered from it.
       *[other] { $count } proposals have been entered from it.
    }
gathering-ask =
    <b>A new meeting</b>
    Its name and day in one line, the day at the end. For example: Meeting in Vinnytsia, 12.10.2026. Everybody will see the name.
button-keep-gathering = Keep the meeting
button-write-down = Enter a proposal
button-write-down-more = Enter another one

# Steps of a draft that speak to the author: here the secretariat writes.
draft-for-other-titled = From a meeting: { $title }
gathering-ask-identity = How does the author want to sign? As it is marked on paper.
gathering-ask-name = What is the author’s name? First and last name, at most { proposal-limit }.
gathering-ask-contact = How can the author be reached? Only if the paper agrees to it. E-mail or phone, at most { proposal-limit }.
button-enter = Enter the proposal

# Consent on paper, version 1. When its meaning changes, so does the version in the code.
gathering-consent =
    <b>Has the author signed?</b>
    The paper must say (version { $version }):
    • The proposal becomes public: anybody can read its text, files and state.
    • My name is seen as I have marked: by all, by the secretariat alone, or by nobody. Only the secretariat sees the contact.
    • With a code I can take the proposal over in the bot, correct it or withdraw it, or ask the secretariat to.

    “Signed, enter it” means that you have seen the signature and the paper is kept. This goes into the audit log.
button-signed = Signed, enter it

gathering-done =
    <b>The proposal is in</b> · <code>{ $reference }</code>
    “{ $title }”
gathering-new-code =
    <b>A new code</b> · <code>{ $reference }</code>
    “{ $title }”. The code before is not good any more.
# $code – the author's code; $link – the address with it.
gathering-code =
    The author’s code: <code>{ $code }</code>
    Or by link: { $link }
    The code is shown once: the bot does not keep it. The sheet in the file can be printed and handed to the author.
gathering-code-gone = The code was shown before, and the bot does not keep it. If it is lost, hand out a new one.
button-new-code = Hand out a new code
gathering-confirm-code =
    <b>Hand out a new code?</b> · { $reference }
    “{ $title }”. The code before will stop working. Make sure that the author asks for it: whoever has the code becomes the author.
button-hand-out-code = Hand out the code
# A sheet for the author, plain text. $bot – the bot's name.
gathering-sheet =
    Proposal { $reference }
    “{ $title }”

    Received: { $submitted }
    Response of the secretariat: by { $reply_by }

    Your code: { $code }

    With this code you can take the proposal over in Telegram: the bot will tell you
    what happens to it, and you can correct it, add to it or withdraw it.

    1. Open the bot { $bot } in Telegram
    2. Send it the code: { $code }
    Or open the link: { $link }

    Give the code to nobody: whoever has it becomes the author.
    If the code is lost, the secretariat hands out a new one.
# Where it was entered. $name – the meeting's name; $held – the day.
gathering-origin = Entered by the secretariat from the meeting “{ $name }”, { $held }
gathering-unreachable = The author gave it on paper and has not taken it over in the chat yet: no message reaches them.

gathering-error-unclear =
    <b>The name or the day was not clear</b>
    Send the name and the day in one line, the day at the end and not in the future. For example: Meeting in Vinnytsia, 12.10.2026
gathering-error-unknown =
    <b>There is no such meeting</b>
    Look at the list of meetings.
