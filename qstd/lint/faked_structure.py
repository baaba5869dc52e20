"""A006 faked_structure (warning): headings, lists and tables are marked up as what they are.

Applies to bodies of sections and of shared texts. Found are: a heading two levels below the one before it; a short line all in
bold that stands as a heading; lines that begin with "•" or the like, letters "a)", "b)", "c)", or a hyphen without a space;
"1) ... 2) ... 3) ..." or several "•" within a line; a table of one column, without words in its head, or with a
cell of more than 60 words.
Why: who listens to the text with a screen reader jumps from heading to heading and hears how long a list is. What only
looks like a heading or a list is not there for them. The law on accessible web sites binds all municipalities.
Source: the law on accessible web sites and WCAG 2.1, 1.3.1 (read); that the published document must have it is law, how
we find it is ours, so it is a warning.
How to mend: begin headings with "###", entries with "- ", and give a table a head; or write it as text.
Bad: "• Rengøring". Good: "- Rengøring".
"""

from collections.abc import Callable, Iterator, Sequence

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.lines import bodies, sign
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.wording import short
from qstd.model.finding import Message, message
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard

_HEADING = lazy(r" {0,3}(#{1,6})\s+\S")
_BOLD = lazy(r" {0,3}(?:\*\*[^*]+\*\*|__[^_]+__)\s*:?\\?\s*\Z")
_BULLET = lazy(r"\s*[•▪◦‣●○■□➢✓►]")
_DASH = lazy(r"\s*(?:[–—·]\s*\w|-[^\W\d_]{2})")
_LETTER = lazy(r"\s*\(?([a-h])[).]\s+\w")
_SIGNS_WITHIN = lazy(r"•[^•]{1,300}•")
_BRACKETED = lazy(r"(?<!\w)(\d)\)\s")
_POINTED = lazy(r"(?:\A|(?<=[.:;?!] ))(\d)\. (?=[^\W\d_]{3})")
_ORDINAL = lazy(r"\b\d\. (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|kvartal|halvår|gang|sal|år|klasse|led)")
_ROW = lazy(r"\s*\|.*\|\s*\Z")
_DELIMITER = lazy(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
# How lines begin of which one of these looks may have something to say. A plain entry of a list ("- ") is none.
_BEGINS = lazy(r"\s*+(?:[#*_|(a–—·•▪◦‣●○■□➢✓►]|-[^\W_])")
_WITHIN = ("•", "3)", "3. ")
_HEADING_WORDS = 8
_CELL_WORDS = 60
_LETTERS = 3

Found = tuple[int, Message, Message]


def _headings(lines: Sequence[str]) -> Iterator[Found]:
    marks = [(number, len(found[1])) for number, line in enumerate(lines, 1) if (found := _HEADING.match(line))]
    before = min((level for _, level in marks), default=0) - 1
    for number, level in marks:
        if level > before + 1:
            what = message(
                "Overskriften springer et niveau over: »{words}«", words=short(lines[number - 1].strip("# "))
            )
            yield number, what, message("Skriv den med {signs} foran.", signs="#" * (before + 1))
        before = level


def _bold_headings(lines: Sequence[str]) -> Iterator[Found]:
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=0)
    for number, line in enumerate(lines, 1):
        words = line.strip(" *_\\")
        alone = number == 1 or not lines[number - 2].strip()
        if alone and number < last and _BOLD.match(line) and words[-1:] not in ".!?" and _is_short(words):
            what = message("Linjen ligner en overskrift, men er kun skrevet med fed: »{words}«", words=short(words))
            yield number, what, message("Skriv ### foran i stedet for stjerner, så skærmlæsere kan finde den.")


def _is_short(words: str) -> bool:
    return len(words.split()) <= _HEADING_WORDS


