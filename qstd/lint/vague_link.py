"""A007 vague_link (warning): a link says where it leads, and a picture has words.

Applies to bodies of sections and of shared texts. Found are: links whose words are "her", "læs mere" and the like, or the
address itself; addresses that stand bare in the text; "Læs mere her" where no link is left; pictures without words.
A short name of a site ("www.eksempel.dk") and a mailbox may stand in the text.
Why: who listens hears the links as a list: "her, her, læs mere". On paper the address is lost too. And nobody reads out
an address of 90 signs.
Source: the law on accessible web sites and WCAG 2.1, 2.4.4 and 1.1.1 (read).
How to mend: make the words that name the place the link: `[Regler for befordring](https://...)`.
Bad: "Læs mere [her](https://www.eksempel.dk/a)." Good: "Læs [reglerne for befordring](https://www.eksempel.dk/a)."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.lines import written
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.wording import short
from qstd.model.finding import message
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard

_LINK = lazy(r"(!?)\[([^\[\]\n]*)\]\(([^()\s]*)(?:\s+\"[^\"\n]*\")?\s*\)")
_AUTOLINK = lazy(r"<((?:https?|mailto):[^<>\s]+)>")
_BARE = lazy(r"https?://[^\s<>()»«\"]+|\bwww\.[^\s<>()/»«\"]+/[^\s<>()»«\"]+", re.IGNORECASE)
_ADDRESS = lazy(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
_SITE = lazy(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/?\Z", re.IGNORECASE)
_VAGUE = frozenset(
    "|her|klik|klik her|tryk her|se her|hent her|find her|læs her|læs mere|læs mere her|se mere|se mere her|mere|link|linket"
    "|dette link|denne side|på denne side|følg linket|her på siden|here|click here|read more|more|this link".split("|")
)
_SIGNS = ("](", "://", "w", "W")  # a Danish text has a w in little else than addresses
_ENDS_HERE = lazy(r"[hH][eE][rR][.!]*\s*(?:\n|\Z)")
_LOST = lazy(
    r"\b(?:klik|tryk|læs(?:es?)? (?:[^.:!?\n]{1,60} )?mere|se mere|hent)\b[^.:!?\n]{0,60}\bher[.!]?\s*\Z", re.IGNORECASE
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the links and addresses of each body."""
    everything = written(standard, around)
    if not any(sign in everything for sign in _SIGNS) and not _ENDS_HERE.search(everything):
        return
    for index, section in enumerate(standard.sections):
        yield from _hits(("sections", index, "body"), section.body)


def check_municipality(municipality: Municipality, around: Around) -> Iterator[Hit]:
    """Look at the links and addresses of each shared text."""
    for name, fragment in municipality.fragments.items():
        yield from _hits(("fragments", name, "body"), fragment.body)


def _hits(path: tuple[str | int, ...], body: str) -> Iterator[Hit]:
    low = body.lower()
    linked, bare = "](" in body, "www." in low or "://" in body
    if not linked and not bare and "her" not in low:
        return
    for number, line in enumerate(body.split("\n"), 1):
        if not linked and not bare and line.rstrip()[-4:].rstrip(".!")[-3:].casefold() != "her":
            continue  # nearly all lines
        for found in _LINK.finditer(line):
            yield from _of_link(path, number, found)
        rest = _LINK.sub(lambda found: "x" * bool(found[3]), line)
        yield from _of_text(path, number, rest, linked=rest != line)


def _of_link(path: tuple[str | int, ...], number: int, found: re.Match[str]) -> Iterator[Hit]:
    picture, words, address = found[1], _normal(found[2]), found[3]
    if picture and not words:
        what = message("Billedet har ingen tekst til dem, der ikke kan se det: {address}", address=short(address))
        yield Hit(path, what, message("Skriv med ord, hvad billedet viser, mellem [ og ]."), number)
    elif not picture and words in _VAGUE:
        what = message("Linkets ord siger ikke, hvor det fører hen: »{words}«", words=found[2])
        yield Hit(
            path,
            what,
            message("Lad linket være de ord, der siger, hvad man finder: »reglerne for befordring«."),
            number,
        )
    elif not picture and _ADDRESS.match(words) and not _SITE.match(words):
        yield _bare(path, number, words)


def _of_text(path: tuple[str | int, ...], number: int, text: str, linked: bool) -> Iterator[Hit]:
    addresses = [each for each in _BARE.findall(_AUTOLINK.sub(r" \1 ", text)) if not _SITE.match(each)]
    for each in addresses:
        yield _bare(path, number, each.rstrip(".,;:"))
    if not addresses and not linked and (found := _LOST.search(text)) and "www." not in text:
        what = message("Her er vist et link faldet ud: »{words}«", words=short(found[0]))
        yield Hit(
            path, what, message("Skriv linket ind som [ordene](adressen), eller skriv, hvor man finder det."), number
        )


def _bare(path: tuple[str | int, ...], number: int, address: str) -> Hit:
    what = message("Adressen står råt i teksten: {address}", address=short(address, 60))
    return Hit(path, what, message("Skriv den som et link med ord: [ordene](adressen)."), number)


def _normal(words: str) -> str:
    return " ".join(words.strip(" .,:;!*_>»«→\t").split()).casefold()


RULE = Rule(
    "A007",
    "warning",
    check,
    check_municipality,
    source=message("Kilde: lov om tilgængelighed af offentlige organers websteder, WCAG 2.1 punkt 2.4.4 og 1.1.1."),
    url="https://www.w3.org/TR/WCAG21/#link-purpose-in-context",
)
