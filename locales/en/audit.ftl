# The log of the secretariat’s actions: who, what, to what, when. The terminal shows the sentences too.

audit-title = <b>Log of actions</b>
audit-none = There are no such entries.
audit-choose = <b>Log of actions: what to show?</b>
# $done is a date and time, $what a sentence.
audit-entry = • { $done } · { $who }: { $what }
audit-operator = operator
audit-member = No. { $number }
audit-anybody = everybody
audit-anything = Everything
audit-button-who = Who: { $name }
audit-button-what = What: { $noun }
audit-button-since = When: { $days ->
        [0] all the time
        [one] { $days } day
       *[other] { $days } days
    }
audit-days = { $days ->
        [0] All the time
        [one] { $days } day
       *[other] { $days } days
    }
button-audit = Log of actions
button-audit-older = Older ›
button-audit-newest = ‹ Newest

# $subject is a number, code or name; empty where there is none.
audit-subject = { $noun ->
        [proposal] proposal
        [question] question
        [consultation] consultation
        [commitment] commitment
        [broadcast] broadcast
        [person] a person’s data
        [block] block
        [member] member
        [invitation] invitation
        [gathering] meeting
        [database] the database
       *[export] file
    }{ $subject ->
        [none] {""}
       *[other] {" "}{ $subject }
    }
audit-noun-proposal = Proposals
audit-noun-question = Questions
audit-noun-consultation = Consultations
audit-noun-commitment = Commitments
audit-noun-broadcast = Broadcasts
audit-noun-person = People’s data
audit-noun-block = Blocks
audit-noun-member = Secretariat
audit-noun-invitation = Invitations
audit-noun-export = Exports

# What a detail is about; $value is in words already.
audit-detail-format = format: { $value }
audit-detail-scope = chosen: { $value }
audit-detail-count = count: { $value }
audit-detail-files = files: { $value }
audit-detail-rule = rule: { $value }
audit-detail-role = role: { $value }
audit-detail-to = to: { $value }
audit-scope-all = everything
audit-scope-since = new or changed since { $since }
# What was exported.
audit-export-proposals = table of proposals
audit-export-attachments = files of proposals
audit-export-list = list of proposals
# Several proposals together: $done changed out of $total.
audit-several = { $done } of { $total } proposals
# $what is to what, $how the details; empty where there are none.
audit-verb-looked = looked at personal data: { $what }{ $how }
audit-verb-exported = exported: { $what }{ $how }
audit-verb-erased = erased: { $what }{ $how }
audit-verb-changed = changed: { $what }{ $how }
audit-verb-answered = answered: { $what }{ $how }
audit-verb-closed = closed: { $what }{ $how }
audit-verb-prepared = prepared: { $what }{ $how }
audit-verb-scheduled = scheduled: { $what }{ $how }
audit-verb-unscheduled = unscheduled: { $what }{ $how }
audit-verb-published = published: { $what }{ $how }
audit-verb-corrected = corrected: { $what }{ $how }
audit-verb-withdrew = withdrew: { $what }{ $how }
audit-verb-hid = hid: { $what }{ $how }
audit-verb-showed = showed again: { $what }{ $how }
audit-verb-kept = let the decision stand: { $what }{ $how }
audit-verb-blocked = blocked a person: { $what }{ $how }
audit-verb-unblocked = lifted: { $what }{ $how }
audit-verb-paused = paused: { $what }{ $how }
audit-verb-resumed = resumed: { $what }{ $how }
audit-verb-cancelled = cancelled: { $what }{ $how }
audit-verb-invited = invited: { $what }{ $how }
audit-verb-revoked = cancelled: { $what }{ $how }
audit-verb-joined = joined: { $what }{ $how }
audit-verb-added = added: { $what }{ $how }
audit-verb-removed = removed: { $what }{ $how }
audit-verb-assigned = case given: { $what }{ $how }
audit-verb-released = case released: { $what }{ $how }
audit-verb-noted = note written: { $what }{ $how }
audit-verb-changed-many = changed together: { $what }{ $how }
