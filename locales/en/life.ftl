# A proposal's life: its state, the next step, the history, the letters. $reference is its reference, $title its title.

# What comes next.
life-next-received = Next: the secretariat will read it.
life-next-clarification = Next: the secretariat is waiting for your answer.
life-next-under-review = Next: the secretariat will consider it and write a decision with its reasons.
life-next-accepted = Next: it goes into the work on the action plan. When it becomes a commitment, the bot will write to you.
life-next-partly-accepted = Next: what was accepted goes into the work on the action plan. When it becomes a commitment, the bot will write to you.
life-next-declined =
    { $can_contest ->
        [true] Next: if you do not agree, you can contest the decision once.
       *[false] This decision is final: it was contested already. You can write a new proposal.
    }
life-next-merged = Next: your idea will be considered together with the other proposal.
# The one that it was merged with has been taken back by its author.
life-next-left = Next: the author withdrew the proposal that yours was merged with, so yours is not considered with it any more. If it matters, send it again.
life-next-in-plan = Next: it is being carried out as the commitment “{ $commitment }”. When that is done, the bot will write to you.
life-next-implemented = Carried out with the commitment “{ $commitment }”.
life-next-withdrawn = The text is erased, only the reference is left.
life-reply-by = The answer will come by { $day }.
life-late = The answer was due by { $day }. You can write to the secretariat: /contact

life-into = Merged with { $reference } “{ $title }”
# The text is hidden or taken back.
life-into-unread = Merged with { $reference }: its text cannot be read now
# $more: how many are not named.
life-joined =
    Merged into this one: { $references }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
life-commitment = Commitment: “{ $commitment }”

# $who did it: me (the reader), author or staff.
life-history = <b>What has happened</b>
life-entry =
    { $changed } · { $state } · { $who ->
        [me] you
        [author] the author
       *[staff] the secretariat
    }
# A correction by the author; $number is the version, $steps are names of fields with commas.
life-version =
    { $written } · version { $number } · { $is_own ->
        [true] you
       *[false] the author
    }
life-version-changed = Changed: { $steps }
life-quote = “{ $text }”
# $kind is the state that it went over into: it tells a question from a decision.
life-said =
    { $who ->
        [author] <b>The author writes</b>
       *[staff] { $kind ->
            [clarification] <b>The secretariat’s question</b>
           *[other] <b>The secretariat’s reasons</b>
        }
    }
    { $text }

# One's own proposal.
life-own = <b>{ $reference }</b> · { $title }
life-own-marker = <b>{ $reference }</b>
life-own-state = State: <b>{ $state }</b>
life-own-sent =
    { $version ->
        [1] Sent: { $submitted }
       *[other] Sent: { $submitted }, now in version { $version }
    }
life-own-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
life-own-support =
    { $count ->
        [one] { $count } person supports it
       *[other] { $count } people support it
    }
life-own-link = Show it to others: { $link }

proposals-your-turn = <b>The secretariat is waiting for your answer.</b>
proposals-drafts = <b>Not sent yet</b>
# $draft – its title, or when it was begun; $step – the first step that is missing.
proposals-draft = • { $draft } – next: the step “{ $step }”
proposals-draft-whole = • { $draft } – next: check it and send it

# Messages to the author.
life-told-under-review = <b>Your proposal is under review</b>
life-told-clarification = <b>The secretariat has a question about your proposal</b>
life-told-accepted = <b>Your proposal is accepted</b>
life-told-partly-accepted = <b>Your proposal is partly accepted</b>
life-told-declined = <b>Your proposal is declined</b>
life-told-merged = <b>Your proposal is merged with another</b>
life-told-in-plan = <b>Your proposal has become a commitment</b>
life-told-implemented = <b>Your proposal has been carried out</b>
life-told-which = { $reference } “{ $title }”
life-told-joined = <b>Another proposal was merged into yours</b>
life-told-left = <b>The proposal that yours was merged with was withdrawn</b>
life-left-other = Withdrawn: { $reference }
life-told-other = The other: { $reference } “{ $title }”
life-joined-next = The secretariat will consider them together. The supporters of each are counted separately.

# Letters about a proposal.
life-letter-answer =
    <b>Your answer to the secretariat · { $reference }</b>
    { $title }
