"""L011 womens_shelter_wording (info): a standard for section 109 does not speak of women only.

Applies to standards for serviceloven § 109. Names of shelters and sentences that also name men or persons are left alone.
Why: the bill L 104 2023-24 rewrote § 109 from women to persons who have been exposed to violence in close relations.
Source: the bill, at https://www.ft.dk (read). Whether and when it was adopted has not been checked, so it is a remark: look
it up.
How to mend: write "personer, der har været udsat for vold i nære relationer" and "krisecenter".
Bad: "Kvindekrisecentret modtager voldsramte kvinder." Good: "Krisecentret modtager personer, der har været udsat for vold."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import with_headings
from qstd.lint.shared.law import at
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_WOMEN = lazy(
    r"(?<![-\w])[Kk]vindekrisecent\w+|\bvoldsramte kvinder\b"
    r"|\bkvinder,? (?:der|som) (?:har |er |bliver )?(?:været )?(?:\w+ )?udsat\b|\b[Kk]vinder og (?:deres )?børn\b"
    r"|\bdu er kvinde\b",
    stems="kvinde",
)
_ALSO = lazy(r"\bmænd|\bmandlig|\bpersoner\b|\buanset køn|\balle køn|\btidligere\b", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for wording about women alone."""
    if standard.language != "da":
        return
    if words := _women_only(standard.title):
        yield Hit(("title",), _what(words), _hint())
    for each in with_headings(standard, around, _WOMEN):
        if words := _women_only(each.text):
            yield at(each, _what(words), _hint())


def _women_only(text: str) -> str:
    for found in _WOMEN.finditer(text):
        is_name = found[0].startswith("K") and found.start() > 0
        if not is_name and not _ALSO.search(text):
            return found[0]
    return ""


def _what(words: str) -> Message:
    return message("»{words}« taler kun om kvinder. § 109 er foreslået ændret, så den gælder personer.", words=words)


def _hint() -> Message:
    return message("Se efter i loven, om ændringen gælder, og skriv i så fald »personer« og »krisecenter«.")


RULE = Rule(
    "L011",
    "info",
    check,
    source=message("Kilde: Lovforslag L 104 2023-24. Om det er vedtaget, er ikke kontrolleret."),
    url="https://www.ft.dk",
    applies=Applies(services=frozenset(("sel-109",))),
)
