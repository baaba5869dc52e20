"""Facts in plain words: every kind and every value of the controlled vocabularies has words of its own."""

from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given

from qstd.model import facts as f
from qstd.present.facts import GROUPS, Value, group_label, kind_group, kind_label, value
from qstd.present.quantities import counted, date, duration, every, number
from tests import standards_strategies

NOWHERE = f.Evidence(section="special", quote="ord")
# For each kind a fact in which every other value can be put.
BASES: dict[type, dict[str, Any]] = {
    f.Citation: {"act": "SEL", "paragraph": "99", "stk": "1", "role": "basis"},
    f.TargetGroup: {"groups": ("mental_illness",)},
    f.Age: {"min": 18, "max": 64},
    f.Access: {"mode": "visited"},
    f.Referrer: {"who": ("borgeren", "naboer"), "to": ("Team Social",)},
    f.ContactPoint: {"name": "Borgerrådgiveren", "phone": "46 46 44 20", "address": "Lejrevej 15", "hours": "9-15"},
    f.Deadline: {"role": "reaction", "value": 7, "unit": "day", "bound": "max"},
    f.Temporary: {"value": True},
    f.Extent: {"amount": Decimal(15), "unit": "hour", "per": "month"},
    f.FollowUp: {"mode": "ad_hoc"},
    f.Provider: {"name": "Huset Horsager"},
    f.SupplierChoice: {"mode": "free"},
    f.Competence: {"requirement": "relevant erfaring", "professions": ("pædagog",)},
    f.Price: {"mode": "fixed", "amount": Decimal("1105.50"), "per": "month", "year": 2025},
    f.Obligation: {"text": "at møde op"},
    f.Anonymity: {"mode": "right"},
    f.Voluntary: {"value": True},
    f.Complaint: {"subject": ("decision",), "body": "ledelsen", "period": "P4W"},
}
IMPOSSIBLE = [(f.Deadline, "unit", None)]
FITTING: dict[tuple[str, str], dict[str, Any]] = {
    ("follow_up", "interval"): {"interval": "P6M"},
    ("follow_up", "events"): {"offsets": ("P1M",)},
}


def make(kind: type, **changes: Any) -> Any:
    name = get_args(get_type_hints(kind)["kind"])[0]
    fitting = FITTING.get((name, changes.get("mode", "")), {})
    return kind(kind=name, **(BASES[kind] | changes | fitting), evidence=NOWHERE)


def choices(annotation: Any) -> list[Any]:
    """Return the values of a closed vocabulary, as the field takes them; nothing where the field is open."""
    if annotation is bool:
        return [True, False]
    if get_origin(annotation) is tuple:
        return [(each,) for each in choices(get_args(annotation)[0])]
    arguments = get_args(annotation)
    if type(None) in arguments:
        inner = next(each for each in arguments if each is not type(None))
        return [None, *choices(inner)] if choices(inner) else []
    return list(arguments) if get_origin(annotation) is not None and all(isinstance(e, str) for e in arguments) else []


VOCABULARIES = [
    pytest.param(kind, field, values, id=f"{kind.__name__}.{field}")
    for kind in get_args(f.AnyFact)
    for field, annotation in get_type_hints(kind).items()
    if field not in ("kind", "evidence", "proposed", "none", "unbounded") and (values := choices(annotation))
]


@pytest.mark.parametrize(("kind", "field", "values"), VOCABULARIES)
def test_each_word_of_a_vocabulary_has_words_of_its_own(kind: type, field: str, values: list[Any]) -> None:
    facts = [make(kind, **{field: each}) for each in values if (kind, field, each) not in IMPOSSIBLE]
    shown = [(kind_label(each.kind, getattr(each, "role", "")), value(each)) for each in facts]

    assert len(set(shown)) == len(facts)


def test_every_kind_has_a_name_and_a_group() -> None:
    for kind in get_args(f.AnyFact):
        fact = make(kind)

        assert kind_label(fact.kind)
        assert group_label(kind_group(fact.kind, getattr(fact, "role", ""))) in GROUPS.values()


@given(standards_strategies.facts())
def test_every_fact_has_a_value(fact: f.AnyFact) -> None:
    assert value(fact).text.strip()
    assert "None" not in repr(value(fact))
    assert "{" not in repr(value(fact))


