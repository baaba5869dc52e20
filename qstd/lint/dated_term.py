"""A004 dated_term (info): people are called by words that are in use, and that they would use themselves.

Applies to all text in Danish, headings and title among it. Not to law that is quoted, to names of acts, nor to what stands
in quotation marks. Each word is named once, where it first stands. The list is `terms.yaml`.
Why: the law itself has gone from "stofmisbrugere" to "personer med et stofmisbrug". A person is more than a diagnosis, and
who feels labelled does not ask for help.
Source: section 99 of the act, Social- og Boligstyrelsen and the organisations of people with disabilities (read); for
"klient" common usage in the field.
How to mend: write what the finding proposes. "Sindslidende borgere" may stand; "de sindslidende" is the word as a noun.
Bad: "misbrugere og handicappede". Good: "personer med et stofmisbrug og personer med handicap".
"""

import re
from collections.abc import Iterator

from qstd import catalogue
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.readable import Text, texts_holding, unquoted
from qstd.lint.shared.terms import Dated, dated
from qstd.model.finding import Message, Path, message
from qstd.model.standard import Standard

_ACT = lazy(r"\b(?:lov|bekendtgørelse|vejledning)(?:en)?\b[^.,;:]{0,40}? om [^.,;:]{1,150}", re.IGNORECASE)
_LAW = lazy(r"\s*(?:§ ?\d+(?: ?[a-z])?\.|Stk\. ?\d+\.|Kommunalbestyrelsen\b)")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for each dated word, and name the first place where it stands."""
    if standard.language != "da":
        return
    patterns = (each.pattern for each in dated())
    near = [Text(("title",), 0, standard.title), *texts_holding(standard, around, lambda section: True, *patterns)]
    folded = "\n".join(each.words for each in near).casefold()
    for term in (each for each in dated() if any(stem in folded for stem in each.stems)):
        for path, line, text in near:
            found = term.pattern.search(text) and term.pattern.search(_ours(text))
            if found and not _is_law(standard, path, text):
                what = message("»{word}« er et forældet ord om mennesker.", word=found[0])
                yield Hit(path, what, _hint(term), line)
                break


def _ours(text: str) -> str:
    """Return a text without what it quotes and without the names of acts."""
    return _ACT.sub(" ", unquoted(text))


def _is_law(standard: Standard, path: Path, text: str) -> bool:
    """Tell whether a sentence is the wording of the act: by its form, or because the catalogue has it."""
    if _LAW.match(text):
        return path[0] == "sections" and standard.sections[int(path[1])].topic == "legal_basis"
    known = catalogue.service(standard.service)
    return known is not None and known.baseline is not None and any(text in e.body for e in known.baseline.sections)


def _hint(term: Dated) -> Message:
    if term.url:
        return message("Skriv fx »{instead}«. Se {url} ({who}).", instead=term.instead, who=term.says, url=term.url)
    if term.says:
        return message("Skriv fx »{instead}«, som i {who}.", instead=term.instead, who=term.says)
    return message("Skriv fx »{instead}«.", instead=term.instead)


RULE = Rule(
    "A004",
    "info",
    check,
    source=message("Kilde: lovens egne ord og handicaporganisationernes råd om sprog."),
    url="https://sbst.dk/voksne/stof-og-alkoholmisbrug/om-stof-og-alkoholmisbrug",
)
