# `ogp-bot doctor`: a line for each part; where something is wrong, what to do about it.

doctor-settings-fine = Settings: valid.
doctor-settings-bad = Settings: { $name } { $wants }.
doctor-content-fine = Content: { $entries } answers, no faults.
doctor-content-faulty =
    Content: { $count ->
        [one] { $count } fault
       *[other] { $count } faults
    }. See: ogp-bot content check
doctor-database-fine = Database: { $path }, version { $version }.
doctor-database-none = Database: { $path } is not there yet; the first start makes it.
doctor-database-unreadable = Database: { $path } cannot be read ({ $reason }). Check the path and its rights, or restore a copy.
doctor-database-foreign = Database: { $path } belongs to another program. Set OGP_BOT_DATABASE to another file.
doctor-database-older = Database: { $path } is of version { $version }, this program of { $known }. Run: ogp-bot migrate
doctor-database-newer = Database: { $path } is of version { $version }, this program knows { $known }. Install the later program.
doctor-integrity-fine = Integrity: no damage found.
doctor-integrity-broken = Integrity: the file is damaged ({ $reason }). Stop the bot and restore the last copy.
doctor-writing-fine = Writing: possible.
doctor-writing-refused = Writing: { $path } takes no changes. Check the rights of the file and its folder, and what else holds it.
doctor-disk-fine = Disk: { $free } MB free.
doctor-disk-full = Disk: { $free } MB free, { $needed } MB are needed. Free some space.
doctor-administrators-fine = Administrators: { $count }.
doctor-administrators-none = Administrators: none. Put a Telegram user id into OGP_BOT_ADMINS.
doctor-token-fine = Token: @{ $name }.
doctor-token-refused = Token: Telegram does not take it. Put the right one from @BotFather into OGP_BOT_TOKEN.
doctor-token-away = Token: Telegram does not answer ({ $reason }). Check the network and OGP_BOT_API_URL.
doctor-token-unchecked = Token: not checked, OGP_BOT_TOKEN is not set.
doctor-clock-fine = Clock: as Telegram’s.
doctor-clock-wrong = Clock: { $seconds } seconds off Telegram’s. Set the machine’s clock (NTP).
doctor-clock-unchecked = Clock: not checked.
doctor-updates-by-polling = Updates: by polling, { $count } waiting at Telegram.
doctor-updates-by-webhook = Updates: by webhook, { $count } waiting at Telegram.
doctor-updates-webhook = Updates: Telegram delivers to { $url }, so polling is refused. Start the bot with OGP_BOT_WEBHOOK_URL, or call deleteWebhook.
doctor-updates-elsewhere = Updates: Telegram delivers to { $url } instead of { $wanted }. Start the bot: it sets the address.
doctor-updates-refused = Updates: the webhook failed ({ $reason }, { $at }), { $count } waiting. Check the reverse proxy, its certificate and OGP_BOT_LISTEN.
doctor-updates-waiting = Updates: { $count } waiting at Telegram. Is the bot running?
doctor-updates-away = Updates: Telegram did not answer ({ $reason }). Try again.
doctor-updates-unchecked = Updates: not checked.
doctor-group-forum = Secretariat’s group: a forum, the bot may manage topics.
doctor-group-no-right = Secretariat’s group: a forum, but the bot may not manage topics. Give it that right: Administrators → the bot → Manage topics.
doctor-group-plain = Secretariat’s group: has no topics. For a topic a case, turn them on in its settings and make the bot an administrator who may manage them.
doctor-group-away = Secretariat’s group: the bot is not in it, or there is no such group. Add the bot, or correct OGP_BOT_STAFF_CHAT.
doctor-group-moved = Secretariat’s group: has become a supergroup. Set OGP_BOT_STAFF_CHAT to { $id }; until then the bot follows it by itself.
doctor-group-none = Secretariat’s group: none, officers are told in their private chats (OGP_BOT_STAFF_CHAT).
doctor-group-unchecked = Secretariat’s group: not checked.
doctor-privacy-hears-all = Privacy mode: the bot hears what is said in the group and keeps none of it.
doctor-privacy-hears-commands = Privacy mode: in the group the bot hears commands and replies to it; that is enough.
doctor-notices-fine = Outbox: { $due } under way, { $held } waiting for a topic.
doctor-notices-stuck = Outbox: { $due } waiting, the oldest since { $since }; { $held } waiting for a topic. Is the bot running, and is Telegram within reach?
doctor-notices-failed =
    Outbox: { $count ->
        [one] { $count } message
       *[other] { $count } messages
    } failed in the last day. The log says why (notice-refused).
doctor-notices-unchecked = Outbox: not checked.
doctor-incidents-fine = Inbox: { $count } to be handled, no incident in the last day.
doctor-incidents-some =
    Inbox: { $count ->
        [one] { $count } incident
       *[other] { $count } incidents
    } in the last day. The log has the place in the code under each number.
doctor-incidents-unchecked = Inbox: not checked.
doctor-backup-fine = Backup: made { $at }.
doctor-backup-old = Backup: the last one is of { $at }. Run: ogp-bot backup FILE
doctor-backup-unchecked = Backup: not checked.
doctor-backup-unknown = Backup: none known. Run ogp-bot backup FILE, or see to it in another way.
