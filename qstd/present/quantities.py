"""Numbers, times, dates and lists as people write them: "7 dage", "Hver 6. måned", "1.105 kr. pr. måned"."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from qstd.language import translator
from qstd.present.typography import NBSP

N_ = str  # marks a Danish text that is translated where it is shown

_COUNTED = {
    "minute": (N_("1 minut"), N_("{count} minutter")),
    "hour": (N_("1 time"), N_("{count} timer")),
    "day": (N_("1 dag"), N_("{count} dage")),
    "working_day": (N_("1 hverdag"), N_("{count} hverdage")),
    "calendar_day": (N_("1 kalenderdag"), N_("{count} kalenderdage")),
    "week": (N_("1 uge"), N_("{count} uger")),
    "month": (N_("1 måned"), N_("{count} måneder")),
    "year": (N_("1 år"), N_("{count} år")),
    "time": (N_("1 gang"), N_("{count} gange")),
    "meal": (N_("1 måltid"), N_("{count} måltider")),
    "krone": (N_("1 kr."), N_("{count} kr.")),
    "fact": (N_("1 oplysning"), N_("{count} oplysninger")),
    "group": (N_("1 gruppe"), N_("{count} grupper")),
}
_PER = {
    "hour": N_("{amount} pr. time"),
    "day": N_("{amount} pr. dag"),
    "week": N_("{amount} pr. uge"),
    "month": N_("{amount} pr. måned"),
    "year": N_("{amount} pr. år"),
    "delivery": N_("{amount} pr. levering"),
    "total": N_("{amount} i alt"),
    "meal": N_("{amount} pr. måltid"),
    "portion": N_("{amount} pr. portion"),
    "trip": N_("{amount} pr. tur"),
    "item": N_("{amount} pr. stk."),
}
_ISO_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_EVERY = {
    "year": (N_("Hvert år"), N_("Hvert {count}. år")),
    "month": (N_("Hver måned"), N_("Hver {count}. måned")),
    "week": (N_("Hver uge"), N_("Hver {count}. uge")),
    "day": (N_("Hver dag"), N_("Hver {count}. dag")),
}
_MONTHS = (
    N_("{day}. januar {year}"),
    N_("{day}. februar {year}"),
    N_("{day}. marts {year}"),
    N_("{day}. april {year}"),
    N_("{day}. maj {year}"),
    N_("{day}. juni {year}"),
    N_("{day}. juli {year}"),
    N_("{day}. august {year}"),
    N_("{day}. september {year}"),
    N_("{day}. oktober {year}"),
    N_("{day}. november {year}"),
    N_("{day}. december {year}"),
)


def solid(text: str) -> str:
    """Return the text as one that is never broken over lines."""
    return text.replace(" ", NBSP)


def upper_first(text: str) -> str:
    """Return the text with a capital first letter; the rest stays as it was written."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return the text with a small first letter, for use inside a sentence; an abbreviation (BPA) stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def quoted(text: str, language: str = "da") -> str:
    """Return the text in the language's own quotation marks."""
    return translator(language)(N_("»{words}«")).format(words=text)


def listed(parts: Sequence[str], language: str = "da") -> str:
    """Return "a, b og c"."""
    if len(parts) < 2:
        return "".join(parts)
    return translator(language)("{first} og {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def number(value: Decimal | int, language: str = "da") -> str:
    """Return a number with the language's own marks and all of its decimals: 1.105,5 in Danish."""
    whole, _, decimals = f"{Decimal(value):,f}".partition(".")
    return _marked(whole, decimals.rstrip("0"), language)


def money(value: Decimal | int, language: str = "da") -> str:
    """Return a number of kroner: a whole one, or one with two decimals, with more where there are more."""
    whole, _, decimals = f"{Decimal(value):,f}".partition(".")
    rest = decimals.rstrip("0")
    return _marked(whole, rest.ljust(2, "0") if rest else "", language)


def _marked(whole: str, decimals: str, language: str) -> str:
    plain = f"{whole}.{decimals}" if decimals else whole
    return plain.translate(str.maketrans(",.", ".,")) if language == "da" else plain


def counted(value: Decimal | int, unit: str, language: str = "da", to: Decimal | int | None = None) -> str:
    """Return "1 dag", "7 dage", or "4–6 uger" where there is an upper end; without a unit the figures alone."""
    if unit and value == 1 and to is None:
        return solid(translator(language)(_COUNTED[unit][0]))
    figure = money if unit == "krone" else number
    count = figure(value, language) + (f"–{figure(to, language)}" if to is not None else "")
    return solid(translator(language)(_COUNTED[unit][1]).format(count=count)) if unit else count


def amount(
    value: Decimal | None, unit: str | None, per: str | None, language: str = "da", to: Decimal | None = None
) -> str:
    """Return "15 timer pr. måned", or "4–8 timer pr. uge"; what is not told is left out."""
    _ = translator(language)
    unsaid = _("mængde ikke angivet") if unit or per else ""
    quantity = unsaid if value is None else counted(value, unit or "", language, to)
    return _(_PER[per]).format(amount=quantity) if per else quantity


def duration(iso: str, language: str = "da") -> str:
    """Return an ISO 8601 duration in words: "1 år og 6 måneder"."""
    return listed([counted(count, unit, language) for count, unit in _parts(iso)], language)


def every(iso: str, language: str = "da") -> str:
    """Return an ISO 8601 interval in words: "Hver 6. måned"."""
    _ = translator(language)
    parts = _parts(iso)
    if len(parts) > 1:
        return _("Med {time} imellem").format(time=duration(iso, language))
    count, unit = parts[0]
    one, many = _EVERY[unit]
    return _(one) if count == 1 else _(many).format(count=count).replace(". ", f".{NBSP}")


def date(iso: str, language: str = "da") -> str:
    """Return an ISO date in words, "5. oktober 2015"; what is no such date is returned as it is."""
    try:
        day = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    return solid(translator(language)(_MONTHS[day.month - 1]).format(day=day.day, year=day.year))


def _parts(iso: str) -> list[tuple[int, str]]:
    return [(int(count), _ISO_UNITS[unit]) for count, unit in re.findall(r"(\d+)([YMWD])", iso)]
