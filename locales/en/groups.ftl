# Groups and channels: the introduction, and what the bot says there.

group-introduction =
    <b>The bot of the Open Government Partnership</b>
    It can write here about new consultations, their closing and their results. It does not join ordinary talk.
group-how =
    Administrators of the group turn this on, choose topics or turn it off: /subscribe, /unsubscribe
    What is open now: /consultations. To ask the bot, begin with its name.
group-how-channel = Administrators of the channel turn this on, choose topics or turn it off: in the private chat with the bot.
group-subscribed = Alerts come here already.
group-elsewhere = This is done in the private chat with the bot, where nobody but you sees it.
group-unknown = I did not find this in the confirmed materials. In the private chat the question can be passed on to the secretariat.
group-none-open =
    <b>Open consultations</b>
    No consultation is open now.
group-only-administrators = Only administrators can change this.
group-named = <b>{ $title }</b>
group-press-elsewhere = This button works in the private chat with the bot.
group-error-administrator = Only administrators of the group or channel can change this. Ask one of them.
group-error-unknown = <b>The bot is not in this group or channel.</b> Add it, let it write, and try again.

button-open-bot = Open the bot
button-group-language =
    { $language ->
        [uk] Писати українською
        [en] Write in English
       *[other] { $language }
    }
