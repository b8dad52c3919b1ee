# Proposals that the secretariat has taken out of public view. $reference is the number, $title the title, $rule the rule.

hiding-rule-insult = insults, threats, or calls for violence or hatred
hiding-rule-private = other people’s personal data
hiding-rule-advertising = advertising or collecting money
hiding-rule-repeated = the same text many times

# This is what everybody sees instead of the text. $hidden is a date.
hiding-public =
    <b>{ $reference } · hidden</b>
    The secretariat took this proposal out of public view on { $hidden }.
    The rule that it breaks: { $rule }.
    It is considered like any other. The author knows the reason and can contest it.

hiding-choose-rule =
    <b>Hide from everybody · { $reference }</b>
    { $title }
    Which rule does it break? Everybody will see the rule instead of the text. The explanation for the author comes next.

# What the secretariat or the author writes.
hiding-letter-hidden =
    <b>Hide from everybody · { $reference }</b>
    { $title }
    The rule: { $rule }. Write to the author what exactly breaks it. The author can correct the text or contest the decision.
hiding-letter-contested =
    <b>Contest the hiding · { $reference }</b>
    { $title }
    The secretariat saw this in it: { $rule }. Write why everybody should see it, or what you have corrected. Such a letter can be sent once.
hiding-letter-kept =
    <b>Keep it hidden · { $reference }</b>
    { $title }
    The rule: { $rule }. Write to the author why the decision stands. What the author writes is below.
hiding-letter-shown =
    <b>Show it again · { $reference }</b>
    { $title }
    It was hidden by the rule: { $rule }. Write to the author why everybody can see it again.

# Just done.
hiding-done-hidden =
    <b>{ $reference } is hidden</b>
    The reason has been sent to the author. The proposal can be considered as before.
hiding-done-contested =
    <b>Your letter about { $reference } is with the secretariat</b>
    A person will read it. The answer will come here.
hiding-done-kept =
    <b>{ $reference } stays hidden</b>
    The explanation has been sent to the author.
hiding-done-shown =
    <b>Everybody can see { $reference } again</b>
    The author has been told.
hiding-too-late =
    <b>{ $reference }: this cannot be done any more</b>
    This is what was done last.

# Notices to the author.
hiding-notice-hidden =
    <b>Your proposal has been hidden from others</b>
    { $reference } · { $title }
    The rule that it breaks: { $rule }.
hiding-notice-kept =
    <b>Your letter was considered: the proposal stays hidden</b>
    { $reference } · { $title }
    The rule: { $rule }.
hiding-notice-shown =
    <b>Everybody can see your proposal again</b>
    { $reference } · { $title }
    It was hidden by the rule: { $rule }.
hiding-reason = The secretariat explains: { $text }
hiding-way-on = The proposal is considered as before. You can see it. You can correct the text until the consideration begins, or contest this once: the secretariat will read your letter.

# Above one’s own proposal.
hiding-own-hidden =
    <b>Hidden from others</b>
    The rule that it breaks: { $rule }. It is considered as before.
hiding-own-contested =
    <b>Hidden from others, and you have contested it</b>
    The rule: { $rule }. The secretariat will read your letter and answer here.
hiding-own-kept =
    <b>Hidden from others, and your letter was considered</b>
    The rule: { $rule }. It is considered as before.
# Never shown: a proposal that is shown again is hidden from nobody.
hiding-own-shown =
    <b>Everybody can see it</b>
    The rule: { $rule }.

# Above a proposal, for the secretariat.
hiding-case =
    <b>{ $is_hidden ->
        [true] Hidden from everybody
       *[false] Everybody can see it
    }</b>
# $changed is a date; $who has done it.
hiding-entry =
    { $changed } · { $step ->
        [hidden] hidden: { $rule }
        [contested] contested
        [kept] kept hidden
       *[shown] shown again
    } · { $who ->
        [me] you
        [author] author
       *[staff] secretariat
    }
hiding-contested =
    <b>The author contests a hiding</b>
    { $reference } · { $title }

# One line: a terminal shows it too.
hiding-error-state =
    <b>This cannot be done with the proposal any more.</b> It is hidden, shown or withdrawn already. Open it again to see how it stands.

button-rule-insult = Insults, threats
button-rule-private = Others’ personal data
button-rule-advertising = Advertising, money
button-rule-repeated = The same text
button-hide = Hide from everybody
button-show-again = Show again
button-keep-hidden = Keep hidden
button-contest-hiding = Contest the hiding
button-send-hiding = Hide and explain
button-send-shown = Show and explain
button-send-keep = Keep and explain

# The command line.
cli-proposals-hide-help =
    Take a proposal out of public view by a rule; the author reads the reason and can contest it once.

    Example: ogp-bot proposals hide UA-2026-0001 --rule private --reason 'There is a telephone number of somebody else in it.'
cli-proposals-show-again-help =
    Show a hidden proposal to everybody again; the author reads why.

    Example: ogp-bot proposals show-again UA-2026-0001 --reason 'The telephone number is gone.'
cli-proposals-keep-hidden-help =
    Keep a hidden proposal hidden after an appeal; the author reads why.

    Example: ogp-bot proposals keep-hidden UA-2026-0001 --reason 'The telephone number is still in the text.'
cli-hiding-rule = Which of the published rules it breaks; everybody sees it.
cli-hiding-reason = The explanation that the author reads.
cli-hiding-done = { $reference }: { $step ->
        [hidden] hidden; the reason has been sent to the author
        [kept] kept hidden; the explanation has been sent to the author
       *[shown] everybody can see it again; the author has been told
    }.
