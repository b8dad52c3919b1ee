"""What people do again and again in the tests of the flows."""

from bot.sandbox import ChatMessage, Person

TITLE = "Відкриті дані про ремонт доріг"
PROBLEM = "Невідомо, що й коли ремонтують."
SOLUTION = "Оприлюднити плани й звіти."
RESULT = "Кожен бачить, коли й що ремонтують."
NAME = "Олена Коваль"
CONTACT = "olena@example.org"
#: What is typed in the quick mode, in order.
ANSWERS = (TITLE, PROBLEM, SOLUTION, RESULT, NAME, CONTACT)
#: The steps of the quick mode: what is written, or which button says it (the beginnings of callback data).
QUICK = (
    TITLE,
    PROBLEM,
    SOLUTION,
    RESULT,
    ("dt:", "pg:"),  # the first value, and on
    ("da:{}:identity:named",),
    NAME,
    CONTACT,
)


async def write(person: Person, text: str) -> ChatMessage:
    """Write, and read what comes."""
    await person.send(text)
    return await person.wait_for()


async def press(person: Person, label: str, **where: int | ChatMessage) -> ChatMessage:
    """Press a button, and read what comes."""
    return await person.read_after(person.press(label, **where))


async def click(person: Person, data: str, **where: int | ChatMessage) -> ChatMessage:
    """Press a button that may not be there (any more), and read what comes."""
    return await person.read_after(person.press(data=data, **where))


def data_of(message: ChatMessage, start: str) -> str | None:
    """The callback data of the first button whose data begin so; `{}` stands for a draft's number."""
    before, _, after = start.partition("{}")
    for row in message.buttons:
        for cell in row:
            data = (cell.data or "").removeprefix("+")
            if data.startswith(before) and after in data:
                return cell.data
    return None


async def follow(person: Person, shown: ChatMessage, start: str) -> ChatMessage:
    """Press the button whose callback data begin so; in whatever language it is labelled."""
    data = data_of(shown, start)
    assert data is not None, f"no {start} in\n{shown}"
    return await click(person, data, message=shown)


async def begin(person: Person) -> ChatMessage:
    """`/propose`: a new proposal, for no consultation, at its first step."""
    shown = await write(person, "/propose")
    if data_of(shown, "do"):
        shown = await follow(person, shown, "do")
    if data_of(shown, "db:0"):
        shown = await follow(person, shown, "db:0")
    return shown


async def draft(person: Person, *, upto: int = len(QUICK), title: str = TITLE) -> ChatMessage:
    """Begin a proposal in the quick mode and answer so many steps."""
    return await go_on(person, await begin(person), upto=upto, title=title)


async def go_on(
    person: Person, shown: ChatMessage, *, upto: int = len(QUICK), title: str = TITLE
) -> ChatMessage:
    """From the first step on, answer so many in the quick mode."""
    shown = await follow(person, shown, "dm:{}:quick")
    for step in (title, *QUICK[1:])[:upto]:
        if isinstance(step, str):
            shown = await write(person, step)
        else:
            for start in step:
                shown = await follow(person, shown, start)
    return shown


async def submit(person: Person, *, title: str = TITLE) -> ChatMessage:
    """A proposal from the first step to its receipt; in the person's language.

    The same text is not taken twice: a second proposal needs a title of its own.
    """
    preview = await draft(person, title=title)
    consent = await follow(person, preview, "pc:")
    return await follow(person, consent, "pp:")
