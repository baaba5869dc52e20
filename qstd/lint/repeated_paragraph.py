"""S016 repeated_paragraph (warning): no sentence of some length stands in two sections.

Applies to the sections' own text; shared texts and addresses may stand in many places.
Why: the two drift apart when one of them is changed, and then nobody knows which one holds.
Source: good practice.
How to mend: keep it where it belongs, and refer to it from the other section.
Bad: the same sentence on follow-up under "Opfølgning" and under "Særlige forhold". Good: once.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.passages import pieces
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import message
from qstd.model.standard import Standard

_LONG = 10
_WORD = lazy(r"\w+")
_ADDRESS = lazy(r"@|\b\d{4} [A-ZÆØÅ]|\d{2} ?\d{2} ?\d{2} ?\d{2}|www\.|https?:")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Compare the sentences of all sections; of several that two sections share, the first is told."""
    first: dict[tuple[str, ...], int] = {}
    told: set[tuple[int, int]] = set()
    for index, section in enumerate(standard.sections):
        for piece in pieces(section.body):
            words = tuple(_WORD.findall(piece.text.casefold()))
            if len(words) < _LONG or piece.kind == "heading" or _ADDRESS.search(piece.text):
                continue
            before = first.setdefault(words, index)
            if before != index and (before, index) not in told:
                told.add((before, index))
                what = message(
                    "Den samme tekst står også i afsnittet »{heading}«: »{words}«.",
                    heading=_name(standard, before),
                    words=" ".join(piece.text.split()[:8]) + " ...",
                )
                hint = message("Lad teksten stå ét sted, og henvis til den fra det andet.")
                yield Hit(("sections", index, "body"), what, hint, piece.line)


def _name(standard: Standard, index: int) -> str:
    section = standard.sections[index]
    return (section.heading.strip() or section.key or str(index + 1))[:60]


RULE = Rule("S016", "warning", check)
