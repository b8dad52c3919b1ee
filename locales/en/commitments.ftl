# Commitments of the action plans: the list, one of them, its status. $name – code and title, $plan – the plan's title,
# $status – the status.

# The levels of completion by which the Partnership's independent review measures; the last one is not among them.
commitment-status-not-started = not started
commitment-status-limited = limited completion
commitment-status-substantial = substantial completion
commitment-status-completed = completed
commitment-status-withdrawn = withdrawn from the plan
commitment-status-unknown = no status given yet

commitments-title =
    <b>Commitments · { $plan }</b>
    { $count ->
        [one] { $count } commitment is listed.
       *[other] { $count } commitments are listed.
    }
commitments-of-all =
    { $total ->
        [one] The plan has { $total } commitment in all: there is no confirmed information on the others yet.
       *[other] The plan has { $total } commitments in all: there is no confirmed information on the others yet.
    }
commitments-none =
    <b>Commitments · { $plan }</b>
    There is no confirmed information on this plan’s commitments yet. Once there is, the list will appear here.
commitments-nothing-stated = The secretariat has not said yet how they are being carried out.
commitment-entry =
    { $name }
    Progress: { $status }

commitment-title = <b>{ $name }</b>
commitment-plan = Plan: { $plan }
commitment-bodies = Responsible: { $bodies }
# $start, $end – a year, a month or a day.
commitment-period = Term: { $start } – { $end }
commitment-stated = Progress: <b>{ $status }</b> ({ $changed })
commitment-nothing-stated = The secretariat has not said yet how it is being carried out.
commitment-link = More: { $link }
commitment-origins =
    { $count ->
        [one] It grew out of { $count } proposal by the public.
       *[other] It grew out of { $count } proposals by the public.
    }
commitment-all-origins = All proposals: { $count }
commitment-history = <b>What was said before</b>
# $who – me (the reader) or staff.
commitment-history-entry =
    { $changed } · { $status } · { $who ->
        [me] you
       *[staff] the secretariat
    }
# Under a proposal that is in a plan.
commitment-beside = Progress of the commitment: { $status }

# The secretariat states a status.
commitment-choose-status =
    <b>Progress</b>
    { $name }
    Now: { $status }
    Choose the level; the explanation for everybody comes next.
commitment-letter =
    <b>New status: { $status }</b>
    { $name }
    Now: { $now }
commitment-letter-others =
    { $count ->
        [one] <b>{ $count } colleague is writing about this commitment already.</b>
       *[other] <b>{ $count } colleagues are writing about this commitment already.</b>
    }
commitment-letter-hearing =
    { $count ->
        [0] Everybody can read the explanation; at present there is nobody to alert.
        [one] Everybody can read the explanation; { $count } recipient gets the alert.
       *[other] Everybody can read the explanation; { $count } recipients get the alert.
    }
commitment-letter-link = If there is a page that confirms it, put its address in the last line.
commitment-news = <b>While you were writing, a colleague stated something else</b>: { $status }, { $changed }. Look at your text: if it still fits, send it again.
commitment-done =
    <b>Status given: { $status }</b>
    { $name }
commitment-done-hearing =
    { $count ->
        [0] There is nobody to alert yet.
        [one] { $count } recipient gets the alert.
       *[other] { $count } recipients get the alert.
    }

# To authors and supporters.
commitment-notice =
    <b>News of a commitment</b>
    { $name }
    Progress: <b>{ $status }</b>
commitment-notice-why = You get this because you wrote or support a proposal that it grew out of, or follow it.
# $reference – number, $title – the proposal's title, $commitment – the commitment.
commitment-adopted =
    <b>A proposal is in the action plan</b>
    { $reference } “{ $title }”
    Commitment: “{ $commitment }”
    You support it, or yours was merged into it. When its progress changes, the bot will write.

# A proposal becomes a commitment: the secretariat chooses which.
adoption-plans =
    <b>Into a plan · { $reference }</b>
    { $title }
    Which plan? The number says how many commitments the bot’s content has.
adoption-no-plans =
    <b>Into a plan · { $reference }</b>
    The bot’s content has no action plans. The operator adds them.
adoption-commitments =
    <b>Into a plan · { $reference }</b>
    { $title }
    Plan: { $plan }
    Which commitment has it become?
adoption-none =
    <b>Into a plan · { $reference }</b>
    Plan: { $plan }
    The bot’s content has no commitments of this plan yet. The operator adds them to knowledge/commitments.yaml, and they appear here without a restart. The proposal stays accepted meanwhile.
adoption-confirm =
    <b>Put { $reference } into the plan?</b>
    “{ $title }”
    Plan: { $plan }
    Commitment: “{ $commitment }”
    { $count ->
        [0] There is nobody to alert.
        [one] { $count } person gets the alert: the author and those who support it.
       *[other] { $count } people get the alert: the author and those who support it.
    }

button-commitments = Read the commitments
button-show-commitment = Show the commitment
button-commitment-entry = What is known about it
button-choose-status = Change its progress
button-status-not-started = Not started
button-status-limited = Limited completion
button-status-substantial = Substantial completion
button-status-completed = Completed
button-status-withdrawn = Withdrawn from the plan
button-send-status = Tell everybody

commitment-error-note =
    <b>The explanation is missing</b>
    Write in a few sentences what was done, and put the address of the page in the last line.
