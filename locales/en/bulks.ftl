# Decisions on many proposals together. $state is the state that they go over into.

bulk-marking =
    <b>Mark several · { $tray }: { $total }</b>
    Marked: { $count }. Page { $page } of { $pages }.
    Press a proposal to mark it or unmark it.
bulk-button-on = Go on with marked · { $count }
bulk-button-found = Mark all found · { $count }
bulk-choose =
    <b>Marked: { $count }</b>
    Choose what to do with all of them.
bulk-heading = <b>{ $count ->
        [one] { $count } proposal
       *[other] { $count } proposals together
    }: { $state }</b>
bulk-ask-target = Which proposal should they be merged with? Write its reference.
bulk-authors =
    { $count ->
        [0] Nobody will be told: no author can be reached.
        [one] { $count } author will be told.
       *[other] { $count } authors will be told.
    }
bulk-readers =
    { $language ->
        [uk] • read Ukrainian: { $count }
        [en] • read English: { $count }
       *[other] • read { $language }: { $count }
    }
bulk-done =
    <b>{ $count ->
        [one] { $count } proposal changed
       *[other] { $count } proposals changed
    }: { $state }</b>
    { $count ->
        [0] Nothing was changed.
       *[other] The authors are told.
    }
bulk-left =
    <b>Left out: { $count }</b>
bulk-left-one =
    { $reference }: { $why ->
        [withdrawn] its author has just withdrawn it
        [decided] a colleague has decided on it
        [unfit] it cannot be merged into this one
       *[changed] something happened with it while you were writing
    }
bulk-button-take-up = Take under review · { $count }
bulk-error-none =
    <b>Nothing is marked</b>
    Mark proposals that wait for a decision: this cannot be done with others.
bulk-error-many =
    <b>Too many are marked</b>
    At most { $most } can be changed at once. Mark the rest afterwards.
bulk-error-unknown =
    <b>This cannot be sent any more</b>
    Mark the proposals again. Nothing was sent twice.

button-mark = Mark several
button-unmark = Unmark all
button-send-bulk = Send to all
button-to-queue = To the list
