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
