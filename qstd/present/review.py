"""The review of an import: the source beside what became of it, what to look at, and the account of every word."""

from collections import Counter
from collections.abc import Iterator, Sequence

from qstd import catalogue, prose
from qstd.language import Translate, translator
from qstd.messages import words
from qstd.model.document import (
    Block,
    Blocks,
    Cell,
    Document,
    Heading,
    Item,
    Items,
    Mark,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from qstd.model.draft import Account, Confidence, Doubt, Draft, Recognition, SectionOrigin, Tally
from qstd.model.facts import AnyFact
from qstd.model.outline import LINE_BREAK, Furniture, Outline, Spot
from qstd.model.standard import Section
from qstd.present.facts import kind_label, value

N_ = str  # marks a Danish text that is translated where it is shown

_SURE: dict[Confidence, tuple[str, str]] = {
    4: ("confidence-4", N_("kendt overskrift")),
    3: ("confidence-3", N_("næsten kendt overskrift")),
    2: ("confidence-2", N_("ligner en kendt overskrift")),
    1: ("confidence-1", N_("gættet af teksten")),
    0: ("confidence-1", N_("intet emne fundet")),
}
STATUS = {
    "PASS": N_("Alle ord fra kilden er fundet igen."),
    "FAIL": N_("Ikke alle ord stemmer. Se dem nedenfor."),
    "NOT_CHECKED": N_("Ordene kunne ikke tælles efter."),
}
FURNITURE = {
    "header": N_("sidehoved"),
    "footer": N_("sidefod"),
    "page_number": N_("sidetal"),
    "contents": N_("indholdsfortegnelse"),
    "navigation": N_("navigation"),
    "banner": N_("banner"),
    "deleted": N_("slettet med ændringsmarkering"),
    "comment": N_("kommentar"),
    "hidden": N_("skjult"),
    "repeated": N_("gentaget tabelhoved"),
}
_TALLIES = (
    ("source", N_("i kilden")),
    ("placed", N_("i standarden")),
    ("joined", N_("samlet over en linje")),
    ("furniture", N_("hører til siden")),
    ("unplaced", N_("ikke fundet igen")),
    ("extra", N_("ikke fra kilden")),
)
_FINEST = (("line",), ("table", "row"), ("paragraph",))  # the first one that is known tells the place within the page
_SPOT = (
    ("page", N_("side {number}")),
    ("line", N_("linje {number}")),
    ("table", N_("tabel {number}")),
    ("row", N_("række {number}")),
    ("paragraph", N_("tekststykke {number}")),
)


def review_document(outline: Outline, found: Recognition, language: str = "da") -> Document:
    """Lay out what became of a source, for the person who is to look it over."""
    _ = translator(language)
    title = _("Gennemsyn af {file}").format(file=outline.file)
    blocks: list[Block] = [
        Heading(1, (Text(title),)),
        *_account(found.account, _),
    ]
    for draft in found.drafts:
        blocks += _draft(draft, language)
    blocks += _furniture(found.furniture, _)
    return Document(title=title, blocks=tuple(blocks), kind="review", language="da-DK", around=language)


def where(spot: Spot, say: Translate) -> str:
    """Return where something stands in a source ("side 3, tabel 1, række 4"); empty where that is not known."""
    best = next((names for names in _FINEST if getattr(spot, names[0])), ())
    parts = [(name, text) for name, text in _SPOT if getattr(spot, name) and name in ("page", *best)]
    return ", ".join(say(text).format(number=getattr(spot, name)) for name, text in parts)


def tallies(tally: Tally, say: Translate) -> Iterator[tuple[str, int]]:
    """Yield what a tally counts and how many; what is nothing is left out, but for what a reader looks for."""
    for name, text in _TALLIES:
        number = getattr(tally, name)
        if number or name in ("source", "placed", "unplaced"):
            yield say(text), number


# ---------- The account ----------


def _account(account: Account, say: Translate) -> Iterator[Block]:
    yield Heading(2, (Text(say("Regnskab over ordene")),))
    yield Paragraph((Strong((Text(say(STATUS[account.status])),)),))
    lines = (say("Ord"), account.words), (say("Tal, datoer, beløb og §§"), account.numbers)
    items = []
    for label, tally in lines:
        said = ", ".join(f"{number} {text}" for text, number in tallies(tally, say))
        items.append(Item((Paragraph((Text(said),)),), (Text(label),)))
    yield Items(tuple(items), "facts")
    if account.unplaced:
        yield Items(
            tuple(_entry(_unplaced(each.word, each.times, each.extra, each.spot, say)) for each in account.unplaced)
        )
    if account.splits:
        yield Paragraph((Text(say("Ord, der stod ud i ét, eller som var skilt ad:")),))
        yield Items(tuple(_entry(f"{each.left} | {each.right}") for each in account.splits))
    doubtful = [each for each in account.joints if each.kind == "doubtful"]
    if doubtful:
        yield Paragraph(
            (Text(say("Ord, der var delt over en linje, og hvor det ikke er sikkert, hvordan de staves:")),)
        )
        yield Items(tuple(_entry(f"{each.left}{each.right} → {each.result}") for each in doubtful))


def _unplaced(word: str, times: int, extra: bool, spot: Spot, say: Translate) -> str:
    what = say("»{word}« står ikke i kilden") if extra else say("»{word}« er ikke fundet igen")
    said = what.format(word=word) + (f" ({times})" if times > 1 else "")
    at = where(spot, say)
    return f"{said}: {at}" if at else said


def _entry(text: str) -> Item:
    return Item((Paragraph((Text(text),)),))


# ---------- One standard ----------


def _draft(draft: Draft, language: str) -> Iterator[Block]:
    _ = translator(language)
    standard = draft.standard
    yield Heading(2, (Text(standard.title),))
    yield Items(tuple(_front(draft, language)), "facts")
    if draft.doubts:
        yield Heading(3, (Text(_("Se efter her")),))
        yield Items(tuple(_doubt(each, draft, language) for each in draft.doubts))
    yield Heading(3, (Text(_("Kilden ved siden af standarden")),))
    head = Row(
        tuple(Cell((Paragraph((Text(_(each)),)),), "column") for each in (N_("Afsnit"), N_("Kilden"), N_("Standarden")))
    )
    rows = zip(standard.sections, draft.origins, strict=True)
    yield Table((head,), tuple(_section(each, origin, language) for each, origin in rows), kind="texts")
    if standard.facts:
        yield Heading(3, (Text(_("Forslag til oplysninger")),))
        yield _facts(standard.facts, language)


def _front(draft: Draft, language: str) -> Iterator[Item]:
    _ = translator(language)
    service = catalogue.service(draft.standard.service)
    known = catalogue.municipality(draft.municipality)
    lines = (
        (_("Kommune"), known.display if known else ""),
        (_("Ydelse"), catalogue.label(service.name, language) if service else ""),
        (_("Godkendelse"), (draft.standard.approval.text or "") if draft.standard.approval else ""),
        (_("Afsnit"), str(len(draft.standard.sections))),
    )
    for label, text in lines:
        yield Item((Paragraph((Text(text or "–"),)),), (Text(label),))


def _doubt(doubt: Doubt, draft: Draft, language: str) -> Item:
    say = translator(language)
    at = where(doubt.spot, say)
    section = _named(doubt, draft)
    said = words(doubt.message, language) + (f" ({at})" if at else "")
    return Item((Paragraph((Text(f"{section}: {said}" if section else said),)),))


def _named(doubt: Doubt, draft: Draft) -> str:
    """Return the section that a doubt is about, as readers know it."""
    if len(doubt.path) < 2 or doubt.path[0] != "sections" or not isinstance(doubt.path[1], int):
        return ""
    section = draft.standard.sections[doubt.path[1]]
    return " ".join(each for each in (section.number, section.heading) if each)


def _section(section: Section, origin: SectionOrigin, language: str) -> Row:
    say = translator(language)
    at = where(origin.spot, say)
    lines = [each for each in origin.source.replace(LINE_BREAK, "\n").split("\n") if each.strip()]
    source: Blocks = tuple(Paragraph((Text(each),)) for each in lines)
    if at:
        source = (Paragraph((Text(at),), "small"), *source)
    heading = " ".join(each for each in (section.number, section.heading) if each)
    label: Blocks = (
        Paragraph((Strong((Text(heading or "–"),)),)),
        Paragraph((_topic(section, origin.confidence, language),), "small"),
    )
    return Row(
        (
            Cell(label, "row"),
            Cell(source, column=say(N_("Kilden"))),
            Cell(_body(section, say), column=say(N_("Standarden"))),
        )
    )


def _body(section: Section, say: Translate) -> Blocks:
    blocks = prose.blocks(section.body)
    return blocks or (Paragraph((Mark((Text(say("Overskrift uden tekst")),), "empty"),), "value"),)


def _topic(section: Section, confidence: Confidence, language: str) -> Mark:
    say = translator(language)
    kind, sure = _SURE[confidence]
    topic = catalogue.topics().get(section.topic or "")
    name = catalogue.label(topic.label, language) if topic else "–"
    return Mark((Text(f"{name} ({say(sure)})"),), kind)  # type: ignore[arg-type]  # the four kinds of confidence


def _facts(facts: tuple[AnyFact, ...], language: str) -> Table:
    _ = translator(language)
    columns = (N_("Nr."), N_("Oplysning"), N_("Værdi"), N_("Ordene bag"))
    head = Row(tuple(Cell((Paragraph((Text(_(each)),)),), "column") for each in columns))
    rows = []
    for number, fact in enumerate(facts, 1):
        shown = value(fact, language)
        texts = (
            str(number),
            kind_label(fact.kind, getattr(fact, "role", ""), language),
            "; ".join((shown.text, *shown.details)),
            fact.evidence.quote,
        )
        rows.append(
            Row(
                tuple(
                    Cell((Paragraph((Text(each),)),), column=_(name)) for each, name in zip(texts, columns, strict=True)
                )
            )
        )
    return Table((head,), tuple(rows))


# ---------- What is no text ----------


def _furniture(furniture: Sequence[Furniture], say: Translate) -> Iterator[Block]:
    if not furniture:
        return
    yield Heading(2, (Text(say("Ikke med i standarden")),))
    counted = Counter((each.kind, _short(each)) for each in furniture if each.text.strip())
    items = []
    for (kind, text), times in counted.items():
        more = f" ({times})" if times > 1 else ""
        items.append(Item((Paragraph((Text(f"{text}{more}"),)),), (Text(say(FURNITURE[kind])),)))
    yield Items(tuple(items), "facts")


def _short(each: Furniture) -> str:
    text = " ".join(each.text.split())
    return text if len(text) <= 160 else f"{text[:160]} ..."
