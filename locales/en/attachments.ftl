# Files of a proposal.

# $name is the file’s name; $size its size, in words already.
attachment-added = File attached: “{ $name }”, { $size }.
attachment-voice = The voice message is kept, but the bot does not listen to it. Please write the main point as text too.
attachment-public = Anybody can get the files together with the proposal.
# The message with the file was edited in Telegram.
attachment-described = The caption of the file “{ $name }” is updated.
attachment-other = The file “{ $name }” is still the one that came first. To replace it, remove it and send another.
attachment-line = • { $name } ({ $size })
# $caption is what the author wrote under the file.
attachment-line-captioned = • { $name } ({ $size }): { $caption }

attachment-button-remove = Remove { $name }
attachment-button-fetch = Get the files: { $count }

# A file that the bot sends; $file is a line of the list.
attachment-handed =
    <b>A file of { $reference }</b>
    { $file }
attachment-all-handed =
    { $count ->
        [0] <b>No files of { $reference } found</b>
        [one] <b>{ $count } file of { $reference } sent</b>
       *[other] <b>{ $count } files of { $reference } sent</b>
    }
# $files is a list.
attachment-missing =
    These files are not in the bot’s storage, though they were received:
    { $files }
    The bot’s operator can bring them back from a backup.

# $name is the file’s name; $most is how many files.
attachment-error-large =
    <b>The file “{ $name }” is too large</b>
    Telegram hands files of up to 20 MB over to a bot. Send a smaller one or split it. All you have written is saved.
attachment-error-empty =
    <b>The file “{ $name }” is empty</b>
    Check it and send it again. All you have written is saved.
attachment-error-kind =
    <b>Files of this kind are not accepted: “{ $name }”</b>
    Send a document, a table, a picture, audio or video, such as PDF, DOCX, XLSX, JPG. All you have written is saved.
attachment-error-many =
    <b>“{ $name }” was not attached: there are { $most } files already</b>
    A proposal takes no more. Remove one at the step “Files”. All you have written is saved.
attachment-error-gone =
    <b>Telegram no longer has the file “{ $name }”</b>
    Send it again. All you have written is saved.
