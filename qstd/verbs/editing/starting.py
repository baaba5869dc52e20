"""Starting a standard: whose, of which service, under which name; from the template, or from sections of another one.

Nothing is written to `standards/`: what comes out is the text with which a draft begins.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from qstd import catalogue
from qstd.catalogue import Service
from qstd.edits.draft import imported
from qstd.model.facts import AnyFact
from qstd.model.finding import Message, message
from qstd.model.standard import Section, Standard, StandardFile
from qstd.present.facts import kind_label, value
from qstd.present.quantities import lower_first
from qstd.present.slugs import danish_order, slug
from qstd.verbs import start
from qstd.verbs.editing.desk import Desk

_LONGEST_NAME = 80
_THEIR_OWN = ("contact",)  # kinds of facts that say nothing about another municipality


@dataclass(frozen=True, slots=True)
class Place:
    """What a new standard is called: whose it is, of which service, and its own name."""

    municipality: str
    service: str
    name: str

    @property
    def ref(self) -> str:
        """The name by which everything calls it."""
        return f"{self.municipality}/{self.name}"


@dataclass(frozen=True, slots=True)
class Homes:
    """Where a standard can go, as slug and name: municipalities that have standards here, and the others there are."""

    here: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]


def homes(desk: Desk) -> Homes:
    """Return the municipalities that a standard can be of."""
    here = {each.slug: each.name for each in desk.municipalities()}
    others = {key: each.display for key, each in catalogue.municipalities().items() if key not in here}
    return Homes(_sorted(here.items()), _sorted(others.items()))


def _sorted(pairs: Collection[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda each: danish_order(each[1])))


def services(language: str = "da") -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the services of the catalogue as key and name ("§ 99 Støtte- og kontaktperson"), by act."""
    acts: dict[str, list[tuple[str, str]]] = {}
    for key in catalogue.service_keys():
        known = catalogue.service(key)
        if known:
            act, paragraph = known.provisions[0] if known.provisions else ("", "")
            name = catalogue.label(known.name, language)
            acts.setdefault(act, []).append((key, f"§ {paragraph} {name}" if paragraph else name))
    named = catalogue.acts()
    return tuple(
        (catalogue.label(named[act].name, language) if act in named else "", tuple(own)) for act, own in acts.items()
    )


def proposed(desk: Desk, municipality: str, service: str, drafted: Collection[str] = ()) -> str:
    """Return a name for a standard that nobody has taken, nor a draft among `drafted`; empty where the service is not known."""
    known = catalogue.service(service)
    if known is None:
        return ""
    base = slug(known.name["da"])[:_LONGEST_NAME].strip("-")
    names = (base, *(f"{base}-{number}" for number in range(2, 1000)))
    taken = {*drafted, *(each.ref for each in desk.rows() if each.municipality == municipality)}
    return next((each for each in names if f"{municipality}/{each}" not in taken), "")


def place(
    desk: Desk, municipality: str, service: str, name: str, drafted: Collection[str] = ()
) -> tuple[Place, tuple[tuple[str, Message], ...]]:
    """Return what a new standard is called, and what is wrong with that: the field and the words. A name is written as it
    can stand in an address; without one the proposal is taken.
    """
    wrong: list[tuple[str, Message]] = []
    if municipality not in {key for key, _ in (*homes(desk).here, *homes(desk).others)}:
        wrong.append(("kommune", message("Vælg den kommune, standarden er fra.")))
    if catalogue.service(service) is None:
        wrong.append(("ydelse", message("Vælg den ydelse, standarden handler om.")))
    own = slug(name)[:_LONGEST_NAME].strip("-") or proposed(desk, municipality, service, drafted)
    found = Place(municipality, service, own)
    if not own and not wrong:
        wrong.append(("navn", message("Skriv et navn med bogstaver eller tal.")))
    if not wrong and (desk.entry(found.ref) or found.ref in drafted):
        wrong.append(("navn", taken_name(found)))
    return found, tuple(wrong)


def taken_name(there: Place) -> Message:
    """Say that a name is taken."""
    return message(
        "Kommunen har allerede en standard eller en kladde, der hedder »{name}«. Vælg et andet navn.", name=there.name
    )


def from_template(there: Place) -> str:
    """Return the text of a standard with the sections that its provision asks for."""
    service = catalogue.service(there.service)
    return start.template(there.ref, service).decode() if service else ""


# ---------- From another standard ----------


