# Consultations: the list, one of them, the alert about a new one. $closes is a date and time, $left a formed
# phrase (“3 days left”, “last day”).

consultations-title = <b>Open consultations</b>
consultations-none =
    <b>Open consultations</b>
    No consultation is open now. You can send a proposal without one at any time.
    To hear of a new one at once, turn alerts on.
consultations-entry =
    <b>{ $title }</b>
    Until { $closes } ({ $left })

consultation-kind-call = <b>Consultation</b> · call for proposals
consultation-kind-remarks = <b>Consultation</b> · remarks on a draft document
consultation-alert-call = <b>New consultation</b> · call for proposals
consultation-alert-remarks = <b>New consultation</b> · remarks on a draft document
consultation-heading = <b>{ $title }</b>
consultation-summary = { $summary }
# $language is the language that the text is in.
consultation-other-language =
    { $language ->
        [uk] <i>This text is in Ukrainian only.</i>
        [en] <i>This text is in English only.</i>
       *[other] <i>This text is not available in your language.</i>
    }
consultation-open = You can take part until <b>{ $closes }</b>: { $left }.
consultation-over = You can no longer take part. The deadline: { $closes }.

consultation-error-closed =
    <b>The consultation is closed</b>
    It takes no more proposals. See those that are open now, or send a proposal without a consultation: /propose
# In one line: the terminal shows it too.
consultation-error-unknown =
    <b>Consultation not found.</b> Its name or link may be old or have a mistake in it. See those that are open now.

# What cannot be done with a consultation. In one line: the terminal shows them too. $closes is date and time.
consultation-error-state =
    { $state ->
        [draft] <b>The consultation is not published yet.</b>
        [scheduled] <b>The consultation waits for its time.</b>
        [open] <b>The consultation is open.</b>
        [closed] <b>The consultation is closed.</b>
        [answered] <b>The results of the consultation are published.</b>
       *[withdrawn] <b>The consultation is withdrawn.</b>
    } This cannot be done with “{ $slug }”; nothing has changed.
consultation-error-deadline = <b>Too early.</b> { $closes } is over already, or comes before the consultation opens. Name a later deadline.
consultation-error-opens = <b>This time is over.</b> Say again when “{ $slug }” is to open: in the future.
consultation-error-slug-taken = <b>The short name “{ $slug }” is taken.</b> Choose another: only one consultation can have it.
consultation-error-responses =
    <b>Some responses are missing.</b> { $count ->
        [one] { $count } proposal waits for a response.
       *[other] { $count } proposals wait for a response.
    } Answer each of them, then publish the results.
consultation-error-document = <b>This document is gone.</b> It was taken out of the consultation. Open the consultation again.
