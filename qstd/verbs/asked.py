"""What a check is asked to look at: standards as they lie there, and versions of them from the history."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qstd.model.finding import Finding
from qstd.verbs import refs
from qstd.workspace import Entry, Workspace

if TYPE_CHECKING:
    from qstd.verbs.corpus import Checked, Corpus
    from qstd.verbs.past import Past


@dataclass(frozen=True, slots=True)
class Asked:
    """The standards that words mean, each once; versions from the history; and what is wrong with words that mean nothing."""

    entries: tuple[Entry, ...] = ()
    versions: tuple["Past", ...] = ()
    unknown: tuple[Finding, ...] = ()

    def files(self, root: Path) -> list[str]:
        """Return the names of all files, as findings call them."""
        from qstd.verbs.corpus import DISK

        here = [DISK.name(each.path, root) for each in self.entries]
        return here + [then.shelf.name(each.path, root) for then in self.versions for each in then.entries]


def asked(words: Sequence[str], here: Path, home: Workspace | None) -> Asked:
    """Find what words mean."""
    entries: dict[Path, Entry] = {}
    versions: list[Past] = []
    unknown: list[Finding] = []
    for word in words:
        name, revision = refs.split(word, here, home)
        if revision is not None and not refs.law(name):
            from qstd.verbs import past

            then = past.find(name, revision, here, home)
            versions += [then] if then.entries else []
            unknown += [] if then.entries else then.findings
            continue
        found = refs.resolve(word, here, home)
        entries |= {each.path.resolve(): each for each in found}
        unknown += [] if found else [refs.unknown(word, home)]
    return Asked(tuple(entries.values()), tuple(versions), tuple(unknown))


def then(versions: Iterable["Past"], root: Path, today: dt.date | None, only: Sequence[str]) -> "Corpus":
    """Read and check versions, each beside the texts and the standards of its own time, as of `today`."""
    from qstd.verbs import corpus
    from qstd.verbs.corpus import Corpus

    standards: list[Checked] = []
    findings: list[Finding] = []
    for each in versions:
        own = corpus.read(each.entries, root, each.shelf, today, only)
        standards += own.standards
        findings += [one for one in (*each.findings, *own.findings) if one not in findings]
    return Corpus(tuple(standards), tuple(findings))
