"""S012 section_numbers (warning): the numbers of sections run without gaps, and none stands twice.

Applies to sections with numbers of the kinds 7, 7.2, A, A1 and B.3. A count that begins again at 1 is a new part.
Why: a missing number looks like a missing section, and two sections of one number cannot be referred to.
Source: good practice; one of the first two standards here goes from 8 to 10.
How to mend: put the missing section in, or number the following ones anew.
Bad: 8, 10. Good: 8, 9.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_PART = lazy(r"\d{1,4}|[A-Za-z](?![A-Za-z])")
_NUMBER = lazy(rf"(?:{_PART.pattern})(?:[.\s-]?(?:{_PART.pattern})){{0,5}}")
_GAP = 20  # a greater leap is no count: a year, a paragraph of an act

Outline = tuple[str, ...]


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Go through the numbers, each among those of its own level."""
    levels: dict[Outline, dict[int, int]] = {}
    for index, section in enumerate(standard.sections):
        parts = _parts(section.number or "")
        if not parts:
            continue
        level, last = (*parts[:-1], "#" if parts[-1].isdigit() else "a"), _value(parts[-1])
        run = levels.setdefault(level, {})
        if last == 1 and len(run) > 1:
            yield from _gaps(standard, level, run)
            levels[level] = run = {}
        if last in run:
            yield Hit(("sections", index, "number"), *_twice(section.number or ""))
        run.setdefault(last, index)
    for level, run in levels.items():
        yield from _gaps(standard, level, run)


def _gaps(standard: Standard, level: Outline, run: Mapping[int, int]) -> Iterator[Hit]:
    """Yield where numbers are left out; the first need not be 1, for the file may hold a part of a whole."""
    values = sorted(run)
    for before, after in pairwise(values):
        if 1 < after - before <= _GAP:
            names = [standard.sections[run[each]].number or "" for each in (before, after)]
            what = message("Afsnittenes numre springer fra {before} til {after}.", before=names[0], after=names[1])
            hint = message("Sæt det afsnit ind, der mangler, eller giv afsnittene nye numre.")
            yield Hit(("sections", run[after], "number"), what, hint)


def _twice(number: str) -> tuple[Message, Message]:
    what = message("To afsnit har nummer {number}.", number=number)
    return what, message("Giv det ene afsnit et andet nummer, så man kan henvise til det.")


def _parts(number: str) -> Outline:
    """Return the steps of an outline number; none for one that is no such number, as "§ 99" and "XIV" are."""
    bare = number.strip(" .)")
    return tuple(each.upper() for each in _PART.findall(bare)) if _NUMBER.fullmatch(bare) else ()


def _value(part: str) -> int:
    return int(part) if part.isdigit() else ord(part) - ord("A") + 1


RULE = Rule("S012", "warning", check)
