# The menu, the greeting and the help. Under the menu's heading stand lines on what is going on for the person.

menu-title =
    <b>Menu</b>
    Write your question as a message, or choose an action.
menu-welcome =
    <b>Welcome. This is a bot for taking part in the Open Government Partnership</b>
    Here you can learn about the Initiative, write a proposal for the action plan and follow consultations.
    Write your question as a message. What the bot keeps about you: /privacy
menu-draft-saved =
    <b>Menu · draft saved</b>
    The bot will read what you write next as a question.

menu-draft = You have a draft of a proposal. You can continue it.
menu-draft-titled = Draft: “{ $title }”.

# $left is a formed phrase: “3 days left”, “last day”.
menu-consultations =
    { $count ->
        [1] 1 consultation is open: { $left }.
        [one] { $count } consultation is open. The first to close: { $left }.
       *[other] { $count } consultations are open. The first to close: { $left }.
    }
menu-awaiting =
    { $count ->
        [one] { $count } proposal of yours is waiting for a response.
       *[other] { $count } proposals of yours are waiting for a response.
    }

help-text =
    <b>What the bot can do</b>
    • It answers questions about the Initiative and the action plans: write in your own words.
    • It helps you write a proposal: /propose
    • It shows what is happening with your proposal: /my
    • It tells about consultations: /consultations
    • It alerts you to new ones: /subscribe

    Answers come only from confirmed materials, with source and date. The bot does not invent what is not in them.
