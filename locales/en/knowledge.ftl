# The reference: action plans, everything else, contacts.

plans-title =
    <b>Action plans</b>
    { $count ->
        [one] There are materials on { $count } plan here.
       *[other] There are materials on { $count } plans here.
    } Choose one to read.
about-title =
    <b>About the Initiative</b>
    Choose what to read.
entity-title = <b>{ $title }</b>
entity-choose = Choose what you would like to know.
# A button: the other questions on the same thing.
entity-more = More questions: { $count } ›
contact-none =
    <b>Contacts</b>
    The bot’s materials have no confirmed contacts of the secretariat yet. Ask your question here: there may be an answer already.

timeline-title = Action plans by year
timeline-as-of = Materials as of { $date }
# The plan's name with its years, then when it was approved.
timeline-plan = { $plan }: { $note }
timeline-adopted = approved on { $date }
timeline-unconfirmed = approval not confirmed
timeline-legend-adopted = approved plan
timeline-legend-day = day of approval (date on the right)
timeline-legend-unconfirmed = plan whose approval is not confirmed
