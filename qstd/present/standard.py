"""A standard laid out as a Document: title, what matters first, then the municipality's own words in its own order."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from qstd import catalogue, prose
from qstd.catalogue import Act, Service
from qstd.citations import references
from qstd.language import translator
from qstd.model.document import (
    Block,
    Blocks,
    Brand,
    Document,
    Heading,
    Inlines,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Text,
    plain,
)
from qstd.model.facts import AnyFact, ContactPoint
from qstd.model.municipality import Municipality
from qstd.model.standard import Approval, Section, Standard
from qstd.present.approval_notes import changed_note, status_note
from qstd.present.contact import contact_card, mailable, reachable
from qstd.present.evidence import Anchors, marker
from qstd.present.facts import provision
from qstd.present.inlines import Wrap, over_blocks, rewrite, wrap_inside
from qstd.present.key_facts import Target, key_facts
from qstd.present.quantities import date, lower_first, upper_first
from qstd.present.slugs import slug
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown

# Anchors of the page's own parts, and of the frame around it.
_OWN_NAMES = ("indhold", "hent", "kun-forskelle", "kort", "godkendt", "kontakt-kommunen", "fagfolk", "udgaver")
CHANGES = "aendringer.html"
PROFESSIONAL = "fagfolk"
FOR_PROFESSIONALS = N_("For fagfolk")
EMPTY = N_("Kommunen har ikke skrevet noget her.")
EMPTY_MORE = N_("Overskriften står i standarden, men der er ingen tekst under den.")


class Changed(NamedTuple):
    """How a standard differs from the version before: the day of that version (ISO; may be empty), and in how many
    places.
    """

    since: str
    places: int


def standard_document(
    standard: Standard,
    municipality: Municipality,
    ref: str,
    language: str = "da",
    changed: tuple[str, int] | None = None,
    replacement: tuple[str, str] | None = None,
) -> Document:
    """Lay out a standard (with shared texts in place). `ref` names it; `language` is that of the words around it;
    `changed` is what `Changed` says, where a page beside it (CHANGES) shows the differences; `replacement` is the title
    and the address of the standard that took its place.
    """
    names = section_anchors(standard.sections)
    taken = frozenset((*names, *_OWN_NAMES))
    anchors = {each.key: Anchors(name, taken) for each, name in zip(standard.sections, names, strict=True)}
    bodies = _bodies(standard, anchors, language)
    places = {each.key: name for each, name in zip(standard.sections, names, strict=True)}
    return Document(
        title=standard.title,
        blocks=(
            Heading(1, (Text(glue(standard.title)),)),
            *_head(standard, municipality, language),
            *status_note(standard, replacement, language),
            *changed_note(standard, places, CHANGES if changed else "", language),
            *_changed(Changed(*changed) if changed else None, language),
            *_key_facts(standard, anchors, language),
            *_sections(standard.sections, anchors, bodies, language),
            *_approved(standard),
            *_contact(municipality, language),
        ),
        kind="standard",
        short_title=short_title(standard, language),
        language="da-DK" if standard.language == "da" else "en-GB",
        around=language,
        author=municipality.name,
        subject=translator(language)("Kvalitetsstandard"),
        description=_lead(standard, municipality, language),
        date=standard.approval.date.isoformat() if standard.approval and standard.approval.date else "",
        identifier=ref,
        brand=brand(municipality, standard.municipality),
    )


def brand(municipality: Municipality, slug: str) -> Brand:
    """Return the look of a municipality's pages."""
    colours = municipality.colours
    return Brand(municipality.name, slug, colours.brand or "", colours.brand_dark or "")


def short_title(standard: Standard, language: str) -> str:
    """Return a short name for menus and running heads: "Støtte- og kontaktperson, § 99"."""
    service = catalogue.service(standard.service)
    if service is None:
        return glue(standard.title)
    paragraph = next((each for _, each in service.provisions if each), "")
    name = catalogue.label(service.name, language)
    return glue(f"{name}, § {paragraph}" if paragraph else name)


_NOT_APPROVED = {"draft": N_("Kladde, ikke godkendt."), "hearing": N_("I høring, ikke godkendt.")}


def approval_line(standard: Standard, language: str) -> str:
    """Return who approved the standard and when, from when it holds and until when, or that the document does not say."""
    return approval_words(standard.status, standard.approval or Approval(), language)


def approval_words(status: str, approval: Approval, language: str) -> str:
    """Return what `approval_line` does, of a status and an approval."""
    _ = translator(language)
    if status in _NOT_APPROVED:
        return _(_NOT_APPROVED[status])
    sentences = [_approved_by(approval, language)]
    if approval.effective_from:
        sentences.append(_("Gælder fra den {date}.").format(date=date(approval.effective_from.isoformat(), language)))
    if approval.review_due:
        day = date(approval.review_due.isoformat(), language)
        sentences.append(_("Skal tages op igen senest den {date}.").format(date=day))
    return " ".join(sentences)


