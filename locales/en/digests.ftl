# A digest: news in one message. $link is an address, $closes a moment, $left words that are ready.

digest-title-at-once = <b>What is new since then</b>
digest-title-daily = <b>News of the day</b>
digest-title-weekly = <b>News of the week</b>
digest-opened = <b>New consultations</b>
digest-closing = <b>Closing soon</b>
digest-changed = <b>Changes</b>
digest-results = <b>Results</b>
digest-commitments = <b>Progress of commitments</b>
digest-entry = • <a href="{ $link }">{ $title }</a>: until { $closes }, { $left }
digest-entry-over = • <a href="{ $link }">{ $title }</a>: you can no longer take part
# $what is words: what has changed.
digest-what = – { $what }
digest-entry-results = • <a href="{ $link }">{ $title }</a>: results are published
digest-entry-commitment = • { $name }: { $status }. { $note }
digest-more = And { $count } more: see the list.
