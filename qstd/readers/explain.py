"""What is wrong with a file, in words: problems of YAML and faults of fields become findings.

Codes: Y is the file and its YAML, F a field. They never change meaning.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any, get_args

from qstd.model.decode import record_types
from qstd.model.facts import FACT_KINDS, AnyFact
from qstd.model.finding import Finding, Message, Path, Place, Severity, message
from qstd.model.source import Locate
from qstd.model.validate import Fault
from qstd.yaml_source import Problem

PROBLEMS: Mapping[str, tuple[str, Message, Message | None]] = {
    "too_large": (
        "Y001",
        message("Filen fylder mere end {detail} MB og kan ikke være en kvalitetsstandard."),
        message("Så store filer læses ikke. Er det den rigtige fil?"),
    ),
    "encoding": (
        "Y002",
        message("Filen er ikke gemt som UTF-8: tegnet med koden {detail} kan ikke læses."),
        message("Gem filen igen med tegnsættet UTF-8. I Notesblok vælges det i »Gem som«."),
    ),
    "empty": (
        "Y003",
        message("Filen er tom."),
        message("Lav en ny med »qstd new KOMMUNE/NAVN --service YDELSE«, eller slet filen."),
    ),
    "tab": (
        "Y004",
        message("Linjen er rykket ind med tabulator. YAML tillader kun mellemrum."),
        message("Erstat tabulatoren med to mellemrum for hvert niveau."),
    ),
    "syntax": (
        "Y005",
        message("Linjen kan ikke læses som YAML ({detail})."),
        message(
            "Se efter en manglende afslutning på et anførselstegn eller en parentes, et kolon midt i en tekst uden "
            "anførselstegn, eller en linje, der er rykket forkert ind. Det kan også stå på linjen før."
        ),
    ),
    "duplicate": (
        "Y006",
        message("Nøglen »{detail}« står to gange samme sted. Den første gælder."),
        message("Slet den ene, eller saml indholdet under én nøgle."),
    ),
    "anchor": (
        "Y007",
        message("»{detail}« er en YAML-henvisning, og dem bruger vi ikke."),
        message("Skriv teksten ud, eller læg den som fælles tekst i municipality.yaml og hent den med »use:«."),
    ),
    "tag": (
        "Y008",
        message("Mærket »{detail}« er ikke tilladt. Det kunne få et program til at udføre kode."),
        message("Slet mærket. Skal teksten begynde med et udråbstegn, så sæt den i anførselstegn."),
    ),
    "merge": ("Y009", message("»<<« (flet ind) bruger vi ikke."), message("Skriv felterne ud.")),
    "documents": (
        "Y010",
        message("Filen indeholder mere end ét dokument. Alt efter denne linje er ikke læst."),
        message("Lav en fil til hver standard, eller slet linjen »---«."),
    ),
    "depth": (
        "Y011",
        message("Filen er delt op i mere end {detail} niveauer inde i hinanden. Resten er ikke læst."),
        message("Se efter kantede parenteser eller krøllede parenteser, der ikke er lukket."),
    ),
    "many": (
        "Y018",
        message("Her er stoppet efter {detail} fejl. Resten af filen er ikke læst."),
        message("Ret de første, og tjek igen. Er det den rigtige fil?"),
    ),
    "key": (
        "Y012",
        message("Her står en liste eller en gruppe, hvor der skal stå et navn på et felt."),
        message("Skriv feltets navn, kolon og derefter indholdet."),
    ),
    "character": (
        "Y013",
        message("Filen indeholder et styretegn ({detail}), som ikke kan vises. Resten er ikke læst."),
        message("Slet tegnet. Det følger ofte med, når tekst kopieres fra en PDF-fil."),
    ),
    "escape": (
        "Y017",
        message("Teksten i anførselstegn indeholder et styretegn ({detail}), som ikke kan vises."),
        message("Slet det. Skal der stå en omvendt skråstreg, så skriv den to gange."),
    ),
}

SYNTAX: Mapping[str, Message] = {
    "mapping values are not allowed in this context": message("et kolon for meget"),
    "found unexpected end of stream": message("noget er begyndt og ikke afsluttet"),
    "found character that cannot start any token": message("et tegn, som en tekst ikke kan begynde med"),
    "did not find expected ',' or ']'": message("der mangler et komma eller en kantet parentes"),
    "did not find expected ',' or '}'": message("der mangler et komma eller en krøllet parentes"),
    "did not find expected '-' indicator": message("der mangler en bindestreg, eller linjen er rykket forkert ind"),
    "did not find expected key": message("her skulle stå navnet på et felt"),
    "could not find expected ':'": message("der mangler et kolon"),
    "did not find expected alphabetic or numeric character": message("et tegn, som en tekst ikke kan begynde med"),
}

OWN_CHECKS: Mapping[str, Message] = {
    "age_range": message("Den laveste alder er højere end den højeste."),
    "deadline_value": message("En frist skal have »value« og »unit«, eller »unbounded: true« og intet tal."),
    "follow_up_mode": message(
        "»interval« hører til mode: interval, og »offsets« til mode: events. Her passer de ikke sammen."
    ),
    "price_amount": message("En fast pris og et prisloft skal have et beløb (»amount«)."),
    "obligation_text": message("Skriv enten pligten i »text«, eller »none: true«, ikke begge dele."),
}


def problem(fault: Problem, file: str) -> Finding:
    """Explain a problem of the YAML."""
    code, what, hint = PROBLEMS[fault.kind]
    detail: str | Message = fault.detail
    if fault.kind == "syntax":
        detail = SYNTAX.get(fault.detail, message("uventet tegn eller indrykning"))
    severity: Severity = "error"
    return Finding(code, severity, Message(what.text, {"detail": detail}), Place(file, fault.line, fault.column), hint)


def faults(kind: type, found: Sequence[Fault], locate: Locate, whole: bool = True) -> list[Finding]:
    """Explain the fields of a record of type `kind` that do not fit. Where the file was not read to its end (`whole` is
    False), what is missing may stand further down, and only what was read is spoken of.
    """
    told = [each for each in found if whole or (each.path and each.kind not in _LACKS)]
    return [fault(each, locate(each.path, 0), _names(kind, each)) for each in told]


def _names(kind: type, found: Fault) -> tuple[str, ...]:
    """Return the fields that the record around a fault may have."""
    records = dict.fromkeys(record_types(kind, found.path[:-1]))
    if len(records) > 1:  # a fact: of the kind that it says it is
        kinds = dict(zip(FACT_KINDS, get_args(AnyFact), strict=True))
        records = dict.fromkeys(each for name, each in kinds.items() if name == found.context.get("fact"))
    return tuple(each.name for record in records for each in fields(record))


def fault(found: Fault, place: Place, names: tuple[str, ...]) -> Finding:
    """Explain a field that does not fit. `names` are the fields that the record around it has."""
    explain = FAULTS.get(found.kind, _wrong)
    code, what, hint = explain(found, _name(found.path), names)
    return Finding(code, "error", what, place, hint)


def _name(path: Path) -> str:
    """Return what a person calls the place at the end of a path: a field, or an entry of a list by its number."""
    if not path:
        return ""
    last = path[-1]
    return f"{path[-2]} {last + 1}" if isinstance(last, int) and len(path) > 1 else str(last)


_Explained = tuple[str, Message, Message | None]
_Explain = Callable[[Fault, str, tuple[str, ...]], _Explained]


def suggestion(word: str, words: tuple[str, ...]) -> str:
    """Return the known word that `word` most likely stands for; empty where none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), words, n=1, cutoff=0.7)), "")


