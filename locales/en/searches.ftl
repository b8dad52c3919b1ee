# Searching public proposals. $words is what was looked for.

search-ask =
    <b>Search proposals</b>
    Write a few words, or a proposal’s reference. Any form of a word will do. To leave: /cancel
search-found =
    <b>For “{ $words }”: { $count ->
        [one] { $count } proposal
       *[other] { $count } proposals
    }</b>
search-none =
    <b>Nothing found for “{ $words }”</b>
    Try other words, for example fewer. Perhaps there is no such proposal yet, and yours will be the first.
search-ended =
    <b>The search is closed</b>
    Now you can simply ask a question.
search-error-unknown =
    <b>This search is not kept any more</b>
    The bot remembers the latest ones only. Open the list and search again.

button-search = Search proposals
button-search-again = Search other words
button-search-all = Search among all
