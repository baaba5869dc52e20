"""L009 long_law_text (info): a standard tells the law in its own words, and does not quote it at length.

Applies to sections for everyone: quoted law text of more than 60 words.
Why: law text is hard to read, it changes, and the copy stays as it was. What the citizen needs is what it means here.
Source: our own proposal, from standards that open with half a page of law text.
How to mend: say in a sentence what the law says, and link to it; the wording can stand in an annex or for professionals.
Bad: § 83 in full, stykke by stykke. Good: "Hjælpen gives efter servicelovens § 83 til dem, der ikke selv kan klare opgaverne."
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.law import at, quoted
from qstd.lint.shared.passages import Passage
from qstd.model.finding import message
from qstd.model.standard import Standard

_MOST = 60  # words


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Count the words of quoted law text in each section."""
    if standard.language != "da":
        return
    first: dict[int, Passage] = {}
    words: dict[int, int] = {}
    for passage, text in quoted(standard, around):
        first.setdefault(passage.section, passage)
        words[passage.section] = words.get(passage.section, 0) + len(text.split())
    for section, passage in first.items():
        if words[section] > _MOST and standard.sections[section].audience == "everyone":
            what = message("Afsnittet gengiver {count} ord af lovens tekst.", count=words[section])
            hint = message("Skriv med egne ord, hvad loven betyder for borgeren, og henvis til paragraffen.")
            yield at(passage, what, hint)


RULE = Rule(
    "L009",
    "info",
    check,
    source=message("Kilde: et forslag. Lovtekst er svær at læse, og kopien bliver ikke ajourført."),
)
