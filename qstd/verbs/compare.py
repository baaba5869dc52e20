"""Comparing: what was gathered to one Comparison."""

from collections import Counter
from collections.abc import Iterator, Sequence

from qstd import catalogue
from qstd.compare import Entry, compare
from qstd.model.comparison import Comparison
from qstd.model.finding import Finding, Place, message
from qstd.verbs.align import read_alignments
from qstd.verbs.gather import Found
from qstd.workspace import Workspace


def compared(
    found: Sequence[Found], home: Workspace | None, baseline: str = ""
) -> tuple[Comparison, tuple[Finding, ...]]:
    """Lay two or more standards beside each other, in the order asked for. `baseline` is the address of the one that the
    others are measured against.
    """
    alignments, findings = read_alignments(home) if home else ((), ())
    refs = _apart([each.address for each in found])
    columns = [Entry(*each) for each in zip(refs, labels(found), (one.standard for one in found), strict=True)]
    at = next((at for at, each in enumerate(found) if each.address == baseline), None)
    return compare(columns, alignments, at), (*findings, *unlike(found))


def _apart(names: Sequence[str]) -> tuple[str, ...]:
    """Number names that stand there more than once: data calls columns by them."""
    met: Counter[str] = Counter()
    apart = []
    for name in names:
        met[name] += 1
        apart.append(f"{name} ({met[name]})" if met[name] > 1 else name)
    return tuple(apart)


def labels(found: Sequence[Found]) -> tuple[str, ...]:
    """Return the short name that heads each column: the municipality's, and which revision it is."""
    return tuple(f"{_short(each)} ({each.revision})" if each.revision else _short(each) for each in found)


def _short(found: Found) -> str:
    return found.name if found.is_law else catalogue.short_name(found.standard.municipality, found.name)


def unlike(found: Sequence[Found]) -> Iterator[Finding]:
    """Warn where standards are so unlike that the comparison says less than it seems to."""
    services = list(dict.fromkeys(each.standard.service for each in found))
    if len(services) > 1:
        what = message("Standarderne er for forskellige ydelser: {services}.", services=", ".join(services))
        hint = message("En forskel kan skyldes, at loven er forskellig, og ikke at kommunerne er det.")
        yield Finding("R413", "warning", what, Place(found[0].address), hint)
    languages = list(dict.fromkeys(each.standard.language for each in found))
    if len(languages) > 1:
        what = message("Standarderne er skrevet på forskellige sprog: {languages}.", languages=", ".join(languages))
        hint = message(
            "Oplysningerne kan sammenlignes. Teksterne står side om side, men deres ord kan ikke holdes op mod hinanden."
        )
        yield Finding("R414", "warning", what, Place(found[0].address), hint)
