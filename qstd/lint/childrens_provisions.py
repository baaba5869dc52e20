"""L005 childrens_provisions (warning): help for children is not cited by sections of serviceloven that barnets lov replaced.

Applies to serviceloven §§ 32 to 77, in text and in citation facts, from 1 January 2024. Paragraphs of other acts are left alone,
and so is a sentence about the time before.
Why: the rules on children and young people now stand in barnets lov. A reader who follows the citation finds nothing.
Source: barnets lov, https://www.retsinformation.dk/eli/lta/2025/282 (read in part). The day is told by several municipalities
(gribskov.dk, faxekommune.dk), not read in the act itself.
How to mend: find the section of barnets lov that has taken its place, and cite that.
Bad: "Ledsagelse til unge efter servicelovens § 45". Good: "Ledsagelse til unge efter barnets lov".
"""

import re
from collections.abc import Iterator

from qstd import citations
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.law import at, cited
from qstd.lint.shared.patterns import lazy
from qstd.model.facts import Citation
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_HISTORY = lazy(
    r"\b(?:tidligere|hidtil|hidtidige|før|dagældende|indtil|afløst|erstatte\w*|nu barnets lov)\b", re.IGNORECASE
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at each citation of serviceloven."""
    for each in cited(standard, around):
        gone = _gone(each.citation, around)
        if gone and not _HISTORY.search(each.passage.text):
            yield at(each.passage, _what(gone), _hint())
    for index, fact in of_kind(standard, Citation):
        if fact.paragraph:
            provision = citations.Provision(fact.paragraph)
            gone = _gone(citations.Citation(0, 0, "provision", fact.act, (provision,)), around)
            if gone and not _HISTORY.search(fact.evidence.quote):
                yield Hit(("facts", index, "paragraph"), _what(gone), _hint())


def _gone(citation: citations.Citation, around: Around) -> str:
    """Return the paragraphs that barnets lov has replaced."""
    day = around.today.isoformat()
    changes = citations.provisions_changed(citation)
    gone = [each for each, change in changes if each and change.successor == "BL" and change.since <= day]
    return ", ".join(dict.fromkeys(f"§ {each.paragraph}" for each in gone))


def _what(paragraphs: str) -> Message:
    return message("Servicelovens {paragraphs} om børn og unge er afløst af barnets lov.", paragraphs=paragraphs)


def _hint() -> Message:
    return message("Find bestemmelsen i barnets lov, og henvis til den i stedet.")


RULE = Rule(
    "L005",
    "warning",
    check,
    source=message("Kilde: Barnets lov. At den gælder fra den 1. januar 2024, siger flere kommuner; se efter i loven."),
    url="https://www.retsinformation.dk/eli/lta/2025/282",
)
