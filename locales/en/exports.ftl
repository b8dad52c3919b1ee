# Exports: the choice in the chat, captions of files, sheets of the Excel workbook, errors.

export-choose =
    <b>Export of proposals</b>
    Choose what to export. The format comes next.
export-button-all = All ({ $count })
export-button-waiting = Undecided ({ $count })
export-button-decided = Decided ({ $count })
export-button-week = Changed in 7 days ({ $count })
export-button-month = Changed in 30 days ({ $count })
export-button-consultation = For a consultation ({ $count })
export-button-one = { $title } ({ $count })
export-choose-consultation =
    <b>Export by consultation</b>
    Choose a consultation. In brackets: how many proposals have come for it.
export-choose-form =
    <b>Export: format</b>
    What: { $scope }
    Proposals: { $proposals }
    { $files ->
        [0] No files are attached to them.
       *[other] Files attached to them: { $files } ({ $size })
    }
export-form-hint =
    XLSX is an Excel table with a dictionary of its columns. CSV and JSON are for other programs. ZIP has the files that authors have attached.
export-for-observers =
    An observer gets the table without contacts and without names that authors have not published, and the files of public proposals only.

export-working =
    <b>Preparing the file</b>
    { $total ->
        [0] What: { $scope }
       *[other] { $done } of { $total } written. What: { $scope }
    }
    The file will arrive here by itself; meanwhile you can go on in another chat.
export-packing =
    <b>Preparing the file</b>
    All { $total } written. Putting the file together and sending it.
    What: { $scope }
export-toast = Preparing the file

export-done =
    { $count ->
        [one] <b>{ $count } proposal in the file</b>
       *[other] <b>{ $count } proposals in the file</b>
    }
    What: { $scope }
    As of { $made }
export-has-contacts = The table has the authors’ contacts: pass it on only where needed.
export-has-formulas = An apostrophe stands before a “+”, “=”, “-” or “@” that begins a text: it cannot become a formula.
export-archive-done =
    { $count ->
        [one] <b>{ $count } file in the archive</b>
       *[other] <b>{ $count } files in the archive</b>
    }
    What: { $scope }
    As of { $made }
export-archive-part = Archive { $number } of { $total }. Each opens by itself and has its own list, manifest.csv.
export-archive-missing =
    { $count ->
        [one] { $count } file is no longer on the disk: manifest.csv names it.
       *[other] { $count } files are no longer on the disk: manifest.csv names them.
    }
export-archive-caution = The files may contain personal data: pass the archive on only where needed.
export-none =
    <b>Export of proposals</b>
    There is nothing here: { $scope }. Choose something else.
export-no-consultations = nothing has been sent for any consultation yet
export-no-files =
    <b>Export of files</b>
    No files are attached to these proposals: { $scope }. The proposals themselves can be exported as a table.

# What is in the file; stands both in the caption and on the sheet about the file.
export-scope-all = all proposals
export-scope-consultation = consultation { $slug }
export-scope-states = in the states: { $states }
export-scope-since = sent or changed since { $since }
export-scope-after = new and changed after cursor { $cursor }

# The Excel workbook. The name of a sheet has at most 28 characters, without [ ] : * ? / \
export-sheet-proposals = Proposals
export-sheet-dictionary = Dictionary
export-sheet-about = About
export-sheet-rest = Long texts
export-heading-column = Column
export-heading-meaning = Meaning
export-heading-kind = Type
export-heading-values = Possible values
export-heading-reference = Proposal
export-heading-part = Part
export-heading-text = Text
export-cell-continued = [the whole text: sheet “Long texts”, row { $row }]
export-kind-text = text
export-kind-code = code
export-kind-number = number
export-kind-list = list, separated by semicolons
export-kind-time = date and time ({ $zone })
export-about-scope = What is in the file
export-about-count = Proposals
export-about-made = As of
export-about-zone = Time zone
export-about-cursor = Cursor
export-about-contacts = Personal data
export-about-formulas = Formulas
export-about-long = Long texts
export-contacts =
    { $shown ->
        [true] The table has the names and contacts of authors who have given them. Pass the file on only where needed.
       *[false] Without contacts; names are only those that authors have published.
    }
export-formulas = No cell is a formula. An apostrophe stands before a sign that would begin one.
export-long = A cell holds { $longest } characters, a sheet { $rows } rows. A longer text stands whole on the sheet “Long texts”, further rows on the next sheet.

export-column-reference = The number by which the proposal is known
export-column-status = Where it stands
export-column-submitted-at = When it was sent
export-column-updated-at = When its author or the secretariat last changed it
export-column-consultation = Code of the consultation; empty if it was sent outside of one
export-column-title = Title
export-column-problem = The problem that is described
export-column-solution = What is proposed
export-column-expected-result = The result that is expected
export-column-values = OGP values that the proposal serves
export-column-sdg = Number of the Sustainable Development Goal
export-column-region = Region; empty for the whole country
export-column-topic = Topic
export-column-responsible-body = Who is to carry it out, as the author sees it
export-column-partners = Who could help
export-column-time-frame = When it is to be done
export-column-indicator = How the result will be seen
export-column-language = The author’s language
export-column-named = Whether the author has given a name
export-column-author-name = The author’s name; empty if not given, or not for you to see
export-column-author-contact = The author’s contact; empty if not given, or not for you to see
export-column-attachments = Names of the files that the author has attached
export-column-endorsements = How many people support it
export-column-response = The secretariat’s reasoned response
export-column-responded-at = When it was given
export-column-responded-by = Telegram ID of whoever has given it; empty for the operator
export-column-commitment = Code of the commitment that the proposal has become
export-column-content-hash = SHA-256 of the text and files of the last version

# Errors: in one line, the terminal shows them too.
export-error-disk = <b>The file has not been written.</b> The disk is full or fails ({ $reason }). Nothing else has changed: try again once there is room.
export-error-large = <b>The file is too large for Telegram.</b> It has { $size } MB, and a bot can send { $most }. Choose less, or have the operator export everything with <code>ogp-bot proposals export</code> and <code>ogp-bot proposals attachments</code>.
export-error-refused = <b>Telegram has not taken the file.</b> It is deleted already, the proposals are all there. Try again or choose less; the operator can export everything with <code>ogp-bot proposals export</code>.
