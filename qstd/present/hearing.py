"""A hearing on paper: the standard with a number at each point, the form for remarks, and the note with all answers."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from qstd.language import translator
from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Document,
    Heading,
    Inlines,
    Item,
    Items,
    Mark,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
    dotted,
    plain,
)
from qstd.model.hearing import HearingAnswer, HearingFile
from qstd.model.standard import Standard
from qstd.present.quantities import date
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown
COLUMNS = {
    "number": N_("Nr."),
    "by": N_("Fra"),
    "point": N_("Punkt"),
    "section": N_("Afsnit"),
    "text": N_("Bemærkning"),
    "suggestion": N_("Forslag til ny ordlyd"),
    "reply": N_("Kommunens svar"),
}
"""The headings of the forms' columns, by what stands below them; they are read back by these words."""
OUTCOMES = {
    "followed": N_("Fulgt"),
    "partly": N_("Delvis fulgt"),
    "not_followed": N_("Ikke fulgt"),
    "noted": N_("Taget til efterretning"),
}
_SPARE_ROWS = 6


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a section: its name, its heading as it is printed, and the numbers of its first and last point."""

    section: str
    heading: str
    first: int
    last: int

    @property
    def words(self) -> str:
        """The numbers as people write them: "3" or "3–7"; nothing for a section without text."""
        if self.last < self.first:
            return ""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


# ---------- The standard with numbers ----------


def numbered(
    document: Document, hearing: HearingFile, without: Collection[Block] = (), language: str = "da"
) -> tuple[Document, tuple[Points, ...]]:
    """Return a standard laid out for a hearing: each paragraph, entry and table of its sections has a number, and the
    head says until when one answers, instead of what `without` says. The numbers of each section come with it.
    """
    _ = translator(language)
    counter = _Counter(language)
    kept = [each for each in document.blocks if each not in without]
    blocks = tuple(each for block in kept for each in counter.numbered(block))
    head = next((at + 1 for at, each in enumerate(blocks) if isinstance(each, Paragraph) and each.kind == "lead"), 1)
    title = _("I høring: {title}").format(title=document.title)
    whole = (*blocks[:head], _invitation(hearing, language), *blocks[head:])
    return replace(document, title=title, blocks=whole, base=None), tuple(counter.sections)


class _Counter:
    """Gives numbers to the blocks of a document as they come."""

    def __init__(self, language: str) -> None:
        self.sections: list[Points] = []
        self._next, self._inside, self._language = 1, False, language

    def numbered(self, block: Block) -> Iterator[Block]:
        if isinstance(block, Heading):
            self._headed(block)
            yield block
        elif not self._inside or (isinstance(block, Paragraph) and block.kind == "approval"):
            yield block
        elif isinstance(block, Paragraph):
            yield self._paragraph(block)
        elif isinstance(block, Items) and block.kind in ("bullet", "ordered"):
            yield replace(block, items=tuple(map(self._item, block.items)))
        else:
            yield Paragraph(self._label(), "small")
            yield block

    def _headed(self, heading: Heading) -> None:
        if heading.section:
            words = " ".join(filter(None, (dotted(heading.number), plain(heading.inlines))))
            self.sections.append(Points(heading.section, words, self._next, self._next - 1))
        self._inside = bool(heading.section) or (self._inside and heading.level > 2)

    def _label(self) -> Inlines:
        number = self._next
        self._next += 1
        self.sections[-1] = replace(self.sections[-1], last=number)
        title = translator(self._language)("Punkt {number}").format(number=number)
        return (Mark((Text(str(number)),), "tag", f"punkt-{number}", title), Text("\N{EN SPACE}"))

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, inlines=(*self._label(), *paragraph.inlines))

    def _item(self, item: Item) -> Item:
        first, *rest = item.blocks or (Paragraph(()),)
        if isinstance(first, Paragraph):
            return replace(item, blocks=(self._paragraph(first), *rest))
        return replace(item, blocks=(Paragraph(self._label()), first, *rest))


def _invitation(hearing: HearingFile, language: str) -> Note:
    _ = translator(language)
    words = [_("Standarden er i høring. Den er et udkast og gælder ikke endnu.")]
    if hearing.to:
        words.append(_("Den er sendt til: {parties}.").format(parties=", ".join(hearing.to)))
    if hearing.closes:
        words.append(_("Svar senest den {date}.").format(date=date(hearing.closes.isoformat(), language)))
    words.append(_("Nævn nummeret på det punkt, I har en bemærkning til."))
    return Note((Paragraph((Text(glue(" ".join(words))),)),), "info")


# ---------- The form for remarks ----------


def form_document(heard: Document, hearing: HearingFile, points: Sequence[Points], language: str = "da") -> Document:
    """Lay out the form in which a party writes its remarks: a row for each section, and some to spare."""
    _ = translator(language)
    names = ("point", "section", "text", "suggestion")
    rows = [_row((each.words, each.heading, "", ""), names, language) for each in points]
    rows += [_row(("", "", "", ""), names, language) for _each in range(_SPARE_ROWS)]
    title = _("Høringssvar: {title}").format(title=heard.short_title or heard.title)
    ask = _(
        "Skriv én bemærkning i hver række. Ret nummeret, så det passer til det punkt, I taler om. Tomme rækker tæller ikke."
    )
    blocks: Blocks = (
        Heading(1, (Text(title),)),
        Paragraph((Strong((Text(_("Hvem svarer:")),)), Text(" "))),
        *_until(hearing, language),
        Paragraph((Text(ask),)),
        Table((_head(names, language),), tuple(rows), (Text(_("Bemærkninger")),), form=True),
    )
    return _own(heard, title, blocks)


def _until(hearing: HearingFile, language: str) -> Iterator[Block]:
    if hearing.closes:
        words = translator(language)("Svar senest den {date}.")
        yield Paragraph((Text(glue(words.format(date=date(hearing.closes.isoformat(), language)))),))


# ---------- The note with all answers ----------


def note_document(
    heard: Document, hearing: HearingFile, standard: Standard, today: dt.date | None = None, language: str = "da"
) -> Document:
    """Lay out what was answered and what the municipality says to it. `today` is the day it is written, None for none."""
    _ = translator(language)
    title = _("Høringsnotat: {title}").format(title=heard.short_title or heard.title)
    blocks: Blocks = (
        Heading(1, (Text(title),)),
        Paragraph((Text(glue(_asked(hearing, today, language))),), "lead"),
        *(Paragraph((Text(glue(each)),)) for each in _counted(hearing, language)),
        *_answers(hearing, standard, language),
    )
    return replace(_own(heard, title, blocks), date=today.isoformat() if today else hearing.opened.isoformat())


def _asked(hearing: HearingFile, today: dt.date | None, language: str) -> str:
    _ = translator(language)
    words = [_("Høringen begyndte den {date}.").format(date=date(hearing.opened.isoformat(), language))]
    if hearing.closes:
        over = today is None or today > hearing.closes
        ends = _("Den sluttede den {date}.") if over else _("Den slutter den {date}.")
        words.append(ends.format(date=date(hearing.closes.isoformat(), language)))
    if hearing.to:
        words.append(_("Den blev sendt til: {parties}.").format(parties=", ".join(hearing.to)))
    return " ".join(words)


def _counted(hearing: HearingFile, language: str) -> Iterator[str]:
    """Yield how many answered, who did not, and how many remarks still wait for a reply."""
    _ = translator(language)
    who = tuple(dict.fromkeys(each.by for each in hearing.answers))
    if not who:
        yield _("Der er ikke kommet nogen svar.")
        return
    yield _("Bemærkninger: {count}. De er fra: {parties}.").format(count=len(hearing.answers), parties=", ".join(who))
    silent = [each for each in hearing.to if each.casefold() not in {one.casefold() for one in who}]
    if silent:
        yield _("Disse har ikke svaret: {parties}.").format(parties=", ".join(silent))
    waiting = sum(not each.reply for each in hearing.answers)
    if waiting:
        yield _("Bemærkninger, der mangler kommunens svar: {count}.").format(count=waiting)


def _answers(hearing: HearingFile, standard: Standard, language: str) -> Iterator[Block]:
    if not hearing.answers:
        return
    _ = translator(language)
    headings = {
        each.key: " ".join(filter(None, (dotted(each.number or ""), each.heading))) for each in standard.sections
    }
    names = ("number", "by", "point", "text", "reply")
    rows = tuple(
        Row(
            (
                _cell((Text(str(number)),), header=True),
                _cell((Text(answer.by),)),
                _cell(_where(answer, headings, language)),
                _cell(*_remark(answer, language)),
                _cell(*_reply(answer, language)),
            )
        )
        for number, answer in enumerate(hearing.answers, 1)
    )
    yield Table((_head(names, language),), rows, (Text(_("Bemærkninger og svar")),), form=True)


def _where(answer: HearingAnswer, headings: dict[str, str], language: str) -> Inlines:
    heading = headings.get(answer.section or "", "")
    if not (answer.point or heading):
        return (Text(translator(language)("Hele standarden")),)
    parts = [Text(answer.point)] if answer.point else []
    parts += [Text(heading)] if heading else []
    return (parts[0], Break(), parts[1]) if len(parts) == 2 else tuple(parts)


def _remark(answer: HearingAnswer, language: str) -> Iterator[Inlines]:
    yield from _lines(answer.text)
    if answer.suggestion:
        label = translator(language)("Forslag:")
        first, *rest = _lines(answer.suggestion)
        yield (Strong((Text(f"{label} "),)), *first)
        yield from rest


def _reply(answer: HearingAnswer, language: str) -> Iterator[Inlines]:
    if answer.outcome:
        yield (Strong((Text(f"{translator(language)(OUTCOMES[answer.outcome])}."),)),)
    yield from _lines(answer.reply or "")


def _lines(text: str) -> Iterator[Inlines]:
    for each in text.split("\n"):
        if each.strip():
            yield (Text(glue(each.strip())),)


# ---------- Tables ----------


def _head(names: Sequence[str], language: str) -> Row:
    _ = translator(language)
    return Row(tuple(Cell((Paragraph((Text(_(COLUMNS[each])),)),), "column") for each in names))


def _row(texts: Sequence[str], names: Sequence[str], language: str) -> Row:
    _ = translator(language)
    return Row(
        tuple(
            Cell((Paragraph((Text(text),) if text else ()),), column=_(COLUMNS[name]))
            for text, name in zip(texts, names, strict=True)
        )
    )


def _cell(*lines: Inlines, header: bool = False) -> Cell:
    return Cell(tuple(map(Paragraph, lines)) or (Paragraph(()),), "row" if header else "")


def _own(heard: Document, title: str, blocks: Blocks) -> Document:
    """Return a document beside the standard, in its frame."""
    return replace(heard, title=title, short_title=title, blocks=blocks, kind="report", description=title, base=None)
