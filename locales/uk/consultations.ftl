# Консультації: перелік, одна консультація, сповіщення про нову. $closes – дата й час, $left – готові слова
# («залишилося 3 дні», «останній день»).

consultations-title = <b>Відкриті консультації</b>
consultations-none =
    <b>Відкриті консультації</b>
    Зараз відкритих консультацій немає. Пропозицію можна надіслати й без консультації, будь-коли.
    Щоб дізнатися про нову одразу, увімкніть сповіщення.
consultations-entry =
    <b>{ $title }</b>
    До { $closes } ({ $left })

consultation-kind-call = <b>Консультація</b> · збір пропозицій
consultation-kind-remarks = <b>Консультація</b> · зауваження до проєкту
consultation-alert-call = <b>Нова консультація</b> · збір пропозицій
consultation-alert-remarks = <b>Нова консультація</b> · зауваження до проєкту
consultation-heading = <b>{ $title }</b>
consultation-summary = { $summary }
# $language – мова, якою текст є.
consultation-other-language =
    { $language ->
        [uk] <i>Цей текст є лише українською.</i>
        [en] <i>Цей текст є лише англійською.</i>
       *[other] <i>Цього тексту вашою мовою немає.</i>
    }
consultation-open = Долучитися можна до <b>{ $closes }</b>: { $left }.
consultation-over = Долучитися вже не можна. Строк участі – до { $closes }.

consultation-error-closed =
    <b>Консультацію закрито</b>
    Вона більше не приймає пропозицій. Погляньте на ті, що відкриті зараз, або надішліть пропозицію без консультації: /propose
consultation-error-unknown =
    <b>Консультації не знайдено</b>
    Можливо, посилання застаріло або в ньому помилка. Погляньте на ті, що відкриті зараз.
