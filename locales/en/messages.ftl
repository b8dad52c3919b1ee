# Words in answer to what is neither a question nor a known command.

message-unknown-command =
    <b>There is no such command</b>
    What the bot can do: /help. You can simply write a question.
message-voice =
    <b>The bot cannot listen to voice messages yet</b>
    Write the same as text.
message-file =
    <b>The bot cannot read files and images yet</b>
    Write what matters as text. You can give a link to the file.
message-other =
    <b>The bot reads text only</b>
    Write your question or proposal in words.
