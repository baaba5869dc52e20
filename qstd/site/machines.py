"""What the site has for machines about several standards: each municipality's data, the catalogue of it all, and the words
that it is written in.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qstd.language import translator
from qstd.model.card import Card
from qstd.site.addresses import DATA
from qstd.site.municipalities import record
from qstd.site.plan import Contents
from qstd.site.published import Folder, Published
from qstd.site.steps import Made, Step

if TYPE_CHECKING:
    from qstd.exports.linked.catalog import Form

_FORMS: "tuple[tuple[Form, str], ...]" = (
    ("html", "html"),
    ("json", "data"),
    ("jsonld", "data"),
    ("akn", "data"),
    ("hsds", "data"),
)


def steps(contents: Contents) -> Iterator[Step]:
    """Yield the steps of the data about several standards."""
    if not contents.makes("data"):
        return
    url = contents.choices.url
    for slug in contents.commons:
        own = contents.standards_of(slug)
        yield Step((f"{slug}/hsds.zip",), hsds, (own, own[0].card.name, url), weight=len(own))
    forms = tuple(form for form, kind in _FORMS if contents.makes(kind))
    if contents.has("booklets"):
        forms += tuple(form for form in ("pdf", "docx") if contents.makes(form))
    if contents.has("comparisons"):
        forms += ("csv",)
    name = contents.choices.name or translator(contents.choices.language)("Kvalitetsstandarder")
    args = (contents.cards, tuple(contents.commons.values()), name, url, forms)
    yield Step((f"{DATA}/catalog.jsonld",), catalogue_of_data, args)
    yield Step((f"{DATA}/vocabulary.jsonld",), words)


def hsds(own: tuple[Published, ...], name: str, url: str) -> Made:
    """Make the data of a municipality for directories of services (Open Referral HSDS)."""
    from qstd.exports.hsds import package, standard_rows

    rows = (standard_rows(each.standard, each.municipality, each.ref, url) for each in own)
    return Made((package(rows, title=name),))


def catalogue_of_data(
    cards: tuple[Card, ...], commons: tuple[Folder, ...], name: str, url: str, forms: "tuple[Form, ...]"
) -> Made:
    """Make the catalogue of all data (DCAT)."""
    from qstd.exports.linked.catalog import catalog

    names = {each.municipality: each.name for each in cards}
    municipalities = {each.slug: record(each, names[each.slug]) for each in commons}
    return Made((catalog(cards, municipalities, name, url, forms=forms),))


def words() -> Made:
    """Make the vocabulary for what no common one has a word for."""
    from qstd.exports.linked.vocabulary import vocabulary

    return Made((vocabulary(),))
