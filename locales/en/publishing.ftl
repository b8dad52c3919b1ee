# The secretariat publishes consultations: work on one, the look before it goes, changes after publishing.

publishing-error-gone =
    <b>This work is gone</b>
    It was confirmed or thrown away. How the consultations are now: /publish
publishing-error-incomplete =
    <b>Not everything is ready yet</b>
    A step is empty or too long. What you wrote is kept. Go on: /publish
publishing-error-choice =
    <b>This choice is gone</b>
    The list has changed. Choose again.
# $line is a line as it was written.
publishing-error-link =
    <b>This does not look like a link</b>
    “{ $line }”
    Write a title and an address: Draft order https://www.kmu.gov.ua/npas/draft. Or send a file.
publishing-error-slug =
    <b>This short name will not do</b>
    It can have Latin letters, digits, “-” and “_” only, 60 at most. For example: open-data-roads
publishing-error-documents =
    { $most ->
        [one] <b>There can be no more.</b> A consultation can have { $most } document.
       *[other] <b>There can be no more.</b> A consultation can have { $most } documents.
    } Take one out first.
# $example is a date and time as one writes them.
moment-error-unclear = <b>The date is not clear.</b> Write day, month, year and time like this: { $example }. The calendar must have such a day and hour.
