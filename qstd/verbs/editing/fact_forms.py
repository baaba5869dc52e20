"""Forms for facts, made from the model: which fields a kind has, what stands in them, and what was filled in.

What people write is read as they write it: "52,50" is an amount, "6 måneder" a length of time.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args, get_origin

from qstd import catalogue
from qstd.language import translator
from qstd.model.decode import MismatchError, decode
from qstd.model.facts import DURATION, FACT_KINDS, AnyFact, Fact
from qstd.model.field import Danish, Pattern
from qstd.model.finding import Message, message
from qstd.model.plain import plain
from qstd.present.quantities import duration
from qstd.verbs.editing.fact_words import CHOICES, LABELS

Widget = Literal["line", "lines", "number", "one", "many", "tick", "duration", "durations"]
_OWN = ("kind", "evidence", "proposed")
_LISTS = {"offsets": "durations"}
_UNIT = {"d": "D", "u": "W", "m": "M", "å": "Y", "w": "W", "y": "Y"}
_LENGTH = re.compile(r"(\d{1,4})\s*\.?\s*(dag|uge|måned|mdr|år|day|week|month|year)\w*\.?", re.IGNORECASE)
_WRONG_TOGETHER = {
    "age_range": ("min", message("Den laveste alder er højere end den højeste.")),
    "deadline_value": (
        "value",
        message("Skriv et antal og vælg en enhed, eller sæt kryds ved, at det ikke kan fastsættes."),
    ),
    "follow_up_mode": (
        "mode",
        message("Faste mellemrum skal have et »hvor tit« og hændelser et »hvornår«."),
    ),
    "price_amount": ("amount", message("En fast pris og en højeste pris skal have et beløb.")),
    "obligation_text": ("text", message("Skriv pligten, eller sæt kryds ved, at der ingen er; ikke begge dele.")),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its name in the model, what it is called, how it is filled in, what stands in it, and what can be
    chosen.
    """

    name: str
    label: str
    widget: Widget
    value: str
    values: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    required: bool


def record_of(kind: str) -> Any:
    """Return the record of a kind of fact."""
    return dict(zip(FACT_KINDS, get_args(AnyFact), strict=True))[kind]


def form(kind: str, values: Mapping[str, Any], language: str) -> tuple[Field, ...]:
    """Return the fields of a kind with plain values in them."""
    return tuple(_field(kind, each, values, language) for each in _fields(kind))


def _fields(kind: str) -> Iterator[Any]:
    return (each for each in fields(record_of(kind)) if each.name not in _OWN)


def _field(kind: str, field: Any, values: Mapping[str, Any], language: str) -> Field:
    widget, options = _widget(kind, field, language)
    given = values.get(field.name)
    several = tuple(map(str, given)) if isinstance(given, (list, tuple)) else ()
    single = () if given is None or isinstance(given, (list, tuple)) else (given,)
    one = "\n".join(_shown(each, widget, language) for each in (*several, *single))
    if given is None and not values and field.default is not None and isinstance(field.default, str):
        one = field.default
    missing = [each for each in (several if widget == "many" else (one,)) if each and each not in dict(options)]
    if widget in ("one", "many"):  # a word that the catalogue does not have stays until somebody takes it away
        options = (*options, *((each, each) for each in missing))
    required = not _optional(field.type) and not isinstance(field.default, (str, bool, tuple)) and widget != "tick"
    return Field(field.name, _label(kind, field, language), widget, one, several, options, required)


