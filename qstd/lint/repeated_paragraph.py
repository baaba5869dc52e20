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
from qstd.prose.words import folded

_LONG = 10
_ADDRESS = lazy(r"@|\b\d{4} [A-ZÆØÅ]|\d{2} ?\d{2} ?\d{2} ?\d{2}|www\.|https?:")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Compare the sentences of all sections; of several that two sections share, the first is told."""
    first: dict[tuple[str, ...], tuple[int, str]] = {}
    told: set[tuple[int, int]] = set()
    for index, section in enumerate(standard.sections):
        for piece in pieces(section.body):
            words = folded(piece.text)
            if len(words) < _LONG or piece.kind == "heading":
                continue
            before, text = first.setdefault(words, (index, piece.text))
            if text is not piece.text and _ADDRESS.search(text):
                first[words] = index, piece.text  # addresses may be repeated; so the first is this one, if it is none
            elif before != index and (before, index) not in told and not _ADDRESS.search(piece.text):
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
