"""L002 title_and_basis (warning): the title and the section on the legal basis name the same provisions.

Applies to standards whose title names a provision and whose section on the legal basis names any.
Why: the title is what the citizen searches by and the legal basis what a decision refers to. Where they differ, one of them
is wrong, or was left from another standard that served as a template.
Source: our own proposal; no statute says it.
How to mend: write in both what the help is given by.
Bad: title "Ledsagelse efter § 97", legal basis "Servicelovens § 85". Good: § 97 in both.
"""

import re
from collections.abc import Iterator

from qstd.citations import Citation, citations
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.law import in_title, own_act
from qstd.lint.shared.passages import of_section
from qstd.lint.shared.patterns import lazy
from qstd.model.facts import Citation as CitationFact
from qstd.model.finding import message
from qstd.model.standard import Standard

_RANGE = lazy(r"(\d+)(?:\s?[a-h])?\s*(?:[-–]|til)\s*(\d+)")
Paragraphs = set[tuple[str, str]]  # act and number; no act where the text only says "§ 85"


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Compare the provisions of the title with those of the legal basis."""
    titled = [each for each in in_title(standard) if each.form == "provision" and not each.foreign]
    said = list(_cited(standard, around)) if titled else []
    basis, ranges = _in_basis(standard, said), _ranges(said)
    if not basis:
        return
    named = [(_act(each), one.paragraph) for each in titled for one in each.provisions]
    missing = [each for each in named if not _has(basis, each) and not _within(each[1], ranges)]
    whole = any(_RANGE.search(standard.title, each.start, each.end) for each in titled)
    if missing and not (whole and len(missing) < len(named)):
        what = message(
            "Titlen nævner {titled}, men afsnittet om lovgrundlag nævner {basis}.",
            titled=_signs(each for _, each in missing),
            basis=_signs(each for _, each in sorted(basis, key=_by_number)),
        )
        yield Hit(("title",), what, message("Ret titlen eller lovgrundlaget, så de nævner de samme bestemmelser."))


def _in_basis(standard: Standard, cited: list[tuple[str, Citation]]) -> Paragraphs:
    facts = {
        (fact.act, fact.paragraph)
        for _, fact in of_kind(standard, CitationFact)
        if fact.role == "basis" and fact.paragraph
    }
    said = {(_act(each), one.paragraph) for _, each in cited for one in each.provisions}
    return facts | said if said else set()


def _cited(standard: Standard, around: Around) -> Iterator[tuple[str, Citation]]:
    """Yield the citations of the sections on the legal basis, law text that they quote among them."""
    last = own_act(standard)
    for index, section in enumerate(standard.sections):
        if section.topic == "legal_basis" and standard.language == "da":
            for each in of_section(standard, index, around):
                yield from ((each.text, one) for one in citations(each.text, last))


def _ranges(cited: list[tuple[str, Citation]]) -> list[tuple[int, int]]:
    """Return the first and last number of each range: "§§ 79-118" names all between."""
    found = (_RANGE.search(text, each.start, each.end) for text, each in cited)
    return [(int(each[1]), int(each[2])) for each in found if each]


def _within(paragraph: str, ranges: list[tuple[int, int]]) -> bool:
    number = int(re.findall(r"\d+", paragraph)[0])
    return any(first <= number <= last for first, last in ranges)


def _act(each: Citation) -> str:
    return each.act if each.named else ""


def _has(basis: Paragraphs, named: tuple[str, str]) -> bool:
    act, paragraph = named
    return any(one == paragraph and (not act or not other or act == other) for other, one in basis)


def _by_number(each: tuple[str, str]) -> tuple[int, str]:
    return int(re.findall(r"\d+", each[1])[0]), each[1]


def _signs(paragraphs: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(f"§ {each}" for each in paragraphs))


RULE = Rule(
    "L002", "warning", check, source=message("Kilde: et forslag om, at titel og lovgrundlag skal passe sammen.")
)
