"""S018 reference_without_link (warning): a section that only refers to another text says where it can be found.

Applies to all standards in Danish. A reference to a section or annex of the same standard needs no link.
Why: a citizen who is sent to "the general information" and finds no way there gets no answer.
Source: good practice; several municipalities keep common texts in a standard of their own.
How to mend: put in a link, or bring the text here as a shared text (`use:`).
Bad: "Se kvalitetsstandarden for generel information." Good: "Se [generel information](https://www.eksempel.dk/generelt)."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.passages import pieces
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import message
from qstd.model.standard import Section, Standard

_REFERS = lazy(
    r"(?:^|[,;] |\b(?:for|om) [^.]{1,60})(?:se|læs|henvises|vi henviser)\b"
    r"|^(?:der |vi )?henvis|\b(?:kan|kunne) (?:du|man|borgeren|jeg) (?:læse|finde|se)\b"
    r"|\b(?:du|man|borgeren) kan (?:læse|finde|se)\b"
    r"|\b(?:findes|fremgår|beskrevet|beskrives|står|læses) (?:i|af|på)\b",
    re.IGNORECASE,
)
_ELSEWHERE = lazy(
    r"generel(?:le)? (?:information|del|bestemmelser|afsnit)|kvalitetsstandard\w* (?:for|om)|hjemmeside|folder|pjece"
    r"|fælles (?:del|bestemmelser|information)|anden standard|den generelle|\bi den kan\b",
    re.IGNORECASE,
)
_WAY = lazy(r"\]\(|https?:|www\.|\b[\w-]+\.(?:dk|eu|com|gl|fo)\b|@|\b\d{2} ?\d{2} ?\d{2} ?\d{2}\b")
_HERE = lazy(r"\b(?:afsnit|punkt|side|kapitel|pkt\.|nedenfor|ovenfor|bilag)\b", re.IGNORECASE)
_MANY = 3
_WORDS = ("generel", "kvalitetsstandard", "hjemmeside", "folder", "pjece", "fælles", "anden standard", "i den kan")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for sections all of whose sentences refer to another text."""
    for index, section in enumerate(standard.sections):
        if standard.language == "da" and section.use is None and _only_refers(section):
            what = message(
                "Afsnittet »{heading}« henviser til en anden tekst uden link.", heading=section.heading.strip()[:60]
            )
            hint = message("Indsæt et link til teksten, eller hent den ind som fælles tekst (»use:«).")
            yield Hit(("sections", index, "body"), what, hint, 1)


def _only_refers(section: Section) -> bool:
    sentences = [each.text for each in pieces(section.body) if each.kind != "heading"]
    if not 0 < len(sentences) <= _MANY:
        return False
    all_of_it = f"{section.heading} {section.body}".casefold()
    return (
        any(each in all_of_it for each in _WORDS)
        and not _WAY.search(section.body)
        and all(_REFERS.search(each) and not _HERE.search(each) for each in sentences)
        and any(_ELSEWHERE.search(f"{section.heading} {each}") for each in sentences)
    )


RULE = Rule("S018", "warning", check)
