# Дайджест: новини одним повідомленням. $link – адреса, $closes – дата й час, $left – готові слова.

digest-title-at-once = <b>Що нового за цей час</b>
digest-title-daily = <b>Новини за день</b>
digest-title-weekly = <b>Новини за тиждень</b>
digest-opened = <b>Нові консультації</b>
digest-closing = <b>Скоро закриються</b>
digest-changed = <b>Зміни</b>
digest-results = <b>Результати</b>
digest-commitments = <b>Виконання зобов’язань</b>
digest-entry = • <a href="{ $link }">{ $title }</a>: до { $closes }, { $left }
digest-entry-over = • <a href="{ $link }">{ $title }</a>: долучитися вже не можна
# $what – готові слова: що змінилося.
digest-what = – { $what }
digest-entry-results = • <a href="{ $link }">{ $title }</a>: результати оголошено
digest-entry-commitment = • { $name }: { $status }. { $note }
digest-more =
    { $count ->
        [one] І ще { $count } новина: її видно в переліку.
        [few] І ще { $count } новини: їх видно в переліку.
        [many] І ще { $count } новин: їх видно в переліку.
       *[other] І ще { $count } новини: їх видно в переліку.
    }
