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
