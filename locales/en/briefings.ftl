# The secretariat's morning: what waits, a line and a button for each.

briefing-title = <b>This morning · { $day }</b>
briefing-line-new = New proposals: { $count }
briefing-line-overdue = <b>Responses overdue: { $count }</b>
briefing-line-due = To be answered within three days: { $count }
briefing-line-questions = Questions without an answer: { $count }
briefing-line-answers = Authors have answered questions: { $count }
briefing-line-appeals = Refusals contested: { $count }
briefing-line-hidings = Hidings contested: { $count }
briefing-line-blocks = Blocks contested: { $count }
briefing-line-failed = Messages not sent: { $count }
briefing-button-new = New proposals: { $count }
briefing-button-overdue = Overdue: { $count }
briefing-button-due = Due soon: { $count }
briefing-button-questions = Questions: { $count }
briefing-button-answers = Authors’ answers: { $count }
briefing-button-appeals = Appeals: { $count }
briefing-button-hidings = Hidden: { $count }
briefing-button-blocks = Blocks: { $count }
briefing-button-failed = Broadcasts: { $count }
briefing-inbox = <b>Inbox</b>
briefing-nothing = Nothing is waiting.
button-briefing-off = Not for me
button-briefing-on = Send me the morning
briefing-off =
    <b>No more mornings for you</b>
    You will not get them any more, your colleagues will. Turn them on again here or on the panel: /staff
briefing-on =
    <b>Mornings are on</b>
    They come on working days when something waits.
