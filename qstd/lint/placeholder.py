r"""S013 placeholder (warning): no words stand in the place of what should be written later.

Applies to all standards, in title, approval, headings and bodies. A quotation may leave words out with "[...]", a form in
an annex may have lines to fill in.
Why: "Godkendt den .." and "xx december" are published year after year; the reader learns nothing, and the date that a
complaint may hang on is missing.
Source: good practice; such gaps stand in several published standards.
How to mend: write what is missing. Nobody knows it yet? Then leave the sentence out.
Bad: "Godkendt af byrådet den..", "Prisen er xx kr." Good: "Godkendt af byrådet den 5. oktober 2026."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.lines import Line, lines, sign
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import message
from qstd.model.standard import Standard

_WORDS = r"indsæt|skriv|angiv|udfyld|tilføj|navn|dato|beløb|telefon|kommune|antal|tekst|link|adresse|xx+"
_PLACEHOLDER = lazy(
    r"(?P<x>(?<![\w@])x{2,}(?:[./-]x{2,})*(?:[./-]?20(?:xx|\d\d))?(?!\w))"
    r"|(?P<year>\b(?:19|20)xx\b)"
    rf"|(?P<bracket>(?:\[|<|\{{\{{?)(?:{_WORDS})\b[^\]>}}\n]{{0,60}}(?:\](?!\(|\[)|>|\}}\}}?))"
    r"|(?P<date>\b(?:den|dato:?|pr\.) ?(?:\.{2,}|…|(?:\\?_){2,}))"
    r"|(?P<word>\b(?:den|fra|til|pr\.) DATO\b|\bTBD\b|\bTO-?DO\b|\blorem ipsum\b)"
    r"|(?P<later>\btekst (?:mangler|følger|kommer)\b|\b(?:udfyldes|indsættes) senere\W*$|\bmangler tekst\b"
    r"|\bskriv (?:mere|noget|videre) her\b|\bindsæt (?:her|dato|navn|tekst|link|beløb|tal|telefon\w*|adresse)\b)"
    r"|(?P<blank>(?<![_\\])(?:\\?_){4,}+|(?<!\.)\.{5,}+(?!\s*\d+\s*$)|(?<!…)…{2,}+(?!\s*\d+\s*$))"
    r"|(?P<left>\[(?:\.{3}|…)\])",
    re.IGNORECASE,
)
# No line matches, casefolded, without one of these.
_SIGNS_OF_LINE = (
    "xx",
    "..",
    "…",
    "_",
    "[",
    "<",
    "{",
    "dato",
    "tbd",
    "todo",
    "to-do",
    "orem",
    "tekst",
    "senere",
    "ndsæt",
    "kriv ",
)
_ROMAN = lazy(r"(?:kapitel|bilag|afsnit|del|nr\.?|§) $", re.IGNORECASE)
_ENDS_OPEN = lazy(r"\bden ?\.?\s*$", re.IGNORECASE)
_RULER = lazy(r"\s*(?:(?:\\?_){3,}|\.+)\s*$")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for placeholders, one on a line."""
    for each in lines(standard, around, _is_odd):
        words = _found(each, standard)
        if words:
            what = message("Her står en pladsholder: »{words}«.", words=words)
            hint = message("Skriv det, der mangler. Kendes det ikke endnu, så lad sætningen udgå.")
            yield Hit(each.path, what, hint, each.line)


@sign
def _is_odd(text: str) -> bool:
    """Tell of a line by its words alone whether it may be one."""
    return _may_hold_one(text) or ("den" in text.rstrip()[-5:].lower() and _ENDS_OPEN.search(text) is not None)


def _may_hold_one(text: str) -> bool:
    folded = text.casefold()
    return any(sign in folded for sign in _SIGNS_OF_LINE) and _PLACEHOLDER.search(text) is not None


def _found(line: Line, standard: Standard) -> str:
    if _RULER.match(line.text):
        return ""
    if _may_hold_one(line.text):
        for found in _PLACEHOLDER.finditer(line.text):
            if not _is_meant(found, line, standard):
                return _shown(line.text, found)
    approved = line.path[:1] == ("approval",) and _ENDS_OPEN.search(line.text)
    return line.text[-40:].strip() if approved else ""


def _is_meant(found: re.Match[str], line: Line, standard: Standard) -> bool:
    """Tell whether the signs are right where they stand."""
    before = line.text[: found.start()]
    if found["x"]:
        return found[0].isupper() and _ROMAN.search(before) is not None
    if found["blank"]:
        return line.section is not None and standard.sections[line.section].topic == "annex"
    if found["left"]:
        return any(sign in before or sign in line.text[found.end() :] for sign in '"»«”“') or line.text.startswith(">")
    return found["word"] is not None and found["word"].casefold().endswith(" dato") and "DATO" not in found[0]


def _shown(text: str, found: re.Match[str]) -> str:
    """Return the placeholder with the words around it."""
    start, end = max(found.start() - 20, 0), min(found.end() + 20, len(text))
    start = text.find(" ", start, found.start()) + 1 if start else 0
    stop = text.rfind(" ", found.end(), end) if end < len(text) else end
    return text[start : max(stop, found.end())].strip()


RULE = Rule("S013", "warning", check)
