# Proposals that anybody may read. $reference is the number, $title the title.

public-title =
    { $count ->
        [one] <b>{ $count } proposal</b>
       *[other] <b>{ $count } proposals</b>
    }
public-of = For the consultation “{ $title }”
public-by-newest = The newest first.
public-by-support = The most supported first.
public-none =
    <b>There are no proposals here yet</b>
    Yours may be the first.
public-voting =
    <b>Voting</b>
    No vote is held in the bot now. You can support any proposal: those with more support stand first.
public-entry =
    <b>{ $reference }</b> · { $title }
    { $state } · { $count ->
        [0] no support yet
        [one] { $count } person supports it
       *[other] { $count } people support it
    }
public-sent = Sent: { $submitted }
public-author = Author: { $name }
public-supported = You support this proposal.
public-response =
    <b>The secretariat’s response</b>
    { $text }
public-withdrawn =
    <b>{ $reference } · withdrawn</b>
    The author withdrew this proposal, so its text is gone. The reference stays as a trace that it was there.
public-milestone =
    <b>{ $count ->
        [one] { $count } person supports your proposal
       *[other] { $count } people support your proposal
    }</b>
    { $reference } · { $title }
public-error-support =
    <b>This proposal cannot be supported</b>
    It is your own, or it was hidden, declined, merged into another or carried out. See the other proposals.

# Before the draft's next step. $problem is how the problem begins.
similar-title =
    <b>Something similar was proposed before</b>
    If it is about the same, support it. If not, go on. Your draft is saved.
similar-entry =
    <b>{ $reference }</b> · { $title }
    { $problem }
    { $count ->
        [0] No support yet
        [one] { $count } person supports it
       *[other] { $count } people support it
    }
