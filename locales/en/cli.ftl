# The command line, for the operator: help (with an example), one line on success, one line on an error.

cli-help = A bot for taking part in the Open Government Partnership: running it, questions, consultations, proposals, data.
cli-json = Print the data as JSON.
cli-file-error = The file cannot be read or written ({ $reason }): { $path }
cli-file-exists = The file { $path } is there already; give another name.
cli-not-utf8 = this is not text in UTF-8
# $wants is one of the texts setting-wants-*.
cli-setting-invalid = { $name }: { $wants }

cli-run-help =
    Run the bot: by polling Telegram, or by webhook where OGP_BOT_WEBHOOK_URL is set.

    Example: OGP_BOT_TOKEN=123456789:ABC ogp-bot run
cli-run-or-sandbox = Without a token, run the sandbox.
cli-sandbox-help =
    Run the bot in the sandbox, without Telegram and without a token; its data lie in data/sandbox.sqlite3.

    Example: ogp-bot sandbox --port 8081
cli-sandbox-port = Port of the sandbox’s page; a free one is taken where it is busy.
cli-sandbox-ready = Sandbox: { $url }

cli-ask-help =
    Answer a question from the bot’s materials.

    Example: ogp-bot ask 'When was the fourth action plan approved?' --lang en
cli-ask-question = The question, in quotes.
cli-ask-lang = Language of question and answer: uk, en.
cli-ask-batch = Read questions from standard input (JSON Lines: id, text, lang) and write a line of JSON for each.
cli-ask-nothing = give a question in quotes, or --batch
cli-ask-bad-line = Line { $line }: a JSON object with the field text is needed.
cli-ask-intent = Action in the bot: { $intent }
cli-ask-candidates = Perhaps one of these:
cli-ask-unknown = This is not in the confirmed materials.

cli-consultations-help = Consultations: take them from a file, schedule, publish, close, withdraw, announce the results.
cli-slug = The consultation’s short name (slug).
cli-consultations-file = A YAML file with one consultation or a list.
cli-consultations-import-help =
    Take consultations from a file as drafts: all of them or none. A draft of the same short name is replaced.

    Example: ogp-bot consultations import consultations.yaml

    Fields, * is required: slug* (short name), kind (call or remarks), opens and closes* (YYYY-MM-DD or YYYY-MM-DD HH:MM), url (the notice), topics and regions (lists of ids), documents (a list of title and url), and texts by language (uk, en): title*, summary*, authority, affected, consequences, ways.
cli-consultations-imported = Took in the draft { $slug }
cli-consultations-publish-help =
    Publish a draft and alert every subscriber. No alert is sent a second time.

    Example: ogp-bot consultations publish open-data-roads
cli-consultations-published = { $slug }: published; recipients of the alert: { $count }
cli-consultations-schedule-help =
    Let a consultation open by itself at a time. Its alerts leave then.

    Example: ogp-bot consultations schedule open-data-roads --at "2026-12-01 09:00"
cli-consultations-at = When to open it, in the bot’s time zone: YYYY-MM-DD or YYYY-MM-DD HH:MM.
cli-consultations-scheduled = { $slug } opens { $opens }
cli-consultations-reason = Why: everybody who gets the message reads this.
cli-consultations-close-help =
    Close a consultation before its deadline. Those who were told of its opening hear of it.

    Example: ogp-bot consultations close open-data-roads --reason "Enough proposals have come"
cli-consultations-withdraw-help =
    Withdraw a consultation. Those who were told of its opening hear of it.

    Example: ogp-bot consultations withdraw open-data-roads --reason "A mistake in the draft"
cli-consultations-results-help =
    Publish the results of a closed consultation. Every proposal in it must have its response.

    Example: ogp-bot consultations results open-data-roads