def choose(word: str, words: tuple[str, ...]) -> Message:
    """Say which words there are, the most likely one first."""
    near = suggestion(word, words)
    if near:
        return message("Mente du »{near}«? Ellers vælg mellem: {words}.", near=near, words=", ".join(words))
    return message("Vælg mellem: {words}.", words=", ".join(words))


def _missing(found: Fault, name: str, names: tuple[str, ...]) -> _Explained:
    return "F001", message("Feltet »{name}« mangler.", name=name), message("Skriv »{name}:« og indholdet.", name=name)


def _unknown(found: Fault, name: str, names: tuple[str, ...]) -> _Explained:
    near = suggestion(name, names)
    hint = (
        message("Mente du »{near}«?", near=near) if near else message("Felterne er: {names}.", names=", ".join(names))
    )
    return "F002", message("Feltet »{name}« findes ikke her.", name=name), hint


def _type(found: Fault, name: str, names: tuple[str, ...]) -> _Explained:
    wanted = _WANTED.get(found.kind, message("noget andet"))
    what = message("»{name}« skal være {wanted}, men er {given}.", name=name, wanted=wanted, given=_given(found))
    if not found.path:
        what = message("Filen skal være {wanted}, men er {given}.", wanted=wanted, given=_given(found))
    numeric = found.kind == "string_type" and isinstance(found.context.get("input"), (int, bool))
    hint = message("Sæt værdien i anførselstegn.") if numeric else None
    return "F003", what, hint


