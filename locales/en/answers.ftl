# Answers to questions: the fact, the details, the source with its date.

answer-fact =
    <b>{ $title }</b>
    { $fact }
answer-details = { $details }
answer-ages = This information changes with time.
# $url is a finished address.
answer-source = Source: <a href="{ $url }">{ $title }</a> (as of { $date })
answer-source-also = Also: <a href="{ $url }">{ $title }</a>

answer-invitation =
    <b>Question</b>
    Write it in your own words, in one message. For example: “When was the fourth action plan approved?”
answer-did-you-mean =
    <b>Which question is it?</b>
    You may be asking about one of these. If not, write it in other words.
# Below, as buttons, what the materials do say about it.
answer-silent =
    <b>I did not find this in the confirmed materials.</b>
    This is what they do say about it. You can also ask in other words or contact the secretariat.
answer-unknown =
    <b>I did not find this in the confirmed materials.</b>
    Try other words or a shorter question. You can also look through the action plans or contact the secretariat.

answer-error-unknown =
    <b>That answer is no longer here.</b> The information has probably been updated since. Ask in your own words, or look at the plans.
