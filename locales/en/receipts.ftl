# The receipt of a proposal, checking it against the record, limits against abuse.

receipt-received = <b>Proposal received</b> · <code>{ $reference }</code>
# $version is which version of the text this is, from 2.
receipt-corrected = <b>Correction received</b> · <code>{ $reference }</code>, version { $version }
receipt-title = “{ $title }”
# $reply_by is a date.
receipt-next =
    Next, the secretariat will read it and send you a response with reasons here: by { $reply_by }.
    To see the proposal again: /my
receipt-again = To see the proposal again: /my
# $hash is the whole fingerprint.
receipt-hash = Fingerprint of the text (SHA-256): <code>{ $hash }</code>
receipt-link = To show it to others: { $link }

button-proof = How to check this

proof-heading = <b>How to check</b> · <code>{ $reference }</code>
# $hash is the whole fingerprint; $number that of the entry in the record.
proof-entry =
    Fingerprint of version { $version } (SHA-256): <code>{ $hash }</code>
    Entry No. { $number } of the record: { $received }
proof-early = This proposal was sent before the bot began to keep a record of fingerprints.
proof-open = The day of your entry is not closed yet. It closes after midnight and then has its digest.
# $day is the last closed day; $digest its digest.
proof-day =
    Last closed day: { $day }. Its digest: <code>{ $digest }</code>
proof-how = A day’s digest is computed from all its entries and the digest of the day before. Keep this screen: if a single entry disappears or changes, the digests no longer agree. You can ask the secretariat for the whole record and check it yourself.

# $most is how many proposals one may send in a day.
limit-error-day =
    { $most ->
        [one] <b>You can send { $most } proposal a day</b>
       *[other] <b>You can send { $most } proposals a day</b>
    }
    You have sent that many today. The draft is saved: send it tomorrow.
# $count is how many links there are; $most how many there may be.
limit-error-links =
    <b>Too many links</b>
    { $count ->
        [one] There is { $count } link in the proposal; it may have up to { $most }.
       *[other] There are { $count } links in the proposal; it may have up to { $most }.
    } The draft is saved. Keep the most important ones; the rest can go into a file.
limit-error-same =
    <b>This text was sent already</b> · { $reference }
    You can support that proposal. The draft is saved: if yours is about something else, add what.
limit-error-same-own =
    <b>You have sent this text already</b> · { $reference }
    See what has become of it. The draft is saved: if it is about something else, add what.
button-show-earlier = Show that proposal

# One line: the terminal shows it.
chain-error-file = Line { $line } cannot be read: this wants a file that ogp-bot proposals chain has written

# The command line.
cli-proposals-chain-help =
    Write the record of received proposals: closed days with fingerprints, a day a line (JSON Lines).

    Example: ogp-bot proposals chain --out chain.jsonl
cli-chain-written =
    { $days ->
        [one] { $days } day written: { $path }
       *[other] { $days } days written: { $path }
    }
cli-proposals-verify-help =
    Check that every received proposal is there and its text is the same. With a file, also that all agrees with a record that somebody saved earlier.

    Example: ogp-bot proposals verify chain.jsonl
cli-verify-file = A record saved earlier with proposals chain.
# $compared is whether a saved record was compared.
cli-verify-fine =
    { $compared ->
        [true] All agrees, with the saved record too.
       *[false] All agrees.
    }
cli-verify-bad = Does not agree: { $count }
cli-verify-counts = Proposals: { $proposals }; receipts: { $receipts }; closed days: { $days }; receipts of a day not closed yet: { $open }; withdrawn: { $withdrawn }; from before the record: { $early }
cli-verify-last = Digest of { $day }: { $digest }
# $subject is the number of a receipt, a reference (with its version) or a day.
cli-differs-number-missing = { $subject }: there is no receipt with this number
cli-differs-day-link = { $subject }: the day does not continue the one before
cli-differs-day-digest = { $subject }: the digest of the day does not agree with its receipts
cli-differs-day-missing = { $subject }: there are receipts, but the record has no such day
cli-differs-proposal-missing = { $subject }: there is a receipt, but no proposal
cli-differs-receipt-missing = { $subject }: there is a proposal, but no receipt for it
cli-differs-version-missing = { $subject }: there is a receipt, but no such version
cli-differs-version-changed = { $subject }: the version is not as the receipt says
cli-differs-time-changed = { $subject }: the time of receipt is not as the receipt says
cli-differs-text-changed = { $subject }: the text is not as the last receipt says
cli-differs-copy-broken = { $subject }: in the saved record, this day does not agree with itself
cli-differs-copy-day-missing = { $subject }: the saved record has this day, and here it is missing
cli-differs-copy-day-changed = { $subject }: the digest of the day is not as in the saved record
cli-differs-copy-receipt-missing = { $subject }: the saved record has this receipt, and here it is missing
cli-differs-copy-receipt-changed = { $subject }: the receipt is not as in the saved record
