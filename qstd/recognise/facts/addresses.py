"""Postal addresses, telephone numbers, mailboxes and opening hours as Danish texts write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_I = re.IGNORECASE
_PHONE = re.compile(
    r"""(?P<word>\b(?:tlf|telefon(?:nummer|isk)?|tel|mobil(?:nummer)?|ringe?(?:\s+til)?|på|hovednummer(?:et)?)\b
        \.?:?\s*(?:nr\.?:?\s*|på\s+)?)?
    (?<![\d.,§/-])(?P<number>(?:\+45\s?)?(?:\d{2}\s\d{2}\s\d{2}\s\d{2}|\d{4}\s\d{4}|\d{8}))
    (?![\d/]|[.,]\d|\s*kr)""",
    re.VERBOSE | _I,
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_SUFFIX = "(?:vej|gade|allé|alle|plads|torv|stræde|boulevard|have|park|vænge|bakke|strand|toft|vang|gård)(?:et|en)?"
_HOUSE = r"\d{1,3}\s?[A-Za-z]?(?![\w])(?:-\d{1,3})?(?:,\s*(?:\d{1,2}\.|st\.?)\s*(?:sal|tv|th|mf|etage)?\.?)?"
_CITY = r"[A-ZÆØÅ][a-zæøå-]+(?:\s+(?:[A-ZÆØÅ][a-zæøå-]*|i|på|af))*"
_WHOLE_LINE = re.compile(
    rf"(?P<street>[A-ZÆØÅ][^\d,;:@]{{2,40}}\s{_HOUSE})(?:,?\s*(?P<post>\d{{4}})\s+(?P<city>{_CITY}))?[.,]?"
)
_POST_LINE = re.compile(rf"(?P<post>\d{{4}})\s+(?P<city>{_CITY})[.,]?")
_BEFORE_STREET = r"(?:(?:Gl|Gammel|Ny|Nordre|Søndre|Vestre|Østre|Store|Lille|Skt|Sankt|Sct|Dronning|Kong)\.?\s+)?"
_STREET = rf"""(?:[A-ZÆØÅ][\w.-]*{_SUFFIX} | [A-ZÆØÅ][\w-]+\s+(?i:{_SUFFIX}) | Torvet
    | Rådhustorvet | Rådhuset | Rådhuspladsen)"""
_NO_CITY = "Telefon|Tlf|Mail|E-mail|Åbn|Kontakt|Ring|Du|Vi|Der|Her|Man|Hvis"
_INSIDE = re.compile(
    rf"""(?P<street>{_BEFORE_STREET}{_STREET}\s+{_HOUSE})[\s,]+(?P<post>\d{{4}})\s+
    (?P<city>[A-ZÆØÅ][a-zæøå]+(?:\s+(?!{_NO_CITY})[A-ZÆØÅ][a-zæøå]*(?![\w-]))?)""",
    re.VERBOSE,
)
_DAY = r"(?:mandage?|tirsdage?|onsdage?|torsdage?|fredage?|lørdage?|søndage?|man|tirs?|ons|tors?|fre|lør|søn)\b\.?"
_TIME = r"(?:(?:kl\.?|klokken)\s*)?\d{1,2}(?:[.:]\d{2})?"
_CLOCK = rf"{_TIME}\s*(?:-|–|—|til|og)\s*{_TIME}(?![\d.:]*\d)"
_HOURS = re.compile(
    rf"""(?:{_DAY}|\balle\s+(?:hver)?dage\b|\bhverdage\b|\balle\s+ugens\s+dage\b|\bdagligt\b)
    [^;@\n]{{0,60}}?{_CLOCK}(?:\s*(?:,|og|samt)?\s*{_DAY}[^;@\n]{{0,40}}?(?:{_CLOCK}|lukket))*""",
    re.VERBOSE | _I,
)


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address: `text` as one line, `start` where it begins in the lines joined by spaces."""

    text: str
    start: int


def phone(text: str) -> str:
    """Return the first telephone number: eight digits that are written as one, or stand after a word for it."""
    found = _phone(text)
    return found["number"].strip() if found else ""


def mail(text: str) -> str:
    """Return the first e-mail address."""
    found = _MAIL.search(text)
    return found[0].rstrip(".") if found else ""


def hours(text: str) -> str:
    """Return the opening hours: days and times."""
    found = _HOURS.search(text)
    return found[0].strip() if found else ""


def address(lines: Sequence[str]) -> Address | None:
    """Return the postal address: on a line of its own, on two, or inside a line."""
    at = 0
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if inside := _INSIDE.search(line):
            return Address(_one_line(inside["street"], inside["post"], inside["city"]), at + inside.start())
        if found := _on_lines(line, following):
            return Address(found, at)
        at += len(line) + 1
    inside = _INSIDE.search(" ".join(lines))
    return Address(_one_line(inside["street"], inside["post"], inside["city"]), inside.start()) if inside else None


def ways_start(lines: Sequence[str]) -> int:
    """Return where the first address, number or mailbox begins in the lines joined by spaces."""
    text = " ".join(lines)
    known, number, box = address(lines), _phone(text), _MAIL.search(text)
    starts = [known.start] if known else []
    starts += [number.start()] if number else []
    starts += [box.start()] if box else []
    return min(starts, default=0)


def _phone(text: str) -> re.Match[str] | None:
    for found in _PHONE.finditer(text):
        if found["word"] or " " in found["number"].strip() or found["number"].startswith("+"):
            return found
    return None


def _on_lines(line: str, following: str) -> str:
    found = _WHOLE_LINE.fullmatch(line)
    if found is None:
        return ""
    if found["post"]:
        return _one_line(found["street"], found["post"], found["city"])
    below = _POST_LINE.fullmatch(following)
    return _one_line(found["street"], below["post"], below["city"]) if below else ""


def _one_line(street: str, post: str, city: str) -> str:
    return f"{' '.join(street.split())}, {post} {city.strip()}"