CASES = [
    (make(f.Age), Value("18–64 år")),
    (make(f.Age, max=None), Value("Fra 18 år")),
    (make(f.Age, max=67, max_ref="pension_age"), Value("Fra 18 år til folkepensionsalderen, dog mindst 67 år")),
    (make(f.Deadline), Value("7 dage", ("Hverdage eller kalenderdage: ikke oplyst",))),
    (make(f.Deadline, value=1, day_kind="working"), Value("1 hverdag")),
    (make(f.Deadline, value=4, value_to=6, unit="week"), Value("4–6 uger")),
    (make(f.Deadline, value=6, unit="month", role="duration"), Value("Højst 6 måneder")),
    (make(f.Deadline, value=None, unit=None, unbounded=True), Value("Ingen fast frist")),
    (make(f.FollowUp, mode="interval"), Value("Hver 6. måned")),
    (make(f.FollowUp, mode="none"), Value("Ingen opfølgning")),
    (make(f.TargetGroup), Value("1 gruppe", ("Personer med sindslidelser",))),
    (make(f.Price), Value("1.105,50 kr. pr. måned", ("Prisniveau 2025",))),
    (make(f.Price, mode="capped", amount=Decimal(1), per=None), Value("Højst 1 kr.", ("Prisniveau 2025",))),
    (make(f.Extent, bound="max"), Value("Højst 15 timer pr. måned")),
    (make(f.Access, mode="unvisited"), Value("Uvisiteret")),
    (make(f.Anonymity), Value("Ret til at være anonym")),
    (make(f.Anonymity, mode="offered"), Value("Kan tilbydes")),
    (make(f.Citation), Value("Serviceloven § 99, stk. 1")),
    (make(f.Citation, act="VEJ2", paragraph=None, stk=None), Value("Vejledning nr. 2")),
    (make(f.Obligation, text=None, none=True), Value("Ingen pligter")),
    (make(f.Complaint), Value("Til ledelsen", ("Klage over afgørelsen", "Klagefrist: 4 uger"))),
]


@pytest.mark.parametrize(("fact", "expected"), CASES, ids=[each.text for _, each in CASES])
def test_values(fact: f.AnyFact, expected: Value) -> None:
    shown = value(fact)
    spaced = Value(shown.text.replace("\u00a0", " "), tuple(each.replace("\u00a0", " ") for each in shown.details))

    assert spaced == expected


def test_groups_stand_in_one_order() -> None:
    one = value(make(f.TargetGroup, groups=("substance_misuse", "mental_illness")))
    other = value(make(f.TargetGroup, groups=("mental_illness", "substance_misuse")))

    assert one == other


def test_numbers_keep_their_units() -> None:
    assert value(make(f.Deadline)).text == "7\u00a0dage"
    assert "§\u00a099" in value(make(f.Citation)).text
    assert every("P2Y") == "Hvert 2.\u00a0år"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1234567.50", "1.234.567,5"),
        ("7.5", "7,5"),
        ("52.125", "52,125"),
        ("61", "61"),
        ("61.00", "61"),
        ("1000", "1.000"),
        ("0.001", "0,001"),
        ("123456789012345678901234567890.5", "123.456.789.012.345.678.901.234.567.890,5"),
    ],
)
def test_a_number_is_never_rounded(value: str, shown: str) -> None:
    assert number(Decimal(value)) == shown
    assert number(Decimal(value), "en") == shown.translate(str.maketrans(",.", ".,"))


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("52.125", "krone", "52,125 kr."),
        ("52.5", "krone", "52,50 kr."),
        ("52.50", "krone", "52,50 kr."),
        ("61", "krone", "61 kr."),
        ("61.00", "krone", "61 kr."),
        ("7.5", "hour", "7,5 timer"),
    ],
)
def test_money_has_no_decimals_or_two(value: str, unit: str, shown: str) -> None:
    assert counted(Decimal(value), unit).replace("\u00a0", " ") == shown


def test_quantities() -> None:
    assert duration("P1Y6M").replace("\u00a0", " ") == "1 år og 6 måneder"
    assert every("P1Y") == "Hvert år"
    assert every("P1Y6M").replace("\u00a0", " ") == "Med 1 år og 6 måneder imellem"
    assert date("2015-10-05").replace("\u00a0", " ") == "5. oktober 2015"
    assert date("Vedtaget i foråret") == "Vedtaget i foråret"
