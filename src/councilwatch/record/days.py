"""Days as they stand in tables and files."""

from datetime import date


def is_day(text: str) -> bool:
    """Whether a text is a day of the form YYYY-MM-DD, and of no other ISO form."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
