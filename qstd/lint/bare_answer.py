"""S015 bare_answer (info): a section answers in a sentence, not with "ingen", "nej" or a dash alone.

Applies to all standards in Danish.
Why: a citizen who reads one section on a web page, or hears it read out, gets "ingen" and must find out of what.
Source: good practice for plain language.
How to mend: write the sentence that the word stands for.
Bad: "Hvilke forpligtigelser har borgeren? ingen". Good: "Du har ingen særlige forpligtelser, når du får hjælpen."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_BARE = lazy(
    r"\W*(?:ingen|intet|nej|ja|ikke relevant|irrelevant|n/?a|i/?r|0|ikke aktuelt|udgår|som ovenfor|gratis)\W*"
    r"|\s*[-–—−*/.]{1,3}\s*",
    re.IGNORECASE,
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for bodies of one word."""
    for index, section in enumerate(standard.sections):
        body = section.body.strip()
        if standard.language == "da" and section.use is None and body and _BARE.fullmatch(body):
            what = message("Svaret er kun »{word}«.", word=body)
            yield Hit(("sections", index, "body"), what, _hint(section.topic, body), 1)


def _hint(topic: str | None, body: str) -> Message:
    if topic == "obligations":
        return message("Skriv en hel sætning, fx »Du har ingen særlige forpligtelser, når du får hjælpen.«")
    if topic == "price":
        return message("Skriv en hel sætning, fx »Hjælpen er gratis.«")
    if topic == "special":
        return message("Skriv en hel sætning, fx »Der er ikke særlige forhold, du skal være opmærksom på.«")
    return message("Skriv en hel sætning, som kan forstås uden overskriften, i stedet for »{word}«.", word=body)


RULE = Rule("S015", "info", check)