def _approved_by(approval: Approval, language: str) -> str:
    _ = translator(language)
    day = date(approval.date.isoformat(), language) if approval.date else ""
    if day and approval.body:
        return _("Godkendt af {body} den {date}.").format(body=approval.body, date=day)
    if day:
        return _("Godkendt den {date}.").format(date=day)
    if approval.text:
        return f"{approval.text.removesuffix('.')}."
    if approval.body:
        return _("Godkendt af {body}. Datoen er ikke oplyst.").format(body=approval.body)
    return _("Dato for godkendelse er ikke oplyst.")


def _head(standard: Standard, municipality: Municipality, language: str) -> Iterator[Block]:
    yield Paragraph((Text(glue(_lead(standard, municipality, language))),), "lead")
    yield Paragraph((Text(glue(f"{municipality.name}. {approval_line(standard, language)}")),), "meta")


def is_findable(status: str) -> bool:
    """Tell whether search engines may lead to a standard: to none that nobody has approved, and to none that is withdrawn."""
    return status not in ("draft", "withdrawn")


def _changed(changed: Changed | None, language: str) -> Iterator[Block]:
    _ = translator(language)
    if changed is None:
        return
    count = _("1 ændring") if changed.places == 1 else _("{count} ændringer").format(count=changed.places)
    said = (
        _("{changes} siden udgaven fra den {date}.").format(changes=count, date=date(changed.since, language))
        if changed.since
        else _("{changes} siden udgaven før.").format(changes=count)
    )
    link = Link(CHANGES, (Text(_("Se, hvad der er ændret")),))
    yield Note((Paragraph((Text(glue(said) + " "), link)),), "info", (Text(_("Hvad er ændret siden sidst")),))


def _lead(standard: Standard, municipality: Municipality, language: str) -> str:
    """Say whose standard it is and under which law. What the help is stands in the municipality's own words below."""
    _ = translator(language)
    service = catalogue.service(standard.service)
    if service is None:
        return _("{name}s egne ord om hjælpen.").format(name=municipality.name)
    values = {
        "name": municipality.name,
        "law": law_name(service, language),
        "service": lower_first(catalogue.label(service.name, language)),
    }
    return _("{name}s standard for hjælp efter {law}: {service}.").format(**values)


def law_name(service: Service, language: str) -> str:
    """Return "serviceloven § 99"; the act alone where the paragraph is not known."""
    act, paragraph = service.provisions[0]
    return provision(act, paragraph, language)


def _key_facts(standard: Standard, anchors: dict[str, Anchors], language: str) -> Iterator[Block]:
    _ = translator(language)
    yield Heading(2, (Text(_("Kort fortalt")),), id="kort", kind="facts")
    if not standard.facts:
        words = _("Oplysningerne er ikke trukket ud af standarden endnu. Læs kommunens egne ord herunder.")
        yield Note((Paragraph((Text(words),)),), "info")
        return
    sections = {each.key: each for each in standard.sections}
    numbers = {id(fact): index for index, fact in enumerate(standard.facts)}

    def target(key: str, anchor: str) -> Target:
        return Target(anchor, sections[key].number or "", sections[key].heading)

    def find(fact: AnyFact) -> Target:
        key = fact.evidence.section
        return target(key, anchors[key].of.get(numbers[id(fact)], anchors[key].section))

    targets = {key: target(key, each.section) for key, each in anchors.items()}
    yield Items(key_facts(standard, find, targets, language), "facts")


def _sections(
    sections: Sequence[Section], anchors: Mapping[str, Anchors], bodies: Mapping[str, Blocks], language: str
) -> Iterator[Block]:
    """Yield what is written for everyone, and after it what is for professionals, each in the municipality's own order."""
    _ = translator(language)
    for_all = [each for each in sections if each.audience == "everyone"]
    special = [each for each in sections if each.audience == "professional"]
    for each in for_all:
        yield from _section(each, anchors[each.key], bodies[each.key], language)
    if special:
        words = _("Disse afsnit er skrevet til dem, der arbejder med hjælpen. De hører med til standarden.")
        yield Heading(2, (Text(_(FOR_PROFESSIONALS)),), id=PROFESSIONAL, kind="professional")
        yield Paragraph((Text(words),), "small")
    for each in special:
        yield from map(_deeper, _section(each, anchors[each.key], bodies[each.key], language))


