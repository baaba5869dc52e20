"""L010 unresolved_citation (warning): one can see which paragraph of which act is meant.

Applies to all texts: a paragraph whose sign has been lost ("Lov om social service 96"), a sign without a number, and a bare
paragraph ("§ 5") where neither the standard's service nor the text before it says which act.
Why: a citation that nobody can follow is no basis, and it gets no link. Lost signs come from copying out of a PDF.
Source: our own proposal; the fault is seen in published standards.
How to mend: write act and paragraph: "servicelovens § 96".
Bad: "Lov om social service 96". Good: "Lov om social service § 96".
"""

import re
from collections.abc import Iterator

from qstd.citations import Citation, citations
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.index import with_headings
from qstd.lint.shared.law import at, cited, in_title, own_act
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_EMPTY_SIGN = lazy(
    r"(?:lovens?|service|\b(?:SEL|SUL|efter|jf\.?|i))\s+§{1,2}\s*(?=[.,;:)]|og\b|\Z)", re.IGNORECASE, stems="§"
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the title, the headings and the text."""
    if standard.language != "da":
        return
    for each in in_title(standard):
        if each.form == "provision" and not each.sign:
            words = standard.title[each.start : each.end]
            yield Hit(("title",), _lost(words), _with_sign(words, each))
    for found in cited(standard, around):
        if found.citation.form == "provision" and not found.citation.sign:
            yield at(found.passage, _lost(found.words), _with_sign(found.words, found.citation))
    for passage in with_headings(standard, around, _EMPTY_SIGN):
        if _EMPTY_SIGN.search(passage.text):
            yield at(passage, message("Der står et paragraftegn uden nummer."), message("Skriv paragraffens nummer."))
    yield from _without_act(standard, around)


def _without_act(standard: Standard, around: Around) -> Iterator[Hit]:
    """Find bare paragraphs where nothing says which act: neither the service, the section so far nor the title."""
    if own_act(standard):
        return
    known = {each.act for each in citations(standard.title) if each.act}
    for found in cited(standard, around):
        each = found.citation
        if each.form == "provision" and not each.act and not each.foreign and not known:
            what = message("»{words}«: Det fremgår ikke, hvilken lov der menes.", words=found.words)
            yield at(found.passage, what, message("Skriv loven foran, fx »servicelovens § 85«."))
        known |= {each.act} - {""}


def _lost(words: str) -> Message:
    return message("»{words}«: Paragraftegnet mangler.", words=words)


def _with_sign(words: str, each: Citation) -> Message:
    if each.start < each.name_start:  # "83 a i lov om social service"
        return message("Skriv »{words}«.", words=f"§ {words}")
    name, number = words[: each.name_end - each.start], words[each.name_end - each.start :].strip()
    return message("Skriv »{words}«.", words=f"{name} § {number}")


RULE = Rule(
    "L010", "warning", check, source=message("Kilde: et forslag. Fejlen er set i standarder, der er kopieret fra PDF.")
)