def _choice(found: Fault, name: str, names: tuple[str, ...]) -> _Explained:
    expected = str(found.context.get("expected", found.context.get("expected_tags", ""))).replace(" or ", ", ")
    words = tuple(each.strip(" '") for each in expected.split(","))
    given = found.context.get("tag", found.context.get("input"))
    what = message("»{given}« er ikke et af de ord, som »{name}« kan være.", given=str(given), name=name)
    return "F004", what, choose(str(given), words)


def _form(found: Fault, name: str, names: tuple[str, ...]) -> _Explained:
    given = str(found.context.get("input"))
    return (
        "F005",
        message("»{given}« har ikke den form, som »{name}« skal have.", given=given, name=name),
        next((_FORMS[each] for each in reversed(found.path) if each in _FORMS), None),
    )


def _date(found: Fault, name: str, names: tuple[str, ...]) -> _Explained:
    given = str(found.context.get("input"))
    return "F006", message("»{given}« er ikke en dato.", given=given), message("Skriv år-måned-dag, fx 2015-10-05.")


def _own(found: Fault, name: str, names: tuple[str, ...]) -> _Explained:
    return "F007", OWN_CHECKS[found.kind], None


def _number(found: Fault, name: str, names: tuple[str, ...]) -> _Explained:
    given = str(found.context.get("input"))
    return "F008", message("»{name}« kan ikke være {given}.", name=name, given=given), message("Skriv 0 eller mere.")


def _wrong(found: Fault, name: str, names: tuple[str, ...]) -> _Explained:
    given = str(found.context.get("input"))[:80]
    return "F003", message("»{name}« kan ikke være »{given}«.", name=name, given=given), None


def _given(found: Fault) -> Message:
    value: Any = found.context.get("input")
    if isinstance(value, bool):
        return message("sand/falsk")
    for kind, word in ((str, message("tekst")), (int, message("et tal")), (list, message("en liste"))):
        if isinstance(value, kind):
            return word
    return message("tom") if value is None else message("en gruppe felter")


_FORMS: Mapping[str | int, Message] = {
    "service": message("Små bogstaver, tal og bindestreg, fx sel-99."),
    "id": message("Små bogstaver uden æ, ø og å, tal, bindestreg og understregning; først et bogstav."),
    "use": message("Små bogstaver uden æ, ø og å, tal, bindestreg og understregning; først et bogstav."),
    "code": message('Fire cifre i anførselstegn, fx "0350".'),
    "interval": message("En varighed som ISO 8601, fx P6M for seks måneder eller P1Y for et år."),
    "offsets": message("En varighed som ISO 8601, fx P1M."),
    "period": message("En varighed som ISO 8601, fx P4W for fire uger."),
    "title": message("Skriv titlen, som den står på dokumentet."),
    "name": message("Skriv navnet, fx Lejre Kommune."),
    "web": message("En hel adresse, fx https://www.eksempel.dk."),
    "logo": message("Navnet på en billedfil i samme mappe, fx logo.svg (svg, png, jpg eller webp)."),
    "brand": message("En farve med seks tegn efter #, fx #2e6b4f."),
    "brand_dark": message("En farve med seks tegn efter #, fx #63ad88."),
}
_WANTED: Mapping[str, Message] = {
    "string_type": message("tekst"),
    "int_type": message("et helt tal"),
    "int_parsing": message("et helt tal"),
    "int_from_float": message("et helt tal"),
    "bool_type": message("true eller false"),
    "tuple_type": message("en liste"),
    "dict_type": message("en gruppe felter"),
    "dataclass_type": message("en gruppe felter"),
    "model_attributes_type": message("en gruppe felter"),
    "is_instance_of": message("et tal"),
    "decimal_parsing": message("et tal, med punktum som decimaltegn"),
}
FAULTS: Mapping[str, _Explain] = {
    "missing": _missing,
    "unexpected_keyword_argument": _unknown,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "union_tag_invalid": _choice,
    "union_tag_not_found": lambda found, name, names: _missing(found, "kind", names),
    "string_pattern_mismatch": _form,
    "date_parsing": _date,
    "date_type": _date,
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
    "greater_than_equal": _number,
    **dict.fromkeys(_WANTED, _type),
    **dict.fromkeys(OWN_CHECKS, _own),
}
_LACKS = {"missing", "union_tag_not_found", *OWN_CHECKS}  # what may only be missing
