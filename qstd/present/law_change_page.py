"""What a change in the law touches, laid out: by municipality and standard, each passage with the provision marked; and the
letter to each municipality.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qstd.language import fill, translator
from qstd.model.document import (
    Block,
    Blocks,
    Document,
    Heading,
    Inlines,
    Item,
    Items,
    Note,
    Paragraph,
    Strong,
    Text,
)
from qstd.model.law_change import LawChange, Passage, Touched, Wanted
from qstd.present import law_change_words as words
from qstd.present.inlines import over_blocks, rewrite, wrap
from qstd.present.quantities import quoted
from qstd.present.typography import glue


class Letter(NamedTuple):
    """What a municipality is sent: whose it is (slug and name), the subject, and the text."""

    slug: str
    name: str
    subject: str
    text: str


def law_change_document(change: LawChange, language: str = "da", with_letters: bool = False) -> Document:
    """Lay out what a change touches; perhaps with the letters to send at the end."""
    _ = translator(language)
    name = words.provision(change.wanted, language)
    title, extent = _("Lovændring: {provision}").format(provision=name), words.extent(change, language)
    groups = words.by_municipality(change)
    blocks: Blocks = (
        Heading(1, (Text(title),)),
        Paragraph((Text(extent),), "lead"),
        *(block for slug, whose, own in groups for block in _municipality(slug, whose, own, language)),
        *(_to_send(letters(change, language), language) if with_letters and groups else ()),
        *_unread(change, language),
    )
    return Document(
        title=title,
        short_title=title,
        blocks=over_blocks(blocks, _glued),
        kind="report",
        language="da-DK" if language == "da" else "en-GB",
        around=language,
        description=extent,
    )


def _glued(inlines: Inlines) -> Inlines:
    return rewrite(inlines, lambda text: (Text(glue(text)),))


def _municipality(slug: str, whose: str, own: Sequence[Touched], language: str) -> Iterator[Block]:
    yield Heading(2, (Text(whose),), id=slug)
    for each in own:
        yield Heading(3, (Text(each.title),), id=each.ref.replace("/", "--"))
        yield Paragraph((Text(words.reason(each, language)),), "small")
        if each.passages:
            yield Items(tuple(Item((Paragraph(_passage(one, language)),)) for one in each.passages))
        else:
            yield Paragraph((Text(translator(language)("Bestemmelsen står ikke i selve teksten.")),))


def _passage(passage: Passage, language: str) -> Inlines:
    before, after = quoted("\n", language).split("\n")
    said = wrap((Text(passage.words),), [(start, end, _strong) for start, end in _apart(passage.names)])
    return (Text(f"{words.where(passage, language)}: {before}"), *said, Text(after))


def _strong(inlines: Inlines) -> Strong:
    return Strong(inlines)


def _apart(names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield stretches without those that begin inside the one before."""
    last = 0
    for start, end in names:
        if start >= last:
            yield start, end
            last = end


def _unread(change: LawChange, language: str) -> Iterator[Block]:
    if change.findings:
        files = ", ".join(dict.fromkeys(each.place.file for each in change.findings))
        said = fill("Disse filer kunne ikke læses og er ikke med: {files}.", {"files": files}, language)
        yield Note((Paragraph((Text(said),)),), "info")


# ---------- Letters ----------


def letters(change: LawChange, language: str = "da") -> tuple[Letter, ...]:
    """Return the text to send to each municipality."""
    name = words.provision(change.wanted, language)
    subject = _plain(fill("Ændring i {provision}: standarder, der skal ses efter", {"provision": name}, language))
    found = []
    for slug, whose, own in words.by_municipality(change):
        text = "\n".join(_letter(whose, own, change.wanted, language))
        found.append(Letter(slug, whose, subject, _plain(text) + "\n"))
    return tuple(found)


def _letter(whose: str, own: Sequence[Touched], wanted: Wanted, language: str) -> Iterator[str]:
    yield fill("Til {name}", {"name": whose}, language)
    yield ""
    yield words.asked(own, wanted, language)
    for number, each in enumerate(own, 1):
        yield ""
        yield f"{number}. {_one_line(each.title)} ({each.ref})"
        yield f"   {words.reason(each, language)}"
        for one in _told_once(each.passages):
            said = quoted(_one_line(one.words), language)
            yield f"   - {_one_line(words.where(one, language))}: {said}"


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def _told_once(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield passages without the facts whose words have been told."""
    told = {each.words for each in passages if each.kind != "fact"}
    return (each for each in passages if each.kind != "fact" or each.words not in told)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _to_send(sent: Sequence[Letter], language: str) -> Iterator[Block]:
    _ = translator(language)
    yield Heading(2, (Text(_("Tekster til at sende")),), id="tekster")
    yield Paragraph((Text(_("Én til hver kommune. Teksten kan sættes ind i en mail, som den er.")),), "small")
    for each in sent:
        lines = (each.subject, *filter(None, each.text.splitlines()))
        said = tuple(Paragraph((Text(line.strip()),)) for line in lines)
        yield Note(said, "quote", (Text(each.name),))
