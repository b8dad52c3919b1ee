# Cases of the secretariat: who has which.

case-mine = <b>You have had this case</b> since { $since }
case-holder = <b>{ $name } has had this case</b> since { $since }
# Where the bot does not know a name.
case-colleague =
    { $id ->
        [none] a colleague
       *[other] colleague { $id }
    }
case-me = Me
case-question = question No. { $number }
case-taken-before =
    <b>A colleague was first: { $name }</b>
    { $who } has had the case since { $since }. Nothing was changed.
case-released-before =
    <b>The case was already released: { $name }</b>
    Nobody has it now. Nothing was changed.
case-choose-colleague =
    <b>Give to whom: { $name }</b>
    The colleague is told.
case-given-proposal =
    <b>You were given proposal { $reference }</b>
    { $title }
case-given-question =
    <b>You were given question No. { $number }</b>
    “{ $text }”
case-error-colleague =
    <b>This person cannot be given a case</b>
    Cases go to those who may answer. Choose from the list again.

case-toast-taken = The case is yours.
case-toast-given = The case was given.
case-toast-released = The case was released.

button-take-case = Take the case
button-take-over = Take it over
button-give-case = Give to a colleague
button-release-case = Release the case
button-show-this = Open the case

# Notes: only the secretariat sees them.
case-latest-note = <i>Note: { $text }</i>
case-notes =
    <b>Notes: { $name }</b>
    Only the secretariat sees them. In all: { $count }
case-note =
    <b>{ $who }</b> · { $written }
    { $text }
# Who wrote it is not known any more.
case-somebody = The secretariat
case-note-heading =
    <b>A note: { $name }</b>
    Only the secretariat sees it, the author does not.
case-button-notes = Read notes · { $count }
case-error-note =
    <b>There are no words in the note</b>
    Write what should be remembered.
button-write-note = Write a note
button-keep-note = Keep the note