life-letter-appeal =
    <b>Contest the refusal · { $reference }</b>
    { $title }
    Write what you do not agree with, and why. This can be done once: the secretariat will consider the proposal again.
life-letter-clarify =
    <b>A question to the author · { $reference }</b>
    { $title }
    The author will get it at once and answer in the chat.
life-letter-accepted =
    <b>Accept · { $reference }</b>
    { $title }
    Give the reasons: the author will read them word for word.
life-letter-partly-accepted =
    <b>Accept in part · { $reference }</b>
    { $title }
    What is accepted, what is not, and why: the author will read it word for word.
life-letter-declined =
    <b>Decline · { $reference }</b>
    { $title }
    Give the reasons: the author will read them word for word and can contest them once.
life-letter-into =
    <b>Merge · { $reference }</b>
    { $title }
    With which proposal? Write its reference: it stands in the list and in the author’s receipt.
# $into, $other are the reference and title of the other one.
life-letter-merged =
    <b>Merge { $reference } with { $into }</b>
    “{ $title }” → “{ $other }”
    Give the reasons: the author will read them. Each keeps its own supporters.
# Something has happened while the letter was being written.
life-news =
    <b>While you were writing, { $who ->
        [author] the author changed something
       *[staff] a colleague changed something
    }: { $changed }</b>
    The letter has not been sent. Check whether it still fits.

life-withdraw =
    <b>Withdraw proposal { $reference }?</b>
    “{ $title }”
    The text and the files are erased, only the reference stays. They cannot be brought back.
life-done-under-review = <b>The answer has been sent · { $reference }</b>
life-done-appeal = <b>The appeal has been sent · { $reference }</b>
life-done-withdrawn =
    <b>Proposal { $reference } is withdrawn</b>
    The text is erased, only the reference is left. You can write a new one at any time: /propose
life-too-late =
    <b>{ $reference }: this cannot be done any more</b>
    The proposal’s state has changed meanwhile.
life-not-sent =
    <b>Not sent</b>
    { $text }

button-send-question = Send the question
button-send-decision = Send the decision
button-send-appeal = Send the appeal
button-send-block = Block the author
button-correct = Change the proposal
button-withdraw = Withdraw the proposal
button-keep-proposal = Keep the proposal
button-contest = Contest the refusal
button-next-page = Next ›
button-back-page = ‹ Previous
button-newer-own = ‹ Newer
button-older-own = Older ›

# Quiet hours: when the bot does not write unasked. $begins, $ends are hours.
button-quiet = Quiet hours
button-quiet-off = Write at any time
quiet-button = { $begins }:00–{ $ends }:00
quiet-title =
    { $is_news ->
        [true] <b>Quiet hours changed</b>
       *[false] <b>Quiet hours</b>
    }
quiet-on = From { $begins }:00 to { $ends }:00 the bot does not write unasked.
quiet-off = Now the bot writes at any time.
quiet-what = What comes in quiet hours reaches you as soon as they end. The bot always answers your own messages.

# The command line.
cli-proposals-answer-help =
    Decide on a proposal and send its author the reasons. One that nobody has taken up yet is taken up with it.

    Example: ogp-bot proposals answer UA-2026-0042 --decision declined --reason REASON
cli-proposals-clarify-help =
    Ask the author of a proposal, who answers in the chat.

    Example: ogp-bot proposals clarify UA-2026-0042 --reason QUESTION
cli-proposals-review-help =
    Take a proposal under review.

    Example: ogp-bot proposals review UA-2026-0042
cli-proposals-in-plan-help =
    Say which commitment an accepted proposal has become.

    Example: ogp-bot proposals in-plan UA-2026-0042 --commitment UA0101
cli-proposals-implemented-help =
    Mark a proposal of the action plan as carried out.

    Example: ogp-bot proposals implemented UA-2026-0042
cli-life-reason = What the author reads, word for word.
cli-life-decision = The decision: accepted, in part, declined or merged.
cli-life-into = Reference of the proposal to merge it with.
cli-life-wants-into = --into is needed for merged, and only there
cli-life-commitment = Id or code of the commitment; all of them: ogp-bot commitments list
cli-life-done = { $reference }: { $state }. { $is_told ->
        [true] The author will get a message.
       *[false] No message can reach the author.
    }

# The same in another language.
life-said-other =
    <i>In another language:</i>
    { $text }
