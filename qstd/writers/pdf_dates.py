"""The dates in a PDF: those of the document, never the clock's."""

from datetime import UTC, datetime

# An attachment must have a date, and to Typst every PDF for the archive. Where the document has none it is this one.
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def day(date: str) -> datetime:
    """Return the beginning of a day; of one that is the same every time where there is no date."""
    try:
        return datetime.fromisoformat(date).replace(tzinfo=UTC)
    except ValueError:
        return _NO_DATE
