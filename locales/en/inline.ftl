# Answers that a person sends into any chat: @bot question. Buttons up to 24 characters, no variables.

# Above an empty list.
inline-ask = Ask in the bot
# Under an answer that was sent.
inline-open = Open in the bot
