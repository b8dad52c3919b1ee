# Errors: what happened, that nothing is lost, what to do. An operator reads storage-error-* in a terminal: one line.

error-unexpected =
    <b>It did not work</b>
    What was saved is still there. Try again.
error-incident =
    <b>The bot made an error</b>
    It is not your fault, and what was saved is still there. Try again.
    If it happens again, tell the secretariat the number <code>{ $number }</code>.
error-not-allowed =
    <b>Only the secretariat can do this</b>
    This action needs other rights. If you work at the secretariat, ask the administrator for them.
error-not-found =
    <b>This is no longer there</b>
    It may have been deleted, or it is not yours. Everything else is in its place. Menu: /menu

# Opens a fresh menu.
action-error-expired =
    <b>Menu</b>
    That button no longer works: the bot may have been updated since. Nothing is lost, choose an action here.

storage-error-unreadable = The file { $path } cannot be read as a database ({ $reason }); check the path, or take a sound copy.
storage-error-foreign = The file { $path } is another program’s database; name another one in OGP_BOT_DATABASE.
storage-error-newer = A newer version of the bot wrote the file { $path } (schema { $version }, this one knows { $known }); update the bot.
storage-error-damaged = The copy { $path } is damaged: SQLite finds errors in it. Take another one.
storage-error-busy = The file { $path } is busy with another process; try again.
storage-error-unavailable = The file { $path } cannot be read or written just now ({ $reason }); check its rights and the space on the disk.
storage-error-running = Another process of the bot already serves the file { $path }; stop it or name another file in OGP_BOT_DATABASE.
error-broken-off = The bot has stopped because of an error of its own ({ $error }); nothing received is lost, start it again. The log names the place.