def _deeper(block: Block) -> Block:
    """Return a block of a section that stands under a heading of ours."""
    return replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _section(section: Section, anchors: Anchors, body: Blocks, language: str) -> Iterator[Block]:
    _ = translator(language)
    yield Heading(
        2,
        (Text(glue(section.heading)),),
        id=anchors.section,
        number=section.number or "",
        section=section.key,
    )
    if body:
        yield from body
        return
    empty = (
        Mark((Text(_(EMPTY)),), "empty"),
        Text(" " + _(EMPTY_MORE)),
    )
    yield Note((Paragraph(empty),), "empty")


def _approved(standard: Standard) -> Iterator[Block]:
    if standard.approval and standard.approval.text:
        yield Paragraph((Text(glue(standard.approval.text)),), "approval", "godkendt")


def _contact(municipality: Municipality, language: str) -> Iterator[Block]:
    card = contact_card(municipality, language)
    if card:
        words = translator(language)("Kontakt {name}").format(name=municipality.name)
        yield Heading(2, (Text(words),), id="kontakt-kommunen")
        yield from card


def section_anchors(sections: Sequence[Section]) -> tuple[str, ...]:
    """Return the anchor of each section on the page of its standard."""
    return tuple(_names(sections))


def _names(sections: Sequence[Section]) -> Iterator[str]:
    """Yield an anchor for each section: its own id, or its topic in Danish; the same from year to year."""
    used = set(_OWN_NAMES)
    topics = catalogue.topics()
    for each in sections:
        base = (
            slug(each.id or (topics[each.topic].label["da"] if each.topic and each.topic in topics else each.key))
            or "afsnit"
        )
        name, count = base, 1
        while name in used:
            count += 1
            name = f"{base}-nr-{count}"
        used.add(name)
        yield name


# ---------- The body of a section ----------

_WORTH_A_LOOK = re.compile(r"[§@\d]")  # what can be linked or must not break has one of these, and most texts have none
_OwnFacts = Sequence[tuple[int, AnyFact]]


def _bodies(standard: Standard, anchors: Mapping[str, Anchors], language: str) -> dict[str, Blocks]:
    """Return the body of each section, by its key."""
    own: dict[str, list[tuple[int, AnyFact]]] = {}
    for index, fact in enumerate(standard.facts):
        own.setdefault(fact.evidence.section, []).append((index, fact))
    act = _own_act(standard)
    return {
        each.key: _body(each.body, own.get(each.key, ()), anchors[each.key], act, language)
        for each in standard.sections
    }


def _body(body: str, own: _OwnFacts, anchors: Anchors, act: str, language: str) -> Blocks:
    """Read a body; mark the sentences behind its own facts, link the law, set addresses apart. Its words stay as they
    are.
    """
    contacts = {
        prose.normal(fact.evidence.quote)
        for _, fact in own
        if isinstance(fact, ContactPoint) and (fact.address or fact.phone)
    }
    blocks = prose.blocks(body)
    if contacts:
        blocks = tuple(_contact_card(each, contacts) for each in blocks)
    mark = marker([(index, fact.evidence.quote) for index, fact in own], anchors)

    def finished(inlines: Inlines) -> Inlines:
        only = inlines[0] if len(inlines) == 1 else None
        text = only.text if isinstance(only, Text) else plain(inlines)
        marked = mark(inlines, text)
        if not _WORTH_A_LOOK.search(text):
            return marked
        linked = _law(marked, text, act, blocks, language) if "§" in text else marked
        return rewrite(mailable(linked), lambda each: (Text(glue(each)),))

    return over_blocks(blocks, finished)


def _own_act(standard: Standard) -> str:
    service = catalogue.service(standard.service)
    return service.provisions[0][0] if service and service.provisions else ""


def _contact_card(block: Block, quotes: Collection[str]) -> Block:
    if not isinstance(block, Paragraph) or prose.normal(plain(block.inlines)) not in quotes:
        return block
    return Note((Paragraph(reachable(block.inlines)),), "contact")


def _law(inlines: Inlines, text: str, own_act: str, around: Blocks, language: str) -> Inlines:
    """Link what names the law; the words of the whole section say what a bare § can mean."""
    words = " ".join(prose.block_texts(around))
    spans = [
        (each.start, each.end, law_link(each.act, each.paragraph, language))
        for each in references(text, own_act, words)
        if each.act.eli
    ]
    return wrap_inside(inlines, spans)


def law_link(act: Act, paragraph: str, language: str) -> Wrap:
    """Link to the law; its Danish title is what the reader finds there, so it stands in every language."""
    _ = translator(language)
    values = {"name": upper_first(act.title), "type": act.type, "number": act.number, "date": date(act.date, language)}
    title = _("{name}, {type} nr. {number} af {date}").format(**values) if act.number else upper_first(act.title)
    return lambda words: Link(f"{act.eli}#P{paragraph.replace(' ', '')}", words, title=title, kind="law")
