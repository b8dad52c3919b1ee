# The secretariat: proposals that wait, one of them, decisions. $reference is the reference, $title the title.

desk-title =
    <b>Inbox</b>
    Proposals waiting: { $waiting }
    Answered or contested by authors: { $answered }
    Questions waiting: { $questions }
desk-button-waiting = Proposals waiting · { $count }
desk-button-answered = Authors’ answers · { $count }
desk-button-asked = Waiting for the author · { $count }
desk-button-accepted = Accepted, not in a plan · { $count }
desk-button-planned = In the action plan · { $count }
desk-button-contested = Contested hidings · { $count }
desk-button-hidden = Hidden from everybody · { $count }
desk-button-questions = People’s questions · { $count }

desk-none =
    <b>{ $tray ->
        [waiting] Proposals waiting
        [answered] Authors’ answers
        [asked] Waiting for the author
        [accepted] Accepted, not in a plan
        [contested] Contested hidings
        [hidden] Hidden from everybody
       *[planned] In the action plan
    }</b>
    Nothing here.
desk-listed =
    <b>{ $tray ->
        [waiting] Proposals waiting
        [answered] Authors’ answers
        [asked] Waiting for the author
        [accepted] Accepted, not in a plan
        [contested] Contested hidings
        [hidden] Hidden from everybody
       *[planned] In the action plan
    }: { $count }</b>
    Nearest deadline first. Page { $page } of { $pages }.
# $left is how many days remain to answer.
desk-entry = <b>{ $reference }</b> · { $state } · { $left } · { $title }

desk-heading =
    <b>{ $reference } · { $state }</b>
    { $title }
desk-dates =
    { $version ->
        [1] Sent { $submitted }, language { $language }
       *[other] Sent { $submitted }, version { $version }, language { $language }
    }
desk-reply-by = Answer by { $day } ({ $left })
desk-author = Author: { $author }
desk-anonymous = Author: not named
desk-others =
    { $count ->
        [one] <b>{ $count } colleague is working on it already.</b>
       *[other] <b>{ $count } colleagues are working on it already.</b>
    }
desk-unreachable = The author has erased their data or blocked the bot: a message does not reach them.
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
desk-author-told = The author receives a message.
# A colleague or the author was first.
desk-too-late =
    <b>{ $reference } is settled already: { $state }</b>
    { $who ->
        [author] The author did it on
       *[staff] A colleague did it on
    } { $changed }. Nothing of yours was sent.

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
