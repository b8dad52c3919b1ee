# The secretariat’s people: roles, invitations, adding and removing.

role-observer = observer
role-officer = officer
role-administrator = administrator
role-observer-text = You can read everything: the inbox, proposals, figures, exports.
role-officer-text = You can answer proposals and questions, and prepare and publish consultations.
role-administrator-text = You can do all that an officer can, and invite people, change roles and read the log of actions.
roles-text =
    An observer reads everything. An officer also answers and publishes. An administrator also invites people, changes roles and reads the log of actions.

members-title =
    <b>The secretariat’s people</b>
    { $count ->
        [one] { $count } person has access.
       *[other] { $count } people have access.
    }
# $since is a day in words; by-settings where the settings give the role.
member-entry = • { $name }{ $mine ->
        [true] {" "}(you)
       *[false] {""}
    } · { $role } · { $since ->
        [by-settings] by settings
       *[other] since { $since }
    }
member-unnamed = ID { $id }
members-button-invitations = Open invitations: { $count }

member-title = <b>{ $name }</b>
member-role = Role: { $role }, since { $since }
member-invited-by = Invited by: { $name }
member-id = Telegram ID: <code>{ $id }</code>
member-by-settings = The bot’s settings give this role (<code>OGP_BOT_ADMINS</code>). Only the operator can change it.
member-confirm-removal =
    <b>Remove { $name } from the secretariat?</b>
    Access ends at once. What was done stays in the log, unfinished letters are not sent.

button-members = Secretariat’s people
button-show-member = Show the person
button-make-observer = Make an observer
button-make-officer = Make an officer
button-make-administrator = Make an administrator
button-remove-member = Remove the person
button-remove-member-yes = Yes, remove
button-keep-member = Leave as it is

button-invite = Invite somebody
button-invite-observer = Invite an observer
button-invite-officer = Invite an officer
button-invite-administrator = Invite an administrator
button-revoke = Cancel the invitation
invitation-button-revoke = Cancel No. { $number }
invitation-choose =
    <b>An invitation: which role?</b>
    The bot makes a link. Whoever opens it first gets the role.
# $expires is a date and time. The bot shows the link only here.
invitation-made =
    <b>The invitation is ready: { $role }</b>
    Pass the link to one person. It works once and until { $expires }. The bot does not show it again.

    { $link }
invitations-title =
    { $count ->
        [one] <b>{ $count } open invitation</b>
       *[other] <b>{ $count } open invitations</b>
    }
    A lost link cannot be found again: cancel it and make another.
invitations-none =
    <b>There are no open invitations</b>
    All were used or cancelled, or have expired.
invitation-entry = No. { $number } · { $role } · until { $expires }
invitation-joined =
    <b>You are in the secretariat now: { $role }</b>
invitation-kept =
    <b>You are in the secretariat already: { $role }</b>
    { $is_again ->
        [true] You came by this invitation. It is of no more use to anybody.
       *[false] The invitation is not used up.
    }
invitation-used =
    <b>Invitation No. { $number } was used</b>
    { $name } is in the secretariat now: { $role }.
member-given =
    <b>Your role in the secretariat: { $role }</b>
member-removed =
    <b>You are no longer in the secretariat</b>
    Access ended on { $changed }. If this is a mistake, ask an administrator.

# The terminal shows them too, in one line.
member-error-unknown = <b>This person is not in the secretariat.</b> Perhaps they have been removed. See the list of the secretariat’s people.
member-error-by-settings = <b>The settings give this role.</b> Only the operator can change it, in <code>OGP_BOT_ADMINS</code>.
member-error-last = <b>There must be an administrator.</b> Give this role to somebody else first.
invitation-error-unknown = <b>The invitation is not valid.</b> Ask whoever has sent it for a new one.
invitation-error-used = <b>The invitation was used already.</b> It works only once. Ask for a new one.
invitation-error-expired = <b>The invitation has expired.</b> Ask whoever has sent it for a new one.
