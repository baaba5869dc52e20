"""What tests of the site for machines share: standards of many kinds, and linked data read back by a library of others."""

import warnings
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import rdflib
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import RDF, Namespace

from bench.corpus import corpus
from qstd import catalogue
from qstd.model.field import Record
from qstd.model.fragments import effective
from qstd.model.municipality import Contact, Municipality
from qstd.model.standard import Approval, Standard, StandardFile, of
from qstd.model.validate import read
from qstd.yaml_source import parse
from tests.cases.read.case import cases
from tests.compare.seeds import ENTRIES
from tests.standards_strategies import standards

R = TypeVar("R", bound=Record)
HERE = Path(__file__).parents[1] / "cases" / "linked"
SITE = "https://www.eksempel.dk/kvalitet"
CPSV = Namespace("http://purl.org/vocab/cpsv#")
CV = Namespace("http://data.europa.eu/m8g/")
QSTD = Namespace("urn:qstd:v1:")


class Sample(NamedTuple):
    """A standard as exports get it."""

    standard: Standard
    municipality: Municipality
    ref: str


def _of(standard: Standard, slug: str) -> Sample:
    known = catalogue.municipality(standard.municipality)
    name, code = (known.display, known.code) if known else ("Eksempel Kommune", "0999")
    return Sample(effective(standard, {}), Municipality(name=name, code=code), f"{standard.municipality}/{slug}")


@cache
def full() -> Sample:
    """Return the standard that has something of everything."""
    municipality = _record(Municipality, "municipality.yaml")
    standard = of("eksempel", _record(StandardFile, "full.yaml"))
    return Sample(effective(standard, municipality.fragments), municipality, "eksempel/stoette")


def _record(kind: type[R], name: str) -> R:
    verdict = read(kind, parse((HERE / name).read_bytes()).value)
    assert verdict.record is not None, verdict.faults
    return verdict.record


@cache
def seeds() -> tuple[Sample, ...]:
    """Return the standards of this project."""
    return tuple(
        _of(each.standard, each.ref.rpartition("/")[2]) for each in ENTRIES if each.standard.municipality != "law"
    )


@cache
def written() -> tuple[Sample, ...]:
    """Return a generated corpus, one standard for each municipality."""
    return tuple(_of(each, "stoette-og-kontaktperson") for each in corpus(98, seed=5))


@cache
def imported() -> tuple[Sample, ...]:
    """Return what the import makes of the sources of the scoreboard, its proposals taken for confirmed."""
    return tuple(_imported())


def _imported() -> Iterator[Sample]:
    from qstd.readers import source
    from qstd.recognise import recognise
    from qstd.recognise.hints import Hints

    for case in cases():
        outline = source.read(case.source.read_bytes(), case.source.name).outline
        assert outline is not None
        for at, draft in enumerate(recognise(outline, Hints()).drafts):
            facts = tuple(replace(each, proposed=None) for each in draft.standard.facts)
            standard = of(draft.municipality or "eksempel", replace(draft.standard, facts=facts))
            yield _of(standard, f"{case.name}-{at}")


HOSTILE = st.text(max_size=20) | st.sampled_from(
    (
        "</script><!--",
        "]]>",
        '"\\',
        "<b>&amp;",
        "\x00\x1f\x7f\x85",
        "😀\ufffe\uffff",
        "{{ x }}",
        "a\r\nb",
        "@id",
        "{$",
        "\u2028",
    )
)


DATES = st.none() | st.dates()
CONTACTS = st.builds(
    Contact,
    address=HOSTILE,
    phone=HOSTILE,
    mail=HOSTILE,
    hours=HOSTILE,
    web=HOSTILE.map(lambda text: "https://eksempel.dk/" + "".join(text.split())),
)
# The fields of facts that any text can stand in.
FREE = ("text", "name", "who", "groups", "act", "paragraph", "phone", "mail", "hours", "address", "requirement", "body")


@st.composite
def _said_otherwise(draw: st.DrawFn, fact: Any) -> Any:
    """Put hostile words into a fact wherever it has words."""
    given = (each.name for each in fields(fact) if each.name in FREE)
    changed = {name: draw(HOSTILE) for name in given if getattr(fact, name) is not None}
    values = {name: (word,) if isinstance(getattr(fact, name), tuple) else word for name, word in changed.items()}
    return replace(fact, evidence=replace(fact.evidence, quote=draw(HOSTILE)), **values)


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    """Make any standard, with words that would break a careless writer."""
    standard = draw(standards())
    facts = tuple(draw(_said_otherwise(each)) for each in standard.facts)
    sections = tuple(
        replace(each, heading=draw(HOSTILE), topic=draw(st.just(each.topic) | HOSTILE), body=each.body + draw(HOSTILE))
        for each in standard.sections
    )
    standard = replace(standard, title=draw(HOSTILE) + "x", facts=facts, sections=sections)
    approvals = st.builds(
        Approval, date=DATES, body=HOSTILE | st.none(), text=HOSTILE | st.none(), effective_from=DATES
    )
    standard = replace(standard, approval=draw(st.none() | approvals))
    municipality = Municipality(name=draw(HOSTILE) + "x", code="0350", contact=draw(st.none() | CONTACTS))
    return Sample(standard, municipality, "lejre/proeve")


def graph(data: bytes, place: str = f"{SITE}/lejre/x/") -> rdflib.Graph:
    """Read JSON-LD; `place` is the folder that relative addresses are told from."""
    out = rdflib.Graph()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the library's, about itself
        return out.parse(data=data, format="json-ld", publicID=place)


@cache
def _shapes(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(HERE / f"{name}.ttl")


def violations(of_graph: rdflib.Graph, *names: str) -> str:
    """Return what of a graph breaks the shapes of these names; empty for nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the library's, about itself
        results = [validate(of_graph, shacl_graph=_shapes(each), inplace=True) for each in names]
    return "\n".join(text for conforms, _, text in results if not conforms)


def kinds(of_graph: rdflib.Graph) -> dict[str, int]:
    """Count the facts of a graph by their kind."""
    found: dict[str, int] = {}
    for fact in of_graph.objects(None, QSTD.fact):
        kind = str(of_graph.value(fact, QSTD.kind))
        found[kind] = found.get(kind, 0) + 1
    return found


def typed(of_graph: rdflib.Graph, kind: rdflib.URIRef) -> list[rdflib.term.Node]:
    """Return the things of a class."""
    return sorted(of_graph.subjects(RDF.type, kind), key=str)


def bad_addresses(of_graph: rdflib.Graph) -> list[str]:
    """Return the addresses of a graph that are none: with a space, a quotation mark or the like in them."""
    names = {each for triple in of_graph for each in triple if isinstance(each, rdflib.URIRef)}
    return [str(each) for each in names if set('<>" {}|\\^`\n\x00') & set(str(each))]