def _shown(value: Any, widget: Widget, language: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if widget in ("duration", "durations"):
        return duration(value, language).replace("\u00a0", " ") if re.fullmatch(DURATION, value) else value
    return str(value).replace(".", ",") if widget == "number" and language == "da" else str(value)


def _label(kind: str, field: Any, language: str) -> str:
    named = LABELS.get(f"{kind}/{field.name}") or LABELS.get(field.name)
    said = next((each.text for each in get_args(field.type) if isinstance(each, Danish)), field.name)
    return translator(language)(named or said)


def _widget(kind: str, field: Any, language: str) -> tuple[Widget, tuple[tuple[str, str], ...]]:
    """Return how a field is filled in, and what can be chosen in it."""
    _ = translator(language)
    bare = _bare(field.type)
    many = get_origin(bare) is tuple
    inner = _bare(get_args(bare)[0]) if many else bare
    if field.name == "groups":
        return "many", tuple((key, catalogue.label(each.label, language)) for key, each in catalogue.groups().items())
    if field.name == "act":
        return "one", tuple((key, catalogue.label(each.name, language)) for key, each in catalogue.acts().items())
    if get_origin(inner) is Literal:
        words = CHOICES.get(f"{kind}/{field.name}") or CHOICES.get(field.name) or {}
        options = tuple((each, _(words.get(each, each))) for each in get_args(inner))
        return ("many" if many else "one"), options
    if inner is bool:
        yes_no = (("true", _("ja")), ("false", _("nej")))
        return ("one", yes_no) if _optional(field.type) or field.name == "value" else ("tick", ())
    if _is_duration(field.type):
        return ("durations" if many else "duration"), ()
    if inner in (int, Decimal):
        return "number", ()
    return ("lines" if many else "line"), ()


def _bare(kind: Any) -> Any:
    """Return a type without what is said of it, and without None."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif type(None) in get_args(kind):
            kind = next(each for each in get_args(kind) if each is not type(None))
        else:
            return kind


def _optional(kind: Any) -> bool:
    inner = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return type(None) in get_args(inner)


def _is_duration(kind: Any) -> bool:
    marks = [*get_args(kind), *(mark for each in get_args(kind) for mark in get_args(each))]
    deeper = [mark for each in marks for mark in get_args(each)]
    return any(isinstance(each, Pattern) and each.regex == DURATION for each in (*marks, *deeper))


# ---------- What was filled in ----------


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form says: the fact as plain values, without its evidence, and what is wrong, by the name of the field."""

    values: dict[str, Any]
    errors: tuple[tuple[str, Message], ...]


def filled(kind: str, given: Mapping[str, Sequence[str]]) -> Filled:
    """Read a form; `given` are the texts of each field."""
    values: dict[str, Any] = {"kind": kind}
    errors: list[tuple[str, Message]] = []
    for field in _fields(kind):
        own = [each.strip() for each in given.get(field.name, ()) if each.strip()]
        read, wrong = _read(kind, field, own)
        if wrong:
            errors.append((field.name, wrong))
        elif read is not None:
            values[field.name] = read
    return Filled(values, tuple(errors) or _together(values))


def _read(kind: str, field: Any, given: Sequence[str]) -> tuple[Any, Message | None]:
    widget, options = _widget(kind, field, "da")
    if widget in ("many", "lines", "durations"):
        lines = [part for each in given for line in each.splitlines() if (part := " ".join(line.split()))]
        return _several(widget, lines, options, field)
    if widget == "tick":
        return (True, None) if given else (None, None)
    if not given:
        needed = _field(kind, field, {}, "da").required
        return None, message("Udfyld feltet »{name}«.", name=Message(_label(kind, field, "da"))) if needed else None
    if widget == "one" and _is_closed(field) and given[0] not in dict(options):
        return None, message("Vælg et af de ord, der står i listen.")
    return _one(widget, given[0], _bare(field.type))


def _several(
    widget: Widget, lines: list[str], options: Sequence[tuple[str, str]], field: Any
) -> tuple[Any, Message | None]:
    if widget == "durations":
        read = [as_duration(each) for each in lines]
        return (None, _not_a_time(lines[read.index("")])) if "" in read else (read or None, None)
    if widget == "many" and _is_closed(field):
        lines = [each for each in lines if each in dict(options)]
    required = not isinstance(field.default, tuple)
    return (lines if lines or required else None), None


def _is_closed(field: Any) -> bool:
    """Tell whether only what can be chosen may stand in a field."""
    return field.name not in ("groups", "act")


def _one(widget: Widget, given: str, bare: Any) -> tuple[Any, Message | None]:
    if widget == "number":
        return _number(given, bare)
    if widget == "duration":
        made = as_duration(given)
        return (made, None) if made else (None, _not_a_time(given))
    if bare is bool:
        return given == "true", None
    return " ".join(given.split()), None


def _number(given: str, bare: Any) -> tuple[Any, Message | None]:
    text = given.replace(" ", "").replace("\u00a0", "").removesuffix("kr.").removesuffix(",-")
    if bare is int:
        return (int(text), None) if re.fullmatch(r"\d{1,9}", text, re.ASCII) else (None, _no_whole(given))
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(\.\d{3})+", text):
        text = text.replace(".", "")
    return (text, None) if re.fullmatch(r"\d{1,12}(\.\d{1,6})?", text, re.ASCII) else (None, _no_amount(given))


def as_duration(text: str) -> str:
    """Return a length of time as the file has it ("P6M"); empty for what is none."""
    if re.fullmatch(DURATION, text.strip().upper()):
        return text.strip().upper()
    parts = [f"{int(count)}{_UNIT[unit[0].lower()]}" for count, unit in _LENGTH.findall(text)]
    made = f"P{''.join(parts)}"
    return made if re.fullmatch(DURATION, made) else ""


def _not_a_time(given: str) -> Message:
    return message("»{given}« er ingen tid. Skriv fx »6 måneder« eller »4 uger«.", given=given[:60])


def _no_whole(given: str) -> Message:
    return message("»{given}« er ikke et helt tal. Skriv fx »18«.", given=given[:60])


def _no_amount(given: str) -> Message:
    return message("»{given}« er ikke et tal. Skriv fx »52,50«.", given=given[:60])


def _together(values: Mapping[str, Any]) -> tuple[tuple[str, Message], ...]:
    """Return what is wrong with values that are right one by one."""
    try:
        fact_of({**values, "evidence": {"section": "x", "quote": "x"}})
    except MismatchError as error:
        return (_WRONG_TOGETHER.get(str(error.__cause__), ("", message("Oplysningerne passer ikke sammen."))),)
    return ()


def fact_of(values: Mapping[str, Any]) -> AnyFact:
    """Return the fact that plain values are. Raises MismatchError."""
    made: AnyFact = decode(Fact, dict(values))  # type: ignore[arg-type]  # the union of all kinds
    return made


def values_of(fact: AnyFact) -> dict[str, Any]:
    """Return what a fact says as plain values, without its evidence."""
    return {name: each for name, each in plain(fact).items() if name not in _OWN}
