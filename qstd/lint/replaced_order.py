"""L008 replaced_order (warning): an order or a guidance note that is cited has not been replaced.

Applies to orders and guidance notes by number or title, in text and in citation facts, where the catalogue knows that another
has taken their place.
Why: rules in an order that is gone are no rules. The citizen cannot check them, and a decision cannot rest on them.
Source: the catalogue's entries, each with the public source that says so. An order that it does not know is passed over.
How to mend: cite the order that has taken its place.
Bad: "BEK nr 299 af 25/03/2010". Good: "Bekendtgørelse nr. 1575 af 27. december 2014".
"""

import re
from collections.abc import Iterator

from qstd import catalogue
from qstd.citations import Citation, Status, status
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.law import at, cited
from qstd.lint.shared.patterns import lazy
from qstd.model.facts import Citation as CitationFact
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_HISTORY = lazy(r"\b(?:tidligere|hidtil|hidtidige|dagældende|afløs\w*|erstatte\w*|ophævet)\b", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at each order and guidance note."""
    for each in cited(standard, around):
        known = _replaced(each.citation, around)
        if known and not _HISTORY.search(each.passage.text):
            yield at(each.passage, _what(each.citation.act), _hint(known))
    for index, fact in of_kind(standard, CitationFact):
        known = _replaced(Citation(0, 0, "act", fact.act), around)
        if known and not _HISTORY.search(fact.evidence.quote):
            yield Hit(("facts", index, "act"), _what(fact.act), _hint(known))


def _replaced(citation: Citation, around: Around) -> Status | None:
    act = catalogue.acts().get(citation.act)
    found = status(citation, around.today) if act and act.type in ("BEK", "VEJ") else None
    return found if found and found.state == "repealed" else None


def _what(key: str) -> Message:
    act = catalogue.acts()[key]
    kind = message("Vejledning") if act.type == "VEJ" else message("Bekendtgørelse")
    return message(
        "{kind} nr. {number} af {date} er afløst af en nyere.", kind=kind, number=str(act.number), date=act.date
    )


def _hint(known: Status) -> Message:
    newer = catalogue.acts().get(known.successor)
    if newer is None:
        return message("Find den nye på retsinformation.dk, og henvis til den.")
    return message("Henvis til nr. {number} af {date} i stedet.", number=str(newer.number), date=newer.date)


RULE = Rule(
    "L008",
    "warning",
    check,
    source=message("Kilde: katalogets oplysninger om bekendtgørelser og vejledninger, læst i offentlige kilder."),
    url="https://www.retsinformation.dk",
)
