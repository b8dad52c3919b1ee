# The secretariat's forum: a topic a case. $reference is a proposal's, $number a question's or block's, $who a
# member of the secretariat.

forum-title-question = Question No. { $number }
forum-title-block = Block No. { $number }
forum-state-hiding-contested = hiding contested
forum-state-question-open = waits for an answer
forum-state-question-answered = answered
forum-state-question-closed = closed without an answer
forum-state-block-waits = contested
forum-state-block-kept = stands
forum-state-block-lifted = lifted

# $command is a command without its slash.
forum-way = You can talk here: the author does not see it. To write to the author, send <code>/{ $command }</code> and the text, or reply with <code>/{ $command }</code> to a message that has the text ready. I will show what the author gets before it is sent.

forum-member = { $name }
forum-numbered = member No. { $number } of the secretariat
forum-somebody = a member of the secretariat
forum-operator = the bot’s operator
forum-handled =
    <b>{ $reference }: { $state }</b>
    By: { $who }
forum-hiding-hidden =
    <b>{ $reference }: hidden from everybody</b>
    By: { $who }
forum-hiding-kept =
    <b>{ $reference }: kept hidden</b>
    By: { $who }
forum-hiding-shown =
    <b>{ $reference }: shown again</b>
    By: { $who }
forum-taken = <b>The case is with { $who }</b>
forum-question-answered =
    <b>Question No. { $number }: answered</b>
    By: { $who }
forum-question-closed =
    <b>Question No. { $number }: closed without an answer</b>
    By: { $who }
forum-block-kept = <b>Block No. { $number } stands</b>
forum-block-lifted = <b>Block No. { $number } was lifted</b>
# $name is the case's number.
forum-not-delivered =
    <b>Not delivered{ $name ->
        [none] {""}
       *[other] {" "}· { $name }
    }</b>
    The author has blocked the bot or deleted their account. What was sent is kept: they will see it if they return.

# $what is what the author gets.
forum-preview = <b>The author gets { $what }:</b>
forum-as-reply = the answer to question No. { $number }
forum-as-question = a question about proposal { $reference }
forum-news = <b>Something has changed while you were writing. Look at the case and confirm once more.</b>
forum-unreachable = <b>The author has blocked the bot or erased their data: this will not reach them now.</b>
# $writer is the name of who has written it.
forum-confirm = Only { $writer } can send it.
forum-sent = <b>Sent to the author</b> by { $writer }:
# $what is where the case stands.
forum-too-late = <b>Not sent.</b> The case is already in another state: { $what }.
forum-dropped = Not sent. The author will not know of it.
forum-impossible = Nothing can be sent to the author from here now; state of the case: { $what }. Everything else can be done in the private chat with the bot.
forum-impossible-here = This is decided in the private chat with the bot.
forum-officers-only = Only officers of the secretariat write to authors. Nothing was sent to the author.
forum-anonymous = You write in the name of the group, so the bot does not know who you are. Turn anonymity off and try again. Nothing was sent to the author.
forum-outside = The command /{ $command } works in a case’s topic. Send it there.
forum-error-long =
    { $excess ->
        [one] <b>The answer is { $excess } character too long.</b>
       *[other] <b>The answer is { $excess } characters too long.</b>
    } Nothing was sent to the author. Send a shorter one, at most { proposal-limit }.
forum-error-not-yours = Somebody else of the secretariat has written this: they alone can send it or not.

# On the secretariat's panel.
forum-advice-no-right =
    <b>Cases have no topics.</b> Give the bot the right to manage topics in the secretariat’s group: Administrators → the bot → Manage topics.
forum-advice-plain =
    <b>The secretariat’s group has no topics.</b> For a topic a case, turn topics on in the group’s settings and make the bot an administrator with the right to manage topics.
forum-advice-away = <b>The bot is not in the secretariat’s group.</b> Add it, or nobody sees the notices of cases.

button-forum-send = Send to the author
button-forum-drop = Do not send
