# The secretariat: proposals that wait, one of them, decisions. $reference is the reference, $title the title.

desk-title =
    <b>Inbox</b>
    Proposals waiting: { $waiting }
    Overdue: { $overdue }
    Answered or contested by authors: { $answered }
    Questions waiting: { $questions }

# Lists. The name also stands on a button, with a count.
desk-tray-waiting = Proposals waiting
desk-tray-new = New
desk-tray-answered = Authors’ answers
desk-tray-appealed = Contested refusals
desk-tray-contested = Contested hidings
desk-tray-overdue = Overdue
desk-tray-mine = Mine
desk-tray-asked = Waiting for the author
desk-tray-undecided = All without a decision
desk-tray-accepted = Accepted, not in a plan
desk-tray-planned = In the action plan
desk-tray-hidden = Hidden from everybody
desk-tray-settled = Settled
desk-tray-all = All proposals
desk-button-waiting = Proposals waiting · { $count }
desk-button-new = New · { $count }
desk-button-answered = Authors’ answers · { $count }
desk-button-appealed = Contested refusals · { $count }
desk-button-contested = Contested hidings · { $count }
desk-button-overdue = Overdue · { $count }
desk-button-mine = Mine · { $count }
desk-button-asked = Waiting for the author · { $count }
desk-button-undecided = All without a decision · { $count }
desk-button-accepted = Accepted, not in a plan · { $count }
desk-button-planned = In the action plan · { $count }
desk-button-hidden = Hidden from everybody · { $count }
desk-button-blocks = Contested blocks · { $count }
desk-button-questions = People’s questions · { $count }

desk-none =
    <b>{ $tray }</b>
    Nothing here.
desk-listed =
    <b>{ $tray }: { $count }</b>
    Nearest deadline first. Page { $page } of { $pages }.
# $left is how many days remain to answer.
desk-entry = <b>{ $reference }</b> · { $state } · { $left } · { $title }

desk-heading =
    <b>{ $reference } · { $state }</b>
    { $title }
desk-dates =
    { $version ->
        [1] Sent { $submitted }
       *[other] Sent { $submitted }, version { $version }
    }, { $language ->
        [uk] in Ukrainian
        [en] in English
       *[other] in { $language }
    }
desk-reply-by = Answer by { $day } ({ $left })
desk-author = Author: { $author }
desk-withheld = Author: named; only officers see name and contact
desk-anonymous = Author: not named
desk-others =
    { $count ->
        [one] <b>{ $count } colleague is working on it already.</b>
       *[other] <b>{ $count } colleagues are working on it already.</b>
    }
desk-unreachable = The author has erased their data or blocked the bot: a message will not reach them.
desk-wiped = The text is erased.

desk-decide =
    <b>Decision · { $reference }</b>
    { $title }
    Choose the decision; next you write the reasons for the author.
desk-confirm-implemented =
    <b>Is { $reference } carried out?</b>
    “{ $title }”
    Commitment: “{ $commitment }”
    The author will hear of it.
desk-done = <b>{ $reference }: { $state }</b>
desk-author-told = The author will get a message.
# A colleague or the author was first.
desk-too-late =
    <b>{ $reference } is settled already: { $state }</b>
    { $who ->
        [author] The author did it on
       *[staff] A colleague did it on
    } { $changed }. What you wrote was not sent.

desk-received =
    <b>New proposal { $reference }</b>
    { $title }
desk-answered =
    <b>The author has answered · { $reference }</b>
    { $title }
desk-contested =
    <b>The author contests the refusal · { $reference }</b>
    { $title }

button-desk = Open the inbox
button-show-case = Open the proposal
button-take-up = Take under review
button-ask-author = Ask the author
button-decide = Decide
button-decide-accepted = Accept
button-decide-partly-accepted = Accept in part
button-decide-declined = Decline
button-decide-merged = Merge with another
button-to-plan = Put into the plan
button-adopt = Put into the action plan
button-implemented = Mark as carried out
