# Proposals from meetings: the secretariat enters them for authors who gave them on paper.

button-gatherings = Enter from a meeting
gathering-list =
    <b>Proposals from meetings</b>
    People give them on paper and the secretariat enters them here. The author gets a code and can take the proposal over in the chat with the bot later.
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
gathering-ask-contact = How can the author be reached? Only if the paper agrees to it. Email or phone, at most { proposal-limit }.
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
    <b>The proposal is entered</b> · <code>{ $reference }</code>
    “{ $title }”
gathering-new-code =
    <b>A new code</b> · <code>{ $reference }</code>
    “{ $title }”. The previous code no longer works.
# $code – the author's code; $link – the address with it.
gathering-code =
    The author’s code: <code>{ $code }</code>
    Or by link: { $link }
    The code is shown once: the bot does not keep it. The sheet in the file can be printed and handed to the author.
gathering-code-gone = The code was shown before, and the bot does not keep it. If it is lost, hand out a new one.
button-new-code = Hand out a new code
gathering-confirm-code =
    <b>Hand out a new code?</b> · { $reference }
    “{ $title }”. The previous code will stop working. Make sure that the author asks for it: whoever has the code becomes the author.
button-hand-out-code = Hand out the code
button-withdraw-paper = Withdraw for the author
gathering-withdraw =
    <b>Withdraw it for the author?</b> · { $reference }
    “{ $title }”. Text, name and contact are erased, the number stays. Only where the author asks for it; this goes into the audit log.
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
gathering-unreachable = The author gave it on paper and has not taken it over in the chat yet: no message will reach them.

gathering-error-unclear =
    <b>The name or the day was not clear</b>
    Send the name and the day in one line, the day at the end and not in the future. For example: Meeting in Vinnytsia, 12.10.2026
gathering-error-unknown =
    <b>There is no such meeting</b>
    Look at the list of meetings.

# The command line.
cli-proposals-import-help =
    Enter proposals from meetings out of a YAML or CSV file: all of them or none. Run twice, it adds nothing.

    Example: ogp-bot proposals import vinnytsia.yaml --json

    Fields, * required: id* (its key in the file), meeting* and held* (name and day of the meeting, YYYY-MM-DD), consent* (version of the consent signed on paper), consultation, language, title*, problem*, solution*, expected_result*, values*, sdg, region, topic, responsible_body, partners, time_frame, indicator, identity (public, named or anonymous), author_name, author_contact. What all share may stand once, beside the list proposals.
cli-proposals-import-file = A YAML file with a list of proposals, or a .csv table.
cli-proposals-imported =
    { $count ->
        [0] There is no new proposal in the file.
        [one] { $count } proposal entered. Its code is shown once: the bot does not keep it.
       *[other] { $count } proposals entered. The codes are shown once: the bot does not keep them.
    }
cli-column-claim = Author’s code
import-wants-csv-large = the table is too large: up to 4 MiB
import-wants-paper-csv = this is no CSV table: check the quotes
import-wants-paper-cells = the row has not as many cells as there are columns
import-wants-paper-csv-columns = the first row must name the columns, each once
import-wants-paper-no-such-column = there is no such column; possible: id, meeting, held, consent, consultation, language, title, problem, solution, expected_result, values, sdg, region, topic, responsible_body, partners, time_frame, indicator, identity, author_name, author_contact
import-wants-paper-no-such-field = there is no such field; possible: id, meeting, held, consent, consultation, language, title, problem, solution, expected_result, values, sdg, region, topic, responsible_body, partners, time_frame, indicator, identity, author_name, author_contact
import-wants-paper-list = wants a list of proposals, each with id, meeting, held, consent, title and so on
import-wants-paper-most = too many: up to 200 proposals in a file
import-wants-paper-text = wants text
import-wants-paper-id = wants a key of 1–60 characters: Latin letters, digits, - and _
import-wants-paper-id-once = this key stands above in the file already
import-wants-paper-meeting = wants the name of the meeting, 3–150 characters
import-wants-paper-held = wants the day of the meeting, YYYY-MM-DD, not in the future and not over five years ago
import-wants-paper-consent = wants the version of the consent that the author has signed on paper: 1
import-wants-paper-consultation = there is no such open consultation
import-wants-paper-language = this language is not among those of the content (content.yaml)
import-wants-paper-title = wants a title of 5–150 characters (for a remark, the point of the draft)
import-wants-paper-problem = wants the problem in 10–1700 characters
import-wants-paper-solution = wants the solution in 10–1700 characters
import-wants-paper-expected-result = wants the expected result in 10–1700 characters
import-wants-paper-values = wants at least one of: access, participation, accountability, technology; several in CSV with semicolons
import-wants-paper-sdg = wants a number from 1 to 17
import-wants-paper-region = there is no such region in the content (regions.yaml)
import-wants-paper-topic = there is no such topic in the content (topics.yaml)
import-wants-paper-responsible-body = wants 2–300 characters
import-wants-paper-partners = wants 2–300 characters
import-wants-paper-time-frame = wants 2–300 characters
import-wants-paper-indicator = wants 3–300 characters
import-wants-paper-identity = wants public, named or anonymous
import-wants-paper-author-name = wants the author’s name, 2–100 characters
import-wants-paper-author-contact = wants a contact, 3–150 characters
import-wants-paper-of-anonymous = an anonymous author has no name and contact: take them out or change identity
import-wants-paper-links = too many links: up to 5
import-wants-paper-same-text = this text is there already: above in the file or among the proposals

# The audit log.
audit-noun-gathering = Meetings
audit-noun-database = Database
audit-verb-entered = entered from paper: { $what }{ $how }
audit-verb-imported = entered from a file: { $what }{ $how }
audit-verb-coded = handed out a new code: { $what }{ $how }
audit-verb-restored = restored from a copy: { $what }{ $how }
