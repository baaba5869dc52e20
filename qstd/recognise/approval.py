"""Who approved a standard and when, from the words in which documents say so."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from qstd.model.standard import Approval

_MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
_SHORT = "jan feb mar apr maj jun jul aug sep okt nov dec".split()
_DATE = re.compile(
    rf"""(?:
      (?P<day>\d{{1,2}})\.?\s*(?P<month>{"|".join(_MONTHS)}|(?:{"|".join(_SHORT)})t?\b\.?),?\s+(?P<year>\d{{4}})
    | (?P<d>\d{{1,2}})\s*[./-]\s*(?P<m>\d{{1,2}})(?:\s*[./-]\s*|\s+(?=\d{{4}}))(?P<y>\d{{4}}|\d{{2}}(?!\d))
    | (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_ONLY = re.compile(rf"(?:{'|'.join(_MONTHS)})\s+\d{{4}}|\b(?:xx|x)\b|\.{{2,}}|…|_{{2,}}", re.IGNORECASE)
_BODY = (
    r"(?:BYRÅD|KOMMUNALBESTYRELSE|BORGERREPRÆSENTATION|[A-ZÆØÅ-]*UDVALG)(?:ET|EN|N)?"
    r"|(?:(?:[A-ZÆØÅ][\wæøå-]+\s)?(?:[Bb]yråd|[Kk]ommunalbestyrelse|[Bb]orgerrepræsentation|[Bb]ystyre|[Mm]agistrat)"
    r"|(?:[A-ZÆØÅ][\wæøå-]*,?\s(?:og\s|&\s|-\sog\s)?){0,4}?[\wæøåÆØÅ-]*[Uu]dvalg)(?:et|en|n)?"
    r"(?:\sfor\s[A-ZÆØÅ][\wæøå]*(?:(?:,\s|\sog\s)[A-ZÆØÅa-zæøå][\wæøå]*)*)?"
)
_WHO = re.compile(
    rf"\b(?:[Aa]f|[Ii]|[Pp]å|[Vv]ed|AF|PÅ)\s*:?\s+(?:(?:et\s)?møde(?:t)?\s(?:den\s.{{4,24}}\s)?i\s)?(?:[\wæøåÆØÅ-]+\s[Kk]ommunes?\s)?(?P<body>{_BODY})s?\b"
)
_DONE = r"(?:god\s?kendt|vedtaget|tiltrådt|besluttet|fastsat|fastlagt)"
_HOW = r"(?:(?:senest|endeligt|politisk)\s+)*"
_ACTIVE = re.compile(rf"(?P<body>(?:[A-ZÆØÅ][\wæøåÆØÅ-]+\s)?{_BODY})\s+har\s+(?:.{{0,40}}?\s)?{_DONE}\b")
_BARE = re.compile(rf"(?P<body>{_BODY})")
_GIVEN = re.compile(
    rf"\b(?:{_DONE}|(?:politisk\s+)?behandlet(?=\s*(?::|[aip]|den\b|d\.))|godkendelse(?:sdato)?|vedtagelse(?:sdato)?|"
    r"(?:politisk|dato\s+for)\s+(?:beslutning|vedtagelse|behandling))\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:(?:gældende|gælder|gyldig|effektiv)\s+(?:pr\b\.?|fra)|træder\s+i\s+kraft|ikrafttræd\w*|virkning\s+fra|i\s+kraft)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:revideres|revision|genbehandles|gyldig\s+til|gælder\s+til)\b", re.IGNORECASE)
_LINE = re.compile(
    rf"\W*(?:{_HOW}(?:{_DONE}|revideret|opdateret|behandlet)\b|(?:gældende|gælder|gyldig|effektiv)\s+(?:fra|pr)|"
    r"(?:er\s+)?træder\s+i\s+kraft|ikrafttræd|(?:(?:dato\s+for|politisk)\s+)?(?:godkendelse|vedtagelse)(?:sdato)?\b|"
    r"(?:politisk|dato\s+for)\s+(?:beslutning|vedtagelse|behandling)\b|"
    r"(?:(?:denne|alle|disse)\s+)?(?:kvalitets)?(?:standard|serviceniveau|ydelseskatalog)(?:en|er|erne|et)?\s+(?:er|blev)\s+"
    rf"{_HOW}{_DONE}|kvalitetsstandard(?:en)?\s+{_HOW}{_DONE}\b)",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\W*(?P<body>{_BODY})(?:s?\s?møde(?:t)?)?\W{{1,4}}(?:(?:d\.|den)\s*)?", re.IGNORECASE)
_SENDER = re.compile(
    r"(?:[A-ZÆØÅ][\wæøå-]+\s){1,2}[Kk]ommune\b"
    r"(?:\s+(?=(?:Politisk )?(?:Godkendt|Vedtaget|Tiltrådt)\b)|[^.?!]{0,60}[.,:–-]\s*)"
)
_SEVERAL = re.compile(r"standarder", re.IGNORECASE)
_MOST_WORDS = 30
_NEAR = 160


class Event(NamedTuple):
    """Words that say that something was decided, and what they say; `open` where the date is left blank or half."""

    words: str
    date: dt.date | None
    body: str
    effective: dt.date | None
    review: dt.date | None
    given: bool
    open: bool


def is_line(text: str) -> bool:
    """Tell whether a line says no more than who approved the standard, or from when it holds."""
    if len(text.split()) > _MOST_WORDS or "?" in text:
        return False
    sender = _SENDER.match(text)
    begins = _LINE.match(text) or (sender and _LINE.match(text, sender.end())) or _ACTIVE.match(text) or _alone(text)
    return bool(begins) and bool(_DATE.search(text) or _MONTH_ONLY.search(text) or _WHO.search(text))


def event(words: str, heading: str = "") -> Event:
    """Read the words of an approval; `heading` is that of a section about it, which says what its text leaves out."""
    said, words = words, f"{heading}: {words}" if heading else words
    alone = _alone(said)
    decided = alone or (heading and not _FROM.search(heading) and not _UNTIL.search(heading))
    given = _GIVEN.search(words) or (re.match("", words) if decided else None)
    who = _ACTIVE.search(words) or (_WHO.search(words, given.end()) if given else None)
    who = who or alone or (_BARE.search(words) if heading and given else None)
    effective = _after(_FROM.search(words), words)
    review = _after(_UNTIL.search(words), words)
    date = _after(given, words) or _after(_ACTIVE.search(words) and re.match("", words), words)
    if date and effective == date and _FROM.search(words, given.end() if given else 0):
        date = date if _DATE.search(words, given.end() if given else 0, _start(_FROM, words)) else None
    blank = date is None and bool(given and _MONTH_ONLY.search(words, given.end()))
    return Event(said, date, who["body"] if who else "", effective, review, bool(given), blank)


def is_date(text: str) -> bool:
    """Tell whether a line says no more than a date."""
    found = _DATE.search(text)
    around = f"{text[: found.start()]} {text[found.end() :]}" if found else text
    return bool(found) and not re.sub(r"\W|dato|den|d\.", "", around.casefold()).strip()


def _alone(words: str) -> "re.Match[str] | None":
    """Find a body and the date of its meeting where a line has no other words."""
    body = _ALONE.match(words)
    date = _DATE.match(words, body.end()) if body else None
    return body if date and not words[date.end() :].strip(" .)") else None


def mentions(texts: Iterable[str]) -> Iterator[str]:
    """Yield the sentences that say that the standard was approved, by whom or when."""
    for text in texts:
        found = _GIVEN.search(text)
        if not found or not ("standard" in text.casefold() or is_line(text)):
            continue
        dated = _DATE.search(text, found.end(), found.end() + _NEAR)
        active = _ACTIVE.search(text) and (_DATE.search(text) or "standard" in text[found.end() :].casefold())
        if dated or active or _WHO.search(text, found.end()):
            yield text


def shared(texts: Iterable[str]) -> Iterator[str]:
    """Yield the sentences that say so of several standards at once."""
    return (each for each in mentions(texts) if _SEVERAL.search(each))


def approval(events: Iterable[Event], *, quoted: bool = False) -> Approval | None:
    """Make one record of several events: the first date, body and so on that any of them says. Of events that are
    `quoted` from the text, which keeps them, the first gives the words.
    """
    told = tuple(events)
    if not told:
        return None
    return Approval(
        date=next((each.date for each in told if each.date), None),
        body=next((each.body for each in told if each.body), None),
        text=" ".join(each.words for each in told[: 1 if quoted else None]),
        effective_from=next((each.effective for each in told if each.effective), None),
        review_due=next((each.review for each in told if each.review), None),
    )


def _start(pattern: "re.Pattern[str]", words: str) -> int:
    found = pattern.search(words)
    return found.start() if found else len(words)


def _after(found: "re.Match[str] | None", words: str) -> dt.date | None:
    """Return the first date after what was found, as far as it exists in the calendar."""
    if not found:
        return None
    date = _DATE.search(words, found.end(), found.end() + _NEAR)
    return _date(date) if date else None


def _date(found: "re.Match[str]") -> dt.date | None:
    try:
        if found["iso"]:
            return dt.date.fromisoformat(found["iso"])
        if found["month"]:
            return dt.date(int(found["year"]), _SHORT.index(found["month"].casefold()[:3]) + 1, int(found["day"]))
        year = int(found["y"])
        return dt.date(year if year > 99 else 2000 + year, int(found["m"]), int(found["d"]))
    except ValueError:
        return None
