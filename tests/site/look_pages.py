"""A page of every kind, from the real standards and from a country full of them, written as the site writes them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from qstd import catalogue
from qstd.compare.versions import Side, revise
from qstd.model.card import Card, card
from qstd.model.document import Document
from qstd.model.fragments import effective
from qstd.model.municipality import Contact, Municipality
from qstd.model.standard import Standard
from qstd.present.change_page import change_document
from qstd.present.downloads import municipality_downloads, service_downloads, standard_downloads
from qstd.present.front import front_document
from qstd.present.municipality_page import municipality_document
from qstd.present.not_found import not_found_document
from qstd.present.report import Looked, report_document
from qstd.present.service_page import service_document
from qstd.present.standard import is_findable, standard_document
from qstd.present.versions import Listed, Standing, as_it_was, as_version, with_versions
from qstd.writers.html import Page, write
from tests.present.card_parts import country
from tests.present.standard_parts import real
from tests.writers.html_theme import theme

LONG = "Socialpsykiatriskstøttekontaktpersonordningsvisitationsafgørelse"
CONTACT = Contact(address="Hovedgaden 1, 1234 By", phone="12 34 56 78", mail="post@eksempel.dk", hours="Hverdage 10-14")
STATEMENT = "https://www.was.digst.dk/eksempel-dk"
_SPECIAL = ("competence", "follow_up", "supplier")


@cache
def lejre() -> tuple[Standard, Municipality, Card]:
    """A real standard, some of whose sections are for professionals, and its municipality with all that one can tell."""
    checked = next(each for each in real() if each.entry.ref.startswith("lejre/"))
    municipality = replace(checked.municipality, contact=CONTACT, accessibility_statement=STATEMENT)
    assert checked.standard is not None
    whole = effective(checked.standard, municipality.fragments)
    sections = (replace(each, audience="professional") if each.topic in _SPECIAL else each for each in whole.sections)
    made = replace(whole, sections=tuple(sections))
    return made, municipality, card(made, checked.entry.ref, municipality.name, "")


def pages() -> dict[str, bytes]:
    """Every page by its path."""
    return {path: write(document, frame, theme()) for path, document, frame in _documents()}


def _frame(depth: int, **values: object) -> Page:
    up = "../" * depth
    menu = (("Forside", f"{up}index.html", False), ("Søg", f"{up}soeg.html", False))
    return Page(root=up, assets=f"{up}assets/", menu=menu, search=f"{up}soeg.html", **values)  # type: ignore[arg-type]  # by name


def _documents() -> Iterator[tuple[str, Document, Page]]:
    standard, municipality, own = lejre()
    many = tuple(country(98, 12))
    services = sorted({each.service for each in many})
    yield "index.html", front_document((own,), {"sel-99": "index.html"}), _frame(0, site="Kvalitetsstandarder")
    yield "mange/index.html", front_document(country(), {}), _frame(1)
    yield (
        "lejre/index.html",
        municipality_document(municipality, "lejre", (own,), report="eftersyn.html"),
        _frame(
            1,
            downloads=municipality_downloads(),
            statement=STATEMENT,
            crumbs=(("Alle", "../index.html"), ("Lejre", "")),
        ),
    )
    here = tuple(replace(each, title=f"{LONG} {each.title}") for each in country() if each.municipality == "aarhus")
    yield "mange/aarhus.html", municipality_document(Municipality(name=LONG, code="0751"), "aarhus", here), _frame(1)
    files = service_downloads("../../sammenlign/sel-99/", "sel-99", ("docx", "xlsx", "csv", "json"))
    yield "ydelse/sel-99/index.html", service_document("sel-99", (own,), services, "x.html"), _frame(2, downloads=files)
    yield "ydelse/mange/index.html", service_document("sel-83", _of(many, services[0]), services), _frame(2)
    yield "ydelse/ukendt/index.html", service_document(LONG.lower(), (own,)), _frame(2)
    frame = _frame(2, downloads=standard_downloads("stoette"), statement=STATEMENT)
    yield (
        "lejre/stoette/index.html",
        standard_document(standard, municipality, own.ref, changed=("2013-04-01", 7)),
        frame,
    )
    gone = replace(standard, status="withdrawn", title=f"{LONG} efter § 99")
    yield (
        "lejre/gammel/index.html",
        standard_document(gone, municipality, own.ref),
        replace(frame, noindex=not is_findable(gone.status)),
    )
    held = (Listed("2019-03-01", "", True, True), Listed("2015-10-05", "2019-02-28"))
    laid_out = standard_document(standard, municipality, own.ref)
    yield "lejre/stoette/udgaver.html", with_versions(laid_out, held, "da"), frame
    goes_on = ("Standarden er ophævet. I stedet gælder", f"{LONG} og hjælp", "index.html")
    earlier = as_version(laid_out, Standing("2015-10-05", "2019-02-28", False, *goes_on), "da")
    deep = _frame(3, crumbs=(("Alle", "#"), ("Lejre", "#"), (f"{LONG} efter serviceloven", "#"), ("Udgaven", "")))
    yield "lejre/stoette/2015-10-05/index.html", earlier, replace(deep, noindex=True)
    yield "dengang/index.html", as_it_was(front_document((own,), {}), "2019-05-05", "da"), _frame(1)
    before = replace(standard, sections=standard.sections[2:], facts=())
    revision = revise(Side(own.ref, "HEAD~1", before, own.name), Side(own.ref, "", standard, own.name))
    yield "lejre/stoette/aendringer.html", change_document(revision, standard, municipality), frame
    yield "lejre/eftersyn.html", report_document([Looked("a.yaml", (), standard)], municipality.name), _frame(1)
    rooted = Page(root="/", assets="/assets/", home="/index.html", search="/soeg.html", noindex=True)
    yield "404.html", not_found_document("/"), rooted
    yield "et/sted/dybt/nede.html", not_found_document("/"), rooted
    yield "404-alene.html", not_found_document(), Page(standalone=True, noindex=True)


def _of(cards: tuple[Card, ...], service: str) -> tuple[Card, ...]:
    """Return the cards of a service, as if they were those of another one that the catalogue says much about."""
    assert catalogue.service("sel-83") is not None
    return tuple(replace(each, service="sel-83") for each in cards if each.service == service)
