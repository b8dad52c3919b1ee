# Verbivka speaks of its own initiative; every other text is the shipped one.

bot-description =
    The bot of the town hall of Verbivka: Lit Streets.

    Ask a question, write a proposal, hear of consultations.
bot-short-description = Lit Streets in Verbivka: questions, proposals, consultations.
menu-welcome =
    <b>Welcome to Lit Streets</b>
    Here you can learn about the lantern programmes of Verbivka and write a proposal.
    What the bot keeps about you: /privacy
command-about = about Lit Streets
button-about = About Lit Streets
about-title =
    <b>About Lit Streets</b>
    Choose what you want to read about.
