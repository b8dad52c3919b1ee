# A proposal on paper: its author takes it over with a code.

button-have-code = I have a code
claim-ask =
    <b>Take over your proposal</b>
    If you gave a proposal at a meeting, the secretariat gave you a code. Send it here as a message, for example: <code>K7QM-2XPD-9TRW</code>
    Capital or small letters and hyphens do not matter.
claim-found =
    <b>Is this your proposal?</b>
    { $reference } · “{ $title }”
claim-what = Once you take it over, the bot will tell you here about everything that happens to it. You can correct it, withdraw it, or contest a refusal.
# The same consent as before sending in the chat.
claim-consent =
    • The proposal is public: anybody can read its text, files and state. Your name is seen as you marked on paper.
    • The bot will know this chat. Your data can be erased at any time: /delete. Name and contact go, the text stays without them; while there is no decision, it can be erased too. Number, date and the text’s fingerprint always stay.

    “Agree and take over” means that the proposal is yours and you agree to this.
button-claim = Agree and take over
claim-done =
    <b>The proposal is yours now</b>
    { $reference } · “{ $title }”
    News of it will come here. To see it again: /my
# $left – how many tries are left today; 0 where it does not look like a code at all.
claim-error-unknown =
    <b>There is no such code</b>
    Check every character: a code has 12. { $left ->
        [0] If it does not work, the secretariat hands out a new one.
        [one] You can try { $left } more time today.
       *[other] You can try { $left } more times today.
    } If it was a question, ask it in other words.
claim-error-used =
    <b>This code has been used</b>
    The proposal has been taken over with it in another chat. If that was not you, write to the secretariat.
claim-error-replaced =
    <b>This code no longer works</b>
    The secretariat has handed out a new one instead. Use that, or ask for another.
claim-error-tries =
    { $most ->
        [one] <b>There has been { $most } failed attempt today</b>
       *[other] <b>There have been { $most } failed attempts today</b>
    }
    The bot will check no code until tomorrow. If the code is lost, the secretariat hands out a new one.
claim-error-taken =
    <b>The author has taken over { $reference } already</b>
    No new code is needed: messages reach them in the chat.