cli-consultations-closed = { $slug }: closed; recipients of the alert: { $count }
cli-consultations-withdrawn = { $slug }: withdrawn; recipients of the alert: { $count }
cli-consultations-answered = { $slug }: results published; recipients of the alert: { $count }
cli-consultations-list-help =
    List all consultations.

    Example: ogp-bot consultations list --json
cli-consultations-show-help =
    Show one consultation.

    Example: ogp-bot consultations show open-data-roads

# $wants is one of the texts import-wants-*.
cli-import-problem = { $file }:{ $line }: { $field }: { $wants }
import-wants-yaml = this is not well-formed YAML: check colons, quotes, brackets and indents here
import-wants-yaml-twice = this key stands twice; keep one
import-wants-yaml-key = wants a plain word as a key, without brackets or lists
import-wants-yaml-alias = wants the value written out, without an alias (*)
import-wants-yaml-deep = wants at most 32 levels of nesting
import-wants-yaml-large = the file is too large: at most 256 KiB
import-wants-consultations = wants a consultation (fields slug, closes, title, summary) or a list of them
import-wants-no-such-field = there is no such field; possible: slug, kind, opens, closes, url, topics, regions, documents, title, summary, authority, affected, consequences, ways
import-wants-slug = wants 1–60 characters: Latin letters, digits, - and _
import-wants-slug-once = this name already stands above in the file
import-wants-kind = wants call (for proposals) or remarks
import-wants-closes = wants a date YYYY-MM-DD or a date and time YYYY-MM-DD HH:MM
import-wants-future = wants a date in the future
import-wants-url = wants an address with https:// or http:// and a full host name, like https://www.kmu.gov.ua, up to 500 characters
import-wants-title = wants a title for each language, 1–200 characters, with a letter or a digit
import-wants-summary = wants a summary for each language, 1–2000 characters, with a letter or a digit
import-wants-language = this language is not among those of the content (content.yaml)
import-wants-same-languages = title and summary must be in the same languages
import-wants-opens = wants a date YYYY-MM-DD or a date and time YYYY-MM-DD HH:MM
import-wants-after-opens = the deadline must come after opens
import-wants-topics = the content has no such topic (topics.yaml)
import-wants-regions = the content has no such region (regions.yaml)
import-wants-documents = wants a list of up to 10 documents, each with title (up to 150 characters) and url
import-wants-authority = wants the authority’s name in the language, 1–300 characters, with a letter or digit
import-wants-affected = wants a text in the language, 1–600 characters, with a letter or digit
import-wants-consequences = wants a text in the language, 1–600 characters, with a letter or digit
import-wants-ways = wants a text in the language, 1–600 characters, with a letter or digit
import-wants-title-first = there is no title and summary in this language; add them or take this field out

cli-proposals-help = Proposals: list, decide, assign, hide, enter, export, verify the record.
cli-reference = The proposal’s reference, like UA-2026-0042.
cli-proposals-list-help =
    List all proposals.

    Example: ogp-bot proposals list --json
cli-proposals-show-help =
    Show one proposal.

    Example: ogp-bot proposals show UA-2026-0042
cli-proposals-export-help =
    Export proposals as a table. The cursor for the next --after is printed on stderr.

    Example: ogp-bot proposals export --format csv --out proposals.csv
cli-proposals-attachments-help =
    Write the files attached to proposals as one ZIP archive, with a list of them in manifest.csv.

    Example: ogp-bot proposals attachments --out attachments.zip --status accepted
cli-export-format = File format.
cli-export-out = The file to write; standard output without it.
cli-export-status = Only those in this state; may be repeated.
cli-export-consultation = Only those for this consultation (slug).
cli-export-since = Only those sent or changed since: an ISO 8601 date, or date and time.
cli-export-after = Only what is new or changed after this cursor.
cli-export-bad-since = wants an ISO 8601 date, or date and time, like 2026-11-23 or 2026-11-23T18:00
cli-export-lang = Language of explanations in XLSX; the bot’s own without it.
cli-export-bad-lang = wants one of: { $languages }
cli-export-working = Writing
cli-attachments-out = The ZIP archive to write.
cli-attachments-written =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    } in { $path }{ $missing ->
        [0] .
        [one] ; { $missing } is no longer on the disk: manifest.csv names it.
       *[other] ; { $missing } are no longer on the disk: manifest.csv names them.
    }

