# The secretariat’s queue: what a list is narrowed down to, the search, what is the most urgent.

queue-narrowed = <b>Filters</b>
queue-of-consultation = • the consultation “{ $title }”
queue-of-topic = • topic: { $name }
queue-of-region = • region: { $name }
queue-of-overdue = • overdue ones
queue-of-mine = • mine
queue-of-nobodys = • nobody’s
queue-of-words = • the words “{ $words }”
queue-filters =
    <b>Filters of the list</b>
    List: { $tray }
queue-not-narrowed = No filters: everything is shown. The bot remembers what you choose.
queue-ask-words = Write a few words, or a proposal’s reference. Any form of a word will do. To leave: /cancel
queue-choose-tray =
    <b>Which list</b>
    Choose what to work on.
queue-choose-consultation =
    <b>Which consultation</b>
    Only proposals for it will be shown.
queue-choose-topic =
    <b>Which topic</b>
    Only proposals about it will be shown.
queue-choose-region =
    <b>Which region</b>
    Only proposals about it will be shown.
queue-late-since = overdue since { $day }
queue-search-ended =
    <b>Search closed</b>
    The list is as it was.
queue-none-due =
    <b>Nothing else is urgent</b>
    No other proposal waits for a decision.
# A word that shows for a moment at the top of the chat.
queue-toast-none-late = Nothing else is overdue. This one is due next.

queue-button-show = Show · { $count }
button-filters = Change filters
button-find = Search
button-choose-tray = Choose a list
button-choose-consultation = Choose a consultation
button-any-call = Any consultation
button-only-overdue = Only overdue ones
button-also-in-time = Not only overdue ones
button-of-anybodys = Anybody’s
button-of-mine = Only mine
button-of-nobodys = Only nobody’s
button-next-due = Open the most urgent
