# Форум секретаріату: тема на кожну справу. $reference – номер пропозиції, $number – номер запитання чи блокування,
# $who – хто із секретаріату.

forum-title-question = Запитання № { $number }
forum-title-block = Блокування № { $number }
forum-state-hiding-contested = приховування оскаржено
forum-state-question-open = чекає на відповідь
forum-state-question-answered = є відповідь
forum-state-question-closed = закрито без відповіді
forum-state-block-waits = оскаржено
forum-state-block-kept = лишено в силі
forum-state-block-lifted = знято

# $command – команда без риски.
forum-way = Тут можна обговорювати: автор цього не бачить. Щоб написати авторові, надішліть <code>/{ $command }</code> і текст або відповідайте командою <code>/{ $command }</code> на повідомлення з готовим текстом. Перед надсиланням покажу, що він отримає.

forum-member = { $name }
forum-numbered = людина із секретаріату № { $number }
forum-somebody = людина із секретаріату
forum-operator = оператор бота
forum-handled =
    <b>{ $reference }: { $state }</b>
    Хто: { $who }
forum-hiding-hidden =
    <b>{ $reference }: приховано від усіх</b>
    Хто: { $who }
forum-hiding-kept =
    <b>{ $reference }: лишено прихованою</b>
    Хто: { $who }
forum-hiding-shown =
    <b>{ $reference }: показано знову</b>
    Хто: { $who }
forum-taken = <b>Справу веде { $who }</b>
forum-question-answered =
    <b>Запитання № { $number }: є відповідь</b>
    Хто: { $who }
forum-question-closed =
    <b>Запитання № { $number }: закрито без відповіді</b>
    Хто: { $who }
forum-block-kept = <b>Блокування № { $number } лишено в силі</b>
forum-block-lifted = <b>Блокування № { $number } знято</b>
# $name – номер справи.
forum-not-delivered =
    <b>Не доставлено{ $name ->
        [none] {""}
       *[other] {" "}· { $name }
    }</b>
    Автор заблокував бота або видалив акаунт. Надіслане збережено: автор побачить його, якщо повернеться.

# $what – що саме отримає автор.
forum-preview = <b>Автор отримає { $what }:</b>
forum-as-reply = відповідь на запитання № { $number }
forum-as-question = запитання щодо пропозиції { $reference }
forum-news = <b>Поки ви писали, у справі щось змінилося. Перегляньте її й підтвердьте ще раз.</b>
forum-unreachable = <b>Автор заблокував бота або видалив дані: зараз це до нього не дійде.</b>
# $writer – ім’я того, хто написав.
forum-confirm = Надіслати може лише { $writer }.
forum-sent = <b>Надіслано авторові.</b> Надсилає { $writer }:
# $what – стан справи.
forum-too-late = <b>Не надіслано.</b> Справа вже в іншому стані: { $what }.
forum-dropped = Не надіслано. Автор про це не дізнається.
forum-impossible = Звідси авторові зараз нічого не надіслати, стан справи: { $what }. Решту можна зробити в приватному чаті з ботом.
forum-impossible-here = Про це вирішують у приватному чаті з ботом.
forum-officers-only = Писати авторам можуть лише працівники секретаріату. Авторові нічого не надіслано.
forum-anonymous = Ви пишете від імені групи, тому бот не знає, хто ви. Вимкніть анонімність і спробуйте ще раз. Авторові нічого не надіслано.
forum-outside = Команда /{ $command } працює в темі справи. Надішліть її там.
forum-error-long =
    { $excess ->
        [one] <b>Відповідь задовга на { $excess } знак.</b>
        [few] <b>Відповідь задовга на { $excess } знаки.</b>
        [many] <b>Відповідь задовга на { $excess } знаків.</b>
       *[other] <b>Відповідь задовга на { $excess } знака.</b>
    } Авторові нічого не надіслано. Надішліть коротшу, найбільше { proposal-limit }.
forum-error-not-yours = Це написав хтось інший із секретаріату: надіслати чи відмовитися може лише він.

# На панелі секретаріату.
forum-advice-no-right =
    <b>Теми справ не створюються.</b> Дайте боту в групі секретаріату право керувати темами: «Адміністратори» → бот → «Керування темами».
forum-advice-plain =
    <b>Група секретаріату без тем.</b> Щоб кожна справа мала свою, увімкніть теми в налаштуваннях групи й зробіть бота адміністратором із правом керувати темами.
forum-advice-away = <b>Бота немає в групі секретаріату.</b> Додайте його, інакше сповіщень про справи ніхто не побачить.

button-forum-send = Надіслати авторові
button-forum-drop = Не надсилати
