# Language, personal data, their copy and their erasure.

language-own-name = English
language-choose =
    <b>Language · Мова</b>
    Which language should the bot write in?
language-chosen =
    <b>Language changed</b>
    The bot writes to you in English now.

privacy-text =
    <b>What the bot keeps</b>
    • Your Telegram number (ID), language, the date you first wrote and whether the bot may write to you: to answer you.
    • Drafts with their files: until you send or delete them.
    • Proposals and their files: everybody sees them. Your name as you have chosen; only the secretariat sees your contact.
    • What you support: to count supporters. Who supports is not shown.
    • If you are blocked or a proposal is hidden: the reason and your letter against it.
    • Your last 10 searches of proposals: to turn the pages of what was found.
    • Questions to the bot: two days, so that they can be passed on; the subject of the last one: 15 minutes. Without you: how often people asked what had no answer.
    • Questions and letters to the secretariat, and the answers: to answer you. The secretariat does not see who you are.
    • Your choice of alerts, what you follow, your reminders, and what you were sent: so as not to write twice.
    • The text of a message is kept only until it is handled; its number for 48 hours more, against repeats.

    The rest is kept until you erase it: /delete. Backups are kept for at most 30 days. A copy of your data: /mydata
privacy-export =
    <b>A copy of your data</b>
    The file has everything that the bot keeps about you. Any text editor opens it.

erase-title = <b>Erase your data?</b>
erase-what =
    The bot will erase your Telegram number, language, drafts, choice of alerts, support, block, searches, name and contact, questions and letters to the secretariat. They cannot be brought back, so you may want a copy first.
    The bot cannot take back what the secretariat has already exported or published. You clear the chat in Telegram yourself.
# The first button is “Erase everything”, the second “Keep the proposals”.
erase-proposals =
    { $count ->
        [one] You have { $count } proposal.
       *[other] You have { $count } proposals.
    }
    “Erase everything”: those without a decision yet are withdrawn, their text is erased, only number, date and fingerprint stay.
    “Keep the proposals”: all of them stay in the process, but without any link to you, and no response will come here.
# For those who have a role in the secretariat.
erase-role = Your role in the secretariat ends too. What you have done stays in the log of actions under a number, without your name.
erase-done =
    <b>Your data are erased</b>
    If you write again, the bot will meet you anew.
