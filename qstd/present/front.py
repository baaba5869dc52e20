"""The pages that lead to the standards: the front page, and one for each municipality."""

from collections.abc import Iterator, Mapping, Sequence

from qstd import catalogue
from qstd.language import translator
from qstd.model.document import Block, Document, Heading, Inline, Item, Items, Link, Mark, Paragraph, Text
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard
from qstd.present.contact import contact_card
from qstd.present.quantities import listed, upper_first
from qstd.present.slugs import danish_order
from qstd.present.standard import approval_line, brand, law_name
from qstd.present.typography import glue

_LINKED = 12  # standards of one service that the front page names each with its own link
Listed = tuple[Standard, Municipality, str]


def front_document(standards: Sequence[Listed], comparisons: Mapping[str, str], language: str = "da") -> Document:
    """Lay out the front page: services with who has a standard, municipalities, newest first. `standards` are with the
    address of their page; `comparisons` has the address of each service's comparison.
    """
    _ = translator(language)
    title = _("Hvad kan du få hjælp til i din kommune?")
    lead = _("Kommunernes kvalitetsstandarder med deres egne ord, lagt ved siden af hinanden og ved siden af loven.")
    return Document(
        title=_("Kvalitetsstandarder"),
        blocks=(
            Heading(1, (Text(title),)),
            Paragraph((Text(lead),), "lead"),
            *_services(standards, comparisons, language),
            *_municipalities(standards, language),
            *_newest(standards, language),
        ),
        kind="front",
        short_title=_("Kvalitetsstandarder"),
        language="da-DK" if language == "da" else "en-GB",
        description=lead,
    )


def municipality_document(
    municipality: Municipality,
    slug: str,
    standards: Sequence[tuple[Standard, str]],
    language: str = "da",
    report: str = "",
) -> Document:
    """Lay out the page of one municipality with its standards; `report` is the address of the report on them."""
    _ = translator(language)
    rows = [(standard, municipality, address) for standard, address in standards]
    lead = _("Her kan du se, hvilken hjælp kommunen giver, til hvem, og hvordan du klager.")
    return Document(
        title=_("Kvalitetsstandarder i {name}").format(name=municipality.name),
        blocks=(
            Heading(1, (Text(municipality.name),)),
            Paragraph((Text(lead),), "lead"),
            Heading(2, (Text(_("Kvalitetsstandarder")),), id="standarder"),
            _links(_standard_item(each, language) for each in rows),
            *_contact(municipality, language),
            *_report(report, language),
        ),
        kind="front",
        short_title=_("Kvalitetsstandarder"),
        language="da-DK" if language == "da" else "en-GB",
        author=municipality.name,
        description=lead,
        brand=brand(municipality, slug),
    )


def _contact(municipality: Municipality, language: str) -> Iterator[Block]:
    card = contact_card(municipality, language)
    if card:
        yield Heading(2, (Text(translator(language)("Kontakt")),), id="kontakt")
        yield from card


def _report(address: str, language: str) -> Iterator[Block]:
    _ = translator(language)
    if address:
        words = _("Hvad standarderne mangler, hvor gamle og hvor svære at læse de er, og hvad reglerne finder.")
        yield Heading(2, (Text(_("For dem, der skriver standarderne")),), id="eftersyn")
        yield _links(iter((Item((_linked(_("Eftersyn"), address), Paragraph((Text(words),)))),)))


def _services(standards: Sequence[Listed], comparisons: Mapping[str, str], language: str) -> Iterator[Block]:
    _ = translator(language)
    keys = sorted({standard.service for standard, _m, _a in standards}, key=catalogue.service_keys().index)
    yield Heading(2, (Text(_("Ydelser")),), id="ydelser")
    yield _links(_service_item(each, standards, comparisons.get(each, ""), language) for each in keys)


def _service_item(key: str, standards: Sequence[Listed], comparison: str, language: str) -> Item:
    _ = translator(language)
    service = catalogue.service(key)
    name = catalogue.label(service.name, language) if service else key
    own = [each for each in standards if each[0].service == key]
    names = list(dict.fromkeys(municipality.name for _standard, municipality, _address in own))
    law = f"{upper_first(law_name(service, language))}. " if service else ""
    if len(own) == len(names):
        has = _("{names} har en standard.") if len(own) == 1 else _("{names} har hver en standard.")
    else:
        has = _("{names} har {count} standarder.") if len(names) == 1 else _("{names} har {count} standarder i alt.")
    said = law + has.format(names=listed(names, language), count=len(own))
    first, _municipality, address = own[0]
    all_of_them = address if len(own) == 1 or len(names) > 1 else f"{first.municipality}/index.html"
    blocks: list[Block] = [_linked(name, comparison or all_of_them), Paragraph((Text(glue(said)),))]
    if comparison and len(own) <= _LINKED:
        links = [
            (Link(address, (Text(municipality.name),), hint=f": {name}"), Text(", "))
            for _s, municipality, address in own
        ]
        each_one = [inline for pair in links for inline in pair][:-1]
        blocks.append(Paragraph((Text(_("Læs standarden:") + " "), *each_one)))
    if comparison:
        blocks.append(Paragraph((Link(comparison, (Text(_("Sammenlign kommunerne og loven")),), hint=f": {name}"),)))
    return Item(tuple(blocks))


def _municipalities(standards: Sequence[Listed], language: str) -> Iterator[Block]:
    _ = translator(language)
    counts: dict[str, tuple[str, int]] = {}
    for standard, municipality, _address in standards:
        counts[standard.municipality] = (municipality.name, counts.get(standard.municipality, ("", 0))[1] + 1)
    yield Heading(2, (Text(_("Kommuner")),), id="kommuner")
    yield _links(
        Item((_linked(name, f"{slug}/index.html"), Paragraph((Text(_count(count, language)),))))
        for slug, (name, count) in sorted(counts.items(), key=lambda each: danish_order(each[1][0]))
    )


def _count(count: int, language: str) -> str:
    _ = translator(language)
    return _("1 standard") if count == 1 else _("{count} standarder").format(count=count)


def _newest(standards: Sequence[Listed], language: str) -> Iterator[Block]:
    _ = translator(language)
    holds = [each for each in standards if _approved(each[0]) and each[0].status in ("approved", "in_force")]
    by_name = sorted(holds, key=lambda each: danish_order(each[1].name))
    newest = sorted(by_name, key=lambda each: _approved(each[0]), reverse=True)[:10]
    if newest:
        yield Heading(2, (Text(_("Senest godkendt")),), id="senest")
        yield _links(_standard_item(each, language, with_municipality=True) for each in newest)


def _approved(standard: Standard) -> str:
    return standard.approval.date.isoformat() if standard.approval and standard.approval.date else ""


def _standard_item(row: Listed, language: str, with_municipality: bool = False) -> Item:
    standard, municipality, address = row
    title = f"{municipality.name}: {standard.title}" if with_municipality else standard.title
    line: Inline = Text(glue(approval_line(standard, language)))
    if not _approved(standard) and not (standard.approval and standard.approval.text):
        line = Mark((line,), "absent")
    return Item((_linked(glue(title), address), Paragraph((line,))))


def _linked(title: str, address: str) -> Heading:
    return Heading(3, (Link(address, (Text(title),)),))


def _links(items: Iterator[Item]) -> Items:
    return Items(tuple(items), "links")
