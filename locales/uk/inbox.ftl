# Секретаріат: запитання, що чекають, відповіді, показники. $number – номер запитання.

inbox-none =
    <b>Запитання людей</b>
    Жодне не чекає на відповідь.
inbox-title =
    <b>Запитань чекає: { $count }</b>
    Найдавніші спочатку. Сторінка { $page } з { $pages }.
inbox-entry = № { $number } · { $asked } · { $text }
inbox-button = № { $number } · { $text }
inbox-notice =
    <b>Нове запитання № { $number }</b>
    Передано { $asked }.
inbox-heading-open =
    <b>Запитання № { $number } · чекає</b>
    Передано { $asked }, { $language ->
        [uk] українською
        [en] англійською
       *[other] мовою { $language }
    }
inbox-heading-answered =
    <b>Запитання № { $number } · є відповідь</b>
    Передано { $asked }, відповідь надіслано { $settled }. Запитання { $language ->
        [uk] українською
        [en] англійською
       *[other] мовою { $language }
    }
inbox-heading-closed =
    <b>Запитання № { $number } · закрите</b>
    Передано { $asked }, закрито { $settled }. Запитання { $language ->
        [uk] українською
        [en] англійською
       *[other] мовою { $language }
    }
inbox-question-text = «{ $text }»
inbox-erased = Текст стерто: людина видалила свої дані.
inbox-others =
    { $count ->
        [one] Відповідь уже пише { $count } ваш колега.
        [few] Відповідь уже пишуть { $count } ваші колеги.
        [many] Відповідь уже пишуть { $count } ваших колег.
       *[other] Відповідь уже пише { $count } вашого колеги.
    }
inbox-unreachable = Людина заблокувала бота: відповідь до неї зараз не дійде.
inbox-confirm-closing =
    <b>Закрити запитання № { $number } без відповіді?</b>
    «{ $text }»
    Відкрити його знову не можна.
inbox-closed =
    <b>Запитання № { $number } закрито без відповіді</b>
    Людина побачить це, якщо відкриє своє запитання.
inbox-reply-sent =
    <b>Відповідь на запитання № { $number } надіслано</b>
    З неї можна зробити чернетку для матеріалів бота.
inbox-colleague-first =
    <b>Запитання № { $number } вже не чекає</b>
    { $answered ->
        [true] Колега відповів { $settled }.
       *[other] Колега закрив його { $settled }.
    } Вашу відповідь не надіслано.
inbox-asker-gone =
    <b>Запитання № { $number } вже не чекає</b>
    Людина видалила свої дані: відповідати нікому.

entry-done =
    <b>Чернетка для матеріалів, запитання № { $number }</b>
    Додайте частини файлу в названі файли й заповніть те, чого бракує. Що лишилося, покаже <code>ogp-bot content check</code>.
# Коментарі у файлі YAML.
entry-about =
    Чернетка відповіді із запитання № { $number }. Кожну частину додайте в кінець названого над нею файлу.
    Назви ENTITY, ATTRIBUTE, SOURCE і порожні тексти заповніть: ogp-bot content check на них укаже.
entry-neutral =
    entity – про що відповідь (entities.yaml), attribute – що саме питають (attributes.yaml),
    sources – звідки відомо (sources.yaml), as_of – станом на коли.
entry-texts =
    title – заголовок до 100 знаків, fact – сам факт до 700, details – до трьох речень (можна без них),
    variants – з десяток способів, якими про це питають, цією мовою.

statistics-text =
    { $days ->
        [one] <b>Показники за { $days } день</b>
        [few] <b>Показники за { $days } дні</b>
        [many] <b>Показники за { $days } днів</b>
       *[other] <b>Показники за { $days } дня</b>
    }
    Запитань: { $asked }
    • з відповіддю: { $answered }
    • з уточненням: { $offered }
    • без відповіді: { $abstained }
    Передано секретаріату: { $handed }, з відповіддю: { $replied }
    Чекає зараз: { $waiting }
    Відповідь допомогла: { $helpful }, не допомогла: { $unhelpful }
statistics-unanswered = <b>Без відповіді, найчастіші</b>
statistics-unanswered-entry = { $count } · { $text }
