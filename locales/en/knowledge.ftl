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
contact-none =
    <b>Contacts</b>
    The bot’s materials have no confirmed contacts of the secretariat yet. Ask your question here: there may be an answer already.

timeline-title = Action plans by year
timeline-as-of = Materials as of { $date }
timeline-adopted = approved on { $date }
timeline-unconfirmed = approval not confirmed
timeline-legend-adopted = approved plan
timeline-legend-day = day of approval (date on the right)
timeline-legend-unconfirmed = plan whose approval is not confirmed
