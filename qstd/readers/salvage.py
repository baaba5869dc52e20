"""What is left of a faulty file when everything that does not fit is taken out, so that the rest can still be checked."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from qstd.model.finding import Path
from qstd.model.hearing import HearingFile
from qstd.model.municipality import Municipality
from qstd.model.notes import NotesFile
from qstd.model.rules import RulesFile
from qstd.model.site import SiteFile
from qstd.model.source import Locate
from qstd.model.standard import StandardFile
from qstd.model.validate import Fault, read
from qstd.readers.places import in_file

T = TypeVar("T", StandardFile, Municipality, RulesFile, SiteFile, NotesFile, HearingFile)
LISTS = ("sections", "facts", "waive", "headings", "rules")


def salvage(kind: type[T], values: Any, faults: tuple[Fault, ...], locate: Locate) -> tuple[T | None, Locate]:
    """Make a record of what is left when everything faulty is taken out; None where it cannot stand without. The record
    has its own numbers for what was kept; the second value finds them in the file.
    """
    if type(values) is not dict:
        return None, locate
    kept = copy.deepcopy(values)
    scopes = {_scope(each.path) for each in faults}
    for path in scopes:
        if len(path) != 2 or path[0] not in LISTS:
            _remove(kept, path)
    hurt = _hurt(values, faults)
    for number, nameless in hurt.items():
        if nameless and isinstance(kept["sections"][number], dict):
            kept["sections"][number]["id"] = f"unread_{number}"  # so that no rule takes it for another, or for nameless
    numbers: dict[str, Sequence[int]] = {}
    for name in LISTS:
        if isinstance(entries := kept.get(name), list):
            numbers[name] = [at for at in range(len(entries)) if (name, at) not in scopes]
    if "facts" in numbers:
        numbers["facts"] = [at for at in numbers["facts"] if _can_be_judged(kept["facts"][at], values, hurt)]
    kept |= {name: [kept[name][at] for at in chosen] for name, chosen in numbers.items()}
    return read(kind, _STAND_INS.get(kind, {}) | kept).record, in_file(locate, numbers)


# What stands in for a required field that does not fit, so that the rest can still be checked. Nothing is built from it.
# A file of notes or of a hearing without one is no record at all.
_STAND_INS: Mapping[type, dict[str, Any]] = {
    StandardFile: {"schema": 1, "title": "?", "service": "unread", "status": "draft"},
    Municipality: {"name": "?", "code": "0000"},
    RulesFile: {"schema": 1},
    SiteFile: {"schema": 1},
}


def _scope(path: Path) -> Path:
    """What goes out with a fault: the fact, waiver or shared text around it, otherwise the field itself."""
    return path[:2] if path[:1] in (("facts",), ("waive",), ("fragments",)) else path


def _remove(values: Any, path: Path) -> None:
    """Take out the value at a path; what is not there (a missing field) needs no taking out."""
    try:
        for step in path[:-1]:
            values = values[step]
        del values[path[-1]]
    except (IndexError, KeyError, TypeError):
        return


# ---------- Sections that faults have hurt, and the facts that rest on them ----------


def _hurt(values: dict[str, Any], faults: tuple[Fault, ...]) -> dict[int, bool]:
    """Which sections have faults; True where even the name of the section is in doubt."""
    hurt: dict[int, bool] = {}
    for fault in faults:
        if fault.path[:1] == ("sections",) and len(fault.path) > 1:
            number = int(fault.path[1])
            nameless = not any(_names(values["sections"][number]))
            hurt[number] = hurt.get(number, nameless) or fault.path[2:] in (("id",), ("topic",))
    return hurt


def _can_be_judged(fact: Any, values: dict[str, Any], hurt: Mapping[int, bool]) -> bool:
    """Tell whether all of the section that a fact rests on could be read."""
    sections = values.get("sections", [])
    if not isinstance(sections, list):
        return False
    name = fact["evidence"]["section"]
    if any(name in _names(sections[number]) for number in hurt):
        return False
    return not any(hurt.values()) or any(name in _names(each) for at, each in enumerate(sections) if at not in hurt)


def _names(section: Any) -> tuple[Any, ...]:
    return (section.get("id"), section.get("topic")) if isinstance(section, dict) else ()
