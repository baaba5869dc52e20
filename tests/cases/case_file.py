"""Case files: a line that says what the case is about, then parts, each under a line `=== name`.

What cannot be seen on a screen is written ‹TAB›, ‹U+0007› and so on. Findings stand one a line, as
`CODE line:column | words of the message | words of the hint`; only words that the message has are compared.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest

from qstd.messages import words
from qstd.model.finding import Finding

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One case file: what it is about, and its parts by name."""

    name: str
    about: str
    parts: dict[str, str]

    def lines(self, part: str) -> list[str]:
        """The lines of a part that is a list; empty where the case has no such part."""
        return [line.strip() for line in self.parts.get(part, "").splitlines() if line.strip()]


def cases(folder: str) -> pytest.MarkDecorator:
    """Run a test once for each case file of a folder, as its parameter `case`."""
    return pytest.mark.parametrize("case", all_cases(folder), ids=lambda case: case.name)


def all_cases(folder: str) -> list[Case]:
    """All case files of a folder."""
    found = [read(path) for path in sorted((FOLDER / folder).glob("*.case"))]
    assert found, f"no cases in {folder}"
    return found


def read(path: Path) -> Case:
    """Read one case file."""
    about, *parts = re.split(r"^=== (.*)\n", path.read_bytes().decode("utf-8"), flags=re.MULTILINE)
    named = dict(zip(parts[::2], map(_visible, parts[1::2]), strict=True))
    return Case(path.stem, about.strip(), named)


def _visible(text: str) -> str:
    return re.sub(r"‹U\+([0-9A-F]{4,6})›", lambda found: chr(int(found[1], 16)), text.replace("‹TAB›", "\t"))


def told(expected: Sequence[str], found: Iterable[Finding]) -> list[str]:
    """Findings as the lines of a case, in the words that the lines expect where they have them."""
    return [_shown(line, finding) for line, finding in zip_longest(expected, found) if finding]


def _shown(line: str | None, finding: Finding) -> str:
    _, *parts = (line or "").split(" | ")
    said = (words(finding.message, "da"), words(finding.hint, "da"))
    shown = [part if part in whole else whole for part, whole in zip(parts or said, said, strict=False)]
    return " | ".join([f"{finding.code} {finding.place.line}:{finding.place.column}", *shown])
