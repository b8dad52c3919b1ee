# Люди секретаріату: ролі, запрошення, додавання й вилучення.

role-observer = спостерігач
role-officer = працівник
role-administrator = адміністратор
role-observer-text = Ви можете читати все: вхідні, пропозиції, показники, вивантаження.
role-officer-text = Ви можете відповідати на пропозиції й запитання, готувати та оприлюднювати консультації.
role-administrator-text = Ви можете все, що й працівник, а ще запрошувати людей, змінювати ролі та читати журнал дій.
roles-text =
    Спостерігач читає все. Працівник ще й відповідає та оприлюднює. Адміністратор ще й запрошує людей, змінює ролі та читає журнал дій.

members-title =
    <b>Люди секретаріату</b>
    { $count ->
        [one] Доступ має { $count } людина.
        [few] Доступ мають { $count } людини.
        [many] Доступ мають { $count } людей.
       *[other] Доступ мають { $count } людини.
    }
# $since – день словами; by-settings, якщо роль дають налаштування.
member-entry = • { $name }{ $mine ->
        [true] {" "}(ви)
       *[false] {""}
    } · { $role } · { $since ->
        [by-settings] за налаштуваннями
       *[other] з { $since }
    }
member-unnamed = ID { $id }
members-button-invitations = Відкриті запрошення: { $count }

member-title = <b>{ $name }</b>
member-role = Роль: { $role }, з { $since }
member-invited-by = Хто запросив: { $name }
member-id = ID у Telegram: <code>{ $id }</code>
member-by-settings = Цю роль дають налаштування бота (<code>OGP_BOT_ADMINS</code>). Змінити її може лише оператор.
member-confirm-removal =
    <b>Вилучити { $name } із секретаріату?</b>
    Доступ зникне одразу. Зроблене лишиться в журналі, незакінчені листи не надішлються.

button-members = Люди секретаріату
button-show-member = Показати людину
button-make-observer = Зробити спостерігачем
button-make-officer = Зробити працівником
button-make-administrator = Зробити адміністратором
button-remove-member = Вилучити людину
button-remove-member-yes = Так, вилучити
button-keep-member = Лишити як є

button-invite = Запросити людину
button-invite-observer = Запросити спостерігача
button-invite-officer = Запросити працівника
button-invite-administrator = Запросити адміністратора
button-revoke = Скасувати запрошення
invitation-button-revoke = Скасувати № { $number }
invitation-choose =
    <b>Запрошення: яка роль?</b>
    Бот створить посилання. Роль отримає той, хто відкриє його першим.
# $expires – дата й час. Посилання бот показує лише тут.
invitation-made =
    <b>Запрошення готове: { $role }</b>
    Перешліть посилання одній людині. Воно спрацює раз і діє до { $expires }. Удруге бот його не покаже.

    { $link }
invitations-title =
    { $count ->
        [one] <b>{ $count } відкрите запрошення</b>
        [few] <b>{ $count } відкриті запрошення</b>
        [many] <b>{ $count } відкритих запрошень</b>
       *[other] <b>{ $count } відкритого запрошення</b>
    }
    Загублене посилання відновити не можна: скасуйте його та створіть нове.
invitations-none =
    <b>Відкритих запрошень немає</b>
    Усі використано, скасовано, або їхній строк минув.
invitation-entry = № { $number } · { $role } · діє до { $expires }
invitation-joined =
    <b>Тепер ви в секретаріаті: { $role }</b>
invitation-kept =
    <b>Ви вже в секретаріаті: { $role }</b>
    { $is_again ->
        [true] За цим запрошенням ви й прийшли. Більше воно нікому не придасться.
       *[false] Запрошення не використано.
    }
invitation-used =
    <b>Запрошення № { $number } використано</b>
    { $name } тепер у секретаріаті: { $role }.
member-given =
    <b>Ваша роль у секретаріаті: { $role }</b>
member-removed =
    <b>Ви більше не в секретаріаті</b>
    Доступ забрано { $changed }. Якщо це помилка, зверніться до адміністратора.

# Показує й термінал, одним рядком.
member-error-unknown = <b>Цієї людини в секретаріаті немає.</b> Можливо, її вже вилучили. Погляньте на перелік людей секретаріату.
member-error-by-settings = <b>Цю роль дають налаштування.</b> Змінити її може лише оператор у <code>OGP_BOT_ADMINS</code>.
member-error-last = <b>Лишитися без адміністратора не можна.</b> Спершу дайте цю роль комусь іще.
invitation-error-unknown = <b>Запрошення не діє.</b> Попросіть того, хто його надіслав, створити нове.
invitation-error-used = <b>Запрошення вже використано.</b> Воно спрацьовує лише раз. Попросіть створити нове.
invitation-error-expired = <b>Строк запрошення минув.</b> Попросіть того, хто його надіслав, створити нове.
