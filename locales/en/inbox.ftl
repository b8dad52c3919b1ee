# The secretariat: questions that wait, answers, figures. $number is the question's number.

inbox-none =
    <b>People’s questions</b>
    None is waiting for an answer.
inbox-title =
    <b>Questions waiting: { $count }</b>
    Oldest first. Page { $page } of { $pages }.
inbox-entry = No. { $number } · { $asked } · { $text }
inbox-button = No. { $number } · { $text }
inbox-notice =
    <b>New question No. { $number }</b>
    Passed on { $asked }.
inbox-heading-open =
    <b>Question No. { $number } · waiting</b>
    Passed on { $asked }, { $language ->
        [uk] in Ukrainian
        [en] in English
       *[other] in { $language }
    }
inbox-heading-answered =
    <b>Question No. { $number } · answered</b>
    Passed on { $asked }, answered { $settled }. Asked { $language ->
        [uk] in Ukrainian
        [en] in English
       *[other] in { $language }
    }
inbox-heading-closed =
    <b>Question No. { $number } · closed</b>
    Passed on { $asked }, closed { $settled }. Asked { $language ->
        [uk] in Ukrainian
        [en] in English
       *[other] in { $language }
    }
inbox-question-text = “{ $text }”
inbox-erased = The text is erased: the person has erased their data.
inbox-others =
    { $count ->
        [one] { $count } colleague is writing an answer already.
       *[other] { $count } colleagues are writing an answer already.
    }
inbox-unreachable = The person has blocked the bot: an answer will not reach them now.
inbox-confirm-closing =
    <b>Close question No. { $number } without an answer?</b>
    “{ $text }”
    It cannot be opened again.
inbox-closed =
    <b>Question No. { $number } is closed without an answer</b>
    The person sees this when they open their question.
inbox-reply-sent =
    <b>The answer to question No. { $number } has been sent</b>
    It can become a draft for the bot’s content.
inbox-colleague-first =
    <b>Question No. { $number } is not waiting any more</b>
    { $answered ->
        [true] A colleague answered it on { $settled }.
       *[other] A colleague closed it on { $settled }.
    } Your answer has not been sent.
inbox-asker-gone =
    <b>Question No. { $number } is not waiting any more</b>
    The person has erased their data: there is nobody to answer.

entry-done =
    <b>Draft for the content, question No. { $number }</b>
    Add the parts of the file to the files that they name, and fill in what is missing. <code>ogp-bot content check</code> shows what is left.
# Comments in the YAML file.
entry-about =
    Draft of an answer, from question No. { $number }. Add each part at the end of the file named above it.
    Fill in ENTITY, ATTRIBUTE, SOURCE and the empty texts: ogp-bot content check points at them.
entry-neutral =
    entity: what it is about (entities.yaml), attribute: what is asked (attributes.yaml),
    sources: where it stands (sources.yaml), as_of: how old the statement is.
entry-texts =
    title: heading up to 100 characters, fact: the fact itself up to 700, details: up to three sentences (or none),
    variants: some ten ways in which people ask for this, in this language.

statistics-text =
    { $days ->
        [one] <b>Figures of { $days } day</b>
       *[other] <b>Figures of { $days } days</b>
    }
    Questions: { $asked }
    • answered: { $answered }
    • asked back: { $offered }
    • without an answer: { $abstained }
    Passed on to the secretariat: { $handed }, answered: { $replied }
    Waiting now: { $waiting }
    The answer helped: { $helpful }, did not help: { $unhelpful }
statistics-unanswered = <b>Without an answer, most frequent</b>
statistics-unanswered-entry = { $count } · { $text }
