# The secretariat: the panel, publishing consultations.

staff-panel =
    <b>Secretariat’s panel</b>
    Unpublished consultations: { $unpublished }
    Subscribers: { $subscribers }
    Proposals waiting: { $proposals }
    Questions waiting: { $waiting }
staff-content-faulty =
    { $count ->
        [one] The changed content has { $count } problem, so the bot goes on with the old one.
       *[other] The changed content has { $count } problems, so the bot goes on with the old one.
    }
    The operator sees where: <code>ogp-bot content check</code>

publish-none =
    <b>The secretariat’s consultations</b>
    None yet. Press “New consultation”, or take some from a file: <code>ogp-bot consultations import</code>
publish-choose =
    <b>The secretariat’s consultations</b>
    Unpublished consultations: { $count }. Choose what to work on.
publish-preview =
    <b>Check before publishing</b>
    Short name: <code>{ $slug }</code>
    { $count ->
        [0] There are no subscribers: nobody gets the alert.
        [one] { $count } recipient gets the alert. Here it is:
       *[other] { $count } recipients get the alert. Here it is:
    }
publish-done =
    <b>The consultation is published</b>
    “{ $title }”
    Closes: { $closes }
    { $count ->
        [0] There are no subscribers: nobody gets the alert.
        [one] { $count } recipient gets the alert.
       *[other] { $count } recipients get the alert.
    }
publish-done-before =
    <b>This consultation is published already</b>
    “{ $title }”. No alert is sent a second time.

# In one line: the terminal shows them too. $slug is the consultation’s short name, $closes a date and time,
# $slugs the names of those that wait to be published, with commas between.
publish-error-unknown =
    <b>There is no consultation “{ $slug }”.</b> { $count ->
        [0] Nothing waits to be published now.
       *[other] These wait to be published: { $slugs }
    }
consultation-error-published =
    <b>This consultation is published already.</b> “{ $slug }” is no longer a draft: it cannot be changed or published again.
consultation-error-overdue =
    <b>The deadline has passed.</b> “{ $slug }” was to close on { $closes }. Change the deadline in the file and add it again.
