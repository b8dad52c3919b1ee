from bot.sandbox import Person


async def test_start_greets_and_shows_the_menu(olena: Person) -> None:
    assert olena.chat.last.buttons
