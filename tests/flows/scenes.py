"""What people do again and again in the tests of the flows."""

from bot.sandbox import ChatMessage, Person

TITLE = "Відкриті дані про ремонт доріг"
PROBLEM = "Невідомо, що й коли ремонтують."
SOLUTION = "Оприлюднити плани й звіти."
CONTACT = "Олена, olena@example.org"
ANSWERS = (TITLE, PROBLEM, SOLUTION, CONTACT)


async def write(person: Person, text: str) -> ChatMessage:
    """Write, and read what comes."""
    await person.send(text)
    return await person.wait_for()


async def press(person: Person, label: str, **where: int | ChatMessage) -> ChatMessage:
    """Press a button, and read what comes."""
    await person.press(label, **where)
    shown = await person.wait_for()
    await person.wait_for_answer()
    return shown


async def click(person: Person, data: str, **where: int | ChatMessage) -> ChatMessage:
    """Press a button that may not be there (any more), and read what comes."""
    await person.press(data=data, **where)
    shown = await person.wait_for()
    await person.wait_for_answer()
    return shown


async def draft(person: Person, *, upto: int = 4) -> ChatMessage:
    """Begin a proposal and answer so many steps."""
    shown = await write(person, "/propose")
    for answer in ANSWERS[:upto]:
        shown = await write(person, answer)
    return shown


async def submit(person: Person) -> ChatMessage:
    """A proposal from the first step to its receipt; in the person's language."""
    preview = await draft(person)
    await press(person, preview.labels[0])
    return await press(person, person.chat.last.labels[0])
