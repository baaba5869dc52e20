"""A standard as the search knows it: its words by section, what it is filtered by, and the words that lead to it."""

from collections.abc import Iterator
from itertools import chain

from qstd import catalogue, prose
from qstd.catalogue.synonyms import synonyms
from qstd.language import translator
from qstd.model.facts import TargetGroup
from qstd.model.municipality import Municipality
from qstd.model.search import SearchRecord, SearchSection
from qstd.model.standard import Standard
from qstd.present.cards import service_name
from qstd.present.standard import section_anchors

N_ = str  # marks a Danish text that is translated where it is shown

_STATES = {
    "draft": N_("Kladde"),
    "hearing": N_("I høring"),
    "approved": N_("Gælder ikke endnu"),
    "in_force": "",
    "withdrawn": N_("Ophævet"),
}


def record(standard: Standard, municipality: Municipality, ref: str, language: str = "da") -> SearchRecord:
    """Return what the search knows of a standard (with shared texts in place). `language` is that of names and states."""
    return SearchRecord(
        address=f"{ref}/index.html",
        title=standard.title,
        municipality=municipality.name,
        service=service_name(standard.service, language),
        state=translator(language)(_STATES[standard.status]),
        groups=tuple(dict.fromkeys(_groups(standard, language))),
        sections=tuple(_sections(standard, language)),
        keywords=tuple(dict.fromkeys(_keywords(standard, municipality))),
        first=tuple(_first(standard.service)),
    )


def _groups(standard: Standard, language: str) -> Iterator[str]:
    known = catalogue.groups()
    keys = chain.from_iterable(each.groups for each in standard.facts if isinstance(each, TargetGroup))
    return (catalogue.label(known[key].label, language) for key in keys if key in known)


def _sections(standard: Standard, language: str) -> Iterator[SearchSection]:
    topics = catalogue.topics()
    for section, anchor in zip(standard.sections, section_anchors(standard.sections), strict=True):
        topic = topics.get(section.topic or "")
        heading = section.heading or (catalogue.label(topic.label, language) if topic else standard.title)
        yield SearchSection(anchor, heading, prose.text(section.body))


def _keywords(standard: Standard, municipality: Municipality) -> Iterator[str]:
    """Yield the words that lead to a standard: of its place, its service, the law, and the topics that it has text on."""
    words = synonyms()
    known = catalogue.municipality(standard.municipality)
    yield from (known.name, known.display, *known.variants) if known else (municipality.name,)
    service = catalogue.service(standard.service)
    if service:
        yield from (*service.name.values(), *service.terms, *words.services.get(service.key, ()))
        yield from words.first.get(service.key, ())
        yield from chain.from_iterable(_law(act, paragraph) for act, paragraph in service.provisions)
    told = dict.fromkeys(each.topic for each in standard.sections if each.topic and each.body.strip())
    yield from chain.from_iterable(words.topics.get(topic, ()) for topic in told)


def _first(key: str) -> Iterator[str]:
    """Yield the words by which most people mean this service; "85" is § 85 rather than § 85 a."""
    yield from synonyms().first.get(key, ())
    service = catalogue.service(key)
    if service:
        yield from (paragraph for _, paragraph in service.provisions if paragraph.isdigit())


def _law(key: str, paragraph: str) -> Iterator[str]:
    """Yield what a provision is typed with: "SEL", "serviceloven", "Lov om social service"; "83a" for § 83 a, as the search
    reads it in a query.
    """
    act = catalogue.acts()[key]
    names = (act.title, act.popular, *act.abbreviations)
    yield from filter(None, (*names, paragraph.replace(" ", "")))
