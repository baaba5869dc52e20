"""Comparing: the words of a command to one Comparison."""

from collections.abc import Sequence
from pathlib import Path

from qstd import catalogue
from qstd.compare import Entry, compare
from qstd.model.comparison import Comparison
from qstd.model.finding import Finding
from qstd.verbs import refs
from qstd.verbs.corpus import read
from qstd.workspace import Workspace

N_ = str  # marks a Danish text that is translated where it is shown


def compared(words: Sequence[str], here: Path, home: Workspace | None) -> tuple[Comparison | None, tuple[Finding, ...]]:
    """Lay standards beside each other, in the order asked for. Without a comparison, the findings say why."""
    columns: list[Entry] = []
    findings: list[Finding] = []
    for word in words:
        statute = refs.law(word)
        if statute is not None:
            columns.append(Entry(word, N_("Loven"), statute))
            continue
        own, found = _standards(word, here, home)
        columns += own
        findings += found
    broken = any(each.severity == "error" for each in findings) or len(columns) < 2
    return None if broken else compare(columns), tuple(findings)


def _standards(word: str, here: Path, home: Workspace | None) -> tuple[list[Entry], list[Finding]]:
    entries = refs.resolve(word, here, home)
    if not entries:
        return [], [refs.unknown(word, home)]
    corpus = read(entries, home.root if home else here)
    columns = [
        Entry(each.entry.ref, catalogue.short_name(each.standard.municipality, each.municipality.name), each.standard)
        for each in corpus.standards
        if each.standard is not None
    ]
    return columns, list(corpus.findings)
