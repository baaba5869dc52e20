"""Dates in messages, how long ago something was, and since when a standard counts as decided."""

import calendar
from datetime import date

from qstd.model.finding import Message, message
from qstd.model.standard import Approval

_DAYS = (
    message("{day}. januar {year}"),
    message("{day}. februar {year}"),
    message("{day}. marts {year}"),
    message("{day}. april {year}"),
    message("{day}. maj {year}"),
    message("{day}. juni {year}"),
    message("{day}. juli {year}"),
    message("{day}. august {year}"),
    message("{day}. september {year}"),
    message("{day}. oktober {year}"),
    message("{day}. november {year}"),
    message("{day}. december {year}"),
)


def in_words(day: date) -> Message:
    """Return a date as people write it."""
    return Message(_DAYS[day.month - 1].text, {"day": day.day, "year": str(day.year)})


def months_before(day: date, months: int) -> date:
    """Return the day so many months earlier, or the last of its month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_after(day: date, months: int) -> date:
    """Return the day so many months later, or the last of its month where that month is shorter."""
    return months_before(day, -months)


def decided(approval: Approval | None) -> tuple[str, date] | None:
    """Return since when a standard stands, and the field that says so: its approval, or the later day from which it
    applies. A council that decides in November on the year to come has decided for that year.
    """
    if approval is None:
        return None
    known = [(name, day) for name, day in (("date", approval.date), ("effective_from", approval.effective_from)) if day]
    return max(known, key=lambda each: each[1], default=None)