cli-column-reference = Reference
cli-column-slug = Short name
cli-column-state = State
cli-column-closes = Closes
cli-column-submitted = Sent
cli-column-updated = Changed
cli-column-consultation = Consultation
cli-column-title = Title
cli-column-problem = Problem
cli-column-solution = Solution
cli-column-contact = Contact
cli-column-language = Language
cli-column-reply-by = Reply by
cli-column-expected-result = Expected result
cli-column-values = Values
cli-column-sdg = Sustainable Development Goal
cli-column-region = Region
cli-column-topic = Topic
cli-column-responsible-body = Responsible body
cli-column-partners = Partners
cli-column-time-frame = Time frame
cli-column-indicator = Indicator
cli-column-identity = Author is
cli-column-author-name = Author’s name
cli-column-endorsements = Support
cli-column-response = Response
cli-column-responded = Responded
cli-column-commitment = Commitment
cli-column-hidden = Hidden
cli-column-version = Version
cli-column-content-hash = Fingerprint

cli-content-help = The bot’s content: check it.
cli-content-check-help =
    Check the content: show every fault with file and line.

    Example: ogp-bot content check
cli-content-fine =
    { $entries ->
        [one] The content is sound: { $entries } answer
       *[other] The content is sound: { $entries } answers
    }{ $languages ->
        [one] , { $languages } language
       *[other] , { $languages } languages
    }

