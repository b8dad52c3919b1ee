# A proposal: the steps of the draft, the preview, the consent, the receipt, one’s own proposals.

proposals-title = <b>My proposals: { $count }</b>
proposals-none =
    <b>My proposals</b>
    You have not sent any yet.
proposals-entry = <b>{ $reference }</b> · { $title } – <i>{ $state }</i>
# Taken back: it has no text.
proposals-entry-marker = <b>{ $reference }</b> – <i>{ $state }</i>

proposal-state-received = received
proposal-state-clarification = needs clarification
proposal-state-under-review = under review
proposal-state-accepted = accepted
proposal-state-partly-accepted = partly accepted
proposal-state-declined = declined
proposal-state-merged = merged with another
proposal-state-in-plan = in the action plan
proposal-state-implemented = implemented
proposal-state-withdrawn = withdrawn

proposal-error-empty =
    <b>There are no words in the message</b>
    Write the answer as text.
# $least is how many characters are needed, $length how many there are.
proposal-error-short =
    <b>Too short to understand</b>
    { $length ->
        [one] There is { $length } character,
       *[other] There are { $length } characters,
    } and at least { $least } are needed. Write a little more.
proposal-error-incomplete =
    <b>The draft is not complete yet</b>
    A step is empty or too long. What you wrote is saved. Continue: /propose
proposal-error-no-draft =
    <b>This draft is no longer there</b>
    It was sent or deleted. See whether it is among your proposals, or begin a new one: /propose
# In one line: the terminal shows it too.
proposal-error-unknown =
    <b>Proposal not found.</b> The reference may have a mistake in it, or the proposal is no longer there. See the whole list.
proposal-error-state =
    <b>The proposal’s state has changed</b>
    This cannot be done with it any more, and nothing has changed. Open it again to see its state.
proposal-error-merge =
    <b>It cannot be merged with this proposal</b>
    It is the same one, it was withdrawn, or it was merged into this one already. Send the reference of another.
proposal-error-reason =
    <b>The reason is missing</b>
    The author will read why it was decided so. Write the reason in a few sentences.
commitment-error-unknown =
    <b>There is no such commitment</b>
    See the commitments in the plan: /plans
commitment-error-nearest =
    <b>There is no such commitment</b>
    The closest: { $nearest }
