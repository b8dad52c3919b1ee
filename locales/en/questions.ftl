# Questions passed on to the secretariat, and letters, as the person who asks sees them.

question-unhelpful =
    <b>The answer did not help</b>
    Your question: “{ $text }”
    Pass it on to the secretariat, or ask in other words.
question-reply-unhelpful =
    <b>The answer did not help</b>
    Thank you for saying so. Write to the secretariat what is missing, or ask something else.
question-receipt =
    <b>Question No. { $number } has been passed on to the secretariat</b>
    “{ $text }”
    The secretariat does not see who you are. The answer will come here. The bot cannot promise a date.
question-heading =
    <b>Your question No. { $number }</b>
    Passed on to the secretariat on { $asked }.
question-text = “{ $text }”
question-reply =
    <b>The secretariat’s answer</b>
    { $text }
question-answered =
    <b>The secretariat has answered your question No. { $number }</b>
    “{ $text }”
question-state-open = The secretariat has not answered yet. The answer will come here.
question-state-closed = The secretariat has closed it without an answer. You can ask another one.

# A word that shows at the top of the chat for a moment.
question-toast-helped = Thank you, noted.
question-toast-not-helped = Noted. You can pass the question on to the secretariat.
question-toast-late = It is too late to rate this answer.

question-error-forgotten =
    <b>The bot no longer remembers this question</b>
    It is kept for two days. Write it again, or write to the secretariat: /contact
question-error-unknown =
    <b>Question not found</b>
    It may have been erased, or it is not yours. To ask a question: /ask
question-error-many =
    <b>The secretariat already has this many of your questions: { $count }</b>
    Please wait for the answer to one of them. This one has not been sent.

letter-own-ask =
    <b>Letter to the secretariat</b>
    Write it in your next message. The secretariat will not see who you are; sign it if you want to. To leave: /cancel
letter-own-preview =
    <b>Check the letter</b>
    The secretariat gets it when you press “Send the letter”.
letter-reply-ask =
    <b>Answer to question No. { $number }</b>
    “{ $text }”
    Write it in your next message. To leave: /cancel
letter-reply-preview =
    <b>Check the answer to question No. { $number }</b>
    “{ $text }”
# For letters that say above what they are about.
letter-ask = Write it in your next message. To leave: /cancel
letter-preview = <i>Check the text. The button below sends it.</i>
letter-text = { $text }
letter-limit =
    { $most ->
        [one] There is room for { $most } character.
       *[other] There is room for { $most } characters.
    }
letter-too-long =
    { $excess ->
        [one] Too long by { $excess } character.
       *[other] Too long by { $excess } characters.
    } The text is saved. Send a shorter one, at most { proposal-limit }.
letter-left =
    <b>The letter has not been sent</b>
    The bot has erased it. What you write next will be read as a question.
letter-still-open = The letter is still open: your next message goes into it. To leave: /cancel
letter-not-sent = The letter has not been sent yet.

letter-error-empty =
    <b>There are no words in the message</b>
    The letter is as it was. Write it in words, or leave: /cancel
letter-error-long =
    { $excess ->
        [one] <b>The letter is too long by { $excess } character</b>
       *[other] <b>The letter is too long by { $excess } characters</b>
    }
    It is saved. Send a shorter one, at most { proposal-limit }.
letter-error-text-long =
    { $excess ->
        [one] <b>The text is too long by { $excess } character</b>
       *[other] <b>The text is too long by { $excess } characters</b>
    }
    Nothing was changed. Shorten it to { proposal-limit } at most.
letter-error-refused =
    <b>The letter was not sent</b>
    You no longer have the rights for it, so nothing was changed. If this is a mistake, ask the administrator. The text is kept, here it is:

    { $text }
letter-error-unknown =
    <b>This letter is gone</b>
    It was sent or erased. Nothing is sent twice. Menu: /menu

# The language of who will read it. $language is its code.
letter-reads =
    { $language ->
        [uk] The author reads Ukrainian.
        [en] The author reads English.
       *[other] The author’s language: { $language }.
    }
letter-ask-other =
    { $language ->
        [uk] Write the same in Ukrainian in your next message. To leave: /cancel
        [en] Write the same in English in your next message. To leave: /cancel
       *[other] Write the same in this language in your next message: { $language }. To leave: /cancel
    }
letter-in-other =
    { $language ->
        [uk] <i>The same in Ukrainian:</i>
        [en] <i>The same in English:</i>
       *[other] <i>The same in { $language }:</i>
    }
letter-ready = Or begin with a ready one: the text can be changed.
letter-button-other =
    { $language ->
        [uk] { $is_there ->
            [true] Change the Ukrainian
           *[false] Add Ukrainian
        }
        [en] { $is_there ->
            [true] Change the English
           *[false] Add English
        }
       *[other] { $is_there ->
            [true] Change: { $language }
           *[false] Add: { $language }
        }
    }
button-drop-other = Keep one language
letter-error-blank =
    <b>Not filled in: { $blank }</b>
    The letter is kept and was not sent. Write it in place of the brackets, and send the text again.
