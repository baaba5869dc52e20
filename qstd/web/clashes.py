"""The screens on which somebody chooses between two texts: what was chosen, and in which order the choices are shown."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from qstd.merge import Choice, Conflict
from qstd.model.finding import message
from qstd.verbs.editing import merging
from qstd.web.desk_view import Posted


def chosen(found: Sequence[Conflict], posted: Posted) -> dict[str, Choice]:
    """Return what was chosen, by the names of the conflicts."""
    choices: dict[str, Choice] = {}
    for each in found:
        choice = posted.one(f"valg:{each.id}")
        if choice == "text":
            choices[each.id] = ("text", posted.one(f"tekst:{each.id}").replace("\r\n", "\n"))
        elif known := next((one for one in each.options if one == choice and one != "text"), None):
            choices[each.id] = known
    return choices


def values(found: Sequence[Conflict], choices: Mapping[str, Choice], tried: bool, language: str) -> dict[str, Any]:
    """Return what the template shows: those that nobody has decided come first, and are named where somebody has `tried`."""
    views = merging.shown(found, language)
    undecided: Collection[int] = [n for n, each in enumerate(views) if each.id not in choices]
    what = message("Vælg, hvad der skal stå.")
    order = [*undecided, *(n for n in range(len(views)) if n not in undecided)]
    return {
        "conflicts": [(n + 1, views[n]) for n in order],
        "choices": choices,
        "undecided": {n + 1 for n in undecided},
        "errors": [(f"valg-{n + 1}", what) for n in undecided] if tried else [],
    }
