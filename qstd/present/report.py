"""The report on standards: what each says and leaves out, how old and how hard to read it is, and what the rules find."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from qstd import catalogue
from qstd.language import Translate, translator
from qstd.messages import words
from qstd.model.document import (
    Block,
    Brand,
    Cell,
    Document,
    Heading,
    Inline,
    Item,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from qstd.model.finding import Finding, Severity
from qstd.model.standard import Standard
from qstd.present.approval_notes import changed_since, since
from qstd.present.quantities import date, listed, lower_first, upper_first
from qstd.present.slugs import slug
from qstd.present.standard import approval_line, section_anchors
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown

TopicState = Literal["stated", "none", "elsewhere", "empty", "absent"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
_PLURAL: dict[Severity, str] = {"error": N_("Fejl"), "warning": N_("Advarsler"), "info": N_("Bemærkninger")}
_EASY = ((34, N_("let")), (44, N_("middel")), (54, N_("svær")))


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is to read: the LIX of the whole (None where there is too little text to tell), and of the hardest
    sections by their index.
    """

    lix: int | None = None
    hardest: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in one file. `standard` is as it is published (None where the file cannot be read, or is no standard);
    `address` leads to its page (empty where there is none here), `published` is whether it can have one, `topics` are those
    that standards under its provision have. `owner` is whose it is, where that does not go without saying.
    """

    file: str
    findings: tuple[Finding, ...]
    standard: Standard | None = None
    address: str = ""
    published: bool = True
    topics: tuple[tuple[str, TopicState], ...] = ()
    reading: Reading = Reading()
    owner: str = ""

    def count(self, severity: Severity) -> int:
        """Return how many findings are of a severity."""
        return sum(each.severity == severity for each in self.findings)

    @property
    def title(self) -> str:
        """What it is called."""
        own = self.standard.title if self.standard else self.file
        return f"{self.owner}: {own}" if self.standard and self.owner else own


def report_document(looked: Sequence[Looked], name: str, language: str = "da", brand: Brand | None = None) -> Document:
    """Lay out the report on the files of a municipality, or of several; `name` is whose they are (empty: several)."""
    _ = translator(language)
    title = _("Eftersyn af standarderne i {name}").format(name=name) if name else _("Eftersyn af standarderne")
    lead = _("Hvad standarderne mangler, hvor gamle og hvor svære at læse de er, og hvad reglerne finder.")
    anchors = _anchors(looked)
    return Document(
        title=title,
        blocks=(
            Heading(1, (Text(title),)),
            Paragraph((Text(lead),), "lead"),
            *_overview(looked, anchors, language),
            *(block for each, anchor in zip(looked, anchors, strict=True) for block in _one(each, anchor, language)),
        ),
        kind="report",
        short_title=_("Eftersyn"),
        language="da-DK" if language == "da" else "en-GB",
        author=name,
        description=lead,
        brand=brand or Brand(),
    )


def _anchors(looked: Sequence[Looked]) -> list[str]:
    """Return an anchor for each file."""
    names: list[str] = []
    for each in looked:
        base = slug(each.title) or "fil"
        names.append(base if base not in names and base not in ("indhold", "overblik") else f"{base}-{len(names) + 1}")
    return names


# ---------- The overview ----------


def _overview(looked: Sequence[Looked], anchors: Sequence[str], language: str) -> Iterator[Block]:
    _ = translator(language)
    yield Heading(2, (Text(_("Overblik")),), id="overblik")
    if not looked:
        yield Paragraph((Text(_("Ingen standarder at tjekke.")),))
        return
    columns = [_("Standard"), _("Godkendt"), _("Emner"), _("Lixtal"), *(_(_PLURAL[each]) for each in SEVERITIES)]
    head = Row(tuple(Cell((Paragraph((Text(each),)),), "column") for each in columns))
    body = []
    for each, anchor in zip(looked, anchors, strict=True):
        first = Cell((Paragraph((Link(f"#{anchor}", (Text(glue(each.title)),)),)),), "row")
        said = zip(columns[1:], _row(each, language), strict=True)
        body.append(Row((first, *(Cell((Paragraph((Text(text),)),), column=name) for name, text in said))))
    yield Table((head,), tuple(body))
    yield from _since_approval(looked, anchors, language)
    notes = (
        _("Emner: dem, som standarder efter bestemmelsen plejer at have. Kun nogle af dem er et lovkrav."),
        _("Lixtal: 45 og derover er svær tekst, 55 og derover meget svær."),
    )
    for note in notes:
        yield Paragraph((Text(note),), "small")


def _since_approval(looked: Sequence[Looked], anchors: Sequence[str], language: str) -> Iterator[Block]:
    """Yield which standards say something else than what was approved."""
    own = [pair for pair in zip(looked, anchors, strict=True) if pair[0].standard and changed_since(pair[0].standard)]
    if own:
        told: list[Inline] = [Text(translator(language)("Ændret siden godkendelsen") + ": ")]
        for number, (each, anchor) in enumerate(own, 1):
            told += [Link(f"#{anchor}", (Text(glue(each.title)),)), Text("." if number == len(own) else ", ")]
        yield Paragraph(tuple(told))


def _row(each: Looked, language: str) -> list[str]:
    counts = [str(each.count(severity)) for severity in SEVERITIES]
    covered = _covered(each, language).replace(" ", "\N{NO-BREAK SPACE}")
    return [_approved(each, language), covered, str(each.reading.lix or "–"), *counts]


def _approved(each: Looked, language: str) -> str:
    approval = each.standard.approval if each.standard else None
    return date(approval.date.isoformat(), language) if approval and approval.date else "–"


def _covered(each: Looked, language: str) -> str:
    if not each.topics:
        return "–"
    said = sum(state not in ("empty", "absent") for _, state in each.topics)
    return translator(language)("{said} af {topics}").format(said=said, topics=len(each.topics))


# ---------- One file ----------


def _one(each: Looked, anchor: str, language: str) -> Iterator[Block]:
    _ = translator(language)
    yield Heading(2, (Text(glue(each.title)),), id=anchor)
    if each.address:
        yield Paragraph((Link(each.address, (Text(_("Læs standarden")),), hint=f": {each.title}"),))
    if not each.published:
        yield Note((Paragraph((Text(_("Standarden er ikke udgivet, som filen ser ud nu.")),)),), "info")
    if each.standard:
        yield Items(tuple(_state(each, each.standard, language)), "facts")
    if not each.findings:
        yield Paragraph((Text(_("Reglerne finder ikke noget.")),))
    for severity in SEVERITIES:
        yield from _of_severity(each, severity, language)


def _state(each: Looked, standard: Standard, language: str) -> Iterator[Item]:
    """Yield how whole, how old and how hard to read a standard is."""
    _ = translator(language)
    if each.topics:
        yield Item(tuple(_topics(each, language)), (Text(_("Emner")),))
    yield Item(tuple(_approval(standard, language)), (Text(_("Godkendelse")),))
    if standard.language == "da":
        yield Item(tuple(_reading(each.reading, standard, language)), (Text(_("Læsbarhed")),))


def _approval(standard: Standard, language: str) -> Iterator[Block]:
    yield Paragraph((Text(glue(approval_line(standard, language))),))
    if changed_since(standard):
        yield Paragraph((Text(glue(since(standard, language))),))


def _topics(each: Looked, language: str) -> Iterator[Block]:
    """Yield the topics of the provision by state, what is missing first; those that are there are only counted."""
    _ = translator(language)
    service = catalogue.service(each.standard.service) if each.standard else None
    required = service.required if service else ()
    yield Paragraph((Text(_("{covered} står i standarden.").format(covered=_covered(each, language))),))
    shown: dict[TopicState, Inline] = {
        "absent": Mark((Text(_("Står der ikke")),), "absent"),
        "empty": Mark((Text(_("Overskrift uden tekst")),), "empty"),
        "none": Mark((Text(_("Der står, at der ingen er")),), "none"),
        "elsewhere": Text(_("Står i et andet afsnit")),
    }
    for state, words_of_it in shown.items():
        names = [_topic_name(topic, topic in required, language) for topic, found in each.topics if found == state]
        if names:
            yield Paragraph((words_of_it, Text(f": {listed(names, language)}.")))


def _topic_name(key: str, required: bool, language: str) -> str:
    topic = catalogue.topics().get(key)
    name = lower_first(catalogue.label(topic.label, language)) if topic else key
    return translator(language)("{topic} (lovkrav)").format(topic=name) if required else name


def _reading(reading: Reading, standard: Standard, language: str) -> Iterator[Block]:
    _ = translator(language)
    if reading.lix is None:
        yield Paragraph((Text(_("Der er for lidt sammenhængende tekst til et lixtal.")),))
        return
    word = next((word for limit, word in _EASY if reading.lix <= limit), N_("meget svær"))
    yield Paragraph((Text(_("Lixtal {lix}: {word}.").format(lix=reading.lix, word=_(word))),))
    if reading.hardest:
        named = [
            _("»{section}« ({lix})").format(section=_section_name(standard, index, _), lix=lix)
            for index, lix in reading.hardest
        ]
        yield Paragraph((Text(_("Sværest: {sections}.").format(sections=listed(named, language))),))


def _section_name(standard: Standard, index: int, say: Translate) -> str:
    section = standard.sections[index]
    return section.heading or say("afsnit {number}").format(number=section.number or index + 1)


# ---------- Findings ----------


def _of_severity(each: Looked, severity: Severity, language: str) -> Iterator[Block]:
    found = [one for one in each.findings if one.severity == severity]
    if not found:
        return
    title = f"{translator(language)(_PLURAL[severity])} ({len(found)})"
    codes: dict[str, list[Finding]] = {}
    for one in found:
        codes.setdefault(one.code, []).append(one)
    yield Heading(3, (Text(title),))
    yield Items(tuple(_item(own, each, language) for own in codes.values()), "facts")


def _item(findings: Sequence[Finding], each: Looked, language: str) -> Item:
    """Lay out what one rule found; what to do and who says so is told once where it is the same."""
    blocks: list[Block] = []
    told = ""
    for finding in findings:
        blocks.append(Paragraph((Strong((Text(glue(words(finding.message, language))),)),)))
        hint = words(finding.hint, language)
        if hint not in ("", told):
            blocks.append(Paragraph((Text(glue(hint)),)))
        told = hint
        blocks.append(Paragraph(tuple(_where(finding, each, language)), "small"))
    for source in dict.fromkeys(words(finding.source, language) for finding in findings if finding.source):
        blocks.append(Paragraph((Text(source),), "small"))
    return Item(tuple(blocks), (Text(findings[0].code),))


def _where(finding: Finding, each: Looked, language: str) -> Iterator[Inline]:
    """Yield where a finding stands: the section, with a link where the standard has a page, and the line of the file."""
    _ = translator(language)
    index = _section_of(finding, each.standard)
    if index is not None and each.standard:
        name = Text(glue(_("»{words}«").format(words=_section_name(each.standard, index, _))))
        anchor = section_anchors(each.standard.sections)[index]
        yield Link(f"{each.address}#{anchor}", (name,)) if each.address else name
        yield Text(". ")
    line = _("linje {number}").format(number=finding.place.line) if finding.place.line else ""
    file = finding.place.file.rpartition("/")[2]
    yield Text(glue(upper_first(f"{line} i {file}." if line else f"{file}.")))


def _section_of(finding: Finding, standard: Standard | None) -> int | None:
    """Return the section that a finding is about, by index: its own, or the one that a fact rests on."""
    path = finding.place.path
    if standard is None or len(path) < 2 or not isinstance(path[1], int):
        return None
    if path[0] == "sections" and path[1] < len(standard.sections):
        return path[1]
    # Proposed facts are not published, so that the number of a fact in the file says nothing here.
    return None
