"""K021 expired_waiver (warning): what is set aside until a date is looked at again on that date.

Applies to `waive:` with `until:` in a standard and in a municipality.yaml.
Why: whoever set the finding aside wanted it to come back. It is shown again from the day after.
How to mend: mend what was found and delete the line, or decide anew and write a new date.
Bad: `until: 2024-01-01` two years later. Good: a date to come.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import message
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard, Waiver


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the waivers of a standard."""
    yield from _expired(standard.waive, around)


def check_municipality(municipality: Municipality, around: Around) -> Iterator[Hit]:
    """Look at the waivers of a municipality."""
    yield from _expired(municipality.waive, around)


def _expired(waivers: tuple[Waiver, ...], around: Around) -> Iterator[Hit]:
    for index, each in enumerate(waivers):
        if each.until is not None and each.until < around.today:
            what = message("{code} var sat til side til den {date}.", code=each.code, date=each.until.isoformat())
            hint = message("Ret det, og slet linjen, eller skriv en ny dato.")
            yield Hit(("waive", index, "until"), what, hint)


RULE = Rule("K021", "warning", check, check_municipality)