@dataclass(frozen=True, slots=True)
class Offered:
    """A section of another standard that can be taken: its number there (from 0), its topic in words, the section, the
    facts in words that come with it, and whether it names the other municipality.
    """

    at: int
    topic: str
    section: Section
    facts: tuple[str, ...]
    names_other: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """A topic that the provision asks for: its key and name, whether the rules require it, and whether the other standard
    has it.
    """

    key: str
    name: str
    required: bool
    there: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A standard that sections can be taken from, as it lies there: `digest` tells whether it is still so."""

    ref: str
    digest: str
    standard: Standard
    municipality: str
    sections: tuple[Offered, ...]
    wanted: tuple[Wanted, ...]


def source(desk: Desk, ref: str, language: str = "da") -> Source | None:
    """Return a standard that sections can be taken from; None where there is none that can be read."""
    if desk.entry(ref) is None:
        return None
    read = desk.read(ref)
    looked = desk.look(ref, read.text)
    if looked.standard is None or looked.effective is None:
        return None
    whole = replace(looked.standard, sections=looked.effective.sections)  # shared texts in place, proposed facts kept
    name = looked.municipality.name
    offered = tuple(_offered(whole, at, name, language) for at in range(len(whole.sections)))
    return Source(ref, read.digest, whole, name, offered, tuple(_wanted(whole, language)))


def _offered(standard: Standard, at: int, municipality: str, language: str) -> Offered:
    section = standard.sections[at]
    topic = catalogue.topics().get(section.topic or "")
    short = catalogue.short_name(standard.municipality, municipality)
    text = f"{section.heading}\n{section.body}".casefold()
    facts = tuple(_said(each, language) for each in _of(standard, {section.key}))
    return Offered(
        at, catalogue.label(topic.label, language) if topic else "", section, facts, short.casefold() in text
    )


def _said(fact: AnyFact, language: str) -> str:
    return f"{kind_label(fact.kind, getattr(fact, 'role', ''), language)}: {value(fact, language).text}"


def _wanted(standard: Standard, language: str) -> Iterator[Wanted]:
    service = catalogue.service(standard.service)
    there = {each.topic for each in standard.sections if each.body.strip()}
    topics = catalogue.topics()
    for key in service.topics if service else ():
        yield Wanted(key, catalogue.label(topics[key].label, language), _is_required(service, key), key in there)


def _is_required(service: Service | None, topic: str) -> bool:
    return service is not None and topic in service.required


def _of(standard: StandardFile, keys: Collection[str]) -> tuple[AnyFact, ...]:
    """Return the facts that can be taken with sections of these names; a name may not stand for several sections."""
    every = [each.key for each in standard.sections]
    own = {each for each in keys if each and every.count(each) == 1}
    return tuple(each for each in standard.facts if each.evidence.section in own and each.kind not in _THEIR_OWN)


def from_sections(there: Place, found: Source, numbers: Sequence[int], fill: bool) -> str:
    """Return the text of a standard with sections of another one, each with where it came from; with `fill`, an empty one
    for each topic of the provision that is then not there. Facts come along as proposals. Approvals, contacts and what was
    waived do not: they are the other municipality's.
    """
    taken_ones = [found.standard.sections[at] for at in sorted(set(numbers)) if 0 <= at < len(found.standard.sections)]
    facts = _of(found.standard, {each.key for each in taken_ones})
    sections = [_derived(each, found.ref) for each in taken_ones]
    if fill:
        sections = _filled(sections, there.service)
    service = catalogue.service(there.service)
    title = f"Kvalitetsstandard for {lower_first(service.name['da'])}" if service else there.name
    made = StandardFile(
        schema=1,
        title=title,
        service=there.service,
        language=found.standard.language,
        status="draft",
        sections=tuple(replace(each, number=str(number)) for number, each in enumerate(sections, 1)),
        facts=tuple(replace(each, proposed=True) for each in facts),
    )
    return imported(made, {}, [f"Afsnit er hentet fra {found.ref}. Ret dem til, så de er jeres egne."])


def _derived(section: Section, ref: str) -> Section:
    origin = f"{ref}#{section.key}" if section.key else ref
    return replace(section, use=None, derived_from=origin)


def _filled(sections: Sequence[Section], service: str) -> list[Section]:
    """Put an empty section for each topic that is missing where the provision's order has it."""
    known, topics = catalogue.service(service), catalogue.topics()
    made = list(sections)
    order = {key: at for at, key in enumerate(known.topics if known else ())}
    for key in order:
        if all(each.topic != key for each in made):
            later = (at for at, each in enumerate(made) if order.get(each.topic or "", -1) > order[key])
            made.insert(next(later, len(made)), Section(topic=key, heading=topics[key].label["da"]))
    return made