# What content wants, after its file and line. $name is the id in question.
cli-content-problem = { $file }:{ $line }: { $wants }
cli-content-warning = { $file }:{ $line }: (a hint) { $wants }
cli-content-wants-file = the file is missing
cli-content-wants-utf8 = wants text in UTF-8
cli-content-wants-yaml = wants well-formed YAML at { $name }: check colons, quotes, brackets and indents
cli-content-wants-key = { $name }: wants a plain word as a key, without brackets or lists
cli-content-wants-alias = { $name } wants the value written out, without an alias (*)
cli-content-wants-deep = { $name }: wants at most 32 levels of nesting
cli-content-wants-large = the file is too large: at most 256 KiB
cli-content-wants-items = wants a list of “id: fields”
cli-content-wants-fields = { $name } wants fields
cli-content-wants-twice = { $name } stands twice; keep one
cli-content-wants-once = { $name } is already described at { $first }; keep one
cli-content-wants-neutral = { $name } is unknown: add it to knowledge/{ $noun }.yaml or remove it here
cli-content-wants-translation = { $name } wants a text in this language: { $language }
cli-content-wants-field = { $field } is missing
cli-content-wants-no-such-field = there is no such field: { $field }
cli-content-wants-some = { $field } must not be empty
cli-content-wants-shorter = { $field } wants at most { $most } characters
cli-content-wants-date = { $field } wants a year, a month or a day of the calendar: 2026, 2026-11 or 2026-11-23
cli-content-wants-url = { $field } wants an address that begins with https:// or http://
cli-content-wants-code = { $field } wants 2–10 capital Latin letters
cli-content-wants-id = the id wants 1–60 characters: Latin letters, digits, - and _
cli-content-wants-value = { $field } cannot be read: { $reason }
cli-content-wants-period = { $field } ends before it begins
cli-content-wants-entity = { $field }: no entity is called { $name }
cli-content-wants-attribute = { $field }: no attribute is called { $name }
cli-content-wants-source = { $field }: no source is called { $name }
cli-content-wants-entry = { $field }: no entry is called { $name }
cli-content-wants-slot = { $name } answers the same question as { $other }: the entity and the attribute are the same
cli-content-wants-ordinal = { $name } has the same number in the row as { $other }
cli-content-wants-circle = { $name } is a part of itself
cli-content-wants-self = { $name } must not lead to itself
cli-content-wants-plan = { $field }: { $name } is no plan; its kind must be plan
cli-content-wants-code-twice = { $name } has the same code as { $other } of the same plan
cli-content-wants-no-contact = there is no { $name }: /contact will say that the secretariat’s contacts are not known
cli-content-wants-no-variants = { $name } has no variants; search will hardly find it
cli-content-wants-words = a variant of { $name } has no words
cli-content-wants-variant = the variant “{ $variant }” already leads to { $other } at { $place }
cli-content-wants-fact = the fact wants entries that state it
cli-content-wants-unused = { $name } is used nowhere
cli-content-wants-language = there are texts in { $language }, which is not among the languages
cli-content-wants-no-such-list = there is no such list: { $name }; there are: { $known }
cli-content-wants-list-text = { $name } wants words in one line of text
cli-content-wants-list-list = { $name } wants a list
cli-content-wants-list-fields = { $name } wants “name: list”
cli-content-wants-weight = { $name } wants to be a number, such as -1.5
cli-content-wants-numbers = { $name } wants to be a number with a list of words
cli-content-wants-intent = there is no such action: { $name }; there are, each with a list: { $known }
cli-content-wants-group = there is no such group of words: { $name }; there are, each a text: { $known }
cli-content-wants-dictionary = no dictionary of this language is installed: { $name }
cli-content-wants-text-broken = the text cannot be read: { $reason }
cli-content-wants-text-unknown = the bot has no text { $name }
cli-content-wants-text-variables = { $name } wants exactly these variables: { $wanted }
cli-content-wants-text-missing = { $name } is missing in this language
cli-content-wants-text-long = { $name } has { $length } characters; at most { $most } fit
cli-content-wants-untranslated = the bot has no texts in { $language }; put { $language }/*.ftl into the content’s folder
cli-content-wants-overlong = the answer { $name } has { $length } characters on screen; at most { $most } fit
cli-content-wants-callback = the id { $name } is too long for a button: { $length } characters, and it must fit { $most } bytes with what the bot adds
cli-content-wants-operator = the content does not suit the setting { $name }
cli-content-wants-search = search cannot be built: { $reason }

cli-people-help = Personal data and blocks: hand out a copy, erase, block, unblock.
cli-person-id = The person’s number (ID) in Telegram.
cli-people-export-help =
    Print everything that the bot keeps about a person, as JSON.

    Example: ogp-bot people export 123456789
cli-people-erase-help =
    Erase a person from every table. This cannot be undone.

    Example: ogp-bot people erase 123456789 --with-proposals
cli-erase-with-proposals = Withdraw and erase proposals without a decision too.
cli-person-unknown = The database has no person with the number { $id }.
cli-person-erased = The data of the person with the number { $id } are erased.

cli-stats-help =
    Figures of the last days: questions, answers, what was passed on, the most frequent questions without an answer.

    Example: ogp-bot stats --days 7 --json
cli-stats-days = Of how many days, today included.

cli-backup-help =
    Make a complete copy of the database while the bot runs.

    Example: ogp-bot backup backup.sqlite3
cli-backup-file = The file to write; it must not be there yet.
cli-backed-up = Copy written: { $path }
cli-doctor-help =
    Look at each part of the bot and say what is wrong and what to do.

    Example: ogp-bot doctor --json
cli-restore-help =
    Restore the database from a copy that backup has made. Stop the bot first; the present database is kept beside it.

    Example: ogp-bot restore backup.sqlite3
cli-restore-file = The copy of the database.
cli-restore-yes = Do not ask: for scripts.
cli-restore-itself = { $path } is the database itself; name a copy.
cli-restore-what = The copy { $file } takes the place of the database { $path }. Whatever has happened since it was made goes from it.
cli-restore-unknown = The present database is not there or cannot be read. What people have erased or withdrawn since comes back: erase it again with people erase.
cli-restore-lost =
    { $count ->
        [one] { $count } proposal has come since: it will be gone, and another will get its number.
       *[other] { $count } proposals have come since: they will be gone, and others will get their numbers.
    }
cli-restore-erased =
    { $count ->
        [one] { $count } person has erased their data since: they are erased in the copy as well.
       *[other] { $count } people have erased their data since: they are erased in the copy as well.
    }
cli-restore-withdrawn =
    { $count ->
        [one] { $count } proposal was withdrawn since: it is withdrawn in the copy as well.
       *[other] { $count } proposals were withdrawn since: they are withdrawn in the copy as well.
    }
cli-restore-ask = Nothing was changed: to restore without a terminal, add --yes.
cli-restore-sure = Restore?
cli-restored = The database is restored: { $path }
cli-restore-kept = The database before: { $path } (the bot deletes it after 30 days)
cli-restore-not-compared = The database before has another schema: who has unsubscribed or lost a role since, and what was sent, is not carried over.
cli-restore-missing =
    { $count ->
        [one] { $count } file that the database names is not there; put the folder of files back:
       *[other] { $count } files that the database names are not there; put the folder of files back:
    }
cli-migrate-help =
    Bring the database’s schema up to date; a copy is made first.

    Example: ogp-bot migrate
cli-migrated = The database is up to date: { $path }

# What a setting wants; stands after its name.
setting-wants-token = wants the bot’s token from @BotFather, like 123456789:ABC…; without one, use ogp-bot sandbox
setting-wants-api-url = wants the address of a Bot API server, like https://api.telegram.org
setting-wants-database = wants the path of an SQLite file, like data/bot.sqlite3
setting-wants-admins = wants Telegram user IDs, comma-separated: whole numbers above 0
setting-wants-staff-chat = wants the ID of the secretariat’s chat, a whole number
setting-wants-language = wants a language code, like uk
setting-wants-timezone = wants the name of a time zone, like Europe/Kyiv
setting-wants-rate = wants a whole number of messages a second from 1 to 1000
setting-wants-reply-working-days = wants a whole number of working days from 1 to 250
setting-wants-warn-working-days = wants a whole number of working days from 0 to 60
setting-wants-holidays = wants dates with commas between, like 2027-01-01,2027-03-08
setting-wants-proposals-a-day = wants a whole number of proposals from 1 to 1000
setting-wants-staff-digest = wants hours and minutes, like 08:30
setting-wants-content = wants a folder with the file content.yaml
setting-wants-webhook-url = wants an address that begins with https:// and whose path is neither /healthz nor /metrics
setting-wants-webhook-secret = wants 1–256 characters: Latin letters, digits, - and _
setting-wants-listen = wants a host and a port, like 127.0.0.1:8080
setting-error-token = OGP_BOT_TOKEN: Telegram does not accept this token; get a valid one from @BotFather.
setting-error-listen = OGP_BOT_LISTEN: the address { $address } is taken or not available; give another.

cli-commitments-help = Commitments of the action plans: look at them, state their progress.
cli-commitments-list-help =
    List the commitments of all plans, or of one.

    Example: ogp-bot commitments list --plan plan-6 --json
cli-commitments-show-help =
    Show a commitment: its status, what was said before, the proposals it grew out of.

    Example: ogp-bot commitments show UA0101
cli-commitments-status-help =
    State how far a commitment is carried out; authors and supporters hear of it.

    Example: ogp-bot commitments status UA0101 limited --note 'The pilot runs.' --link https://example.org
cli-commitments-name = Id or code of the commitment.
cli-commitments-plan = Only the commitments of this plan.
cli-commitments-level = Level of completion.
cli-commitments-note = The explanation that everybody can read.
cli-commitments-link = The page that shows it.
cli-commitments-no-plan = The content has no plan { $name }; which there are: ogp-bot commitments list
cli-commitments-bad-link = The address must begin with https:// or http://
cli-commitments-stated =
    { $name }: { $status }. { $count ->
        [0] There is nobody to alert.
       *[other] Recipients of the alert: { $count }.
    }
cli-column-id = Id
cli-column-plan = Plan
cli-column-code = Code
cli-column-status = Status
cli-column-changed = Stated
cli-column-bodies = Responsible
cli-column-proposals = Proposals

cli-staff-help = The secretariat’s people: who has access, and with which role.
cli-staff-role = The role: an observer reads, an officer also answers and publishes, an administrator also looks after people.
cli-staff-hours = For how many hours the invitation can be used, at most 720.
cli-staff-list-help =
    Show who has access.

    Example: ogp-bot staff list --json
cli-staff-add-help =
    Give somebody a role, or another one. It counts at once, also while the bot runs.

    Example: ogp-bot staff add 123456789 --role officer
cli-staff-remove-help =
    Take somebody’s role away. It counts at once, also while the bot runs.

    Example: ogp-bot staff remove 123456789
cli-staff-invite-help =
    Make a one-time link that gives a role to whoever opens it first.

    Example: ogp-bot staff invite --role observer --hours 24
cli-staff-invitations-help =
    Show the invitations that can still be used. Their links are kept nowhere.

    Example: ogp-bot staff invitations --json
cli-staff-revoke-help =
    Take back an invitation that nobody has used.

    Example: ogp-bot staff revoke 3
cli-staff-number = The invitation’s number: ogp-bot staff invitations
cli-staff-revoked = Invitation No. { $id }: taken back
cli-staff-not-revoked = Invitation No. { $id } was used or taken back before.
cli-staff-added = { $id }: { $role }
cli-staff-removed = { $id }: access removed
# The link stands in a line of its own before this.
cli-staff-invited =
    { $hours ->
        [one] Role: { $role }. The invitation can be used for { $hours } hour, once, and cannot be shown again.
       *[other] Role: { $role }. The invitation can be used for { $hours } hours, once, and cannot be shown again.
    }
# The bot’s name is not known: there is no token, or Telegram does not answer.
cli-staff-start = Send this to the bot: /start { $payload }
cli-audit-help =
    The log of the secretariat’s actions, the newest first.

    Example: ogp-bot audit --noun proposal --since 2026-12-01 --json
cli-audit-who = Only what the person with this number (ID) in Telegram has done.
cli-audit-verb = Only this action.
cli-audit-noun = Only what was done to this.
cli-audit-subject = Only this number, code or name: UA-2026-0001.
cli-audit-limit = How many lines at most.
cli-audit-nobody = The person with the number { $id } has done nothing for the secretariat yet.
cli-column-expires = Expires
cli-column-role = Role
cli-column-name = Name
cli-column-at = When
cli-column-who = Who
cli-column-what = What

cli-references = The proposals’ references, like UA-2026-0001.
cli-list-topic = Only about this topic (an id of the content).
cli-list-region = Only about this region (an id of the content).
cli-list-overdue = Only overdue ones.
cli-list-unassigned = Only those that nobody has taken.
cli-list-words = Only those with these words, in any form.
cli-column-late-since = Late since
cli-case-person = The person’s number (ID) in Telegram.
cli-case-text = What to note: only the secretariat reads it.
cli-case-assigned = { $reference } was given to { $person }
cli-case-released = { $reference } was released
cli-case-noted = { $reference }: the note is saved
cli-proposals-assign-help =
    Give a proposal to a member of the secretariat.
    Example: ogp-bot proposals assign UA-2026-0001 123456789
cli-proposals-release-help =
    Release a proposal, so that anybody may take it.
    Example: ogp-bot proposals release UA-2026-0001
cli-proposals-note-help =
    Write a note on a proposal: only the secretariat reads it.
    Example: ogp-bot proposals note UA-2026-0001 --text 'We have telephoned.'
cli-consultations-missing = { $said } { $references }
