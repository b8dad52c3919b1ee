# Rules for proposals, blocks, appeals.

rules-text =
    <b>Rules for proposals</b>
    Everybody sees proposals, so they are no place for:
    • insults, threats, and calls to violence or hatred;
    • other people’s personal data: addresses, telephone numbers, photos without their consent;
    • advertising and collecting money;
    • the same text again and again.

    You may criticise the authorities and their decisions. An opinion that somebody disagrees with breaks no rule.

    A person of the secretariat decides, not a program. They can hide a proposal from everybody or close the sending of proposals to somebody, and always write why. You can contest that once, here; after that, you can turn to the secretariat: /contact

block-error =
    <b>You cannot send or support proposals now</b>
    The draft is saved. See why, and how to contest it.
block-error-unknown =
    <b>There is no block any more</b>
    It was lifted, and there is nothing to do. Menu: /menu
block-error-appealed =
    <b>You have contested this already</b>
    Your letter is with the secretariat. Where it stands: /my
block-error-nobody =
    <b>There is nobody to block</b>
    The author has erased their data, has not written to the bot yet, or works in the secretariat.

# The notice says the same. $reason is in the secretariat’s words.
block-own =
    <b>Sending and supporting proposals is closed to you</b>
    Reason: { $reason }

    You can ask, read and write drafts as before. Everything you have written is saved.
block-contest = If you do not agree, contest it. You can do that once; the secretariat will read your letter.
block-contest-waits = You have contested this. The secretariat will consider your letter and answer here.
block-contest-kept = The secretariat has considered your letter and let this decision stand.
block-none =
    <b>You are not blocked</b>
    You can send and support proposals.
block-kept =
    <b>Your letter was considered: the decision stands</b>
    The reason for the block: { $reason }
# $text is what the secretariat writes.
block-kept-why = Why the decision stands: { $text }
block-kept-on = You can ask, read and write drafts as before. You can also turn to the secretariat outside the bot.
block-lifted =
    <b>You can send proposals again</b>
    The secretariat has lifted the block. Your drafts are saved.
block-appealed =
    <b>The letter is with the secretariat</b>
    A person will consider it. The answer will come here.
block-my = <b>Sending proposals is closed to you.</b> Why, and how to contest it: the first button.

# What is being written: the reason for a block; a letter against it.
block-letter =
    <b>Block the author · { $reference }</b>
    Write the reason: the author will read it. They will not be able to send or support proposals, but they can contest it.
block-appeal-letter =
    <b>Contest it</b>
    The reason that the secretariat gave: { $reason }
    Write why it is not so. You can send the letter once.

block-keep-letter =
    <b>Let it stand · block No. { $number }</b>
    Reason: { $reason }
    Write why the decision stands: the person will read it. What they write is below.

# $is_mine is whether this member has blocked the author just now; otherwise a colleague was first.
block-done =
    { $is_mine ->
        [true] <b>The author is blocked and has been sent the reason</b>
       *[false] <b>A colleague has blocked the author already</b>
    }
    Reason: { $reason }
block-before =
    <b>The author of { $reference } is blocked already</b>
    See in the list for which reason.
block-gone =
    <b>The block is lifted</b>
    The person has been told.
blocks-none =
    <b>Blocks</b>
    Nobody is blocked.
# $waiting is how many appeals wait for a decision.
blocks-title =
    <b>Blocks: { $count }</b>
    Appeals waiting: { $waiting }
# $appeal is whether there is an appeal without an answer.
blocks-entry =
    { $appeal ->
        [true] <b>No. { $number } · { $blocked } · contested</b> – { $reason }
       *[false] No. { $number } · { $blocked } – { $reason }
    }
# On the secretariat’s panel.
blocks-waiting =
    { $count ->
        [one] { $count } appeal against a block is waiting.
       *[other] { $count } appeals against blocks are waiting.
    }
blocks-button = No. { $number } { $reason }
block-case =
    <b>Block No. { $number }</b>
    Since { $blocked }
block-case-reason = <b>Reason</b>: { $text }
block-case-appeal =
    <b>Appeal</b>, { $appealed }: { $text }
block-case-kept = Considered and kept: { $kept }
# In the group there is neither the reason nor the letter: only that it is there.
block-contested-group = <b>Block No. { $number } is contested</b>. Open the bot to decide.

button-rules = Read the rules
button-block = Block the author
button-contest-block = Contest it
button-why-blocked = Why, and what to do
button-lift = Lift the block
button-keep-block = Let it stand
button-blocks = Show blocks
button-decide-block = Consider it
button-newer-blocks = ‹ Newer
button-older-blocks = Older ›

# The command line.
cli-people-block-help =
    Close the sending and supporting of proposals to a person. They read the reason and can contest it once.

    Example: ogp-bot people block 123456789 --reason 'The same advertisement 12 times.'
cli-block-reason = The reason that the person reads.
cli-people-unblock-help =
    Lift a block.

    Example: ogp-bot people unblock 123456789
cli-people-blocks-help =
    List the blocks, those that are contested first.

    Example: ogp-bot people blocks --json
cli-person-blocked = The person with the number { $id } is blocked and has been sent the reason.
cli-person-unblocked = The block of the person with the number { $id } is lifted; they have been told.
cli-person-not-blocked = The person with the number { $id } is not blocked; who is: ogp-bot people blocks
cli-column-person = ID
cli-column-since = Since
cli-column-reason = Reason
cli-column-appeal = Appeal
