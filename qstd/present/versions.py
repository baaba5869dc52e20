"""What pages say of the versions of a standard: which there were, and of one of them on which days it was in force."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from qstd.language import translator
from qstd.model.document import Block, Document, Heading, Inline, Item, Items, Link, Note, Paragraph, Text
from qstd.present.quantities import date
from qstd.present.standard import CHANGES
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown
ANCHOR = "udgaver"


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list of versions says of one: its first and last day (ISO; empty: no end is known), whether a page says what it
    changed, and whether it is in force.
    """

    first: str
    last: str
    has_changes: bool = False
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What the page of a version says of it. `goes_on` is a sentence on what has become of the standard, in Danish, and
    `words` and `address` lead on from there.
    """

    first: str
    last: str
    is_now: bool
    goes_on: str = ""
    words: str = ""
    address: str = ""


def with_versions(document: Document, versions: Sequence[Listed], language: str) -> Document:
    """Return the page of a standard with the list of its versions, the newest first, at its end."""
    if not versions:
        return document
    _ = translator(language)
    about = _("Hver udgave har sin egen adresse, der bliver ved med at vise den, som den var.")
    blocks = (
        Heading(2, (Text(_("Udgaver")),), id=ANCHOR),
        Paragraph((Text(about),), "small"),
        Items(tuple(Item((Paragraph(tuple(_listed(each, language))),)) for each in versions)),
    )
    return replace(document, blocks=(*document.blocks, *blocks))


def _listed(one: Listed, language: str) -> Iterator[Inline]:
    _ = translator(language)
    yield Link(f"{one.first}/index.html", (Text(upon(one.first, one.last, language)),))
    if one.is_now:
        yield Text(f" ({_('gælder nu')})")
    if one.has_changes:
        hint = _(" i udgaven fra den {date}").format(date=date(one.first, language))
        yield Text(". ")
        yield Link(f"{one.first}/{CHANGES}", (Text(_("Hvad blev ændret?")),), hint=hint)


def upon(first: str, last: str, language: str) -> str:
    """Return the days on which a version was in force, in words."""
    _ = translator(language)
    if last == first:
        return glue(_("Den {first}").format(first=date(first, language)))
    if last:
        return glue(_("Fra den {first} til den {last}").format(first=date(first, language), last=date(last, language)))
    return glue(_("Fra den {first}").format(first=date(first, language)))


def as_version(document: Document, standing: Standing, language: str) -> Document:
    """Return the page of a standard as that of one version: it says at the top on which days it was in force."""
    _ = translator(language)
    day = date(standing.first, language)
    short = _("{title}, udgaven fra den {date}").format(title=document.short_title or document.title, date=day)
    return replace(_after_head(document, _standing(standing, language)), short_title=glue(short))


def as_it_was(document: Document, day: str, language: str) -> Document:
    """Return a page or a paper with the words that it is as it was on a day (ISO); as it is where there is none."""
    if not day:
        return document
    _ = translator(language)
    title = glue(_("Som det var den {date}").format(date=date(day, language)))
    more = _("Her står det, der var gældende den dag, og ikke det, der gælder nu.")
    return _after_head(document, Note((Paragraph((Text(more),)),), "info", (Text(title),)))


def _after_head(document: Document, block: Block) -> Document:
    head = len(tuple(takewhile(_opens, document.blocks)))
    return replace(document, blocks=(*document.blocks[:head], block, *document.blocks[head:]))


def _opens(block: Block) -> bool:
    first = isinstance(block, Heading) and block.level == 1
    return first or (isinstance(block, Paragraph) and block.kind in ("lead", "meta"))


def _standing(one: Standing, language: str) -> Note:
    _ = translator(language)
    days = _DAYS[one.is_now, bool(one.last)]
    told = glue(_(days).format(first=date(one.first, language), last=date(one.last, language) if one.last else ""))
    more = f" {_(one.goes_on)}" if one.goes_on else ""
    inlines: tuple[Inline, ...] = (Text(told + more),)
    if one.address:
        inlines += (Text(" "), Link(one.address, (Text(glue(_(one.words))),)))
    title = _("Udgaven, der gælder nu") if one.is_now else _("Tidligere udgave")
    return Note((Paragraph(inlines),), "info", (Text(title),))


_DAYS = {
    (True, False): N_("Denne udgave gælder fra den {first}."),
    (True, True): N_("Denne udgave gælder fra den {first} til den {last}."),
    (False, True): N_("Denne udgave gjaldt fra den {first} til den {last}. Den gælder ikke længere."),
    (False, False): N_("Denne udgave gjaldt fra den {first}. Den gælder ikke længere."),
}
