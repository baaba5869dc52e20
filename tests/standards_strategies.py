"""Hypothesis strategies for standards: any facts that the model admits, sections of every state, titles and dates."""

import datetime as dt
import types
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from qstd.model.facts import DURATION, AnyFact, Evidence
from qstd.model.field import Pattern
from qstd.model.standard import Approval, Section, Standard

TOPICS = ("legal_basis", "target_group", "price", "obligations", "case_deadline", "follow_up", "special", "unheard_of")
BODIES = (
    "",
    "  \n",
    "ingen",
    "Nej.",
    "–",
    "Hjælpen er gratis.",
    "Ring på hverdage.\n\n- én\n- to",
    "**Fed** tekst\nmere",
)
WORDS = ("ledelsen", "Team Social", "pædagog", "naboer", "de mest udsatte")


def of(annotation: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for the values that a field of a record takes."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner, *marks = arguments
        if any(isinstance(mark, Pattern) and mark.regex == DURATION for mark in marks):
            return st.sampled_from(["P6M", "P1Y", "P2W", "P14D", "P1Y6M", "P12M"])
        return of(inner)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(of(arguments[0]), max_size=3, unique=True).map(tuple)
    if origin in (Union, types.UnionType):
        return st.one_of(*map(of, arguments))
    return _SCALARS[annotation]


_SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: st.sampled_from(WORDS),
    bool: st.booleans(),
    int: st.integers(0, 120),
    type(None): st.none(),
    Decimal: st.decimals("0", "99999", places=2),
    dt.date: st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31)),
}


def _age(values: dict[str, Any]) -> None:
    low, high = values["min"], values["max"]
    if low is not None and high is not None:
        values["min"], values["max"] = sorted((low, high))


def _deadline(values: dict[str, Any]) -> None:
    values["unbounded"] = values["value"] is None
    values["unit"] = values["unit"] or "day"


def _follow_up(values: dict[str, Any]) -> None:
    values["interval"] = (values["interval"] or "P6M") if values["mode"] == "interval" else None
    values["offsets"] = (values["offsets"] or ("P1M",)) if values["mode"] == "events" else ()


def _price(values: dict[str, Any]) -> None:
    if values["mode"] in ("fixed", "capped") and values["amount"] is None:
        values["amount"] = Decimal(100)


def _obligation(values: dict[str, Any]) -> None:
    values["none"] = values["text"] is None


_REPAIRS = {"age": _age, "deadline": _deadline, "follow_up": _follow_up, "price": _price, "obligation": _obligation}


@cache
def _fields(kind: type) -> dict[str, st.SearchStrategy[Any]]:
    hints = get_type_hints(kind, include_extras=True)
    return {name: of(hint) for name, hint in hints.items() if name != "evidence"}


@st.composite
def fact_of(draw: st.DrawFn, kind: type, sections: tuple[str, ...] = ("special",)) -> Any:
    """Make one fact of a kind, with evidence in one of the sections."""
    values = {name: draw(strategy) for name, strategy in _fields(kind).items()}
    _REPAIRS.get(values["kind"], lambda _: None)(values)
    quote = draw(st.sampled_from(["hver 6. måned", "gratis", "ingen"]))
    return kind(**values, evidence=Evidence(section=draw(st.sampled_from(sections)), quote=quote))


def facts(sections: tuple[str, ...] = ("special",)) -> st.SearchStrategy[Any]:
    """Make one fact of any kind."""
    return st.one_of(*(fact_of(each, sections) for each in get_args(AnyFact)))


@st.composite
def sections(draw: st.DrawFn) -> tuple[Section, ...]:
    """Make sections with names of their own; some without topic, some of one topic, some without text."""
    made = []
    for at in range(draw(st.integers(0, 6))):
        topic = draw(st.none() | st.sampled_from(TOPICS))
        made.append(
            Section(
                topic=topic,
                id=f"s{at}",
                number=draw(st.none() | st.just(str(at + 1))),
                heading=draw(st.sampled_from(["", "Hvad koster det?", "Klage", "§ 99"])),
                body=draw(st.sampled_from(BODIES)),
                audience=draw(st.sampled_from(["everyone", "professional"])),
            )
        )
    return tuple(made)


_APPROVALS = st.builds(Approval, date=of(dt.date | None), body=of(str | None), text=of(str | None))


@st.composite
def standards(draw: st.DrawFn, municipality: str | None = None) -> Standard:
    """Make a standard of a municipality, or of the law."""
    own = draw(sections())
    keys = tuple(each.key for each in own) or ("nowhere",)
    return Standard(
        schema=1,
        title=draw(st.sampled_from(["Kvalitetsstandard", "Støtte", "x"])),
        service=draw(st.sampled_from(["sel-99", "sel-85"])),
        municipality=municipality or draw(st.sampled_from(["lejre", "hvidovre", "law"])),
        status=draw(of(get_type_hints(Standard, include_extras=True)["status"])),
        approval=draw(
            st.none() | st.builds(Approval, date=of(dt.date | None), body=of(str | None), text=of(str | None))
        ),
        sections=own,
        facts=tuple(draw(st.lists(facts(keys), max_size=5))),
    )
