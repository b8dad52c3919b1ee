"""Between Telegram and the handlers: intake, lanes, transport and the one rate budget."""
