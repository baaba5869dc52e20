"""X002 circular_priority (info): two standards do not each send the citizen to the other first.

Applies to standards in Danish that say of another provision of the act on social service that it comes first ("søg først
efter § 85", "når mulighederne efter § 85 er udtømt"). Of the standards in the circle the one whose title comes last tells.
Why: who is sent from one to the other and back gets no help, and each case worker can point to the standard.
Source: practice; seen between sections 96 and 83, 85, 97. An application is to be considered under all possibilities of
the social legislation (RSL, section 5; second-hand).
How to mend: agree on which of the two comes first, and say it alike in both.
Bad: "Søg først efter § 85" under section 97, and "Søg først efter § 97" under section 85. Good: it stands in one of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from qstd import catalogue
from qstd.citations import citations
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.index import holding
from qstd.lint.shared.passages import Passage
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.siblings import noted, order
from qstd.model.finding import message
from qstd.model.standard import Standard

_MAYBE = lazy(r"først|udtømt|forud|forrang|subsidiær", re.IGNORECASE, stems="først udtømt forud forrang subsidiær")
_TRY = r"(?:søg|vurder|afprøv|undersøg|overvej|bevilg|benytt|brug|gives|ydes)"
_ANYWHERE = lazy(
    rf"\bførst\s+(?:kunne\s+|at\s+|skal\s+|være\s+)?{_TRY}|\b{_TRY}\w*\b[^.]{{0,80}}\bførst\b(?!\s+(?:når|efter|fra|og|i|den)\b)"
    r"|\budtømte?\b",
    re.IGNORECASE,
)
_STANDS_BEFORE = lazy(r"forud for|\bforrang\b", re.IGNORECASE)
_STANDS_AFTER = lazy(r"\bsubsidiær", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Follow what comes first from standard to standard, and see whether the way leads back."""
    first = _comes_first(standard, around)
    if not first or not around.others:
        return
    by_paragraph = {paragraph: each for each in around.others for paragraph in _own(each)}
    for paragraph, passage in first.items():
        circle = _way_back(paragraph, standard, by_paragraph, around)
        if circle and all(order(each) <= order(standard) for each in circle):
            what = message(
                "Her kommer § {paragraph} først, men »{title}« sender borgeren tilbage hertil.",
                paragraph=paragraph,
                title=circle[-1].title,
            )
            hint = message("Bliv enige om, hvilken af standarderne der kommer først, og skriv det ens i begge.")
            yield Hit(("sections", passage.section, "body"), what, hint, passage.line)
            return


def _way_back(
    paragraph: str, standard: Standard, by_paragraph: Mapping[str, Standard], around: Around
) -> list[Standard]:
    """Return the standards on the way from a paragraph back to this standard; none where no way leads back."""
    own = _own(standard)
    ways = [[by_paragraph[paragraph]]] if paragraph in by_paragraph else []
    seen = {paragraph}
    while ways:
        way = ways.pop()
        nexts = _comes_first(way[-1], around)
        if any(each in own for each in nexts):
            return way
        new = [each for each in nexts if each in by_paragraph and each not in seen]
        seen.update(new)
        ways += [[*way, by_paragraph[each]] for each in new]
    return []


@noted
def _comes_first(standard: Standard, around: Around) -> dict[str, Passage]:
    """Return the other paragraphs that a standard says come first, each with the sentence."""
    if standard.language != "da":
        return {}
    own = _own(standard)
    found: dict[str, Passage] = {}
    for each in holding(standard, around, _MAYBE):
        for paragraph in _first_in(each.text):
            if paragraph not in own:
                found.setdefault(paragraph, each)
    return found


def _first_in(text: str) -> Iterable[str]:
    """Return the paragraphs of the act on social service that a sentence puts first."""
    before, after, anywhere = _STANDS_BEFORE.search(text), _STANDS_AFTER.search(text), _ANYWHERE.search(text)
    if not (before or after or anywhere):
        return ()
    start = after.start() if after and not before and not anywhere else 0
    end = before.start() if before else len(text)
    return [
        each.paragraph
        for citation in citations(text, "SEL")
        if citation.form == "provision" and citation.act == "SEL" and start <= citation.start < end
        for each in citation.provisions
    ]


def _own(standard: Standard) -> frozenset[str]:
    return _paragraphs(standard.service)


@cache
def _paragraphs(service: str) -> frozenset[str]:
    """Return the paragraphs of the act on social service that a service is given under."""
    known = catalogue.service(service)
    return frozenset(paragraph for act, paragraph in known.provisions if act == "SEL") if known else frozenset()


RULE = Rule(
    "X002",
    "info",
    check,
    source=message(
        "Kilde: Praksis. En ansøgning skal ses efter alle muligheder i den sociale lovgivning (RSL § 5; se efter)."
    ),
)
