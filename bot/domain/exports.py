"""Which forms proposals are handed out in, and the columns of the table."""

from enum import StrEnum


class ExportFormat(StrEnum):
    """A file format."""

    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


#: Fixed, in this order: analysts' spreadsheets and scripts rely on it. What is not there is empty.
COLUMNS = (
    "reference", "status", "submitted_at", "updated_at", "consultation", "title", "problem", "solution",
    "expected_result", "values", "sdg", "region", "topic", "responsible_body", "partners", "time_frame",
    "indicator", "language", "named", "author_name", "author_contact", "attachments", "endorsements",
    "response", "responded_at", "responded_by", "commitment", "content_hash",
)  # fmt: skip