def _lists(lines: Sequence[str]) -> Iterator[Found]:
    """Find runs of lines that begin as entries do, and lists within a line."""
    for number, line in enumerate(lines, 1):
        if _is_list_within(line):
            yield number, _list(line), message("Skriv hvert punkt på sin egen linje med »- « eller »1. « foran.")
        elif _begins_run(lines, number - 1):
            yield number, _list(line), message("Skriv »- « (bindestreg og mellemrum) foran hvert punkt.")


def _is_list_within(line: str) -> bool:
    """Tell whether a line counts 1, 2, 3 in its midst, or has several signs of lists."""
    if "•" in line and _SIGNS_WITHIN.search(line):
        return True
    if "3)" in line and "123" in "".join(_BRACKETED.findall(line)):
        return True
    return "3. " in line and "123" in "".join(_POINTED.findall(line)) and not _ORDINAL.search(line)


def _begins_run(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line is the first of a list that is made by hand: one "•", two dashes, or a), b) and c)."""
    if _BULLET.match(lines[at]):
        return at == 0 or not _BULLET.match(lines[at - 1])
    if _DASH.match(lines[at]):
        follows = at + 1 < len(lines) and _DASH.match(lines[at + 1])
        return bool(follows) and (at == 0 or not _DASH.match(lines[at - 1]))
    found = [each and each[1] for each in map(_LETTER.match, lines[at : at + _LETTERS])]
    return found == ["a", "b", "c"]


def _list(line: str) -> Message:
    return message("Her er en liste, som kun ligner en: »{words}«", words=short(line))


def _tables(lines: Sequence[str]) -> Iterator[Found]:
    for number, line in enumerate(lines, 1):
        rows = _ROW.match(line) is not None
        if rows and number < len(lines) and "-" in lines[number] and _DELIMITER.match(lines[number]):
            yield from _head(number, _cells(line))
        elif rows and any(len(each.split()) > _CELL_WORDS for each in _cells(line)):
            what = message("Tabellen bruges til lange tekster: »{words}«", words=short(line.strip(" |")))
            yield number, what, message("Skriv teksten som afsnit med overskrifter. Tabeller er til tal og korte svar.")


def _head(number: int, cells: Sequence[str]) -> Iterator[Found]:
    if len(cells) == 1:
        what = message("Tabellen har kun én kolonne, så den er ikke en tabel: »{words}«", words=short(cells[0]))
        yield number, what, message("Skriv den som almindelig tekst eller som en liste.")
    elif not any(cells):
        what = message("Tabellens kolonner har ingen overskrifter.")
        yield (
            number,
            what,
            message("Skriv i første række, hvad der står i hver kolonne. Er det ikke en tabel, så skriv tekst."),
        )


def _cells(row: str) -> list[str]:
    return [each.strip() for each in row.strip().removeprefix("|").removesuffix("|").replace("\\|", "/").split("|")]


_LOOKS: tuple[Callable[[Sequence[str]], Iterator[Found]], ...] = (_headings, _bold_headings, _lists, _tables)


def _hits(path: tuple[str | int, ...], lines: Sequence[str]) -> Iterator[Hit]:
    for line, what, hint in sorted((found for look in _LOOKS for found in look(lines)), key=lambda found: found[0]):
        yield Hit(path, what, hint, line)


@sign
def _is_odd(line: str) -> bool:
    return _BEGINS.match(line) is not None or any(each in line for each in _WITHIN)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the lines of each body of which one is odd; nearly all have none."""
    for path, lines in bodies(standard, around, _is_odd):
        yield from _hits(path, lines)


def check_municipality(municipality: Municipality, around: Around) -> Iterator[Hit]:
    """Look at the lines of each shared text."""
    for name, fragment in municipality.fragments.items():
        yield from _hits(("fragments", name, "body"), fragment.body.split("\n"))


RULE = Rule(
    "A006",
    "warning",
    check,
    check_municipality,
    source=message("Kilde: lov om tilgængelighed af offentlige organers websteder, WCAG 2.1 punkt 1.3.1."),
    url="https://www.w3.org/TR/WCAG21/#info-and-relationships",
)
